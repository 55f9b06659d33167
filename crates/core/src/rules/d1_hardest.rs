//! Starters do not get the hardest classes.
//!
//! Deviation of a starter: hours of counting positions in lessons with a difficulty of at least
//! `threshold`, above what the year of service allows (`year_1`, `year_2`, `later`), in hours.
//! Source: memo 2.2 (the most demanding classes are not for those who have just begun).

use uurwerk_model::{Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing, Sum, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "D1",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes {
        memo: Mode::Hard,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 15,
    params: &[
        Param {
            name: "threshold",
            default: figure("hard-threshold"),
            min: 0,
            max: 100,
        },
        Param {
            name: "year_1",
            default: figure("hard-hours-year-1"),
            min: 0,
            max: 40,
        },
        Param {
            name: "year_2",
            default: figure("hard-hours-year-2"),
            min: 0,
            max: 40,
        },
        Param {
            name: "later",
            default: figure("hard-hours-later"),
            min: 0,
            max: 40,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(NotTheHardest {
            facts,
            threshold: setting.param("threshold"),
            by_year: ["year_1", "year_2", "later"].map(|name| setting.param(name)),
        })
    }),
};

struct NotTheHardest<'a> {
    facts: &'a Facts<'a>,
    threshold: i64,
    by_year: [i64; 3],
}

impl NotTheHardest<'_> {
    fn allowed(&self, teacher: TeacherIx) -> i64 {
        let year = self.facts.school.teacher(teacher).experience;
        self.by_year[usize::from(year.clamp(1, 3)) - 1]
    }

    fn hard_hours(&self, post: &Post) -> i64 {
        if post.difficulty >= self.threshold {
            post.hours
        } else {
            0
        }
    }
}

impl LoadRule for NotTheHardest<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::limits_if(self.facts.is_starter(teacher))
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        if !self.facts.is_starter(teacher) {
            return 0;
        }
        (load.sum(|post| self.hard_hours(post)) - self.allowed(teacher)).max(0)
    }

    fn forbids(&self, post: &Post, holder: Option<TeacherIx>) -> bool {
        let too_hard = |t| self.facts.is_starter(t) && self.hard_hours(post) > self.allowed(t);
        post.counts && holder.is_some_and(too_hard)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if self.facts.is_starter(teacher) {
                let mut above = Sum::of(&model.takes(teacher), |post| self.hard_hours(post));
                above.constant -= self.allowed(teacher);
                model.charge(above, 1);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let hard = load.posts.iter().filter(|post| self.hard_hours(post) > 0);
            let message = Message::new("finding-D1")
                .with("hours", load.sum(|post| self.hard_hours(post)))
                .with("threshold", self.threshold)
                .with("max", self.allowed(load.teacher));
            (message, hard.map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn hours_in_hard_classes_count_above_what_the_year_allows() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 69)
                .class("1B", 1, 70)
                .teacher("ann", experience, [0, 7, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 4)
                .lesson("L2", "WIS", &["1B"], 5)
        };
        let given = [("L1", "ann"), ("L2", "ann")];
        assert_eq!(tiny(1).deviation("D1", &given), 5);
        assert_eq!(tiny(2).deviation("D1", &given), 1); // 5 - 4
        assert_eq!(tiny(3).deviation("D1", &given), 0); // no starter
        let late = tiny(3).with(|school| school.staff[0].starter = Some(true));
        assert_eq!(late.deviation("D1", &given), 0); // 5 - 8
    }
}
