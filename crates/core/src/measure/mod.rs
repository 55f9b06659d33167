//! What every rule measured and cost, from the definitions: nothing here is kept from the search.

use uurwerk_model::{Finding, Mode, RuleResult};

use crate::allocate::{Facts, Staffing};
use crate::case::Case;
use crate::rules::{Body, Setting, Settings};

/// Measures every rule that is not off, in the order of the catalogue, findings worst first.
///
/// Rules about time are left out while the case has no timetable.
pub fn measure(case: &Case, settings: &Settings) -> Vec<RuleResult> {
    let facts = Facts::of(case.school);
    let staffing = Staffing::of(&facts, case.allocation);
    let heard = settings.iter().filter(|s| s.mode != Mode::Off);
    let results = heard.filter_map(|setting| {
        let findings = match &setting.rule.body {
            Body::Load(build) => build(&facts, setting).explain(&staffing),
            Body::Time { measure, .. } if case.timetable.is_some() => measure(case, setting),
            Body::Time { .. } => return None,
            Body::Fact(measure) => measure(case, setting),
        };
        Some(result(setting, findings))
    });
    results.collect()
}

fn result(setting: &Setting, mut findings: Vec<Finding>) -> RuleResult {
    // The sort is stable, so equals stay in the order of the document.
    findings.sort_by_key(|finding| -finding.deviation);
    let deviation = findings.iter().map(|finding| finding.deviation).sum();
    RuleResult {
        rule: setting.rule.id.into(),
        mode: setting.mode,
        weight: setting.weight,
        params: setting.recorded(),
        deviation,
        cost: match setting.mode {
            Mode::Soft => i64::from(setting.weight) * deviation,
            _ => 0,
        },
        findings,
    }
}

/// Total deviation of hard rules and total cost of soft ones.
pub fn totals(results: &[RuleResult]) -> (i64, i64) {
    let hard = results.iter().filter(|r| r.mode == Mode::Hard);
    let hard = hard.map(|r| r.deviation).sum();
    (hard, results.iter().map(|r| r.cost).sum())
}
