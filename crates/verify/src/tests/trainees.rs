//! The rules about trainees, each worked out once by hand. The week: Monday 1 2 3 | 4 5, Tuesday 1 2 3.

use serde_json::json;

use super::*;

/// Ann gives `w` (two single hours) in 1A, Bob `v` (two single hours) in 1B; Xen practises in `w` and Yve in `v`.
fn internship(mentor: Value) -> Value {
    let trainees = json!([{"role": "lead"}, {"role": "trainee"}]);
    let mut school = school(
        ["ann", "bob", "mo", "xen", "yve"]
            .map(|id| teacher(id, 9, "22/22"))
            .into(),
        vec![class("1A", 1, 20, 30), class("1B", 1, 10, 30)],
        vec![
            set(lesson("w", "WIS", "1A", 2), "positions", trainees.clone()),
            set(lesson("v", "WIS", "1B", 2), "positions", trainees),
        ],
    );
    let lock = |lesson: &str, who: &str| json!({"teacher": {"lesson": lesson, "position": 1, "teacher": who}});
    school["locks"] = json!([lock("w", "xen"), lock("v", "yve")]);
    school["trainees"] =
        json!([{"id": "t", "name": "t", "members": ["xen", "yve"], "mentor": mentor}]);
    school
}

/// The plan with the starts of `w` and `v`.
fn at(starts: [(&'static str, &'static str); 4]) -> Plan {
    let blocks = [("w", 0), ("w", 1), ("v", 0), ("v", 1)];
    let when: Vec<_> = blocks
        .iter()
        .zip(starts)
        .map(|((lesson, block), (day, period))| (*lesson, *block, day, period, "-"))
        .collect();
    let people = [
        ("w", 0, "ann"),
        ("w", 1, "xen"),
        ("v", 0, "bob"),
        ("v", 1, "yve"),
    ];
    who(&people).when(&when)
}

#[test]
fn t1_counts_practice_outside_the_mornings_of_the_group() {
    let mut school = internship(Value::Null);
    let plan = at([("mon", "1"), ("mon", "4"), ("tue", "1"), ("mon", "5")]);
    assert_eq!(deviation("T1", &school, &plan), 2);
    school["trainees"][0]["days"] = json!(["mon"]);
    assert_eq!(deviation("T1", &school, &plan), 3); // they do not come on Tuesday
}

#[test]
fn t2_counts_practice_that_nobody_of_the_group_can_watch() {
    let mut school = internship(Value::Null);
    let plan = at([("mon", "1"), ("mon", "2"), ("mon", "1"), ("mon", "3")]);
    assert_eq!(deviation("T2", &school, &plan), 2); // both practise at 1
    school["staff"][4]["wishes"] =
        json!([{"on": {"slot": {"day": "mon", "period": "2"}}, "value": -3}]);
    assert_eq!(deviation("T2", &school, &plan), 3); // Yve cannot watch at 2
    school["trainees"][0]["members"] = json!(["xen"]);
    assert_eq!(deviation("T2", &school, &plan), 0); // there is no other
}

#[test]
fn t3_lets_the_mentor_watch_one_at_a_time() {
    let school = internship(json!("mo"));
    let apart = at([("mon", "1"), ("mon", "2"), ("tue", "1"), ("tue", "2")]);
    assert_eq!(deviation("T3", &school, &apart), 0);
    let together = at([("mon", "1"), ("mon", "2"), ("mon", "1"), ("mon", "2")]);
    assert_eq!(deviation("T3", &school, &together), 2); // two periods for four
    assert_eq!(deviation_with("T3", &school, &together, &[("least", 1)]), 0);
    // One who must hand a period on: Xen could use 1 and 2, Yve 1 and 3.
    let chain = at([("mon", "1"), ("mon", "2"), ("mon", "1"), ("mon", "3")]);
    assert_eq!(deviation("T3", &school, &chain), 1);
    // Ann watches her own lesson anyway, and Yve when free.
    assert_eq!(deviation("T3", &internship(json!("ann")), &apart), 0);
    assert_eq!(deviation("T3", &internship(json!("ann")), &together), 2);
}

#[test]
fn t4_and_t5_ask_for_common_afternoons() {
    let school = internship(json!("mo"));
    let free = at([("mon", "1"), ("mon", "2"), ("tue", "1"), ("tue", "2")]);
    assert_eq!(deviation("T4", &school, &free), 0);
    assert_eq!(deviation("T5", &school, &free), 0);
    let half = at([("mon", "1"), ("mon", "2"), ("tue", "1"), ("mon", "4")]);
    assert_eq!(deviation("T4", &school, &half), 0);
    assert_eq!(deviation("T5", &school, &half), 1);
    let none = at([("mon", "5"), ("mon", "2"), ("tue", "1"), ("mon", "4")]);
    assert_eq!(deviation("T4", &school, &none), 2); // the afternoon of Monday, and a time with the mentor
    assert_eq!(deviation("T5", &school, &none), 2);
    let mut tuesday = school;
    tuesday["trainees"][0]["days"] = json!(["tue"]);
    assert_eq!(deviation("T4", &tuesday, &none), 0); // no afternoon is left to ask for
}

#[test]
fn t6_counts_hours_of_trainees_with_starters_and_too_many() {
    let mut school = internship(Value::Null);
    let plan = at([("mon", "1"), ("mon", "2"), ("tue", "1"), ("tue", "2")]);
    assert_eq!(deviation("T6", &school, &plan), 0);
    assert_eq!(deviation_with("T6", &school, &plan, &[("most", 1)]), 2); // Ann and Bob, one hour each
    school["staff"][1]["experience"] = json!(2);
    assert_eq!(deviation("T6", &school, &plan), 2);
}

#[test]
fn t7_asks_for_three_moments_with_somebody_experienced() {
    let mut school = internship(Value::Null);
    school["trainees"] =
        json!([{"id": "t", "name": "t", "members": ["bob"], "kind": "in_service"}]);
    // Ann gives the same subject: Bob can watch her on Monday at 1 and 2, and is free with her on Monday at 3.
    let plan = at([("mon", "1"), ("mon", "2"), ("tue", "1"), ("tue", "2")]);
    assert_eq!(deviation("T7", &school, &plan), 1); // no lesson together
    let same = at([("mon", "1"), ("mon", "2"), ("mon", "1"), ("mon", "2")]);
    assert_eq!(deviation("T7", &school, &same), 2); // nor one to watch
    school["staff"][0]["experience"] = json!(4);
    assert_eq!(deviation("T7", &school, &plan), 3);
    school["trainees"][0]["mentor"] = json!("ann");
    assert_eq!(deviation("T7", &school, &plan), 1);
}
