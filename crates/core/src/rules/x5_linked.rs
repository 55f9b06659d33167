//! X5: linked lessons are given at the same time (parallel religion, split classes).
//!
//! deviation = per (link, block) 1 if the starts of its lessons are not all equal (blocks).
//! Source: ordinary practice.
//!
//! The timetable instance holds one event for the blocks of a link, so no solution can break this
//! rule; it needs no constraint, and it holds in every mode.

use uurwerk_model::{Finding, Mode};

use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X5",
    source: Source::Practice,
    unit: "unit-blocks",
    modes: Modes::always(Mode::Hard),
    weight: 100,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

fn draft(_: &Setting, _: &mut Draft) {}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (link, lessons) in school.links() {
        let blocks = lessons.iter().map(|l| timetable.starts[l.at()].len());
        for block in 0..blocks.max().unwrap_or(0) {
            let starts = || {
                lessons
                    .iter()
                    .filter_map(|l| timetable.starts[l.at()].get(block))
            };
            if starts().any(|start| Some(start) != starts().next()) {
                let finding = Telling::of(school, "finding-X5", 1)
                    .with("link", link.as_str())
                    .with("block", block as i64 + 1);
                let named = lessons.iter().fold(finding, |f, l| f.lesson("lesson", *l));
                findings.push(named.done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_link_is_broken_once_for_each_block() {
        let mut sample = Sample::new(2);
        let lessons = ["t", "u", "v"].map(|t| sample.lesson(&[1, 1], &[], t));
        sample.link(&lessons);
        let [a, b, c] = lessons;
        let first = [(a, 0, Some(0)), (b, 0, Some(0)), (c, 0, Some(0))];
        assert_eq!(deviation("X5", &sample.placed(&first)), 0);
        let one_missing = [(a, 0, Some(0)), (b, 0, Some(0)), (a, 1, Some(2))];
        assert_eq!(deviation("X5", &sample.placed(&one_missing)), 2);
    }
}
