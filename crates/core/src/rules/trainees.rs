//! Trainees in school: their groups with the days on which they come, and when they practise.

use uurwerk_model::{DayIx, HalfDay, LessonIx, Role, School, TeacherIx, TraineeGroup, TraineeKind};

use super::occupancy::{attending, running};
use super::openings::Openings;
use crate::case::Case;

/// A group of trainees whose names are resolved.
pub(crate) struct Trainees<'a> {
    school: &'a School,
    /// As the document has it.
    pub group: &'a TraineeGroup,
    /// The members, in its order.
    pub members: Vec<TeacherIx>,
    /// Who accompanies them.
    pub mentor: Option<TeacherIx>,
}

impl<'a> Trainees<'a> {
    /// The groups of a kind.
    pub fn all(school: &'a School, kind: TraineeKind) -> Vec<Self> {
        let groups = school.document().trainees.iter();
        let resolved = |group: &'a TraineeGroup| Self {
            school,
            group,
            members: group
                .members
                .iter()
                .filter_map(|t| school.teacher_ix(t))
                .collect(),
            mentor: group.mentor.as_ref().and_then(|t| school.teacher_ix(t)),
        };
        groups.filter(|g| g.kind == kind).map(resolved).collect()
    }

    /// The days on which they are in school.
    fn days(&self) -> impl Iterator<Item = DayIx> + '_ {
        let days = self.school.document().grid.days.iter().enumerate();
        let own = |id| self.group.days.is_empty() || self.group.days.contains(id);
        days.filter(move |(_, day)| own(&day.id))
            .map(|(at, _)| DayIx::from(at))
    }

    /// The periods of one half of a day.
    fn half(&self, day: DayIx, half: HalfDay) -> Vec<usize> {
        let slots = self.school.day_slots(day);
        slots
            .filter(|s| self.school.slots()[*s].half_day == half)
            .collect()
    }

    /// The morning periods of their days.
    pub fn mornings(&self) -> Vec<usize> {
        let days = self.days();
        days.flat_map(|d| self.half(d, HalfDay::Morning)).collect()
    }

    /// Their days that have an afternoon, with its periods.
    pub fn afternoons(&self) -> Vec<(DayIx, Vec<usize>)> {
        let days = self.days().map(|d| (d, self.half(d, HalfDay::Afternoon)));
        days.filter(|(_, slots)| !slots.is_empty()).collect()
    }
}

/// The blocks of lessons in which each teacher practises, as a trainee, with their periods: `[teacher]`.
pub(crate) fn practice(case: &Case) -> Vec<Vec<(LessonIx, usize, Vec<usize>)>> {
    let school = case.school;
    let mut all = vec![Vec::new(); school.staff().len()];
    let Some(timetable) = case.timetable else {
        return all;
    };
    for run in running(school, timetable) {
        let positions = &school.lesson(run.lesson).positions;
        for (position, teacher) in attending(school, case.allocation, run.lesson, run.block) {
            if positions[position].role == Role::Trainee {
                let slots = run.slots.clone().collect();
                all[teacher.at()].push((run.lesson, run.block, slots));
            }
        }
    }
    all
}

/// The periods of some blocks, each once, in order.
pub(crate) fn periods(blocks: &[(LessonIx, usize, Vec<usize>)]) -> Vec<usize> {
    let mut periods: Vec<usize> = blocks.iter().flat_map(|(_, _, s)| s.clone()).collect();
    periods.sort_unstable();
    periods.dedup();
    periods
}

/// Who watches whom: for each period and each member who practises then, a member who is free; among several, who has
/// watched least so far.
pub(crate) fn watchers(
    openings: &Openings,
    group: &Trainees,
    practice: &[Vec<(LessonIx, usize, Vec<usize>)>],
) -> Vec<(usize, TeacherIx, Option<TeacherIx>)> {
    let own = |t: &TeacherIx| periods(&practice[t.at()]);
    let own: Vec<Vec<usize>> = group.members.iter().map(own).collect();
    let mut times = vec![0; group.members.len()];
    let mut all = Vec::new();
    for slot in openings.slots() {
        let practise = (0..own.len()).filter(|at| own[*at].contains(&slot));
        let is_free = |at: &usize| openings.is_free(group.members[*at], slot);
        let mut free: Vec<usize> = (0..own.len()).filter(is_free).collect();
        free.sort_by_key(|at| times[*at]);
        let mut free = free.into_iter();
        for at in practise {
            let watcher = free.next();
            watcher.into_iter().for_each(|w| times[w] += 1);
            all.push((slot, group.members[at], watcher.map(|w| group.members[w])));
        }
    }
    all
}
