//! What rules cost: certified intervals, and how two rules trade off against each other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::{Header, Made, Proof, SchoolIdentity};
use crate::school::Mode;
use crate::{LessonId, RuleId, TeacherId};

/// The document of kind `prices`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PricesDocument {
    /// Kind `prices`, version 1.
    pub uurwerk: Header,
    /// The school.
    pub school: SchoolIdentity,
    /// How it was made.
    pub made: Made,
    /// The plan that prices are compared with: its cost, and what is proved about it.
    pub plan: Proof,
    /// The price of every hard and soft rule about loads, dearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RulePrice>,
    /// The curve of two rules, when it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tradeoff: Option<Tradeoff>,
}

/// Two whole numbers between which the exact one is proved to lie; equal when it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Not less than this.
    pub low: i64,
    /// Not more than this.
    pub high: i64,
}

impl Range {
    /// Whether the number is known.
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// Whether a number may be the exact one.
    pub fn contains(self, number: i64) -> bool {
        (self.low..=self.high).contains(&number)
    }
}

/// What one rule costs: what could be saved if it were dropped, as compared with keeping it as well as in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RulePrice {
    /// The rule.
    pub rule: RuleId,
    /// Its mode.
    pub mode: Mode,
    /// What it measures in the plan.
    pub deviation: i64,
    /// Points that all other soft rules together would cost less.
    pub points: Range,
    /// Teacher hours (B6) that would not have to be found, if the other soft rules may cost what they cost in the plan.
    pub teacher_hours: Range,
    /// The same for every other soft rule, in its own unit: each alone, not all at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasurePrice>,
    /// What every rule measures in the plan and in the cheapest allocation found without the rule, where they differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<MeasureDifference>,
    /// The lessons that make the difference: whose teacher is another in that allocation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
}

/// What a rule costs in another's unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasurePrice {
    /// The other rule.
    pub rule: RuleId,
    /// Units of its deviation.
    pub units: Range,
}

/// One measure beside itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureDifference {
    /// The rule that measures.
    pub rule: RuleId,
    /// Its deviation in the plan.
    pub plan: i64,
    /// Its deviation in the other allocation.
    pub other: i64,
}

/// A position whose teacher changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The lesson.
    pub lesson: LessonId,
    /// Which of its positions, counting from 0.
    pub position: u8,
    /// Who has it in the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<TeacherId>,
    /// Who has it in the other allocation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<TeacherId>,
}

/// How little one rule can be broken for how much of another, while all other soft rules together cost no more than in
/// the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tradeoff {
    /// The rule along the curve.
    pub first: RuleId,
    /// The rule that is made least.
    pub second: RuleId,
    /// Points that all other soft rules together may cost.
    pub others: i64,
    /// The curve from left to right; together the segments cover everything from 0 to the deviation from which the
    /// first rule asks nothing of the second any more.
    pub segments: Vec<Segment>,
    /// Allocations that were found, none of them worse than another in both rules.
    pub points: Vec<TradePoint>,
}

/// A piece of the curve: with the first rule's deviation from `from` to `to`, the second's is at least and at most this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Least deviation of the first rule.
    pub from: i64,
    /// Greatest; absent in the last segment, which has no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i64>,
    /// The second rule's least deviation is not below this.
    pub low: i64,
    /// And this is reached; absent where it is not known that the first rule can be kept so well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<i64>,
    /// Whether the curve is known here: `low` is reached, or it is proved that nothing is.
    pub proved: bool,
}

/// An allocation on the curve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TradePoint {
    /// The first rule's deviation.
    pub first: i64,
    /// The second rule's deviation.
    pub second: i64,
    /// What differs from the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
}
