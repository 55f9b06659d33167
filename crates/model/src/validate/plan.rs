//! A plan on its own: everything once, and complete. What it says about a school is for the checker.

use std::collections::BTreeSet;

use crate::{Diagnostic, Diagnostics, PlanDocument, ProtectedKind, ProtectedSlot};

/// Every contradiction in a plan of the right shape.
pub(crate) fn plan(plan: &PlanDocument) -> Diagnostics {
    let mut found = Diagnostics::default();
    uw0301_position_twice(plan, &mut found);
    uw0302_block_twice(plan, &mut found);
    uw0303_rule_twice(plan, &mut found);
    uw0304_hash(plan, &mut found);
    uw0305_protected(plan, &mut found);
    uw0306_negative(plan, &mut found);
    uw0307_length(plan, &mut found);
    found
}

fn uw0301_position_twice(plan: &PlanDocument, found: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for (at, entry) in plan.allocation.iter().enumerate() {
        if !seen.insert((&entry.lesson, entry.position)) {
            found.push(
                Diagnostic::error("UW0301", format!("/allocation/{at}"))
                    .with("lesson", entry.lesson.as_str())
                    .with("at", i64::from(entry.position)),
            );
        }
    }
}

fn uw0302_block_twice(plan: &PlanDocument, found: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for (at, entry) in plan.timetable.iter().enumerate() {
        if !seen.insert((&entry.lesson, entry.block)) {
            found.push(
                Diagnostic::error("UW0302", format!("/timetable/{at}"))
                    .with("lesson", entry.lesson.as_str())
                    .with("at", i64::from(entry.block)),
            );
        }
    }
}

fn uw0303_rule_twice(plan: &PlanDocument, found: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for (at, result) in plan.rules.iter().enumerate() {
        if !seen.insert(&result.rule) {
            let fault = Diagnostic::error("UW0303", format!("/rules/{at}/rule"));
            found.push(fault.with("rule", result.rule.as_str()));
        }
    }
}

fn uw0304_hash(plan: &PlanDocument, found: &mut Diagnostics) {
    let hash = &plan.school.sha256;
    let is_hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    if hash.len() != 64 || !hash.chars().all(is_hex) {
        found.push(Diagnostic::error("UW0304", "/school/sha256"));
    }
}

fn uw0305_protected(plan: &PlanDocument, found: &mut Diagnostics) {
    let is_whole = |slot: &ProtectedSlot| match slot.kind {
        ProtectedKind::Meeting => slot.people.len() == 2,
        ProtectedKind::Observation | ProtectedKind::CoTeaching => {
            slot.people.len() == 2 && slot.lesson.is_some()
        }
        ProtectedKind::Team => slot.people.len() >= 2 && slot.team.is_some(),
    };
    for (at, slot) in plan.protected.iter().enumerate() {
        let people: BTreeSet<_> = slot.people.iter().collect();
        if !is_whole(slot) || people.len() != slot.people.len() {
            found.push(Diagnostic::error("UW0305", format!("/protected/{at}")));
        }
    }
}

fn uw0306_negative(plan: &PlanDocument, found: &mut Diagnostics) {
    let mut amounts = Vec::new();
    for (at, result) in plan.rules.iter().enumerate() {
        amounts.push((format!("/rules/{at}/deviation"), result.deviation));
        amounts.push((format!("/rules/{at}/cost"), result.cost));
        for (i, finding) in result.findings.iter().enumerate() {
            let place = format!("/rules/{at}/findings/{i}/deviation");
            amounts.push((place, finding.deviation));
        }
    }
    let certificate = &plan.certificate;
    let stages = [
        ("allocation", Some(&certificate.allocation)),
        ("timetable", certificate.timetable.as_ref()),
    ];
    for (stage, proof) in stages {
        if let Some(proof) = proof {
            amounts.push((format!("/certificate/{stage}/hard"), proof.hard));
            amounts.push((format!("/certificate/{stage}/soft"), proof.soft));
        }
    }
    for (place, amount) in amounts.into_iter().filter(|(_, amount)| *amount < 0) {
        found.push(Diagnostic::error("UW0306", place).with("value", amount));
    }
}

fn uw0307_length(plan: &PlanDocument, found: &mut Diagnostics) {
    let blocks = plan.timetable.iter().map(|p| p.length).enumerate();
    let blocks = blocks.map(|(at, length)| (format!("/timetable/{at}/length"), length));
    let slots = plan.protected.iter().map(|p| p.length).enumerate();
    let slots = slots.map(|(at, length)| (format!("/protected/{at}/length"), length));
    for (place, _) in blocks.chain(slots).filter(|(_, length)| *length == 0) {
        found.push(Diagnostic::error("UW0307", place));
    }
}
