//! Few combinations of subject and graad.
//!
//! Deviation of a teacher: different pairs of subject and graad among the counting positions, above
//! `starter_max` for starters and above `max` for others, in pairs.
//! Source: memo 2.2 ("verspreid over verschillende lesopdrachten en graden" is what to avoid).

use uurwerk_model::{Finding, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "S3",
    source: Source::Memo("2.2"),
    unit: "unit-cells",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 8,
    params: &[
        Param {
            name: "starter_max",
            default: 2,
            min: 1,
            max: 10,
        },
        Param {
            name: "max",
            default: 4,
            min: 1,
            max: 20,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(FewCells {
            facts,
            starter_max: setting.param("starter_max"),
            max: setting.param("max"),
        })
    }),
};

struct FewCells<'a> {
    facts: &'a Facts<'a>,
    starter_max: i64,
    max: i64,
}

impl FewCells<'_> {
    fn allowed(&self, teacher: TeacherIx) -> i64 {
        if self.facts.is_starter(teacher) {
            self.starter_max
        } else {
            self.max
        }
    }
}

impl LoadRule for FewCells<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        (load.distinct(|post| Some(post.cell)) - self.allowed(teacher)).max(0)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let mut above = model.distinct(teacher, |post| Some(post.cell));
            above.constant -= self.allowed(teacher);
            model.charge(above, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new("finding-S3")
                .with("count", load.distinct(|post| Some(post.cell)))
                .with("max", self.allowed(load.teacher));
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn pairs_of_subject_and_graad_are_counted() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .class("3A", 3, 0)
                .class("5A", 5, 0)
                .teacher("ann", experience, [0, 7, 22], &["WIS", "NED"])
                .lesson("L1", "WIS", &["1A"], 4)
                .lesson("L2", "WIS", &["3A"], 3)
                .lesson("L3", "WIS", &["5A"], 2)
                .lesson("L4", "NED", &["1A"], 2)
                .lesson("L5", "NED", &["3A"], 2)
        };
        let given = [
            ("L1", "ann"),
            ("L2", "ann"),
            ("L3", "ann"),
            ("L4", "ann"),
            ("L5", "ann"),
        ];
        assert_eq!(tiny(1).deviation("S3", &given), 3); // 5 - 2
        assert_eq!(tiny(9).deviation("S3", &given), 1); // 5 - 4
    }
}
