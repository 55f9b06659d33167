//! Split and merge: an event without preassigned time gets its times in other pieces, and the events linked to it likewise. Hard constraints on
//! the pieces are kept as well as they were: pieces come from construction as good as can be, and a bad cut is a long way from a good one.
//! Every other time those who stand where the pieces have come take the times that these have left: in a week without a hole a cut alone only
//! makes clashes.

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
        let mut left = std::mem::take(&mut self.left);
        left.clear();
        self.times_of(event, &mut left);
        let recut = self.recut(event);
        if recut && self.dice.below(2) == 0 {
            self.make_way(event, &mut left);
        }
        self.left = left;
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

    /// Adds the times at which an event runs, in order of its meets.
    fn times_of(&self, event: usize, times: &mut Vec<u16>) {
        let placed = self.tables().slots(event).map(|slot| MeetId(slot as u32));
        for meet in placed.filter(|&meet| self.state.start(meet) != UNPLACED) {
            let start = self.state.start(meet);
            times.extend(start..start + self.state.duration(meet));
        }
    }

    /// Meets that stand where the pieces of an event have come go to times that these have left, as far as they fit there.
    fn make_way(&mut self, event: usize, left: &mut Vec<u16>) {
        let slots = || self.tables().slots(event).map(|slot| MeetId(slot as u32));
        left.retain(|&time| !slots().any(|piece| self.runs_at(piece, time)));
        left.sort_unstable();
        let mut rank = std::mem::take(&mut self.ranks.0);
        for slot in self.tables().slots(event) {
            let piece = MeetId(slot as u32);
            if self.state.duration(piece) > 0 && self.state.start(piece) != UNPLACED {
                self.rank(piece, &mut rank);
                rank.iter().for_each(|&meet| self.push_out(meet, left));
            }
        }
        self.ranks.0 = rank;
    }

    /// Whether a meet runs at a time.
    fn runs_at(&self, meet: MeetId, time: u16) -> bool {
        let (start, duration) = (self.state.start(meet), self.state.duration(meet));
        start != UNPLACED && (start..start + duration).contains(&time)
    }

    /// Moves those who clash with a meet to times that are left.
    fn push_out(&mut self, meet: MeetId, left: &mut Vec<u16>) {
        let mut anchors = std::mem::take(&mut self.anchors);
        anchors.clear();
        anchors.extend(self.anchors(meet));
        let start = self.state.start(meet);
        'resources: for &resource in &anchors {
            for time in start..start + self.state.duration(meet) {
                let other = self.state.other(resource, usize::from(time), meet);
                // A resource that the meet asks for twice clashes with the meet itself.
                let other = other.filter(|&other| other != meet && self.is_free(other));
                if let Some(other) = other {
                    self.take_left(other, left);
                }
                if self.state.start(meet) != start {
                    break 'resources; // it went along with one that is linked to it
                }
            }
        }
        self.anchors = anchors;
    }

    /// Moves a meet to the first of the times left at which it fits, which are then taken.
    fn take_left(&mut self, meet: MeetId, left: &mut Vec<u16>) {
        let length = self.state.duration(meet);
        let fits = |&first: &u16| {
            (first..first + length).all(|time| left.binary_search(&time).is_ok())
                && self.may_start(meet, first)
        };
        if let Some(first) = left.iter().copied().find(fits) {
            self.shift(meet, first);
            left.retain(|time| !(first..first + length).contains(time));
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::dice::Dice;
    use crate::{
        AssignTime, AvoidClashes, Constraint, Cost, Event, EventId, EventResource, Instance, Kind,
        Meet, PreferTimes, Problem, Resource, ResourceId, ResourceTypeId, Solution, TimeId,
    };

    const CLASS: ResourceTypeId = ResourceTypeId(0);

    /// A class has a double lesson at times 0 and 1, and another lesson at time 2 that had better be at time 1: no move of one piece helps.
    fn full_week() -> Result<Instance, String> {
        let lesson = |duration| Event {
            duration,
            workload: 1,
            time: None,
            resources: vec![EventResource::preassigned(CLASS, ResourceId(0), 0)],
        };
        let required = |kind| Constraint::required(1, kind);
        let prefer = PreferTimes {
            events: vec![EventId(1)],
            preferred: vec![TimeId(1)],
            duration: None,
        };
        let problem = Problem {
            times: 3,
            resource_types: 1,
            resources: vec![Resource {
                resource_type: CLASS,
            }],
            events: vec![lesson(2), lesson(1)],
            constraints: vec![
                required(Kind::AssignTime(AssignTime {
                    events: vec![EventId(0), EventId(1)],
                })),
                required(Kind::AvoidClashes(AvoidClashes {
                    resources: vec![ResourceId(0)],
                })),
                Constraint::preferred(1, Kind::PreferTimes(prefer)),
            ],
            ..Problem::default()
        };
        Instance::compile(problem).map_err(|faults| faults[0].to_string())
    }

    #[test]
    fn in_a_full_week_others_make_way() -> Result<(), String> {
        let instance = full_week()?;
        let meet = |event, duration, start| Meet {
            event: EventId(event),
            duration,
            start: Some(TimeId(start)),
            resources: vec![None],
        };
        let solution = Solution {
            meets: vec![meet(0, 2, 0), meet(1, 1, 2)],
        };
        let mut walker = Walker::<1>::new(&instance, &solution, Dice::new(1, 0));
        assert_eq!(walker.state.cost(), Cost { hard: 0, soft: 1 });
        // Nothing that costs more is taken.
        let limit = Limit {
            hard_weight: 1.0,
            worst: 0.0,
        };
        for _ in 0..500 {
            walker.reshape(&limit);
        }
        assert_eq!(walker.state.cost(), Cost::ZERO);
        assert_eq!(walker.state.cost(), walker.state.recount());
        Ok(())
    }
}
