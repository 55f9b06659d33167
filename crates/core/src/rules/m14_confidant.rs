//! The one to confide in does not judge.
//!
//! Deviation: pairs in which one is the evaluator of the other, in pairs. M8 counts the pairs whose mentor evaluates the
//! starter as well, among starters without exactly one mentor.
//! Source: memo 2.1 ("een vertrouwenspersoon bij wie de startende leraar terecht kan").

use uurwerk_model::{Finding, Mode, TeacherId, TeacherIx};

use super::guarded;
use super::telling::Telling;
use super::{Body, Modes, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M14",
    source: Source::Memo("2.1"),
    unit: "unit-pairs",
    modes: Modes::always(Mode::Measure),
    weight: 20,
    params: &[],
    body: Body::Fact(measure),
};

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let school = case.school;
    let pairs = school.document().mentoring.pairs.iter();
    let off = pairs.filter_map(|pair| {
        let [mentor, starter] = guarded::pair(school, pair)?; // A valid school knows both.
        let judges =
            |one: TeacherIx, id: &TeacherId| school.teacher(one).evaluator.as_ref() == Some(id);
        (judges(starter, &pair.mentor) || judges(mentor, &pair.starter)).then(|| {
            Telling::of(school, "finding-M14", 1)
                .teacher("mentor", mentor)
                .teacher("teacher", starter)
                .done()
        })
    });
    off.collect()
}

#[cfg(test)]
mod tests {
    use super::super::mentors::testing::mia;

    #[test]
    fn an_evaluator_is_no_confidant() {
        let judged = |of: usize, by: &str| {
            let by = by.into();
            mia(9, None, 2).with(|school| school.staff[of].evaluator = Some(by))
        };
        assert_eq!(judged(1, "mia").deviation("M14", &[]), 1);
        assert_eq!(judged(0, "s0").deviation("M14", &[]), 1);
        assert_eq!(judged(1, "s1").deviation("M14", &[]), 0);
    }
}
