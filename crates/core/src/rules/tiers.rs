//! The tier of priorities that a rule belongs to when the policy says nothing else.

use uurwerk_model::Tier;

use super::{Rule, Source};

/// The usual tier of a rule: law, rights and the director's decisions, starters, fairness, workload, and wishes. Rules
/// about time have a tier too, though times are decided by weights.
pub fn tier_of(rule: &Rule) -> Tier {
    match (rule.id, rule.source) {
        ("A1" | "K1" | "K2" | "R1", _) => Tier::Rights,
        (
            "S1" | "S2" | "S4" | "S5" | "S6" | "S7" | "B2" | "P5" | "P7" | "P8" | "D1" | "D3"
            | "D6" | "M1" | "M2" | "M3" | "M4" | "M5" | "M8" | "M9" | "M10" | "M11" | "M13" | "M14"
            | "M15" | "M16" | "M17" | "M18" | "O2",
            _,
        ) => Tier::StarterProtection,
        ("D2" | "D4" | "D5" | "D7", _) => Tier::Fairness,
        ("W1" | "W2", _) => Tier::WishesAndContinuity,
        (_, Source::Law(_)) => Tier::Law,
        _ => Tier::Workload,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::CATALOGUE;

    #[test]
    fn every_tier_has_a_rule() {
        for tier in Tier::ALL {
            assert!(
                CATALOGUE.iter().any(|rule| tier_of(rule) == tier),
                "{tier:?}"
            );
        }
    }
}
