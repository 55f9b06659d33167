//! Whoever is worst off with difficult classes is not far off.
//!
//! Deviation of the school: the most that anybody's hours in lessons with a difficulty of at least `threshold` are
//! above the fair share of D4, in hours. Where D4 adds everybody's excess up, this looks at the one worst.
//! Source: memo 2.2 ("moeilijke klassen eerlijk verdelen").

use uurwerk_model::{Finding, Message, Mode, TeacherIx};

use super::hard_hours::{HardHours, THRESHOLD};
use super::{Asks, Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Model, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "D5",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 5,
    params: &[THRESHOLD],
    body: Body::Load(|facts, setting| {
        Box::new(WorstShare(HardHours::of(
            facts,
            setting.param(THRESHOLD.name),
        )))
    }),
};

struct WorstShare(HardHours);

impl LoadRule for WorstShare {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn peak(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        (self.0.held(load) - self.0.share(teacher)).max(0)
    }

    fn has_peak(&self) -> bool {
        true
    }

    fn model(&self, model: &mut Model) {
        let above = model.teachers().into_iter().map(|teacher| {
            let share = self.0.share(teacher);
            self.0.above(&model.takes(teacher), share)
        });
        let above = above.collect();
        model.charge_peak(above, 1);
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.peak_off(self, |load| {
            let hard = load.posts.iter().filter(|post| self.0.hours(post) > 0);
            let message = Message::new("finding-D5")
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
    fn only_the_worst_counts() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .class("1B", 1, 70)
            .teacher("ann", 9, [0, 6, 22], &["WIS"])
            .teacher("bob", 9, [0, 6, 22], &["WIS"])
            .teacher("cas", 9, [0, 6, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 8)
            .lesson("L2", "WIS", &["1B"], 4)
            .lesson("L3", "WIS", &["1B"], 3)
            .lesson("L4", "WIS", &["1B"], 3);
        // 10 of 18 hours are difficult: everybody's share is ceil(60 / 18) = 4.
        let given = [("L2", "ann"), ("L3", "ann"), ("L4", "bob")];
        assert_eq!(tiny.deviation("D5", &given), 3); // 7 - 4
        let worst = tiny.measured("D5", &[("L2", "ann"), ("L3", "ann")]);
        assert_eq!(worst.findings.len(), 1);
        assert_eq!(tiny.deviation("D5", &given[1..]), 0);
    }
}
