//! G9: the rooms of a lesson that needs several are near each other.
//!
//! deviation = per block, pairs of its rooms that stand in two buildings, or on two sites, as far as these are named (pairs).
//! That they are different rooms is what X3 asks. Source: ordinary practice.

use std::collections::BTreeMap;

use uurwerk_engine::{CostFunction, KeepNear, Kind};
use uurwerk_model::{Finding, LessonIx, Mode, Room};

use super::occupancy::lessons;
use super::telling::Telling;
use super::walks::standing;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G9",
    source: Source::Practice,
    unit: "unit-pairs",
    modes: Modes::always(Mode::Soft),
    weight: 3,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

/// Whether two rooms are known to be apart.
pub(crate) fn are_apart(one: &Room, other: &Room) -> bool {
    let buildings = one.building.as_ref().zip(other.building.as_ref());
    let sites = one.site.as_ref().zip(other.site.as_ref());
    buildings.is_some_and(|(a, b)| a != b) || sites.is_some_and(|(a, b)| a != b)
}

fn draft(setting: &Setting, draft: &mut Draft) {
    let mut groups: BTreeMap<(LessonIx, usize), Vec<_>> = BTreeMap::new();
    for block in draft.blocks() {
        for demand in &block.rooms {
            let group = groups.entry((demand.lesson, demand.block)).or_default();
            group.push((block.event, demand.role));
        }
    }
    groups.retain(|_, group| group.len() > 1);
    let (samples, places) = standing(draft);
    let row = |one: &&Room| samples.iter().map(|other| are_apart(one, other)).collect();
    let apart: Vec<Vec<bool>> = samples.iter().map(row).collect();
    if !groups.is_empty() && apart.iter().flatten().any(|apart| *apart) {
        let kind = Kind::KeepNear(KeepNear {
            groups: groups.into_values().collect(),
            places,
            apart,
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
        let starts = timetable.starts[lesson.at()].iter();
        for (rooms, start) in timetable.rooms[lesson.at()].iter().zip(starts) {
            let rooms: Vec<_> = rooms.iter().flatten().collect();
            for (at, one) in rooms.iter().enumerate().filter(|_| start.is_some()) {
                for other in &rooms[at + 1..] {
                    if are_apart(school.room(**one), school.room(**other)) {
                        let finding = Telling::of(school, "finding-G9", 1).room(**one);
                        let name = school.room(**other).name.as_str();
                        let finding = finding.lesson("lesson", lesson);
                        findings.push(finding.with("other", name).done());
                    }
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};
    use uurwerk_model::RoomIx;

    #[test]
    fn two_rooms_for_a_divided_class() {
        let mut sample = Sample::new(2);
        for (id, building, site) in [
            ("a1", Some("a"), None),
            ("a2", Some("a"), Some("north")),
            ("b1", Some("b"), None),
            ("s1", None, Some("south")),
        ] {
            let room = sample.room(id, "plain", None);
            let room = &mut sample.document.rooms[room];
            (room.building, room.site) = (building.map(Into::into), site.map(Into::into));
        }
        let lesson = sample.lesson(&[2], &["A"], "t");
        sample.need(lesson, "plain");
        sample.need(lesson, "plain");
        let at = |start, rooms: [usize; 2]| {
            let mut placed = sample.placed(&[(lesson, 0, start)]);
            placed.timetable.rooms[lesson][0] = rooms.map(|r| Some(RoomIx::from(r))).to_vec();
            [deviation("G9", &placed), deviation("X3", &placed)]
        };
        assert_eq!(at(Some(0), [0, 1]), [0, 0]);
        assert_eq!(at(Some(0), [0, 2]), [1, 0]);
        assert_eq!(at(Some(0), [1, 3]), [1, 0]); // two sites
        assert_eq!(at(Some(0), [0, 3]), [0, 0]); // who knows
        assert_eq!(at(Some(0), [0, 0]), [0, 2]); // one room is not two, in either period
        assert_eq!(at(None, [0, 2]), [0, 0]);
    }
}
