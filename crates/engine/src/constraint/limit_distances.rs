//! LimitDistances: for each event group, over all pairs of its meets, how far the number of time groups from the one in which the first
//! starts to the one in which the second starts is off the limits. A meet that starts in none of them costs nothing; of several that hold
//! its start, the first counts.

use super::relation::{NOWHERE, Places, Run};
use super::view::View;
use crate::{EventGroupId, Limits, TimeGroupId};

/// Points: the event groups, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitDistances {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
    /// The time groups, in their order.
    pub time_groups: Vec<TimeGroupId>,
    /// How many places apart two may be: 0 within one time group, 1 in neighbouring ones.
    pub distance: Limits,
}

impl LimitDistances {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let place = |start: crate::TimeId| {
            let holds = |group: &TimeGroupId| view.problem.time_groups[group.index()].contains(&start);
            self.time_groups.iter().position(holds)
        };
        let deviation = |group: &EventGroupId| {
            let meets = view.meets_of(&view.problem.event_groups[group.index()]);
            let places: Vec<usize> = meets.filter_map(|meet| meet.start.and_then(place)).collect();
            let pairs = places.iter().enumerate().flat_map(|(index, one)| {
                places[index + 1..].iter().map(move |other| one.abs_diff(*other) as i64)
            });
            pairs.map(|distance| self.distance.deviation(distance)).sum()
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a group with these runs.
#[inline]
pub(crate) fn deviation(
    runs: impl Iterator<Item = Run> + Clone,
    places: Places,
    distance: Limits,
) -> i64 {
    let mut at = runs
        .map(|run| places.of(run.start))
        .filter(|&place| place != NOWHERE);
    let mut sum = 0;
    while let Some(one) = at.next() {
        for other in at.clone() {
            sum += distance.deviation(i64::from(one.abs_diff(other)));
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
    fn pairs_too_near_or_too_far() {
        let kind = |distance| {
            Kind::LimitDistances(LimitDistances {
                event_groups: vec![EventGroupId(0)],
                time_groups: DAYS.to_vec(),
                distance,
            })
        };
        // Two on the first day, one on the second: one pair at 0, two at 1.
        let meets = || {
            vec![
                meet(0, 2, Some(0), None),
                meet(1, 1, Some(2), None),
                meet(1, 1, Some(4), None),
            ]
        };
        assert_eq!(deviations(kind(Limits::at_least(2)), meets()), [2 + 1 + 1]);
        assert_eq!(deviations(kind(Limits::at_most(0)), meets()), [2]);
        assert_eq!(deviations(kind(Limits::at_least(1)), vec![meet(0, 2, Some(0), None)]), [0]);
    }
}
