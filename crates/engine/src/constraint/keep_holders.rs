//! KeepHolders: for each event group, the number of pairs of its meets, one beginning in a time group when the other ends there, that have
//! different resources for the role; a meet without a resource for it does not count.

use super::relation::{NOWHERE, Places, Run};
use super::view::{View, running};
use crate::instance::tables::NONE;
use crate::{EventGroupId, RoleId, TimeGroupId};

/// Points: the event groups, with multiplicity. Events without the role do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepHolders {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
    /// The role.
    pub role: RoleId,
    /// The time groups. Of several that hold a time, the first counts.
    pub time_groups: Vec<TimeGroupId>,
}

impl KeepHolders {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let place = |time: usize| {
            let holds = |group: &TimeGroupId| {
                let times = &view.problem.time_groups[group.index()];
                times.iter().any(|held| held.index() == time)
            };
            self.time_groups.iter().position(holds)
        };
        let deviation = |group: &EventGroupId| {
            let mut held = Vec::new();
            for meet in view.meets_of(&view.problem.event_groups[group.index()]) {
                let demands = &view.problem.events[meet.event.index()].resources;
                let mut resources = demands.iter().zip(&meet.resources);
                let holder = resources
                    .find(|(demand, _)| demand.role == Some(self.role))
                    .and_then(|(_, &resource)| resource);
                if let (Some(holder), Some(_)) = (holder, meet.start) {
                    held.push((running(meet), holder));
                }
            }
            let mut sum = 0;
            for (one, first) in &held {
                for (other, second) in &held {
                    let adjacent = one.end == other.start
                        && place(one.start).is_some()
                        && place(one.start) == place(other.start);
                    sum += i64::from(adjacent && first != second);
                }
            }
            sum
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a group with these runs.
#[inline]
pub(crate) fn deviation(runs: impl Iterator<Item = Run> + Clone, places: Places) -> i64 {
    let held = runs.filter(|run| run.holder != NONE);
    let mut sum = 0;
    for one in held.clone() {
        let place = places.of(one.start);
        if place == NOWHERE {
            continue;
        }
        let changed = held.clone().filter(|other| {
            other.start == one.end && other.holder != one.holder && places.of(other.start) == place
        });
        sum += changed.count() as i64;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, ROLE, deviations, meet};

    #[test]
    fn adjacent_meets_with_different_resources() {
        let kind = || {
            Kind::KeepHolders(KeepHolders {
                event_groups: vec![EventGroupId(0)],
                role: ROLE,
                time_groups: DAYS.to_vec(),
            })
        };
        let meets = |second, holder| {
            vec![
                meet(0, 2, Some(1), Some(1)),
                meet(1, 2, Some(second), Some(holder)),
            ]
        };
        assert_eq!(deviations(kind(), meets(3, 2)), [1]);
        assert_eq!(deviations(kind(), meets(3, 1)), [0]);
        assert_eq!(deviations(kind(), meets(4, 2)), [0]);
        // Adjacent, but over the end of the day.
        let night = vec![meet(0, 2, Some(2), Some(1)), meet(1, 2, Some(4), Some(2))];
        assert_eq!(deviations(kind(), night), [0]);
    }
}
