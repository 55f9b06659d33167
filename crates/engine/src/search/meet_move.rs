//! Meet move: one meet, with those linked to it, goes to another start, alone or in exchange with the meets in its way; open demands whose
//! resource is taken there look for a free one.

use super::walker::{Verdict, Walker};
use crate::instance::tables::{NONE, UNPLACED};
use crate::solution::forecast::Limit;
use crate::{MeetId, TaskId};

impl<const W: usize> Walker<'_, W> {
    /// Proposes to move a random meet to a random start.
    #[inline]
    pub(super) fn meet_move(&mut self, limit: &Limit) -> Verdict {
        let Some((meet, start)) = self.some_step() else {
            return Verdict::Nothing;
        };
        self.plan.clear();
        self.plan(meet, start);
        self.attempt(limit)
    }

    /// Proposes to move a random meet to a random start and the meets in its way to where it was ("ejecting move").
    #[inline]
    pub(super) fn meet_exchange(&mut self, limit: &Limit) -> Verdict {
        let Some((meet, start)) = self.some_step() else {
            return Verdict::Nothing;
        };
        let (old, duration) = (self.state.start(meet), self.state.duration(meet));
        self.plan.clear();
        self.plan(meet, start);
        if old != UNPLACED {
            let mut next = old;
            for place in 0..self.plan.len() {
                let mut anchors = std::mem::take(&mut self.anchors);
                anchors.clear();
                anchors.extend(self.anchors(self.plan[place].0));
                for &resource in &anchors {
                    for time in usize::from(start)..usize::from(start + duration) {
                        let Some(other) = self.state.sole(resource, time) else {
                            continue;
                        };
                        if other == meet || !self.is_free(other) {
                            continue;
                        }
                        let length = self.state.duration(other);
                        if length == duration && self.may_start(other, old) {
                            self.plan(other, old);
                        } else if length < duration
                            && self.may_start(other, next)
                            && self.plan(other, next)
                        {
                            // Shorter meets line up in the place of the longer one.
                            next = (next + length).min(old + duration - 1);
                        }
                    }
                }
                self.anchors = anchors;
            }
        }
        self.attempt(limit)
    }

    /// A random meet and a random start that it does not have.
    #[inline]
    pub(super) fn some_step(&mut self) -> Option<(MeetId, u16)> {
        let meet = self.some_meet()?;
        let start = self.dice.pick(self.starts(meet))?;
        (start != self.state.start(meet)).then_some((meet, start))
    }

    /// Gives the meet's open demands a free resource where the present one clashes, or nobody where that may be.
    #[inline]
    pub(super) fn refit(&mut self, meet: MeetId) {
        let tables = self.tables();
        let demands = tables.open.range(self.event(meet));
        for (demand, task) in demands.zip(tables.tasks(meet.index())) {
            self.refit_task(meet, demand, TaskId(task as u32));
        }
    }

    fn refit_task(&mut self, meet: MeetId, demand: usize, task: TaskId) {
        let tables = self.tables();
        let (start, duration, holder) = (
            self.state.start(meet),
            self.state.duration(meet),
            self.state.holder(task),
        );
        if start == UNPLACED || !tables.unsplits_of_demand.row(demand).is_empty() {
            return;
        }
        let mut times = usize::from(start)..usize::from(start) + usize::from(duration);
        if holder != NONE && times.all(|time| self.state.count(holder, time) == 1) {
            return;
        }
        if tables.candidates.row(demand).is_empty() {
            return;
        }
        if let Some(fit) = self.free_candidate(meet, demand) {
            self.state.set_holder(meet, task, fit);
        } else if !self.rehouse(meet, demand, task) && tables.optional[demand] {
            self.state.set_holder(meet, task, NONE);
        }
    }
}
