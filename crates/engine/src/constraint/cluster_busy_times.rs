//! ClusterBusyTimes: for each resource, how far the number of time groups in which it is busy at all is off the limits.

use super::bits::{self, Groups};
use super::view::View;
use crate::{Limits, ResourceId, TimeGroupId};

/// Points: the resources, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterBusyTimes {
    /// The resources.
    pub resources: Vec<ResourceId>,
    /// The time groups.
    pub time_groups: Vec<TimeGroupId>,
    /// In how many of them a resource may be busy; a resource that never is, is charged the minimum too.
    pub limits: Limits,
}

impl ClusterBusyTimes {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |&resource| {
            let busy = self.time_groups.iter().filter(|&&group| view.busy(resource, group).contains(&true)).count();
            self.limits.deviation(busy as i64)
        };
        self.resources.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a resource with these busy times.
#[inline]
pub(crate) fn deviation<const W: usize>(busy: &[u64; W], groups: Groups<W>, limits: Limits) -> i64 {
    limits.deviation(groups.sets.iter().map(|group| i64::from(bits::both(busy, group) != [0; W])).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, deviations, meet};

    #[test]
    fn busy_days() {
        let kind = |limits| Kind::ClusterBusyTimes(ClusterBusyTimes { resources: vec![ResourceId(0)], time_groups: DAYS.to_vec(), limits });
        let both = || vec![meet(0, 2, Some(3), None)]; // from the first day into the second
        assert_eq!(deviations(kind(Limits::at_most(1)), both()), [1]);
        assert_eq!(deviations(kind(Limits { min: 1, max: 1 }), vec![]), [1]);
    }
}
