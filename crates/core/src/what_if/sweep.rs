//! Many scenarios side by side: one row each.

use serde::{Deserialize, Serialize};
use uurwerk_model::{Changes, PlanDocument, ScenarioDocument, sha256};

use super::{Ask, Documents};
use crate::control::Options;
use crate::measure::totals;

/// How a scenario of a sweep ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A plan that keeps every hard rule.
    Done,
    /// A plan, in which some hard rule does not hold.
    Incomplete,
    /// The demands contradict each other.
    Conflict,
    /// The scenario is wrong.
    Wrong,
}

impl Outcome {
    /// The word for it in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Incomplete => "incomplete",
            Self::Conflict => "conflict",
            Self::Wrong => "wrong",
        }
    }
}

/// What came of one scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SweepRow {
    /// What the result was made from (see [`key`]): the row holds as long as that is the same.
    pub key: String,
    /// The scenario's file, without its ending.
    pub file: String,
    /// Its name for people; empty when it could not be read.
    pub name: String,
    /// How it ended.
    pub outcome: Outcome,
    /// How far the plan with the smallest change is from the base.
    pub changes: Changes,
    /// No plan has fewer changes by the first measure.
    pub at_least: u32,
    /// Whether the smallest change is proved.
    pub proved: bool,
    /// Deviation of hard rules.
    pub hard: i64,
    /// Cost of soft rules.
    pub soft: i64,
    /// Time it took, in milliseconds.
    pub millis: u64,
}

impl SweepRow {
    /// The row of a scenario that gave no plan.
    pub fn without_plan(key: String, file: String, name: String, outcome: Outcome) -> Self {
        let changes = Changes::default();
        Self {
            key,
            file,
            name,
            outcome,
            changes,
            at_least: 0,
            proved: false,
            hard: 0,
            soft: 0,
            millis: 0,
        }
    }

    /// Fills in what a what-if found.
    #[must_use]
    pub fn with(mut self, found: &Documents) -> Self {
        if let Some(plan) = found.plans.first() {
            (self.hard, self.soft) = totals(&plan.rules);
            self.outcome = if self.hard == 0 {
                Outcome::Done
            } else {
                Outcome::Incomplete
            };
        }
        self.changes = found
            .difference
            .plans
            .get(1)
            .map(|p| p.changes)
            .unwrap_or_default();
        if let Some(answer) = &found.difference.answer {
            (self.at_least, self.proved) = (answer.at_least, answer.proved);
        }
        self
    }
}

/// The identity of everything that a result depends on but the clock: the version, the base plan, the scenarios that are applied,
/// and what is asked.
pub fn key(
    plan: &PlanDocument,
    scenarios: &[ScenarioDocument],
    ask: &Ask,
    options: &Options,
) -> String {
    let asked = format!("{ask:?} {} {:?}", options.seed, options.iterations);
    let parts = (env!("CARGO_PKG_VERSION"), plan, scenarios, asked);
    sha256(&serde_json::to_vec(&parts).unwrap_or_default())
}
