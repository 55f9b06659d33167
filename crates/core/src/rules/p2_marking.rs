//! Marking has a limit.
//!
//! Marking takes `minutes` a week for each hour and pupil. Deviation of a teacher: minutes of marking of the counting
//! positions above `max` hours for a full-time job, in proportion to the target, in hours of work, rounded up.
//! Source: memo 2.2 ("verbeterwerk" is part of what weighs).

use uurwerk_model::{FTE, Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing, Sum, TeacherLoad, ceil_div};

/// The rule.
pub static RULE: Rule = Rule {
    id: "P2",
    source: Source::Memo("2.2"),
    unit: "unit-work-hours",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[
        Param {
            name: "minutes",
            default: figure("minutes-marking"),
            min: 0,
            max: 60,
        },
        Param {
            name: "max",
            default: figure("marking-hours-most"),
            min: 1,
            max: 60,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(Marking {
            facts,
            minutes: setting.param("minutes"),
            max: setting.param("max"),
        })
    }),
};

struct Marking<'a> {
    facts: &'a Facts<'a>,
    minutes: i64,
    max: i64,
}

impl Marking<'_> {
    fn minutes(&self, post: &Post) -> i64 {
        self.minutes * post.hours * post.pupils
    }

    fn allowed(&self, teacher: TeacherIx) -> i64 {
        60 * self.max * self.facts.school.teacher(teacher).contract.target.0 / FTE
    }
}

impl LoadRule for Marking<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let above = load.sum(|post| self.minutes(post)) - self.allowed(teacher);
        ceil_div(above.max(0), 60)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let mut above = Sum::of(&model.takes(teacher), |post| self.minutes(post));
            above.constant -= self.allowed(teacher);
            model.charge(above, 60);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new("finding-P2")
                .with("minutes", load.sum(|post| self.minutes(post)))
                .with("max", self.allowed(load.teacher));
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn marking_above_the_share_of_nine_hours_counts() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [0, 11, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 13)
            .lesson("L2", "WIS", &["1A"], 4);
        // Half a job: 270 minutes. 13 hours of 20 pupils are 260 minutes; with 4 more 340: 70 too many, two hours.
        assert_eq!(tiny.deviation("P2", &[("L1", "ann")]), 0);
        assert_eq!(tiny.deviation("P2", &[("L1", "ann"), ("L2", "ann")]), 2);
    }
}
