//! ClusterBusyTimes: for each resource, how far the number of time groups in which it is busy at all is off the limits.

use super::bits;
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
pub(crate) fn deviation<const W: usize>(busy: &[u64; W], groups: &[[u64; W]], limits: Limits) -> i64 {
    limits.deviation(groups.iter().map(|group| i64::from(bits::both(busy, group) != [0; W])).sum())
}
