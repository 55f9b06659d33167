//! LimitChanges: for each event group, which stands for whoever attends it, what there is of changes of label within the time groups: too many
//! in one, too many in all, or too few times between. A time has the least label of the resources with the role in the meets that run then; a
//! change is between two labelled times of a group, one after another, with different labels.

use super::relation::{NOWHERE, Run};
use super::view::{View, running};
use crate::{EventGroupId, ResourceId, RoleId, TimeGroupId};

/// Points: the event groups, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitChanges {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
    /// The role.
    pub role: RoleId,
    /// The label of each resource that has one; the last counts of a resource that comes twice.
    pub labels: Vec<(ResourceId, u16)>,
    /// The time groups. Of several that hold a time, the first counts.
    pub time_groups: Vec<TimeGroupId>,
    /// What is charged.
    pub measure: ChangeMeasure,
}

/// What of changes is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeMeasure {
    /// For each time group, the changes beyond so many.
    InEach(u16),
    /// The changes beyond so many in all time groups.
    InAll(u16),
    /// For each change, the times of the group that are missing between the two labelled ones.
    Between(u16),
}

/// No label.
pub(crate) const UNLABELLED: u16 = u16::MAX;

impl LimitChanges {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let label = |resource: ResourceId| {
            self.labels
                .iter()
                .rev()
                .find(|(labelled, _)| *labelled == resource)
                .map(|&(_, label)| label)
        };
        let place = |time: usize| {
            let holds = |group: &TimeGroupId| {
                let times = &view.problem.time_groups[group.index()];
                times.iter().any(|held| held.index() == time)
            };
            self.time_groups.iter().position(holds)
        };
        let deviation = |group: &EventGroupId| {
            let mut labels: Vec<Option<u16>> = vec![None; usize::from(view.problem.times)];
            for meet in view.meets_of(&view.problem.event_groups[group.index()]) {
                let demands = &view.problem.events[meet.event.index()].resources;
                let held = demands.iter().zip(&meet.resources);
                let holder = held
                    .filter(|(demand, _)| demand.role == Some(self.role))
                    .find_map(|(_, &resource)| resource);
                if let Some(label) = holder.and_then(label) {
                    for time in running(meet) {
                        let least = labels[time].map_or(label, |other| other.min(label));
                        labels[time] = Some(least);
                    }
                }
            }
            let (mut in_each, mut in_all, mut missing) = (0, 0, 0);
            for group in 0..self.time_groups.len() {
                let times: Vec<usize> = (0..labels.len())
                    .filter(|&time| place(time) == Some(group))
                    .collect();
                let labelled: Vec<(usize, u16)> = times
                    .iter()
                    .enumerate()
                    .filter_map(|(ordinal, &time)| labels[time].map(|label| (ordinal, label)))
                    .collect();
                let changes = labelled.windows(2).filter(|pair| pair[0].1 != pair[1].1);
                let between: Vec<i64> = changes
                    .map(|pair| (pair[1].0 - pair[0].0 - 1) as i64)
                    .collect();
                in_all += between.len() as i64;
                if let ChangeMeasure::InEach(most) = self.measure {
                    in_each += (between.len() as i64 - i64::from(most)).max(0);
                }
                if let ChangeMeasure::Between(least) = self.measure {
                    let short = |&times: &i64| (i64::from(least) - times).max(0);
                    missing += between.iter().map(short).sum::<i64>();
                }
            }
            match self.measure {
                ChangeMeasure::InEach(_) => in_each,
                ChangeMeasure::InAll(most) => (in_all - i64::from(most)).max(0),
                ChangeMeasure::Between(_) => missing,
            }
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a group with these runs; `order` holds the times of the time groups, group after group, each with its
/// group's place, and `labels` is by resource.
#[inline]
pub(crate) fn deviation<const W: usize>(
    runs: impl Iterator<Item = Run>,
    order: &[(u16, u16)],
    labels: &[u16],
    measure: ChangeMeasure,
) -> i64 {
    let mut at = [[UNLABELLED; 64]; W];
    let at = at.as_flattened_mut();
    for run in runs {
        if let Some(&label) = labels.get(run.holder as usize) {
            for time in &mut at[usize::from(run.start)..usize::from(run.end)] {
                *time = label.min(*time);
            }
        }
    }
    let (mut sum, mut group) = (0, NOWHERE);
    let (mut changes, mut last, mut between) = (0, UNLABELLED, 0);
    let beyond = |changes: i64| match measure {
        ChangeMeasure::InEach(most) => (changes - i64::from(most)).max(0),
        ChangeMeasure::InAll(_) => changes,
        ChangeMeasure::Between(_) => 0,
    };
    for &(place, time) in order {
        if place != group {
            sum += beyond(changes);
            (group, changes, last, between) = (place, 0, UNLABELLED, 0);
        }
        let label = at[usize::from(time)];
        if label == UNLABELLED {
            between += 1;
            continue;
        }
        if last != UNLABELLED && last != label {
            changes += 1;
            if let ChangeMeasure::Between(least) = measure {
                sum += (i64::from(least) - between).max(0);
            }
        }
        (last, between) = (label, 0);
    }
    sum += beyond(changes);
    match measure {
        ChangeMeasure::InAll(most) => (sum - i64::from(most)).max(0),
        _ => sum,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{DAYS, ROLE, deviations, meet};

    #[test]
    fn changes_in_a_day_and_between() {
        let kind = |measure| {
            Kind::LimitChanges(LimitChanges {
                event_groups: vec![EventGroupId(0)],
                role: ROLE,
                labels: vec![(ResourceId(1), 7), (ResourceId(2), 3)],
                time_groups: DAYS.to_vec(),
                measure,
            })
        };
        // 7 . 3 3 on one day; the next begins with 7, which is no change.
        let meets = || {
            vec![
                meet(0, 1, Some(0), Some(1)),
                meet(0, 1, Some(4), Some(1)),
                meet(1, 2, Some(2), Some(2)),
            ]
        };
        assert_eq!(deviations(kind(ChangeMeasure::InEach(0)), meets()), [1]);
        assert_eq!(deviations(kind(ChangeMeasure::InAll(0)), meets()), [1]);
        assert_eq!(deviations(kind(ChangeMeasure::InAll(1)), meets()), [0]);
        assert_eq!(deviations(kind(ChangeMeasure::Between(1)), meets()), [0]);
        assert_eq!(deviations(kind(ChangeMeasure::Between(3)), meets()), [2]);
    }
}
