//! X3: no room is used twice at once.
//!
//! deviation = sum over (room, slot) of max(0, blocks there - 1), in the week in which most are (periods). Source: logic.
//!
//! The search gives a room to one block at a time in all weeks, also to one that comes in some of them only.

use uurwerk_engine::{AvoidClashes, CostFunction, Kind};
use uurwerk_model::{Finding, Mode, RoomIx, SlotIx, WeekSet};

use super::occupancy::running;
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X3",
    source: Source::Logic,
    unit: "unit-periods",
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
    let resources = draft.rooms();
    if !resources.is_empty() {
        let kind = Kind::AvoidClashes(AvoidClashes { resources });
        draft.charge(setting, 1, CostFunction::Linear, kind);
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let slots = school.slots().len();
    let mut used = vec![[0_i64; WeekSet::CYCLE as usize]; slots * school.rooms().len()];
    for run in running(school, timetable) {
        let rooms = &timetable.rooms[run.lesson.at()][run.block];
        for room in rooms.iter().flatten() {
            for slot in run.slots.clone() {
                for week in run.weeks.iter() {
                    used[room.at() * slots + slot][week] += 1;
                }
            }
        }
    }
    let mut findings = Vec::new();
    let most = used
        .iter()
        .map(|weeks| weeks.iter().copied().max().unwrap_or(0));
    for (at, blocks) in most.enumerate().filter(|(_, n)| *n > 1) {
        let (room, slot) = (RoomIx::from(at / slots), SlotIx::from(at % slots));
        let finding = Telling::of(school, "finding-X3", blocks - 1);
        let finding = finding.room(room).slot(slot).with("blocks", blocks);
        findings.push(finding.done());
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn two_blocks_in_one_room_are_one_too_many_each_period() {
        let mut sample = Sample::new(2);
        sample.room("r", "plain", None);
        let a = sample.lesson(&[2], &["A"], "t");
        let b = sample.lesson(&[2], &["B"], "u");
        sample.need(a, "plain");
        sample.need(b, "plain");
        let mut case = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(0))]);
        case.in_room(a, 0, 0).in_room(b, 0, 0);
        assert_eq!(deviation("X3", &case), 2);
    }
}
