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
        if !is_whole(slot) || !slot.weeks.is_possible() || people.len() != slot.people.len() {
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{PlanDocument, schema};

    fn tiny() -> Value {
        json!({
            "uurwerk": {"kind": "plan", "version": 1},
            "school": {"name": "x", "sha256": "0".repeat(64)},
            "made": {"version": "0.1.0", "seed": 1, "threads": 1},
            "allocation": [{"lesson": "l", "position": 0, "role": "lead", "teacher": "t"}],
            "timetable": [{"lesson": "l", "block": 0, "day": "mon", "period": "1", "length": 1, "rooms": [null]}],
            "protected": [{"kind": "meeting", "people": ["t", "u"], "day": "mon", "period": "2", "length": 1}],
            "rules": [{
                "rule": "B5", "mode": "soft", "weight": 3, "deviation": 1, "cost": 3,
                "findings": [{"deviation": 1, "message": {"id": "finding-B5"}}]
            }],
            "certificate": {"allocation": {"hard": 0, "soft": 3, "bound": 2, "status": "feasible"}}
        })
    }

    fn codes(plan: &Value) -> Vec<String> {
        let faults = PlanDocument::parse(&plan.to_string()).err();
        let codes = |d: &crate::Diagnostic| d.code().to_owned();
        faults.map_or(Vec::new(), |f| f.iter().map(codes).collect())
    }

    #[test]
    fn a_plan_that_does_not_contradict_itself_is_read() {
        assert_eq!(codes(&tiny()), [""; 0]);
    }

    #[test]
    fn every_contradiction_is_reported() {
        let twice = |list: &str| {
            let mut plan = tiny();
            let entry = plan[list][0].clone();
            plan[list].as_array_mut().expect("a list").push(entry);
            plan
        };
        let with = |pointer: &str, value: Value| {
            let mut plan = tiny();
            *plan.pointer_mut(pointer).expect("such a place") = value;
            plan
        };
        assert_eq!(codes(&twice("allocation")), ["UW0301"]);
        assert_eq!(codes(&twice("timetable")), ["UW0302"]);
        assert_eq!(codes(&twice("rules")), ["UW0303"]);
        assert_eq!(codes(&with("/school/sha256", json!("ABC"))), ["UW0304"]);
        assert_eq!(
            codes(&with("/protected/0/people", json!(["t", "t"]))),
            ["UW0305"]
        );
        assert_eq!(codes(&with("/protected/0/kind", json!("team"))), ["UW0305"]);
        assert_eq!(codes(&with("/rules/0/cost", json!(-1))), ["UW0306"]);
        assert_eq!(
            codes(&with("/certificate/allocation/soft", json!(-1))),
            ["UW0306"]
        );
        assert_eq!(codes(&with("/timetable/0/length", json!(0))), ["UW0307"]);
        assert_eq!(codes(&with("/rules/0/mode", json!("very"))), ["UW0010"]);
    }

    #[test]
    fn the_schema_of_a_plan_has_its_sections() {
        let schema = schema(crate::Kind::Plan);
        for section in [
            "allocation",
            "timetable",
            "protected",
            "rules",
            "certificate",
        ] {
            assert!(schema["properties"][section].is_object(), "{section}");
        }
    }
}
