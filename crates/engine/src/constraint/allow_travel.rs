//! AllowTravel: for each traveller, the number of pairs of its meets in one time group of which the second begins so soon after the first has
//! ended that there is no time for the way between their places. Only meets of stops that have a part in common are one after another for
//! somebody; a meet is where the resource is that has the role of its stop, and nowhere when that has no place.

use super::places;
use super::relation::{NOWHERE, Run};
use super::view::{View, running};
use crate::instance::tables::NONE;
use crate::{EventId, Problem, ResourceId, RoleId, TimeGroupId};

/// Points: the travellers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowTravel {
    /// The travellers, each with its stops.
    pub travellers: Vec<Vec<Stop>>,
    /// The place of each resource that has one, below the length of `ways`; the last counts of a resource that comes twice.
    pub places: Vec<(ResourceId, u16)>,
    /// How long it takes from a place to another: a row of each place, an entry to each place, in the unit of `clock`.
    pub ways: Vec<Vec<u16>>,
    /// When each time begins and ends, on any clock.
    pub clock: Vec<(u32, u32)>,
    /// The time groups. Of several that hold a time, the first counts: of the last time of the first meet, and of the first one of the second.
    pub time_groups: Vec<TimeGroupId>,
}

/// Where a traveller comes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The event.
    pub event: EventId,
    /// The role of the resource whose place it is.
    pub role: RoleId,
    /// The parts of the traveller that are there, such as some of the pupils of a class.
    pub parts: Vec<u16>,
}

impl Stop {
    fn shares_a_part(&self, other: &Self) -> bool {
        self.parts.iter().any(|part| other.parts.contains(part))
    }
}

impl AllowTravel {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let group = |time: usize| {
            let holds = |group: &TimeGroupId| {
                let times = &view.problem.time_groups[group.index()];
                times.iter().any(|held| held.index() == time)
            };
            self.time_groups.iter().position(holds)
        };
        let deviation = |stops: &Vec<Stop>| {
            let mut visits = Vec::new();
            for stop in stops {
                for meet in view.meets(stop.event) {
                    let who = (stop.event, stop.role);
                    let place = places::of_meet(view, who, meet, &self.places);
                    if let (Some(place), Some(_)) = (place, meet.start) {
                        visits.push((stop, running(meet), place));
                    }
                }
            }
            let mut sum = 0;
            for (one, first, from) in &visits {
                for (other, second, to) in &visits {
                    if second.start < first.end || !one.shares_a_part(other) {
                        continue;
                    }
                    let (left, come) = (first.end - 1, second.start);
                    let between = i64::from(self.clock[come].0) - i64::from(self.clock[left].1);
                    let together = group(left).is_some() && group(left) == group(come);
                    let soon = between < i64::from(self.ways[*from][*to]);
                    sum += i64::from(together && soon);
                }
            }
            sum
        };
        self.travellers.iter().map(deviation).collect()
    }
}

/// What the incremental form looks up of a constraint.
#[derive(Clone, Debug)]
pub(crate) struct Ways {
    /// By resource, or [`NOWHERE`].
    places: Vec<u16>,
    ways: Vec<Vec<u16>>,
    clock: Vec<(u32, u32)>,
    /// By time: the place of its time group, or [`NOWHERE`].
    groups: Vec<u16>,
    /// By time: no way is too long from a meet that ends with it to one that begins at this time or later.
    until: Vec<u16>,
}

impl Ways {
    /// Of a constraint without faults; `groups` is the place of the first time group that holds each time.
    pub fn new(constraint: &AllowTravel, problem: &Problem, groups: &[u16]) -> Self {
        let longest = constraint.ways.iter().flatten().copied().max();
        let longest = i64::from(longest.unwrap_or(0));
        let clock = &constraint.clock;
        let until = |left: usize| {
            let soon = |come: &usize| {
                groups[left] != NOWHERE
                    && groups[*come] == groups[left]
                    && i64::from(clock[*come].0) - i64::from(clock[left].1) < longest
            };
            let last = (left + 1..clock.len()).rev().find(soon);
            last.map_or(left + 1, |last| last + 1) as u16
        };
        Self {
            places: places::by_resource(&constraint.places, problem),
            ways: constraint.ways.clone(),
            clock: clock.clone(),
            groups: groups.to_vec(),
            until: (0..clock.len()).map(until).collect(),
        }
    }

    #[inline]
    fn place(&self, run: Run) -> u16 {
        let place = self.places.get(run.holder as usize);
        place.copied().unwrap_or(NOWHERE)
    }

    /// Whether who is at the first cannot be at the second in time.
    #[inline]
    fn is_missed(&self, first: Run, second: Run) -> bool {
        let (left, come) = (usize::from(first.end) - 1, usize::from(second.start));
        let way = self.ways[usize::from(self.place(first))][usize::from(self.place(second))];
        let between = i64::from(self.clock[come].0) - i64::from(self.clock[left].1);
        between < i64::from(way)
            && self.groups[left] == self.groups[come]
            && self.groups[left] != NOWHERE
    }
}

/// Which stops of a traveller have a part in common: a bit for each pair.
#[derive(Clone, Debug)]
pub(crate) struct Joined {
    words: usize,
    bits: Vec<u64>,
}

impl Joined {
    /// Of a traveller.
    pub fn new(stops: &[Stop]) -> Self {
        let words = stops.len().div_ceil(64);
        let mut bits = vec![0; stops.len() * words];
        for (row, one) in stops.iter().enumerate() {
            for (at, other) in stops.iter().enumerate() {
                let joined = u64::from(one.shares_a_part(other));
                bits[row * words + at / 64] |= joined << (at % 64);
            }
        }
        Self { words, bits }
    }

    #[inline]
    fn are(&self, one: Run, other: Run) -> bool {
        let (row, at) = (one.event as usize, other.event as usize);
        self.bits[row * self.words + at / 64] >> (at % 64) & 1 == 1
    }
}

/// Runs that are sorted by their first time; with more of them, every pair is looked at.
const MOST: usize = 128;
const NO_RUN: u8 = u8::MAX;

/// Incremental form: the deviation of a traveller with these runs, `event` being the position of the stop.
#[inline]
pub(crate) fn deviation<const W: usize>(
    runs: impl Iterator<Item = Run> + Clone,
    ways: &Ways,
    joined: &Joined,
) -> i64 {
    let runs = runs.filter(|&run| ways.place(run) != NOWHERE);
    let mut first = [[NO_RUN; 64]; W];
    let first = first.as_flattened_mut();
    let nothing = Run {
        event: 0,
        start: 0,
        end: 0,
        holder: NONE,
    };
    let mut seen = [(nothing, NO_RUN); MOST];
    let mut count = 0;
    for run in runs.clone() {
        let Some(entry) = seen.get_mut(count) else {
            return every_pair(runs, ways, joined);
        };
        let first = &mut first[usize::from(run.start)];
        *entry = (run, *first);
        *first = count as u8;
        count += 1;
    }
    let mut sum = 0;
    for &(one, _) in &seen[..count] {
        let until = ways.until[usize::from(one.end) - 1];
        for &first in &first[usize::from(one.end)..usize::from(until)] {
            let mut next = first;
            while next != NO_RUN {
                let (other, after) = seen[usize::from(next)];
                sum += i64::from(joined.are(one, other) && ways.is_missed(one, other));
                next = after;
            }
        }
    }
    sum
}

fn every_pair(runs: impl Iterator<Item = Run> + Clone, ways: &Ways, joined: &Joined) -> i64 {
    let missed = |one: Run| {
        let later = runs.clone().filter(move |other| {
            other.start >= one.end && joined.are(one, *other) && ways.is_missed(one, *other)
        });
        later.count() as i64
    };
    runs.clone().map(missed).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, ROLE, deviations, meet};

    fn stop(event: u32, parts: &[u16]) -> Stop {
        Stop {
            event: EventId(event),
            role: ROLE,
            parts: parts.to_vec(),
        }
    }

    /// Times of 50 minutes, with a break of 15 after the second of a day and of 5 otherwise; 10 minutes from 1 to 2, and 60 back.
    fn kind(stops: Vec<Stop>) -> Kind {
        let clock = [0, 55, 120, 175].map(|begin| (begin, begin + 50));
        Kind::AllowTravel(AllowTravel {
            travellers: vec![stops],
            places: vec![(ResourceId(1), 0), (ResourceId(2), 1)],
            ways: vec![vec![0, 10], vec![60, 0]],
            clock: [clock, clock].concat(),
            time_groups: DAYS.to_vec(),
        })
    }

    #[test]
    fn too_soon_for_the_way() {
        let both = || kind(vec![stop(0, &[0]), stop(1, &[0])]);
        let there = |start, holder| {
            let meets = vec![
                meet(0, 1, Some(0), Some(1)),
                meet(0, 1, None, Some(1)),
                meet(1, 2, start, holder),
            ];
            deviations(both(), meets)
        };
        assert_eq!(there(Some(1), Some(2)), [1]); // 5 minutes
        assert_eq!(there(Some(2), Some(2)), [0]); // a time between
        assert_eq!(there(Some(1), Some(1)), [0]);
        assert_eq!(there(Some(1), None), [0]);
        assert_eq!(there(None, Some(2)), [0]);
        assert_eq!(there(Some(4), Some(2)), [0]); // another day
        let long_break = |first, second| {
            let meets = vec![
                meet(0, 2, Some(0), Some(first)),
                meet(1, 2, Some(2), Some(second)),
            ];
            deviations(both(), meets)
        };
        assert_eq!(long_break(1, 2), [0]); // 15 minutes are enough for 10
        assert_eq!(long_break(2, 1), [1]); // and too few for 60
        // 70 minutes from the first to the third: enough for the way back; 5 and 15 are not.
        let meets = vec![
            meet(0, 1, Some(0), Some(2)),
            meet(0, 1, Some(2), Some(1)),
            meet(1, 2, Some(6), None),
        ];
        assert_eq!(deviations(both(), meets), [0]);
    }

    #[test]
    fn different_parts_do_not_wait_for_each_other() {
        let meets = || {
            vec![
                meet(0, 2, Some(0), Some(2)),
                meet(1, 2, Some(2), Some(1)),
                meet(2, 3, Some(4), Some(1)),
            ]
        };
        let apart = kind(vec![stop(0, &[0]), stop(1, &[1])]);
        assert_eq!(deviations(apart, meets()), [0]);
        let half = kind(vec![stop(0, &[0, 1]), stop(1, &[1])]);
        assert_eq!(deviations(half, meets()), [1]);
        // A stop that is there twice counts twice.
        let twice = kind(vec![stop(0, &[0]), stop(1, &[0]), stop(1, &[0])]);
        assert_eq!(deviations(twice, meets()), [2]);
    }
}
