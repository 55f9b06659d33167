//! G1: the blocks of a lesson are spread over the days.
//!
//! deviation = per (lesson, day) max(0, blocks starting that day - ceil(blocks of the lesson / days of
//! the grid)) (blocks). Source: ordinary practice.

use std::collections::BTreeMap;

use uurwerk_engine::{CostFunction, Kind, Limits, SpreadEvents, SpreadLimit};
use uurwerk_model::{DayIx, Finding, LessonIx, Mode, School};

use super::occupancy::lessons;
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G1",
    source: Source::Practice,
    unit: "unit-blocks",
    modes: Modes::always(Mode::Soft),
    weight: 4,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|_| true),
    },
};

/// Blocks of a lesson that a day can take without cost.
fn share(school: &School, lesson: LessonIx) -> usize {
    let days = school.document().grid.days.len().max(1);
    school.blocks(lesson).len().div_ceil(days)
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let mut by_share: BTreeMap<usize, Vec<_>> = BTreeMap::new();
    for lesson in lessons(draft.school) {
        let events = draft.events_of(lesson).to_vec();
        if events.len() > 1 {
            let group = draft.event_group(events);
            let share = share(draft.school, lesson);
            by_share.entry(share).or_default().push(group);
        }
    }
    for (share, event_groups) in by_share {
        let limit = |day: &_| SpreadLimit {
            time_group: *day,
            limits: Limits::at_most(share as u32),
        };
        let limits = draft.days().iter().map(limit).collect();
        let kind = Kind::SpreadEvents(SpreadEvents {
            event_groups,
            limits,
        });
        draft.charge(setting, 1, CostFunction::Linear, kind);
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for lesson in lessons(school) {
        let mut blocks = vec![0; school.document().grid.days.len()];
        for start in timetable.starts[lesson.at()].iter().flatten() {
            blocks[school.slots()[start.at()].day.at()] += 1;
        }
        let share = share(school, lesson);
        for (day, blocks) in blocks.into_iter().enumerate().filter(|(_, n)| *n > share) {
            let name = &school.document().grid.days[DayIx::from(day).at()].name;
            let finding = Telling::of(school, "finding-G1", (blocks - share) as i64);
            let finding = finding.lesson("lesson", lesson).with("day", name.as_str());
            findings.push(finding.with("blocks", blocks as i64).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_day_takes_its_share() {
        // 3 blocks over 2 days: ceil(3 / 2) = 2 a day are fine.
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[1, 1, 1], &["A"], "t");
        let at = |starts: [usize; 3]| {
            let placed = [0, 1, 2].map(|block| (lesson, block, Some(starts[block])));
            deviation("G1", &sample.placed(&placed))
        };
        assert_eq!(at([0, 1, 4]), 0);
        assert_eq!(at([0, 1, 2]), 1);
    }
}
