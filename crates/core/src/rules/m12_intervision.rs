//! M12: the mentors of the school can meet.
//!
//! deviation = where there are two mentors and more, the least number of them who are not free, over all periods
//! (teachers); mentors: those of the mentoring pairs. Free is who is free in the weeks of `mentoring.intervision`, in any
//! phase where none is said. Source: memorandum 2.1.

use uurwerk_model::{Finding, Mode, School, TeacherIx};

use super::gather::gather_in;
use super::guarded::{each_once, pairs};
use super::openings::Openings;
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M12",
    source: Source::Memo("2.1"),
    unit: "unit-teachers",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 2,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|school| !school.document().mentoring.pairs.is_empty()),
    },
};

/// The mentors of the pairs, each once; none when there is only one.
fn mentors(school: &School) -> Vec<TeacherIx> {
    let mut mentors = each_once(pairs(school).iter().map(|pair| pair[0]));
    if mentors.len() < 2 {
        mentors.clear();
    }
    mentors
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let mentors = mentors(draft.school);
    if !mentors.is_empty() {
        let weeks = draft.school.document().mentoring.intervision;
        gather_in(setting, draft, &[mentors], weeks);
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mentors = mentors(school);
    let moments = openings.moments(school.document().mentoring.intervision);
    let absent = moments.map(|(at, weeks)| openings.absent(&mentors, at, weeks));
    let least = absent.min().unwrap_or(0) as i64;
    if least == 0 {
        return Vec::new();
    }
    let finding = Telling::of(school, "finding-M12", least);
    vec![finding.with("all", mentors.len() as i64).done()]
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_moment_for_all_mentors() {
        let mut sample = Sample::new(1); // 4 periods
        let a = sample.lesson(&[2], &["A"], "m");
        let b = sample.lesson(&[2], &["B"], "n");
        sample.pair("m", "s", 0, 0);
        let case = |sample: &Sample, n| sample.placed(&[(a, 0, Some(0)), (b, 0, Some(n))]);
        assert_eq!(deviation("M12", &case(&sample, 2)), 0); // one mentor meets nobody
        sample.pair("n", "t", 0, 0);
        assert_eq!(deviation("M12", &case(&sample, 2)), 1);
        assert_eq!(deviation("M12", &case(&sample, 0)), 0);
        sample.every_second(a, 1);
        assert_eq!(deviation("M12", &case(&sample, 2)), 1);
        let second = |phase| uurwerk_model::Recurrence { every: 2, phase };
        sample.document.mentoring.intervision = second(None);
        assert_eq!(deviation("M12", &case(&sample, 2)), 0); // in the A weeks
        sample.document.mentoring.intervision = second(Some(1));
        assert_eq!(deviation("M12", &case(&sample, 2)), 1);
    }
}
