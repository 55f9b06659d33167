//! G5: lessons are given in the rooms that are liked best: those that the need prefers, or the class's
//! own room.
//!
//! deviation = per (block, need with a non-empty `prefer`, or whose lesson's only class has a home room
//! that suits the need) 1 if its room is neither preferred nor that home room (blocks). A block
//! without a room is the business of X6. Source: ordinary practice.

use uurwerk_model::{Finding, LessonIx, Mode, RoomIx, RoomNeed, School};

use super::occupancy::{classes_of, lessons, suits};
use super::telling::Telling;
use super::x6_suitable::prefer_rooms;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G5",
    source: Source::Practice,
    unit: "unit-blocks",
    modes: Modes::always(Mode::Soft),
    weight: 1,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|_| true),
    },
};

/// The rooms that a lesson likes for a need, each once; `None` when any will do.
pub(crate) fn liked(school: &School, lesson: LessonIx, need: &RoomNeed) -> Option<Vec<RoomIx>> {
    let mut rooms = in_order(school, lesson, need);
    rooms.sort_unstable();
    (!rooms.is_empty()).then_some(rooms)
}

/// The same, best first: in the order of the need, then the class's own room.
pub(crate) fn in_order(school: &School, lesson: LessonIx, need: &RoomNeed) -> Vec<RoomIx> {
    let home = match classes_of(school, lesson)[..] {
        [class] => school.class(class).home_room.as_ref(),
        _ => None,
    };
    let home = home.and_then(|room| school.room_ix(room));
    let home = home.filter(|room| suits(school, need, *room));
    let preferred = need.prefer.iter().filter_map(|r| school.room_ix(r));
    let mut rooms: Vec<RoomIx> = Vec::new();
    for room in preferred.chain(home) {
        if !rooms.contains(&room) {
            rooms.push(room);
        }
    }
    rooms
}

fn draft(setting: &Setting, draft: &mut Draft) {
    prefer_rooms(setting, draft, |school, demand, need| {
        liked(school, demand.lesson, need)
    });
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for lesson in lessons(school) {
        for (at, need) in school.lesson(lesson).rooms.iter().enumerate() {
            let Some(liked) = liked(school, lesson, need) else {
                continue;
            };
            for room in timetable.rooms[lesson.at()]
                .iter()
                .filter_map(|rooms| rooms[at])
            {
                if !liked.contains(&room) {
                    let finding = Telling::of(school, "finding-G5", 1).lesson("lesson", lesson);
                    findings.push(finding.room(room).done());
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn the_own_room_of_a_class_is_liked_when_it_suits() {
        let mut sample = Sample::new(2);
        let home = sample.room("home", "plain", None);
        let other = sample.room("other", "plain", None);
        let lab = sample.room("lab", "lab", None);
        sample.home_room("A", home);
        let plain = sample.lesson(&[1, 1], &["A"], "t");
        let science = sample.lesson(&[1], &["A"], "t");
        sample.need(plain, "plain");
        sample.need(science, "lab");
        let mut case = sample.placed(&[]);
        case.in_room(plain, 0, home).in_room(plain, 1, other);
        case.in_room(science, 0, lab); // a home room is no lab: nothing is liked
        assert_eq!(deviation("G5", &case), 1);
    }
}
