//! X7: rooms are large enough.
//!
//! deviation = per (block, need) 1 if the room holds fewer than ceil(pupils / number of needs)
//! (blocks). Source: logic.

use uurwerk_model::{Finding, LessonIx, Mode, RoomIx, School};

use super::occupancy::lessons;
use super::telling::Telling;
use super::x6_suitable::prefer_rooms;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X7",
    source: Source::Logic,
    unit: "unit-blocks",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Hard,
        law: Mode::Soft,
    },
    weight: 2,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

/// Pupils in each room of a lesson.
pub(crate) fn pupils(school: &School, lesson: LessonIx) -> u32 {
    let rooms = school.lesson(lesson).rooms.len().max(1) as u32;
    school.pupils(lesson).div_ceil(rooms)
}

pub(crate) fn holds(school: &School, room: RoomIx, pupils: u32) -> bool {
    let capacity = school.room(room).capacity;
    capacity.is_none_or(|capacity| u32::from(capacity) >= pupils)
}

fn draft(setting: &Setting, draft: &mut Draft) {
    prefer_rooms(setting, draft, |school, demand, _| {
        let pupils = pupils(school, demand.lesson);
        let rooms = (0..school.rooms().len()).map(RoomIx::from);
        Some(rooms.filter(|r| holds(school, *r, pupils)).collect())
    });
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for lesson in lessons(school) {
        let pupils = pupils(school, lesson);
        for room in timetable.rooms[lesson.at()].iter().flatten().flatten() {
            if !holds(school, *room, pupils) {
                let finding = Telling::of(school, "finding-X7", 1).lesson("lesson", lesson);
                let finding = finding.room(*room).with("pupils", i64::from(pupils));
                findings.push(finding.done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn pupils_are_shared_among_the_rooms_of_a_lesson() {
        let mut sample = Sample::new(2); // classes of 20 pupils
        let small = sample.room("s", "plain", Some(10));
        let lesson = sample.lesson(&[1], &["A"], "t");
        sample.need(lesson, "plain");
        let mut case = sample.placed(&[]);
        case.in_room(lesson, 0, small);
        assert_eq!(deviation("X7", &case), 1); // 20 > 10
        sample.need(lesson, "plain"); // now 10 in each room; the second has none yet
        let mut case = sample.placed(&[]);
        case.in_room(lesson, 0, small);
        assert_eq!(deviation("X7", &case), 0);
    }
}
