//! The plan as a week: every block with its people and rooms, ready to be laid in a grid.

use uurwerk_model::{
    ClassIx, LessonIx, PlanDocument, ProtectedKind, ProtectedSlot, Role, RoomIx, School, Slot,
    SlotIx, TeacherIx,
};

use super::figures::classes;
use super::protected::attended;

/// A teacher's place in a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seat {
    pub lesson: LessonIx,
    pub position: usize,
    pub role: Role,
    pub teacher: TeacherIx,
}

/// One block of a lesson at its place.
#[derive(Clone, Debug)]
pub(super) struct Sitting {
    pub lesson: LessonIx,
    pub first: SlotIx,
    pub length: usize,
    /// Who attends it, in the order of the positions.
    pub people: Vec<(TeacherIx, Role)>,
    pub rooms: Vec<RoomIx>,
    /// Positions in [`Week::protected`] of observations and co-teaching of this block.
    pub marks: Vec<usize>,
}

/// Protected time at its place.
#[derive(Clone, Debug)]
pub(super) struct Kept<'a> {
    pub slot: &'a ProtectedSlot,
    pub first: SlotIx,
    pub people: Vec<TeacherIx>,
}

/// Everything that happens in the week.
pub(super) struct Week<'a> {
    pub school: &'a School,
    pub seats: Vec<Seat>,
    pub sittings: Vec<Sitting>,
    pub protected: Vec<Kept<'a>>,
}

/// Something in a cell of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item {
    /// Position in [`Week::sittings`].
    Sitting(usize),
    /// Position in [`Week::protected`].
    Protected(usize),
}

impl<'a> Week<'a> {
    /// Reads a plan; what it says about names that the school does not know is left out.
    pub fn of(school: &'a School, plan: &'a PlanDocument) -> Self {
        let seats = seats(school, plan);
        let protected = protected(school, plan);
        let mut of_lesson = vec![Vec::new(); school.lessons().len()];
        for seat in &seats {
            let attends = attended(school, seat.lesson, seat.position);
            of_lesson[seat.lesson.at()].push((seat.teacher, seat.role, attends));
        }
        let sittings = plan.timetable.iter().filter_map(|placement| {
            let lesson = school.lesson_ix(&placement.lesson)?;
            let first = school.slot_ix(&placement.start())?;
            let length = usize::from(placement.length);
            let here = |(at, kept): (usize, &Kept)| {
                let starts = (first.at()..first.at() + length).contains(&kept.first.at());
                let same = kept.slot.lesson.as_ref() == Some(&placement.lesson);
                (same && starts).then_some(at)
            };
            let rooms = placement.rooms.iter().flatten();
            Some(Sitting {
                lesson,
                first,
                length,
                people: of_lesson[lesson.at()]
                    .iter()
                    .filter(|(_, _, attends)| usize::from(placement.block) < *attends)
                    .map(|(teacher, role, _)| (*teacher, *role))
                    .collect(),
                rooms: rooms.filter_map(|room| school.room_ix(room)).collect(),
                marks: protected.iter().enumerate().filter_map(here).collect(),
            })
        });
        Self {
            school,
            sittings: sittings.collect(),
            seats,
            protected,
        }
    }

    /// What a teacher does: lessons, and protected time that is not itself one of their lessons.
    pub fn of_teacher(&self, teacher: TeacherIx) -> Vec<Item> {
        let teaches = |s: &Sitting| s.people.iter().any(|(t, _)| *t == teacher);
        let mut items = self.sittings_where(teaches);
        let keeps = |kept: &Kept| match kept.slot.kind {
            ProtectedKind::CoTeaching => false,
            ProtectedKind::Observation => kept.people.first() == Some(&teacher),
            ProtectedKind::Meeting | ProtectedKind::Team => kept.people.contains(&teacher),
        };
        let kept = self.protected.iter().enumerate().filter(|(_, k)| keeps(k));
        items.extend(kept.map(|(at, _)| Item::Protected(at)));
        items
    }

    /// The lessons of a class or of a part of it.
    pub fn of_class(&self, class: ClassIx) -> Vec<Item> {
        self.sittings_where(|s| classes(self.school, s.lesson).any(|c| c == class))
    }

    /// The lessons in a room.
    pub fn of_room(&self, room: RoomIx) -> Vec<Item> {
        self.sittings_where(|s| s.rooms.contains(&room))
    }

    fn sittings_where(&self, holds: impl Fn(&Sitting) -> bool) -> Vec<Item> {
        let sittings = self.sittings.iter().enumerate().filter(|(_, s)| holds(s));
        sittings.map(|(at, _)| Item::Sitting(at)).collect()
    }

    /// First slot and number of slots of an item.
    pub fn span(&self, item: Item) -> (SlotIx, usize) {
        match item {
            Item::Sitting(at) => (self.sittings[at].first, self.sittings[at].length),
            Item::Protected(at) => {
                let kept = &self.protected[at];
                (kept.first, usize::from(kept.slot.length))
            }
        }
    }
}

fn seats(school: &School, plan: &PlanDocument) -> Vec<Seat> {
    let mut seats: Vec<Seat> = plan
        .allocation
        .iter()
        .filter_map(|assignment| {
            Some(Seat {
                lesson: school.lesson_ix(&assignment.lesson)?,
                position: usize::from(assignment.position),
                role: assignment.role,
                teacher: school.teacher_ix(&assignment.teacher)?,
            })
        })
        .collect();
    seats.sort_by_key(|seat| (seat.lesson, seat.position));
    seats
}

fn protected<'a>(school: &School, plan: &'a PlanDocument) -> Vec<Kept<'a>> {
    let kept = |slot: &'a ProtectedSlot| {
        let start = Slot {
            day: slot.day.clone(),
            period: slot.period.clone(),
        };
        Some(Kept {
            slot,
            first: school.slot_ix(&start)?,
            people: slot
                .people
                .iter()
                .filter_map(|id| school.teacher_ix(id))
                .collect(),
        })
    };
    let mut all: Vec<Kept> = plan.protected.iter().filter_map(kept).collect();
    all.sort_by_key(|kept| kept.first);
    all
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn a_co_teacher_of_two_hours_comes_to_the_first_block() {
        let (school, plan) = fixture::pair();
        let week = Week::of(&school, &plan);
        let french = school.lesson_ix(&"fra-1A".into()).unwrap();
        let people: Vec<usize> = week
            .sittings
            .iter()
            .filter(|s| s.lesson == french)
            .map(|s| s.people.len())
            .collect();
        assert_eq!(people, [2, 1]);
    }

    #[test]
    fn an_observation_stands_with_the_observer_and_marks_the_lesson() {
        let (school, plan) = fixture::pair();
        let week = Week::of(&school, &plan);
        let ann = TeacherIx(0);
        // Ann: three blocks of lessons, then meeting, observation, team.
        let kept = week
            .of_teacher(ann)
            .iter()
            .filter(|i| matches!(i, Item::Protected(_)))
            .count();
        assert_eq!((week.of_teacher(ann).len(), kept), (6, 3));
        let observed: Vec<&Sitting> = week
            .sittings
            .iter()
            .filter(|s| !s.marks.is_empty())
            .collect();
        assert_eq!(observed.len(), 2); // the observed mathematics and the co-taught French
    }

    #[test]
    fn names_that_the_school_lacks_are_left_out() {
        let (school, mut plan) = fixture::pair();
        plan.timetable[0].lesson = "nothing".into();
        plan.timetable[1].period = "99".into();
        plan.allocation[0].teacher = "nobody".into();
        plan.protected[0].day = "never".into();
        let week = Week::of(&school, &plan);
        assert_eq!(
            (week.sittings.len(), week.seats.len(), week.protected.len()),
            (6, 5, 3)
        );
    }
}
