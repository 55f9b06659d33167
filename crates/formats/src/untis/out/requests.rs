//! GPU016 time requests and GPU020 reductions.

use std::collections::BTreeSet;

use uurwerk_model::{School, WishTarget};

use super::Source;
use super::entities::some;
use super::lessons::{is_of, value};
use super::row::{Row, Sheet};

/// The wishes of teachers about times; the places outside the week closed for every class, as Untis knows no other way to say
/// where a week ends; and what a base asks for rooms and subjects.
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
    let closed = closed(source, school);
    for class in school.classes() {
        for place in &closed {
            sheet.push(request("K", class.id.as_str(), *place, -3));
        }
    }
    let mut ignored = uurwerk_model::Diagnostics::default();
    let base = source.base.map(|base| base.rows(16, &mut ignored));
    for read in base.into_iter().flatten() {
        let kind = read.fields.first().map(|k| k.to_ascii_uppercase());
        if matches!(kind.as_deref(), Some("R" | "F")) {
            sheet.push(Row::like(&read));
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

/// The places up to one period behind the longest day that are not of the week.
fn closed(source: &Source<'_>, school: &School) -> Vec<(u8, u8)> {
    let slots = (0..school.slots().len()).map(|at| school.slot(uurwerk_model::SlotIx(at as u32)));
    let open: BTreeSet<(u8, u8)> = slots
        .filter_map(|slot| source.names.place(school.document(), &slot))
        .collect();
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
