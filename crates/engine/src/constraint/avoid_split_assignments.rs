//! AvoidSplitAssignments: for each event group, the number of different resources that the role has over all meets of its events,
//! less one; unassigned demands do not count.

use super::view::View;
use crate::{EventGroupId, RoleId};
use std::collections::BTreeSet;

/// Points: the event groups, with multiplicity. Every event of them must have the role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AvoidSplitAssignments {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
    /// The role.
    pub role: RoleId,
}

impl AvoidSplitAssignments {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |group: &EventGroupId| {
            let meets = view.meets_of(&view.problem.event_groups[group.index()]);
            let resources: BTreeSet<_> = meets
                .flat_map(|meet| {
                    let demands = &view.problem.events[meet.event.index()].resources;
                    demands.iter().zip(&meet.resources).filter(|(demand, _)| demand.role == Some(self.role)).filter_map(|(_, &resource)| resource)
                })
                .collect();
            (resources.len() as i64 - 1).max(0)
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation when this many different resources hold the role.
#[inline]
pub(crate) const fn deviation(different: u32) -> i64 {
    if different > 1 { different as i64 - 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{ROLE, deviations, meet};

    #[test]
    fn different_resources_less_one() {
        let kind = || Kind::AvoidSplitAssignments(AvoidSplitAssignments { event_groups: vec![EventGroupId(0)], role: ROLE });
        assert_eq!(deviations(kind(), vec![meet(0, 2, None, Some(1)), meet(1, 2, None, Some(2))]), [1]);
        assert_eq!(deviations(kind(), vec![meet(0, 2, None, Some(1)), meet(1, 2, None, Some(1))]), [0]);
        assert_eq!(deviations(kind(), vec![meet(0, 1, None, Some(1)), meet(0, 1, None, None)]), [0]);
    }
}
