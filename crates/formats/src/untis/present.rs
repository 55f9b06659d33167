//! The present timetable (GPU001) by lesson: when, in which rooms, in which runs.

use std::collections::{BTreeMap, BTreeSet};

use super::blocks::{blocks, fit};
use super::coupling::Strand;
use super::records::{Export, LessonRow, TimetableRow};
use super::week::{At, Week};

/// The rows of the timetable by lesson number.
pub(super) struct Present<'a> {
    rows: BTreeMap<u32, Vec<&'a TimetableRow>>,
}

/// The blocks of a lesson and where they start at present.
pub(super) struct Pattern {
    /// Lengths, longest first.
    pub blocks: Vec<u8>,
    /// One per block; none for a block that the timetable does not hold.
    pub starts: Vec<Option<At>>,
}

impl<'a> Present<'a> {
    pub fn new(export: &'a Export) -> Self {
        let mut rows: BTreeMap<u32, Vec<&TimetableRow>> = BTreeMap::new();
        for row in &export.timetable {
            rows.entry(row.lesson).or_default().push(row);
        }
        Self { rows }
    }

    /// Whether there is a timetable at all.
    pub fn is_known(&self) -> bool {
        !self.rows.is_empty()
    }

    fn of(&self, lesson: u32) -> impl Iterator<Item = &'a TimetableRow> {
        self.rows.get(&lesson).into_iter().flatten().copied()
    }

    /// The most rooms given at a time to the rows of each teacher of a lesson (blank: rows without
    /// one); none for a lesson that the timetable lacks.
    pub fn rooms_used(&self, lesson: u32) -> Option<BTreeMap<String, usize>> {
        self.rows.get(&lesson)?;
        let mut at_a_time: BTreeMap<(&str, At), BTreeSet<&str>> = BTreeMap::new();
        for row in self.of(lesson).filter(|r| !r.room.is_empty()) {
            let key = (row.teacher.as_str(), (row.day, row.period));
            at_a_time.entry(key).or_default().insert(&row.room);
        }
        let mut used: BTreeMap<String, usize> = BTreeMap::new();
        for ((teacher, _), rooms) in at_a_time {
            let most = used.entry(teacher.to_owned()).or_default();
            *most = rooms.len().max(*most);
        }
        Some(used)
    }

    /// The rooms given to a group at a time: those of its teachers first, then those of rows without
    /// one.
    pub fn rooms_at(&self, lesson: u32, at: At, strand: &Strand) -> Vec<String> {
        let mut rooms: Vec<String> = Vec::new();
        for of_teachers in [true, false] {
            let rows = self.of(lesson).filter(|r| (r.day, r.period) == at);
            for row in rows.filter(|r| taught_in(r, strand, of_teachers)) {
                if !row.room.is_empty() && !rooms.contains(&row.room) {
                    rooms.push(row.room.clone());
                }
            }
        }
        rooms
    }

    /// Cuts blocks in which a group changes rooms into single periods.
    pub fn cut_where_rooms_change(
        &self,
        lesson: u32,
        strands: &[Strand],
        pattern: Pattern,
    ) -> Pattern {
        let stays = |start: At, length: u8| {
            let rooms = |at: At| -> Vec<Vec<String>> {
                strands
                    .iter()
                    .map(|s| self.rooms_at(lesson, at, s))
                    .collect()
            };
            let first = rooms(start);
            (1..length).all(|n| rooms((start.0, start.1 + n)) == first)
        };
        let mut cut = Vec::new();
        for (length, start) in pattern.blocks.into_iter().zip(pattern.starts) {
            match start {
                Some(start) if !stays(start, length) => {
                    cut.extend((0..length).map(|n| (1, Some((start.0, start.1 + n)))));
                }
                _ => cut.push((length, start)),
            }
        }
        cut.sort_by_key(|(length, _)| u8::MAX - length);
        let (blocks, starts) = cut.into_iter().unzip();
        Pattern { blocks, starts }
    }

    /// All rooms that a group is given in the week.
    pub fn rooms_seen(&self, lesson: u32, strand: &Strand) -> BTreeSet<String> {
        let rows = self.of(lesson).filter(|r| !r.room.is_empty());
        let mine = rows.filter(|r| taught_in(r, strand, true) || taught_in(r, strand, false));
        mine.map(|r| r.room.clone()).collect()
    }

    /// The blocks that Untis asks for, where they are given at present; when the timetable is to be followed in everything, it goes
    /// before what Untis asks for.
    pub fn pattern(&self, lesson: u32, row: &LessonRow, week: &Week, follow: bool) -> Pattern {
        let places: BTreeSet<At> = self
            .of(lesson)
            .map(|r| (r.day, r.period))
            .filter(|at| week.slot(*at).is_some())
            .collect();
        let runs = week.runs(&places);
        let lengths: Vec<u8> = runs.iter().map(|(_, length)| *length).collect();
        let seen = (!runs.is_empty()).then_some(lengths.as_slice());
        let mut blocks = blocks(row, seen, week.longest_half_day());
        let held = |blocks: &[u8]| fit(blocks, &lengths).iter().all(Option::is_some);
        if follow && lengths.iter().sum::<u8>() == row.hours && !held(&blocks) {
            blocks = lengths.clone();
            blocks.sort_unstable_by(|a, b| b.cmp(a));
        }
        let start = |(run, offset): (usize, u8)| {
            let (day, first) = runs[run].0;
            (day, first + offset)
        };
        let starts = fit(&blocks, &lengths)
            .into_iter()
            .map(|place| place.map(start))
            .collect();
        Pattern { blocks, starts }
    }
}

/// Whether a row of the timetable is that of a teacher of the group, or one without teacher.
fn taught_in(row: &TimetableRow, strand: &Strand, by_teacher: bool) -> bool {
    if by_teacher {
        let mut names = strand.teachers.iter().filter_map(|t| t.teacher.as_deref());
        names.any(|name| name == row.teacher)
    } else {
        row.teacher.is_empty() || row.teacher == "?"
    }
}
