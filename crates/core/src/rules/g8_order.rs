//! G8: of the rooms that a lesson prefers it has the first that is to be had.
//!
//! deviation = per (block, need whose liked rooms are at least two, see G5): how many of them are liked better than its room,
//! in the order in which the need prefers them, the class's own room last unless it is among them; for a room that is not
//! liked, as many as for the last of them: that it is not liked at all is what G5 counts (places). A block without a room is
//! the business of X6. Source: ordinary practice.

use uurwerk_model::{Finding, Mode, RoomIx};

use super::g5_preferred::in_order;
use super::occupancy::lessons;
use super::telling::Telling;
use super::x6_suitable::prefer_rooms;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G8",
    source: Source::Practice,
    unit: "unit-places",
    modes: Modes::always(Mode::Soft),
    weight: 1,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

/// How many of these rooms are liked better than a room; the last of them has as many before it as one that is not there.
pub(crate) fn better(order: &[RoomIx], room: RoomIx) -> i64 {
    let place = order.iter().position(|liked| *liked == room);
    place.unwrap_or(order.len().saturating_sub(1)) as i64
}

/// One charge for each place: unless the room is the first, unless it is one of the first two, and so on.
fn draft(setting: &Setting, draft: &mut Draft) {
    let school = draft.school;
    let needs = lessons(school).flat_map(|lesson| {
        let needs = school.lesson(lesson).rooms.iter();
        needs.map(move |need| in_order(school, lesson, need).len())
    });
    let most = needs.max().unwrap_or(0);
    for first in 1..most {
        prefer_rooms(setting, draft, |school, demand, need| {
            let mut order = in_order(school, demand.lesson, need);
            let counts = first < order.len();
            order.truncate(first);
            order.sort_unstable();
            counts.then_some(order)
        });
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for lesson in lessons(school) {
        for (at, need) in school.lesson(lesson).rooms.iter().enumerate() {
            let order = in_order(school, lesson, need);
            let rooms = timetable.rooms[lesson.at()].iter();
            for room in rooms.filter_map(|rooms| rooms[at]) {
                let better = better(&order, room);
                if better > 0 {
                    let finding = Telling::of(school, "finding-G8", better);
                    let finding = finding.lesson("lesson", lesson).room(room);
                    let first = school.room(order[0]).name.as_str();
                    findings.push(finding.with("first", first).done());
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
    fn rooms_are_liked_in_their_order() {
        let mut sample = Sample::new(2);
        let rooms = ["a", "b", "c", "d"].map(|id| sample.room(id, "plain", None));
        let lesson = sample.lesson(&[1], &["A"], "t");
        sample.need(lesson, "plain");
        let prefer = &mut sample.document.lessons[lesson].rooms[0].prefer;
        prefer.extend(["c".into(), "a".into()]);
        let of = |sample: &Sample| {
            rooms.map(|room| {
                let mut case = sample.placed(&[]);
                case.in_room(lesson, 0, room);
                (deviation("G8", &case), deviation("G5", &case))
            })
        };
        assert_eq!(of(&sample), [(1, 0), (1, 1), (0, 0), (1, 1)]);
        sample.home_room("A", rooms[1]); // behind c and a
        assert_eq!(of(&sample), [(1, 0), (2, 0), (0, 0), (2, 1)]);
        sample.home_room("A", rooms[2]); // has its place already
        assert_eq!(of(&sample), [(1, 0), (1, 1), (0, 0), (1, 1)]);
        sample.document.lessons[lesson].rooms[0].prefer.clear();
        assert_eq!(of(&sample), [(0, 1), (0, 1), (0, 0), (0, 1)]);
    }
}
