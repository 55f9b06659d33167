//! The openings that a grid leaves: who is free when, who teaches when, and which periods come soon after another.

use uurwerk_model::{
    LessonIx, MentorPair, ProtectedKind, ProtectedSlot, Recurrence, School, TeacherIx, WeekSet,
};

use super::guarded::{Guarded, is_of, pair};
use super::occupancy::{
    NEVER, Occupancy, attending, aversion, classes_of, days, running, slots_of, staff,
};
use crate::case::Case;

/// A plan's week with its openings.
pub(crate) struct Openings<'a> {
    pub school: &'a School,
    pub guarded: Guarded<'a>,
    pub occupancy: Occupancy,
    aversions: Vec<Vec<i8>>,
    /// Lessons that each teacher teaches in a position that counts, with the slots of their blocks.
    taught: Vec<Vec<(LessonIx, usize)>>,
}

impl<'a> Openings<'a> {
    /// From a case; `None` while there is no timetable.
    pub fn of(case: &'a Case<'a>) -> Option<Self> {
        let school = case.school;
        let mut taught = vec![Vec::new(); school.staff().len()];
        for run in running(school, case.timetable?) {
            let positions = &school.lesson(run.lesson).positions;
            for (position, teacher) in attending(school, case.allocation, run.lesson, run.block) {
                if positions[position].role.counts() {
                    taught[teacher.at()].extend(run.slots.clone().map(|s| (run.lesson, s)));
                }
            }
        }
        for own in &mut taught {
            own.sort_unstable_by_key(|(lesson, slot)| (*slot, *lesson));
            own.dedup();
        }
        Some(Self {
            school,
            guarded: Guarded::of(case)?,
            occupancy: Occupancy::of(case)?,
            aversions: staff(school).map(|t| aversion(school, t)).collect(),
            taught,
        })
    }

    /// All periods of the week.
    pub fn slots(&self) -> std::ops::Range<usize> {
        0..self.school.slots().len()
    }

    /// Whether a teacher can be there and has neither lessons nor protected time.
    pub fn is_free(&self, teacher: TeacherIx, slot: usize) -> bool {
        self.occupancy.things(teacher, slot) == 0 && self.can_come(teacher, slot)
    }

    /// The same in some weeks.
    pub fn is_free_in(&self, teacher: TeacherIx, slot: usize, weeks: WeekSet) -> bool {
        self.occupancy.things_in(teacher, slot, weeks) == 0 && self.can_come(teacher, slot)
    }

    /// Whether no wish of a teacher makes a period impossible.
    pub fn can_come(&self, teacher: TeacherIx, slot: usize) -> bool {
        self.aversions[teacher.at()][slot] != NEVER
    }

    /// Whether all of them are free then.
    pub fn are_free(&self, people: &[TeacherIx], slot: usize) -> bool {
        people.iter().all(|t| self.is_free(*t, slot))
    }

    /// How many of them are not free then, in some weeks.
    pub fn absent(&self, people: &[TeacherIx], slot: usize, weeks: WeekSet) -> usize {
        let absent = people.iter().filter(|t| !self.is_free_in(**t, slot, weeks));
        absent.count()
    }

    /// Every period of the week in every phase in which something so often can be.
    pub fn moments(&self, weeks: Recurrence) -> impl Iterator<Item = (usize, WeekSet)> + use<> {
        let slots = self.slots();
        let phases = weeks.choices().into_iter().map(Recurrence::weeks);
        phases.flat_map(move |weeks| slots.clone().map(move |slot| (slot, weeks)))
    }

    /// What a teacher teaches in a position that counts, period by period.
    pub fn taught(&self, teacher: TeacherIx) -> &[(LessonIx, usize)] {
        &self.taught[teacher.at()]
    }

    /// The periods in which the starter of a pair teaches and the mentor can watch: is free, or keeps the period
    /// free for watching this very starter.
    pub fn observable(&self, entry: &MentorPair) -> Vec<(LessonIx, usize)> {
        let Some([mentor, starter]) = pair(self.school, entry) else {
            return Vec::new();
        };
        let watched: Vec<usize> = self.observed(entry).map(|(at, _)| at).collect();
        let lessons = self.taught(starter).iter().copied();
        let mut open: Vec<_> = lessons
            .filter(|(_, at)| self.is_free(mentor, *at) || watched.contains(at))
            .collect();
        open.dedup_by_key(|(_, at)| *at);
        open
    }

    /// The observations of a pair that really can happen, with their periods.
    pub fn observed<'s>(
        &'s self,
        entry: &'s MentorPair,
    ) -> impl Iterator<Item = (usize, &'a ProtectedSlot)> + 's {
        let people = pair(self.school, entry);
        let valid = move |slot: &&'a ProtectedSlot| {
            people.is_some_and(|people| {
                is_of(self.school, slot, &people)
                    && self.guarded.is_free(slot, &people[..1])
                    && self.guarded.is_taught(slot, people[1])
            })
        };
        let slots = self.guarded.slots(ProtectedKind::Observation).filter(valid);
        slots.map(|slot| (slots_of(self.school, slot).start, slot))
    }

    /// The periods of the conversations of a pair that really can happen, with their weeks.
    pub fn talks(&self, entry: &MentorPair) -> Vec<(usize, Recurrence)> {
        let Some(people) = pair(self.school, entry) else {
            return Vec::new();
        };
        let slots = self.guarded.slots(ProtectedKind::Meeting);
        let valid = slots.filter(|slot| {
            is_of(self.school, slot, &people) && self.guarded.is_free(slot, &people)
        });
        let start = |slot: &ProtectedSlot| (slots_of(self.school, slot).start, slot.weeks);
        let mut starts: Vec<_> = valid.map(start).collect();
        starts.sort_unstable();
        starts
    }
}

/// The periods after `slot` on its day and on the next `days` school days; after the last day of the week comes the
/// first of the next, whose timetable is the same. Nearest first; a day that comes round again is left out.
pub(crate) fn soon_after(school: &School, slot: usize, next: usize) -> Vec<usize> {
    let days = days(school);
    let Some(today) = days.iter().position(|day| day.contains(&slot)) else {
        return Vec::new();
    };
    let mut soon: Vec<usize> = (slot + 1..days[today].end).collect();
    for ahead in 1..=next.min(days.len() - 1) {
        soon.extend(days[(today + ahead) % days.len()].clone());
    }
    soon
}

/// The first of `talks` that comes so soon after `slot`, in every one of its weeks.
pub(crate) fn talk_after(
    school: &School,
    (slot, weeks): (usize, Recurrence),
    next: usize,
    talks: &[(usize, Recurrence)],
) -> Option<(usize, Recurrence)> {
    let soon = soon_after(school, slot, next).into_iter();
    let talk = |at: usize| {
        // What lies earlier in the week comes in the week after.
        let this = weeks.weeks();
        let then = if at < slot { this.next() } else { this };
        let mut here = talks.iter().filter(|(talk, _)| *talk == at);
        here.find(|(_, own)| own.weeks().covers(then)).copied()
    };
    soon.filter_map(talk).next()
}

/// The subject and year of each lesson that a teacher holds in a position that counts, each once; the year is the
/// highest of the lesson's classes.
pub(crate) fn courses(case: &Case) -> Vec<Vec<(usize, u8)>> {
    let school = case.school;
    let mut all = vec![Vec::new(); school.staff().len()];
    for (teacher, held) in case.allocation.by_teacher(school).into_iter().enumerate() {
        for (lesson, position) in held {
            let taught = school.lesson(lesson);
            let years = classes_of(school, lesson).into_iter();
            let year = years.map(|c| school.class(c).year).max();
            let subject = school.subject_ix(&taught.subject).map(|s| s.at());
            if taught.positions[position].role.counts() {
                all[teacher].extend(subject.zip(year));
            }
        }
        all[teacher].sort_unstable();
        all[teacher].dedup();
    }
    all
}
