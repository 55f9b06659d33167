//! Teacher hours beyond the jobs.
//!
//! Deviation: hours at noemer 22, rounded up for each teacher, by which loads (lessons and tasks) are above the target
//! of the contract, and the hours of counting positions that nobody holds: what the school must find on top of the
//! jobs that it has. Work at one teacher's hand is none at another's, so hours above targets are matched by hours that
//! are paid elsewhere and not taught.
//! Source: practice (uren-leraar); the memorandum's price of protecting starters.

use uurwerk_model::{Finding, FteUnits, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Facts, HOUR, Model, Post, Staffing, Sum, TeacherLoad, whole_hours};

/// The rule.
pub static RULE: Rule = Rule {
    id: "B6",
    source: Source::Practice,
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 3,
    params: &[],
    body: Body::Load(|facts, _| Box::new(TeacherHours { facts })),
};

struct TeacherHours<'a> {
    facts: &'a Facts<'a>,
}

impl TeacherHours<'_> {
    fn target(&self, teacher: TeacherIx) -> i64 {
        self.facts.school.teacher(teacher).contract.target.0
    }
}

impl LoadRule for TeacherHours<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn post(&self, post: &Post, holder: Option<TeacherIx>) -> i64 {
        match holder {
            None if post.counts => post.hours,
            _ => 0,
        }
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        whole_hours(load.load - self.target(teacher))
    }

    fn forbids(&self, post: &Post, holder: Option<TeacherIx>) -> bool {
        let above = |t: TeacherIx| self.facts.tasks[t.at()] + post.load > self.target(t);
        self.post(post, holder) > 0 || post.load > 0 && post.counts && holder.is_some_and(above)
    }

    fn model(&self, model: &mut Model) {
        model.charge_posts(self);
        for teacher in model.teachers() {
            let mut over = Sum::of(&model.takes(teacher), |post| post.load);
            over.constant += self.facts.tasks[teacher.at()] - self.target(teacher);
            model.charge(over, HOUR);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        let mut findings = staffing.posts_off(self, |post| {
            Message::new("finding-B6-empty").with("hours", post.hours)
        });
        findings.extend(staffing.teachers_off(self, |load| {
            let target = self.target(load.teacher);
            let message = Message::new("finding-B6")
                .with("load", FteUnits(load.load).to_string())
                .with("target", FteUnits(target).to_string());
            (message, load.posts.iter().map(|post| post.lesson).collect())
        }));
        findings
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn hours_above_targets_and_hours_of_nobody_count() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [0, 4, 22], &["WIS"])
            .teacher("bob", 9, [0, 6, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 3)
            .lesson("L2", "WIS", &["1A"], 3)
            .lesson("L3", "WIS", &["1A"], 3);
        // Ann has 6 of 4 hours: two more. Nobody gives the third lesson: three more.
        assert_eq!(tiny.deviation("B6", &[("L1", "ann"), ("L2", "ann")]), 5);
        let all = [("L1", "ann"), ("L2", "bob"), ("L3", "bob")];
        assert_eq!(tiny.deviation("B6", &all), 0);
    }
}
