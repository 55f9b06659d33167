//! Every mentor has the hours that the mentees ask for.
//!
//! Needed: mentees / `ratio` full-time equivalents. Deviation of a mentor: what the mentoring tasks are short of it, in
//! hours at noemer 22, rounded up. M1 adds the school up; here nobody's hours make up for another's.
//! Source: memo 2.1 ("voldoende tijd vrij te maken in hun schema").

use uurwerk_model::{Finding, Mode, figure};

use super::mentors::Mentor;
use super::telling::Telling;
use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::allocate::whole_hours;
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M2",
    source: Source::Memo("2.1"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 10,
    params: &[Param {
        name: "ratio",
        default: figure("mentor-ratio"),
        min: 1,
        max: 100,
    }],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let mentors = Mentor::all(case.school).into_iter();
    let short = mentors.filter_map(|mentor| {
        let deviation = whole_hours(mentor.needed(setting.param("ratio")) - mentor.load);
        (deviation > 0).then(|| {
            Telling::of(case.school, "finding-M2", deviation)
                .teacher("teacher", mentor.teacher)
                .with("mentees", mentor.mentees)
                .done()
        })
    });
    short.collect()
}

#[cfg(test)]
mod tests {
    use super::super::mentors::testing::mia;

    #[test]
    fn three_mentees_ask_for_four_hours() {
        // 3 / 20 of 22 hours is 3.3 hours.
        assert_eq!(mia(9, Some(1), 3).deviation("M2", &[]), 3); // 2.3, rounded up
        assert_eq!(mia(9, None, 3).deviation("M2", &[]), 4);
        assert_eq!(mia(9, Some(4), 3).deviation("M2", &[]), 0);
    }
}
