//! Split and merge: an event without preassigned time gets its times in other pieces, and the events linked to it likewise. Hard constraints on
//! the pieces are kept as well as they were: pieces come from construction as good as can be, and a bad cut is a long way from a good one.

use super::walker::{Verdict, Walker};
use crate::MeetId;
use crate::instance::tables::UNPLACED;
use crate::solution::forecast::Limit;

/// There are many more bad cuts than good ones, and the way back is hard to hit: of those that cost more, one in so many is looked at.
const RARELY: usize = 8;

impl<const W: usize> Walker<'_, W> {
    /// Proposes to split a random meet and move the new piece, to merge two meets of an event and move the result, or to take a time from
    /// one meet and give it to another.
    pub(super) fn reshape(&mut self, limit: &Limit) -> Verdict {
        let Some(event) = self.dice.pick(&self.movable.splittable) else {
            return Verdict::Nothing;
        };
        let event = event as usize;
        let (mark, before) = (self.state.mark(), self.state.cost_of_shape(event));
        let rare = self.dice.below(RARELY) == 0;
        let recut = self.recut(event);
        let after = self.state.cost_of_shape(event);
        if recut && after.hard <= before.hard && (rare || after <= before) {
            self.conclude(mark, limit)
        } else {
            self.state.revert(mark);
            Verdict::Nothing
        }
    }

    fn recut(&mut self, event: usize) -> bool {
        let Some(one) = self.some_piece(event) else {
            return false;
        };
        let (mut ones, mut others) = std::mem::take(&mut self.ranks);
        self.rank(one, &mut ones);
        let done = match self.dice.below(3) {
            0 => self.split_off(&mut ones),
            choice => self
                .some_piece(event)
                .filter(|&other| other != one)
                .is_some_and(|other| {
                    self.rank(other, &mut others);
                    (choice == 1 || self.split_off(&mut ones)) && self.join(&ones, &others)
                }),
        };
        self.ranks = (ones, others);
        done
    }

    /// A random placed meet of an event.
    fn some_piece(&mut self, event: usize) -> Option<MeetId> {
        let slots = self.tables().slots(event);
        let some = (0..6).find_map(|_| {
            Some(MeetId((slots.start + self.dice.below(slots.len())) as u32))
                .filter(|&meet| self.state.duration(meet) > 0)
        });
        some.filter(|&meet| self.state.start(meet) != UNPLACED)
    }

    /// Fills a list with a meet and the meets of linked events that run alongside.
    fn rank(&self, meet: MeetId, rank: &mut Vec<MeetId>) {
        rank.clear();
        rank.push(meet);
        rank.extend(self.partners(meet));
    }

    /// Splits meets that run side by side and replaces them in the list by the new pieces, at a random start.
    fn split_off(&mut self, rank: &mut [MeetId]) -> bool {
        let duration = usize::from(self.state.duration(rank[0]));
        if duration < 2 {
            return false;
        }
        let size = 1 + self.dice.below(duration - 1);
        let mut start = None;
        for meet in rank {
            let Some(bud) = self.state.split(*meet, size as u16) else {
                return false;
            };
            start = start.or_else(|| self.dice.pick(self.starts(bud)));
            let Some(start) = start else { return false };
            self.state.set_start(bud, start);
            self.refit(bud);
            *meet = bud;
        }
        true
    }

    /// Merges each of the others into that of the ones which is of the same event.
    fn join(&mut self, ones: &[MeetId], others: &[MeetId]) -> bool {
        let mut chosen = None;
        for &one in ones {
            let event = self.event(one);
            let Some(&other) = others.iter().find(|&&other| self.event(other) == event) else {
                continue;
            };
            // Without a start the meet can grow; it then gets one that suits its new duration.
            let start = self.state.start(one);
            self.state.set_start(one, UNPLACED);
            if !self.state.merge(one, other) {
                return false;
            }
            if chosen.is_none() {
                let stays = self.may_start(one, start) && self.dice.below(2) == 0;
                chosen = if stays {
                    Some(start)
                } else {
                    self.dice.pick(self.starts(one))
                };
            }
            let Some(start) = chosen else { return false };
            self.state.set_start(one, start);
            self.refit(one);
        }
        true
    }
}
