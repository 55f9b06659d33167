//! What new starts would cost, told without placing the meets, and no further than it takes to see that it is too much. Most moves of a search
//! are refused, so this is the hot path: clashes first, which refuse most moves and are the quickest to count.
//!
//! A change is bounded from below at every step: what the touched accounts cost now is taken off at once, since no account costs less than
//! nothing, and what they would cost is added one after another.

use super::state::State;
use crate::constraint::{avoid_clashes, bits};
use crate::instance::tables::{Account, NONE, UNPLACED};
use crate::{Cost, MeetId};

/// How much worse a change may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit {
    /// What a unit of hard cost weighs, in units of soft cost.
    pub hard_weight: f64,
    /// The greatest weighed change that is taken.
    pub worst: f64,
}

impl Limit {
    /// Whether a change is beyond it.
    #[inline]
    pub fn refuses(&self, change: Cost) -> bool {
        change.hard as f64 * self.hard_weight + change.soft as f64 > self.worst
    }
}

/// What is known of a change beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Forecast {
    /// The limit refuses it.
    Refused,
    /// The limit takes it, and so much it changes the cost.
    Change(Cost),
    /// A resource attends a meet twice at once, which only trying can price.
    Unknown,
}

/// A meet and the start that it is to have.
pub(crate) type Step = (MeetId, u16);

/// The most steps that can be forecast together.
pub(crate) const MOST_STEPS: usize = 64;

/// For each resource, the steps at hand that concern it.
#[derive(Clone, Debug)]
pub(super) struct Concern {
    /// By resource: the forecast that last concerned it, and a bit for each of its steps.
    steps: Vec<(u32, u64)>,
    /// The resources of the present forecast.
    resources: Vec<u32>,
    epoch: u32,
}

impl Concern {
    pub fn new(resources: usize) -> Self {
        Self {
            steps: vec![(0, 0); resources],
            resources: Vec::new(),
            epoch: 0,
        }
    }

    fn clear(&mut self) {
        self.resources.clear();
        self.epoch = self.epoch.wrapping_add(1);
        if self.epoch == 0 {
            self.steps.fill((0, 0));
            self.epoch = 1;
        }
    }

    /// Whether a resource is concerned.
    #[inline]
    fn has(&self, resource: usize) -> bool {
        self.steps[resource].0 == self.epoch
    }

    /// Adds a step to those of a resource; false when it was there, for then the resource attends the meet twice.
    #[inline]
    fn add(&mut self, resource: u32, step: usize) -> bool {
        let entry = &mut self.steps[resource as usize];
        if entry.0 != self.epoch {
            *entry = (self.epoch, 0);
            self.resources.push(resource);
        }
        let fresh = entry.1 >> step & 1 == 0;
        entry.1 |= 1 << step;
        fresh
    }
}

/// The steps of a bit set.
#[inline]
fn ones(mut set: u64) -> impl Iterator<Item = usize> + Clone {
    std::iter::from_fn(move || {
        (set != 0).then(|| {
            let one = set.trailing_zeros() as usize;
            set &= set - 1;
            one
        })
    })
}

impl<const W: usize> State<'_, W> {
    /// By how much the cost would change if each of these meets, all different, started as given. At most [`MOST_STEPS`] steps. The state must be
    /// settled, and is left as it was.
    pub fn forecast(&mut self, steps: &[Step], limit: &Limit) -> Forecast {
        let floor = self.floor(steps, false);
        let forecast = match floor {
            None => Forecast::Unknown,
            Some(change) if limit.refuses(change) => Forecast::Refused,
            Some(change) => self
                .rest(steps, change, limit)
                .map_or(Forecast::Refused, Forecast::Change),
        };
        self.touched.clear();
        self.next_epoch();
        forecast
    }

    /// Whether the limit refuses these starts whatever resources the open demands get that need not keep theirs.
    pub fn hopeless(&mut self, steps: &[Step], limit: &Limit) -> bool {
        let floor = self.floor(steps, true);
        self.touched.clear();
        self.next_epoch();
        floor.is_some_and(|change| limit.refuses(change))
    }

    /// The change of cost if no week of a resource and no event cost anything afterwards: what is left are clashes, of all resources that the
    /// meets have, or only of those that they keep for `firm`. None when a resource attends a meet twice at once.
    #[inline]
    fn floor(&mut self, steps: &[Step], firm: bool) -> Option<Cost> {
        let mut change = self.concern_all(steps, firm)?;
        for index in 0..self.concern.resources.len() {
            let resource = self.concern.resources[index] as usize;
            let (clashes, more) = (self.clashes[resource], self.more_clashes(resource, steps));
            change -= self.account_cost[resource];
            change += self.tables.clash_cost(resource, clashes + more);
            self.touch_gatherings(resource as u32);
        }
        for &account in &self.touched {
            change -= self.account_cost[self.tables.place(account)];
        }
        Some(change)
    }

    /// Notes whom and what the steps concern. For `firm`, resources that may be exchanged are not noted; what they cost now is given back, taken
    /// off.
    #[inline]
    fn concern_all(&mut self, steps: &[Step], firm: bool) -> Option<Cost> {
        let tables = self.tables;
        let (mut once, mut off) = (true, Cost::ZERO);
        self.concern.clear();
        for (step, &(meet, start)) in steps.iter().enumerate() {
            let slot = meet.index();
            let event = tables.meet_event[slot] as usize;
            for fixed in tables.fixed.row(event) {
                once &= self.concern.add(fixed.resource, step);
            }
            for (demand, task) in tables.open.range(event).zip(tables.tasks(slot)) {
                let holder = self.layout.holder[task];
                if holder == NONE {
                    continue;
                }
                if firm && tables.unsplits_of_demand.row(demand).is_empty() {
                    off -= self.account_cost[holder as usize];
                    self.touch_gatherings(holder);
                } else {
                    once &= self.concern.add(holder, step);
                }
            }
            for &spread in tables.spreads_of_event.row(event) {
                self.touch(Account::Spread(spread));
            }
            self.touch_relations(event);
            if !(self.is_costless(slot, self.layout.start[slot]) && self.is_costless(slot, start)) {
                self.touch(Account::Times(event as u32));
            }
        }
        once.then_some(off)
    }

    /// The accounts of events, then the weeks of the resources, added to what is known of the change.
    #[inline]
    fn rest(&mut self, steps: &[Step], mut change: Cost, limit: &Limit) -> Option<Cost> {
        if !self.touched.is_empty() {
            self.with_starts(steps, |state| {
                for index in 0..state.touched.len() {
                    let account = state.touched[index];
                    if !matches!(account, Account::Gathering(_)) {
                        change += state.account(account);
                    }
                }
            });
            if limit.refuses(change) {
                return None;
            }
        }
        for index in 0..self.concern.resources.len() {
            let resource = self.concern.resources[index] as usize;
            let busy = self.busy_after(resource, steps);
            change += self.week_cost(resource, &busy);
            if limit.refuses(change) {
                return None;
            }
        }
        for index in 0..self.touched.len() {
            if let Account::Gathering(gathering) = self.touched[index] {
                let gathering = &self.tables.gatherings[gathering as usize];
                change += self.gathering_cost(gathering, |resource| {
                    if self.concern.has(resource) {
                        self.busy_after(resource, steps)
                    } else {
                        self.busy[resource]
                    }
                });
            }
        }
        (!limit.refuses(change)).then_some(change)
    }

    /// Looks at the events as if the meets started so; resources take no notice.
    #[inline]
    pub(super) fn with_starts(&mut self, steps: &[Step], look: impl FnOnce(&mut Self)) {
        let mut before = [UNPLACED; MOST_STEPS];
        for (&(meet, start), before) in steps.iter().zip(&mut before) {
            let slot = meet.index();
            *before = std::mem::replace(&mut self.layout.start[slot], start);
            let event = self.tables.meet_event[slot] as usize;
            self.spread(event, *before, start);
            self.concur(event, *before, start, self.layout.duration[slot]);
        }
        look(self);
        for (&(meet, start), &before) in steps.iter().zip(&before) {
            let slot = meet.index();
            self.layout.start[slot] = before;
            let event = self.tables.meet_event[slot] as usize;
            self.spread(event, start, before);
            self.concur(event, start, before, self.layout.duration[slot]);
        }
    }

    /// The times at which a meet runs that starts then.
    #[inline]
    fn run(&self, meet: MeetId, start: u16) -> std::ops::Range<usize> {
        if start == UNPLACED {
            return 0..0;
        }
        let start = usize::from(start);
        start..start + usize::from(self.layout.duration[meet.index()])
    }

    #[inline]
    fn run_before(&self, (meet, _): Step) -> std::ops::Range<usize> {
        self.run(meet, self.layout.start[meet.index()])
    }

    /// How many more clashes a resource would have.
    #[inline]
    fn more_clashes(&self, resource: usize, steps: &[Step]) -> i64 {
        let mine = self.concern.steps[resource].1;
        let presence = &self.presence[resource * self.tables.times..][..self.tables.times];
        let mut more = 0;
        if mine & (mine - 1) == 0 {
            let step = steps[mine.trailing_zeros() as usize];
            let before = self.run_before(step);
            for time in before.clone() {
                more -= avoid_clashes::surplus(presence[time].count - 1);
            }
            for time in self.run(step.0, step.1) {
                let left = u32::from(before.contains(&time));
                more += avoid_clashes::surplus(presence[time].count - left);
            }
            return more;
        }
        let left = |steps_before: u64, time: usize| {
            ones(steps_before)
                .filter(|&other| self.run_before(steps[other]).contains(&time))
                .count() as u32
        };
        let come = |steps_before: u64, time: usize| {
            ones(steps_before)
                .filter(|&other| self.run(steps[other].0, steps[other].1).contains(&time))
                .count() as u32
        };
        for step in ones(mine) {
            let earlier = mine & ((1 << step) - 1);
            for time in self.run_before(steps[step]) {
                more -= avoid_clashes::surplus(presence[time].count - 1 - left(earlier, time));
            }
            for time in self.run(steps[step].0, steps[step].1) {
                let others = presence[time].count - left(mine, time) + come(earlier, time);
                more += avoid_clashes::surplus(others);
            }
        }
        more
    }

    /// The times at which a resource would be busy.
    #[inline]
    fn busy_after(&self, resource: usize, steps: &[Step]) -> [u64; W] {
        let mine = self.concern.steps[resource].1;
        let presence = &self.presence[resource * self.tables.times..][..self.tables.times];
        let alone = mine & (mine - 1) == 0;
        let mut busy = self.busy[resource];
        for step in ones(mine) {
            for time in self.run_before(steps[step]) {
                let left = if alone {
                    1
                } else {
                    ones(mine)
                        .filter(|&other| self.run_before(steps[other]).contains(&time))
                        .count() as u32
                };
                busy[time / 64] &= !(u64::from(presence[time].count == left) << (time % 64));
            }
        }
        for step in ones(mine) {
            let (meet, start) = steps[step];
            let run = self.run(meet, start);
            bits::add_run(&mut busy, run.start, run.end);
        }
        busy
    }

    /// Makes the steps that were forecast.
    #[inline]
    pub fn make(&mut self, steps: &[Step]) {
        for &(meet, start) in steps {
            self.set_start(meet, start);
        }
    }

    /// Whether a meet could start then with the resources that its open demands have, for all that is there now.
    #[inline]
    pub fn keeps_holders(&self, meet: MeetId, start: u16) -> bool {
        let slot = meet.index();
        let before = self.run_before((meet, start));
        self.tables.tasks(slot).all(|task| {
            let holder = self.layout.holder[task];
            holder != NONE
                && self
                    .run(meet, start)
                    .all(|time| self.count(holder, time) == u32::from(before.contains(&time)))
        })
    }
}
