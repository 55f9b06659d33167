//! GPU002: one row per class and teacher of a lesson; lessons of one link are one coupling.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{FteUnits, Lesson, LessonIx, Lock, Role, RoomNeed};

use super::super::files::Row as Read;
use super::Source;
use super::patterns::asked;
use super::row::{Row, Sheet};
use crate::notes::Notes;

/// Columns that Untis writes.
const COLUMNS: usize = 47;

/// The couplings of the school by lesson number.
pub(super) struct Couplings(pub BTreeMap<u32, Vec<Line>>);

/// A row of a coupling.
pub(super) struct Line {
    /// The lesson whose times it has.
    pub lesson: LessonIx,
    /// The lesson and need whose room it has.
    pub room: Option<(LessonIx, usize)>,
    pub class: String,
    pub teacher: String,
    pub subject: String,
    pub row: Row,
}

impl Couplings {
    pub fn new(source: &Source<'_>, notes: &mut Notes) -> Self {
        let mut members: BTreeMap<u32, Vec<LessonIx>> = BTreeMap::new();
        for (at, _) in source.decided.lessons() {
            let number = source.names.numbers[at.at()];
            members.entry(number).or_default().push(at);
        }
        let base = source.files.map(super::based::BaseLessons::new);
        let school = source.decided.school;
        let fixed = school
            .document()
            .locks
            .iter()
            .filter_map(|lock| match lock {
                Lock::Time(lock) => Some((school.lesson_ix(&lock.lesson)?, lock.block)),
                Lock::Teacher(_) | Lock::Room(_) => None,
            });
        let fixed: BTreeSet<(LessonIx, u8)> = fixed.collect();
        let halves = school.half_days();
        let longest = halves.iter().map(Vec::len).max().unwrap_or(0).min(255) as u8;
        let couplings = members.into_iter().map(|(number, lessons)| {
            let kept = base
                .as_ref()
                .and_then(|base| base.lines(source, number, &lessons));
            let lines = kept.unwrap_or_else(|| {
                let mut maker = Maker {
                    source,
                    number,
                    fixed: &fixed,
                    longest,
                    classes_counted: Vec::new(),
                    teachers_counted: Vec::new(),
                    notes: &mut *notes,
                };
                lessons.iter().flat_map(|at| maker.lines(*at)).collect()
            });
            (number, lines)
        });
        Self(couplings.collect())
    }

    pub fn sheet(&self) -> Sheet {
        self.0
            .values()
            .flatten()
            .map(|line| line.row.clone())
            .collect()
    }
}

struct Maker<'a, 'n> {
    source: &'a Source<'a>,
    number: u32,
    /// Blocks with a lock on their time.
    fixed: &'a BTreeSet<(LessonIx, u8)>,
    /// Periods of the longest half-day.
    longest: u8,
    /// Classes and teachers whose hours stand in an earlier row of the coupling.
    classes_counted: Vec<String>,
    teachers_counted: Vec<String>,
    notes: &'n mut Notes,
}

impl Maker<'_, '_> {
    fn lines(&mut self, at: LessonIx) -> Vec<Line> {
        let decided = self.source.decided;
        let lesson = decided.school.lesson(at);
        let subject = self
            .source
            .names
            .subject(&lesson.subject, decided.school.graad(at));
        let mut classes: Vec<String> = Vec::new();
        for group in &lesson.groups {
            if !classes.contains(&group.class.0) {
                classes.push(group.class.to_string());
            }
        }
        if classes.is_empty() {
            classes.push(String::new());
        }
        if lesson.positions.iter().any(|p| p.hours.is_some()) {
            self.notes.add("UW3087", "/lessons", lesson.id.as_str());
        }
        let mut lines = Vec::new();
        for (position, teacher) in decided.teachers(at).iter().enumerate() {
            let teacher = teacher.as_ref().map_or("?", |t| t.as_str());
            for class in &classes {
                let row = self.row(at, class, teacher, &subject);
                let row = row.number(10, self.pupils(lesson, class, position));
                let counts = self.counts(lesson, position);
                let value = if counts { u32::from(lesson.hours) } else { 0 };
                let row = row.number(11, format!("{value}.00000"));
                lines.push(Line {
                    lesson: at,
                    room: (!lesson.rooms.is_empty()).then_some((at, 0)),
                    class: class.clone(),
                    teacher: teacher.to_owned(),
                    subject: subject.clone(),
                    row: rooms(row, self.source, lesson.rooms.first()),
                });
            }
        }
        for (need, wanted) in lesson.rooms.iter().enumerate().skip(1) {
            let row = self.row(at, "", "", &subject);
            lines.push(Line {
                lesson: at,
                room: Some((at, need)),
                class: String::new(),
                teacher: String::new(),
                subject: subject.clone(),
                row: rooms(row, self.source, Some(wanted)),
            });
        }
        lines
    }

    /// A row without pupils, value and rooms.
    fn row(&mut self, at: LessonIx, class: &str, teacher: &str, subject: &str) -> Row {
        let decided = self.source.decided;
        let lesson = decided.school.lesson(at);
        let mut row = Row::of(COLUMNS)
            .number(1, self.number)
            .number(2, lesson.hours)
            .text(5, class)
            .text(6, teacher)
            .text(7, subject);
        let counted = [
            (3, class, &mut self.classes_counted),
            (4, teacher, &mut self.teachers_counted),
        ];
        for (column, name, seen) in counted {
            let fresh = !seen.iter().any(|known| known == name);
            if fresh && !name.is_empty() {
                seen.push(name.to_owned());
            }
            if !name.is_empty() {
                row = row.number(column, if fresh { lesson.hours } else { 0 });
            }
        }
        if let Some((from, to)) = year(decided.school.document().school_year.as_deref()) {
            row = row.text(15, &from).text(16, &to);
        }
        let blocks = lesson.block_lengths();
        let mut all = (0..=u8::MAX).take(blocks.len());
        if all.all(|block| self.fixed.contains(&(at, block))) {
            row = row.text(24, "X");
        }
        match asked(&blocks, self.longest) {
            None => self.notes.add("UW3086", "/lessons", lesson.id.as_str()),
            Some(asked) => {
                row = row
                    .some_number(28, asked.doubles)
                    .some_number(29, asked.doubles);
                for (column, size) in [30, 37, 38].into_iter().zip(&asked.sizes) {
                    row = row.number(column, size);
                }
            }
        }
        row
    }

    /// Pupils of a class in a lesson; where several teachers lead, each leads a share of them.
    fn pupils(&self, lesson: &Lesson, class: &str, position: usize) -> u16 {
        let document = self.source.decided.school.document();
        let Some(class) = document.classes.iter().find(|c| c.id.as_str() == class) else {
            return 0;
        };
        let groups = lesson.groups.iter().filter(|g| g.class == class.id);
        let size = |group: &uurwerk_model::Group| match &group.part {
            None => Some(class.pupils),
            Some(part) => class
                .partitions
                .iter()
                .find(|p| p.id == part.partition)
                .and_then(|p| p.parts.iter().find(|known| known.id == part.part))
                .and_then(|part| part.pupils),
        };
        let all: u32 = groups.map(|g| u32::from(size(g).unwrap_or(0))).sum();
        let leads = lesson.positions.iter().filter(|p| p.role == Role::Lead);
        let leads = leads.count().max(1) as u32;
        let is_lead = lesson.positions[position].role == Role::Lead;
        let share = if is_lead && leads > 1 {
            all / leads
        } else {
            all
        };
        share.min(500) as u16
    }

    /// Whether the hours of a position count in a load: in the lesson, or as a task made of it.
    fn counts(&self, lesson: &Lesson, position: usize) -> bool {
        if lesson.positions[position].role.counts() {
            return true;
        }
        let decided = self.source.decided;
        let at = decided.school.lesson_ix(&lesson.id);
        let teacher = at.and_then(|at| decided.teachers(at).get(position)?.clone());
        let staff = decided.school.staff();
        let person = staff.iter().find(|t| Some(&t.id) == teacher.as_ref());
        person.is_some_and(|person| person.tasks.iter().any(|t| is_of(lesson, &t.name)))
    }
}

/// Whether a task stands for the hours of a lesson: its name ends in the lesson's id.
pub(super) fn is_of(lesson: &Lesson, task: &str) -> bool {
    task.ends_with(&format!("({})", lesson.id))
}

/// Hours of 22 of an amount of work, in hundred-thousandths, rounded up: the reader rounds down.
pub(super) fn value(load: FteUnits) -> String {
    const SCALE: i128 = 100_000;
    let exact = i128::from(load.0.max(0)) * 22 * SCALE;
    let full = i128::from(FteUnits::FULL.0);
    let scaled = (exact + full - 1) / full;
    format!("{}.{:05}", scaled / SCALE, scaled % SCALE)
}

/// The first choice in column 8, the second in column 20; further ones follow from the alternatives of the rooms.
fn rooms(row: Row, source: &Source<'_>, need: Option<&RoomNeed>) -> Row {
    let Some(need) = need else { return row };
    let rooms = source.decided.school.rooms();
    let of_kind = rooms.iter().filter(|r| Some(&r.kind) == need.kind.as_ref());
    let mut choices: Vec<&str> = Vec::new();
    let named = need.prefer.iter().chain(&need.any_of);
    for room in named.chain(of_kind.map(|r| &r.id)) {
        if !choices.contains(&room.as_str()) {
            choices.push(room.as_str());
        }
    }
    let second = need.prefer.get(1).map(|r| r.as_str());
    row.some_text(8, choices.first().copied())
        .some_text(20, second)
}

/// `2009-2010` is the first of September to the end of June.
fn year(school_year: Option<&str>) -> Option<(String, String)> {
    let (from, to) = school_year?.split_once('-')?;
    let four = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    (four(from) && four(to)).then(|| (format!("{from}0901"), format!("{to}0630")))
}

/// The fields of a base row under their columns.
pub(super) fn field(read: &Read, column: usize) -> &str {
    read.fields.get(column - 1).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_back_exactly() {
        // 3 hours of 21: 3 x 6380 = 19140 units are 3.142857... hours of 22 (6090 units).
        let load = FteUnits::of_hours(3, 21).unwrap();
        let text = value(load);
        assert_eq!(text, "3.14286");
        let scaled: i64 = text.replace('.', "").parse().unwrap();
        assert_eq!(scaled * 6090 / 100_000, load.0);
        assert_eq!(value(FteUnits::of_hours(4, 22).unwrap()), "4.00000");
    }
}
