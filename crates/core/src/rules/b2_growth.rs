//! The lessons of a starting teacher grow step by step.
//!
//! Deviation of a teacher in the first three years of service, or of another starter: load of the lessons (counting
//! positions, without tasks) above `year_1`, `year_2` or `year_3` (and later) percent of the target, in hours at noemer
//! 22, rounded up. What is not taught must be found elsewhere: soft, it pulls against B5, and the difference is the
//! price of the memorandum's room to grow.
//! Source: memo 2.2 ("stapsgewijs kunnen groeien").

use uurwerk_model::{Finding, FteUnits, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, HOUR, Model, Staffing, Sum, TeacherLoad, whole_hours};

/// The rule.
pub static RULE: Rule = Rule {
    id: "B2",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[
        Param {
            name: "year_1",
            default: figure("contact-year-1"),
            min: 10,
            max: 200,
        },
        Param {
            name: "year_2",
            default: figure("contact-year-2"),
            min: 10,
            max: 200,
        },
        Param {
            name: "year_3",
            default: figure("contact-year-3"),
            min: 10,
            max: 200,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(Growth {
            facts,
            caps: ["year_1", "year_2", "year_3"].map(|name| setting.param(name)),
        })
    }),
};

struct Growth<'a> {
    facts: &'a Facts<'a>,
    caps: [i64; 3],
}

impl Growth<'_> {
    /// The most load of lessons; `None` for those who have grown.
    fn cap(&self, teacher: TeacherIx) -> Option<i64> {
        let data = self.facts.school.teacher(teacher);
        let grows = data.experience <= 3 || self.facts.is_starter(teacher);
        let cap = self.caps[usize::from(data.experience.clamp(1, 3)) - 1];
        grows.then_some(cap * data.contract.target.0 / 100)
    }
}

impl LoadRule for Growth<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let lessons = load.sum(|post| post.load);
        self.cap(teacher)
            .map_or(0, |cap| whole_hours(lessons - cap))
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if let Some(cap) = self.cap(teacher) {
                let mut above = Sum::of(&model.takes(teacher), |post| post.load);
                above.constant -= cap;
                model.charge(above, HOUR);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let lessons = load.sum(|post| post.load);
            let message = Message::new("finding-B2")
                .with("load", FteUnits(lessons).to_string())
                .with(
                    "max",
                    FteUnits(self.cap(load.teacher).unwrap_or(0)).to_string(),
                );
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_full_load_comes_with_the_third_year() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .teacher("ann", experience, [0, 20, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 17)
                .lesson("L2", "WIS", &["1A"], 4)
        };
        let all = [("L1", "ann"), ("L2", "ann")];
        assert_eq!(tiny(1).deviation("B2", &all), 3); // 21 - 18
        assert_eq!(tiny(2).deviation("B2", &all), 2); // 21 - 19
        assert_eq!(tiny(3).deviation("B2", &all), 1); // 21 - 20
        assert_eq!(tiny(4).deviation("B2", &all), 0);
        assert_eq!(tiny(1).deviation("B2", &all[..1]), 0);
    }
}
