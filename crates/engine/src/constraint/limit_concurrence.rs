//! LimitConcurrence: for each event group, how far the number of its meets that run at a time is off the limits, summed over the times; where
//! none is asked to be free, a time at which none runs costs nothing.

use super::view::{View, running};
use crate::{EventGroupId, Limits, TimeId};

/// Points: the event groups, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitConcurrence {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
    /// The times, as a set.
    pub times: Vec<TimeId>,
    /// How many meets may run at each.
    pub limits: Limits,
    /// Whether a time at which none runs costs nothing.
    pub none_is_free: bool,
}

impl LimitConcurrence {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let mut times = self.times.clone();
        times.sort_unstable();
        times.dedup();
        let deviation = |group: &EventGroupId| {
            let meets = view.meets_of(&view.problem.event_groups[group.index()]);
            let mut count = vec![0; usize::from(view.problem.times)];
            meets.flat_map(running).for_each(|time| count[time] += 1);
            let at = |time: &TimeId| match count[time.index()] {
                0 if self.none_is_free => 0,
                meets => self.limits.deviation(meets),
            };
            times.iter().map(at).sum()
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation at a time at which so many meets run.
#[inline]
pub(crate) const fn deviation(meets: u32, limits: Limits, none_is_free: bool) -> i64 {
    if meets == 0 && none_is_free {
        0
    } else {
        limits.deviation(meets as i64)
    }
}

/// Incremental form: what one more meet at a time at which so many run adds to the deviation.
#[inline]
pub(crate) const fn growth(meets: u32, limits: Limits, none_is_free: bool) -> i64 {
    deviation(meets + 1, limits, none_is_free) - deviation(meets, limits, none_is_free)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn meets_at_a_time() {
        let kind = |limits, none_is_free| {
            Kind::LimitConcurrence(LimitConcurrence {
                event_groups: vec![EventGroupId(0)],
                times: vec![TimeId(1), TimeId(2), TimeId(5), TimeId(1)],
                limits,
                none_is_free,
            })
        };
        // Both at 1, one at 2, none at 5.
        let meets = || vec![meet(0, 2, Some(0), None), meet(1, 2, Some(1), None)];
        assert_eq!(deviations(kind(Limits::at_most(1), true), meets()), [1]);
        assert_eq!(deviations(kind(Limits::at_least(2), true), meets()), [1]);
        assert_eq!(deviations(kind(Limits::at_least(2), false), meets()), [3]);
    }
}
