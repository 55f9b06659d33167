//! What the planting must know about each lesson: its load in exact units, graad, difficulty, and
//! which other lessons stand at the same time.

use std::collections::BTreeMap;

use uurwerk_model::{
    Class, ClassId, FTE, Graad, Lesson, LinkId, Noemer, SubjectKind, usual_noemer,
};

use super::subjects::{SUBJECTS, SubjectRow, subject_at};

/// A lesson as the planting sees it.
pub(super) struct Fact {
    /// Position in [`SUBJECTS`].
    pub(super) subject: usize,
    pub(super) graad: u8,
    pub(super) year: u8,
    pub(super) hours: u8,
    /// Load of the lead, in 1/133 980 full-time equivalent.
    pub(super) load: i64,
    /// The highest difficulty among its classes.
    pub(super) difficulty: u8,
    /// Positions of its classes.
    pub(super) classes: Vec<usize>,
    pub(super) link: Option<LinkId>,
}

/// Difficulty from which a class counts among the hardest (memo 2.2; rule D1's default).
pub(super) const HARD: u8 = 70;

impl Fact {
    pub(super) fn row(&self) -> &'static SubjectRow {
        &SUBJECTS[self.subject]
    }

    /// Load of one hour of it.
    pub(super) fn hour(&self) -> i64 {
        self.load / i64::from(self.hours.max(1))
    }
}

/// The least hours of a full-time job per graad and type.
pub(super) fn noemer(graad: u8, kind: SubjectKind) -> u16 {
    usual_noemer(graad, kind)
}

/// The table of noemers as a document states it.
pub(super) fn noemers() -> Vec<Noemer> {
    const KINDS: [SubjectKind; 5] = [
        SubjectKind::General,
        SubjectKind::Technical,
        SubjectKind::Practical,
        SubjectKind::Art,
        SubjectKind::Religion,
    ];
    let cell = |graad: u8, kind| Noemer {
        graad: Graad(graad),
        kind,
        hours: noemer(graad, kind),
    };
    (1..=3)
        .flat_map(|graad| KINDS.map(|kind| cell(graad, kind)))
        .collect()
}

/// The facts of all lessons.
pub(super) fn facts(lessons: &[Lesson], classes: &[&Class]) -> Vec<Fact> {
    let places: BTreeMap<&ClassId, usize> = classes
        .iter()
        .enumerate()
        .map(|(at, class)| (&class.id, at))
        .collect();
    let fact = |lesson: &Lesson| {
        let mut own: Vec<usize> = lesson
            .groups
            .iter()
            .filter_map(|group| places.get(&group.class).copied())
            .collect();
        own.dedup();
        let most = |of: fn(&Class) -> u8| own.iter().map(|c| of(classes[*c])).max().unwrap_or(1);
        let subject = subject_at(lesson.subject.as_str()).unwrap_or_default();
        let graad = most(|c| c.graad.0);
        let noemer = i64::from(noemer(graad, SUBJECTS[subject].kind));
        Fact {
            subject,
            graad,
            year: most(|c| c.year),
            hours: lesson.hours,
            load: i64::from(lesson.hours) * FTE / noemer,
            difficulty: most(|c| c.difficulty),
            classes: own,
            link: lesson.link.clone(),
        }
    };
    lessons.iter().map(fact).collect()
}
