//! Loads within the contract.
//!
//! Deviation of a teacher: hours at noemer 22, rounded up, by which the load (lessons and tasks) is below
//! the contract's minimum or above its maximum.
//! Source: memo 2.2 (balanced assignments); law: the prestatieregeling bounds a job at its noemers.

use uurwerk_model::{Contract, Finding, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Facts, HOUR, Model, Post, Staffing, Sum, TeacherLoad, whole_hours};

/// The rule.
pub static RULE: Rule = Rule {
    id: "B4",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Hard),
    weight: 20,
    params: &[],
    body: Body::Load(|facts, _| Box::new(WithinContract { facts })),
};

struct WithinContract<'a> {
    facts: &'a Facts<'a>,
}

impl WithinContract<'_> {
    fn contract(&self, teacher: TeacherIx) -> Contract {
        self.facts.school.teacher(teacher).contract
    }
}

impl LoadRule for WithinContract<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        match self.contract(teacher).min.0 > self.facts.tasks[teacher.at()] {
            true => Asks::Work,
            false => Asks::Limits,
        }
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let contract = self.contract(teacher);
        whole_hours((contract.min.0 - load.load).max(load.load - contract.max.0))
    }

    fn forbids(&self, post: &Post, holder: Option<TeacherIx>) -> bool {
        let too_much = |t: TeacherIx| self.facts.tasks[t.at()] + post.load > self.contract(t).max.0;
        post.load > 0 && holder.is_some_and(too_much)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let contract = self.contract(teacher);
            let mut over = Sum::of(&model.takes(teacher), |post| post.load);
            over.constant += self.facts.tasks[teacher.at()];
            let mut under = over.negated();
            over.constant -= contract.max.0;
            under.constant += contract.min.0;
            model.charge(over, HOUR);
            model.charge(under, HOUR);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let contract = self.contract(load.teacher);
            let low = load.load < contract.min.0;
            let id = if low { "finding-B4-low" } else { "finding-B4" };
            let message = Message::new(id)
                .with("load", uurwerk_model::FteUnits(load.load).to_string())
                .with("min", contract.min.to_string())
                .with("max", contract.max.to_string());
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn below_and_above_count_in_whole_hours() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [6, 7, 8], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "WIS", &["1A"], 5);
        assert_eq!(tiny.deviation("B4", &[]), 6);
        assert_eq!(tiny.deviation("B4", &[("L1", "ann")]), 2); // 6 - 4
        assert_eq!(tiny.deviation("B4", &[("L1", "ann"), ("L2", "ann")]), 1); // 9 - 8
    }

    #[test]
    fn loads_of_different_noemers_add_up_exactly() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [6, 7, 8], &["WIS", "PO"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "PO", &["1A"], 5)
            .with(|school| school.subjects[1].noemer = Some(20));
        // Five hours at noemer 20 are 5.5 hours at 22: 4 + 5.5 - 8 = 1.5, rounded up.
        assert_eq!(tiny.deviation("B4", &[("L1", "ann"), ("L2", "ann")]), 2);
    }
}
