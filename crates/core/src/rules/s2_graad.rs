//! Starters teach in one graad.
//!
//! Deviation of a starter: different graden among the counting positions, above `max`, in graden.
//! Source: memo 2.2 ("een of twee vakken in dezelfde graad").

use uurwerk_model::{Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "S2",
    source: Source::Memo("2.2"),
    unit: "unit-graden",
    modes: Modes {
        memo: Mode::Hard,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 30,
    params: &[Param {
        name: "max",
        default: figure("graden-most"),
        min: 1,
        max: 3,
    }],
    body: Body::Load(|facts, setting| {
        Box::new(OneGraad {
            facts,
            max: setting.param("max"),
        })
    }),
};

struct OneGraad<'a> {
    facts: &'a Facts<'a>,
    max: i64,
}

impl LoadRule for OneGraad<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::limits_if(self.facts.is_starter(teacher))
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        if !self.facts.is_starter(teacher) {
            return 0;
        }
        (load.distinct(|post| post.graad) - self.max).max(0)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if self.facts.is_starter(teacher) {
                let mut above = model.distinct(teacher, |post| post.graad);
                above.constant -= self.max;
                model.charge(above, 1);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new("finding-S2")
                .with("count", load.distinct(|post| post.graad))
                .with("max", self.max);
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_second_graad_is_one_too_many_for_a_starter() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .class("2A", 2, 0)
                .class("3A", 3, 0)
                .teacher("ann", experience, [0, 7, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 4)
                .lesson("L2", "WIS", &["2A"], 3)
                .lesson("L3", "WIS", &["3A"], 2)
        };
        let given = [("L1", "ann"), ("L2", "ann"), ("L3", "ann")];
        assert_eq!(tiny(1).deviation("S2", &given[..2]), 0); // years 1 and 2 are one graad
        assert_eq!(tiny(1).deviation("S2", &given), 1);
        assert_eq!(tiny(9).deviation("S2", &given), 0);
    }
}
