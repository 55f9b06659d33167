//! A school with decisions, looked up by lesson.

use std::collections::BTreeMap;

use uurwerk_model::{
    Assignment, LessonIx, Lock, Placement, PlanDocument, ProtectedSlot, School, Slot, SlotIx,
    TeacherId,
};

/// A school with who teaches what, when and where, as far as that is known.
#[derive(Clone, Debug)]
pub struct Decided<'a> {
    /// The school.
    pub school: &'a School,
    /// Time kept free for people to learn from each other.
    pub protected: &'a [ProtectedSlot],
    /// `teachers[lesson][position]`.
    teachers: Vec<Vec<Option<TeacherId>>>,
    /// `blocks[lesson]`, in order of the blocks.
    blocks: Vec<Vec<&'a Placement>>,
}

impl<'a> Decided<'a> {
    /// A school with an allocation and a timetable; entries about lessons that it does not have are left aside.
    /// Positions without an entry keep the teacher of a lock.
    pub fn new(
        school: &'a School,
        allocation: &'a [Assignment],
        timetable: &'a [Placement],
    ) -> Self {
        let lessons = school.lessons();
        let mut teachers: Vec<Vec<Option<TeacherId>>> = lessons
            .iter()
            .map(|l| vec![None; l.positions.len()])
            .collect();
        let mut fill = |lesson, position: u8, teacher: &TeacherId| {
            let seats = school
                .lesson_ix(lesson)
                .map(|lesson| &mut teachers[lesson.at()]);
            if let Some(seat) = seats.and_then(|seats| seats.get_mut(usize::from(position))) {
                *seat = Some(teacher.clone());
            }
        };
        for lock in &school.document().locks {
            if let Lock::Teacher(lock) = lock {
                fill(&lock.lesson, lock.position, &lock.teacher);
            }
        }
        for given in allocation {
            fill(&given.lesson, given.position, &given.teacher);
        }
        let mut blocks = vec![Vec::new(); lessons.len()];
        for placement in timetable {
            if let Some(lesson) = school.lesson_ix(&placement.lesson) {
                blocks[lesson.at()].push(placement);
            }
        }
        for of_lesson in &mut blocks {
            of_lesson.sort_by_key(|placement: &&Placement| placement.block);
        }
        Self {
            school,
            protected: &[],
            teachers,
            blocks,
        }
    }

    /// A school with a plan made for it.
    pub fn of_plan(school: &'a School, plan: &'a PlanDocument) -> Self {
        Self::new(school, &plan.allocation, &plan.timetable).protecting(&plan.protected)
    }

    /// The same with protected time.
    #[must_use]
    pub fn protecting(self, protected: &'a [ProtectedSlot]) -> Self {
        Self { protected, ..self }
    }

    /// A school with what its locks settle.
    pub fn undecided(school: &'a School) -> Self {
        Self::new(school, &[], &[])
    }

    /// The teachers of a lesson by position; none where nobody is known.
    pub fn teachers(&self, lesson: LessonIx) -> &[Option<TeacherId>] {
        &self.teachers[lesson.at()]
    }

    /// The placed blocks of a lesson, in order.
    pub fn blocks(&self, lesson: LessonIx) -> &[&'a Placement] {
        &self.blocks[lesson.at()]
    }

    /// Whether anything has a time.
    pub fn has_times(&self) -> bool {
        self.blocks.iter().any(|blocks| !blocks.is_empty())
    }

    /// The periods of a placed block; those that run over the end of the week are left out.
    pub fn slots(&self, placement: &Placement) -> Vec<Slot> {
        let Some(first) = self.school.slot_ix(&placement.start()) else {
            return Vec::new();
        };
        (0..u32::from(placement.length))
            .map(|n| SlotIx(first.0 + n))
            .filter(|slot| slot.at() < self.school.slots().len())
            .map(|slot| self.school.slot(slot))
            .collect()
    }

    /// The lessons with their indices.
    pub fn lessons(&self) -> impl Iterator<Item = (LessonIx, &'a uurwerk_model::Lesson)> {
        let lessons = self.school.lessons().iter().enumerate();
        lessons.map(|(at, lesson)| (LessonIx::from(at), lesson))
    }

    /// The hours of every teacher's positions: by teacher, in the order of the lessons.
    pub fn by_teacher(&self) -> BTreeMap<&TeacherId, Vec<(LessonIx, usize)>> {
        let mut positions: BTreeMap<&TeacherId, Vec<(LessonIx, usize)>> = BTreeMap::new();
        for (lesson, _) in self.lessons() {
            for (position, teacher) in self.teachers(lesson).iter().enumerate() {
                if let Some(teacher) = teacher {
                    positions
                        .entry(teacher)
                        .or_default()
                        .push((lesson, position));
                }
            }
        }
        positions
    }
}
