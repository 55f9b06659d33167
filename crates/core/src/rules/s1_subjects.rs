//! Starters teach one or two subjects.
//!
//! Deviation of a starter: different subjects among the counting positions, above `max`, in subjects.
//! Source: memo 2.2 ("een of twee vakken in dezelfde graad").

use uurwerk_model::{Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "S1",
    source: Source::Memo("2.2"),
    unit: "unit-subjects",
    modes: Modes {
        memo: Mode::Hard,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 30,
    params: &[Param {
        name: "max",
        default: figure("subjects-most"),
        min: 1,
        max: 10,
    }],
    body: Body::Load(|facts, setting| {
        Box::new(FewSubjects {
            facts,
            max: setting.param("max"),
        })
    }),
};

struct FewSubjects<'a> {
    facts: &'a Facts<'a>,
    max: i64,
}

impl LoadRule for FewSubjects<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::limits_if(self.facts.is_starter(teacher))
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        if !self.facts.is_starter(teacher) {
            return 0;
        }
        (load.distinct(|post| Some(post.subject)) - self.max).max(0)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if self.facts.is_starter(teacher) {
                let mut above = model.distinct(teacher, |post| Some(post.subject));
                above.constant -= self.max;
                model.charge(above, 1);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new("finding-S1")
                .with("count", load.distinct(|post| Some(post.subject)))
                .with("max", self.max);
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_third_subject_is_one_too_many_for_a_starter() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .teacher("ann", experience, [0, 7, 22], &["WIS", "NED", "FRA"])
                .lesson("L1", "WIS", &["1A"], 4)
                .lesson("L2", "NED", &["1A"], 3)
                .lesson("L3", "FRA", &["1A"], 2)
                .lesson("L4", "FRA", &["1A"], 2)
        };
        let given = [("L1", "ann"), ("L2", "ann"), ("L3", "ann"), ("L4", "ann")];
        assert_eq!(tiny(2).deviation("S1", &given), 1);
        assert_eq!(tiny(3).deviation("S1", &given), 0);
        assert_eq!(tiny(1).deviation("S1", &given[..2]), 0);
    }
}
