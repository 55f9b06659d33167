//! LimitHoles: for each resource, how far the number of its holes, summed over the time groups, is off the limits. A hole is a time of a group at
//! which the resource is not busy, but is later in the same group: idle times, and the times before the first busy one.

use super::bits::Groups;
use super::view::View;
use crate::{Limits, ResourceId, TimeGroupId};

/// Points: the resources, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitHoles {
    /// The resources.
    pub resources: Vec<ResourceId>,
    /// The time groups.
    pub time_groups: Vec<TimeGroupId>,
    /// How many holes a resource may have in all.
    pub limits: Limits,
}

impl LimitHoles {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let holes = |resource, group| {
            let busy = view.busy(resource, group);
            let last = busy.iter().rposition(|&busy| busy);
            last.map_or(0, |last| {
                busy[..last].iter().filter(|&&busy| !busy).count() as i64
            })
        };
        let deviation = |&resource| {
            let holes = |&group| holes(resource, group);
            self.limits
                .deviation(self.time_groups.iter().map(holes).sum())
        };
        self.resources.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a resource with these busy times.
#[inline]
pub(crate) fn deviation<const W: usize>(busy: &[u64; W], groups: Groups<W>, limits: Limits) -> i64 {
    limits.deviation(groups.holes(busy).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, deviations, meet};

    #[test]
    fn holes_before_and_between() {
        let kind = |limits| {
            Kind::LimitHoles(LimitHoles {
                resources: vec![ResourceId(0)],
                time_groups: DAYS.to_vec(),
                limits,
            })
        };
        // . X . X | . . X X has two and two.
        let meets = || {
            vec![
                meet(0, 1, Some(1), None),
                meet(0, 1, Some(3), None),
                meet(2, 2, Some(6), None),
                meet(2, 1, Some(6), None),
            ]
        };
        assert_eq!(deviations(kind(Limits::at_most(0)), meets()), [4]);
        assert_eq!(deviations(kind(Limits::at_most(3)), meets()), [1]);
        assert_eq!(deviations(kind(Limits::at_least(6)), meets()), [2]);
        assert_eq!(deviations(kind(Limits::at_most(0)), vec![]), [0]);
    }
}
