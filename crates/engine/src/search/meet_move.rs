//! Meet move: one meet, with those linked to it, goes to another start; open demands whose resource is taken there look for a free one.

use super::walker::Walker;
use crate::MeetId;

impl<const W: usize> Walker<'_, W> {
    /// Proposes to move a random meet to a random start.
    #[inline]
    pub(super) fn meet_move(&mut self) -> bool {
        let Some(meet) = self.some_meet() else {
            return false;
        };
        let Some(start) = self.dice.pick(self.starts(meet)) else {
            return false;
        };
        if start == self.state.start(meet) {
            return false;
        }
        self.shift(meet, start);
        self.refit(meet);
        true
    }

    /// Proposes to move a random meet to a random start and the meets in its way to where it was ("ejecting move").
    #[inline]
    pub(super) fn meet_exchange(&mut self) -> bool {
        use crate::instance::tables::UNPLACED;
        let Some(meet) = self.some_meet() else {
            return false;
        };
        let Some(start) = self.dice.pick(self.starts(meet)) else {
            return false;
        };
        let (old, duration) = (self.state.start(meet), self.state.duration(meet));
        if start == old {
            return false;
        }
        if old == UNPLACED {
            self.shift(meet, start);
            self.refit(meet);
            return true;
        }
        self.chain.clear();
        let mut chain = std::mem::take(&mut self.chain);
        for resource in self
            .tables()
            .fixed
            .row(self.event(meet))
            .iter()
            .map(|fixed| fixed.resource)
        {
            for time in usize::from(start)..usize::from(start) + usize::from(duration) {
                if let Some(other) = self.state.sole(resource, time)
                    && other != meet
                    && !chain.contains(&other)
                    && self.is_free(other)
                {
                    chain.push(other);
                }
            }
        }
        self.shift(meet, start);
        let mut next = old;
        for &other in &chain {
            if self.state.duration(other) == duration && self.may_start(other, old) {
                self.shift(other, old);
            } else if self.state.duration(other) < duration && self.may_start(other, next) {
                // Shorter meets line up in the place of the longer one.
                self.shift(other, next);
                next = (next + self.state.duration(other)).min(old + duration - 1);
            }
        }
        self.refit(meet);
        for &other in &chain {
            self.refit(other);
        }
        self.chain = chain;
        true
    }

    /// Gives the meet's open demands a free resource where the present one clashes.
    #[inline]
    pub(super) fn refit(&mut self, meet: MeetId) {
        let tables = self.tables();
        let demands = tables.open.range(self.event(meet));
        for (demand, task) in demands.zip(tables.tasks(meet.index())) {
            self.refit_task(meet, demand, crate::TaskId(task as u32));
        }
    }

    fn refit_task(&mut self, meet: MeetId, demand: usize, task: crate::TaskId) {
        use crate::instance::tables::{NONE, UNPLACED};
        let tables = self.tables();
        let (start, duration, holder) = (
            self.state.start(meet),
            self.state.duration(meet),
            self.state.holder(task),
        );
        if start == UNPLACED || !tables.unsplits_of_demand.row(demand).is_empty() {
            return;
        }
        let times = usize::from(start)..usize::from(start) + usize::from(duration);
        if holder != NONE
            && times
                .clone()
                .all(|time| self.state.count(holder, time) == 1)
        {
            return;
        }
        let candidates = tables.candidates.row(demand);
        if candidates.is_empty() {
            return;
        }
        let first = self.dice.below(candidates.len());
        let fit =
            (0..candidates.len().min(24)).map(|step| candidates[(first + step) % candidates.len()]);
        let fit = fit
            .into_iter()
            .find(|&candidate| self.is_free_during(candidate, start, duration));
        if let Some(fit) = fit {
            self.state.set_holder(meet, task, fit);
        }
    }
}
