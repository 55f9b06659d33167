//! Mentors have the profile: experience, and their own consent.
//!
//! Deviation: mentors (in a pair, or with a mentoring task) with fewer than `years` years of service or who have not
//! agreed to be one, in teachers. Skills are judged in a selection, never here: the document has no place for them.
//! Source: memo 2.1 ("mentoren met het juiste profiel").

use uurwerk_model::{Finding, Mode, figure};

use super::mentors::Mentor;
use super::telling::Telling;
use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M5",
    source: Source::Memo("2.1"),
    unit: "unit-teachers",
    modes: Modes::always(Mode::Measure),
    weight: 10,
    params: &[Param {
        name: "years",
        default: figure("responsibility-years"),
        min: 1,
        max: 60,
    }],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let mentors = Mentor::all(case.school).into_iter();
    let unfit = mentors.filter_map(|mentor| {
        let teacher = case.school.teacher(mentor.teacher);
        let years = i64::from(teacher.experience);
        let words = match years < setting.param("years") {
            true => "finding-M5",
            false if !teacher.mentor => "finding-M5-consent",
            false => return None,
        };
        let finding = Telling::of(case.school, words, 1).teacher("teacher", mentor.teacher);
        Some(
            finding
                .with("years", years)
                .with("min", setting.param("years"))
                .done(),
        )
    });
    unfit.collect()
}

#[cfg(test)]
mod tests {
    use super::super::mentors::testing::mia;

    #[test]
    fn a_mentor_has_served_five_years_and_agreed() {
        assert_eq!(mia(5, None, 1).deviation("M5", &[]), 0);
        assert_eq!(mia(4, None, 1).deviation("M5", &[]), 1);
        assert_eq!(mia(4, None, 0).deviation("M5", &[]), 0); // no mentor at all
        let asked = mia(9, Some(1), 0).with(|school| school.staff[0].mentor = false);
        assert_eq!(asked.deviation("M5", &[]), 1);
    }
}
