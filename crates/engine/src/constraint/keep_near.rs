//! KeepNear: for each group of stops, the number of pairs of meets of different stops that have a time in common and are at places apart from
//! each other. A meet is where the resource is that has the role of its stop, and nowhere when that has no place.

use super::places;
use super::relation::Run;
use super::view::{View, running};
use crate::{EventId, Problem, ResourceId, RoleId};

/// Points: the groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepNear {
    /// The groups, each of events with the role of the resource whose place it is.
    pub groups: Vec<Vec<(EventId, RoleId)>>,
    /// The place of each resource that has one, below the length of `apart`; the last counts of a resource that comes twice.
    pub places: Vec<(ResourceId, u16)>,
    /// Whether places are apart: a row of each place, an entry to each place.
    pub apart: Vec<Vec<bool>>,
}

impl KeepNear {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |group: &Vec<(EventId, RoleId)>| {
            let mut visits = Vec::new();
            for (stop, (event, role)) in group.iter().enumerate() {
                for meet in view.meets(*event) {
                    if let Some(place) =
                        places::of_meet(view, (*event, *role), meet, &self.places)
                    {
                        visits.push((stop, running(meet), place));
                    }
                }
            }
            let mut sum = 0;
            for (one, first, here) in &visits {
                for (other, second, there) in &visits {
                    let at_once = first.clone().any(|time| second.contains(&time));
                    sum += i64::from(one < other && at_once && self.apart[*here][*there]);
                }
            }
            sum
        };
        self.groups.iter().map(deviation).collect()
    }
}

/// What the incremental form looks up of a constraint.
#[derive(Clone, Debug)]
pub(crate) struct Nearness {
    /// By resource, or [`NOWHERE`](super::relation::NOWHERE).
    places: Vec<u16>,
    apart: Vec<Vec<bool>>,
}

impl Nearness {
    /// Of a constraint without faults.
    pub fn new(constraint: &KeepNear, problem: &Problem) -> Self {
        Self {
            places: places::by_resource(&constraint.places, problem),
            apart: constraint.apart.clone(),
        }
    }

    #[inline]
    fn are_apart(&self, one: Run, other: Run) -> bool {
        let place = |run: Run| self.places.get(run.holder as usize).copied();
        let row = place(one).and_then(|place| self.apart.get(usize::from(place)));
        let entry = row.zip(place(other));
        entry.is_some_and(|(row, place)| row.get(usize::from(place)) == Some(&true))
    }
}

/// Incremental form: the deviation of a group with these runs, `event` being the position of the stop.
#[inline]
pub(crate) fn deviation(mut runs: impl Iterator<Item = Run> + Clone, nearness: &Nearness) -> i64 {
    let mut sum = 0;
    while let Some(one) = runs.next() {
        let apart = runs.clone().filter(|&other| {
            one.event < other.event
                && one.start < other.end
                && other.start < one.end
                && nearness.are_apart(one, other)
        });
        sum += apart.count() as i64;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{ROLE, deviations, meet};

    #[test]
    fn places_apart_at_one_time() {
        let kind = || {
            Kind::KeepNear(KeepNear {
                groups: vec![vec![(EventId(0), ROLE), (EventId(1), ROLE)]],
                places: vec![(ResourceId(1), 0), (ResourceId(2), 1)],
                apart: vec![vec![false, true], vec![false, false]],
            })
        };
        let at = |start, holders: [Option<u32>; 2]| {
            let first = meet(0, 2, Some(1), holders[0]);
            deviations(kind(), vec![first, meet(1, 2, start, holders[1])])
        };
        assert_eq!(at(Some(2), [Some(1), Some(2)]), [1]);
        assert_eq!(at(Some(2), [Some(2), Some(1)]), [0]); // apart is what the row of the first says
        assert_eq!(at(Some(2), [Some(1), Some(1)]), [0]);
        assert_eq!(at(Some(2), [Some(1), None]), [0]);
        assert_eq!(at(Some(3), [Some(1), Some(2)]), [0]); // one after the other
        assert_eq!(at(None, [Some(1), Some(2)]), [0]);
    }
}
