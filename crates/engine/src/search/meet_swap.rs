//! Meet swap and block swap: two meets of one resource exchange their times; adjacent meets of different duration change their order.

use super::walker::{Verdict, Walker};
use crate::MeetId;
use crate::instance::tables::UNPLACED;
use crate::solution::forecast::Limit;

impl<const W: usize> Walker<'_, W> {
    /// Proposes to swap a random meet with another meet of one of its resources.
    #[inline]
    pub(super) fn meet_swap(&mut self, limit: &Limit) -> Verdict {
        let Some(one) = self.some_meet() else {
            return Verdict::Nothing;
        };
        let Some(other) = self.colleague(one) else {
            return Verdict::Nothing;
        };
        self.swap(one, other, limit)
    }

    /// Another movable meet that shares a resource that both take along.
    fn colleague(&mut self, meet: MeetId) -> Option<MeetId> {
        let resource = self.some_anchor(meet)?;
        let times = self.tables().times;
        let first = self.dice.below(times);
        let other = (0..times.min(12)).find_map(|step| {
            self.state
                .sole(resource, (first + step) % times)
                .filter(|&other| other != meet)
        })?;
        self.is_free(other).then_some(other)
    }

    fn swap(&mut self, one: MeetId, other: MeetId, limit: &Limit) -> Verdict {
        let (one, other) = if self.state.start(one) <= self.state.start(other) {
            (one, other)
        } else {
            (other, one)
        };
        let (first, second) = (self.state.start(one), self.state.start(other));
        let (long_one, long_other) = (self.state.duration(one), self.state.duration(other));
        if first == second || first == UNPLACED || second == UNPLACED {
            return Verdict::Nothing;
        }
        // Adjacent blocks change places as a whole; others exchange their starts.
        let late = if first + long_one == second {
            first + long_other
        } else {
            second
        };
        if !self.may_start(one, late) || !self.may_start(other, first) {
            return Verdict::Nothing;
        }
        self.plan.clear();
        if self.plan(one, late) && self.plan(other, first) {
            self.attempt(limit)
        } else {
            Verdict::Nothing
        }
    }
}
