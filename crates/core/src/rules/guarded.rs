//! What makes a protected slot worth its name: who must be free then.

use uurwerk_model::{
    MentorPair, ProtectedKind, ProtectedSlot, Recurrence, School, SlotIx, TeacherIx,
};

use super::occupancy::{NEVER, Occupancy, attending, aversion, running, slots_of};
use crate::case::{Case, Timetable};

/// A plan's protected slots with what is needed to judge them.
pub(crate) struct Guarded<'a> {
    school: &'a School,
    case: &'a Case<'a>,
    timetable: &'a Timetable,
    occupancy: Occupancy,
}

impl<'a> Guarded<'a> {
    /// From a case; `None` while there is no timetable.
    pub fn of(case: &'a Case<'a>) -> Option<Self> {
        Some(Self {
            school: case.school,
            case,
            timetable: case.timetable?,
            occupancy: Occupancy::of(case)?,
        })
    }

    /// The protected slots of a kind.
    pub fn slots(&self, kind: ProtectedKind) -> impl Iterator<Item = &'a ProtectedSlot> {
        let slots = self.timetable.protected.iter();
        slots.filter(move |slot| slot.kind == kind)
    }

    /// Whether everybody whom the slot makes busy has nothing else then, and can be there.
    pub fn is_free(&self, slot: &ProtectedSlot, people: &[TeacherIx]) -> bool {
        let slots = slots_of(self.school, slot);
        let free = |teacher: &TeacherIx| {
            let aversion = aversion(self.school, *teacher);
            let mut slots = slots.clone();
            slots.all(|at| {
                let weeks = slot.weeks.weeks();
                let (lessons, protected) = (
                    self.occupancy.lessons(*teacher, at, weeks),
                    self.occupancy.protected(*teacher, at, weeks),
                );
                lessons == 0 && protected == 1 && aversion[at] != NEVER
            })
        };
        !slots.is_empty() && people.iter().all(free)
    }

    /// Whether the lesson of an observation is taught by the observed one and runs there.
    pub fn is_taught(&self, slot: &ProtectedSlot, teacher: TeacherIx) -> bool {
        let slots = slots_of(self.school, slot);
        let Some(lesson) = slot.lesson.as_ref().and_then(|l| self.school.lesson_ix(l)) else {
            return false;
        };
        let teaches = |block| {
            let there = attending(self.school, self.case.allocation, lesson, block);
            let positions = &self.school.lesson(lesson).positions;
            there
                .iter()
                .any(|(p, t)| *t == teacher && positions[*p].role.counts())
        };
        let mut runs = running(self.school, self.timetable).into_iter();
        runs.any(|run| {
            let covers = run.slots.start <= slots.start && slots.end <= run.slots.end;
            let every_time = run.weeks.covers(slot.weeks.weeks());
            run.lesson == lesson && covers && every_time && teaches(run.block)
        })
    }
}

/// Mentor and starter of every pair.
pub(crate) fn pairs(school: &School) -> Vec<[TeacherIx; 2]> {
    let pairs = school.document().mentoring.pairs.iter();
    pairs.filter_map(|entry| pair(school, entry)).collect()
}

/// People in the order in which they come first.
pub(crate) fn each_once(people: impl Iterator<Item = TeacherIx>) -> Vec<TeacherIx> {
    let mut all = Vec::new();
    for who in people {
        if !all.contains(&who) {
            all.push(who);
        }
    }
    all
}

/// Mentor and starter of a pair.
pub(crate) fn pair(school: &School, pair: &MentorPair) -> Option<[TeacherIx; 2]> {
    Some([
        school.teacher_ix(&pair.mentor)?,
        school.teacher_ix(&pair.starter)?,
    ])
}

/// Whether a slot is of exactly these people, in this order.
pub(crate) fn is_of(school: &School, slot: &ProtectedSlot, people: &[TeacherIx]) -> bool {
    let ids = people.iter().map(|t| &school.teacher(*t).id);
    slot.people.iter().eq(ids)
}

/// A protected slot of one period.
pub(crate) fn protected_slot(
    school: &School,
    kind: ProtectedKind,
    people: &[TeacherIx],
    at: SlotIx,
) -> ProtectedSlot {
    let info = school.slots()[at.at()];
    let day = &school.document().grid.days[info.day.at()];
    ProtectedSlot {
        kind,
        people: people
            .iter()
            .map(|t| school.teacher(*t).id.clone())
            .collect(),
        lesson: None,
        team: None,
        day: day.id.clone(),
        period: day.periods[info.period as usize].id.clone(),
        length: 1,
        weeks: Recurrence::default(),
    }
}
