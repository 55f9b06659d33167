//! Few preparations.
//!
//! A preparation is a subject in a year and stream, however many classes hear it. Deviation of a teacher:
//! different preparations among the counting positions, above `year_1` or `year_2` (and later) for starters
//! and `others` for everyone else, in preparations.
//! Source: memo 2.2 (new courses to prepare are what weighs on a starter).

use uurwerk_model::{Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "P1",
    source: Source::Memo("2.2"),
    unit: "unit-preparations",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 10,
    params: &[
        Param {
            name: "year_1",
            default: figure("preparations-year-1"),
            min: 1,
            max: 30,
        },
        Param {
            name: "year_2",
            default: figure("preparations-year-2"),
            min: 1,
            max: 30,
        },
        Param {
            name: "others",
            default: figure("preparations-others"),
            min: 1,
            max: 30,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(FewPreparations {
            facts,
            allowed: ["year_1", "year_2", "others"].map(|name| setting.param(name)),
        })
    }),
};

struct FewPreparations<'a> {
    facts: &'a Facts<'a>,
    allowed: [i64; 3],
}

impl FewPreparations<'_> {
    fn allowed(&self, teacher: TeacherIx) -> i64 {
        let year = self.facts.school.teacher(teacher).experience;
        match (self.facts.is_starter(teacher), year) {
            (true, 0..=1) => self.allowed[0],
            (true, _) => self.allowed[1],
            (false, _) => self.allowed[2],
        }
    }
}

impl LoadRule for FewPreparations<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        (load.distinct(|post| post.prep) - self.allowed(teacher)).max(0)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let mut above = model.distinct(teacher, |post| post.prep);
            above.constant -= self.allowed(teacher);
            model.charge(above, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new("finding-P1")
                .with("count", load.distinct(|post| post.prep))
                .with("max", self.allowed(load.teacher));
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn parallel_classes_are_one_preparation() {
        let tiny = |experience| {
            let mut tiny = Tiny::new().teacher("ann", experience, [0, 7, 22], &["WIS", "NED"]);
            for (class, year) in [("1A", 1), ("1B", 1), ("2A", 2), ("3A", 3)] {
                tiny = tiny.class(class, year, 0);
                tiny = tiny.lesson(&format!("W{class}"), "WIS", &[class], 1);
                tiny = tiny.lesson(&format!("N{class}"), "NED", &[class], 1);
            }
            tiny
        };
        let all = ["W1A", "W1B", "W2A", "W3A", "N1A", "N1B", "N2A", "N3A"].map(|l| (l, "ann"));
        assert_eq!(tiny(1).deviation("P1", &all), 3); // 6 - 3
        assert_eq!(tiny(2).deviation("P1", &all), 2); // 6 - 4
        assert_eq!(tiny(9).deviation("P1", &all), 1); // 6 - 5
        assert_eq!(tiny(1).deviation("P1", &all[..4]), 0);
    }
}
