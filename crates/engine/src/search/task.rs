//! Moves of resources: a task gets another resource, swapping with the task that had it at that time; or all tasks that should have one
//! resource get another together.

use super::walker::{Verdict, Walker};
use crate::instance::tables::{NONE, UNPLACED};
use crate::solution::forecast::Limit;
use crate::{MeetId, TaskId};

impl<const W: usize> Walker<'_, W> {
    /// Proposes another resource for a random task; when that is busy with one other meet that holds it in an open demand, they swap.
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
        let Some(candidate) = self.dice.pick(tables.candidates.row(demand)) else {
            return Verdict::Nothing;
        };
        let holder = self.state.holder(task);
        if candidate == holder {
            return Verdict::Nothing;
        }
        let start = self.state.start(meet);
        let other = if start == UNPLACED {
            None
        } else {
            self.state.sole(candidate, usize::from(start))
        };
        let mark = self.state.mark();
        self.state.set_holder(meet, task, candidate);
        if let Some(other) = other.filter(|&other| other != meet && holder != NONE) {
            let theirs = tables
                .tasks(other.index())
                .map(|task| TaskId(task as u32))
                .find(|&task| self.state.holder(task) == candidate);
            if let Some(theirs) = theirs {
                self.state.set_holder(other, theirs, holder);
            }
        }
        self.conclude(mark, limit)
    }

    /// Proposes one resource for all tasks of a set that should have one.
    pub(super) fn group_reassign(&mut self, limit: &Limit) -> Verdict {
        let tables = self.tables();
        let movable = self.movable;
        if movable.unsplit.is_empty() {
            return Verdict::Nothing;
        }
        let demands = &movable.unsplit[self.dice.below(movable.unsplit.len())];
        let Some(demand) = self.dice.pick(demands) else {
            return Verdict::Nothing;
        };
        let Some(candidate) = self.dice.pick(tables.candidates.row(demand as usize)) else {
            return Verdict::Nothing;
        };
        let mark = self.state.mark();
        let mut changed = false;
        for &demand in demands {
            let event = tables.event_of_demand(demand as usize);
            let position = demand as usize - tables.open.range(event).start;
            for slot in tables.slots(event) {
                let (meet, task) = (
                    MeetId(slot as u32),
                    TaskId((tables.tasks(slot).start + position) as u32),
                );
                if self.state.duration(meet) > 0 && self.state.holder(task) != candidate {
                    self.state.set_holder(meet, task, candidate);
                    changed = true;
                }
            }
        }
        if changed {
            self.conclude(mark, limit)
        } else {
            Verdict::Nothing
        }
    }
}
