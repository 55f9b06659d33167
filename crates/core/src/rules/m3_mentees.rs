//! No mentor has too many mentees.
//!
//! Deviation of a mentor: mentees above `span`, or above what the mentoring tasks allow if that is less
//! (`ratio` for a full-time job, rounded down), in teachers.
//! Source: memo 2.1 (enough mentors: "in voldoende aantal").

use uurwerk_model::{FTE, Finding, Mode, figure};

use super::mentors::Mentor;
use super::telling::Telling;
use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M3",
    source: Source::Memo("2.1"),
    unit: "unit-teachers",
    modes: Modes::always(Mode::Measure),
    weight: 10,
    params: &[
        Param {
            name: "ratio",
            default: figure("mentor-ratio"),
            min: 1,
            max: 100,
        },
        Param {
            name: "span",
            default: figure("mentor-span"),
            min: 1,
            max: 100,
        },
    ],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let mentors = Mentor::all(case.school).into_iter();
    let many = mentors.filter_map(|mentor| {
        let paid = setting.param("ratio") * mentor.load / FTE;
        let most = paid.min(setting.param("span"));
        (mentor.mentees > most).then(|| {
            Telling::of(case.school, "finding-M3", mentor.mentees - most)
                .teacher("teacher", mentor.teacher)
                .with("mentees", mentor.mentees)
                .with("max", most)
                .done()
        })
    });
    many.collect()
}

#[cfg(test)]
mod tests {
    use super::super::mentors::testing::mia;

    #[test]
    fn hours_and_a_span_limit_the_mentees() {
        assert_eq!(mia(9, Some(3), 3).deviation("M3", &[]), 1); // 20 x 3 / 22 = 2.7: two
        assert_eq!(mia(9, Some(4), 3).deviation("M3", &[]), 0);
        assert_eq!(mia(9, Some(22), 8).deviation("M3", &[]), 2); // 8 - 6
    }
}
