//! AvoidUnavailableTimes: for each resource, the number of different unavailable times at which it is busy.

use super::view::View;
use crate::{ResourceId, TimeId};
use std::collections::BTreeSet;

/// Points: the resources, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AvoidUnavailableTimes {
    /// The resources.
    pub resources: Vec<ResourceId>,
    /// The unavailable times, as a set.
    pub times: Vec<TimeId>,
}

impl AvoidUnavailableTimes {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let times: BTreeSet<_> = self.times.iter().collect();
        let busy = |&resource| times.iter().filter(|time| view.attendance(resource)[time.index()] > 0).count() as i64;
        self.resources.iter().map(busy).collect()
    }
}
