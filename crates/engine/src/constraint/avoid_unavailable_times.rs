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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn busy_when_unavailable() {
        let kind = AvoidUnavailableTimes { resources: vec![ResourceId(0)], times: vec![TimeId(0), TimeId(1), TimeId(1), TimeId(7)] };
        // Busy at 1 twice, which counts once, and at 0.
        let meets = vec![meet(0, 2, Some(0), None), meet(1, 2, Some(1), None)];
        assert_eq!(deviations(Kind::AvoidUnavailableTimes(kind), meets), [2]);
    }
}
