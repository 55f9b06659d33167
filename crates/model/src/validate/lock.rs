//! Locks: on places that exist, once each, and possible one by one.

use std::collections::BTreeMap;

use super::{Check, Known};
use crate::{Diagnostic, LessonId, LessonIx, Lock, RoomLock, TeacherLock, TimeLock, school::Slot};

pub(super) fn check(check: &mut Check) {
    let mut first = First::default();
    for (at, lock) in check.document.locks.iter().enumerate() {
        match lock {
            Lock::Teacher(lock) => teacher(check, at, lock, &mut first),
            Lock::Time(lock) => time(check, at, lock, &mut first),
            Lock::Room(lock) => room(check, at, lock, &mut first),
        }
    }
}

/// The first lock on each position, block and room.
#[derive(Default)]
struct First {
    positions: BTreeMap<(LessonIx, u8), usize>,
    blocks: BTreeMap<(LessonIx, u8), usize>,
    rooms: BTreeMap<(LessonIx, u8, u8), usize>,
}

fn lesson(check: &mut Check, place: &str, id: &LessonId) -> Option<LessonIx> {
    let lesson = check.school.lesson_ix(id);
    check.known(
        lesson.into(),
        format!("{place}/lesson"),
        id.as_str(),
        "lessons",
    );
    lesson
}

fn teacher(check: &mut Check, at: usize, lock: &TeacherLock, first: &mut First) {
    let place = format!("/locks/{at}/teacher");
    let who = check.school.teacher_ix(&lock.teacher);
    check.known(
        who.into(),
        format!("{place}/teacher"),
        lock.teacher.as_str(),
        "staff",
    );
    let Some(lesson) = lesson(check, &place, &lock.lesson) else {
        return;
    };
    uw0170_no_such_position(check, &place, lesson, lock);
    uw0173_position_locked_twice(check, at, lesson, lock, first);
    uw0174_teacher_twice_in_lesson(check, &place, lesson, lock);
    uw0177_not_qualified(check, &place, lesson, lock);
}

fn uw0170_no_such_position(check: &mut Check, place: &str, lesson: LessonIx, lock: &TeacherLock) {
    let positions = check.school.lesson(lesson).positions.len();
    if usize::from(lock.position) >= positions {
        check.add(
            Diagnostic::error("UW0170", format!("{place}/position"))
                .with("lesson", lock.lesson.as_str())
                .with("at", i64::from(lock.position))
                .with("n", positions as i64),
        );
    }
}

fn uw0173_position_locked_twice(
    check: &mut Check,
    at: usize,
    lesson: LessonIx,
    lock: &TeacherLock,
    first: &mut First,
) {
    if let Some(earlier) = first.positions.get(&(lesson, lock.position)) {
        check.add(
            Diagnostic::error("UW0173", format!("/locks/{at}/teacher"))
                .with("lesson", lock.lesson.as_str())
                .with("first", format!("/locks/{earlier}")),
        );
    } else {
        first.positions.insert((lesson, lock.position), at);
    }
}

fn uw0174_teacher_twice_in_lesson(
    check: &mut Check,
    place: &str,
    lesson: LessonIx,
    lock: &TeacherLock,
) {
    let who = check.school.teacher_ix(&lock.teacher);
    let earlier = (0..lock.position).any(|p| {
        let holder = check.locked.get(&(lesson, usize::from(p))).copied();
        holder.is_some() && holder == who
    });
    if earlier {
        check.add(
            Diagnostic::error("UW0174", format!("{place}/teacher"))
                .with("lesson", lock.lesson.as_str())
                .with("teacher", lock.teacher.as_str()),
        );
    }
}

fn uw0177_not_qualified(check: &mut Check, place: &str, lesson: LessonIx, lock: &TeacherLock) {
    let position = check
        .school
        .lesson(lesson)
        .positions
        .get(usize::from(lock.position));
    if position.is_some_and(|p| p.role.counts())
        && let Some(who) = check.school.teacher_ix(&lock.teacher)
        && check.school.qualified(who, lesson).is_none()
    {
        check.add(
            Diagnostic::warning("UW0177", place)
                .with("lesson", lock.lesson.as_str())
                .with("teacher", lock.teacher.as_str())
                .with("subject", check.school.lesson(lesson).subject.as_str()),
        );
    }
}

/// The length of a block, or UW0171.
fn block(check: &mut Check, place: &str, lesson: LessonIx, at: u8) -> Option<u8> {
    let blocks = check.school.blocks(lesson);
    let length = blocks.get(usize::from(at)).copied();
    if length.is_none() {
        check.add(
            Diagnostic::error("UW0171", format!("{place}/block"))
                .with("lesson", check.school.lesson(lesson).id.as_str())
                .with("at", i64::from(at))
                .with("n", blocks.len() as i64),
        );
    }
    length
}

fn time(check: &mut Check, at: usize, lock: &TimeLock, first: &mut First) {
    let place = format!("/locks/{at}/time");
    let Some(lesson) = lesson(check, &place, &lock.lesson) else {
        return;
    };
    let Some(length) = block(check, &place, lesson, lock.block) else {
        return;
    };
    uw0176_block_locked_twice(check, at, lesson, lock, first);
    uw0175_does_not_fit(check, &place, lock, length);
}

fn uw0175_does_not_fit(check: &mut Check, place: &str, lock: &TimeLock, length: u8) {
    let Slot { day, period } = &lock.start;
    let days = &check.document.grid.days;
    if !days.iter().any(|d| d.id == *day) {
        let at = format!("{place}/start/day");
        return check.known(Known::No, at, day.as_str(), "grid/days");
    }
    let Some(slot) = check.school.slot_ix(&lock.start) else {
        let at = format!("{place}/start/period");
        return check.known(Known::No, at, period.as_str(), "grid/days");
    };
    if !check.school.block_fits(slot, length) {
        check.add(
            Diagnostic::error("UW0175", format!("{place}/start"))
                .with("lesson", lock.lesson.as_str())
                .with("day", day.as_str())
                .with("period", period.as_str())
                .with("n", i64::from(length)),
        );
    }
}

fn uw0176_block_locked_twice(
    check: &mut Check,
    at: usize,
    lesson: LessonIx,
    lock: &TimeLock,
    first: &mut First,
) {
    if let Some(earlier) = first.blocks.get(&(lesson, lock.block)) {
        check.add(
            Diagnostic::error("UW0176", format!("/locks/{at}/time"))
                .with("lesson", lock.lesson.as_str())
                .with("first", format!("/locks/{earlier}")),
        );
    } else {
        first.blocks.insert((lesson, lock.block), at);
    }
}

fn room(check: &mut Check, at: usize, lock: &RoomLock, first: &mut First) {
    let place = format!("/locks/{at}/room");
    let room = check.school.room_ix(&lock.room);
    check.known(
        room.into(),
        format!("{place}/room"),
        lock.room.as_str(),
        "rooms",
    );
    let Some(lesson) = lesson(check, &place, &lock.lesson) else {
        return;
    };
    if block(check, &place, lesson, lock.block).is_none() {
        return;
    }
    uw0172_no_such_need(check, &place, lesson, lock);
    uw0182_room_locked_twice(check, at, lesson, lock, first);
    uw0183_not_suitable(check, &place, lesson, lock);
}

fn uw0172_no_such_need(check: &mut Check, place: &str, lesson: LessonIx, lock: &RoomLock) {
    let needs = check.school.lesson(lesson).rooms.len();
    if usize::from(lock.need) >= needs {
        check.add(
            Diagnostic::error("UW0172", format!("{place}/need"))
                .with("lesson", lock.lesson.as_str())
                .with("at", i64::from(lock.need))
                .with("n", needs as i64),
        );
    }
}

fn uw0182_room_locked_twice(
    check: &mut Check,
    at: usize,
    lesson: LessonIx,
    lock: &RoomLock,
    first: &mut First,
) {
    let key = (lesson, lock.block, lock.need);
    if let Some(earlier) = first.rooms.get(&key) {
        check.add(
            Diagnostic::error("UW0182", format!("/locks/{at}/room"))
                .with("lesson", lock.lesson.as_str())
                .with("first", format!("/locks/{earlier}")),
        );
    } else {
        first.rooms.insert(key, at);
    }
}

fn uw0183_not_suitable(check: &mut Check, place: &str, lesson: LessonIx, lock: &RoomLock) {
    let need = check
        .school
        .lesson(lesson)
        .rooms
        .get(usize::from(lock.need));
    if let Some(need) = need
        && let Some(room) = check.school.room_ix(&lock.room)
        && !super::room::suits(check.school.room(room), need)
    {
        check.add(
            Diagnostic::warning("UW0183", format!("{place}/room"))
                .with("lesson", lock.lesson.as_str())
                .with("room", lock.room.as_str()),
        );
    }
}
