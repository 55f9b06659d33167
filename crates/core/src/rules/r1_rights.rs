//! Rights are honoured.
//!
//! Deviation of a teacher: the sum over rights of the hours at noemer 22, rounded up, that the work in the
//! right's subjects and graden falls short of its volume. A right to any work counts tasks too.
//! Source: law; the vast benoemde and TADD personnel has a right to volume and subject, never to a class.

use uurwerk_model::{Finding, Graad, Message, Mode, SubjectIx, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Rule, Source};
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
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::work_if(!self.claims[teacher.at()].is_empty())
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiny::Tiny;

    #[test]
    fn a_right_counts_its_own_subjects_and_graden() {
        let right = |subjects: &[&str], graden: &[u8]| uurwerk_model::Right {
            volume: crate::tiny::hours(10),
            subjects: subjects.iter().map(|s| (*s).into()).collect(),
            graden: graden.iter().map(|g| Graad(*g)).collect(),
        };
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .class("3A", 3, 0)
            .teacher("ann", 9, [0, 7, 22], &["WIS", "NED"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "WIS", &["3A"], 3)
            .lesson("L3", "NED", &["1A"], 2)
            .with(|school| {
                school.staff[0].tasks.push(uurwerk_model::Task {
                    name: "ICT".into(),
                    kind: uurwerk_model::TaskKind::Other,
                    load: crate::tiny::hours(1),
                    budget_line: None,
                });
            });
        let given = [("L1", "ann"), ("L2", "ann"), ("L3", "ann")];
        let short = |rights: &[uurwerk_model::Right]| {
            let mut tiny = Tiny(tiny.0.clone());
            tiny.0.staff[0].rights = rights.to_vec();
            tiny.deviation("R1", &given)
        };
        assert_eq!(short(&[right(&[], &[])]), 0); // 4 + 3 + 2 + task 1
        assert_eq!(short(&[right(&["WIS"], &[])]), 3); // 10 - 7, tasks do not count
        assert_eq!(short(&[right(&[], &[1])]), 4); // 10 - 6
        assert_eq!(short(&[right(&["WIS"], &[1]), right(&["WIS"], &[])]), 9); // 6 + 3
    }
}
