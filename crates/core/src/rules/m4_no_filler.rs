//! Mentor hours are no filler, and no mentor works unpaid.
//!
//! Deviation of a mentor, in hours at noemer 22: hours of the mentoring tasks (rounded up) beyond what the mentees ask
//! for (mentees / `ratio` full-time equivalents, rounded up) and `slack`; without any hours, what the mentees ask for.
//! Source: memo 2.1 (mentors are often volunteers or people "die hun eigen opdracht dienen aan te vullen").

use uurwerk_model::{Finding, Mode, figure};

use super::mentors::Mentor;
use super::telling::Telling;
use super::{Body, Modes, Param, Rule, Setting, Source};
use crate::allocate::whole_hours;
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M4",
    source: Source::Memo("2.1"),
    unit: "unit-hours",
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
            name: "slack",
            default: figure("mentor-slack"),
            min: 0,
            max: 40,
        },
    ],
    body: Body::Fact(measure),
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let mentors = Mentor::all(case.school).into_iter();
    let off = mentors.filter_map(|mentor| {
        let needed = whole_hours(mentor.needed(setting.param("ratio")));
        let hours = whole_hours(mentor.load);
        let (words, deviation) = match hours {
            0 => ("finding-M4-unpaid", needed),
            _ => (
                "finding-M4",
                (hours - needed - setting.param("slack")).max(0),
            ),
        };
        (deviation > 0).then(|| {
            Telling::of(case.school, words, deviation)
                .teacher("teacher", mentor.teacher)
                .with("mentees", mentor.mentees)
                .with("hours", hours)
                .done()
        })
    });
    off.collect()
}

#[cfg(test)]
mod tests {
    use super::super::mentors::testing::mia;

    #[test]
    fn hours_without_mentees_and_mentees_without_hours_count() {
        assert_eq!(mia(9, Some(5), 2).deviation("M4", &[]), 1); // two ask for 2.2 hours: three, and one of slack
        assert_eq!(mia(9, Some(4), 2).deviation("M4", &[]), 0);
        assert_eq!(mia(9, Some(3), 0).deviation("M4", &[]), 2); // nobody asks for more than the slack
        assert_eq!(mia(9, None, 2).deviation("M4", &[]), 3); // unpaid
    }
}
