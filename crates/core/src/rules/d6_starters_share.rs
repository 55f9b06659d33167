//! Starters have a part of a fair share of the hours in difficult classes.
//!
//! Deviation of a starter: hours of counting positions in lessons with a difficulty of at least `threshold`, above
//! `floor(percent x share / 100)` with the fair share of D4, in hours.
//! Source: memo 2.2 (starters are spared; it is D1 with a limit that follows the school's difficulty).

use uurwerk_model::{Finding, Message, Mode, TeacherIx};

use super::hard_hours::{HardHours, THRESHOLD};
use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "D6",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 15,
    params: &[
        THRESHOLD,
        Param {
            name: "percent",
            default: 50,
            min: 0,
            max: 100,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(StartersShare {
            facts,
            hard: HardHours::of(facts, setting.param(THRESHOLD.name)),
            percent: setting.param("percent"),
        })
    }),
};

struct StartersShare<'a> {
    facts: &'a Facts<'a>,
    hard: HardHours,
    percent: i64,
}

impl StartersShare<'_> {
    fn allowed(&self, teacher: TeacherIx) -> i64 {
        self.hard.share(teacher) * self.percent / 100
    }
}

impl LoadRule for StartersShare<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::limits_if(self.facts.is_starter(teacher))
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        if !self.facts.is_starter(teacher) {
            return 0;
        }
        (self.hard.held(load) - self.allowed(teacher)).max(0)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if self.facts.is_starter(teacher) {
                let above = self
                    .hard
                    .above(&model.takes(teacher), self.allowed(teacher));
                model.charge(above, 1);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let hard = load.posts.iter().filter(|post| self.hard.hours(post) > 0);
            let message = Message::new("finding-D6")
                .with("hours", self.hard.held(load))
                .with("max", self.allowed(load.teacher));
            (message, hard.map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_starter_may_have_half_of_the_share() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .class("1B", 1, 70)
                .teacher("ann", experience, [0, 6, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 5)
                .lesson("L2", "WIS", &["1B"], 5)
        };
        // Half of the hours are difficult: ann's share is 3, a starter's part of it 1.
        assert_eq!(tiny(1).deviation("D6", &[("L2", "ann")]), 4);
        assert_eq!(tiny(3).deviation("D6", &[("L2", "ann")]), 0);
        let most = tiny(1).with(|school| {
            let own = school.policy.rules.entry("D6".into()).or_default();
            own.params.insert("percent".into(), 100.into());
        });
        assert_eq!(most.deviation("D6", &[("L2", "ann")]), 2);
    }
}
