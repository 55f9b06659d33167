//! StartEarly: for each resource, over the time groups in which it is busy, how far beyond the second time of the group its first busy time
//! lies, and how many more groups than allowed do not begin with their first time.

use super::bits;
use super::view::View;
use crate::{ResourceId, TimeGroupId};

/// Points: the resources, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartEarly {
    /// The resources.
    pub resources: Vec<ResourceId>,
    /// The time groups.
    pub time_groups: Vec<TimeGroupId>,
    /// How many of them may begin with their second time.
    pub late: u16,
}

impl StartEarly {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |&resource| {
            let first = |&group| {
                view.busy(resource, group)
                    .iter()
                    .position(|&busy| busy)
                    .map_or(0, |place| place as i64)
            };
            let firsts: Vec<i64> = self.time_groups.iter().map(first).collect();
            let late = firsts.iter().filter(|&&first| first > 0).count() as i64;
            let beyond: i64 = firsts.iter().map(|first| (first - 1).max(0)).sum();
            beyond + (late - i64::from(self.late)).max(0)
        };
        self.resources.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a resource with these busy times.
#[inline]
pub(crate) fn deviation<const W: usize>(busy: &[u64; W], groups: &[[u64; W]], late: u16) -> i64 {
    let (mut beyond, mut lates) = (0, 0);
    for group in groups {
        let first = bits::before_first(&bits::both(busy, group), group);
        lates += i64::from(first > 0);
        beyond += (first - 1).max(0);
    }
    beyond + (lates - i64::from(late)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, deviations, meet};

    #[test]
    fn late_and_too_late_beginnings() {
        let kind = |late| {
            Kind::StartEarly(StartEarly {
                resources: vec![ResourceId(0)],
                time_groups: DAYS.to_vec(),
                late,
            })
        };
        // The first day begins with its second time, the other with its third.
        let meets = || vec![meet(0, 2, Some(1), None), meet(1, 2, Some(6), None)];
        assert_eq!(deviations(kind(2), meets()), [1]);
        assert_eq!(deviations(kind(1), meets()), [2]);
        assert_eq!(deviations(kind(0), meets()), [3]);
        assert_eq!(deviations(kind(0), vec![meet(0, 2, Some(4), None)]), [0]);
        assert_eq!(deviations(kind(0), vec![]), [0]);
    }
}
