//! Kempe chain: a meet goes to another start, the meets in its way go the other way, and so on until nothing new is in the way. Between two
//! times this exchanges a connected component of the conflict graph, so no clash of preassigned resources is added.

use super::walker::{Verdict, Walker};
use crate::MeetId;
use crate::instance::tables::UNPLACED;
use crate::solution::forecast::{Limit, Step};

/// Longer chains are hardly ever accepted. Linked events move as one, so a few links already make a long chain.
const LONGEST: usize = 160;

impl<const W: usize> Walker<'_, W> {
    /// Proposes the chain of a random meet and a random start.
    #[inline]
    pub(super) fn kempe_chain(&mut self, limit: &Limit) -> Verdict {
        let Some((meet, start)) = self.some_step() else {
            return Verdict::Nothing;
        };
        self.exchange_along(meet, start, None, limit)
    }

    /// Proposes the chain within the week of one resource of a random meet: pieces of its week of the same length change places, however the
    /// meets cut them up. Others may clash then.
    #[inline]
    pub(super) fn row_exchange(&mut self, limit: &Limit) -> Verdict {
        let Some((meet, start)) = self.some_step() else {
            return Verdict::Nothing;
        };
        let row = self.some_anchor(meet);
        if row.is_none() {
            return Verdict::Nothing;
        }
        self.exchange_along(meet, start, row, limit)
    }

    fn exchange_along(
        &mut self,
        meet: MeetId,
        start: u16,
        row: Option<u32>,
        limit: &Limit,
    ) -> Verdict {
        let old = self.state.start(meet);
        if old == UNPLACED {
            return Verdict::Nothing;
        }
        self.plan.clear();
        if self.grow(meet, old, start, row) {
            self.attempt(limit)
        } else {
            Verdict::Nothing
        }
    }

    /// Plans the meet and all that must go along, for the sake of one resource or of all; false when that gets too long or a meet cannot go.
    fn grow(&mut self, meet: MeetId, one: u16, other: u16, row: Option<u32>) -> bool {
        let (tables, movable) = (self.tables(), self.movable);
        self.seen.clear();
        self.enlist(meet, one, other);
        let mut next = 0;
        while next < self.plan.len() {
            let (meet, target) = self.plan[next];
            next += 1;
            let (start, duration) = (self.state.start(meet), self.state.duration(meet));
            if !self.is_free(meet) || !self.may_start(meet, target) {
                return false;
            }
            // Borrowed apart from the walker, which takes on meets on the way.
            let mut anchors = std::mem::take(&mut self.anchors);
            anchors.clear();
            anchors.extend(
                self.anchors(meet)
                    .filter(|&it| row.is_none_or(|row| row == it)),
            );
            let fits = self.clear_way(&anchors, (meet, target), one, other);
            self.anchors = anchors;
            if !fits {
                return false;
            }
            for &linked in &movable.linked[self.event(meet)] {
                let mut slots = tables
                    .slots(linked as usize)
                    .map(|slot| MeetId(slot as u32));
                let partner = slots.find(|&slot| {
                    self.state.duration(slot) == duration && self.state.start(slot) == start
                });
                if let Some(partner) = partner.filter(|&partner| !self.seen.contains(partner)) {
                    if self.plan.len() >= LONGEST {
                        return false;
                    }
                    self.enlist(partner, one, other);
                }
            }
        }
        true
    }

    /// Enlists the meets that these resources attend where a step leads; false when one of them cannot go.
    #[inline]
    fn clear_way(&mut self, anchors: &[u32], (meet, target): Step, one: u16, other: u16) -> bool {
        let (low, high) = (one.min(other), one.max(other));
        let (start, duration) = (self.state.start(meet), self.state.duration(meet));
        self.looks += anchors.len() as u64;
        for &resource in anchors {
            for time in usize::from(target)..usize::from(target + duration) {
                let in_way = self.state.sole(resource, time);
                if let Some(in_way) = in_way.filter(|&in_way| !self.seen.contains(in_way)) {
                    let at = self.state.start(in_way);
                    let fits = at >= low && (at >= high) != (start >= high);
                    if !fits || self.plan.len() >= LONGEST {
                        return false;
                    }
                    self.enlist(in_way, one, other);
                }
            }
        }
        true
    }

    #[inline]
    fn enlist(&mut self, meet: MeetId, one: u16, other: u16) {
        let target = across(self.state.start(meet), one, other);
        self.plan.push((meet, target));
        self.seen.insert(meet);
    }
}

/// Where a start comes to lie when the times from the lower start on and those from the higher one on change sides.
const fn across(start: u16, one: u16, other: u16) -> u16 {
    let (low, high) = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    if start < high {
        start + (high - low)
    } else {
        start - (high - low)
    }
}
