//! One walker: a state, random choices, and the lists that the neighbourhoods choose from. A neighbourhood proposes a change as edits; the
//! strategy settles it and keeps it or takes it back.

use super::dice::Dice;
use crate::constraint::bits;
use crate::instance::movable::Movable;
use crate::instance::tables::{NONE, Tables, UNPLACED};
use crate::solution::forecast::{Forecast, Limit, MOST_STEPS, Step};
use crate::solution::state::Mark;
use crate::solution::state::State;
use crate::{Instance, MeetId, Solution, TaskId};

/// Candidates looked at for a demand.
const LOOKS: usize = 24;

/// A state with what is needed to walk.
#[derive(Debug)]
pub(crate) struct Walker<'a, const W: usize> {
    pub state: State<'a, W>,
    pub dice: Dice,
    pub movable: &'a Movable,
    /// Meets that a composite move has yet to look at, or has moved.
    pub chain: Vec<MeetId>,
    /// The starts that a neighbourhood proposes.
    pub plan: Vec<Step>,
    /// The resources of a meet that is being looked at.
    pub anchors: Vec<u32>,
    /// The meets of a chain that is growing.
    pub seen: Seen,
    /// Looks at a resource so far, in proposing and in pricing: what moves cost, whatever the machine.
    pub looks: u64,
    /// Meets that run side by side, twice.
    pub ranks: (Vec<MeetId>, Vec<MeetId>),
    /// Times that are left by what moves away.
    pub left: Vec<u16>,
    /// Whether who finds no free resource takes one from somebody who does. That finds a feasible timetable sooner; in one that cools it moves too many.
    pub rehouses: bool,
}

/// A set of meets that is quickly emptied.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    stamps: Vec<u32>,
    epoch: u32,
}

impl Seen {
    fn new(meets: usize) -> Self {
        Self {
            stamps: vec![0; meets],
            epoch: 1,
        }
    }

    pub fn clear(&mut self) {
        self.epoch = self.epoch.wrapping_add(1);
        if self.epoch == 0 {
            self.stamps.fill(0);
            self.epoch = 1;
        }
    }

    #[inline]
    pub fn insert(&mut self, meet: MeetId) {
        self.stamps[meet.index()] = self.epoch;
    }

    #[inline]
    pub fn contains(&self, meet: MeetId) -> bool {
        self.stamps[meet.index()] == self.epoch
    }
}

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The random choice came to nothing; no cost was computed.
    Nothing,
    /// It cost too much; the state is as it was.
    Refused,
    /// It was made, and cannot be taken back.
    Taken,
}

impl<'a, const W: usize> Walker<'a, W> {
    /// On a complete, valid solution.
    pub fn new(instance: &'a Instance, solution: &Solution, dice: Dice) -> Self {
        Self {
            state: State::new(instance, solution),
            dice,
            movable: instance.movable(),
            chain: Vec::new(),
            plan: Vec::new(),
            looks: 0,
            anchors: Vec::new(),
            seen: Seen::new(instance.tables().meet_event.len()),
            ranks: Default::default(),
            left: Vec::new(),
            rehouses: false,
        }
    }

    /// The instance's tables.
    pub const fn tables(&self) -> &'a Tables {
        self.state.tables
    }

    /// A random movable meet.
    #[inline]
    pub fn some_meet(&mut self) -> Option<MeetId> {
        self.some_used(&self.movable.meets)
    }

    /// A random meet with open demands.
    #[inline]
    pub fn some_staffed(&mut self) -> Option<MeetId> {
        self.some_used(&self.movable.staffed)
    }

    #[inline]
    fn some_used(&mut self, slots: &[u32]) -> Option<MeetId> {
        // Slots that a split may use stand empty among the used ones; a handful of tries finds one in use.
        (0..8).find_map(|_| {
            self.dice
                .pick(slots)
                .map(MeetId)
                .filter(|&meet| self.state.duration(meet) > 0)
        })
    }

    /// Whether the meet's event has no preassigned time.
    #[inline]
    pub fn is_free(&self, meet: MeetId) -> bool {
        self.tables().event_time[self.event(meet)] == UNPLACED
    }

    /// The event of a meet.
    #[inline]
    pub fn event(&self, meet: MeetId) -> usize {
        self.tables().meet_event[meet.index()] as usize
    }

    /// The starts worth trying for a meet.
    #[inline]
    pub fn starts(&self, meet: MeetId) -> &'a [u16] {
        let tables = self.tables();
        let duration = self.state.duration(meet);
        tables
            .starts
            .row(tables.meet_first[self.event(meet)] as usize + usize::from(duration) - 1)
    }

    /// Whether a meet can start at a time without hard cost of its own.
    #[inline]
    pub fn may_start(&self, meet: MeetId, start: u16) -> bool {
        self.starts(meet).binary_search(&start).is_ok()
    }

    /// The meets of linked events that run alongside a meet.
    #[inline]
    pub fn partners(&self, meet: MeetId) -> impl Iterator<Item = MeetId> {
        let (start, duration) = (self.state.start(meet), self.state.duration(meet));
        let events = self.movable.linked[self.event(meet)].iter();
        events.filter_map(move |&event| {
            let mut slots = self.tables().slots(event as usize);
            let partner = slots.find(|&slot| {
                let slot = MeetId(slot as u32);
                self.state.duration(slot) == duration && self.state.start(slot) == start
            });
            partner.map(|slot| MeetId(slot as u32))
        })
    }

    /// Plans a start for a meet, and for the meets of linked events that run alongside. False when one of them has a plan already.
    #[inline]
    pub fn plan(&mut self, meet: MeetId, start: u16) -> bool {
        let mut plan = std::mem::take(&mut self.plan);
        let first = plan.len();
        let planned = |plan: &[Step], meet| plan.iter().any(|&(planned, _)| planned == meet);
        let mut fresh = !planned(&plan, meet);
        if fresh {
            plan.push((meet, start));
            for partner in self.partners(meet) {
                fresh &= !planned(&plan[..first], partner);
                plan.push((partner, start));
            }
            if !fresh {
                plan.truncate(first);
            }
        }
        self.plan = plan;
        fresh
    }

    /// Makes what is planned when the limit takes it. Where nothing else than starts changes, the cost is known before anything is touched.
    #[inline]
    pub fn attempt(&mut self, limit: &Limit) -> Verdict {
        let plan = std::mem::take(&mut self.plan);
        let looks = plan
            .iter()
            .map(|&(meet, _)| self.tables().fixed.row(self.event(meet)).len());
        self.looks += looks.sum::<usize>() as u64;
        let short = plan.len() <= MOST_STEPS;
        let verdict = if short && plan.iter().all(|&step| self.keeps_holders(step)) {
            self.attempt_foreseen(&plan, limit)
        } else if short && self.state.hopeless(&plan, limit) {
            Verdict::Refused
        } else {
            self.attempt_edits(&plan, limit)
        };
        self.plan = plan;
        verdict
    }

    #[inline]
    fn attempt_foreseen(&mut self, plan: &[Step], limit: &Limit) -> Verdict {
        let before = self.state.cost();
        match self.state.forecast(plan, limit) {
            Forecast::Refused => Verdict::Refused,
            Forecast::Unknown => self.attempt_edits(plan, limit),
            Forecast::Change(change) => {
                self.state.make(plan);
                let after = self.state.settle();
                debug_assert_eq!(after, before + change, "a forecast was wrong");
                self.state.keep();
                Verdict::Taken
            }
        }
    }

    fn attempt_edits(&mut self, plan: &[Step], limit: &Limit) -> Verdict {
        let mark = self.state.mark();
        self.state.make(plan);
        for &(meet, _) in plan {
            self.refit(meet);
        }
        self.conclude(mark, limit)
    }

    /// Edits one random meet or task, unsettled; false when the choice came to nothing.
    pub fn disturb(&mut self) -> bool {
        if self.movable.meets.is_empty() || self.dice.below(3) == 0 {
            let Some(meet) = self.some_staffed() else {
                return false;
            };
            let tasks = self.tables().tasks(meet.index());
            let position = self.dice.below(tasks.len());
            let demand = self.tables().open.range(self.event(meet)).start + position;
            let candidate = self.dice.pick(self.tables().candidates.row(demand));
            let task = TaskId((tasks.start + position) as u32);
            candidate.map(|candidate| self.state.set_holder(meet, task, candidate))
        } else {
            let Some(meet) = self.some_meet() else {
                return false;
            };
            let start = self.dice.pick(self.starts(meet));
            start.map(|start| {
                self.shift(meet, start);
                self.refit(meet);
            })
        }
        .is_some()
    }

    /// Keeps the edits since the mark when the limit takes them, and takes them back otherwise.
    #[inline]
    pub fn conclude(&mut self, mark: Mark, limit: &Limit) -> Verdict {
        if self.state.settle_within(limit) {
            self.state.keep();
            Verdict::Taken
        } else {
            self.state.revert(mark);
            Verdict::Refused
        }
    }

    /// Whether `refit` would leave the meet's open demands as they are if it started then.
    #[inline]
    fn keeps_holders(&self, (meet, start): Step) -> bool {
        let tables = self.tables();
        tables.tasks(meet.index()).is_empty()
            || self.movable.bound[self.event(meet)]
            || self.state.keeps_holders(meet, start)
    }

    /// Moves a meet, and with it the meets of linked events that ran alongside.
    #[inline]
    pub fn shift(&mut self, meet: MeetId, start: u16) {
        let (old, duration) = (self.state.start(meet), self.state.duration(meet));
        self.state.set_start(meet, start);
        let movable = self.movable;
        for &event in &movable.linked[self.event(meet)] {
            let alongside = self
                .tables()
                .slots(event as usize)
                .map(|slot| MeetId(slot as u32));
            let partner = alongside.into_iter().find(|&slot| {
                self.state.duration(slot) == duration && self.state.start(slot) == old
            });
            if let Some(partner) = partner {
                self.state.set_start(partner, start);
            }
        }
    }

    /// The resources that the meet has, preassigned or not.
    pub fn attending(&self, meet: MeetId) -> impl Iterator<Item = u32> {
        let tables = self.tables();
        let fixed = tables.fixed.row(self.event(meet)).iter();
        let held = tables
            .tasks(meet.index())
            .map(|task| self.state.holder(TaskId(task as u32)));
        fixed
            .map(|fixed| fixed.resource)
            .chain(held.filter(|&holder| holder != NONE))
    }

    /// The resources that a meet takes along wherever it goes: preassigned ones, and those of demands that share one with other demands.
    #[inline]
    pub fn anchors(&self, meet: MeetId) -> impl Iterator<Item = u32> {
        let (tables, event) = (self.tables(), self.event(meet));
        let fixed = tables.fixed.row(event).iter().map(|fixed| fixed.resource);
        let shared = tables.open.range(event).zip(tables.tasks(meet.index()));
        let shared = shared
            .filter(|&(demand, _)| !tables.unsplits_of_demand.row(demand).is_empty())
            .map(|(_, task)| self.state.holder(TaskId(task as u32)))
            .filter(|&holder| holder != NONE);
        fixed.chain(shared)
    }

    /// A random one of them.
    #[inline]
    pub fn some_anchor(&mut self, meet: MeetId) -> Option<u32> {
        let count = self.anchors(meet).count();
        if count == 0 {
            return None;
        }
        let chosen = self.dice.below(count);
        self.anchors(meet).nth(chosen)
    }

    /// Candidates for an open demand, from a random one on: all, or as many as are worth a look.
    #[inline]
    pub fn some_candidates(&mut self, demand: usize) -> impl Iterator<Item = u32> + use<'a, W> {
        let candidates = self.tables().candidates.row(demand);
        let first = self.dice.below(candidates.len().max(1));
        let (before, after) = candidates.split_at(first);
        after.iter().chain(before).copied().take(LOOKS)
    }

    /// One of them that is free while the meet runs.
    #[inline]
    pub fn free_candidate(&mut self, meet: MeetId, demand: usize) -> Option<u32> {
        let times = run(self.state.start(meet), self.state.duration(meet));
        let mut looks = self.some_candidates(demand);
        looks.find(|&fit| self.state.is_free(fit, &times))
    }

    /// The open demand for which a meet has a resource, and its task.
    pub fn demand_for(&self, meet: MeetId, resource: u32) -> Option<(usize, TaskId)> {
        let tables = self.tables();
        let demands = tables.open.range(self.event(meet));
        let mut tasks = demands.zip(tables.tasks(meet.index()).map(|task| TaskId(task as u32)));
        tasks.find(|&(_, task)| self.state.holder(task) == resource)
    }

    /// The meets that a resource attends at a time beside one that has it already (`there`) or does not: nobody, one, or none for too many to tell.
    #[inline]
    pub fn beside(
        &self,
        resource: u32,
        time: usize,
        meet: MeetId,
        there: bool,
    ) -> Option<Option<MeetId>> {
        match self.state.count(resource, time) - u32::from(there) {
            0 => Some(None),
            _ if there => self.state.other(resource, time, meet).map(Some),
            _ => self.state.sole(resource, time).map(Some),
        }
    }
}

/// The times at which a meet runs that starts then.
#[inline]
fn run<const W: usize>(start: u16, duration: u16) -> [u64; W] {
    let mut times = [0; W];
    let start = usize::from(start);
    bits::add_run(&mut times, start, start + usize::from(duration));
    times
}
