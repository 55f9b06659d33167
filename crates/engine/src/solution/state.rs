//! The state that a search edits: who is where, as flat arrays, and the cost of it all.
//!
//! A *trial* is a series of edits followed by [`State::settle`], which re-evaluates the accounts that the edits touched and nothing else.
//! Then [`State::keep`] makes it final or [`State::revert`] takes it back. Between the two, trials nest: see [`State::mark`].

use super::Meet;
use super::forecast::{Concern, Limit};
use crate::constraint::{bits, limit_concurrence};
use crate::instance::tables::{Account, NONE, Tables, UNPLACED};
use crate::{Cost, Instance, MeetId, ResourceId, Solution, TaskId, TimeId};

/// How many meets a resource attends at a time, and the exclusive or of their slots plus one: with one meet, which it is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Presence {
    pub count: u32,
    pub who: u32,
}

/// Who is where, and nothing else: cheap to copy, which a search does at each improvement.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// By meet slot: 0 for a slot that is not in use.
    pub(super) duration: Vec<u16>,
    /// By meet slot: a time, or [`UNPLACED`].
    pub(super) start: Vec<u16>,
    /// By task: a resource, or [`NONE`].
    pub(super) holder: Vec<u32>,
}

impl Layout {
    /// Takes over another layout of the same instance, without allocating.
    pub fn copy_from(&mut self, other: &Self) {
        self.duration.copy_from_slice(&other.duration);
        self.start.copy_from_slice(&other.start);
        self.holder.copy_from_slice(&other.holder);
    }

    /// The timetable as plain data.
    pub fn solution(&self, instance: &Instance) -> Solution {
        let (tables, problem) = (instance.tables(), instance.problem());
        let used = (0..self.duration.len()).filter(|&meet| self.duration[meet] > 0);
        let meets = used.map(|slot| {
            let event = tables.event_of(slot);
            let mut resources: Vec<_> = problem.events[event.index()]
                .resources
                .iter()
                .map(|demand| demand.preassigned)
                .collect();
            for (task, open) in tables.tasks(slot).zip(tables.open.row(event.index())) {
                resources[open.index as usize] =
                    (self.holder[task] != NONE).then_some(ResourceId(self.holder[task]));
            }
            let start = (self.start[slot] != UNPLACED).then_some(TimeId(self.start[slot]));
            Meet {
                event,
                duration: self.duration[slot],
                start,
                resources,
            }
        });
        Solution {
            meets: meets.collect(),
        }
    }
}

/// An edit, with what undoes it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Edit {
    Start { meet: u32, old: u16 },
    Holder { task: u32, old: u32 },
    Bud { meet: u32, bud: u32 },
    Absorb { meet: u32, bud: u32, duration: u16 },
}

/// A place in the journal to go back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub(super) edits: usize,
    pub(super) costs: usize,
    pub(super) total: Cost,
}

impl Mark {
    /// The soft cost then.
    pub const fn soft(&self) -> i64 {
        self.total.soft
    }
}

/// A timetable under edit. `W` is the number of words of a set of times.
#[derive(Clone, Debug)]
pub(crate) struct State<'a, const W: usize> {
    pub tables: &'a Tables,
    instance: &'a Instance,
    pub(super) layout: Layout,
    pub(super) presence: Vec<Presence>,
    pub(super) busy: Vec<[u64; W]>,
    pub(super) clashes: Vec<i64>,
    pub(super) load: Vec<i64>,
    pub(super) spread_count: Vec<u32>,
    pub(super) spread_deviation: Vec<i64>,
    pub(super) concurrence_count: Vec<u32>,
    pub(super) concurrence_deviation: Vec<i64>,
    pub(super) unsplit_count: Vec<u32>,
    pub(super) unsplit_different: Vec<u32>,
    cost: Cost,
    pub(super) account_cost: Vec<Cost>,
    stamp: Vec<u32>,
    epoch: u32,
    pub(super) concern: Concern,
    pub(super) touched: Vec<Account>,
    pub(super) edits: Vec<Edit>,
    pub(super) costs: Vec<(u32, Cost)>,
}

impl<'a, const W: usize> State<'a, W> {
    /// The state of a complete, valid solution.
    pub fn new(instance: &'a Instance, solution: &Solution) -> Self {
        let tables = instance.tables();
        let meets = tables.meet_event.len();
        let mut state = Self {
            tables,
            instance,
            layout: Layout {
                duration: vec![0; meets],
                start: vec![UNPLACED; meets],
                holder: vec![NONE; tables.task_first[meets] as usize],
            },
            presence: vec![Presence::default(); tables.resources * tables.times],
            busy: vec![[0; W]; tables.resources],
            clashes: vec![0; tables.resources],
            load: tables.fixed_load.clone(),
            spread_count: vec![0; tables.spread_counters],
            spread_deviation: tables
                .spreads
                .iter()
                .map(|spread| tables.empty_spread(*spread))
                .collect(),
            concurrence_count: vec![0; tables.concurrences.len() * tables.times],
            concurrence_deviation: tables
                .concurrences
                .iter()
                .map(|concurrence| {
                    let times = bits::count::<W>(&tables.mask(concurrence.times)[0]);
                    let (limits, free) = (concurrence.limits, concurrence.none_is_free);
                    times * limit_concurrence::deviation(0, limits, free)
                })
                .collect(),
            unsplit_count: tables.unsplit_counters.clone(),
            unsplit_different: vec![0; tables.unsplits.len()],
            cost: Cost::ZERO,
            account_cost: vec![Cost::ZERO; tables.account_count()],
            stamp: vec![0; tables.account_count()],
            epoch: 1,
            concern: Concern::new(tables.resources),
            touched: Vec::new(),
            edits: Vec::new(),
            costs: Vec::new(),
        };
        for (different, unsplit) in state.unsplit_different.iter_mut().zip(&tables.unsplits) {
            let first = unsplit.counters as usize;
            *different = tables.unsplit_counters[first..first + tables.resources]
                .iter()
                .filter(|&&count| count > 0)
                .count() as u32;
        }
        state.fill(solution);
        for account in tables.all_accounts() {
            let cost = state.account(account);
            state.account_cost[tables.place(account)] = cost;
            state.cost += cost;
        }
        state
    }

    fn fill(&mut self, solution: &Solution) {
        let mut used = vec![0; self.tables.event_duration.len()];
        for meet in &solution.meets {
            let event = meet.event.index();
            let slot = self.tables.meet_first[event] as usize + used[event];
            used[event] += 1;
            self.layout.duration[slot] = meet.duration;
            self.place(slot, meet.start.map_or(UNPLACED, |start| start.0));
            for (task, open) in self.tables.tasks(slot).zip(self.tables.open.row(event)) {
                self.hold(
                    task,
                    slot,
                    meet.resources[open.index as usize].map_or(NONE, |resource| resource.0),
                );
            }
        }
    }

    /// The timetable as plain data.
    pub fn solution(&self) -> Solution {
        self.layout.solution(self.instance)
    }

    /// What the state holds, to be kept or compared.
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The cost as of the last [`State::settle`].
    #[inline]
    pub const fn cost(&self) -> Cost {
        self.cost
    }

    /// Start of a meet slot, or [`UNPLACED`].
    #[inline]
    pub fn start(&self, meet: MeetId) -> u16 {
        self.layout.start[meet.index()]
    }

    /// Duration of a meet slot; 0 when not in use.
    #[inline]
    pub fn duration(&self, meet: MeetId) -> u16 {
        self.layout.duration[meet.index()]
    }

    /// The resource that a task has, or [`NONE`].
    #[inline]
    pub fn holder(&self, task: TaskId) -> u32 {
        self.layout.holder[task.index()]
    }

    /// How many meets a resource attends at a time.
    #[inline]
    pub fn count(&self, resource: u32, time: usize) -> u32 {
        self.presence[resource as usize * self.tables.times + time].count
    }

    /// Whether a resource attends nothing at any of these times.
    #[inline]
    pub fn is_free(&self, resource: u32, times: &[u64; W]) -> bool {
        let busy = self.busy[resource as usize].iter().zip(times);
        busy.fold(0, |both, (busy, times)| both | busy & times) == 0
    }

    /// The meet that a resource attends at a time, when it is exactly one.
    #[inline]
    pub fn sole(&self, resource: u32, time: usize) -> Option<MeetId> {
        let presence = self.presence[resource as usize * self.tables.times + time];
        (presence.count == 1).then(|| MeetId(presence.who - 1))
    }

    /// The other meet that a resource attends at a time at which it attends this one, when there is exactly one.
    #[inline]
    pub fn other(&self, resource: u32, time: usize, meet: MeetId) -> Option<MeetId> {
        let presence = self.presence[resource as usize * self.tables.times + time];
        let who = presence.who ^ (meet.0 + 1);
        (presence.count == 2 && who != 0).then(|| MeetId(who - 1))
    }

    /// The cost of the pieces of an event, as they are now.
    #[inline]
    pub fn cost_of_shape(&self, event: usize) -> Cost {
        self.account(Account::Shape(event as u32))
    }

    /// Takes over a layout of the same pieces, settles and keeps it.
    pub fn restore(&mut self, layout: &Layout) {
        debug_assert_eq!(self.layout.duration, layout.duration);
        for slot in 0..layout.start.len() {
            self.set_start(MeetId(slot as u32), layout.start[slot]);
            for task in self.tables.tasks(slot) {
                self.set_holder(
                    MeetId(slot as u32),
                    TaskId(task as u32),
                    layout.holder[task],
                );
            }
        }
        self.settle();
        self.keep();
    }

    /// Notes that an account must be re-evaluated.
    #[inline]
    pub(super) fn touch(&mut self, account: Account) {
        let place = self.tables.place(account);
        if self.stamp[place] != self.epoch {
            self.stamp[place] = self.epoch;
            self.touched.push(account);
        }
    }

    /// Re-evaluates what the edits since the last call touched; gives the new cost.
    #[inline]
    pub fn settle(&mut self) -> Cost {
        for index in 0..self.touched.len() {
            let account = self.touched[index];
            let place = self.tables.place(account);
            let (old, new) = (self.account_cost[place], self.account(account));
            if new != old {
                self.costs.push((place as u32, old));
                self.account_cost[place] = new;
                self.cost += new - old;
            }
        }
        self.touched.clear();
        self.next_epoch();
        self.cost
    }

    /// As [`State::settle`], but gives up when the cost changes by more than the limit takes; then the trial must be taken back.
    #[inline]
    pub fn settle_within(&mut self, limit: &Limit) -> bool {
        let mut change = Cost::ZERO;
        for &account in &self.touched {
            change -= self.account_cost[self.tables.place(account)];
            if let Account::Resource(resource) = account {
                let resource = resource as usize;
                change += self.tables.clash_cost(resource, self.clashes[resource]);
            }
        }
        for index in 0..self.touched.len() {
            if limit.refuses(change) {
                return false;
            }
            let account = self.touched[index];
            let place = self.tables.place(account);
            let new = match account {
                Account::Resource(resource) => {
                    let resource = resource as usize;
                    let week = self.week_cost(resource, &self.busy[resource]);
                    change += week;
                    week + self.tables.clash_cost(resource, self.clashes[resource])
                }
                _ => {
                    let new = self.account(account);
                    change += new;
                    new
                }
            };
            if new != self.account_cost[place] {
                self.costs.push((place as u32, self.account_cost[place]));
                self.account_cost[place] = new;
            }
        }
        self.cost += change;
        self.touched.clear();
        self.next_epoch();
        !limit.refuses(change)
    }

    pub(super) fn next_epoch(&mut self) {
        self.epoch = self.epoch.wrapping_add(1);
        if self.epoch == 0 {
            self.stamp.fill(0);
            self.epoch = 1;
        }
    }

    /// A place to come back to with [`State::revert`]; call it when settled.
    #[inline]
    pub fn mark(&self) -> Mark {
        Mark {
            edits: self.edits.len(),
            costs: self.costs.len(),
            total: self.cost,
        }
    }

    /// Makes all edits final. Debug builds recompute the cost when that is not too slow.
    #[inline]
    pub fn keep(&mut self) {
        self.edits.clear();
        self.costs.clear();
        debug_assert!(
            self.tables.meet_event.len() > 400 || self.cost == self.recount(),
            "predicted cost differs from recomputed cost"
        );
    }

    /// Takes back all edits since the mark, settled or not.
    #[inline]
    pub fn revert(&mut self, mark: Mark) {
        while self.edits.len() > mark.edits
            && let Some(edit) = self.edits.pop()
        {
            self.undo(edit);
        }
        while self.costs.len() > mark.costs
            && let Some((place, old)) = self.costs.pop()
        {
            self.account_cost[place as usize] = old;
        }
        self.cost = mark.total;
        if !self.touched.is_empty() {
            self.touched.clear();
            self.next_epoch();
        }
    }

    /// The cost from the definitions, for assertions and tests.
    pub fn recount(&self) -> Cost {
        // A state holds a valid solution at all times, so there are no faults.
        crate::evaluate(self.instance, &self.solution())
            .map(|evaluation| evaluation.cost)
            .unwrap_or_default()
    }
}
