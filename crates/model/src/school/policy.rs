//! Which rules hold, how strictly, and with which numbers.
//!
//! The catalogue of rules lives in the core; here they are names, so that a document of next year
//! can still be read.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::RuleId;

/// The school's choice of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What holds for every rule that is not named below.
    #[serde(default)]
    pub preset: Preset,
    /// Rules that differ from the preset.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<RuleId, RuleSetting>,
    /// Priorities, first comes first: in deciding who teaches what, soft rules of an earlier tier are never given up for those of
    /// a later one, and weights count within a tier only; times are decided by weights. Tiers that are not named come last, in their default order. Absent: weights
    /// alone decide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<Tier>,
}

/// A tier of priorities, in the default order.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// What the law prefers.
    Law,
    /// Rights to work, and the director's own decisions.
    Rights,
    /// Starters are protected.
    StarterProtection,
    /// Difficult classes are shared out fairly.
    Fairness,
    /// Loads and preparations are balanced.
    Workload,
    /// Wishes and continuity.
    WishesAndContinuity,
}

impl Tier {
    /// Every tier, in the default order.
    pub const ALL: [Self; 6] = [
        Self::Law,
        Self::Rights,
        Self::StarterProtection,
        Self::Fairness,
        Self::Workload,
        Self::WishesAndContinuity,
    ];

    /// The name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Rights => "rights",
            Self::StarterProtection => "starter_protection",
            Self::Fairness => "fairness",
            Self::Workload => "workload",
            Self::WishesAndContinuity => "wishes_and_continuity",
        }
    }
}

impl Policy {
    /// All tiers as this policy orders them; `None` when weights alone decide.
    pub fn order(&self) -> Option<Vec<Tier>> {
        if self.tiers.is_empty() {
            return None;
        }
        let mut order: Vec<Tier> = Vec::new();
        for tier in self.tiers.iter().chain(&Tier::ALL) {
            if !order.contains(tier) {
                order.push(*tier);
            }
        }
        Some(order)
    }
}

/// A ready-made policy.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// The memorandum's recommendations with their default strictness.
    #[default]
    Memo,
    /// The memorandum's recommendations, hard wherever they can be.
    MemoStrict,
    /// Only what law and arithmetic ask; the rest is measured.
    LawOnly,
    /// Like `law-only`; for reporting on a plan that exists.
    ReportOnly,
}

/// How one rule differs from the preset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleSetting {
    /// How strictly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<Mode>,
    /// Cost of one unit of deviation when soft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 100_000))]
    pub weight: Option<u32>,
    /// The tier of priorities that it belongs to, where that is another than usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// The rule's own numbers; `uurwerk rules ID` lists them with ranges and defaults.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, Value>,
}

/// How strictly a rule holds.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Must hold.
    Hard,
    /// Costs its weight for each unit of deviation.
    Soft,
    /// Measured and reported, never enforced.
    Measure,
    /// Ignored.
    Off,
}
