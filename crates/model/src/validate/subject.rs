//! Subjects and noemers: one noemer per cell, and exact loads with each.

use std::collections::BTreeMap;

use super::Check;
use crate::{Diagnostic, FteUnits, LessonIx};

pub(super) fn check(check: &mut Check) {
    let subjects = &check.document.subjects;
    check.ids("/subjects", subjects.iter().map(|s| s.id.as_str()));
    uw0115_cell_twice(check);
    uw0116_not_exact(check);
}

fn uw0115_cell_twice(check: &mut Check) {
    let mut cells = BTreeMap::new();
    for (at, noemer) in check.document.noemers.iter().enumerate() {
        if let Some(first) = cells.insert((noemer.graad, noemer.kind), at) {
            let fault = Diagnostic::error("UW0115", format!("/noemers/{at}"));
            check.add(fault.with("first", format!("/noemers/{first}")));
        }
    }
}

/// A noemer is reported once, with the first lesson whose hours do not come out exactly.
fn uw0116_not_exact(check: &mut Check) {
    let mut inexact: BTreeMap<String, (u16, LessonIx, i64)> = BTreeMap::new();
    for (at, lesson) in check.document.lessons.iter().enumerate() {
        let ix = LessonIx::from(at);
        let Some(noemer) = check.school.noemer(ix) else {
            continue;
        };
        let hours = |p: usize| u32::from(check.school.position_hours(ix, p));
        let is_exact = |p: usize| FteUnits::of_hours(hours(p), noemer).is_some();
        let mut counting =
            (0..lesson.positions.len()).filter(|p| lesson.positions[*p].role.counts());
        if !counting.all(is_exact) {
            let entry = inexact.entry(place_of_noemer(check, ix));
            entry.or_insert((noemer, ix, 0)).2 += 1;
        }
    }
    for (place, (noemer, lesson, n)) in inexact {
        let id = check.school.lesson(lesson).id.as_str();
        check.add(
            Diagnostic::error("UW0116", place)
                .with("noemer", i64::from(noemer))
                .with("lesson", id)
                .with("n", n),
        );
    }
}

/// The subject's own noemer, or the cell of the table.
fn place_of_noemer(check: &Check, lesson: LessonIx) -> String {
    let school = check.school;
    let graad = school.graad(lesson);
    let Some(subject) = school.subject_ix(&school.lesson(lesson).subject) else {
        return "/noemers".to_owned();
    };
    if school.subject(subject).noemer.is_some() {
        return format!("/subjects/{}/noemer", subject.0);
    }
    let kind = school.subject(subject).kind;
    let cell = |n: &crate::Noemer| Some(n.graad) == graad && n.kind == kind;
    let at = check.document.noemers.iter().position(cell);
    at.map_or("/noemers".to_owned(), |at| format!("/noemers/{at}/hours"))
}
