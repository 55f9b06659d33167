//! Couplings of a base export that the school still holds: their rows stay as they are but for teachers who changed.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Diagnostics, LessonIx};

use super::super::coupling::{Strand, choices, strands};
use super::super::files::{Files, Row as Read};
use super::super::present::Present;
use super::super::records::{self, Export, LessonRow};
use super::Source;
use super::lessons::{Line, field};
use super::row::Row;

/// The lessons of a base export, as text and as they were understood.
pub(super) struct BaseLessons {
    export: Export,
    raw: BTreeMap<u32, Vec<Read>>,
}

impl BaseLessons {
    pub fn new(base: &Files) -> Self {
        // A base with faults was refused when the school was made; what is wrong in another one is simply not kept.
        let mut ignored = Diagnostics::default();
        let export = records::read(base, &mut ignored);
        let mut raw: BTreeMap<u32, Vec<Read>> = BTreeMap::new();
        for row in base.rows(2, &mut ignored) {
            if let Ok(number) = field(&row, 1).parse() {
                raw.entry(number).or_default().push(row);
            }
        }
        Self { export, raw }
    }

    /// The rows of a coupling, when the base has it with the same hours, classes and groups.
    pub fn lines(
        &self,
        source: &Source<'_>,
        number: u32,
        lessons: &[LessonIx],
    ) -> Option<Vec<Line>> {
        let (rows, raw) = (self.export.lessons.get(&number)?, self.raw.get(&number)?);
        let school = source.decided.school;
        let used = Present::new(&self.export).rooms_used(number);
        let strands = strands(rows, used.as_ref()).0;
        let hours = rows.iter().map(|r| r.hours).max();
        let same = rows.len() == raw.len()
            && strands.len() == lessons.len()
            && strands.iter().zip(lessons).all(|(strand, at)| {
                let lesson = school.lesson(*at);
                let mine: BTreeSet<&str> = lesson.groups.iter().map(|g| g.class.as_str()).collect();
                let theirs: BTreeSet<&str> = strand.classes.iter().map(String::as_str).collect();
                Some(lesson.hours) == hours
                    && mine == theirs
                    && strand.teachers.len() == lesson.positions.len()
            });
        if !same {
            return None;
        }
        let lines = rows.iter().zip(raw).map(|(row, read)| {
            let home = home(&strands, row);
            let lesson = lessons[home];
            let teacher = strands[home]
                .teachers
                .iter()
                .position(|t| t.teacher.as_deref().unwrap_or("?") == row.teacher)
                .map(|position| {
                    let now = source.decided.teachers(lesson).get(position);
                    now.and_then(Option::as_ref).map_or("?", |t| t.as_str())
                });
            let teacher = teacher.unwrap_or(&row.teacher).to_owned();
            let text = Row::like(read);
            Line {
                lesson,
                room: room(&strands, home, row).map(|(at, need)| (lessons[at], need)),
                class: field(read, 5).to_owned(),
                subject: row.subject.clone(),
                row: if teacher == row.teacher {
                    text
                } else {
                    text.text(6, &teacher)
                },
                teacher,
            }
        });
        Some(lines.collect())
    }
}

/// The group that a row belongs to: that of its teacher, else the first of its subject and class.
fn home(strands: &[Strand], row: &LessonRow) -> usize {
    let score = |strand: &Strand| {
        let teaches = strand
            .teachers
            .iter()
            .any(|t| t.teacher.as_deref().unwrap_or("?") == row.teacher);
        let subject = strand.subject == row.subject || row.subject.is_empty();
        let class = row.classes.iter().all(|c| strand.classes.contains(c));
        u8::from(teaches) * 4 + u8::from(subject) * 2 + u8::from(class)
    };
    let best = (0..strands.len()).max_by_key(|at| (score(&strands[*at]), usize::MAX - at));
    best.unwrap_or(0)
}

/// The group and need that a row's room is of: its own group's first.
fn room(strands: &[Strand], home: usize, row: &LessonRow) -> Option<(usize, usize)> {
    let wanted = choices(row);
    if wanted.is_empty() {
        return None;
    }
    let need = |at: usize| {
        let rooms = &strands[at].rooms;
        let exact = rooms.iter().position(|choices| *choices == wanted);
        exact.or_else(|| rooms.iter().position(|c| c.first() == wanted.first()))
    };
    std::iter::once(home)
        .chain(0..strands.len())
        .find_map(|at| Some((at, need(at)?)))
}
