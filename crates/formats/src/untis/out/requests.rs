//! GPU016 time requests and GPU020 reductions.

use std::collections::BTreeSet;

use uurwerk_model::{School, SlotIx, WishTarget};

use super::Source;
use super::entities::some;
use super::lessons::{is_of, value};
use super::row::{Row, Sheet};

/// The wishes of teachers about times; the places outside the week closed for every class, as Untis knows no other way to say
/// where a week ends. A base keeps what it asks for classes, rooms and subjects, and for teachers outside the week.
pub(super) fn requests(source: &Source<'_>) -> Sheet {
    let school = source.decided.school;
    let mut sheet = Sheet::default();
    for teacher in school.staff() {
        for wish in &teacher.wishes {
            let about_time = matches!(
                wish.on,
                WishTarget::Slot(_) | WishTarget::HalfDay { .. } | WishTarget::Day(_)
            );
            for slot in school.wished_slots(&wish.on) {
                let place = source.names.place(school.document(), &school.slot(slot));
                if let Some(place) = place.filter(|_| about_time && wish.value != 0) {
                    sheet.push(request("L", teacher.id.as_str(), place, wish.value));
                }
            }
        }
    }
    if !source.base.is_there() {
        let closed = closed(source, school);
        for class in school.classes() {
            for place in &closed {
                sheet.push(request("K", class.id.as_str(), *place, -3));
            }
        }
    }
    let open = open(source, school);
    for read in source.base.rows(16) {
        let field = |at: usize| read.fields.get(at).map_or("", String::as_str);
        let number = |at: usize| field(at).parse::<u8>().unwrap_or(0);
        let of_teacher = field(0).eq_ignore_ascii_case("L");
        if !of_teacher || !open.contains(&(number(2), number(3))) {
            sheet.push(Row::like(read));
        }
    }
    sheet
}

fn request(kind: &str, name: &str, (day, period): (u8, u8), value: i8) -> Row {
    Row::of(5)
        .text(1, kind)
        .text(2, name)
        .number(3, day)
        .number(4, period)
        .number(5, value)
}

/// The places of the week.
fn open(source: &Source<'_>, school: &School) -> BTreeSet<(u8, u8)> {
    let slots = (0..school.slots().len()).map(|at| school.slot(SlotIx::from(at)));
    slots
        .filter_map(|slot| source.names.place(school.document(), &slot))
        .collect()
}

/// The places up to one period behind the longest day that are not of the week.
fn closed(source: &Source<'_>, school: &School) -> Vec<(u8, u8)> {
    let open = open(source, school);
    let days: BTreeSet<u8> = open.iter().map(|place| place.0).collect();
    let last = open.iter().map(|place| place.1).max().unwrap_or(0);
    let beyond = (last + 1).min(20);
    let all = days
        .iter()
        .flat_map(|day| (1..=beyond).map(move |period| (*day, period)));
    all.filter(|place| !open.contains(place)).collect()
}

/// Work beside lessons in hours of which 22 are a full-time job; hours that stand among the lessons are not written twice.
pub(super) fn reductions(source: &Source<'_>) -> Sheet {
    let school = source.decided.school;
    let mut sheet = Sheet::default();
    let mut number = 0_u32;
    for teacher in school.staff() {
        let among_lessons = |name: &str| {
            source.decided.lessons().any(|(at, lesson)| {
                let theirs = source.decided.teachers(at);
                is_of(lesson, name) && theirs.iter().flatten().any(|t| *t == teacher.id)
            })
        };
        for task in teacher.tasks.iter().filter(|t| some(t.load)) {
            if among_lessons(&task.name) {
                continue;
            }
            let known = source.base.rows(20).iter().find(|read| {
                let field = |at: usize| read.fields.get(at).map_or("", String::as_str);
                let words = [field(4), field(8)].join(" ");
                field(3) == teacher.id.as_str() && words.trim() == task.name
            });
            if let Some(read) = known {
                sheet.push(Row::like(read).number(6, value(task.load)));
                continue;
            }
            number += 1;
            let row = Row::of(12)
                .number(1, number)
                .text(4, teacher.id.as_str())
                .text(5, &task.name)
                .number(6, value(task.load));
            sheet.push(row);
        }
    }
    sheet
}
