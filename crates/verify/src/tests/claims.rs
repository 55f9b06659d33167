//! An honest plan holds; every lie in it is found, with its code and place.

use serde_json::json;
use uurwerk_model::Mode;

use super::*;
use crate::claims::measure;
use crate::{Verdict, verify};

/// Sam (a starter) teaches two hours in a hard class and one in another graad, timetabled.
fn case() -> (School, Plan) {
    let mut school = school(
        vec![teacher("sam", 1, "2/22"), teacher("ann", 9, "2/22")],
        vec![class("1A", 1, 25, 90), class("3A", 3, 20, 30)],
        vec![lesson("a", "WIS", "1A", 2), lesson("b", "WIS", "3A", 1)],
    );
    school["lessons"][0]["rooms"] = json!([{"kind": "classroom"}]);
    let plan = who(&[("a", 0, "sam"), ("b", 0, "ann")]);
    let times = [
        ("a", 0, "mon", "1", "A"),
        ("a", 1, "mon", "3", "A"),
        ("b", 0, "mon", "1", "-"),
    ];
    (read(&school), plan.when(&times))
}

/// The plan's document with an honest report, written from what is found.
fn honest() -> (School, Value) {
    let (school, plan) = case();
    let mut document = plan.document(&school);
    document["certificate"]["timetable"] = document["certificate"]["allocation"].clone();
    let read = read_plan(&document);
    let case = Case::of(school.document(), &read);
    let mut rules = Vec::new();
    for found in measure(&case) {
        let policy = &school.document().policy;
        let (mode, weight) = found.rule.asked(policy);
        let number = |n: &(&'static str, i64, i64, i64)| (n.0.to_owned(), json!(n.1));
        let params: serde_json::Map<_, _> = found.rule.numbers.iter().map(number).collect();
        let finding = json!({"deviation": found.deviation, "message": {"id": "x"}});
        let findings = if found.deviation > 0 {
            json!([finding])
        } else {
            json!([])
        };
        rules.push(json!({
            "rule": found.rule.id, "mode": mode, "weight": weight.unwrap_or(100), "params": params,
            "deviation": found.deviation, "cost": found.cost, "findings": findings,
        }));
    }
    document["rules"] = json!(rules);
    // Worked out by hand: D1 2 hours (hard). B5: Sam's 2 hours are the target; Ann's hour at noemer
    // 21 is 6380 of 12180 units, 5800 under: 1 hour x 3. D2: means 90 and 30: Sam 2 x (9000 - 80 x 90)
    // = 3600 -> 1 x 4, Ann 3000 - 110 x 30 < 0.
    // B1: (50 + 15 + 25) x 2 = 180 and 85 minutes; keys with H 2 and 1, once each: 60 and 30; in all
    // 355, shares 177 each. Sam 180 + 150 = 330: 33000 - 85 x 177 = 17955 -> 3; Ann 115 < 203: 0.
    // 3 x 5 = 15. In all 3 + 4 + 15 = 22.
    document["certificate"]["allocation"] =
        json!({"hard": 2, "soft": 22, "bound": 30, "status": "incomplete"});
    // X7: two blocks of 25 pupils in A, for 20: 2 x 2. G1: 2 blocks on one of 2 days: 1 x 4.
    // G2: a hole for Sam at 2: 1. G3: one for 1A: 5. In all 14; caps of G4: ceil(3 x 2/22) = 1 half-day.
    document["certificate"]["timetable"] =
        json!({"hard": 0, "soft": 14, "bound": 14, "status": "optimal"});
    (school, document)
}

fn judge(change: impl FnOnce(&mut Value)) -> (Verdict, Vec<(String, String)>) {
    let (school, mut plan) = honest();
    change(&mut plan);
    let plan: PlanDocument = serde_json::from_value(plan).expect("the shape of a plan");
    let verdict = verify(&school, &plan);
    let place = |place: &uurwerk_model::Place| match place {
        uurwerk_model::Place::Pointer(pointer) => pointer.clone(),
        uurwerk_model::Place::Line { .. } | uurwerk_model::Place::Cell(_) => {
            unreachable!("plans have pointers")
        }
    };
    let faults = verdict.faults.iter();
    let faults = faults
        .map(|d| (d.code().to_owned(), place(&d.place)))
        .collect();
    (verdict, faults)
}

#[test]
fn an_honest_plan_holds_even_when_it_is_incomplete() {
    let (verdict, faults) = judge(|_| ());
    assert_eq!(faults, []);
    assert!(verdict.holds() && verdict.claims.iter().all(crate::Claim::holds));
    assert_eq!((verdict.hard, verdict.soft), (2, 36));
    // Two numbers a rule, and four of the certificate.
    assert_eq!(verdict.claims.len(), 2 * RULES.len() + 4);
}

#[test]
fn every_lie_about_a_rule_is_found() {
    let at = |id: &str| RULES.iter().position(|r| r.id == id).expect("a rule");
    for rule in RULES {
        let place = format!("/rules/{}", at(rule.id));
        let (_, faults) = judge(|plan| {
            let stated = plan.pointer_mut(&place).expect("such a rule");
            stated["deviation"] = json!(stated["deviation"].as_i64().expect("a number") + 1);
        });
        assert!(
            faults.contains(&("UW0414".to_owned(), format!("{place}/deviation"))),
            "{}",
            rule.id
        );
        assert!(
            faults.contains(&("UW0416".to_owned(), format!("{place}/findings"))),
            "{}",
            rule.id
        );
    }
    let b5 = at("B5");
    let (_, faults) = judge(|plan| plan["rules"][b5]["cost"] = json!(2));
    assert_eq!(faults, [("UW0415".to_owned(), format!("/rules/{b5}/cost"))]);
    let (_, faults) = judge(|plan| plan["rules"][b5]["weight"] = json!(4));
    // The cost follows the plan's weight, so cost and certificate disagree as well.
    let codes: Vec<&str> = faults.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(codes, ["UW0412", "UW0415", "UW0421"]);
    // Without the broken hard rule, the bound of 30 would have to hold for this plan too.
    let d1 = at("D1");
    let (_, faults) = judge(|plan| plan["rules"][d1]["params"]["threshold"] = json!(95));
    let codes: Vec<&str> = faults.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(codes, ["UW0413", "UW0414", "UW0420", "UW0422", "UW0423"]);
    let (_, faults) = judge(|plan| plan["rules"][d1]["mode"] = json!(Mode::Measure));
    let codes: Vec<&str> = faults.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(codes, ["UW0412", "UW0420", "UW0422", "UW0423"]);
    let (_, faults) = judge(|plan| plan["rules"][d1]["rule"] = json!("D9"));
    let codes: Vec<&str> = faults.iter().map(|f| f.0.as_str()).collect();
    assert_eq!(codes, ["UW0411", "UW0410"]);
}

#[test]
fn an_allocation_alone_says_nothing_of_times() {
    let cut = |plan: &mut Value| {
        plan["timetable"] = json!([]);
        plan["certificate"]
            .as_object_mut()
            .expect("object")
            .remove("timetable");
    };
    let (verdict, faults) = judge(|plan| {
        cut(plan);
        let rules = plan["rules"].as_array_mut().expect("a list");
        rules.truncate(
            RULES
                .iter()
                .filter(|r| r.stage != crate::rules::Stage::Time)
                .count(),
        );
    });
    assert_eq!(faults, []);
    assert_eq!((verdict.hard, verdict.soft), (2, 22));
    let (_, faults) = judge(cut);
    let of_time = RULES
        .iter()
        .filter(|r| r.stage == crate::rules::Stage::Time);
    assert!(faults.iter().all(|(code, _)| code == "UW0411"));
    assert_eq!(faults.len(), of_time.count());
}

#[test]
fn every_lie_of_the_certificate_is_found() {
    let set = |stage: &str, field: &str, value: Value| {
        let codes = judge(|plan| plan["certificate"][stage][field] = value).1;
        codes.into_iter().map(|f| f.0).collect::<Vec<_>>()
    };
    assert_eq!(set("allocation", "hard", json!(1)), ["UW0420"]);
    assert_eq!(set("allocation", "soft", json!(21)), ["UW0421"]);
    assert_eq!(set("allocation", "status", json!("feasible")), ["UW0423"]);
    assert_eq!(set("timetable", "bound", json!(15)), ["UW0422", "UW0423"]);
    assert_eq!(set("timetable", "bound", json!(13)), ["UW0423"]);
    assert_eq!(set("timetable", "status", json!("incomplete")), ["UW0423"]);
    let (_, faults) = judge(|plan| {
        plan["certificate"]
            .as_object_mut()
            .expect("object")
            .remove("timetable");
    });
    assert_eq!(
        faults,
        [("UW0424".to_owned(), "/certificate/timetable".to_owned())]
    );
}

#[test]
fn every_name_must_be_the_schools() {
    let finds = |code: &str, pointer: &str, place: &str, value: Value| {
        let (_, faults) = judge(|plan| {
            *plan.pointer_mut(pointer).expect("such a place") = value;
        });
        assert!(
            faults.contains(&(code.to_owned(), place.to_owned())),
            "{code} {place}: {faults:?}"
        );
    };
    let here = |code: &str, place: &str, value: Value| finds(code, place, place, value);
    here("UW0401", "/school/sha256", json!("0".repeat(64)));
    here("UW0402", "/allocation/0/lesson", json!("x"));
    here("UW0402", "/allocation/0/teacher", json!("x"));
    here("UW0402", "/timetable/0/lesson", json!("x"));
    here("UW0402", "/timetable/0/rooms/0", json!("x"));
    here("UW0402", "/timetable/0/period", json!("9"));
    here("UW0403", "/allocation/0/position", json!(1));
    here("UW0403", "/timetable/0/block", json!(2));
    finds("UW0404", "/timetable/0/block", "/timetable/1", json!(1));
    finds(
        "UW0404",
        "/allocation/1/lesson",
        "/allocation/1",
        json!("a"),
    );
    here("UW0405", "/allocation/0/role", json!("co"));
    here("UW0406", "/timetable/0/length", json!(2));
    here("UW0407", "/timetable/2/rooms", json!(["A"]));
    let slot = json!([{"kind": "team", "people": ["x", "ann"], "lesson": "x", "team": "x", "day": "sun", "period": "1", "length": 2}]);
    for (code, field) in [
        ("UW0402", "people/0"),
        ("UW0402", "lesson"),
        ("UW0402", "team"),
        ("UW0402", "period"),
        ("UW0408", "length"),
    ] {
        finds(
            code,
            "/protected",
            &format!("/protected/0/{field}"),
            slot.clone(),
        );
    }
    let finding = json!([{"deviation": 0, "message": {"id": "x"}, "people": ["x"], "classes": ["x"], "lessons": ["x"]}]);
    for field in ["people", "classes", "lessons"] {
        finds(
            "UW0402",
            "/rules/0/findings",
            &format!("/rules/0/findings/0/{field}/0"),
            finding.clone(),
        );
    }
}

#[test]
fn the_rules_follow_the_policy_of_the_school() {
    let (school, _) = case();
    let policy = |policy: Value| serde_json::from_value(policy).expect("a policy");
    let find = |id: &str| RULES.iter().find(|r| r.id == id).expect("a rule");
    assert_eq!(
        find("S1").asked(&school.document().policy),
        (Mode::Hard, Some(30))
    );
    let law = policy(json!({"preset": "law-only"}));
    assert_eq!(find("S1").asked(&law), (Mode::Measure, Some(30)));
    assert_eq!(
        find("X7")
            .asked(&policy(json!({"preset": "memo-strict"})))
            .0,
        Mode::Hard
    );
    let own = policy(json!({"rules": {"S1": {"mode": "soft", "weight": 7, "params": {"max": 3}}}}));
    assert_eq!(find("S1").asked(&own), (Mode::Soft, Some(7)));
    assert_eq!(find("S1").asked_number(&own, &find("S1").numbers[0]), 3);
}

/// The same case with the given policy, its report written anew.
fn with_policy(policy: &Value, staff: Option<Value>) -> (School, Value) {
    let (school, mut document) = honest();
    let mut changed = serde_json::to_value(school.document()).expect("a document");
    changed["policy"] = policy.clone();
    if let Some(staff) = staff {
        changed["staff"] = staff;
    }
    let school = read(&changed);
    document["school"]["sha256"] = json!(school.hash());
    let read = read_plan(&document);
    let case = Case::of(school.document(), &read);
    for (found, stated) in measure(&case)
        .iter()
        .zip(document["rules"].as_array_mut().expect("rules"))
    {
        let (mode, weight) = found.rule.asked(&school.document().policy);
        stated["mode"] = json!(mode);
        stated["weight"] = json!(weight.unwrap_or(100));
    }
    (school, document)
}

fn codes(school: &School, plan: &Value) -> Vec<String> {
    let plan = serde_json::from_value(plan.clone()).expect("the shape of a plan");
    let faults = verify(school, &plan).faults;
    let codes = faults.iter().map(|fault| fault.code().to_owned());
    codes
        .filter(|code| ["UW0425", "UW0426", "UW0427"].contains(&code.as_str()))
        .collect()
}

#[test]
fn tiers_cost_what_they_are_said_to_cost() {
    let (school, mut plan) = with_policy(&json!({"tiers": ["fairness", "workload"]}), None);
    let tier = |tier: &str, cost: i64| json!({"tier": tier, "cost": cost, "bound": cost, "status": "optimal"});
    // As worked out above: D2 4; B5 3 and B1 15; nothing else is soft and costs.
    let tiers = json!([
        tier("fairness", 4),
        tier("workload", 18),
        tier("law", 0),
        tier("rights", 0),
        tier("starter_protection", 0),
        tier("wishes_and_continuity", 0),
    ]);
    plan["certificate"]["tiers"] = tiers;
    assert_eq!(codes(&school, &plan), [""; 0]);
    plan["certificate"]["tiers"][1]["cost"] = json!(17);
    assert_eq!(codes(&school, &plan), ["UW0426"]);
    plan["certificate"]["tiers"][1] =
        json!({"tier": "workload", "cost": 18, "bound": 19, "status": "feasible"});
    assert_eq!(codes(&school, &plan), ["UW0426"]);
    plan["certificate"]["tiers"] = json!([tier("workload", 18), tier("fairness", 4)]);
    assert_eq!(codes(&school, &plan), ["UW0425"]);
}

#[test]
fn fairness_is_proved_by_its_prices_alone() {
    let soft = json!({"rules": {"D7": {"mode": "soft"}}});
    let proof = |bound: i64, price: i64| {
        json!({"reached": 3123, "bound": bound, "status": "feasible", "level": 1155,
               "prices": [{"teacher": "sam", "price": price}]})
    };
    // Sam has 180 difficulty-hours of 2/22: 1980 for a full-time job. The levels are 1155, 1443, 1732 and 2021, so 825,
    // 537 and 248 above: 83 + 10 x 54 + 100 x 25 = 3123.
    let (school, mut plan) = with_policy(&soft, None);
    plan["certificate"]["fairness"] = proof(0, 122 * 4096);
    assert_eq!(codes(&school, &plan), [""; 0]);
    // Ann could take the lesson at price 0, so nothing above 0 is proved.
    plan["certificate"]["fairness"] = proof(1, 122 * 4096);
    assert_eq!(codes(&school, &plan), ["UW0427"]);
    // Where only Sam is qualified for it, the price proves nearly all.
    let ann = set(
        teacher("ann", 9, "2/22"),
        "qualifications",
        json!([{"subject": "WIS", "graden": [2], "level": "required"}]),
    );
    let staff = json!([teacher("sam", 1, "2/22"), ann]);
    let (school, mut plan) = with_policy(&soft, Some(staff));
    plan["certificate"]["fairness"] = proof(3098, 122 * 4096);
    assert_eq!(codes(&school, &plan), [""; 0]);
    plan["certificate"]["fairness"] = proof(3099, 122 * 4096);
    assert_eq!(codes(&school, &plan), ["UW0427"]);
    // A price above the steepest deviation proves nothing, since no level bounds it.
    plan["certificate"]["fairness"] = proof(1, 2000 * 4096);
    assert_eq!(codes(&school, &plan), ["UW0427"]);
}
