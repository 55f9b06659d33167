//! The budget of uren-leraar: one uur-leraar is one lesson hour a week; there are no fractions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::BudgetLineId;

/// A line of the budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BudgetLine {
    /// Id.
    pub id: BudgetLineId,
    /// Name for people.
    pub name: String,
    /// Where the hours come from and what they may be used for.
    pub kind: BudgetKind,
    /// Hours on the line.
    pub hours: u32,
}

/// The kind of a budget line.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum BudgetKind {
    /// Ordinary uren-leraar.
    Ordinary,
    /// Earmarked for religion and ethics (LBV).
    Religion,
    /// Equal opportunities (GOK, SES).
    Opportunities,
    /// Aanvangsbegeleiding: support of starters.
    Onboarding,
    /// Bijzondere pedagogische taken: hours that are no lessons, at most 3 % without consent.
    Bpt,
    /// Anything else.
    Other,
}
