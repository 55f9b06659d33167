//! C4: teachers of the same course can prepare together.
//!
//! deviation = pairs of teachers who hold counting positions in lessons of one subject and year (the highest of a
//! lesson's classes) and are never free at the same time (pairs). Source: memorandum 2.3.

use uurwerk_model::{Finding, Mode, TeacherIx};

use super::gather::gather;
use super::openings::{Openings, courses};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C4",
    source: Source::Memo("2.3"),
    unit: "unit-pairs",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|_| true),
    },
};

/// Every two teachers with a course in common, in the order of the staff.
pub(super) fn parallel(case: &Case) -> Vec<[TeacherIx; 2]> {
    let courses = courses(case);
    let mut pairs = Vec::new();
    for (a, own) in courses.iter().enumerate() {
        for (b, others) in courses.iter().enumerate().skip(a + 1) {
            if own.iter().any(|course| others.contains(course)) {
                pairs.push([TeacherIx::from(a), TeacherIx::from(b)]);
            }
        }
    }
    pairs
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let case = Case {
        school: draft.school,
        allocation: draft.allocation,
        timetable: None,
    };
    let pairs: Vec<_> = parallel(&case).iter().map(|pair| pair.to_vec()).collect();
    gather(setting, draft, &pairs);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for pair in parallel(case) {
        if !openings.slots().any(|slot| openings.are_free(&pair, slot)) {
            let finding = Telling::of(school, "finding-C4", 1).teacher("teacher", pair[0]);
            findings.push(finding.teacher("other", pair[1]).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn two_who_are_never_free_together() {
        let mut sample = Sample::new(1); // 4 periods
        let a = sample.lesson(&[2], &["A"], "t");
        let b = sample.lesson(&[2], &["B"], "u");
        let c = sample.lesson(&[1], &["C"], "v");
        // t teaches 0 and 1, u 2 and 3, v 0: t and u share nothing, t and v 2, u and v 1.
        let case = |first| sample.placed(&[(a, 0, Some(0)), (b, 0, Some(first)), (c, 0, Some(0))]);
        assert_eq!(deviation("C4", &case(2)), 1);
        assert_eq!(deviation("C4", &case(0)), 0);
    }
}
