//! What the plan says of each rule, held against what is found: settings, deviation, cost, findings.

use serde_json::Value;
use uurwerk_model::{Diagnostic, Diagnostics, Mode, RuleResult};

use crate::Claim;
use crate::case::Case;
use crate::rules::{Params, RULES, Rule, Stage};

/// A rule with the plan's word about it and the deviation found with the plan's numbers.
pub(crate) struct Measured<'a> {
    pub(crate) rule: &'static Rule,
    /// Place in the plan's list, and what stands there; absent when the plan does not mention it.
    stated: Option<(usize, &'a RuleResult)>,
    pub(crate) deviation: i64,
    pub(crate) mode: Mode,
    /// Weight times deviation when soft.
    pub(crate) cost: i64,
    /// The numbers that it was measured with.
    pub(crate) params: Params,
}

/// Whether the plan says anything about times.
pub(crate) fn has_timetable(case: &Case) -> bool {
    !case.plan.timetable.is_empty() || case.plan.certificate.timetable.is_some()
}

/// Measures every rule of the stages that the plan has.
pub(crate) fn measure<'a>(case: &Case<'a>) -> Vec<Measured<'a>> {
    let rules = RULES.iter();
    let rules = rules.filter(|rule| rule.stage != Stage::Time || has_timetable(case));
    rules.map(|rule| measured(case, rule)).collect()
}

fn measured<'a>(case: &Case<'a>, rule: &'static Rule) -> Measured<'a> {
    let mut results = case.plan.rules.iter().enumerate();
    let stated = results.find(|(_, result)| result.rule.as_str() == rule.id);
    let policy = &case.school.policy;
    let (mode, weight) = match stated {
        Some((_, result)) => (result.mode, result.weight),
        None => {
            let (mode, weight) = rule.asked(policy);
            (mode, weight.unwrap_or(0))
        }
    };
    let number = |n: &(&'static str, i64, i64, i64)| {
        let recorded = stated.and_then(|(_, result)| result.params.get(n.0));
        let recorded = recorded.and_then(Value::as_i64);
        let recorded = recorded.filter(|value| (n.2..=n.3).contains(value));
        (
            n.0,
            recorded.unwrap_or_else(|| rule.asked_number(policy, n)),
        )
    };
    let params = Params(rule.numbers.iter().map(number).collect());
    let deviation = (rule.measure)(case, &params);
    let cost = match mode {
        Mode::Soft => i64::from(weight).saturating_mul(deviation),
        Mode::Hard | Mode::Measure | Mode::Off => 0,
    };
    Measured {
        rule,
        stated,
        deviation,
        mode,
        cost,
        params,
    }
}

/// Compares; adds a claim for each number and a fault for each disagreement.
pub(crate) fn check(
    case: &Case,
    found: &[Measured],
    claims: &mut Vec<Claim>,
    faults: &mut Diagnostics,
) {
    uw0411_unknown(case, faults);
    for measured in found {
        match measured.stated {
            None => uw0410_missing(measured, faults),
            Some((at, result)) => {
                let place = format!("/rules/{at}");
                uw0412_settings(case, &place, measured, result, faults);
                uw0414_deviation(&place, measured, result, claims, faults);
                uw0415_cost(&place, measured, result, claims, faults);
                uw0416_findings(&place, measured, result, faults);
            }
        }
    }
}

/// A rule that is off need not be mentioned.
fn uw0410_missing(measured: &Measured, faults: &mut Diagnostics) {
    if measured.mode != Mode::Off {
        faults.push(Diagnostic::error("UW0410", "/rules").with("rule", measured.rule.id));
    }
}

fn uw0411_unknown(case: &Case, faults: &mut Diagnostics) {
    for (at, result) in case.plan.rules.iter().enumerate() {
        let known = RULES.iter().find(|rule| rule.id == result.rule.as_str());
        let is_out_of_place =
            known.is_none_or(|rule| rule.stage == Stage::Time && !has_timetable(case));
        if is_out_of_place {
            let fault = Diagnostic::error("UW0411", format!("/rules/{at}/rule"));
            faults.push(fault.with("rule", result.rule.as_str()));
        }
    }
}

/// UW0412: mode and weight are those that the school's policy asks; UW0413: so are the numbers.
fn uw0412_settings(
    case: &Case,
    place: &str,
    measured: &Measured,
    result: &RuleResult,
    faults: &mut Diagnostics,
) {
    let policy = &case.school.policy;
    let rule = measured.rule;
    let (mode, weight) = rule.asked(policy);
    let weight = weight.unwrap_or(result.weight);
    // The weight of a rule that costs nothing says nothing.
    if result.mode != mode || (mode == Mode::Soft && result.weight != weight) {
        faults.push(
            Diagnostic::error("UW0412", place)
                .with("rule", rule.id)
                .with(
                    "claimed",
                    format!("{:?} {}", result.mode, result.weight).to_lowercase(),
                )
                .with("found", format!("{mode:?} {weight}").to_lowercase()),
        );
    }
    for number in rule.numbers {
        let asked = rule.asked_number(policy, number);
        let stated = result.params.get(number.0);
        if stated.and_then(Value::as_i64) != Some(asked) {
            faults.push(
                Diagnostic::error("UW0413", format!("{place}/params/{}", number.0))
                    .with("rule", rule.id)
                    .with("param", number.0)
                    .with("claimed", stated.map_or("-".to_owned(), Value::to_string))
                    .with("found", asked),
            );
        }
    }
}

fn uw0414_deviation(
    place: &str,
    measured: &Measured,
    result: &RuleResult,
    claims: &mut Vec<Claim>,
    faults: &mut Diagnostics,
) {
    // A rule that is off is ignored: stating no deviation is right as well.
    let is_ignored = result.mode == Mode::Off && result.deviation == 0;
    let found = if is_ignored { 0 } else { measured.deviation };
    let claim = Claim {
        pointer: format!("{place}/deviation"),
        rule: Some(measured.rule.id.to_owned()),
        claimed: result.deviation,
        found,
    };
    disagree("UW0414", &claim, faults);
    claims.push(claim);
}

fn uw0415_cost(
    place: &str,
    measured: &Measured,
    result: &RuleResult,
    claims: &mut Vec<Claim>,
    faults: &mut Diagnostics,
) {
    let claim = Claim {
        pointer: format!("{place}/cost"),
        rule: Some(measured.rule.id.to_owned()),
        claimed: result.cost,
        found: measured.cost,
    };
    disagree("UW0415", &claim, faults);
    claims.push(claim);
}

/// The findings explain the deviation that the plan states, no more and no less.
fn uw0416_findings(
    place: &str,
    measured: &Measured,
    result: &RuleResult,
    faults: &mut Diagnostics,
) {
    let shares = result.findings.iter().map(|f| f.deviation);
    let sum = shares.fold(0, i64::saturating_add);
    if sum != result.deviation {
        faults.push(
            Diagnostic::error("UW0416", format!("{place}/findings"))
                .with("rule", measured.rule.id)
                .with("claimed", result.deviation)
                .with("found", sum),
        );
    }
}

fn disagree(code: &str, claim: &Claim, faults: &mut Diagnostics) {
    if !claim.holds() {
        faults.push(
            Diagnostic::error(code, claim.pointer.as_str())
                .with("rule", claim.rule.clone().unwrap_or_default())
                .with("claimed", claim.claimed)
                .with("found", claim.found),
        );
    }
}
