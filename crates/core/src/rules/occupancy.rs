//! Who is busy when: what the time rules measure, worked out plainly from the plan.

use std::ops::Range;

use uurwerk_model::{
    ClassIx, DayIx, Group, LessonIx, ProtectedKind, ProtectedSlot, RoomIx, RoomNeed, School, Slot,
    SlotIx, TeacherIx, WeekSet,
};

use crate::case::{Allocation, Case, Timetable};

/// A placed block of a lesson and the slots that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Running {
    pub lesson: LessonIx,
    pub block: usize,
    pub slots: Range<usize>,
    /// The weeks in which it runs.
    pub weeks: WeekSet,
}

/// The placed blocks, in the order of the lessons; what runs past the end of the week is cut off.
pub(crate) fn running(school: &School, timetable: &Timetable) -> Vec<Running> {
    let mut all = Vec::new();
    for (lesson, starts) in timetable.starts.iter().enumerate() {
        let lesson = LessonIx::from(lesson);
        for (block, (start, length)) in starts.iter().zip(school.blocks(lesson)).enumerate() {
            if let Some(start) = start {
                let end = (start.at() + usize::from(length)).min(school.slots().len());
                all.push(Running {
                    lesson,
                    block,
                    slots: start.at()..end,
                    weeks: school.lesson(lesson).weeks.weeks(),
                });
            }
        }
    }
    all
}

/// Whether the teacher in a position is there in a block: one with fewer hours than the lesson
/// attends its first blocks.
pub(crate) fn attends(school: &School, lesson: LessonIx, position: usize, block: usize) -> bool {
    let lengths = school.blocks(lesson);
    let before: u32 = lengths[..block].iter().map(|l| u32::from(*l)).sum();
    before < school.position_periods(lesson, position)
}

/// The teachers who attend a block, position by position.
pub(crate) fn attending(
    school: &School,
    allocation: &Allocation,
    lesson: LessonIx,
    block: usize,
) -> Vec<(usize, TeacherIx)> {
    let teachers = allocation.teachers[lesson.at()].iter().enumerate();
    teachers
        .filter(|(position, _)| attends(school, lesson, *position, block))
        .filter_map(|(position, teacher)| teacher.map(|t| (position, t)))
        .collect()
}

/// The slots of each day.
pub(crate) fn days(school: &School) -> Vec<Range<usize>> {
    let days = school.document().grid.days.len();
    (0..days)
        .map(|d| school.day_slots(DayIx::from(d)))
        .collect()
}

/// For each slot the most negative wish of a teacher about it; 0 where there is none.
pub(crate) fn aversion(school: &School, teacher: TeacherIx) -> Vec<i8> {
    let mut worst = vec![0; school.slots().len()];
    for wish in &school.teacher(teacher).wishes {
        for slot in school.wished_slots(&wish.on) {
            worst[slot.at()] = wish.value.min(worst[slot.at()]);
        }
    }
    worst
}

/// The wish that makes a slot impossible.
pub(crate) const NEVER: i8 = -3;

/// Whether a room is of the kind, or one of the rooms, that a need asks for.
pub(crate) fn suits(school: &School, need: &RoomNeed, room: RoomIx) -> bool {
    let room = school.room(room);
    let any = need.kind.is_none() && need.any_of.is_empty();
    any || need.kind.as_ref() == Some(&room.kind) || need.any_of.contains(&room.id)
}

/// Whether two lessons with these groups need the same pupils of a class.
pub(crate) fn share_pupils(school: &School, class: ClassIx, a: &[Group], b: &[Group]) -> bool {
    let id = &school.class(class).id;
    let of_class = |groups: &'_ [Group]| -> Vec<Group> {
        groups.iter().filter(|g| g.class == *id).cloned().collect()
    };
    let apart = |a: &Group, b: &Group| match (&a.part, &b.part) {
        (Some(a), Some(b)) => a.partition == b.partition && a.part != b.part,
        _ => false,
    };
    let (a, b) = (of_class(a), of_class(b));
    a.iter().any(|a| b.iter().any(|b| !apart(a, b)))
}

/// The classes that a lesson touches, each once.
pub(crate) fn classes_of(school: &School, lesson: LessonIx) -> Vec<ClassIx> {
    let groups = &school.lesson(lesson).groups;
    let mut classes: Vec<_> = groups
        .iter()
        .filter_map(|g| school.class_ix(&g.class))
        .collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}

/// Where a protected slot is in the week; empty when its place is unknown.
pub(crate) fn slots_of(school: &School, slot: &ProtectedSlot) -> Range<usize> {
    let place = Slot {
        day: slot.day.clone(),
        period: slot.period.clone(),
    };
    let start = school.slot_ix(&place).map(SlotIx::at);
    start.map_or(0..0, |start| {
        start..(start + usize::from(slot.length)).min(school.slots().len())
    })
}

/// Whom a protected slot makes busy: an observation only the observer (the observed teaches), and
/// co-teaching nobody (it describes a lesson).
pub(crate) fn occupied(school: &School, slot: &ProtectedSlot) -> Vec<TeacherIx> {
    let people = match slot.kind {
        ProtectedKind::CoTeaching => &[],
        ProtectedKind::Observation => slot.people.get(..1).unwrap_or_default(),
        ProtectedKind::Meeting | ProtectedKind::Team => &slot.people[..],
    };
    people.iter().filter_map(|p| school.teacher_ix(p)).collect()
}

/// Things at one time, week by week of a cycle.
type Counts = [u16; WeekSet::CYCLE as usize];

/// How many things each teacher attends in each slot.
///
/// Weeks differ where something happens in some of them only; what is asked of all weeks at once is the week in which most
/// happens.
#[derive(Clone, Debug)]
pub(crate) struct Occupancy {
    lessons: Vec<Vec<Counts>>,
    protected: Vec<Vec<Counts>>,
}

impl Occupancy {
    /// From a case; `None` while there is no timetable.
    pub fn of(case: &Case) -> Option<Self> {
        let (school, timetable) = (case.school, case.timetable?);
        let empty = vec![vec![Counts::default(); school.slots().len()]; school.staff().len()];
        let mut occupancy = Self {
            lessons: empty.clone(),
            protected: empty,
        };
        for run in running(school, timetable) {
            for (_, teacher) in attending(school, case.allocation, run.lesson, run.block) {
                for slot in run.slots.clone() {
                    for week in run.weeks.iter() {
                        occupancy.lessons[teacher.at()][slot][week] += 1;
                    }
                }
            }
        }
        for slot in &timetable.protected {
            occupancy.protect(school, slot);
        }
        Some(occupancy)
    }

    /// Counts one more protected slot.
    pub fn protect(&mut self, school: &School, slot: &ProtectedSlot) {
        self.each(school, slot, |count| *count += 1);
    }

    /// Counts one protected slot less, which was counted before.
    pub fn release(&mut self, school: &School, slot: &ProtectedSlot) {
        self.each(school, slot, |count| *count -= 1);
    }

    fn each(&mut self, school: &School, slot: &ProtectedSlot, change: impl Fn(&mut u16)) {
        for teacher in occupied(school, slot) {
            for at in slots_of(school, slot) {
                for week in slot.weeks.weeks().iter() {
                    change(&mut self.protected[teacher.at()][at][week]);
                }
            }
        }
    }

    /// Lessons of a teacher in a slot, in the fullest of these weeks.
    pub fn lessons(&self, teacher: TeacherIx, slot: usize, weeks: WeekSet) -> u16 {
        let counts = self.lessons[teacher.at()][slot];
        weeks.iter().map(|week| counts[week]).max().unwrap_or(0)
    }

    /// Protected slots of a teacher in a slot, in the fullest of these weeks.
    pub fn protected(&self, teacher: TeacherIx, slot: usize, weeks: WeekSet) -> u16 {
        let counts = self.protected[teacher.at()][slot];
        weeks.iter().map(|week| counts[week]).max().unwrap_or(0)
    }

    /// Lessons and protected slots of a teacher in a slot of a week.
    pub fn in_week(&self, teacher: TeacherIx, slot: usize, week: usize) -> u16 {
        let at = (teacher.at(), slot);
        self.lessons[at.0][at.1][week] + self.protected[at.0][at.1][week]
    }

    /// Lessons and protected slots of a teacher in a slot, in the fullest of these weeks.
    pub fn things_in(&self, teacher: TeacherIx, slot: usize, weeks: WeekSet) -> u16 {
        let counts = weeks.iter().map(|week| self.in_week(teacher, slot, week));
        counts.max().unwrap_or(0)
    }

    /// The same in the fullest of all weeks.
    pub fn things(&self, teacher: TeacherIx, slot: usize) -> u16 {
        self.things_in(teacher, slot, WeekSet::ALL)
    }

    /// Whether a teacher is busy in some week, slot by slot.
    pub fn busy(&self, teacher: TeacherIx) -> Vec<bool> {
        let slots = self.lessons[teacher.at()].len();
        (0..slots).map(|s| self.things(teacher, s) > 0).collect()
    }
}

/// The teachers by index.
pub(crate) fn staff(school: &School) -> impl Iterator<Item = TeacherIx> {
    (0..school.staff().len()).map(TeacherIx::from)
}

/// The lessons by index.
pub(crate) fn lessons(school: &School) -> impl Iterator<Item = LessonIx> {
    (0..school.lessons().len()).map(LessonIx::from)
}

/// Slots without anything between the first and the last with something.
pub(crate) fn holes(busy: &[bool]) -> i64 {
    let first = busy.iter().position(|b| *b);
    let last = busy.iter().rposition(|b| *b);
    match (first, last) {
        (Some(first), Some(last)) => busy[first..=last].iter().filter(|b| !**b).count() as i64,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_lie_between_the_first_and_the_last() {
        let busy = |text: &str| text.chars().map(|c| c == 'X').collect::<Vec<_>>();
        assert_eq!(holes(&busy(".X..XX..")), 2);
        assert_eq!(holes(&busy("X.X.X")), 2);
        assert_eq!(holes(&busy("..X..")), 0);
        assert_eq!(holes(&busy(".....")), 0);
    }
}
