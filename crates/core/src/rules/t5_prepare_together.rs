//! T5: in the afternoon trainees prepare the next lessons together.
//!
//! Per group of interns, on each of its days that has an afternoon: max(0, `least`, or all its afternoon periods where
//! they are fewer, - afternoon periods in which all members are free) (periods); the first is for what was seen in the
//! morning (T4). Source: memorandum 3.1.1.

use uurwerk_engine::{CostFunction, HoldMeetings, Kind};
use uurwerk_model::{Finding, Mode, TraineeKind};

use super::openings::Openings;
use super::t4_afternoon_talk::meeting_in;
use super::telling::Telling;
use super::trainees::Trainees;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "T5",
    source: Source::Memo("3.1.1"),
    unit: "unit-periods",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 2,
    params: &[Param {
        name: "least",
        default: 2,
        min: 1,
        max: 8,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().trainees.is_empty()),
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    let least = setting.param("least") as usize;
    let mut groups = Vec::new();
    for group in Trainees::all(draft.school, TraineeKind::Internship) {
        for (_, slots) in group.afternoons() {
            let prepare = meeting_in(draft, &group.members, &slots);
            groups.push(vec![prepare; least.min(slots.len())]);
        }
    }
    let kind = Kind::HoldMeetings(HoldMeetings { groups });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let least = setting.param("least");
    let mut findings = Vec::new();
    for group in Trainees::all(school, TraineeKind::Internship) {
        for (day, slots) in group.afternoons() {
            let free = slots
                .iter()
                .filter(|s| openings.are_free(&group.members, **s));
            let lacking = least.min(slots.len() as i64) - free.count() as i64;
            if lacking > 0 {
                let day = school.document().grid.days[day.at()].name.as_str();
                let finding = Telling::of(school, "finding-T5", lacking).with("day", day);
                findings.push(finding.with("group", group.group.name.as_str()).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation_with};

    #[test]
    fn periods_in_which_all_are_free() {
        let mut sample = Sample::new(2); // afternoons of two periods
        let a = sample.lesson(&[1, 1], &["A"], "host");
        sample.practise(a, "x", 2);
        sample.trainees("stage", &["x", "y"], None);
        let lacking = |slots: [usize; 2], least| {
            let placed = sample.placed(&[(a, 0, Some(slots[0])), (a, 1, Some(slots[1]))]);
            deviation_with("T5", &placed, &[("least", least)])
        };
        assert_eq!(lacking([0, 4], 2), 0);
        assert_eq!(lacking([0, 6], 2), 1);
        assert_eq!(lacking([2, 3], 2), 2);
        assert_eq!(lacking([2, 3], 8), 2); // no afternoon has more
        assert_eq!(lacking([2, 6], 1), 0);
    }
}
