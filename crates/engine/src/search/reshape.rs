//! Split and merge: an event without preassigned time gets its times in other pieces.

use super::walker::{Verdict, Walker};
use crate::MeetId;
use crate::instance::tables::UNPLACED;
use crate::solution::forecast::Limit;

impl<const W: usize> Walker<'_, W> {
    /// Proposes to split a random meet and move the new piece, to merge two meets of an event and move the result, or to take a time from
    /// one meet and give it to another.
    pub(super) fn reshape(&mut self, limit: &Limit) -> Verdict {
        let mark = self.state.mark();
        if self.recut() {
            self.conclude(mark, limit)
        } else {
            self.state.revert(mark);
            Verdict::Nothing
        }
    }

    fn recut(&mut self) -> bool {
        let Some(event) = self.dice.pick(&self.movable.splittable) else {
            return false;
        };
        let slots = self.tables().slots(event as usize);
        let first = slots.start;
        let some = |walker: &mut Self| {
            let tries = (0..6).find_map(|_| {
                Some(MeetId((first + walker.dice.below(slots.len())) as u32))
                    .filter(|&meet| walker.state.duration(meet) > 0)
            });
            tries.filter(|&meet| walker.state.start(meet) != UNPLACED)
        };
        let Some(one) = some(self) else { return false };
        match self.dice.below(3) {
            0 => self.split_off(one).is_some(),
            1 => some(self).is_some_and(|other| self.join(one, other)),
            _ => {
                let Some(other) = some(self).filter(|&other| other != one) else {
                    return false;
                };
                let Some(piece) = self.split_off(one) else {
                    return false;
                };
                self.join(piece, other)
            }
        }
    }

    fn split_off(&mut self, meet: MeetId) -> Option<MeetId> {
        let duration = usize::from(self.state.duration(meet));
        if duration < 2 {
            return None;
        }
        let size = 1 + self.dice.below(duration - 1);
        let bud = self.state.split(meet, size as u16)?;
        let start = self.dice.pick(self.starts(bud))?;
        self.state.set_start(bud, start);
        self.refit(bud);
        Some(bud)
    }

    fn join(&mut self, one: MeetId, other: MeetId) -> bool {
        if one == other {
            return false;
        }
        // Without a start the meet can grow; it then gets one that suits its new duration.
        let start = self.state.start(one);
        self.state.set_start(one, UNPLACED);
        if !self.state.merge(one, other) {
            return false;
        }
        let suits = self.may_start(one, start) && self.dice.below(2) == 0;
        let Some(start) = (if suits {
            Some(start)
        } else {
            self.dice.pick(self.starts(one))
        }) else {
            return false;
        };
        self.state.set_start(one, start);
        self.refit(one);
        true
    }
}
