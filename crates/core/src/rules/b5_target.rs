//! Loads at the target.
//!
//! Deviation of a teacher: hours at noemer 22, rounded up, that the load (lessons and tasks) is below the target of
//! the contract, or `above` times the hours that it is above.
//! Source: memo 2.2 (balanced assignments); practice: plage and too few hours both need explaining.

use uurwerk_model::{Finding, FteUnits, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, HOUR, Model, Staffing, Sum, TeacherLoad, whole_hours};

/// The rule.
pub static RULE: Rule = Rule {
    id: "B5",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Soft),
    weight: 3,
    params: &[Param {
        name: "above",
        default: 1,
        min: 1,
        max: 10,
    }],
    body: Body::Load(|facts, setting| {
        Box::new(AtTarget {
            facts,
            above: setting.param("above"),
        })
    }),
};

struct AtTarget<'a> {
    facts: &'a Facts<'a>,
    /// How many times an hour above the target counts.
    above: i64,
}

impl AtTarget<'_> {
    fn target(&self, teacher: TeacherIx) -> i64 {
        self.facts.school.teacher(teacher).contract.target.0
    }
}

impl LoadRule for AtTarget<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Work
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let over = load.load - self.target(teacher);
        self.above * whole_hours(over) + whole_hours(-over)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let mut over = Sum::of(&model.takes(teacher), |post| post.load);
            over.constant += self.facts.tasks[teacher.at()] - self.target(teacher);
            let under = over.negated();
            model.charge_times(over, HOUR, self.above);
            model.charge(under, HOUR);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let target = self.target(load.teacher);
            let low = load.load < target;
            let id = if low { "finding-B5-low" } else { "finding-B5" };
            let message = Message::new(id)
                .with("hours", whole_hours((load.load - target).abs()))
                .with("load", FteUnits(load.load).to_string())
                .with("target", FteUnits(target).to_string());
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn both_sides_of_the_target_count() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .teacher("ann", 9, [0, 7, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "WIS", &["1A"], 5);
        let below = tiny.measured("B5", &[("L1", "ann")]);
        assert_eq!((below.deviation, below.cost), (3, 9)); // 7 - 4, at weight 3
        let both = [("L1", "ann"), ("L2", "ann")];
        assert_eq!(tiny.deviation("B5", &both), 2); // 9 - 7
        let strict = tiny.with(|school| {
            let own = school.policy.rules.entry("B5".into()).or_default();
            own.params.insert("above".into(), 3.into());
        });
        assert_eq!(strict.deviation("B5", &both), 6);
        assert_eq!(strict.deviation("B5", &both[..1]), 3);
    }
}
