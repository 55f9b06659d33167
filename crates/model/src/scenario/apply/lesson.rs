//! Lessons that come, go or are paid otherwise; rooms that close.

use super::{Draft, forget};
use crate::LessonId;
use crate::scenario::{LessonLine, LessonRef, RoomRef};
use crate::school::Lesson;

fn find(draft: &mut Draft, id: &LessonId) -> Option<usize> {
    let at = draft
        .document
        .lessons
        .iter()
        .position(|lesson| lesson.id == *id);
    if at.is_none() {
        draft.unknown("lesson", id.as_str(), "lessons");
    }
    at
}

/// Adds a lesson that stands in the scenario below the change, at `field` with a slash, or as the change itself.
pub(super) fn added(draft: &mut Draft, lesson: &Lesson, field: &str) {
    let first = draft
        .document
        .lessons
        .iter()
        .position(|other| other.id == lesson.id);
    match first {
        Some(first) => draft.twice(
            &format!("{field}id"),
            lesson.id.as_str(),
            format!("/lessons/{first}"),
        ),
        None => draft.document.lessons.push(lesson.clone()),
    }
}

pub(super) fn dropped(draft: &mut Draft, lesson: &LessonRef) {
    if find(draft, &lesson.lesson).is_some() {
        forget::lessons(&mut draft.document, |id| *id == lesson.lesson);
    }
}

pub(super) fn paid_by(draft: &mut Draft, change: &LessonLine) {
    let line = &change.budget_line;
    if !draft.document.budget.iter().any(|known| known.id == *line) {
        draft.unknown("budget_line", line.as_str(), "budget");
    } else if let Some(at) = find(draft, &change.lesson) {
        draft.document.lessons[at].budget_line = Some(line.clone());
    }
}

/// A need that named this room alone would turn into a need for any room: that is for a person to decide.
pub(super) fn room_closes(draft: &mut Draft, room: &RoomRef) {
    if !draft
        .document
        .rooms
        .iter()
        .any(|known| known.id == room.room)
    {
        return draft.unknown("room", room.room.as_str(), "rooms");
    }
    let only = |lesson: &&Lesson| {
        let mut needs = lesson.rooms.iter();
        needs.any(|need| need.kind.is_none() && need.any_of == std::slice::from_ref(&room.room))
    };
    let stuck: Vec<_> = draft
        .document
        .lessons
        .iter()
        .filter(only)
        .map(|l| l.id.clone())
        .collect();
    for lesson in stuck {
        let fault = draft
            .fault("UW0702", "room")
            .with("room", room.room.as_str());
        draft.faults.push(fault.with("lesson", lesson.as_str()));
    }
    forget::room(&mut draft.document, &room.room);
}
