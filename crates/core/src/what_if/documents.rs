//! The what-if over documents, as embedders and the command line call it.

use uurwerk_model::{
    ChangeBudget, DifferenceDocument, Hold, PlanDocument, ScenarioDocument, School,
};

use super::{Ask, Named, WhatIf, difference, what_if};
use crate::control::{Control, Options};
use crate::plan::PlanFailure;
use crate::rules::Settings;

/// What a what-if over documents gives.
#[derive(Clone, Debug)]
pub struct Documents {
    /// The school after all scenarios.
    pub school: School,
    /// The plan with the smallest change, then those that change more and cost less.
    pub plans: Vec<PlanDocument>,
    /// The base plan beside all of them, with what is proved.
    pub difference: DifferenceDocument,
}

/// Applies scenarios in turn, each on the school that the one before it made; with the locks of all and the strictest of their
/// budgets.
///
/// # Errors
/// The place of the scenario among `scenarios`, and every fault in it: of its changes, or of the rules that it sets.
pub fn apply_all(
    school: &School,
    scenarios: &[ScenarioDocument],
) -> Result<(School, Vec<Hold>, ChangeBudget), (usize, PlanFailure)> {
    let mut changed = school.clone();
    let (mut locks, mut budget) = (Vec::new(), ChangeBudget::default());
    for (at, scenario) in scenarios.iter().enumerate() {
        changed = scenario
            .apply(&changed)
            .map_err(|faults| (at, faults.into()))?;
        if let Err(faults) = Settings::of(&changed.document().policy) {
            return Err((at, blamed(scenario, faults).into()));
        }
        locks.extend(scenario.locks.iter().cloned());
        budget = budget.and(scenario.budget);
    }
    Ok((changed, locks, budget))
}

/// Faults of the policy at the changes that set those rules.
fn blamed(
    scenario: &ScenarioDocument,
    faults: uurwerk_model::Diagnostics,
) -> uurwerk_model::Diagnostics {
    use uurwerk_model::{Change, Diagnostics, Place};
    let at = |fault: &uurwerk_model::Diagnostic| {
        let Place::Pointer(pointer) = &fault.place else {
            return None;
        };
        let rest = pointer.strip_prefix("/policy/rules/")?;
        let rule = rest.split('/').next()?;
        let own =
            |change: &Change| matches!(change, Change::RuleChanges(c) if c.rule.as_str() == rule);
        let at = scenario.changes.iter().rposition(own)?;
        let field = rest
            .strip_prefix(rule)
            .filter(|rest| !rest.is_empty())
            .unwrap_or("/rule");
        Some(Place::Pointer(format!("/changes/{at}/rule_changes{field}")))
    };
    let moved = faults.0.into_iter().map(|fault| match at(&fault) {
        Some(place) => fault.at(place),
        None => fault,
    });
    Diagnostics(moved.collect())
}

/// The what-if of a plan under scenarios: the new school, the plans, and the difference.
///
/// `ask.locks` and `ask.budget` hold beside those of the scenarios.
///
/// # Errors
/// The place of the scenario that is wrong, when it is one, and as [`what_if`].
pub fn what_if_documents(
    school: &School,
    plan: &PlanDocument,
    scenarios: &[ScenarioDocument],
    ask: &Ask,
    options: &Options,
    control: &Control,
) -> Result<Documents, (Option<usize>, PlanFailure)> {
    let (changed, mut locks, budget) =
        apply_all(school, scenarios).map_err(|(at, failure)| (Some(at), failure))?;
    locks.extend(ask.locks.iter().cloned());
    let ask = Ask {
        locks,
        budget: budget.and(ask.budget),
        ..ask.clone()
    };
    let WhatIf { plans, answer } = what_if(school, plan, &changed, &ask, options, control)
        .map_err(|failure| (None, failure))?;
    let name = scenarios.last().map_or("", |s| &s.name);
    let mut named = vec![Named { name: "", plan }];
    named.extend(plans.iter().map(|plan| Named { name, plan }));
    let mut difference = difference(&named, &[school, &changed]);
    difference.answer = Some(answer);
    Ok(Documents {
        school: changed,
        plans,
        difference,
    })
}
