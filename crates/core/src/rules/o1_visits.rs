//! O1: everybody can be visited by a third person.
//!
//! deviation = teachers with placed lessons (in positions that count) none of which somebody experienced could watch and
//! talk over (teachers): a visitor, no starter and of `experience` years or more, is free during the lesson, and both are
//! free later that day or on the next `days` school days. Source: memorandum 3.2.
//!
//! No constraint: a grid nearly always leaves such a moment; which one is used in the year is agreed then.

use uurwerk_model::{Finding, Mode, TeacherIx};

use super::occupancy::staff;
use super::openings::{Openings, soon_after};
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::allocate::STARTER_YEARS;
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "O1",
    source: Source::Memo("3.2"),
    unit: "unit-teachers",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[
        Param {
            name: "experience",
            default: 5,
            min: 0,
            max: 40,
        },
        Param {
            name: "days",
            default: 2,
            min: 0,
            max: 10,
        },
    ],
    body: Body::Time {
        draft: |_, _| {},
        measure,
        known: Known::Unless(|_| true),
    },
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let days = setting.param("days") as usize;
    let is_visitor = |t: &TeacherIx| {
        let person = school.teacher(*t);
        !person.is_starter(STARTER_YEARS)
            && i64::from(person.experience) >= setting.param("experience")
    };
    let visitors: Vec<TeacherIx> = staff(school).filter(is_visitor).collect();
    let mut findings = Vec::new();
    for teacher in staff(school) {
        let taught = openings.taught(teacher);
        let can_be_seen = |at: usize| {
            let soon = soon_after(school, at, days);
            visitors.iter().filter(|v| **v != teacher).any(|visitor| {
                openings.is_free(*visitor, at)
                    && soon
                        .iter()
                        .any(|s| openings.are_free(&[*visitor, teacher], *s))
            })
        };
        if !taught.is_empty() && !taught.iter().any(|(_, at)| can_be_seen(*at)) {
            let finding = Telling::of(school, "finding-O1", 1);
            findings.push(finding.teacher("teacher", teacher).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn somebody_experienced_is_free_then_and_soon_after() {
        let mut sample = Sample::new(1); // 4 periods
        let a = sample.lesson(&[1], &["A"], "t");
        let b = sample.lesson(&[2], &["B"], "u");
        // Both have ten years of service. t teaches in 1, u in 2 and 3: u is free in 1, but not after it; t watches u in 3
        // and nobody is left to talk that day, in 2 both are free in no later period either.
        let case = sample.placed(&[(a, 0, Some(1)), (b, 0, Some(2))]);
        assert_eq!(deviation("O1", &case), 2);
        // u teaches in 2 and 3, t in 0: the same for u; t is seen in 0 and both are free in 1.
        let case = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(2))]);
        assert_eq!(deviation("O1", &case), 1);
    }
}
