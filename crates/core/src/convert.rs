//! Between the dense case that the core works on and the plan document that users keep.

use uurwerk_model::{
    Assignment, Diagnostic, Diagnostics, LessonIx, Placement, PlanDocument, School,
};

use crate::case::{Allocation, Case, Timetable};

impl Allocation {
    /// One entry per filled position, in the order of the lessons.
    pub fn to_document(&self, school: &School) -> Vec<Assignment> {
        let mut entries = Vec::new();
        for (lesson, teachers) in school.lessons().iter().zip(&self.teachers) {
            for (at, (position, teacher)) in lesson.positions.iter().zip(teachers).enumerate() {
                if let Some(teacher) = teacher {
                    entries.push(Assignment {
                        lesson: lesson.id.clone(),
                        position: at as u8,
                        role: position.role,
                        teacher: school.teacher(*teacher).id.clone(),
                    });
                }
            }
        }
        entries
    }
}

impl Timetable {
    /// One entry per placed block, in the order of the lessons.
    pub fn to_document(&self, school: &School) -> Vec<Placement> {
        let mut entries = Vec::new();
        for (at, lesson) in school.lessons().iter().enumerate() {
            let lengths = school.blocks(LessonIx::from(at));
            for (block, start) in self.starts[at].iter().enumerate() {
                let Some(start) = start else { continue };
                let slot = school.slot(*start);
                entries.push(Placement {
                    lesson: lesson.id.clone(),
                    block: block as u8,
                    day: slot.day,
                    period: slot.period,
                    length: lengths[block],
                    rooms: self.rooms[at][block]
                        .iter()
                        .map(|room| room.map(|room| school.room(room).id.clone()))
                        .collect(),
                });
            }
        }
        entries
    }

    /// Nothing placed yet.
    pub fn empty(school: &School) -> Self {
        let lessons = || school.lessons().iter().enumerate();
        let blocks = |at: usize| school.blocks(LessonIx::from(at)).len();
        Self {
            starts: lessons().map(|(at, _)| vec![None; blocks(at)]).collect(),
            rooms: lessons()
                .map(|(at, lesson)| vec![vec![None; lesson.rooms.len()]; blocks(at)])
                .collect(),
            protected: Vec::new(),
        }
    }
}

impl Case<'_> {
    /// The decisions of a plan document; the timetable is absent when the plan is about loads alone.
    ///
    /// # Errors
    /// UW0504 when the plan was made for another school; UW0505 for everything that it names and the
    /// school does not have.
    pub fn of_plan(
        school: &School,
        plan: &PlanDocument,
    ) -> Result<(Allocation, Option<Timetable>), Diagnostics> {
        let mut faults = Diagnostics::default();
        let expected = school.hash();
        if plan.school.sha256 != expected {
            let fault = Diagnostic::error("UW0504", "/school/sha256");
            faults.push(
                fault
                    .with("found", plan.school.sha256.as_str())
                    .with("expected", expected),
            );
        }
        let allocation = read_allocation(school, plan, &mut faults);
        let timetable = plan
            .certificate
            .timetable
            .map(|_| read_timetable(school, plan, &mut faults));
        if faults.has_errors() {
            Err(faults)
        } else {
            Ok((allocation, timetable))
        }
    }
}

fn unknown(faults: &mut Diagnostics, pointer: String, what: &str, id: impl ToString) {
    faults.push(
        Diagnostic::error("UW0505", pointer)
            .with("what", what)
            .with("id", id.to_string()),
    );
}

fn read_allocation(school: &School, plan: &PlanDocument, faults: &mut Diagnostics) -> Allocation {
    let mut allocation = Allocation::empty(school);
    for (at, entry) in plan.allocation.iter().enumerate() {
        let place = |field: &str| format!("/allocation/{at}/{field}");
        let Some(lesson) = school.lesson_ix(&entry.lesson) else {
            unknown(faults, place("lesson"), "lesson", &entry.lesson);
            continue;
        };
        let Some(teacher) = school.teacher_ix(&entry.teacher) else {
            unknown(faults, place("teacher"), "teacher", &entry.teacher);
            continue;
        };
        match allocation.teachers[lesson.at()].get_mut(usize::from(entry.position)) {
            Some(position) => *position = Some(teacher),
            None => unknown(faults, place("position"), "position", entry.position),
        }
    }
    allocation
}

fn read_timetable(school: &School, plan: &PlanDocument, faults: &mut Diagnostics) -> Timetable {
    let mut timetable = Timetable::empty(school);
    for (at, entry) in plan.timetable.iter().enumerate() {
        let place = |field: &str| format!("/timetable/{at}/{field}");
        let Some(lesson) = school.lesson_ix(&entry.lesson) else {
            unknown(faults, place("lesson"), "lesson", &entry.lesson);
            continue;
        };
        let block = usize::from(entry.block);
        if block >= timetable.starts[lesson.at()].len() {
            unknown(faults, place("block"), "block", entry.block);
            continue;
        }
        let Some(start) = school.slot_ix(&entry.start()) else {
            unknown(faults, place("period"), "period", &entry.period);
            continue;
        };
        timetable.starts[lesson.at()][block] = Some(start);
        for (need, room) in entry.rooms.iter().enumerate() {
            let Some(room) = room else { continue };
            let place = format!("/timetable/{at}/rooms/{need}");
            match (
                school.room_ix(room),
                timetable.rooms[lesson.at()][block].get_mut(need),
            ) {
                (Some(room), Some(found)) => *found = Some(room),
                _ => unknown(faults, place, "room", room),
            }
        }
    }
    timetable.protected = plan.protected.clone();
    timetable
}
