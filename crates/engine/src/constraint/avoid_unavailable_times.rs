//! AvoidUnavailableTimes: for each resource, the number of different unavailable times at which it is busy.

use super::bits;
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

/// Incremental form: the deviation of a resource with these busy times.
#[inline]
pub(crate) fn deviation<const W: usize>(busy: &[u64; W], unavailable: &[u64; W]) -> i64 {
    bits::count(&bits::both(busy, unavailable))
}
