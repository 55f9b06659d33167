//! Nobody has more than a fair share of the hours in difficult classes.
//!
//! Deviation of a teacher: hours of counting positions in lessons with a difficulty of at least `threshold`, above
//! the fair share `ceil(target x D / H)` (`D` of the school's `H` hours are difficult), in hours.
//! Source: memo 2.2 ("moeilijke klassen eerlijk verdelen").

use uurwerk_model::{Finding, Message, Mode, TeacherIx};

use super::hard_hours::{HardHours, THRESHOLD};
use super::{Asks, Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Model, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "D4",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[THRESHOLD],
    body: Body::Load(|facts, setting| {
        Box::new(FairShare(HardHours::of(
            facts,
            setting.param(THRESHOLD.name),
        )))
    }),
};

struct FairShare(HardHours);

impl LoadRule for FairShare {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        (self.0.held(load) - self.0.share(teacher)).max(0)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let above = self.0.above(&model.takes(teacher), self.0.share(teacher));
            model.charge(above, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let hard = load.posts.iter().filter(|post| self.0.hours(post) > 0);
            let message = Message::new("finding-D4")
                .with("hours", self.0.held(load))
                .with("share", self.0.share(load.teacher));
            (message, hard.map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn hours_above_the_share_count() {
        let tiny = Tiny::new()
            .class("1A", 1, 69)
            .class("1B", 1, 70)
            .teacher("ann", 9, [0, 6, 22], &["WIS"])
            .teacher("bob", 9, [0, 5, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 6)
            .lesson("L2", "WIS", &["1B"], 5);
        // 5 of 11 hours are difficult: ann's share is ceil(6 x 5 / 11) = 3, bob's ceil(5 x 5 / 11) = 3.
        assert_eq!(tiny.deviation("D4", &[("L1", "ann"), ("L2", "bob")]), 2);
        assert_eq!(tiny.deviation("D4", &[("L1", "ann")]), 0);
    }
}
