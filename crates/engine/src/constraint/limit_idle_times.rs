//! LimitIdleTimes: for each resource, how far the number of its idle times, summed over the time groups, is off the limits. A time is idle
//! when the resource is not busy then, but is busy earlier and later in the same time group:
//! `. X . . X X . .` has two. Times that a group lacks are not idle, and do not interrupt it either.

use super::bits::Groups;
use super::view::View;
use crate::{Limits, ResourceId, TimeGroupId};

/// Points: the resources, with multiplicity. 
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitIdleTimes {
    /// The resources.
    pub resources: Vec<ResourceId>,
    /// The time groups.
    pub time_groups: Vec<TimeGroupId>,
    /// How many idle times a resource may have in all.
    pub limits: Limits,
}

impl LimitIdleTimes {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let idle = |resource, group| {
            let busy = view.busy(resource, group);
            let (first, last) = (busy.iter().position(|&busy| busy), busy.iter().rposition(|&busy| busy));
            first.zip(last).map_or(0, |(first, last)| busy[first..=last].iter().filter(|&&busy| !busy).count() as i64)
        };
        let deviation = |&resource| self.limits.deviation(self.time_groups.iter().map(|&group| idle(resource, group)).sum());
        self.resources.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a resource with these busy times.
#[inline]
pub(crate) fn deviation<const W: usize>(busy: &[u64; W], groups: Groups<W>, limits: Limits) -> i64 {
    limits.deviation(groups.busy_and_idle(busy).map(|(_, idle)| idle).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, deviations, meet};

    #[test]
    fn idle_times_of_two_days() {
        let kind = |limits| Kind::LimitIdleTimes(LimitIdleTimes { resources: vec![ResourceId(0)], time_groups: DAYS.to_vec(), limits });
        // X . . X | X . X X has three; the night between is not idle.
        let meets = || vec![meet(0, 1, Some(0), None), meet(0, 1, Some(3), None), meet(2, 1, Some(4), None), meet(2, 2, Some(6), None)];
        assert_eq!(deviations(kind(Limits::at_most(0)), meets()), [3]);
        assert_eq!(deviations(kind(Limits::at_most(2)), meets()), [1]);
        assert_eq!(deviations(kind(Limits::at_least(4)), meets()), [1]);
        assert_eq!(deviations(kind(Limits::at_most(0)), vec![]), [0]);
    }
}
