//! Rights are honoured.
//!
//! Deviation of a teacher: the sum over rights of the hours at noemer 22, rounded up, that the work in the
//! right's subjects and graden falls short of its volume. A right to any work counts tasks too.
//! Source: law; the vast benoemde and TADD personnel has a right to volume and subject, never to a class.

use uurwerk_model::{Finding, Graad, Message, Mode, SubjectIx, TeacherIx};

use super::{Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Facts, HOUR, Model, Post, Staffing, Sum, TeacherLoad, whole_hours};

/// The rule.
pub static RULE: Rule = Rule {
    id: "R1",
    source: Source::Law("vaste benoeming, TADD"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Hard),
    weight: 20,
    params: &[],
    body: Body::Load(|facts, _| Box::new(Rights::of(facts))),
};

/// A right with its names resolved.
struct Claim {
    volume: i64,
    subjects: Vec<SubjectIx>,
    graden: Vec<Graad>,
}

impl Claim {
    fn covers(&self, post: &Post) -> bool {
        let subject = self.subjects.is_empty() || self.subjects.contains(&post.subject);
        let graad = post.graad.is_some_and(|g| self.graden.contains(&g));
        subject && (self.graden.is_empty() || graad)
    }

    /// Work that counts for the right without any lesson.
    fn beforehand(&self, tasks: i64) -> i64 {
        let any_work = self.subjects.is_empty() && self.graden.is_empty();
        if any_work { tasks } else { 0 }
    }
}

struct Rights<'a> {
    facts: &'a Facts<'a>,
    claims: Vec<Vec<Claim>>,
}

impl<'a> Rights<'a> {
    fn of(facts: &'a Facts<'a>) -> Self {
        let school = facts.school;
        let claim = |right: &uurwerk_model::Right| Claim {
            volume: right.volume.0,
            subjects: right
                .subjects
                .iter()
                .filter_map(|s| school.subject_ix(s))
                .collect(),
            graden: right.graden.clone(),
        };
        let claims = school.staff().iter();
        let claims = claims.map(|t| t.rights.iter().map(claim).collect());
        Self {
            facts,
            claims: claims.collect(),
        }
    }

    fn short(&self, claim: &Claim, load: &TeacherLoad) -> i64 {
        let tasks = self.facts.tasks[load.teacher.at()];
        let lessons = load.sum(|post| if claim.covers(post) { post.load } else { 0 });
        whole_hours(claim.volume - claim.beforehand(tasks) - lessons)
    }
}

impl LoadRule for Rights<'_> {
    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let claims = self.claims[teacher.at()].iter();
        claims.map(|claim| self.short(claim, load)).sum()
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            for claim in &self.claims[teacher.at()] {
                let load = |post: &Post| if claim.covers(post) { -post.load } else { 0 };
                let mut short = Sum::of(&model.takes(teacher), load);
                let tasks = self.facts.tasks[teacher.at()];
                short.constant += claim.volume - claim.beforehand(tasks);
                model.charge(short, HOUR);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |_| (Message::new("finding-R1"), Vec::new()))
    }
}
