//! Rounds of questions and teams across schools, worked out by hand. The week: Monday 1 2 3 | 4 5, Tuesday 1 2 3.

use serde_json::json;

use super::*;

/// Ann, Bob and Cas each give one hour in 1A.
fn lessons() -> Value {
    let names = ["ann", "bob", "cas"];
    school(
        names.iter().map(|id| teacher(id, 9, "22/22")).collect(),
        vec![class("1A", 1, 20, 30)],
        names.iter().map(|id| lesson(id, "WIS", "1A", 1)).collect(),
    )
}

/// Each lesson on a day in a period.
fn at(places: [(&'static str, &'static str); 3]) -> Plan {
    let names = ["ann", "bob", "cas"];
    let held: Vec<_> = names.iter().map(|id| (*id, 0, *id)).collect();
    let when = names.iter().zip(places);
    let when: Vec<_> = when
        .map(|(id, (day, period))| (*id, 0, day, period, "-"))
        .collect();
    who(&held).when(&when)
}

fn asked(weeks: [u8; 2], teachers: &[&str]) -> Value {
    let mut school = lessons();
    school["rounds"] = json!([{
        "id": "r", "name": "r", "weeks": {"from": weeks[0], "to": weeks[1]},
        "teachers": teachers,
    }]);
    school
}

#[test]
fn f2_asks_a_class_once_a_day_and_so_often_a_week() {
    let all = ["ann", "bob", "cas"];
    let monday = at([("mon", "1"), ("mon", "2"), ("mon", "3")]);
    let both = at([("mon", "1"), ("mon", "2"), ("tue", "1")]);
    assert_eq!(deviation("F2", &asked([7, 7], &all), &monday), 2);
    assert_eq!(deviation("F2", &asked([7, 7], &all), &both), 1);
    assert_eq!(deviation("F2", &asked([7, 8], &all), &monday), 1);
    assert_eq!(deviation("F2", &asked([7, 8], &all), &both), 0);
    assert_eq!(deviation("F2", &asked([7, 7], &all[..1]), &monday), 0);
    let once = |weeks| deviation_with("F2", &asked(weeks, &all), &both, &[("week", 1)]);
    assert_eq!((once([7, 7]), once([7, 9])), (2, 0));
    // In the laboratory, where Bob is.
    let mut school = asked([7, 8], &all);
    school["rounds"][0]["rooms"] = json!(["L"]);
    school["lessons"][1]["rooms"] = json!([{"kind": "lab"}]);
    let mut plan = at([("mon", "1"), ("mon", "1"), ("tue", "1")]);
    plan.when[1].4 = "L";
    assert_eq!(deviation("F2", &school, &plan), 1); // Ann has it not
}

#[test]
fn f5_looks_for_the_next_lesson_with_the_class() {
    let mut school = asked([7, 7], &["ann"]);
    school["lessons"][0]["hours"] = json!(2);
    let after = |day: &'static str, days| {
        let mut plan = at([("mon", "1"), ("mon", "2"), ("mon", "3")]);
        plan.when.push(("ann", 1, day, "2", "-"));
        deviation_with("F5", &school, &plan, &[("days", days)])
    };
    assert_eq!(after("tue", 1), 0);
    assert_eq!(after("mon", 1), 1);
    assert_eq!(after("mon", 2), 0); // a week of two days
}

#[test]
fn f6_asks_for_a_moment_together_or_alone() {
    let mut school = lessons();
    let never = |day: &str| json!({"on": {"day": day}, "value": -3});
    school["teams"] = json!([{"id": "t", "name": "t", "members": ["ann", "bob"]}]);
    school["rounds"] = json!([{
        "id": "r", "name": "r", "weeks": {"from": 7, "to": 7}, "teams": ["t"], "people": ["cas"],
    }]);
    let plan = at([("mon", "1"), ("mon", "2"), ("mon", "3")]);
    assert_eq!(deviation("F6", &school, &plan), 0);
    school["staff"][0]["wishes"] = json!([never("mon")]);
    school["staff"][1]["wishes"] = json!([never("tue")]);
    assert_eq!(deviation("F6", &school, &plan), 1);
    school["staff"][2]["wishes"] = json!([never("mon"), never("tue")]);
    assert_eq!(deviation("F6", &school, &plan), 2);
}

#[test]
fn c3_counts_the_members_who_miss_the_best_window() {
    let mut school = lessons();
    school["teams"] = json!([{"id": "t", "name": "t", "members": ["ann", "bob"]}]);
    school["gatherings"] = json!([{
        "id": "g", "name": "g", "team": "t",
        "windows": [{"day": "mon", "start": "09:00", "end": "10:30"}],
    }]);
    let plan = at([("mon", "1"), ("mon", "2"), ("mon", "3")]);
    assert_eq!(deviation("C3", &school, &plan), 2);
    assert_eq!(deviation("M13", &school, &plan), 0);
    school["gatherings"][0]["people"] = json!(["cas", "bob"]);
    assert_eq!(deviation("C3", &school, &plan), 2); // Cas is free until 11:00
    let late = at([("mon", "5"), ("mon", "2"), ("mon", "3")]);
    assert_eq!(deviation("C3", &school, &late), 1);
}

#[test]
fn what_comes_every_second_week_leaves_the_other_weeks_free() {
    let mut school = lessons();
    for at in 0..2 {
        school["lessons"][at]["weeks"] = json!({"every": 2, "phase": at});
        school["lessons"][at]["blocks"] = json!([2]);
    }
    // Ann and Bob in turn in 1A, Monday 1 and 2; Ann holds both.
    let mut plan = at([("mon", "1"), ("mon", "1"), ("mon", "3")]);
    plan.who[1].2 = "ann";
    assert_eq!(
        ["X1", "X2"].map(|rule| deviation(rule, &school, &plan)),
        [0, 0]
    );
    school["lessons"][1]["weeks"]["phase"] = json!(0);
    assert_eq!(
        ["X1", "X2"].map(|rule| deviation(rule, &school, &plan)),
        [2, 2]
    );
    school["lessons"][1]["weeks"] = json!({"every": 4, "phase": 3});
    school["lessons"][1]["blocks"] = json!([2, 2]);
    plan.when.push(("bob", 1, "tue", "1", "-"));
    assert_eq!(
        ["X1", "X2"].map(|rule| deviation(rule, &school, &plan)),
        [0, 0]
    );
}

#[test]
fn teams_take_turns() {
    let mut school = lessons();
    let team = |id: &str, other: &str| json!({"id": id, "name": id, "members": ["ann", other], "weeks": {"every": 2}});
    school["teams"] = json!([team("s", "bob"), team("t", "cas")]);
    let meets = |id: &str, other: &str, weeks: Value| {
        json!({"kind": "team", "team": id, "people": ["ann", other], "day": "tue", "period": "1",
            "length": 1, "weeks": weeks})
    };
    let both = |first: Value, second: Value| {
        let plan = at([("mon", "1"), ("mon", "2"), ("mon", "3")]);
        let plan = plan.protect(meets("s", "bob", first));
        let plan = plan.protect(meets("t", "cas", second));
        ["C1", "X1"].map(|rule| deviation(rule, &school, &plan))
    };
    let weeks = |every: u8, phase: u8| json!({"every": every, "phase": phase});
    assert_eq!(both(weeks(2, 0), weeks(2, 1)), [0, 0]);
    assert_eq!(both(weeks(2, 0), weeks(2, 0)), [2, 1]);
    assert_eq!(both(weeks(2, 0), weeks(4, 3)), [1, 0]);
    assert_eq!(both(weeks(1, 0), weeks(2, 1)), [2, 1]);
}
