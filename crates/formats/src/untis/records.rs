//! What the files say, row by row, in types: GPU001 timetable, 002 lessons, 003 classes, 004
//! teachers, 005 rooms, 006 subjects, 008 qualifications, 016 time requests, 020 reductions.
//!
//! The meaning of the columns follows the published description of the Untis text export.

use std::collections::BTreeMap;

use uurwerk_model::{Diagnostic, Diagnostics};

use super::cells::Cells;
use super::files::Files;

/// An export in types, names as Untis writes them.
#[derive(Default)]
pub(super) struct Export {
    pub lessons: BTreeMap<u32, Vec<LessonRow>>,
    pub timetable: Vec<TimetableRow>,
    pub classes: Vec<ClassRow>,
    pub teachers: Vec<TeacherRow>,
    pub rooms: Vec<RoomRow>,
    pub subjects: Vec<SubjectRow>,
    pub qualifications: Vec<(String, String)>,
    pub requests: Vec<RequestRow>,
    pub reductions: Vec<ReductionRow>,
}

/// A row of GPU002: one coupling line of a lesson for one class.
#[derive(Clone)]
pub(super) struct LessonRow {
    pub hours: u8,
    pub classes: Vec<String>,
    pub teacher: String,
    pub subject: String,
    pub rooms: Vec<String>,
    pub pupils: Option<u16>,
    /// Week value in hundred-thousandths of an hour.
    pub value: Option<i64>,
    pub week: String,
    pub from: String,
    pub to: String,
    pub home_rooms: Vec<String>,
    pub codes: String,
    pub doubles: (Option<u8>, Option<u8>),
    pub blocks: Vec<u8>,
}

/// A row of GPU001: one coupling line of a lesson in one period.
pub(super) struct TimetableRow {
    pub lesson: u32,
    pub teacher: String,
    pub room: String,
    pub day: u8,
    pub period: u8,
}

pub(super) struct ClassRow {
    pub name: String,
    pub long: String,
    pub room: String,
    pub level: String,
    pub pupils: Option<u16>,
    pub titularis: String,
}

pub(super) struct TeacherRow {
    pub name: String,
    pub surname: String,
    pub first_name: String,
    /// Weekly target in hundred-thousandths of an hour.
    pub target: Option<i64>,
}

pub(super) struct RoomRow {
    pub name: String,
    pub long: String,
    pub alternative: String,
    /// Where it stands when that is too far for an ordinary break: 1 to 9, or A to E.
    pub off_site: String,
    pub capacity: Option<u16>,
}

pub(super) struct SubjectRow {
    pub name: String,
    pub long: String,
    /// Value factor in hundred-thousandths: 454500 for an hour of which 22 are a full-time job.
    pub factor: Option<i64>,
}

pub(super) struct RequestRow {
    pub kind: RequestKind,
    pub name: String,
    pub day: u8,
    pub period: u8,
    pub value: i8,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RequestKind {
    Teacher,
    Class,
    Room,
    Subject,
}

pub(super) struct ReductionRow {
    pub teacher: String,
    pub reason: String,
    pub text: String,
    /// Week value in hundred-thousandths of an hour.
    pub value: i64,
}

/// Reads every file that the school is made from.
pub(super) fn read(files: &Files, faults: &mut Diagnostics) -> Export {
    if !files.has(2) {
        let fault = Diagnostic::error("UW3001", "").in_file(files.name(2));
        faults.push(fault);
    }
    let lessons = lessons(files, faults);
    if files.has(2) && lessons.is_empty() && !faults.has_errors() {
        faults.push(Diagnostic::error("UW3008", "").in_file(files.name(2)));
    }
    Export {
        lessons,
        timetable: timetable(files, faults),
        classes: classes(files, faults),
        teachers: teachers(files, faults),
        rooms: rooms(files, faults),
        subjects: subjects(files, faults),
        qualifications: qualifications(files, faults),
        requests: requests(files, faults),
        reductions: reductions(files, faults),
    }
}

/// Reads one file with `read`, which gives none for a row with a fault.
fn each<T>(
    files: &Files,
    number: u16,
    faults: &mut Diagnostics,
    mut read: impl FnMut(&mut Cells<'_>, &super::files::Row) -> Option<T>,
) -> Vec<T> {
    let rows = files.rows(number, faults);
    let mut cells = Cells::new(files.name(number), faults);
    rows.iter()
        .filter_map(|row| read(&mut cells, row))
        .collect()
}

const LESSON_NUMBERS: std::ops::RangeInclusive<u32> = 1..=9_999_999;

fn lessons(files: &Files, faults: &mut Diagnostics) -> BTreeMap<u32, Vec<LessonRow>> {
    let rows = each(files, 2, faults, |cells, row| {
        let number = cells.required(row, 1, LESSON_NUMBERS);
        let hours = cells.required(row, 2, 0..=40);
        let small = |n: Option<u32>| n.map(|n| n as u8); // ranges keep them below 41
        let doubles = (
            small(cells.number(row, 28, 0..=20)),
            small(cells.number(row, 29, 0..=20)),
        );
        let mut blocks = Vec::new();
        for field in [30, 37, 38] {
            blocks.extend(small(cells.number(row, field, 0..=40)).filter(|b| *b > 1));
        }
        let made = LessonRow {
            hours: small(hours)?,
            classes: cells.list(row, 5),
            teacher: cells.text(row, 6),
            subject: cells.text(row, 7),
            rooms: cells.list(row, 8),
            pupils: cells.number(row, 10, 0..=500).map(|n| n as u16),
            value: cells.amount(row, 11),
            week: cells.text(row, 12),
            from: cells.text(row, 15),
            to: cells.text(row, 16),
            home_rooms: cells.list(row, 20),
            codes: cells.text(row, 24),
            doubles,
            blocks,
        };
        Some((number?, made))
    });
    let mut lessons: BTreeMap<u32, Vec<LessonRow>> = BTreeMap::new();
    for (number, row) in rows {
        lessons.entry(number).or_default().push(row);
    }
    lessons
}

fn timetable(files: &Files, faults: &mut Diagnostics) -> Vec<TimetableRow> {
    each(files, 1, faults, |cells, row| {
        let lesson = cells.required(row, 1, LESSON_NUMBERS);
        let day = cells.required(row, 6, 1..=7);
        let period = cells.required(row, 7, 0..=20);
        Some(TimetableRow {
            lesson: lesson?,
            teacher: cells.text(row, 3),
            room: cells.text(row, 5),
            day: day? as u8,
            period: period? as u8,
        })
    })
}

fn classes(files: &Files, faults: &mut Diagnostics) -> Vec<ClassRow> {
    each(files, 3, faults, |cells, row| {
        let name = cells.name(row, 1);
        let counts = [17, 18, 32].map(|field| cells.number(row, field, 0..=500));
        let known = counts.iter().any(Option::is_some);
        let pupils: u32 = counts.into_iter().flatten().sum();
        Some(ClassRow {
            name: name?,
            long: cells.text(row, 2),
            room: cells.text(row, 4),
            level: cells.text(row, 14),
            pupils: (known && pupils > 0).then_some(pupils.min(500) as u16),
            titularis: cells.text(row, 30),
        })
    })
}

fn teachers(files: &Files, faults: &mut Diagnostics) -> Vec<TeacherRow> {
    each(files, 4, faults, |cells, row| {
        let name = cells.name(row, 1);
        let target = cells.amount(row, 15);
        Some(TeacherRow {
            name: name?,
            surname: cells.text(row, 2),
            first_name: cells.text(row, 29),
            target: target.filter(|t| *t > 0),
        })
    })
}

fn rooms(files: &Files, faults: &mut Diagnostics) -> Vec<RoomRow> {
    each(files, 5, faults, |cells, row| {
        let name = cells.name(row, 1);
        let capacity = cells.number(row, 8, 0..=5000);
        Some(RoomRow {
            name: name?,
            long: cells.text(row, 2),
            alternative: cells.text(row, 3),
            off_site: cells.text(row, 6),
            capacity: capacity.filter(|c| *c > 0).map(|c| c as u16),
        })
    })
}

fn subjects(files: &Files, faults: &mut Diagnostics) -> Vec<SubjectRow> {
    each(files, 6, faults, |cells, row| {
        let name = cells.name(row, 1);
        let factor = cells.amount(row, 15);
        Some(SubjectRow {
            name: name?,
            long: cells.text(row, 2),
            factor,
        })
    })
}

fn qualifications(files: &Files, faults: &mut Diagnostics) -> Vec<(String, String)> {
    each(files, 8, faults, |cells, row| {
        let teacher = cells.name(row, 1);
        let subject = cells.name(row, 2);
        Some((teacher?, subject?))
    })
}

fn requests(files: &Files, faults: &mut Diagnostics) -> Vec<RequestRow> {
    each(files, 16, faults, |cells, row| {
        let kind = match cells.text(row, 1).to_ascii_uppercase().as_str() {
            "L" => Some(RequestKind::Teacher),
            "K" => Some(RequestKind::Class),
            "R" => Some(RequestKind::Room),
            "F" => Some(RequestKind::Subject),
            other => {
                let fault = Diagnostic::error("UW3005", "").with("value", other);
                cells.fault(row, 1, fault);
                None
            }
        };
        let name = cells.name(row, 2);
        let day = cells.required(row, 3, 1..=7);
        let period = cells.required(row, 4, 0..=20);
        let value = cells.amount(row, 5).unwrap_or(0) / super::cells::SCALE;
        if !(-3..=3).contains(&value) {
            let fault = Diagnostic::error("UW3003", "")
                .with("value", value)
                .with("min", -3)
                .with("max", 3);
            cells.fault(row, 5, fault);
            return None;
        }
        Some(RequestRow {
            kind: kind?,
            name: name?,
            day: day? as u8,
            period: period? as u8,
            value: value as i8,
        })
    })
}

fn reductions(files: &Files, faults: &mut Diagnostics) -> Vec<ReductionRow> {
    each(files, 20, faults, |cells, row| {
        let teacher = cells.name(row, 4);
        let value = cells.amount(row, 6);
        Some(ReductionRow {
            teacher: teacher?,
            reason: cells.text(row, 5),
            text: cells.text(row, 9),
            value: value.unwrap_or(0),
        })
    })
}
