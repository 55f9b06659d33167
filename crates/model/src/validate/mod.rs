//! Whether a document of the right shape makes sense: one file per noun, one small function per
//! code, all of them run, so that everybody sees every problem at once.
//!
//! An error is what no plan can repair or what cannot be understood; a warning is what was accepted
//! but looks odd. Demands that contradict each other only through the rules (too few teachers, rooms
//! that are too small) are not judged here: modes are the policy's, and the core explains conflicts.

mod budget;
mod clash;
mod class;
mod grid;
mod growth;
mod lesson;
mod link;
mod lock;
mod outside;
mod plan;
mod recurrence;
mod room;
mod round;
mod size;
mod subject;
mod teacher;
#[cfg(test)]
mod tests;
mod training;
mod wish;

pub(crate) use plan::plan;

use std::collections::BTreeMap;

use crate::{Diagnostic, Diagnostics, LessonIx, School, SchoolDocument, TeacherIx};

/// Every fault of meaning of a school whose names were resolved as far as they go.
pub(crate) fn school(school: &School) -> Diagnostics {
    let mut check = Check::new(school);
    size::check(&mut check);
    if check.found.has_errors() {
        // A document of absurd size is not worth reading on.
        return check.found;
    }
    for part in [
        grid::check,
        subject::check,
        teacher::check,
        wish::check,
        class::check,
        room::check,
        recurrence::check,
        lesson::check,
        link::check,
        lock::check,
        clash::check,
        growth::check,
        training::check,
        outside::check,
        round::check,
        budget::check,
    ] {
        part(&mut check);
    }
    check.found
}

/// What the checks share: the school, the locks on teachers by position, and the faults so far.
struct Check<'a> {
    school: &'a School,
    document: &'a SchoolDocument,
    /// The first teacher lock on each position.
    locked: BTreeMap<(LessonIx, usize), TeacherIx>,
    /// The same by teacher: the positions that somebody is locked in.
    held: BTreeMap<TeacherIx, Vec<(LessonIx, usize)>>,
    found: Diagnostics,
}

impl<'a> Check<'a> {
    fn new(school: &'a School) -> Self {
        let mut locked = BTreeMap::new();
        for lock in &school.document().locks {
            if let crate::Lock::Teacher(lock) = lock
                && let Some(lesson) = school.lesson_ix(&lock.lesson)
                && let Some(teacher) = school.teacher_ix(&lock.teacher)
            {
                let position = (lesson, usize::from(lock.position));
                locked.entry(position).or_insert(teacher);
            }
        }
        let mut held: BTreeMap<TeacherIx, Vec<(LessonIx, usize)>> = BTreeMap::new();
        for (position, teacher) in &locked {
            held.entry(*teacher).or_default().push(*position);
        }
        Self {
            school,
            document: school.document(),
            locked,
            held,
            found: Diagnostics::default(),
        }
    }

    /// The positions that a teacher is locked in.
    fn held(&self, teacher: TeacherIx) -> Vec<(LessonIx, usize)> {
        self.held.get(&teacher).cloned().unwrap_or_default()
    }

    fn add(&mut self, fault: Diagnostic) {
        self.found.push(fault);
    }

    /// UW0101 and UW0102: the ids of a list are there and are unique.
    fn ids<'i>(&mut self, list: &str, ids: impl Iterator<Item = &'i str>) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, id) in ids.enumerate() {
            let place = format!("{list}/{at}/id");
            if id.trim() != id || id.is_empty() || id.chars().any(char::is_control) {
                self.add(Diagnostic::error("UW0102", place.as_str()).with("id", id));
            }
            if let Some(earlier) = first.get(id) {
                let fault = Diagnostic::error("UW0101", place).with("id", id);
                self.add(fault.with("first", format!("{list}/{earlier}")));
            } else {
                first.insert(id, at);
            }
        }
    }

    /// UW0103: a name that should stand in `list`.
    fn known(&mut self, is_known: Known, place: String, id: &str, list: &str) {
        if is_known == Known::No {
            let fault = Diagnostic::error("UW0103", place).with("id", id);
            self.add(fault.with("list", list));
        }
    }
}

/// Whether a name resolves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Yes,
    No,
}

impl<T> From<Option<T>> for Known {
    fn from(found: Option<T>) -> Self {
        if found.is_some() { Self::Yes } else { Self::No }
    }
}
