//! Moves of resources: a task gets another resource, swapping with the task that had it at that time; or all tasks that should have one
//! resource get another together.

use super::walker::{Verdict, Walker};
use crate::instance::tables::{NONE, UNPLACED};
use crate::solution::forecast::Limit;
use crate::{MeetId, TaskId};

impl<const W: usize> Walker<'_, W> {
    /// Proposes another resource for a random task, or nobody where that may be; when that is busy with one other meet that holds it in an open demand, they swap.
    #[inline]
    pub(super) fn task_move(&mut self, limit: &Limit) -> Verdict {
        let Some(meet) = self.some_staffed() else {
            return Verdict::Nothing;
        };
        let tables = self.tables();
        let tasks = tables.tasks(meet.index());
        let position = self.dice.below(tasks.len());
        let task = TaskId((tasks.start + position) as u32);
        let demand = tables.open.range(self.event(meet)).start + position;
        let candidates = tables.candidates.row(demand);
        let choices = candidates.len() + usize::from(tables.optional[demand]);
        if choices == 0 {
            return Verdict::Nothing;
        }
        // Beyond the candidates, nobody.
        let chosen = candidates.get(self.dice.below(choices));
        let candidate = chosen.copied().unwrap_or(NONE);
        let holder = self.state.holder(task);
        if candidate == holder {
            return Verdict::Nothing;
        }
        let start = self.state.start(meet);
        let other = if start == UNPLACED || candidate == NONE {
            None
        } else {
            self.state.sole(candidate, usize::from(start))
        };
        let mark = self.state.mark();
        self.state.set_holder(meet, task, candidate);
        if let Some(other) = other.filter(|&other| other != meet && holder != NONE)
            && let Some((_, theirs)) = self.demand_for(other, candidate)
        {
            self.state.set_holder(other, theirs, holder);
        }
        self.conclude(mark, limit)
    }

    /// Proposes one resource for all tasks of a set that should have one; a set whose resource that is, and in whose way the first one would be,
    /// gets the other resource in return.
    pub(super) fn group_reassign(&mut self, limit: &Limit) -> Verdict {
        let (tables, movable) = (self.tables(), self.movable);
        if movable.unsplit.is_empty() {
            return Verdict::Nothing;
        }
        let set = self.dice.below(movable.unsplit.len());
        let Some(demand) = self.dice.pick(&movable.unsplit[set]) else {
            return Verdict::Nothing;
        };
        let Some(candidate) = self.dice.pick(tables.candidates.row(demand as usize)) else {
            return Verdict::Nothing;
        };
        let exchange = self.dice.below(2) == 0;
        let in_way = self.give_and_take(set, candidate, exchange);
        let mark = self.state.mark();
        let mut changed = self.give(set, candidate);
        if let Some((other, former)) = in_way {
            changed |= self.give(other, former);
        }
        if changed {
            self.conclude(mark, limit)
        } else {
            Verdict::Nothing
        }
    }

    /// The first set that has the candidate while a task of this set runs, and the resource that this task has now.
    fn give_and_take(&self, set: usize, candidate: u32, exchange: bool) -> Option<(usize, u32)> {
        if !exchange {
            return None;
        }
        let tables = self.tables();
        self.tasks_of(set).find_map(|(meet, task)| {
            let (start, former) = (self.state.start(meet), self.state.holder(task));
            if start == UNPLACED || former == NONE || former == candidate {
                return None;
            }
            let mut times = usize::from(start)..usize::from(start + self.state.duration(meet));
            let other = times.find_map(|time| self.state.sole(candidate, time))?;
            let theirs = tables
                .open
                .range(self.event(other))
                .zip(tables.tasks(other.index()));
            let held = theirs.into_iter().find(|&(demand, task)| {
                self.state.holder(TaskId(task as u32)) == candidate
                    && self.movable.set_of[demand] != NONE
            });
            let set = self.movable.set_of[held?.0] as usize;
            Some((set, former))
        })
    }

    /// The meets in use of a set that should have one resource, with their tasks in it.
    pub(super) fn tasks_of(&self, set: usize) -> impl Iterator<Item = (MeetId, TaskId)> {
        let (tables, movable) = (self.tables(), self.movable);
        movable.unsplit[set].iter().flat_map(move |&demand| {
            let event = tables.event_of_demand(demand as usize);
            let position = demand as usize - tables.open.range(event).start;
            let slots = tables.slots(event);
            slots
                .map(move |slot| (MeetId(slot as u32), tables.tasks(slot).start + position))
                .filter(|&(meet, _)| self.state.duration(meet) > 0)
                .map(|(meet, task)| (meet, TaskId(task as u32)))
        })
    }

    /// Gives all tasks of a set a resource; false when they have it.
    pub(super) fn give(&mut self, set: usize, resource: u32) -> bool {
        let (tables, movable) = (self.tables(), self.movable);
        let mut changed = false;
        for &demand in &movable.unsplit[set] {
            let event = tables.event_of_demand(demand as usize);
            let position = demand as usize - tables.open.range(event).start;
            for slot in tables.slots(event) {
                let (meet, task) = (
                    MeetId(slot as u32),
                    TaskId((tables.tasks(slot).start + position) as u32),
                );
                if self.state.duration(meet) > 0 && self.state.holder(task) != resource {
                    self.state.set_holder(meet, task, resource);
                    changed = true;
                }
            }
        }
        changed
    }
}
