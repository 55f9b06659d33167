//! T1: students who practise teach in the morning.
//!
//! deviation = per member of a group of interns the periods, each once, in which they practise (attend a block in the
//! position of a trainee) outside the mornings of the group's days (periods). Source: memorandum 3.1.1.

use uurwerk_engine::{AvoidUnavailableTimes, CostFunction, Kind, TimeId};
use uurwerk_model::{Finding, Mode, TraineeKind};

use super::telling::Telling;
use super::trainees::{Trainees, periods, practice};
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::{Draft, Work};

/// The rule.
pub static RULE: Rule = Rule {
    id: "T1",
    source: Source::Memo("3.1.1"),
    unit: "unit-periods",
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

fn draft(setting: &Setting, draft: &mut Draft) {
    for group in Trainees::all(draft.school, TraineeKind::Internship) {
        let mornings = group.mornings();
        let others = (0..draft.school.slots().len()).filter(|s| !mornings.contains(s));
        let kind = Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
            times: others.map(|s| TimeId(s as u16)).collect(),
            resources: group
                .members
                .iter()
                .map(|t| draft.working(*t, Work::Practice))
                .collect(),
        });
        draft.charge(setting, 1, CostFunction::Linear, kind);
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let practice = practice(case);
    let mut findings = Vec::new();
    for group in Trainees::all(case.school, TraineeKind::Internship) {
        let mornings = group.mornings();
        for member in &group.members {
            let own = periods(&practice[member.at()]).into_iter();
            let late = own.filter(|s| !mornings.contains(s)).count() as i64;
            if late > 0 {
                let finding = Telling::of(case.school, "finding-T1", late);
                findings.push(finding.teacher("trainee", *member).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn practice_belongs_in_the_mornings_of_the_days_of_the_group() {
        let mut sample = Sample::new(2); // mornings 0, 1 and 4, 5
        let a = sample.lesson(&[2], &["A"], "host");
        let b = sample.lesson(&[1, 1], &["B"], "host");
        sample.practise(a, "x", 2);
        sample.practise(b, "x", 1); // the first block only
        sample.trainees("stage", &["x"], None);
        let case =
            |a_at, b_at| sample.placed(&[(a, 0, Some(a_at)), (b, 0, Some(b_at)), (b, 1, Some(3))]);
        assert_eq!(deviation("T1", &case(0, 4)), 0);
        assert_eq!(deviation("T1", &case(2, 4)), 2);
        assert_eq!(deviation("T1", &case(0, 6)), 1);
        assert_eq!(deviation("T1", &case(2, 2)), 2); // two lessons at once: a period counts once
        sample.document.trainees[0].days = vec!["d0".into()];
        let elsewhere = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(4))]);
        assert_eq!(deviation("T1", &elsewhere), 1);
    }
}
