//! Every lesson has its teachers.
//!
//! Deviation: positions of lessons (of every role) without a teacher, in lessons.
//! Source: plain possibility; a lesson that nobody gives is not given.

use uurwerk_model::{Finding, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Model, Post, Staffing};

/// The rule.
pub static RULE: Rule = Rule {
    id: "A1",
    source: Source::Logic,
    unit: "unit-lessons",
    modes: Modes::always(Mode::Hard),
    weight: 100,
    params: &[],
    body: Body::Load(|_, _| Box::new(Staffed)),
};

struct Staffed;

impl LoadRule for Staffed {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Nothing
    }

    fn post(&self, _: &Post, holder: Option<TeacherIx>) -> i64 {
        i64::from(holder.is_none())
    }

    fn model(&self, model: &mut Model) {
        model.charge_posts(self);
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.posts_off(self, |_| Message::new("finding-A1"))
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_lesson_without_teacher_counts_once() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [0, 6, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "WIS", &["1A"], 2);
        assert_eq!(tiny.deviation("A1", &[]), 2);
        let one = tiny.measured("A1", &[("L1", "ann")]);
        assert_eq!(
            (one.deviation, one.findings[0].lessons[0].as_str()),
            (1, "L2")
        );
        assert_eq!(tiny.deviation("A1", &[("L1", "ann"), ("L2", "ann")]), 0);
    }
}
