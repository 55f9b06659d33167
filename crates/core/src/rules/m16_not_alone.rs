//! M16: no starter stands alone.
//!
//! deviation = starters with lessons who share no free period with any teacher of one of their courses (subject and
//! year) (teachers). Source: memorandum 2.1.
//!
//! When soft or hard the search keeps a period free with one such colleague, chosen beforehand: the first of the staff.

use uurwerk_model::{Finding, Mode, TeacherIx};

use super::c4_parallel::parallel;
use super::gather::gather;
use super::occupancy::staff;
use super::openings::{Openings, courses};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::allocate::STARTER_YEARS;
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M16",
    source: Source::Memo("2.1"),
    unit: "unit-teachers",
    modes: Modes::always(Mode::Measure),
    weight: 5,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|_| true),
    },
};

/// The starters with lessons, each with the colleagues of the same courses.
fn starters(case: &Case) -> Vec<(TeacherIx, Vec<TeacherIx>)> {
    let (courses, pairs) = (courses(case), parallel(case));
    let is_meant = |t: &TeacherIx| {
        case.school.teacher(*t).is_starter(STARTER_YEARS) && !courses[t.at()].is_empty()
    };
    let colleagues = |t: TeacherIx| {
        let own = pairs.iter().filter(|pair| pair.contains(&t));
        own.flatten().copied().filter(|other| *other != t).collect()
    };
    let starters = staff(case.school).filter(is_meant);
    starters.map(|t| (t, colleagues(t))).collect()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let case = Case {
        school: draft.school,
        allocation: draft.allocation,
        timetable: None,
    };
    let starters = starters(&case).into_iter();
    let chosen = starters.filter_map(|(t, others)| Some(vec![t, *others.first()?]));
    gather(setting, draft, &chosen.collect::<Vec<_>>());
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (starter, others) in starters(case) {
        let meets = |other: &TeacherIx| {
            let mut slots = openings.slots();
            slots.any(|slot| openings.are_free(&[starter, *other], slot))
        };
        if !others.iter().any(meets) {
            let finding = Telling::of(school, "finding-M16", 1);
            findings.push(finding.teacher("starter", starter).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn one_colleague_is_enough() {
        let mut sample = Sample::new(1); // 4 periods
        let a = sample.lesson(&[2], &["A"], "starter");
        sample.pair("mentor", "starter", 0, 0);
        let alone = sample.placed(&[(a, 0, Some(0))]);
        assert_eq!(deviation("M16", &alone), 1); // nobody else has the course
        let b = sample.lesson(&[2], &["B"], "u");
        let case = |first| sample.placed(&[(a, 0, Some(0)), (b, 0, Some(first))]);
        assert_eq!(deviation("M16", &case(2)), 1);
        assert_eq!(deviation("M16", &case(0)), 0);
    }
}
