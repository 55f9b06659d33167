//! Kempe chain: a meet goes to another start, the meets in its way go the other way, and so on until nothing new is in the way. Between two
//! times this exchanges a connected component of the conflict graph, so no clash of preassigned resources is added.

use super::walker::{Verdict, Walker};
use crate::MeetId;
use crate::instance::tables::UNPLACED;
use crate::solution::forecast::Limit;

/// Longer chains are hardly ever accepted.
const LONGEST: usize = 48;

impl<const W: usize> Walker<'_, W> {
    /// Proposes the chain of a random meet and a random start.
    #[inline]
    pub(super) fn kempe_chain(&mut self, limit: &Limit) -> Verdict {
        let Some(meet) = self.some_meet() else {
            return Verdict::Nothing;
        };
        let Some(start) = self.dice.pick(self.starts(meet)) else {
            return Verdict::Nothing;
        };
        let old = self.state.start(meet);
        if old == UNPLACED || start == old {
            return Verdict::Nothing;
        }
        let mut chain = std::mem::take(&mut self.chain);
        chain.clear();
        chain.push(meet);
        let closed = self.grow(&mut chain, old, start);
        self.plan.clear();
        for &meet in &chain {
            self.plan
                .push((meet, across(self.state.start(meet), old, start)));
        }
        self.chain = chain;
        if closed {
            self.attempt(limit)
        } else {
            Verdict::Nothing
        }
    }

    /// Adds all meets that must go along; false when the chain gets too long or a meet cannot go.
    fn grow(&self, chain: &mut Vec<MeetId>, one: u16, other: u16) -> bool {
        let (low, high) = (one.min(other), one.max(other));
        let tables = self.tables();
        let mut next = 0;
        while next < chain.len() {
            let meet = chain[next];
            next += 1;
            let (start, duration) = (self.state.start(meet), self.state.duration(meet));
            let target = across(start, one, other);
            if !self.is_free(meet) || !self.may_start(meet, target) {
                return false;
            }
            for fixed in tables.fixed.row(self.event(meet)) {
                for time in usize::from(target)..usize::from(target) + usize::from(duration) {
                    let in_way = self
                        .state
                        .sole(fixed.resource, time)
                        .filter(|in_way| !chain.contains(in_way));
                    if let Some(in_way) = in_way {
                        let fits = self.state.start(in_way) >= low
                            && (self.state.start(in_way) >= high) != (start >= high);
                        if !fits || chain.len() >= LONGEST {
                            return false;
                        }
                        chain.push(in_way);
                    }
                }
            }
            for &linked in &self.movable.linked[self.event(meet)] {
                let slots = tables
                    .slots(linked as usize)
                    .map(|slot| MeetId(slot as u32));
                let partner = slots.into_iter().find(|&slot| {
                    self.state.duration(slot) == duration && self.state.start(slot) == start
                });
                if let Some(partner) = partner.filter(|partner| !chain.contains(partner)) {
                    if chain.len() >= LONGEST {
                        return false;
                    }
                    chain.push(partner);
                }
            }
        }
        true
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
