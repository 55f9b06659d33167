//! A school in hand: valid by construction, its names resolved to dense indices, and the small
//! derived facts (load, graad, slots) that every reader would otherwise work out again.

use std::collections::BTreeMap;

use super::*;
use crate::{
    BudgetLineId, ClassId, Diagnostics, FteUnits, LessonId, LinkId, RoomId, SubjectId, TeacherId,
    TeamId,
};

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the document's list.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(position: usize) -> Self {
                // Lists are bounded far below 2^32 by validation (UW0190).
                Self(position as u32)
            }
        }
    )*};
}

indices! {
    /// Position of a teacher in `staff`.
    TeacherIx,
    /// Position of a subject in `subjects`.
    SubjectIx,
    /// Position of a class in `classes`.
    ClassIx,
    /// Position of a lesson in `lessons`.
    LessonIx,
    /// Position of a room in `rooms`.
    RoomIx,
    /// Position of a team in `teams`.
    TeamIx,
    /// Position of a period in the week, day by day.
    SlotIx,
    /// Position of a day in the grid.
    DayIx,
}

/// A period of the week with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotInfo {
    /// The day.
    pub day: DayIx,
    /// The position of the period within its day, counting from 0.
    pub period: u32,
    /// The half-day.
    pub half_day: HalfDay,
    /// Start on the clock.
    pub start: ClockTime,
    /// End on the clock.
    pub end: ClockTime,
}

/// A valid school.
#[derive(Clone, Debug)]
pub struct School {
    document: SchoolDocument,
    warnings: Diagnostics,
    teachers: BTreeMap<TeacherId, TeacherIx>,
    subjects: BTreeMap<SubjectId, SubjectIx>,
    classes: BTreeMap<ClassId, ClassIx>,
    lessons: BTreeMap<LessonId, LessonIx>,
    rooms: BTreeMap<RoomId, RoomIx>,
    teams: BTreeMap<TeamId, TeamIx>,
    budget: BTreeMap<BudgetLineId, usize>,
    slots: Vec<SlotInfo>,
    day_starts: Vec<usize>,
    links: BTreeMap<LinkId, Vec<LessonIx>>,
}

fn by_name<I: Ord + Clone, T, X: From<usize>>(
    items: &[T],
    id: impl Fn(&T) -> &I,
) -> BTreeMap<I, X> {
    items
        .iter()
        .enumerate()
        .map(|(at, item)| (id(item).clone(), X::from(at)))
        .collect()
}

impl School {
    /// Resolves the names of a document; validation decides whether the result may be handed out.
    pub(crate) fn resolve(document: SchoolDocument) -> Self {
        let mut slots = Vec::new();
        let mut day_starts = Vec::new();
        for (day, d) in document.grid.days.iter().enumerate() {
            day_starts.push(slots.len());
            slots.extend(d.periods.iter().enumerate().map(|(period, p)| SlotInfo {
                day: DayIx::from(day),
                period: period as u32,
                half_day: p.half_day,
                start: p.start,
                end: p.end,
            }));
        }
        day_starts.push(slots.len());
        let mut links: BTreeMap<LinkId, Vec<LessonIx>> = BTreeMap::new();
        for (at, lesson) in document.lessons.iter().enumerate() {
            if let Some(link) = &lesson.link {
                links
                    .entry(link.clone())
                    .or_default()
                    .push(LessonIx::from(at));
            }
        }
        Self {
            teachers: by_name(&document.staff, |t| &t.id),
            subjects: by_name(&document.subjects, |s| &s.id),
            classes: by_name(&document.classes, |c| &c.id),
            lessons: by_name(&document.lessons, |l| &l.id),
            rooms: by_name(&document.rooms, |r| &r.id),
            teams: by_name(&document.teams, |t| &t.id),
            budget: by_name(&document.budget, |b| &b.id),
            slots,
            day_starts,
            links,
            warnings: Diagnostics::default(),
            document,
        }
    }

    /// The same school with what validation found odd about it.
    pub(crate) fn with_warnings(mut self, warnings: Diagnostics) -> Self {
        self.warnings = warnings;
        self
    }

    /// The document as it was handed in.
    pub fn document(&self) -> &SchoolDocument {
        &self.document
    }

    /// What looked odd but was accepted.
    pub fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }

    /// SHA-256 of the document's canonical JSON (compact, fields in the order of the schema, absent
    /// fields left out), in lower-case hexadecimal: the identity that plans refer to.
    pub fn hash(&self) -> String {
        let json = serde_json::to_vec(&self.document).unwrap_or_default();
        crate::sha256(&json)
    }

    /// The staff.
    pub fn staff(&self) -> &[Teacher] {
        &self.document.staff
    }

    /// The classes.
    pub fn classes(&self) -> &[Class] {
        &self.document.classes
    }

    /// The lessons.
    pub fn lessons(&self) -> &[Lesson] {
        &self.document.lessons
    }

    /// The rooms.
    pub fn rooms(&self) -> &[Room] {
        &self.document.rooms
    }

    /// The index of a teacher.
    pub fn teacher_ix(&self, id: &TeacherId) -> Option<TeacherIx> {
        self.teachers.get(id).copied()
    }

    /// The index of a subject.
    pub fn subject_ix(&self, id: &SubjectId) -> Option<SubjectIx> {
        self.subjects.get(id).copied()
    }

    /// The index of a class.
    pub fn class_ix(&self, id: &ClassId) -> Option<ClassIx> {
        self.classes.get(id).copied()
    }

    /// The index of a lesson.
    pub fn lesson_ix(&self, id: &LessonId) -> Option<LessonIx> {
        self.lessons.get(id).copied()
    }

    /// The index of a room.
    pub fn room_ix(&self, id: &RoomId) -> Option<RoomIx> {
        self.rooms.get(id).copied()
    }

    /// The index of a team.
    pub fn team_ix(&self, id: &TeamId) -> Option<TeamIx> {
        self.teams.get(id).copied()
    }

    /// A line of the budget.
    pub fn budget_line(&self, id: &BudgetLineId) -> Option<&BudgetLine> {
        self.budget.get(id).map(|at| &self.document.budget[*at])
    }

    /// A teacher.
    pub fn teacher(&self, ix: TeacherIx) -> &Teacher {
        &self.document.staff[ix.at()]
    }

    /// A subject.
    pub fn subject(&self, ix: SubjectIx) -> &Subject {
        &self.document.subjects[ix.at()]
    }

    /// A class.
    pub fn class(&self, ix: ClassIx) -> &Class {
        &self.document.classes[ix.at()]
    }

    /// A lesson.
    pub fn lesson(&self, ix: LessonIx) -> &Lesson {
        &self.document.lessons[ix.at()]
    }

    /// A room.
    pub fn room(&self, ix: RoomIx) -> &Room {
        &self.document.rooms[ix.at()]
    }

    /// The periods of the week, day by day.
    pub fn slots(&self) -> &[SlotInfo] {
        &self.slots
    }

    /// The slots of a day.
    pub fn day_slots(&self, day: DayIx) -> std::ops::Range<usize> {
        self.day_starts[day.at()]..self.day_starts[day.at() + 1]
    }

    /// The index of a place in the week.
    pub fn slot_ix(&self, slot: &Slot) -> Option<SlotIx> {
        let day = self
            .document
            .grid
            .days
            .iter()
            .position(|d| d.id == slot.day)?;
        let period = self.document.grid.days[day]
            .periods
            .iter()
            .position(|p| p.id == slot.period)?;
        Some(SlotIx::from(self.day_starts[day] + period))
    }

    /// The name of a place in the week.
    pub fn slot(&self, ix: SlotIx) -> Slot {
        let info = self.slots[ix.at()];
        let day = &self.document.grid.days[info.day.at()];
        Slot {
            day: day.id.clone(),
            period: day.periods[info.period as usize].id.clone(),
        }
    }

    /// Whether a block of `length` periods may start at `slot`: it stays in one half-day of one day.
    pub fn block_fits(&self, slot: SlotIx, length: u8) -> bool {
        let last = slot.at() + usize::from(length) - 1;
        let Some(end) = self.slots.get(last) else {
            return false;
        };
        let start = self.slots[slot.at()];
        (start.day, start.half_day) == (end.day, end.half_day)
    }

    /// Half-days of the week in order, each with its slots.
    pub fn half_days(&self) -> Vec<Vec<SlotIx>> {
        let mut halves: Vec<Vec<SlotIx>> = Vec::new();
        let mut last = None;
        for (at, info) in self.slots.iter().enumerate() {
            if last != Some((info.day, info.half_day)) {
                halves.push(Vec::new());
                last = Some((info.day, info.half_day));
            }
            if let Some(half) = halves.last_mut() {
                half.push(SlotIx::from(at));
            }
        }
        halves
    }

    /// Slots in which a teacher is never available (wishes of -3 on times).
    pub fn unavailable(&self, ix: TeacherIx) -> Vec<SlotIx> {
        let mut slots: Vec<SlotIx> = self
            .teacher(ix)
            .wishes
            .iter()
            .filter(|w| w.value == -3)
            .flat_map(|w| self.wished_slots(&w.on))
            .collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    /// The slots that a wish is about; empty when it is not about time.
    pub fn wished_slots(&self, on: &WishTarget) -> Vec<SlotIx> {
        let day_of = |id: &crate::DayId| self.document.grid.days.iter().position(|d| d.id == *id);
        match on {
            WishTarget::Slot(slot) => self.slot_ix(slot).into_iter().collect(),
            WishTarget::Day(day) => match day_of(day) {
                Some(day) => self.day_slots(DayIx::from(day)).map(SlotIx::from).collect(),
                None => Vec::new(),
            },
            WishTarget::HalfDay { day, half_day } => match day_of(day) {
                Some(day) => self
                    .day_slots(DayIx::from(day))
                    .filter(|at| self.slots[*at].half_day == *half_day)
                    .map(SlotIx::from)
                    .collect(),
                None => Vec::new(),
            },
            WishTarget::Class(_) | WishTarget::Subject(_) | WishTarget::Lesson(_) => Vec::new(),
        }
    }

    /// Lessons that are given at the same time, by link.
    pub fn links(&self) -> &BTreeMap<LinkId, Vec<LessonIx>> {
        &self.links
    }

    /// The blocks of a lesson.
    pub fn blocks(&self, ix: LessonIx) -> Vec<u8> {
        self.lesson(ix).block_lengths()
    }

    /// The graad that a lesson counts in: its own, or the highest of its classes.
    pub fn graad(&self, ix: LessonIx) -> Option<Graad> {
        let lesson = self.lesson(ix);
        lesson.graad.or_else(|| {
            lesson
                .groups
                .iter()
                .filter_map(|g| self.class_ix(&g.class))
                .map(|c| self.class(c).graad)
                .max()
        })
    }

    /// The noemer that a lesson's hours are counted in: the subject's own, or the table's cell.
    pub fn noemer(&self, ix: LessonIx) -> Option<u16> {
        let subject = self.subject(self.subject_ix(&self.lesson(ix).subject)?);
        let graad = self.graad(ix);
        subject.noemer.or_else(|| {
            let cell = |n: &&Noemer| Some(n.graad) == graad && n.kind == subject.kind;
            self.document.noemers.iter().find(cell).map(|n| n.hours)
        })
    }

    /// Hours a week that a position takes.
    pub fn position_hours(&self, ix: LessonIx, position: usize) -> u8 {
        let lesson = self.lesson(ix);
        lesson
            .positions
            .get(position)
            .and_then(|p| p.hours)
            .unwrap_or(lesson.hours)
    }

    /// Periods that a position takes in the weeks in which the lesson is given.
    pub fn position_periods(&self, ix: LessonIx, position: usize) -> u32 {
        u32::from(self.position_hours(ix, position)) * u32::from(self.lesson(ix).weeks.every)
    }

    /// Whether anything happens in some weeks only.
    pub fn alternates(&self) -> bool {
        let document = &self.document;
        let lessons = document.lessons.iter().map(|l| l.weeks);
        let pairs = document.mentoring.pairs.iter().map(|p| p.weeks);
        let teams = document.teams.iter().map(|t| t.weeks);
        let mut all = lessons.chain(pairs).chain(teams);
        all.any(|weeks| !weeks.is_weekly())
    }

    /// How many weeks there are to tell apart: those of the cycle, or one where no weeks differ.
    pub fn cycle(&self) -> usize {
        match self.alternates() {
            true => usize::from(WeekSet::CYCLE),
            false => 1,
        }
    }

    /// What a position counts in the load of its teacher: nothing for guests and trainees.
    pub fn position_load(&self, ix: LessonIx, position: usize) -> FteUnits {
        let counts = self
            .lesson(ix)
            .positions
            .get(position)
            .is_some_and(|p| p.role.counts());
        let hours = u32::from(self.position_hours(ix, position));
        match self.noemer(ix) {
            Some(noemer) if counts => FteUnits::of_hours(hours, noemer).unwrap_or_default(),
            _ => FteUnits::ZERO,
        }
    }

    /// The best level at which a teacher is qualified for a lesson; `None` when not at all.
    pub fn qualified(&self, teacher: TeacherIx, lesson: LessonIx) -> Option<QualificationLevel> {
        let graad = self.graad(lesson);
        let subject = &self.lesson(lesson).subject;
        self.teacher(teacher)
            .qualifications
            .iter()
            .filter(|q| q.subject == *subject && graad.is_none_or(|g| q.graden.contains(&g)))
            .map(|q| q.level)
            .min()
    }

    /// Pupils in a lesson: of each whole class, or of the part where its number is known.
    pub fn pupils(&self, ix: LessonIx) -> u32 {
        self.lesson(ix)
            .groups
            .iter()
            .map(|group| self.group_pupils(group))
            .sum()
    }

    /// Pupils of a group: the whole class, or the part where its number is known and an even share where not.
    pub fn group_pupils(&self, group: &Group) -> u32 {
        let Some(class) = self.class_ix(&group.class).map(|c| self.class(c)) else {
            return 0;
        };
        let part = group.part.as_ref().and_then(|part| {
            let partition = class.partitions.iter().find(|p| p.id == part.partition)?;
            let size = partition.parts.len().max(1) as u32;
            let known = partition
                .parts
                .iter()
                .find(|p| p.id == part.part)?
                .pupils
                .map(u32::from);
            Some(known.unwrap_or(u32::from(class.pupils).div_ceil(size)))
        });
        part.unwrap_or(u32::from(class.pupils))
    }
}
