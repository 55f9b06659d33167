//! The rules about the world outside, each worked out once by hand. The week: Monday 1 2 3 | 4 5, Tuesday 1 2 3.

use serde_json::json;

use super::*;

/// Ann gives `w` and Bob `v`, one hour each, in class 1A; Ann gives `u`, one hour, in 1B.
fn lessons() -> Value {
    school(
        vec![teacher("ann", 9, "22/22"), teacher("bob", 9, "22/22")],
        vec![class("1A", 1, 20, 30), class("1B", 1, 10, 30)],
        vec![
            lesson("w", "WIS", "1A", 1),
            lesson("v", "WIS", "1A", 1),
            lesson("u", "WIS", "1B", 1),
        ],
    )
}

fn at(w: &'static str, v: &'static str, u: &'static str) -> Plan {
    who(&[("w", 0, "ann"), ("v", 0, "bob"), ("u", 0, "ann")]).when(&[
        ("w", 0, "mon", w, "-"),
        ("v", 0, "mon", v, "-"),
        ("u", 0, "mon", u, "-"),
    ])
}

#[test]
fn c5_looks_for_as_few_moves_as_are_allowed() {
    let mut school = lessons();
    let window = |period: &str| json!({"day": "mon", "period": period});
    school["visits"] =
        json!([{"id": "x", "name": "x", "lesson": "w", "windows": [window("1"), window("2")]}]);
    let least = |school: &Value, plan: &Plan| {
        let held = |n: &i64| deviation_with("C5", school, plan, &[("moves", *n)]) == 0;
        (0..=2).find(held).unwrap_or(3)
    };
    assert_eq!(least(&school, &at("2", "3", "5")), 0);
    assert_eq!(least(&school, &at("4", "3", "1")), 1); // to 2; at 1 Ann teaches 1B
    assert_eq!(least(&school, &at("4", "2", "1")), 2); // with the lesson of Bob
    school["staff"][1]["wishes"] = json!([{"on": {"slot": window("4")}, "value": -3}]);
    assert_eq!(least(&school, &at("4", "2", "1")), 2); // with her own in 1B: his never comes at 4
    school["visits"][0]["windows"] = json!([window("2")]);
    assert_eq!(least(&school, &at("4", "2", "1")), 3);
    school["visits"][0]["windows"] = json!([window("1"), window("2")]);
    // An exchange with another class: Ann gives both lessons, 1A is free at 1, and 1B at 4.
    assert_eq!(least(&school, &at("4", "3", "1").protect(meeting("2"))), 2);
}

/// Ann talks to Bob.
fn meeting(period: &str) -> Value {
    json!({"kind": "meeting", "people": ["ann", "bob"], "day": "mon", "period": period, "length": 1})
}

#[test]
fn c7_counts_periods_with_lessons_on_days_at_a_workplace() {
    let mut school = lessons();
    school["workplaces"] = json!([{"group": {"class": "1A"}, "days": ["tue"]}]);
    let plan = at("1", "2", "3");
    assert_eq!(deviation("C7", &school, &plan), 0);
    school["workplaces"][0]["days"] = json!(["mon"]);
    assert_eq!(deviation("C7", &school, &plan), 2);
    assert_eq!(deviation("C7", &school, &at("1", "1", "3")), 1);
}

#[test]
fn m13_counts_those_who_miss_the_best_window() {
    let mut school = lessons();
    // Periods start on the hour from 09:00 and last fifty minutes.
    let window = |start: &str, end: &str| json!({"day": "mon", "start": start, "end": end});
    school["gatherings"] = json!([{"id": "g", "name": "g", "people": ["ann", "bob"], "windows": [window("12:00", "12:30")]}]);
    assert_eq!(deviation("M13", &school, &at("1", "2", "3")), 0); // the fourth is free
    assert_eq!(deviation("M13", &school, &at("1", "4", "3")), 1);
    school["gatherings"][0]["travel"] = json!(11); // from 11:49, which is in the third
    assert_eq!(deviation("M13", &school, &at("1", "4", "3")), 2);
    school["gatherings"][0]["windows"] =
        json!([window("12:00", "12:30"), window("15:00", "16:00")]);
    assert_eq!(deviation("M13", &school, &at("1", "4", "3")), 0);
    // Bob and Ann meet there every second week, and talk to each other in the others.
    let talk = |phase: u8| {
        let mut talk = meeting("4");
        talk["weeks"] = json!({"every": 2, "phase": phase});
        at("1", "2", "3").protect(talk)
    };
    let mut second = school.clone();
    second["gatherings"][0]["windows"] = json!([window("12:00", "12:30")]);
    second["gatherings"][0]["travel"] = json!(0);
    assert_eq!(deviation("M13", &second, &talk(1)), 2);
    second["gatherings"][0]["weeks"] = json!({"every": 2});
    assert_eq!(deviation("M13", &second, &talk(1)), 0);
    second["gatherings"][0]["weeks"]["phase"] = json!(0);
    assert_eq!(deviation("M13", &second, &talk(1)), 0);
    assert_eq!(deviation("M13", &second, &talk(0)), 2);
    // Nobody is named, and nobody is a mentor.
    school["gatherings"][0]["people"] = json!([]);
    school["gatherings"][0]["windows"] = json!([window("09:00", "14:00")]);
    assert_eq!(deviation("M13", &school, &at("1", "4", "3")), 0);
    school["mentoring"] = json!({"pairs": [{"mentor": "ann", "starter": "bob"}]});
    assert_eq!(deviation("M13", &school, &at("1", "4", "3")), 1);
}

#[test]
fn o4_asks_for_a_team_or_a_colleague_to_meet() {
    let mut school = lessons();
    // Ann and Bob give the same course in 1A and are free together.
    assert_eq!(deviation("O4", &school, &at("1", "2", "3")), 0);
    let never = |day: &str| json!({"on": {"day": day}, "value": -3});
    school["staff"][1]["wishes"] = json!([never("mon"), never("tue")]);
    assert_eq!(deviation("O4", &school, &at("1", "2", "3")), 2);
    school["staff"]
        .as_array_mut()
        .expect("a list")
        .push(teacher("cas", 9, "22/22"));
    school["teams"] = json!([{"id": "t", "name": "t", "members": ["ann", "cas"]}]);
    assert_eq!(deviation("O4", &school, &at("1", "2", "3")), 1);
}

#[test]
fn o5_asks_for_lessons_that_run_together_for_long_enough() {
    let mut school = lessons();
    school["lessons"][1]["groups"] = json!([{"class": "1B"}]);
    school["lessons"][1]["hours"] = json!(2);
    school["lessons"][0]["hours"] = json!(2);
    school["projects"] = json!([{"id": "p", "name": "p", "lessons": ["w", "v"]}]);
    let plan = |w: [&'static str; 2], v: [&'static str; 2]| {
        who(&[("w", 0, "ann"), ("v", 0, "bob")]).when(&[
            ("w", 0, "mon", w[0], "-"),
            ("w", 1, "mon", w[1], "-"),
            ("v", 0, "mon", v[0], "-"),
            ("v", 1, "mon", v[1], "-"),
        ])
    };
    assert_eq!(deviation("O5", &school, &plan(["1", "2"], ["2", "1"])), 0);
    assert_eq!(deviation("O5", &school, &plan(["1", "2"], ["2", "3"])), 1);
    assert_eq!(deviation("O5", &school, &plan(["3", "4"], ["3", "4"])), 1); // over midday
    school["projects"][0]["length"] = json!(1);
    assert_eq!(deviation("O5", &school, &plan(["1", "2"], ["2", "3"])), 0);
}
