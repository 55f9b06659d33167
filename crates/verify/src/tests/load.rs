//! Each load rule and fact, violated once by hand.

use serde_json::json;

use super::*;

/// One class 1A (20 pupils, difficulty 30) with two hours of mathematics.
fn one_lesson(staff: Vec<Value>) -> Value {
    let lessons = vec![lesson("w", "WIS", "1A", 2)];
    school(staff, vec![class("1A", 1, 20, 30)], lessons)
}

#[test]
fn a1_counts_positions_without_a_teacher() {
    let school = one_lesson(vec![teacher("ann", 9, "2/22")]);
    assert_eq!(deviation("A1", &school, &who(&[])), 1);
    assert_eq!(deviation("A1", &school, &who(&[("w", 0, "ann")])), 0);
}

#[test]
fn q1_counts_unqualified_teachers_unless_locked() {
    let bob = set(
        teacher("bob", 9, "0/22"),
        "qualifications",
        json!([{"subject": "WIS", "graden": [2], "level": "required"}]),
    );
    let free = one_lesson(vec![teacher("ann", 9, "2/22"), bob]);
    assert_eq!(deviation("Q1", &free, &who(&[("w", 0, "bob")])), 1);
    assert_eq!(deviation("Q1", &free, &who(&[("w", 0, "ann")])), 0);
    let locked = set(
        free,
        "locks",
        json!([{"teacher": {"lesson": "w", "teacher": "bob"}}]),
    );
    assert_eq!(deviation("Q1", &locked, &who(&[("w", 0, "bob")])), 0);
    // Without qualification, but locked: 2 hours x 3.
    assert_eq!(deviation("Q2", &locked, &who(&[("w", 0, "bob")])), 6);
}

#[test]
fn q2_weighs_hours_by_level() {
    let level = |level: &str| {
        let own = json!([{"subject": "WIS", "graden": [1], "level": level}]);
        one_lesson(vec![set(teacher("ann", 9, "2/22"), "qualifications", own)])
    };
    let plan = who(&[("w", 0, "ann")]);
    assert_eq!(deviation("Q2", &level("required"), &plan), 0);
    assert_eq!(deviation("Q2", &level("sufficient"), &plan), 2); // 2 hours x 1
    assert_eq!(deviation("Q2", &level("other"), &plan), 6); // 2 hours x 3
    assert_eq!(
        deviation_with("Q2", &level("other"), &plan, &[("other", 5)]),
        10
    );
}

#[test]
fn k1_counts_locks_that_do_not_hold() {
    let staff = vec![teacher("ann", 9, "2/22"), teacher("bob", 9, "0/22")];
    let lock = json!([{"teacher": {"lesson": "w", "teacher": "ann"}}]);
    let school = set(one_lesson(staff), "locks", lock);
    assert_eq!(deviation("K1", &school, &who(&[("w", 0, "ann")])), 0);
    assert_eq!(deviation("K1", &school, &who(&[("w", 0, "bob")])), 1);
    assert_eq!(deviation("K1", &school, &who(&[])), 1);
}

#[test]
fn b4_and_b5_measure_loads_in_hours_of_noemer_22() {
    let contract = json!({"min": "3/22", "target": "4/22", "max": "5/22"});
    let ann = set(teacher("ann", 9, "0/22"), "contract", contract);
    let school = one_lesson(vec![ann.clone()]);
    let plan = who(&[("w", 0, "ann")]);
    // Load 2/22: 1 hour under the least, 2 beside the target.
    assert_eq!(deviation("B4", &school, &plan), 1);
    assert_eq!(deviation("B5", &school, &plan), 2);
    // A task of 3 1/2 hours and one unit: load 5.5 hours + 1 unit; 0.5 above the most, rounded up;
    // 1.5 + 1 unit above the target.
    let task = json!([{"name": "x", "kind": "other", "load": 3 * 6090 + 3045 + 1}]);
    let school = one_lesson(vec![set(ann, "tasks", task)]);
    assert_eq!(deviation("B4", &school, &plan), 1);
    assert_eq!(deviation("B5", &school, &plan), 2);
}

#[test]
fn b5_counts_hours_above_the_target_several_times() {
    let contract = json!({"min": "0/22", "target": "1/22", "max": "5/22"});
    let school = one_lesson(vec![set(teacher("ann", 9, "0/22"), "contract", contract)]);
    let plan = who(&[("w", 0, "ann")]);
    assert_eq!(deviation_with("B5", &school, &plan, &[("above", 3)]), 3); // 2 - 1 = 1, three times
    assert_eq!(deviation_with("B5", &school, &who(&[]), &[("above", 3)]), 1);
}

#[test]
fn d4_d5_and_d6_measure_hours_above_a_fair_share() {
    // All 2 hours are difficult from 30 on: ann's share is 1 of them, bob's 1; a starter may have half of it: 0.
    let staff = vec![teacher("ann", 1, "1/22"), teacher("bob", 9, "1/22")];
    let school = one_lesson(staff);
    let plan = who(&[("w", 0, "ann")]);
    let hard = [("threshold", 30)];
    assert_eq!(deviation_with("D4", &school, &plan, &hard), 1); // 2 - 1
    assert_eq!(deviation_with("D5", &school, &plan, &hard), 1);
    assert_eq!(deviation_with("D6", &school, &plan, &hard), 2); // 2 - 0
    assert_eq!(deviation("D4", &school, &plan), 0); // 30 is not difficult at 70
    assert_eq!(
        deviation_with("D6", &school, &who(&[("w", 0, "bob")]), &hard),
        0
    );
}

#[test]
fn loads_use_the_noemer_of_graad_and_subject() {
    // 2 hours at noemer 20 (third graad) are 13398 units: 2.2 hours of noemer 22; target 2/22.
    let classes = vec![class("5A", 5, 20, 30)];
    let staff = vec![teacher("ann", 9, "2/22")];
    let mut school = school(staff, classes, vec![lesson("w", "WIS", "5A", 2)]);
    let plan = who(&[("w", 0, "ann")]);
    assert_eq!(deviation("B5", &school, &plan), 1);
    // The subject's own noemer goes first: 2 hours at 22.
    school["subjects"][0]["noemer"] = json!(22);
    assert_eq!(deviation("B5", &school, &plan), 0);
    // So does the lesson's own graad over that of its class.
    school["subjects"][0]["noemer"] = json!(null);
    school["lessons"][0]["graad"] = json!(1);
    assert_eq!(deviation("B5", &school, &plan), 0);
}

#[test]
fn r1_counts_missing_volume_of_the_right_work() {
    let right = |right: Value| {
        let ann = set(teacher("ann", 9, "2/22"), "rights", json!([right]));
        let task = json!([{"name": "x", "kind": "other", "load": "1/22"}]);
        one_lesson(vec![set(ann, "tasks", task)])
    };
    let plan = who(&[("w", 0, "ann")]);
    // 2 hours of mathematics in graad 1 and a task of 1.
    assert_eq!(deviation("R1", &right(json!({"volume": "5/22"})), &plan), 2); // 5 - 2 - 1
    let narrow = right(json!({"volume": "5/22", "subjects": ["WIS"]}));
    assert_eq!(deviation("R1", &narrow, &plan), 3); // 5 - 2: the task does not count
    let other = right(json!({"volume": "5/22", "subjects": ["WIS"], "graden": [2]}));
    assert_eq!(deviation("R1", &other, &plan), 5);
}

/// Classes 1A and 3A; mathematics, Dutch and French in 1A, mathematics in 3A, 1 hour each.
fn four_lessons(staff: Vec<Value>) -> Value {
    let able = json!(
        ["WIS", "NED", "FRA"].map(|s| json!({"subject": s, "graden": [1, 2], "level": "required"}))
    );
    let staff = staff
        .into_iter()
        .map(|t| set(t, "qualifications", able.clone()));
    school(
        staff.collect(),
        vec![class("1A", 1, 20, 30), class("3A", 3, 20, 80)],
        vec![
            lesson("w1", "WIS", "1A", 1),
            lesson("n1", "NED", "1A", 1),
            lesson("f1", "FRA", "1A", 1),
            lesson("w3", "WIS", "3A", 1),
        ],
    )
}

fn all_by(teacher: &'static str) -> Plan {
    who(&["w1", "n1", "f1", "w3"].map(|lesson| (lesson, 0, teacher)))
}

#[test]
fn starters_get_few_subjects_graden_and_cells() {
    let starter = four_lessons(vec![teacher("sam", 1, "4/22")]);
    assert_eq!(deviation("S1", &starter, &all_by("sam")), 1); // 3 subjects, 2 allowed
    assert_eq!(deviation("S2", &starter, &all_by("sam")), 1); // graden 1 and 2, 1 allowed
    assert_eq!(deviation("S3", &starter, &all_by("sam")), 2); // 4 cells, 2 allowed
    let other = four_lessons(vec![teacher("ann", 3, "4/22")]);
    assert_eq!(deviation("S1", &other, &all_by("ann")), 0);
    assert_eq!(deviation("S2", &other, &all_by("ann")), 0);
    assert_eq!(deviation("S3", &other, &all_by("ann")), 0); // 4 cells, 4 allowed
    assert_eq!(
        deviation_with("S3", &other, &all_by("ann"), &[("max", 3)]),
        1
    );
    // Said outright, experience does not matter.
    let said = four_lessons(vec![set(teacher("ann", 9, "4/22"), "starter", json!(true))]);
    assert_eq!(deviation("S1", &said, &all_by("ann")), 1);
}

#[test]
fn d1_keeps_the_hardest_classes_from_starters() {
    let hard = |experience: u8, starter: bool| {
        let sam = set(
            teacher("sam", experience, "6/22"),
            "starter",
            json!(starter),
        );
        school(
            vec![sam],
            vec![class("1A", 1, 20, 70)],
            vec![lesson("w", "WIS", "1A", 6)],
        )
    };
    let plan = who(&[("w", 0, "sam")]);
    assert_eq!(deviation("D1", &hard(1, true), &plan), 6); // nothing allowed
    assert_eq!(deviation("D1", &hard(2, true), &plan), 2); // 4 hours allowed
    assert_eq!(deviation("D1", &hard(3, true), &plan), 0); // 8 hours allowed
    assert_eq!(deviation("D1", &hard(1, false), &plan), 0);
    assert_eq!(
        deviation_with("D1", &hard(1, true), &plan, &[("threshold", 71)]),
        0
    );
}

#[test]
fn d2_compares_with_the_mean_of_the_same_subject_and_graad() {
    let staff = vec![teacher("sam", 1, "3/22"), teacher("ann", 9, "3/22")];
    let classes = vec![class("1A", 1, 20, 90), class("1B", 1, 20, 30)];
    let lessons = vec![lesson("a", "WIS", "1A", 3), lesson("b", "WIS", "1B", 3)];
    let school = school(staff, classes, lessons);
    // The mean is (3 x 90 + 3 x 30) / 6 = 60. Sam in the hard class: 3 x (9000 - 80 x 60) = 12600,
    // so 1.26, rounded up 2; Ann below: nothing.
    assert_eq!(
        deviation("D2", &school, &who(&[("a", 0, "sam"), ("b", 0, "ann")])),
        2
    );
    // Ann there: 3 x (9000 - 110 x 60) = 7200, rounded up 1; Sam 3 x (3000 - 4800) < 0.
    assert_eq!(
        deviation("D2", &school, &who(&[("b", 0, "sam"), ("a", 0, "ann")])),
        1
    );
    // The mean is that of the school, also when nobody teaches the other lesson.
    assert_eq!(deviation("D2", &school, &who(&[("a", 0, "ann")])), 1);
}

#[test]
fn d3_counts_starters_in_one_hard_class() {
    let staff = vec![
        teacher("sam", 1, "1/22"),
        teacher("tom", 2, "1/22"),
        teacher("ann", 9, "1/22"),
    ];
    let classes = |difficulty| vec![class("1A", 1, 20, difficulty)];
    let lessons = vec![
        lesson("a", "WIS", "1A", 1),
        lesson("b", "WIS", "1A", 1),
        lesson("c", "WIS", "1A", 1),
    ];
    let plan = who(&[("a", 0, "sam"), ("b", 0, "tom"), ("c", 0, "ann")]);
    let hard = school(staff.clone(), classes(70), lessons.clone());
    assert_eq!(deviation("D3", &hard, &plan), 1); // 2 starters, 1 allowed
    let easy = school(staff, classes(69), lessons);
    assert_eq!(deviation("D3", &easy, &plan), 0);
}

#[test]
fn p1_counts_preparations() {
    // Keys: (WIS, 1, a), (NED, 1, a), (FRA, 1, a), (WIS, 3, doorstroom).
    assert_eq!(
        deviation(
            "P1",
            &four_lessons(vec![teacher("sam", 1, "4/22")]),
            &all_by("sam")
        ),
        1
    );
    assert_eq!(
        deviation(
            "P1",
            &four_lessons(vec![teacher("sam", 2, "4/22")]),
            &all_by("sam")
        ),
        0
    );
    let others = four_lessons(vec![teacher("ann", 9, "4/22")]);
    assert_eq!(
        deviation_with("P1", &others, &all_by("ann"), &[("others", 1)]),
        3
    );
    // A parallel class asks for no other preparation.
    let classes = vec![class("1A", 1, 20, 30), class("1B", 1, 20, 30)];
    let lessons = vec![lesson("a", "WIS", "1A", 1), lesson("b", "WIS", "1B", 1)];
    let parallel = school(vec![teacher("ann", 9, "2/22")], classes, lessons);
    let plan = who(&[("a", 0, "ann"), ("b", 0, "ann")]);
    assert_eq!(deviation_with("P1", &parallel, &plan, &[("others", 1)]), 0);
}

#[test]
fn b1_shares_the_hours_of_work() {
    let staff = vec![teacher("sam", 1, "1/22"), teacher("ann", 9, "3/22")];
    let classes = vec![class("1A", 1, 20, 30), class("1B", 1, 20, 30)];
    let lessons = vec![lesson("a", "WIS", "1A", 2), lesson("b", "WIS", "1B", 2)];
    let school = school(staff, classes, lessons);
    // Per hour 50 + 15 + 20 = 85 minutes; one key with H = 2.
    // All work: 4 x 85 + 2 x (45 - 15) x ceil(2 / 2) = 340 + 60 = 400; Sam's share 100, Ann's 300.
    // Sam with one lesson: 2 x 85 + 2 x (90 - 15) = 320; 32000 - 85 x 100 = 23500, / 6000 -> 4.
    // Ann with the other: 170 + 60 = 230; 23000 - 115 x 300 < 0.
    let shared = who(&[("a", 0, "sam"), ("b", 0, "ann")]);
    assert_eq!(deviation("B1", &school, &shared), 4);
    // Ann with both: 340 + 60 = 400; 40000 - 34500 = 5500, / 6000 -> 1.
    let both = who(&[("a", 0, "ann"), ("b", 0, "ann")]);
    assert_eq!(deviation("B1", &school, &both), 1);
}

#[test]
fn w1_weighs_wishes_about_work() {
    let wishes = json!([
        {"on": {"class": "1A"}, "value": -2},
        {"on": {"subject": "WIS"}, "value": 3},
        {"on": {"lesson": "f1"}, "value": 2},
        {"on": {"day": "mon"}, "value": -3},
    ]);
    let school = four_lessons(vec![set(teacher("ann", 9, "2/22"), "wishes", wishes)]);
    // n1 is in 1A (2 points); no mathematics (3 points); not f1 (2 points); times do not count.
    assert_eq!(deviation("W1", &school, &who(&[("n1", 0, "ann")])), 7);
    // All four: three lessons in 1A (6 points), the others granted.
    assert_eq!(deviation("W1", &school, &all_by("ann")), 6);
}

#[test]
fn facts_about_mentoring() {
    let starters = || vec![teacher("sam", 1, "1/22"), teacher("tom", 2, "1/22")];
    let school_of = |staff: Vec<Value>, pairs: Value| {
        set(one_lesson(staff), "mentoring", json!({"pairs": pairs}))
    };
    let plan = who(&[]);
    // 2 starters x 133980 / 20 = 13398 units: 2.2 hours, rounded up 3; with one hour there 1.2: 2.
    let task = json!([{"name": "x", "kind": "mentoring", "load": "1/22"}]);
    let with = |ann: Value| [starters(), vec![ann]].concat();
    let ann = teacher("ann", 9, "1/22");
    assert_eq!(
        deviation("M1", &school_of(with(ann.clone()), json!([])), &plan),
        3
    );
    let paid = set(ann.clone(), "tasks", task);
    assert_eq!(deviation("M1", &school_of(with(paid), json!([])), &plan), 2);
    // Nobody has a mentor: 2. Sam has one, Tom two: 1. Sam's evaluates as well: 2.
    assert_eq!(
        deviation("M8", &school_of(with(ann.clone()), json!([])), &plan),
        2
    );
    let pair = |mentor: &str, starter: &str| json!({"mentor": mentor, "starter": starter});
    let pairs = json!([pair("ann", "sam"), pair("ann", "tom"), pair("sam", "tom")]);
    assert_eq!(
        deviation("M8", &school_of(with(ann.clone()), pairs.clone()), &plan),
        1
    );
    let sam = set(teacher("sam", 1, "1/22"), "evaluator", json!("ann"));
    let staff = vec![sam, teacher("tom", 2, "1/22"), ann];
    assert_eq!(deviation("M8", &school_of(staff, pairs), &plan), 2);
}

#[test]
fn guests_and_trainees_count_nowhere() {
    let mut school = one_lesson(vec![teacher("ann", 9, "2/22"), teacher("sam", 1, "0/22")]);
    school["lessons"][0]["positions"] = json!([{"role": "lead"}, {"role": "trainee"}]);
    school["locks"] = json!([{"teacher": {"lesson": "w", "position": 1, "teacher": "sam"}}]);
    school["classes"][0]["difficulty"] = json!(90);
    let plan = who(&[("w", 0, "ann"), ("w", 1, "sam")]);
    for rule in ["B5", "D1", "D3", "P1", "S1"] {
        assert_eq!(deviation(rule, &school, &plan), 0, "{rule}");
    }
}

#[test]
fn b6_counts_hours_to_be_found() {
    let school = one_lesson(vec![teacher("ann", 9, "1/22")]);
    assert_eq!(deviation("B6", &school, &who(&[("w", 0, "ann")])), 1); // 2 - 1
    assert_eq!(deviation("B6", &school, &who(&[])), 2); // nobody's two hours
}

#[test]
fn d7_counts_every_level() {
    // 60 difficulty-hours for two jobs of 2/22 each: the mean is 60 / (4/22) = 330; levels 330, 412, 495, 577.
    // Ann alone has 60 of 2/22: 660 for a full-time job. Above: 330, 248, 165, 83: 33, 25, 17 and 9 tens.
    let staff = vec![teacher("ann", 9, "2/22"), teacher("bob", 9, "2/22")];
    let school = one_lesson(staff);
    let plan = who(&[("w", 0, "ann")]);
    assert_eq!(deviation("D7", &school, &plan), 33 + 250 + 1700 + 9000);
    let wide = [("level", 200), ("step", 100)];
    assert_eq!(deviation_with("D7", &school, &plan, &wide), 0);
}
