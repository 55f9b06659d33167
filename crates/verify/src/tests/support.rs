//! Each rule about what people learn from each other, violated once by hand. The week: Monday 1 2 3 | 4 5, Tuesday 1 2 3.

use serde_json::json;

use super::time::two_lessons;
use super::*;

/// Ann mentors Sam; both teach on Monday at 1, Sam on Tuesday at 1 as well.
fn mentoring() -> (Value, Plan) {
    let mut school = two_lessons();
    school["staff"][1] = teacher("sam", 1, "22/22");
    school["mentoring"] = json!({"pairs": [{"mentor": "ann", "starter": "sam"}]});
    school["lessons"][1]["blocks"] = json!([]);
    let plan = who(&[("w", 0, "ann"), ("v", 0, "sam")]);
    let times = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "mon", "2", "-"),
        ("v", 0, "mon", "1", "-"),
        ("v", 1, "tue", "1", "-"),
    ];
    (school, plan.when(&times))
}

fn slot(kind: &str, people: &[&str], day: &str, period: &str) -> Value {
    json!({"kind": kind, "people": people, "lesson": "v", "team": "t", "day": day, "period": period, "length": 1})
}

#[test]
fn m9_asks_for_a_period_in_which_both_are_free() {
    let with = |day: &str, period: &str| {
        let (school, plan) = mentoring();
        let plan = plan.protect(slot("meeting", &["ann", "sam"], day, period));
        deviation("M9", &school, &plan)
    };
    assert_eq!(with("mon", "3"), 0);
    assert_eq!(with("tue", "1"), 1); // Sam teaches
    let (mut school, plan) = mentoring();
    assert_eq!(deviation("M9", &school, &plan), 1);
    let twice = plan
        .protect(slot("meeting", &["ann", "sam"], "mon", "3"))
        .protect(slot("meeting", &["ann", "sam"], "mon", "3"));
    assert_eq!(deviation("M9", &school, &twice), 1); // each stands in the other's way
    school["staff"][1]["wishes"] =
        json!([{"on": {"slot": {"day": "mon", "period": "3"}}, "value": -3}]);
    let plan = mentoring()
        .1
        .protect(slot("meeting", &["ann", "sam"], "mon", "3"));
    assert_eq!(deviation("M9", &school, &plan), 1); // Sam is never there then
}

#[test]
fn m10_asks_for_a_lesson_that_the_mentor_can_watch() {
    let with = |day: &str, period: &str| {
        let (school, plan) = mentoring();
        let plan = plan.protect(slot("observation", &["ann", "sam"], day, period));
        deviation("M10", &school, &plan)
    };
    assert_eq!(with("tue", "1"), 0);
    assert_eq!(with("mon", "1"), 1); // Ann teaches as well
    assert_eq!(with("mon", "3"), 1); // the lesson does not run
    let (school, plan) = mentoring();
    assert_eq!(deviation("M10", &school, &plan), 1);
    let wrong = plan.protect(slot("observation", &["sam", "ann"], "tue", "1"));
    assert_eq!(deviation("M10", &school, &wrong), 1); // the starter watches the mentor
}

#[test]
fn c1_asks_for_a_period_in_which_the_team_is_free() {
    let (mut school, _) = mentoring();
    school["teams"] = json!([{"id": "t", "name": "t", "members": ["ann", "sam"], "meetings": 2}]);
    let plan = || mentoring().1;
    assert_eq!(deviation("C1", &school, &plan()), 2);
    let one = plan().protect(slot("team", &["ann", "sam"], "mon", "3"));
    assert_eq!(deviation("C1", &school, &one), 1);
    let busy = one.protect(slot("team", &["ann", "sam"], "mon", "2")); // Ann teaches
    assert_eq!(deviation("C1", &school, &busy), 1);
}

#[test]
fn o3_asks_for_co_taught_blocks_as_protected_time() {
    let mut school = two_lessons();
    school["lessons"][0]["positions"] = json!([{"role": "lead"}, {"role": "co", "hours": 1}]);
    let plan = || {
        who(&[("w", 0, "ann"), ("w", 1, "bob"), ("v", 0, "bob")]).when(&[
            ("w", 0, "mon", "1", "-"),
            ("w", 1, "mon", "2", "-"),
            ("v", 0, "mon", "4", "-"),
        ])
    };
    // Bob attends the first block only.
    assert_eq!(deviation("O3", &school, &plan()), 1);
    let stands = |people: [&str; 2], period: &str| {
        plan().protect(json!({
            "kind": "co_teaching", "people": people, "lesson": "w", "day": "mon", "period": period, "length": 1,
        }))
    };
    assert_eq!(deviation("O3", &school, &stands(["ann", "bob"], "1")), 0);
    assert_eq!(deviation("O3", &school, &stands(["bob", "ann"], "1")), 1);
    assert_eq!(deviation("O3", &school, &stands(["ann", "bob"], "2")), 1);
}

#[test]
fn m17_asks_for_a_talk_soon_after_an_observation() {
    let with = |day: &str, period: &str, days: i64| {
        let (school, plan) = mentoring();
        let plan = plan
            .protect(slot("observation", &["ann", "sam"], "tue", "1"))
            .protect(slot("meeting", &["ann", "sam"], day, period));
        deviation_with("M17", &school, &plan, &[("days", days)])
    };
    assert_eq!(with("tue", "2", 0), 0); // the same day, later
    assert_eq!(with("mon", "3", 1), 0); // Monday follows Tuesday
    assert_eq!(with("mon", "3", 0), 1);
    assert_eq!(with("mon", "1", 2), 1); // both teach then: no conversation
    let (school, plan) = mentoring();
    assert_eq!(deviation("M17", &school, &plan), 0); // nothing was watched
}

#[test]
fn m18_counts_lessons_that_could_be_watched() {
    // Sam teaches on Monday at 1, as Ann does, and on Tuesday at 1: one of two.
    let (school, plan) = mentoring();
    assert_eq!(deviation("M18", &school, &plan), 1);
    assert_eq!(deviation_with("M18", &school, &plan, &[("least", 1)]), 0);
    let watched = plan.protect(slot("observation", &["ann", "sam"], "tue", "1"));
    assert_eq!(deviation("M18", &school, &watched), 1);
    let met = watched.protect(slot("meeting", &["ann", "sam"], "tue", "1")); // two things at once
    assert_eq!(deviation("M18", &school, &met), 2);
}

#[test]
fn people_who_could_meet() {
    // Monday has five periods and Tuesday three. Ann teaches on Monday at 1 and 2, Sam on Monday at 1 and Tuesday at 1.
    let (mut school, _) = mentoring();
    let plan = || mentoring().1;
    assert_eq!(deviation("C4", &school, &plan()), 0);
    assert_eq!(deviation("M16", &school, &plan()), 0);
    assert_eq!(deviation("O2", &school, &plan()), 0); // Sam is free on Monday at 2, when Ann gives mathematics
    assert_eq!(deviation_with("O2", &school, &plan(), &[("least", 2)]), 1);
    school["staff"][0]["wishes"] = json!([
        {"on": {"day": "tue"}, "value": -3},
        {"on": {"slot": {"day": "mon", "period": "3"}}, "value": -3},
        {"on": {"half_day": {"day": "mon", "half_day": "afternoon"}}, "value": -3},
    ]);
    assert_eq!(deviation("C4", &school, &plan()), 1);
    assert_eq!(deviation("M16", &school, &plan()), 1);
}

#[test]
fn groups_of_starters_and_all_mentors() {
    let (mut school, _) = mentoring();
    let plan = || mentoring().1;
    school["staff"] = json!([
        teacher("ann", 9, "22/22"),
        teacher("sam", 1, "22/22"),
        teacher("tom", 1, "22/22"),
        teacher("una", 9, "22/22"),
    ]);
    school["mentoring"] = json!({"pairs": [{"mentor": "ann", "starter": "sam"}, {"mentor": "una", "starter": "tom"}]});
    assert_eq!(deviation("M11", &school, &plan()), 0);
    assert_eq!(deviation("M12", &school, &plan()), 0);
    // Tom only comes on Monday at 1, when Sam and Ann teach; Una never.
    school["staff"][2]["wishes"] = json!([
        {"on": {"day": "tue"}, "value": -3},
        {"on": {"half_day": {"day": "mon", "half_day": "afternoon"}}, "value": -3},
        {"on": {"slot": {"day": "mon", "period": "2"}}, "value": -3},
        {"on": {"slot": {"day": "mon", "period": "3"}}, "value": -3},
    ]);
    school["staff"][3]["wishes"] =
        json!([{"on": {"day": "mon"}, "value": -3}, {"on": {"day": "tue"}, "value": -3}]);
    assert_eq!(deviation("M11", &school, &plan()), 1);
    assert_eq!(deviation("M12", &school, &plan()), 1);
    // Una comes when Tom does, and lessons are in the A weeks only.
    school["staff"][3]["wishes"] = school["staff"][2]["wishes"].clone();
    for lesson in [0, 1] {
        school["lessons"][lesson]["hours"] = json!(1);
        school["lessons"][lesson]["weeks"] = json!({"every": 2});
    }
    for (weeks, missing) in [
        (json!({"every": 1}), 1),
        (json!({"every": 2}), 0),
        (json!({"every": 2, "phase": 0}), 1),
        (json!({"every": 2, "phase": 1}), 0),
        (json!({"every": 4, "phase": 2}), 1),
        (json!({"every": 4, "phase": 3}), 0),
    ] {
        school["mentoring"]["exchange"] = weeks.clone();
        school["mentoring"]["intervision"] = weeks;
        assert_eq!(deviation("M11", &school, &plan()), missing);
        assert_eq!(deviation("M12", &school, &plan()), missing);
    }
}

#[test]
fn the_shape_of_a_week() {
    // Monday has five periods (two in the afternoon), Tuesday three. Sam: Monday at 1, Tuesday at 1. Ann: Monday at 1, 2.
    let (school, plan) = mentoring();
    // Sam's two first periods are 2 points for a full-time job; Ann's are 1.
    assert_eq!(deviation("B3", &school, &plan), 1);
    // Monday is the only whole day: nothing to be uneven with.
    assert_eq!(deviation("L5", &school, &plan), 0);
    // Class 1A has two periods together on Monday, 1B one on each day.
    assert_eq!(deviation("C6", &school, &plan), 1);
    assert_eq!(deviation_with("C6", &school, &plan, &[("least", 1)]), 0);
    // Sam is free in four periods on Monday and two on Tuesday.
    assert_eq!(deviation("P5", &school, &plan), 0);
    assert_eq!(deviation_with("P5", &school, &plan, &[("year_1", 8)]), 2);
    assert_eq!(deviation("P9", &school, &plan), 2);
    let kept = plan.protect(slot("meeting", &["ann", "sam"], "mon", "3"));
    assert_eq!(deviation("P9", &school, &kept), 1);
    // Ann is seen by nobody: Sam is a starter. Sam is seen by Ann on Tuesday at 1, and both are free at 2.
    assert_eq!(deviation("O1", &school, &kept), 1);
}
