//! C3: teams can work with their fellows of other schools.
//!
//! deviation = per gathering of a team the least number of those who go there who miss a window, over its windows
//! (teachers). Source: memorandum 1.1.

use uurwerk_model::{Finding, Gathering, Mode};

use super::{Body, Known, Modes, Rule, Setting, Source, gatherings};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C3",
    source: Source::Memo("1.1"),
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
        known: Known::Unless(|school| !school.document().gatherings.is_empty()),
    },
};

fn is_of_a_team(gathering: &Gathering) -> bool {
    gathering.team.is_some()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    gatherings::draft(setting, draft, is_of_a_team);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    gatherings::measure(case, "finding-C3", is_of_a_team)
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{ClockTime, ClockWindow, Gathering};

    use super::super::testing::{Sample, deviation};

    #[test]
    fn all_of_the_team_are_counted_in_the_best_window() {
        let mut sample = Sample::new(1); // periods from 08:20, every hour, of fifty minutes
        let a = sample.lesson(&[1], &["A"], "t");
        let b = sample.lesson(&[1], &["B"], "u");
        sample.team("math", &["t", "u"], 0);
        sample.document.gatherings.push(Gathering {
            id: "network".into(),
            name: "mathematics of the region".to_owned(),
            people: Vec::new(),
            team: Some("math".into()),
            windows: vec![ClockWindow {
                day: "d0".into(),
                start: ClockTime(500),
                end: ClockTime(600), // the first two periods
            }],
            travel: 0,
            weeks: Default::default(),
        });
        let both = |sample: &Sample, first, second| {
            let placed = sample.placed(&[(a, 0, Some(first)), (b, 0, Some(second))]);
            (deviation("C3", &placed), deviation("M13", &placed))
        };
        assert_eq!(both(&sample, 2, 3), (0, 0));
        assert_eq!(both(&sample, 0, 1), (2, 0));
        // Whoever is named goes along, and nobody twice.
        sample.lesson(&[1], &["C"], "v");
        sample.document.gatherings[0].people = vec!["u".into(), "v".into()];
        assert_eq!(both(&sample, 0, 1), (2, 0));
        sample.document.gatherings[0].team = None;
        assert_eq!(both(&sample, 0, 1), (0, 1));
    }
}
