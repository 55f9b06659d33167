//! X0: every block of every lesson has a place in the week, inside one half-day.
//!
//! deviation = blocks without start, or that run out of their half-day (blocks).
//! Source: logic; the half-days are those of the Decision of 31-08-2001, art. 3.

use std::collections::BTreeMap;

use uurwerk_engine::{AssignTime, CostFunction, EventId, Kind, PreferTimes};
use uurwerk_model::{Finding, Mode};

use super::occupancy::lessons;
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X0",
    source: Source::Logic,
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

fn draft(setting: &Setting, draft: &mut Draft) {
    let mut by_length: BTreeMap<u8, Vec<EventId>> = BTreeMap::new();
    for block in draft.blocks() {
        // An event counts once for each lesson that it is a block of.
        let events = by_length.entry(block.length).or_default();
        events.extend(block.parts.iter().map(|_| block.event));
    }
    for (length, events) in by_length {
        let assigned = Kind::AssignTime(AssignTime {
            events: events.clone(),
        });
        draft.charge(setting, 1, CostFunction::Step, assigned);
        let preferred = draft.starts(length);
        let inside = Kind::PreferTimes(PreferTimes {
            events,
            preferred,
            duration: None,
        });
        draft.charge(setting, 1, CostFunction::Step, inside);
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for lesson in lessons(school) {
        let starts = timetable.starts[lesson.at()].iter();
        for (start, length) in starts.zip(school.blocks(lesson)) {
            let finding = match start {
                None => Telling::of(school, "finding-X0", 1),
                Some(start) if !school.block_fits(*start, length) => {
                    Telling::of(school, "finding-X0-outside", 1).slot(*start)
                }
                Some(_) => continue,
            };
            let finding = finding.lesson("lesson", lesson);
            findings.push(finding.with("length", i64::from(length)).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_block_needs_a_start_inside_a_half_day() {
        // 2 days of 4 periods, half-days of 2: a block of 2 fits at periods 0 and 2 only.
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[2, 1], &["A"], "t");
        for (start, expected) in [(Some(0), 1), (Some(1), 2), (Some(2), 1), (None, 2)] {
            let case = sample.placed(&[(lesson, 0, start)]); // block 1 is never placed
            assert_eq!(deviation("X0", &case), expected, "{start:?}");
        }
    }
}
