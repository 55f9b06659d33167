//! LimitHolders: for each event group, how many more different resources than allowed have the role over all meets that have a start;
//! those without a resource for it do not count.

use super::relation::Run;
use super::view::View;
use crate::instance::tables::NONE;
use crate::{EventGroupId, RoleId};
use std::collections::BTreeSet;

/// Points: the event groups, with multiplicity. Events without the role do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitHolders {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
    /// The role.
    pub role: RoleId,
    /// How many different resources cost nothing.
    pub most: u16,
}

impl LimitHolders {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |group: &EventGroupId| {
            let meets = view.meets_of(&view.problem.event_groups[group.index()]);
            let started = meets.filter(|meet| meet.start.is_some());
            let resources: BTreeSet<_> = started
                .flat_map(|meet| {
                    let demands = &view.problem.events[meet.event.index()].resources;
                    let held = demands.iter().zip(&meet.resources);
                    held.filter(|(demand, _)| demand.role == Some(self.role))
                        .filter_map(|(_, &resource)| resource)
                })
                .collect();
            (resources.len() as i64 - i64::from(self.most)).max(0)
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a group with these runs.
#[inline]
pub(crate) fn deviation(runs: impl Iterator<Item = Run> + Clone, most: u16) -> i64 {
    let held = runs.map(|run| run.holder).filter(|&holder| holder != NONE);
    let mut different = 0;
    let mut later = held;
    // A resource is counted where it is held last.
    while let Some(holder) = later.next() {
        different += i64::from(later.clone().all(|other| other != holder));
    }
    (different - i64::from(most)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{ROLE, deviations, meet};

    #[test]
    fn different_resources_beyond_the_allowed() {
        let kind = |most| {
            Kind::LimitHolders(LimitHolders {
                event_groups: vec![EventGroupId(0)],
                role: ROLE,
                most,
            })
        };
        let meets = |third| {
            vec![
                meet(0, 1, Some(0), Some(1)),
                meet(0, 1, Some(1), Some(2)),
                meet(1, 2, third, Some(1)),
            ]
        };
        assert_eq!(deviations(kind(1), meets(Some(4))), [1]);
        assert_eq!(deviations(kind(0), meets(None)), [2]);
        assert_eq!(deviations(kind(2), meets(Some(4))), [0]);
    }
}
