//! Wishes: about something that exists, once each.

use super::Check;
use crate::{DayId, Diagnostic, Wish, WishTarget};

pub(super) fn check(check: &mut Check) {
    for (at, teacher) in check.document.staff.iter().enumerate() {
        for (i, wish) in teacher.wishes.iter().enumerate() {
            uw0103_references(check, &format!("/staff/{at}/wishes/{i}/on"), wish);
        }
        uw0127_wish_twice(check, at, &teacher.wishes);
    }
}

fn uw0103_references(check: &mut Check, place: &str, wish: &Wish) {
    let school = check.school;
    let day_known = |id: &DayId| check.document.grid.days.iter().find(|d| d.id == *id);
    match &wish.on {
        WishTarget::Slot(slot) => match day_known(&slot.day) {
            None => check.known(
                super::Known::No,
                format!("{place}/slot/day"),
                slot.day.as_str(),
                "grid/days",
            ),
            Some(_) => {
                let known = school.slot_ix(slot).into();
                let at = format!("{place}/slot/period");
                check.known(known, at, slot.period.as_str(), "grid/days");
            }
        },
        WishTarget::HalfDay { day, .. } => {
            let known = day_known(day).into();
            check.known(
                known,
                format!("{place}/half_day/day"),
                day.as_str(),
                "grid/days",
            );
        }
        WishTarget::Day(day) => {
            let known = day_known(day).into();
            check.known(known, format!("{place}/day"), day.as_str(), "grid/days");
        }
        WishTarget::Class(class) => {
            let known = school.class_ix(class).into();
            check.known(known, format!("{place}/class"), class.as_str(), "classes");
        }
        WishTarget::Subject(subject) => {
            let known = school.subject_ix(subject).into();
            check.known(
                known,
                format!("{place}/subject"),
                subject.as_str(),
                "subjects",
            );
        }
        WishTarget::Lesson(lesson) => {
            let known = school.lesson_ix(lesson).into();
            check.known(known, format!("{place}/lesson"), lesson.as_str(), "lessons");
        }
    }
}

/// Two wishes about the same thing add up; most likely one of them was meant.
fn uw0127_wish_twice(check: &mut Check, at: usize, wishes: &[Wish]) {
    for (i, wish) in wishes.iter().enumerate() {
        if let Some(first) = wishes[..i].iter().position(|w| w.on == wish.on) {
            let fault = Diagnostic::warning("UW0127", format!("/staff/{at}/wishes/{i}"));
            check.add(fault.with("first", format!("/staff/{at}/wishes/{first}")));
        }
    }
}
