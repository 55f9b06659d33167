//! What the plan proves: the sums by stage, a bound that does not contradict them, a fair status.

use uurwerk_model::{Diagnostic, Diagnostics, Mode, Proof, Status, Tier};

use crate::Claim;
use crate::case::Case;
use crate::claims::{Measured, has_timetable};
use crate::fairness;
use crate::rules::Stage;

/// Sums over rules.
#[derive(Clone, Copy, Default)]
pub(crate) struct Totals {
    pub(crate) hard: i64,
    pub(crate) soft: i64,
}

fn totals(found: &[Measured], stage: Stage) -> Totals {
    let mut totals = Totals::default();
    for measured in found.iter().filter(|m| m.rule.stage == stage) {
        if measured.mode == Mode::Hard {
            totals.hard = totals.hard.saturating_add(measured.deviation);
        }
        totals.soft = totals.soft.saturating_add(measured.cost);
    }
    totals
}

/// Checks both proofs; gives the sums of both stages together. Facts belong to neither.
pub(crate) fn check(
    case: &Case,
    found: &[Measured],
    claims: &mut Vec<Claim>,
    faults: &mut Diagnostics,
) -> Totals {
    let load = totals(found, Stage::Load);
    let time = totals(found, Stage::Time);
    let certificate = &case.plan.certificate;
    proof(
        "/certificate/allocation",
        &certificate.allocation,
        load,
        claims,
        faults,
    );
    match &certificate.timetable {
        Some(stated) => proof("/certificate/timetable", stated, time, claims, faults),
        None if has_timetable(case) => {
            faults.push(Diagnostic::error("UW0424", "/certificate/timetable"));
        }
        None => {}
    }
    tiers(case, found, claims, faults);
    fairness::check(case, found, claims, faults);
    Totals {
        hard: load.hard.saturating_add(time.hard),
        soft: load.soft.saturating_add(time.soft),
    }
}

fn proof(
    place: &str,
    stated: &Proof,
    found: Totals,
    claims: &mut Vec<Claim>,
    faults: &mut Diagnostics,
) {
    for (code, name, claimed, found) in [
        ("UW0420", "hard", stated.hard, found.hard),
        ("UW0421", "soft", stated.soft, found.soft),
    ] {
        let pointer = format!("{place}/{name}");
        if claimed != found {
            faults.push(
                Diagnostic::error(code, pointer.as_str())
                    .with("claimed", claimed)
                    .with("found", found),
            );
        }
        claims.push(Claim {
            pointer,
            rule: None,
            claimed,
            found,
        });
    }
    uw0422_bound(place, stated, found, faults);
    uw0423_status(place, stated, found, faults);
}

/// No plan that keeps the hard rules costs less than the bound; so neither does this one, if it keeps
/// them.
fn uw0422_bound(place: &str, stated: &Proof, found: Totals, faults: &mut Diagnostics) {
    if found.hard == 0 && stated.bound > found.soft {
        faults.push(
            Diagnostic::error("UW0422", format!("{place}/bound"))
                .with("claimed", stated.bound)
                .with("found", found.soft),
        );
    }
}

/// Optimal only when the bound is met, incomplete only (and always) when a hard rule is broken.
fn uw0423_status(place: &str, stated: &Proof, found: Totals, faults: &mut Diagnostics) {
    let is_fair = match stated.status {
        Status::Optimal => found.hard == 0 && stated.bound == found.soft,
        Status::Feasible => found.hard == 0,
        Status::Incomplete => found.hard > 0,
    };
    if !is_fair {
        faults.push(
            Diagnostic::error("UW0423", format!("{place}/status"))
                .with("claimed", format!("{:?}", stated.status).to_lowercase())
                .with("hard", found.hard)
                .with("soft", found.soft)
                .with("bound", stated.bound),
        );
    }
}

/// Every tier costs what it is said to cost, its bound is not above that, and they come in the order of the policy.
fn tiers(case: &Case, found: &[Measured], claims: &mut Vec<Claim>, faults: &mut Diagnostics) {
    let policy = &case.school.policy;
    let stated = &case.plan.certificate.tiers;
    let order: Vec<Tier> = stated.iter().map(|proof| proof.tier).collect();
    let wanted = policy.order().unwrap_or_default();
    // A plan whose hard rules do not hold yet was not decided by tiers.
    if !order.is_empty() && order != wanted {
        faults.push(Diagnostic::error("UW0425", "/certificate/tiers"));
    }
    for (at, proof) in stated.iter().enumerate() {
        let place = format!("/certificate/tiers/{at}");
        let own = found.iter().filter(|measured| {
            measured.rule.stage == Stage::Load && measured.rule.tier(policy) == proof.tier
        });
        let cost = own.fold(0_i64, |sum, measured| sum.saturating_add(measured.cost));
        let is_fair = match proof.status {
            Status::Optimal => proof.bound == cost,
            Status::Feasible => proof.bound <= cost,
            Status::Incomplete => false,
        };
        if proof.cost != cost || !is_fair {
            faults.push(
                Diagnostic::error("UW0426", place.as_str())
                    .with("claimed", proof.cost)
                    .with("bound", proof.bound)
                    .with("found", cost),
            );
        }
        claims.push(Claim {
            pointer: format!("{place}/cost"),
            rule: None,
            claimed: proof.cost,
            found: cost,
        });
    }
}
