//! A school and a plan side by side, with the plain facts that the definitions speak of: graad,
//! noemer, pupils, difficulty and preparation of a lesson; who holds which position.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::school::{PartRef, Stream};
use uurwerk_model::{
    Class, FTE, Graad, Lesson, Lock, PlanDocument, QualificationLevel, Role, SchoolDocument,
    Teacher,
};

use crate::week::Week;

/// What must be prepared once: a subject for a year and stream.
pub(crate) type Preparation<'a> = (&'a str, u8, Stream);

/// A lesson with its facts.
pub(crate) struct Taught<'a> {
    pub(crate) lesson: &'a Lesson,
    /// Its own graad, or the highest of its classes.
    pub(crate) graad: Option<Graad>,
    /// The classes it is for, each once, in the order of the document.
    pub(crate) classes: Vec<usize>,
    /// The highest difficulty of its classes.
    pub(crate) difficulty: i64,
    pub(crate) pupils: i64,
    pub(crate) preparation: Option<Preparation<'a>>,
    /// Lengths of its blocks.
    pub(crate) lengths: Vec<usize>,
}

/// A position of a lesson and who holds it.
pub(crate) struct Job {
    pub(crate) lesson: usize,
    pub(crate) position: usize,
    pub(crate) role: Role,
    pub(crate) hours: i64,
    /// Load in units, were it to count.
    pub(crate) load: i64,
    /// A teacher lock is on it.
    pub(crate) locked: bool,
    pub(crate) teacher: Option<usize>,
}

impl Job {
    /// Lead and co-teacher count; guests and trainees do not.
    pub(crate) fn counts(&self) -> bool {
        self.role == Role::Lead || self.role == Role::Co
    }
}

/// Everything that the rules are measured on.
pub(crate) struct Case<'a> {
    pub(crate) school: &'a SchoolDocument,
    pub(crate) plan: &'a PlanDocument,
    pub(crate) lessons: Vec<Taught<'a>>,
    pub(crate) jobs: Vec<Job>,
    pub(crate) week: Week,
}

impl<'a> Case<'a> {
    pub(crate) fn of(school: &'a SchoolDocument, plan: &'a PlanDocument) -> Self {
        let lessons: Vec<Taught> = school.lessons.iter().map(|l| taught(school, l)).collect();
        let jobs = jobs(school, plan, &lessons);
        let week = Week::of(school, plan, &lessons, &jobs);
        Self {
            school,
            plan,
            lessons,
            jobs,
            week,
        }
    }

    /// The counting positions that a teacher holds.
    pub(crate) fn counting(&self, teacher: usize) -> impl Iterator<Item = &Job> {
        let own = move |job: &&Job| job.teacher == Some(teacher) && job.counts();
        self.jobs.iter().filter(own)
    }

    /// The staff with their places in the list.
    pub(crate) fn staff(&self) -> impl Iterator<Item = (usize, &'a Teacher)> {
        self.school.staff.iter().enumerate()
    }

    /// The starters among them: said outright, or in the first two years of service.
    pub(crate) fn starters(&self) -> impl Iterator<Item = (usize, &'a Teacher)> {
        self.staff().filter(|(_, teacher)| is_starter(teacher))
    }

    /// Work of a teacher in units: counting positions and tasks.
    pub(crate) fn load(&self, teacher: usize) -> i64 {
        let lessons: i64 = self.counting(teacher).map(|job| job.load).sum();
        lessons + tasks(&self.school.staff[teacher])
    }

    /// The best level at which a teacher may teach a lesson. A lesson without a graad asks for the
    /// subject alone.
    pub(crate) fn level(&self, teacher: usize, lesson: usize) -> Option<QualificationLevel> {
        let taught = &self.lessons[lesson];
        let qualifications = &self.school.staff[teacher].qualifications;
        qualifications
            .iter()
            .filter(|q| q.subject == taught.lesson.subject)
            .filter(|q| taught.graad.is_none_or(|graad| q.graden.contains(&graad)))
            .map(|q| q.level)
            .min()
    }
}

/// Starter: said outright, or at most two years of service (memo 2.1).
pub(crate) fn is_starter(teacher: &Teacher) -> bool {
    teacher.starter.unwrap_or(teacher.experience <= 2)
}

/// Work of a teacher's tasks in units.
pub(crate) fn tasks(teacher: &Teacher) -> i64 {
    teacher.tasks.iter().map(|task| task.load.0).sum()
}

/// Whole hours at noemer 22, rounded up: 133 980 / 22 = 6 090 units each.
pub(crate) fn hours22(units: i64) -> i64 {
    ceil(units, 6_090)
}

/// `amount / unit` rounded up, for amounts of 0 and more.
pub(crate) fn ceil(amount: i64, unit: i64) -> i64 {
    amount / unit + i64::from(amount % unit != 0)
}

fn taught<'a>(school: &'a SchoolDocument, lesson: &'a Lesson) -> Taught<'a> {
    let named: BTreeSet<&str> = lesson.groups.iter().map(|g| g.class.as_str()).collect();
    let classes: Vec<usize> = (0..school.classes.len())
        .filter(|c| named.contains(school.classes[*c].id.as_str()))
        .collect();
    let own: Vec<&Class> = classes.iter().map(|c| &school.classes[*c]).collect();
    let lengths = if lesson.blocks.is_empty() {
        vec![1; usize::from(lesson.hours) * usize::from(lesson.weeks.every)]
    } else {
        lesson.blocks.iter().map(|b| usize::from(*b)).collect()
    };
    Taught {
        lesson,
        graad: lesson.graad.or_else(|| own.iter().map(|c| c.graad).max()),
        difficulty: own
            .iter()
            .map(|c| i64::from(c.difficulty))
            .max()
            .unwrap_or(0),
        pupils: pupils(school, lesson),
        preparation: preparation(lesson, &own),
        lengths,
        classes,
    }
}

/// The class with the highest year decides; among several the first of the document.
fn preparation<'a>(lesson: &'a Lesson, classes: &[&'a Class]) -> Option<Preparation<'a>> {
    let highest = classes.iter().map(|c| c.year).max()?;
    let class = classes.iter().find(|c| c.year == highest)?;
    Some((lesson.subject.as_str(), class.year, class.stream))
}

/// A whole class counts whole; a part counts its own number, or an even share rounded up.
fn pupils(school: &SchoolDocument, lesson: &Lesson) -> i64 {
    let mut sum = 0;
    for group in &lesson.groups {
        let Some(class) = school.classes.iter().find(|c| c.id == group.class) else {
            continue;
        };
        let part = group
            .part
            .as_ref()
            .and_then(|part| part_pupils(class, part));
        sum += part.unwrap_or(i64::from(class.pupils));
    }
    sum
}

pub(crate) fn part_pupils(class: &Class, part: &PartRef) -> Option<i64> {
    let partition = class.partitions.iter().find(|p| p.id == part.partition)?;
    let found = partition.parts.iter().find(|p| p.id == part.part)?;
    let share = ceil(i64::from(class.pupils), partition.parts.len() as i64);
    Some(found.pupils.map_or(share, i64::from))
}

fn jobs(school: &SchoolDocument, plan: &PlanDocument, lessons: &[Taught]) -> Vec<Job> {
    let places = |ids: Vec<&str>| -> BTreeMap<String, usize> {
        let numbered = ids.into_iter().enumerate();
        numbered.map(|(at, id)| (id.to_owned(), at)).collect()
    };
    let teachers = places(school.staff.iter().map(|t| t.id.as_str()).collect());
    let mut holder: BTreeMap<(&str, u8), usize> = BTreeMap::new();
    for entry in &plan.allocation {
        if let Some(teacher) = teachers.get(entry.teacher.as_str()) {
            holder.insert((entry.lesson.as_str(), entry.position), *teacher);
        }
    }
    let mut locks: BTreeSet<(&str, u8)> = BTreeSet::new();
    for lock in &school.locks {
        if let Lock::Teacher(lock) = lock {
            locks.insert((lock.lesson.as_str(), lock.position));
        }
    }
    let mut jobs = Vec::new();
    for (at, taught) in lessons.iter().enumerate() {
        let noemer = noemer(school, taught);
        for (p, position) in taught.lesson.positions.iter().enumerate() {
            let hours = i64::from(position.hours.unwrap_or(taught.lesson.hours));
            let key = (taught.lesson.id.as_str(), p as u8);
            jobs.push(Job {
                lesson: at,
                position: p,
                role: position.role,
                hours,
                // Validation has seen that this divides exactly.
                load: noemer.map_or(0, |noemer| hours * FTE / noemer),
                locked: locks.contains(&key),
                teacher: holder.get(&key).copied(),
            });
        }
    }
    jobs
}

/// The subject's own noemer, else the cell of the table.
fn noemer(school: &SchoolDocument, taught: &Taught) -> Option<i64> {
    let subject = school
        .subjects
        .iter()
        .find(|s| s.id == taught.lesson.subject)?;
    if let Some(noemer) = subject.noemer {
        return Some(i64::from(noemer));
    }
    let cell = |n: &&uurwerk_model::Noemer| Some(n.graad) == taught.graad && n.kind == subject.kind;
    school.noemers.iter().find(cell).map(|n| i64::from(n.hours))
}
