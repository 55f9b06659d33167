//! T4: in the afternoon trainees tell each other what they saw.
//!
//! Per group of interns, on each of its days that has an afternoon: 1 when the members are free together in no
//! afternoon period; and 1 for the week when the group has such days and a mentor who is free with them in none of
//! those periods (moments). Source: memorandum 3.1.1.

use uurwerk_engine::{CostFunction, HoldMeetings, Kind, Meeting};
use uurwerk_model::{Finding, Mode, TeacherIx, TraineeKind};

use super::gather::meeting;
use super::openings::Openings;
use super::telling::Telling;
use super::trainees::Trainees;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T4",
    source: Source::Memo("3.1.1"),
    unit: "unit-moments",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 10,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().trainees.is_empty()),
    },
};

/// A meeting of these people in one of these periods.
pub(super) fn meeting_in(draft: &Draft, people: &[TeacherIx], slots: &[usize]) -> Meeting {
    let mut meeting = meeting(draft, people);
    meeting.times.retain(|time| slots.contains(&time.index()));
    meeting
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let mut groups = Vec::new();
    for group in Trainees::all(draft.school, TraineeKind::Internship) {
        let afternoons = group.afternoons();
        for (_, slots) in &afternoons {
            groups.push(vec![meeting_in(draft, &group.members, slots)]);
        }
        if let (Some(mentor), false) = (group.mentor, afternoons.is_empty()) {
            let all: Vec<usize> = afternoons.into_iter().flat_map(|(_, s)| s).collect();
            let people = [&group.members[..], &[mentor]].concat();
            groups.push(vec![meeting_in(draft, &people, &all)]);
        }
    }
    let kind = Kind::HoldMeetings(HoldMeetings { groups });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for group in Trainees::all(school, TraineeKind::Internship) {
        let name = group.group.name.as_str();
        let afternoons = group.afternoons();
        let mut with_mentor = afternoons.is_empty();
        for (day, slots) in &afternoons {
            let own = slots
                .iter()
                .filter(|s| openings.are_free(&group.members, **s));
            let own: Vec<usize> = own.copied().collect();
            if own.is_empty() {
                let day = school.document().grid.days[day.at()].name.as_str();
                let finding = Telling::of(school, "finding-T4", 1).with("group", name);
                findings.push(finding.with("day", day).done());
            }
            with_mentor |= group
                .mentor
                .is_none_or(|mentor| own.iter().any(|s| openings.is_free(mentor, *s)));
        }
        if let (Some(mentor), false) = (group.mentor, with_mentor) {
            let finding = Telling::of(school, "finding-T4-mentor", 1).with("group", name);
            findings.push(finding.teacher("mentor", mentor).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn the_group_is_free_on_each_afternoon_and_once_with_its_mentor() {
        let mut sample = Sample::new(2); // afternoons 2, 3 and 6, 7
        let a = sample.lesson(&[1, 1], &["A"], "host");
        let own = sample.lesson(&[2, 2], &["B"], "mentor");
        sample.practise(a, "x", 2);
        sample.trainees("stage", &["x", "y"], Some("mentor"));
        let at = |sample: &Sample, slots: [usize; 4]| {
            let blocks = [(a, 0), (a, 1), (own, 0), (own, 1)];
            let blocks = [0, 1, 2, 3].map(|i| (blocks[i].0, blocks[i].1, Some(slots[i])));
            deviation("T4", &sample.placed(&blocks))
        };
        assert_eq!(at(&sample, [2, 6, 0, 4]), 0); // x has one period left each day
        assert_eq!(at(&sample, [2, 3, 0, 4]), 1);
        assert_eq!(at(&sample, [2, 6, 2, 6]), 1); // the mentor teaches on both afternoons
        sample.wish("y", 7, -3);
        assert_eq!(at(&sample, [2, 6, 2, 6]), 2);
        sample.document.trainees[0].days = vec!["d0".into()];
        assert_eq!(at(&sample, [2, 6, 2, 6]), 1); // the mentor only
    }
}
