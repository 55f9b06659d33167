//! T6: trainees practise with teachers who can carry it.
//!
//! hosted hours of a teacher = over the lessons that the teacher leads, the hours of their positions for trainees.
//! deviation = per teacher max(0, hosted hours - allowed), allowed: none for a starter, `most` for others (hours).
//! How much each trainee practises, and where, is agreed beforehand (a lock on the position); who leads is decided.
//! Source: memorandum 3.1.1.

use uurwerk_model::{Finding, Message, Mode, Role, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing, Sum, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "T6",
    source: Source::Memo("3.1.1"),
    unit: "unit-hours",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 5,
    params: &[Param {
        name: "most",
        default: 8,
        min: 0,
        max: 40,
    }],
    body: Body::Load(|facts, setting| {
        Box::new(Hosts {
            facts,
            most: setting.param("most"),
        })
    }),
};

struct Hosts<'a> {
    facts: &'a Facts<'a>,
    most: i64,
}

impl Hosts<'_> {
    /// The hours in which trainees practise in a lesson, where this post leads it.
    fn hosted(&self, post: &Post) -> i64 {
        let school = self.facts.school;
        let positions = &school.lesson(post.lesson).positions;
        if positions[post.position].role != Role::Lead {
            return 0;
        }
        let trainees = positions.iter().enumerate();
        let trainees = trainees.filter(|(_, position)| position.role == Role::Trainee);
        let hours = trainees.map(|(at, _)| i64::from(school.position_hours(post.lesson, at)));
        hours.sum()
    }

    fn allowed(&self, teacher: TeacherIx) -> i64 {
        match self.facts.is_starter(teacher) {
            true => 0,
            false => self.most,
        }
    }
}

impl LoadRule for Hosts<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        (load.sum(|post| self.hosted(post)) - self.allowed(teacher)).max(0)
    }

    fn forbids(&self, post: &Post, holder: Option<TeacherIx>) -> bool {
        holder.is_some_and(|t| self.hosted(post) > self.allowed(t))
    }

    fn model(&self, model: &mut Model) {
        let hosting = self.facts.posts.iter().any(|post| self.hosted(post) > 0);
        for teacher in model.teachers().into_iter().filter(|_| hosting) {
            let mut above = Sum::of(&model.takes(teacher), |post| self.hosted(post));
            above.constant -= self.allowed(teacher);
            model.charge(above, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let hosted = load.posts.iter().filter(|post| self.hosted(post) > 0);
            let message = Message::new("finding-T6")
                .with("hours", load.sum(|post| self.hosted(post)))
                .with("most", self.allowed(load.teacher));
            (message, hosted.map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{Lock, Position, TeacherLock};

    use super::*;
    use crate::tiny::Tiny;

    #[test]
    fn starters_host_nobody_and_others_not_too_much() {
        let tiny = |experience| {
            let tiny = Tiny::new()
                .class("1A", 1, 0)
                .teacher("ann", experience, [0, 9, 22], &["WIS"])
                .teacher("xen", 9, [0, 0, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 9)
                .lesson("L2", "WIS", &["1A"], 3);
            tiny.with(|school| {
                school.lessons[0].positions.push(Position {
                    role: Role::Trainee,
                    hours: None,
                });
                school.locks.push(Lock::Teacher(TeacherLock {
                    lesson: "L1".into(),
                    position: 1,
                    teacher: "xen".into(),
                }));
            })
        };
        let given = [("L1", "ann"), ("L2", "ann")];
        assert_eq!(tiny(9).deviation("T6", &given), 1); // 9 - 8
        assert_eq!(tiny(1).deviation("T6", &given), 9);
    }
}
