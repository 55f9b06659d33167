//! G7: classes and teachers seldom change rooms between lessons that follow each other.
//!
//! deviation = per class and day, the pairs of blocks of one half-day that need the same pupils of it, the second beginning
//! in the period after the last of the first, with different rooms; plus `teachers` times the same pairs of blocks of a
//! teacher (changes). A block is in the room of its lesson's first need; without one it is nowhere, and nobody changes.
//! Each part of a divided class that goes elsewhere counts. Source: ordinary practice.

use uurwerk_model::{Finding, Mode, RoomIx, School};

use super::telling::Telling;
use super::walks::{Map, Visit, Walker, allow, classes, pairs, teachers, visits};
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G7",
    source: Source::Practice,
    unit: "unit-changes",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[Param {
        name: "teachers",
        default: 1,
        min: 0,
        max: 10,
    }],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

/// Every room a place of its own, a way of one tick to any other, and a clock on which periods follow each other without
/// a break.
fn map(draft: &Draft) -> Map {
    let rooms = draft.school.rooms().len();
    let place = |at: usize| (draft.room(RoomIx::from(at)), at as u16);
    let row = |from: usize| (0..rooms).map(|to| u16::from(to != from)).collect();
    let slots = 0..draft.school.slots().len() as u32;
    Map {
        places: (0..rooms).map(place).collect(),
        ways: (0..rooms).map(row).collect(),
        clock: slots.map(|slot| (slot, slot + 1)).collect(),
        time_groups: draft.half_days().to_vec(),
    }
}

fn draft(setting: &Setting, draft: &mut Draft) {
    if draft.school.rooms().len() < 2 {
        return;
    }
    let (classes, teachers) = (classes(draft.school), teachers(draft.school));
    let factor = setting.param("teachers") as u32;
    for (factor, walkers) in [(1, classes), (factor, teachers)] {
        if factor > 0 {
            let map = map(draft);
            allow(setting, draft, factor, map, &walkers);
        }
    }
}

/// Whether the second block follows the first at once, in another room.
fn is_change(school: &School, first: &Visit, second: &Visit) -> bool {
    let slots = school.slots();
    let place = |slot: usize| (slots[slot].day, slots[slot].half_day);
    let at_once = second.run.slots.start == first.run.slots.end;
    at_once
        && place(first.run.slots.end - 1) == place(second.run.slots.start)
        && first.room != second.room
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let school = case.school;
    let visits = visits(case);
    let mut findings = Vec::new();
    for walker in [classes(school), teachers(school)].concat() {
        let factor = match walker {
            Walker::Class(_) => 1,
            Walker::Teacher(_) => setting.param("teachers"),
        };
        let mut changes = vec![0; school.document().grid.days.len()];
        for (first, second) in pairs(school, &visits, walker) {
            if factor > 0 && is_change(school, first, second) {
                changes[school.slots()[first.run.slots.start].day.at()] += 1;
            }
        }
        for (day, changes) in changes.into_iter().enumerate().filter(|(_, n)| *n > 0) {
            let finding = match walker {
                Walker::Class(class) => {
                    Telling::of(school, "finding-G7-class", changes).class(class)
                }
                Walker::Teacher(teacher) => {
                    Telling::of(school, "finding-G7-teacher", factor * changes)
                        .teacher("teacher", teacher)
                }
            };
            let name = school.document().grid.days[day].name.as_str();
            let finding = finding.with("day", name).with("changes", changes);
            findings.push(finding.done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn lessons_that_follow_each_other_in_different_rooms() {
        let mut sample = Sample::new(2); // half-days of 2 periods
        let rooms = ["r", "s"].map(|id| sample.room(id, "plain", None));
        let lessons = ["t", "t", "u"].map(|teacher| {
            let lesson = sample.lesson(&[1], &["A"], teacher);
            sample.need(lesson, "plain");
            lesson
        });
        let at = |starts: [usize; 3], chosen: [usize; 3]| {
            let placed = [0, 1, 2].map(|i| (lessons[i], 0, Some(starts[i])));
            let mut placed = sample.placed(&placed);
            for (lesson, room) in lessons.into_iter().zip(chosen) {
                placed.in_room(lesson, 0, rooms[room]);
            }
            deviation("G7", &placed)
        };
        assert_eq!(at([0, 1, 2], [0, 0, 0]), 0);
        assert_eq!(at([0, 1, 2], [0, 1, 1]), 2); // the class, and t with it
        assert_eq!(at([0, 4, 1], [0, 0, 1]), 1); // t goes home, u comes
        assert_eq!(at([0, 2, 4], [0, 1, 0]), 0); // an hour, noon and a night between
        assert_eq!(at([1, 2, 4], [0, 1, 0]), 0); // noon
    }

    #[test]
    fn each_part_of_a_class_that_goes_elsewhere_counts() {
        let mut sample = Sample::new(2);
        let rooms = ["r", "s"].map(|id| sample.room(id, "plain", None));
        let groups = [("A", "t"), ("A/half/1", "u"), ("A/half/2", "v")];
        let lessons = groups.map(|(group, teacher)| {
            let lesson = sample.lesson(&[1], &[group], teacher);
            sample.need(lesson, "plain");
            lesson
        });
        let at = |start: usize, half: usize| {
            let starts = [start, 1, 1];
            let placed = [0, 1, 2].map(|i| (lessons[i], 0, Some(starts[i])));
            let mut placed = sample.placed(&placed);
            placed.in_room(lessons[0], 0, rooms[0]);
            placed.in_room(lessons[1], 0, rooms[half]);
            placed.in_room(lessons[2], 0, rooms[1]);
            deviation("G7", &placed)
        };
        assert_eq!(at(0, 0), 1);
        assert_eq!(at(0, 1), 2);
        assert_eq!(at(2, 1), 0); // noon between
    }
}
