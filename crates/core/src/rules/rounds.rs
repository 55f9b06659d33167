//! Who asks which class in a round of questions, and in which periods of the week that could be.

use uurwerk_model::{ClassIx, LessonIx, RoomId, RoomIx, Round, School, TeacherIx, WeekSet};

use super::occupancy::{Running, attends, classes_of};
use crate::case::Case;

/// A teacher of a round and a class in whose lessons the teacher holds a position that counts.
pub(crate) struct Asking {
    pub teacher: TeacherIx,
    pub class: ClassIx,
    /// Those positions.
    pub held: Vec<(LessonIx, usize)>,
}

impl Asking {
    /// The days of these periods, as bits.
    pub fn days(school: &School, slots: &[(usize, WeekSet)]) -> u32 {
        let day = |slot: &(usize, WeekSet)| 1 << school.slots()[slot.0].day.0;
        slots.iter().map(day).fold(0, |days, day: u32| days | day)
    }

    /// The same in a cycle of four weeks.
    pub fn days_of_cycle(school: &School, slots: &[(usize, WeekSet)]) -> u32 {
        let of_week = school.document().grid.days.len();
        let days = slots.iter().flat_map(|(slot, weeks)| {
            let day = school.slots()[*slot].day.at();
            weeks.iter().map(move |week| 1 << (week * of_week + day))
        });
        days.fold(0, |days, day: u32| days | day)
    }

    /// The periods in which the teacher gives such a lesson and the pupils have one of these rooms, where there are any:
    /// the lesson's own, or one in which nothing is. Each with its weeks. `runs` is what the timetable runs.
    pub fn slots(&self, case: &Case, runs: &[Running], rooms: &[RoomId]) -> Vec<(usize, WeekSet)> {
        let Some(timetable) = case.timetable else {
            return Vec::new();
        };
        let school = case.school;
        let resolved = rooms.iter().filter_map(|id| school.room_ix(id));
        let resolved: Vec<RoomIx> = resolved.collect();
        let is_in = |room: RoomIx, lesson: LessonIx, block: usize| {
            timetable.rooms[lesson.at()][block].contains(&Some(room))
        };
        let mut slots = Vec::new();
        for run in runs {
            let is_there = |(lesson, position): &(LessonIx, usize)| {
                *lesson == run.lesson && attends(school, *lesson, *position, run.block)
            };
            if !self.held.iter().any(is_there) {
                continue;
            }
            let is_open = |at: &usize| {
                let mut resolved = resolved.iter();
                rooms.is_empty()
                    || resolved.any(|room| {
                        let mut others = runs.iter().filter(|r| r.slots.contains(at));
                        is_in(*room, run.lesson, run.block)
                            || !others.any(|r| is_in(*room, r.lesson, r.block))
                    })
            };
            let open = run.slots.clone().filter(is_open);
            slots.extend(open.map(|at| (at, run.weeks)));
        }
        slots
    }
}

/// Everybody who asks, with every class that is asked, class by class.
pub(crate) fn askings(case: &Case, round: &Round) -> Vec<Asking> {
    let school = case.school;
    let held = case.allocation.by_teacher(school);
    let is_asked = |class: ClassIx| {
        round.classes.is_empty() || round.classes.contains(&school.class(class).id)
    };
    let classes = (0..school.classes().len()).map(ClassIx::from);
    let mut all = Vec::new();
    for class in classes.filter(|class| is_asked(*class)) {
        for teacher in round.teachers.iter().filter_map(|t| school.teacher_ix(t)) {
            let mut own = held[teacher.at()].clone();
            own.retain(|(lesson, position)| {
                school.lesson(*lesson).positions[*position].role.counts()
                    && classes_of(school, *lesson).contains(&class)
            });
            if !own.is_empty() {
                all.push(Asking {
                    teacher,
                    class,
                    held: own,
                });
            }
        }
    }
    all
}
