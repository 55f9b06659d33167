//! Nobody has too many parents to answer.
//!
//! Contacts of a teacher are the pupils whom they teach (as P3 counts them), and those of a class whose titularis they are
//! `own` times: that is whom its parents turn to. A titularis who does not teach the class has none of its pupils here.
//! Deviation of a teacher: contacts above `max` for a full-time job, in proportion to the target, rounded up.
//! Source: memo 2.2 ("relaties met de ouders" are part of what weighs).

use uurwerk_model::{Mode, figure};

use super::pupils::FewPupils;
use super::{Body, Modes, Param, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "P4",
    source: Source::Memo("2.2"),
    unit: "unit-contacts",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[
        Param {
            name: "max",
            default: figure("contacts-most"),
            min: 1,
            max: 3000,
        },
        Param {
            name: "own",
            default: figure("contacts-own-class"),
            min: 1,
            max: 20,
        },
    ],
    body: Body::Load(|facts, setting| {
        let (max, own) = (setting.param("max"), setting.param("own"));
        Box::new(FewPupils::new(facts, max, own, "finding-P4"))
    }),
};

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn pupils_of_the_own_class_count_three_times() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .class("1B", 1, 0)
            .teacher("ann", 9, [0, 5, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 2)
            .lesson("L2", "WIS", &["1B"], 2)
            .with(|school| school.classes[0].titularis = Some("ann".into()));
        // 5 of 22 hours: ceil(200 x 5 / 22) = 46 contacts. 20 x 3 + 20 are 80.
        assert_eq!(tiny.deviation("P4", &[("L2", "ann")]), 0);
        assert_eq!(tiny.deviation("P4", &[("L1", "ann"), ("L2", "ann")]), 34);
    }
}
