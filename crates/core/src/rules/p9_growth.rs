//! P9: time to grow stands in the timetable.
//!
//! deviation = per teacher who attends lessons max(0, asked - periods of protected time of which the teacher is part)
//! (periods); asked: `starters` of starters, `others` of everyone else. Source: memorandum 2.2.
//!
//! No constraint: the rules on conversations, observations, teams and co-teaching place that time.

use uurwerk_model::{Finding, Mode};

use super::occupancy::staff;
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::allocate::STARTER_YEARS;
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P9",
    source: Source::Memo("2.2"),
    unit: "unit-periods",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[
        Param {
            name: "starters",
            default: 2,
            min: 0,
            max: 20,
        },
        Param {
            name: "others",
            default: 0,
            min: 0,
            max: 20,
        },
    ],
    body: Body::Time {
        draft: |_, _| {},
        measure,
        known: Known::Unless(|_| true),
    },
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let held = case.allocation.by_teacher(school);
    let mut findings = Vec::new();
    for teacher in staff(school).filter(|t| !held[t.at()].is_empty()) {
        let person = school.teacher(teacher);
        let asked = setting.param(match person.is_starter(STARTER_YEARS) {
            true => "starters",
            false => "others",
        });
        let own = timetable
            .protected
            .iter()
            .filter(|s| s.people.contains(&person.id));
        let lacking = asked - own.map(|slot| i64::from(slot.length)).sum::<i64>();
        if lacking > 0 {
            let finding = Telling::of(school, "finding-P9", lacking);
            findings.push(finding.teacher("teacher", teacher).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::ProtectedKind::{Meeting, Observation};

    use super::super::testing::{Sample, deviation};

    #[test]
    fn being_watched_is_time_to_grow() {
        let mut sample = Sample::new(1);
        let a = sample.lesson(&[1], &["A"], "starter");
        sample.pair("mentor", "starter", 1, 1);
        let mut case = sample.placed(&[(a, 0, Some(0))]);
        let people = ["mentor", "starter"];
        assert_eq!(deviation("P9", &case), 2);
        case.protect(Observation, &people, Some(a), 0);
        assert_eq!(deviation("P9", &case), 1);
        case.protect(Meeting, &people, None, 1);
        assert_eq!(deviation("P9", &case), 0);
    }
}
