//! The best qualified first.
//!
//! Deviation of a teacher: the sum over counting positions of hours x points, where a required
//! qualification (vereist) costs nothing, a sufficient one (voldoende geacht) `sufficient` points an hour,
//! and any other or none `other` points an hour.
//! Source: law; an "ander bekwaamheidsbewijs" is for a limited time and has to be justified each year.

use uurwerk_model::{Finding, Message, Mode, QualificationLevel, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing, Sum, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "Q2",
    source: Source::Law("bekwaamheidsbewijzen"),
    unit: "unit-points",
    modes: Modes::always(Mode::Soft),
    weight: 1,
    params: &[
        Param {
            name: "sufficient",
            default: 1,
            min: 0,
            max: 10,
        },
        Param {
            name: "other",
            default: 3,
            min: 0,
            max: 10,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(BestQualified {
            facts,
            sufficient: setting.param("sufficient"),
            other: setting.param("other"),
        })
    }),
};

struct BestQualified<'a> {
    facts: &'a Facts<'a>,
    sufficient: i64,
    other: i64,
}

impl BestQualified<'_> {
    fn points(&self, teacher: TeacherIx, post: &Post) -> i64 {
        let an_hour = match self.facts.level(teacher, post) {
            Some(QualificationLevel::Required) => 0,
            Some(QualificationLevel::Sufficient) => self.sufficient,
            Some(QualificationLevel::Other) | None => self.other,
        };
        post.hours * an_hour
    }
}

impl LoadRule for BestQualified<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        load.sum(|post| self.points(teacher, post))
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let points = Sum::of(&model.takes(teacher), |post| self.points(teacher, post));
            model.charge(points, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let weaker = load.posts.iter();
            let weaker = weaker.filter(|post| self.points(load.teacher, post) > 0);
            let hours: i64 = weaker.clone().map(|post| post.hours).sum();
            let message = Message::new("finding-Q2").with("hours", hours);
            (message, weaker.map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiny::Tiny;

    #[test]
    fn weaker_qualifications_cost_points_by_the_hour() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [0, 6, 22], &["WIS", "NED"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "NED", &["1A"], 5)
            .with(|school| {
                school.staff[0].qualifications[0].level = QualificationLevel::Sufficient;
                school.staff[0].qualifications[1].level = QualificationLevel::Other;
            });
        // 4 h x 1 + 5 h x 3.
        let result = tiny.measured("Q2", &[("L1", "ann"), ("L2", "ann")]);
        assert_eq!((result.deviation, result.cost), (19, 19));
    }
}
