//! LimitBusyTimes: for each resource, how far the number of its busy times in a time group is off the limits, summed over the time groups;
//! a time group without any busy time costs nothing.

use super::bits::Groups;
use super::view::View;
use crate::{Limits, ResourceId, TimeGroupId};

/// Points: the resources, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitBusyTimes {
    /// The resources.
    pub resources: Vec<ResourceId>,
    /// The time groups.
    pub time_groups: Vec<TimeGroupId>,
    /// How many busy times a resource may have in a time group in which it has any.
    pub limits: Limits,
}

impl LimitBusyTimes {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let within = |resource, group| match view.busy(resource, group).iter().filter(|&&busy| busy).count() {
            0 => 0,
            busy => self.limits.deviation(busy as i64),
        };
        let deviation = |&resource| self.time_groups.iter().map(|&group| within(resource, group)).sum();
        self.resources.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a resource with these busy times.
#[inline]
pub(crate) fn deviation<const W: usize>(busy: &[u64; W], groups: Groups<W>, limits: Limits) -> i64 {
    groups.busy_and_idle(busy).map(|(times, _)| if times == 0 { 0 } else { limits.deviation(times) }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, deviations, meet};

    #[test]
    fn busy_times_of_each_day() {
        let limits = Limits { min: 2, max: 3 };
        let kind = || Kind::LimitBusyTimes(LimitBusyTimes { resources: vec![ResourceId(0)], time_groups: DAYS.to_vec(), limits });
        // Four on the first day, one too many, and one on the second, one too few.
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(0), None), meet(2, 3, Some(2), None)]), [2]);
        // A day without any costs nothing.
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(0), None)]), [0]);
    }
}
