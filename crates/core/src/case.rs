//! A school with decisions: what rules measure. Dense, by the indices of [`School`].

use uurwerk_model::{FteUnits, LessonIx, ProtectedSlot, RoomIx, School, SlotIx, TeacherIx};

/// Who teaches what: a teacher per position of every lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// `teachers[lesson][position]`; `None` where nobody was found.
    pub teachers: Vec<Vec<Option<TeacherIx>>>,
}

impl Allocation {
    /// Nobody teaches anything yet.
    pub fn empty(school: &School) -> Self {
        let teachers = school
            .lessons()
            .iter()
            .map(|l| vec![None; l.positions.len()])
            .collect();
        Self { teachers }
    }

    /// The positions of each teacher, in the order of the lessons: `positions[teacher]`.
    pub fn by_teacher(&self, school: &School) -> Vec<Vec<(LessonIx, usize)>> {
        let mut positions = vec![Vec::new(); school.staff().len()];
        for (lesson, teachers) in self.teachers.iter().enumerate() {
            for (position, teacher) in teachers.iter().enumerate() {
                if let Some(teacher) = teacher {
                    positions[teacher.at()].push((LessonIx::from(lesson), position));
                }
            }
        }
        positions
    }

    /// The work of each teacher, tasks included.
    pub fn loads(&self, school: &School) -> Vec<FteUnits> {
        let lessons = |positions: &Vec<(LessonIx, usize)>| -> FteUnits {
            positions
                .iter()
                .map(|(lesson, position)| school.position_load(*lesson, *position))
                .sum()
        };
        self.by_teacher(school)
            .iter()
            .zip(school.staff())
            .map(|(positions, teacher)| lessons(positions) + teacher.task_load())
            .collect()
    }
}

/// When and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    /// `starts[lesson][block]`; `None` where no place was found.
    pub starts: Vec<Vec<Option<SlotIx>>>,
    /// `rooms[lesson][block][need]`; `None` where no room was found.
    pub rooms: Vec<Vec<Vec<Option<RoomIx>>>>,
    /// Time kept free for people to learn from each other.
    pub protected: Vec<ProtectedSlot>,
}

/// A school with decisions.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The school.
    pub school: &'a School,
    /// Who teaches what.
    pub allocation: &'a Allocation,
    /// When and where, when that is decided.
    pub timetable: Option<&'a Timetable>,
}
