//! Rooms, and whether the rooms that lessons need exist and are large enough.

use super::{Check, Known};
use crate::{Diagnostic, Lesson, LessonIx, Room, RoomNeed};

pub(super) fn check(check: &mut Check) {
    let rooms = &check.document.rooms;
    check.ids("/rooms", rooms.iter().map(|r| r.id.as_str()));
    for (at, lesson) in check.document.lessons.iter().enumerate() {
        for (i, need) in lesson.rooms.iter().enumerate() {
            let place = format!("/lessons/{at}/rooms/{i}");
            uw0103_references(check, &place, need);
            uw0152_no_such_room(check, &place, lesson, need);
            uw0153_too_small(check, &place, LessonIx::from(at), need);
            uw0154_preferred_not_suitable(check, &place, lesson, need);
        }
    }
}

/// Whether a room may serve a need: of its kind, or named; any room when neither is said.
pub(super) fn suits(room: &Room, need: &RoomNeed) -> bool {
    let is_free = need.kind.is_none() && need.any_of.is_empty();
    is_free || need.kind.as_ref() == Some(&room.kind) || need.any_of.contains(&room.id)
}

fn uw0103_references(check: &mut Check, place: &str, need: &RoomNeed) {
    for (list, rooms) in [("any_of", &need.any_of), ("prefer", &need.prefer)] {
        for (i, room) in rooms.iter().enumerate() {
            let known: Known = check.school.room_ix(room).into();
            check.known(known, format!("{place}/{list}/{i}"), room.as_str(), "rooms");
        }
    }
}

fn uw0152_no_such_room(check: &mut Check, place: &str, lesson: &Lesson, need: &RoomNeed) {
    if !check.document.rooms.iter().any(|room| suits(room, need)) {
        let kind = need.kind.as_ref().map_or("-", |k| k.as_str());
        let fault = Diagnostic::error("UW0152", place).with("lesson", lesson.id.as_str());
        check.add(fault.with("kind", kind));
    }
}

fn uw0153_too_small(check: &mut Check, place: &str, ix: LessonIx, need: &RoomNeed) {
    let lesson = check.school.lesson(ix);
    let needs = lesson.rooms.len().max(1) as u32;
    let pupils = check.school.pupils(ix).div_ceil(needs);
    let suitable: Vec<&Room> = check
        .document
        .rooms
        .iter()
        .filter(|r| suits(r, need))
        .collect();
    let is_large = |room: &&Room| room.capacity.is_none_or(|c| u32::from(c) >= pupils);
    if !suitable.is_empty() && !suitable.iter().any(is_large) {
        let largest = suitable.iter().filter_map(|r| r.capacity).max();
        check.add(
            Diagnostic::warning("UW0153", place)
                .with("lesson", lesson.id.as_str())
                .with("n", i64::from(pupils))
                .with("largest", i64::from(largest.unwrap_or_default())),
        );
    }
}

fn uw0154_preferred_not_suitable(check: &mut Check, place: &str, lesson: &Lesson, need: &RoomNeed) {
    for (i, id) in need.prefer.iter().enumerate() {
        if let Some(room) = check.school.room_ix(id)
            && !suits(check.school.room(room), need)
        {
            check.add(
                Diagnostic::warning("UW0154", format!("{place}/prefer/{i}"))
                    .with("lesson", lesson.id.as_str())
                    .with("room", id.as_str()),
            );
        }
    }
}
