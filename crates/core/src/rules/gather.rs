//! Asking the search for periods in which groups of people are free together.

use uurwerk_engine::{CostFunction, HoldMeetings, Kind, Meeting, TimeId};
use uurwerk_model::{Recurrence, TeacherIx};

use super::Setting;
use super::occupancy::{NEVER, aversion};
use crate::schedule::Draft;

/// Charges one unit for every group whose people are never free together, at a time at which all can come.
pub(super) fn gather(setting: &Setting, draft: &mut Draft, groups: &[Vec<TeacherIx>]) {
    gather_in(setting, draft, groups, Recurrence::default());
}

/// The same in some weeks; where their phase is open, the groups take turns.
pub(super) fn gather_in(
    setting: &Setting,
    draft: &mut Draft,
    groups: &[Vec<TeacherIx>],
    weeks: Recurrence,
) {
    let mut meetings = HoldMeetings { groups: Vec::new() };
    for (nth, people) in groups.iter().enumerate() {
        let weeks = weeks.spread(nth).weeks();
        let free = people.iter().flat_map(|t| draft.teacher_in(*t, weeks));
        meetings.groups.push(vec![Meeting {
            free: free.collect(),
            ..meeting(draft, people)
        }]);
    }
    let kind = Kind::HoldMeetings(meetings);
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

/// A meeting of these people at any time at which all can come.
pub(super) fn meeting(draft: &Draft, people: &[TeacherIx]) -> Meeting {
    let aversions: Vec<_> = people.iter().map(|t| aversion(draft.school, *t)).collect();
    let slots = 0..draft.school.slots().len();
    let times = slots.filter(|s| aversions.iter().all(|a| a[*s] != NEVER));
    Meeting {
        times: times.map(|s| TimeId(s as u16)).collect(),
        free: people.iter().map(|t| draft.teacher(*t)).collect(),
        busy: Vec::new(),
        quorum: None,
        weight: 1,
    }
}
