//! M13: whoever meets people of other schools is free when it can be.
//!
//! deviation = per gathering of no team the least number of its people who miss a window, over its windows; without
//! people, of the mentors of the pairs (teachers). Source: memorandum 2.1.

use uurwerk_model::{Finding, Gathering, Mode};

use super::{Body, Known, Modes, Rule, Setting, Source, gatherings};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "M13",
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
        known: Known::Unless(|school| !school.document().gatherings.is_empty()),
    },
};

fn is_of_people(gathering: &Gathering) -> bool {
    gathering.team.is_none()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    gatherings::draft(setting, draft, is_of_people);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    gatherings::measure(case, "finding-M13", is_of_people)
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{ClockTime, ClockWindow, Gathering};

    use super::super::testing::{Sample, deviation};

    #[test]
    fn the_best_window_with_the_way_there() {
        let mut sample = Sample::new(1); // periods from 08:20, every hour, of fifty minutes
        let a = sample.lesson(&[1], &["A"], "m");
        let b = sample.lesson(&[1], &["B"], "n");
        sample.pair("m", "s", 0, 0);
        sample.pair("n", "t", 0, 0);
        let window = |start, end| ClockWindow {
            day: "d0".into(),
            start: ClockTime(start),
            end: ClockTime(end),
        };
        sample.document.gatherings.push(Gathering {
            id: "g".into(),
            name: "network".to_owned(),
            people: Vec::new(),
            team: None,
            windows: vec![window(680, 900)], // from the last period, which starts at 680
            travel: 0,
            weeks: Default::default(),
        });
        let at = |sample: &Sample, m, n| {
            deviation("M13", &sample.placed(&[(a, 0, Some(m)), (b, 0, Some(n))]))
        };
        assert_eq!(at(&sample, 0, 1), 0);
        assert_eq!(at(&sample, 0, 3), 1);
        assert_eq!(at(&sample, 2, 1), 0);
        sample.document.gatherings[0].travel = 11;
        assert_eq!(at(&sample, 2, 1), 1); // the third ends ten minutes before
        sample.document.gatherings[0].windows.push(window(400, 500));
        assert_eq!(at(&sample, 2, 1), 0); // before the first
        assert_eq!(at(&sample, 3, 0), 1);
        sample.document.gatherings[0].people = vec!["n".into()];
        assert_eq!(at(&sample, 3, 0), 0);
        let second = |phase| uurwerk_model::Recurrence { every: 2, phase };
        sample.document.lessons[b].blocks = vec![1, 1];
        sample.document.lessons[b].weeks = second(Some(0));
        assert_eq!(at(&sample, 0, 3), 0); // the second window
        sample.document.gatherings[0].windows.pop();
        assert_eq!(at(&sample, 0, 3), 1);
        sample.document.gatherings[0].weeks = second(None);
        assert_eq!(at(&sample, 0, 3), 0); // in the B weeks
        sample.document.gatherings[0].weeks = second(Some(0));
        assert_eq!(at(&sample, 0, 3), 1);
    }
}
