//! Nobody has too many pupils to know and report on.
//!
//! The pupils of a teacher are, for every class, the most of its pupils in one lesson of the counting positions.
//! Deviation of a teacher: pupils above `max` for a full-time job, in proportion to the target, rounded up, in pupils.
//! Source: memo 2.2 ("rapporten" are part of what weighs).

use uurwerk_model::{Mode, figure};

use super::pupils::FewPupils;
use super::{Body, Modes, Param, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "P3",
    source: Source::Memo("2.2"),
    unit: "unit-pupils",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[Param {
        name: "max",
        default: figure("pupils-most"),
        min: 1,
        max: 1000,
    }],
    body: Body::Load(|facts, setting| {
        Box::new(FewPupils::new(facts, setting.param("max"), 1, "finding-P3"))
    }),
};

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_class_counts_once_however_often_it_is_seen() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .class("1B", 1, 0)
            .teacher("ann", 9, [0, 5, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 2)
            .lesson("L2", "WIS", &["1A"], 2)
            .lesson("L3", "WIS", &["1B"], 2);
        // 5 of 22 hours: ceil(150 x 5 / 22) = 35 pupils. One class has 20, two have 40.
        assert_eq!(tiny.deviation("P3", &[("L1", "ann"), ("L2", "ann")]), 0);
        let all = ["L1", "L2", "L3"].map(|l| (l, "ann"));
        assert_eq!(tiny.deviation("P3", &all), 5);
    }
}
