//! SpreadEvents: for each event group, how far the number of its meets that start in a time group is off that time group's limits,
//! summed over the time groups.

use super::view::View;
use crate::{EventGroupId, Limits, TimeGroupId};

/// Points: the event groups, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadEvents {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
    /// Limits of each time group.
    pub limits: Vec<SpreadLimit>,
}

/// How many meets may start in a time group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpreadLimit {
    /// The time group.
    pub time_group: TimeGroupId,
    /// How many meets may start in it.
    pub limits: Limits,
}

impl SpreadEvents {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |group: &EventGroupId| {
            let starts: Vec<_> = view.meets_of(&view.problem.event_groups[group.index()]).filter_map(|meet| meet.start).collect();
            let within = |limit: &SpreadLimit| {
                let times = &view.problem.time_groups[limit.time_group.index()];
                limit.limits.deviation(starts.iter().filter(|start| times.contains(start)).count() as i64)
            };
            self.limits.iter().map(within).sum()
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: what one more start in a time group that has `starts` adds to the deviation.
#[inline]
pub(crate) const fn growth(starts: u32, limits: Limits) -> i64 {
    limits.deviation(starts as i64 + 1) - limits.deviation(starts as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, deviations, meet};

    #[test]
    fn starts_in_each_day() {
        let limits = DAYS.map(|time_group| SpreadLimit { time_group, limits: Limits { min: 1, max: 1 } }).to_vec();
        let kind = Kind::SpreadEvents(SpreadEvents { event_groups: vec![EventGroupId(0)], limits });
        // Three meets start on the first day (one of them runs into the second): two too many, and one too few on the second.
        let meets = vec![meet(0, 2, Some(3), None), meet(1, 1, Some(0), None), meet(1, 1, Some(1), None)];
        assert_eq!(deviations(kind, meets), [3]);
    }
}
