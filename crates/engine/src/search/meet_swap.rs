//! Meet swap and block swap: two meets of one resource exchange their times; adjacent meets of different duration change their order.

use super::walker::Walker;
use crate::MeetId;
use crate::instance::tables::UNPLACED;

impl<const W: usize> Walker<'_, W> {
    /// Proposes to swap a random meet with another meet of one of its resources.
    #[inline]
    pub(super) fn meet_swap(&mut self) -> bool {
        let Some(one) = self.some_meet() else {
            return false;
        };
        let Some(other) = self.colleague(one) else {
            return false;
        };
        self.swap(one, other)
    }

    /// Another movable meet that shares a preassigned resource.
    fn colleague(&mut self, meet: MeetId) -> Option<MeetId> {
        let resource = self.some_fixed(meet)?;
        let times = self.tables().times;
        let first = self.dice.below(times);
        let other = (0..times.min(12)).find_map(|step| {
            self.state
                .sole(resource, (first + step) % times)
                .filter(|&other| other != meet)
        })?;
        self.is_free(other).then_some(other)
    }

    fn swap(&mut self, one: MeetId, other: MeetId) -> bool {
        let (one, other) = if self.state.start(one) <= self.state.start(other) {
            (one, other)
        } else {
            (other, one)
        };
        let (first, second) = (self.state.start(one), self.state.start(other));
        let (long_one, long_other) = (self.state.duration(one), self.state.duration(other));
        if first == second || first == UNPLACED || second == UNPLACED {
            return false;
        }
        // Adjacent blocks change places as a whole; others exchange their starts.
        let late = if first + long_one == second {
            first + long_other
        } else {
            second
        };
        if !self.may_start(one, late) || !self.may_start(other, first) {
            return false;
        }
        self.shift(one, late);
        self.shift(other, first);
        self.refit(one);
        self.refit(other);
        true
    }
}
