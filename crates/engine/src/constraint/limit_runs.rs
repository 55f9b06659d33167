//! LimitRuns: for each resource, the number of runs of adjacent busy times within a time group that are longer than allowed, summed over the
//! time groups. A time at which the resource is not busy, or that the group lacks, ends a run.

use super::bits;
use super::view::View;
use crate::{ResourceId, TimeGroupId};

/// Points: the resources, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitRuns {
    /// The resources.
    pub resources: Vec<ResourceId>,
    /// The time groups.
    pub time_groups: Vec<TimeGroupId>,
    /// The length of the longest run that costs nothing.
    pub longest: u16,
}

impl LimitRuns {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let within = |resource, group: TimeGroupId| {
            let times = &view.problem.time_groups[group.index()];
            let mut busy = vec![false; usize::from(view.problem.times)];
            for time in times {
                busy[time.index()] = view.attendance(resource)[time.index()] > 0;
            }
            busy.split(|&busy| !busy)
                .filter(|run| run.len() > usize::from(self.longest))
                .count() as i64
        };
        self.resources
            .iter()
            .map(|&resource| {
                self.time_groups
                    .iter()
                    .map(|&group| within(resource, group))
                    .sum()
            })
            .collect()
    }
}

/// Incremental form: the deviation of a resource with these busy times.
#[inline]
pub(crate) fn deviation<const W: usize>(
    busy: &[u64; W],
    groups: &[[u64; W]],
    longest: u16,
) -> i64 {
    let long_runs = |group: &[u64; W]| {
        // What is left after taking the first time of every run, as often as a run may be long, are the runs that are too long.
        let mut left = bits::both(busy, group);
        for _ in 0..longest {
            if left == [0; W] {
                return 0;
            }
            left = bits::both(&left, &bits::later(&left));
        }
        let starts: [u64; W] = {
            let after = bits::later(&left);
            std::array::from_fn(|word| left[word] & !after[word])
        };
        bits::count(&starts)
    };
    groups.iter().map(long_runs).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, deviations, meet};

    #[test]
    fn runs_longer_than_two() {
        let kind = |longest| {
            Kind::LimitRuns(LimitRuns {
                resources: vec![ResourceId(0)],
                time_groups: DAYS.to_vec(),
                longest,
            })
        };
        // Busy at 1, 2, 3 | 4, 5, 7: the day's end cuts the run.
        let meets = || {
            vec![
                meet(2, 3, Some(1), None),
                meet(0, 2, Some(4), None),
                meet(1, 1, Some(7), None),
                meet(1, 1, None, None),
            ]
        };
        assert_eq!(deviations(kind(2), meets()), [1]);
        assert_eq!(deviations(kind(1), meets()), [2]);
        assert_eq!(deviations(kind(0), meets()), [3]);
        assert_eq!(deviations(kind(3), meets()), [0]);
    }
}
