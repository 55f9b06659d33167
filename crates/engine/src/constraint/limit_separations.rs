//! LimitSeparations: for each event group, over all pairs of its meets that start in the same time group, how far the number of that group's
//! times between the end of the earlier and the start of the later is off the limits. Overlapping ones are as many times less than none
//! apart. Of several time groups that hold a time, the first counts.

use super::relation::{NOWHERE, Places, Run};
use super::view::View;
use crate::{EventGroupId, Limits, TimeGroupId};

/// Points: the event groups, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitSeparations {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
    /// The time groups.
    pub time_groups: Vec<TimeGroupId>,
    /// How many times may lie between two meets.
    pub separation: Limits,
}

impl LimitSeparations {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |group: &EventGroupId| {
            let meets = view.meets_of(&view.problem.event_groups[group.index()]);
            let mut runs: Vec<(usize, usize)> = meets
                .filter_map(|meet| {
                    meet.start.map(|start| (start.index(), start.index() + usize::from(meet.duration)))
                })
                .collect();
            runs.sort_unstable();
            let place = |time: usize| {
                let holds = |group: &TimeGroupId| {
                    let times = &view.problem.time_groups[group.index()];
                    times.iter().any(|held| held.index() == time)
                };
                self.time_groups.iter().position(holds)
            };
            let mut sum = 0;
            for (index, earlier) in runs.iter().enumerate() {
                for later in &runs[index + 1..] {
                    let group = place(earlier.0);
                    if group.is_none() || place(later.0) != group {
                        continue;
                    }
                    let between = (earlier.1..later.0).filter(|&time| place(time) == group);
                    let overlap = earlier.1.saturating_sub(later.0) as i64;
                    sum += self.separation.deviation(between.count() as i64 - overlap);
                }
            }
            sum
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a group with these runs.
#[inline]
pub(crate) fn deviation(
    mut runs: impl Iterator<Item = Run> + Clone,
    places: Places,
    separation: Limits,
) -> i64 {
    let mut sum = 0;
    while let Some(one) = runs.next() {
        let place = places.of(one.start);
        if place == NOWHERE {
            continue;
        }
        for other in runs.clone() {
            if places.of(other.start) != place {
                continue;
            }
            let (earlier, later) = if (other.start, other.end) < (one.start, one.end) {
                (other, one)
            } else {
                (one, other)
            };
            let between = places.count(earlier.end, later.start, place);
            let overlap = i64::from(earlier.end.saturating_sub(later.start));
            sum += separation.deviation(between - overlap);
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, deviations, meet};

    #[test]
    fn times_between_on_one_day() {
        let kind = |separation| {
            Kind::LimitSeparations(LimitSeparations {
                event_groups: vec![EventGroupId(0)],
                time_groups: DAYS.to_vec(),
                separation,
            })
        };
        let apart = || vec![meet(0, 2, Some(0), None), meet(1, 1, Some(3), None), meet(1, 1, Some(4), None)];
        // One time between those of the first day; that on the other day does not count.
        assert_eq!(deviations(kind(Limits::at_least(3)), apart()), [2]);
        assert_eq!(deviations(kind(Limits::at_most(0)), apart()), [1]);
        // Overlapping by one.
        let over = || vec![meet(0, 2, Some(0), None), meet(1, 2, Some(1), None)];
        assert_eq!(deviations(kind(Limits::at_least(1)), over()), [2]);
        assert_eq!(deviations(kind(Limits { min: 0, max: 0 }), over()), [1]);
    }
}
