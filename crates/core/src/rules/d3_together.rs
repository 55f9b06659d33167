//! Not all starters in one hard class.
//!
//! Deviation of a class with a difficulty of at least `threshold`: different starters among the teachers of
//! its lessons (counting positions), above `max`, in teachers.
//! Source: memo 2.2 (difficult classes are shared out fairly; no class is left to beginners).

use uurwerk_model::{ClassIx, Finding, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, Sum};

/// The rule.
pub static RULE: Rule = Rule {
    id: "D3",
    source: Source::Memo("2.2"),
    unit: "unit-teachers",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 10,
    params: &[
        Param {
            name: "threshold",
            default: 70,
            min: 0,
            max: 100,
        },
        Param {
            name: "max",
            default: 1,
            min: 0,
            max: 20,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(NotTogether {
            facts,
            threshold: setting.param("threshold"),
            max: setting.param("max"),
        })
    }),
};

struct NotTogether<'a> {
    facts: &'a Facts<'a>,
    threshold: i64,
    max: i64,
}

impl NotTogether<'_> {
    fn starters(&self, staff: &[TeacherIx]) -> Vec<TeacherIx> {
        let starters = staff.iter().copied();
        let mut starters: Vec<_> = starters.filter(|t| self.facts.is_starter(*t)).collect();
        starters.sort_unstable();
        starters.dedup();
        starters
    }

    fn is_hard(&self, class: ClassIx) -> bool {
        i64::from(self.facts.school.class(class).difficulty) >= self.threshold
    }
}

impl LoadRule for NotTogether<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Nothing
    }

    fn class(&self, class: ClassIx, staff: &[TeacherIx]) -> i64 {
        if !self.is_hard(class) {
            return 0;
        }
        (self.starters(staff).len() as i64 - self.max).max(0)
    }

    fn couples(&self, class: ClassIx, teacher: TeacherIx) -> bool {
        self.is_hard(class) && self.facts.is_starter(teacher)
    }

    fn model(&self, model: &mut Model) {
        for class in model.classes() {
            if !self.is_hard(class) {
                continue;
            }
            let mut above = Sum::constant(-self.max);
            for (teacher, takes) in model.class_takes(class) {
                if self.facts.is_starter(teacher) {
                    above.add(model.any(&takes), 1);
                }
            }
            model.charge(above, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.classes_off(self, |class, staff| {
            let starters = self.starters(staff);
            let message = Message::new("finding-D3")
                .with("count", starters.len() as i64)
                .with(
                    "difficulty",
                    i64::from(self.facts.school.class(class).difficulty),
                )
                .with("max", self.max);
            (message, starters)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_second_starter_is_one_too_many_in_a_hard_class() {
        let tiny = |difficulty| {
            Tiny::new()
                .class("1A", 1, difficulty)
                .teacher("ann", 1, [0, 7, 22], &["WIS"])
                .teacher("bob", 2, [0, 7, 22], &["WIS"])
                .teacher("cas", 3, [0, 7, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 4)
                .lesson("L2", "WIS", &["1A"], 3)
                .lesson("L3", "WIS", &["1A"], 2)
        };
        let given = [("L1", "ann"), ("L2", "bob"), ("L3", "cas")];
        let hard = tiny(70).measured("D3", &given);
        assert_eq!((hard.deviation, hard.findings[0].people.len()), (1, 2));
        assert_eq!(tiny(69).deviation("D3", &given), 0);
        assert_eq!(
            tiny(70).deviation("D3", &[("L1", "ann"), ("L2", "ann"), ("L3", "cas")]),
            0
        );
    }
}
