//! FinishTimeGroups: for each pair of an event and an event group, over the meets of the event, how many times of the other events of the
//! group lie in the same time group and later than the meet; or earlier, when the event is to come first. Of several time groups that hold a
//! time, the first counts.

use super::relation::{NOWHERE, Places, Run};
use super::view::{View, running};
use crate::{EventGroupId, EventId, TimeGroupId};

/// Points: the pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinishTimeGroups {
    /// The pairs.
    pub finishes: Vec<Finish>,
    /// The time groups.
    pub time_groups: Vec<TimeGroupId>,
    /// Whether the events are to come first in a time group instead of last.
    pub first: bool,
}

/// An event that is to be the last, or the first, of some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finish {
    /// The event.
    pub event: EventId,
    /// Those that are not to come after it, or before it; the event itself does not count.
    pub others: EventGroupId,
}

impl FinishTimeGroups {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let place = |time: usize| {
            let holds = |group: &TimeGroupId| {
                let times = &view.problem.time_groups[group.index()];
                times.iter().any(|held| held.index() == time)
            };
            self.time_groups.iter().position(holds)
        };
        let deviation = |finish: &Finish| {
            let others = &view.problem.event_groups[finish.others.index()];
            let others: Vec<EventId> = others
                .iter()
                .copied()
                .filter(|&other| other != finish.event)
                .collect();
            let mut sum = 0;
            for meet in view.meets(finish.event) {
                let run = running(meet);
                let Some(group) = meet.start.and_then(|start| place(start.index())) else {
                    continue;
                };
                let times = view.meets_of(&others).flat_map(running);
                let beyond = times.filter(|&time| {
                    let outside = if self.first {
                        time < run.start
                    } else {
                        time >= run.end
                    };
                    outside && place(time) == Some(group)
                });
                sum += beyond.count() as i64;
            }
            sum
        };
        self.finishes.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation when the runs of event 0 are to come last, or first, of all of these runs.
#[inline]
pub(crate) fn deviation(
    runs: impl Iterator<Item = Run> + Clone,
    places: Places,
    first: bool,
) -> i64 {
    let mut sum = 0;
    for last in runs.clone().filter(|run| run.event == 0) {
        let place = places.of(last.start);
        if place == NOWHERE {
            continue;
        }
        for other in runs.clone().filter(|run| run.event != 0) {
            let (from, to) = if first {
                (other.start, other.end.min(last.start))
            } else {
                (other.start.max(last.end), other.end)
            };
            sum += places.count(from, to, place);
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
    fn times_after_and_before() {
        let kind = |first| {
            let finishes = vec![Finish {
                event: EventId(0),
                others: EventGroupId(0),
            }];
            Kind::FinishTimeGroups(FinishTimeGroups {
                finishes,
                time_groups: DAYS.to_vec(),
                first,
            })
        };
        // Event 0 runs at 0 and 1; of event 1, a piece at 3 is later on that day, one at 4 on another.
        let meets = |one, other| {
            vec![
                meet(0, 2, Some(0), None),
                meet(1, 1, Some(one), None),
                meet(1, 1, Some(other), None),
            ]
        };
        assert_eq!(deviations(kind(false), meets(3, 4)), [1]);
        assert_eq!(deviations(kind(false), meets(2, 3)), [2]);
        assert_eq!(deviations(kind(true), meets(2, 3)), [0]);
        let late = vec![meet(0, 2, Some(6), None), meet(1, 2, Some(4), None)];
        assert_eq!(deviations(kind(true), late), [2]);
    }
}
