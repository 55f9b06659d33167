//! The rules about people's whole loads and about mentors, each worked out once by hand.

use serde_json::json;

use super::*;

/// Staff in classes 1A (20 pupils, difficulty 80) and 3A (30 pupils), three lessons of mathematics.
fn three_lessons(mut staff: Vec<Value>) -> Value {
    for teacher in &mut staff {
        let dutch = json!({"subject": "NED", "graden": [1, 2, 3], "level": "required"});
        let able = teacher["qualifications"].as_array_mut();
        able.expect("a list").push(dutch);
    }
    let classes = vec![class("1A", 1, 20, 80), class("3A", 3, 30, 0)];
    let lessons = vec![
        lesson("a", "WIS", "1A", 4),
        lesson("b", "WIS", "3A", 2),
        lesson("c", "NED", "3A", 1),
    ];
    school(staff, classes, lessons)
}

fn all() -> Plan {
    who(&[("a", 0, "ann"), ("b", 0, "ann"), ("c", 0, "ann")])
}

fn ann(experience: u8) -> Value {
    three_lessons(vec![teacher("ann", experience, "4/22")])
}

#[test]
fn s4_counts_classes_of_starters() {
    let few = [("year_1", 1), ("year_2", 2)];
    assert_eq!(deviation_with("S4", &ann(1), &all(), &few), 1); // two classes
    assert_eq!(deviation_with("S4", &ann(2), &all(), &few), 0);
    assert_eq!(deviation_with("S4", &ann(3), &all(), &few), 0);
    assert_eq!(deviation("S4", &ann(1), &all()), 0);
}

#[test]
fn s5_counts_sites_where_lessons_must_be() {
    let mut school = ann(1);
    school["rooms"][0]["site"] = json!("north");
    school["rooms"][2]["site"] = json!("south");
    school["lessons"][0]["rooms"] = json!([{"any_of": ["A"]}]);
    school["lessons"][1]["rooms"] = json!([{"kind": "lab"}]);
    assert_eq!(deviation("S5", &school, &all()), 1);
    // Room B stands nowhere, so a classroom may be elsewhere.
    school["lessons"][0]["rooms"] = json!([{"kind": "classroom"}]);
    assert_eq!(deviation("S5", &school, &all()), 0);
}

#[test]
fn s6_asks_for_half_in_one_block() {
    // Blocks of 4, 2 and 1 of 7 hours; 60 % is 4.2: one hour short.
    assert_eq!(deviation("S6", &ann(1), &all()), 0);
    assert_eq!(deviation_with("S6", &ann(1), &all(), &[("percent", 60)]), 1);
    assert_eq!(deviation_with("S6", &ann(9), &all(), &[("percent", 60)]), 0);
}

#[test]
fn p2_and_p3_go_by_the_target() {
    // 4 x 20 + 3 x 30 = 170 minutes; 9 hours x 4/22 are 98: 72 too many, two hours.
    assert_eq!(deviation("P2", &ann(9), &all()), 2);
    // 50 pupils; 150 x 4/22 = 27.3, rounded up to 28.
    assert_eq!(deviation("P3", &ann(9), &all()), 22);
    // Half of 1A in one lesson and all of it in another are 20 pupils.
    let mut halves = ann(9);
    halves["classes"][0]["partitions"] = json!([{"id": "h", "parts": [{"id": "x"}, {"id": "y"}]}]);
    halves["lessons"][1] = lesson("b", "WIS", "1A", 2);
    halves["lessons"][1]["groups"][0]["part"] = json!({"partition": "h", "part": "x"});
    let two = who(&[("a", 0, "ann"), ("b", 0, "ann")]);
    assert_eq!(deviation_with("P3", &halves, &two, &[("max", 22)]), 16); // 20 - 4
}

#[test]
fn p4_counts_the_own_class_three_times() {
    let mut school = ann(9);
    // 200 x 4/22 = 36.4, rounded up to 37: 50 pupils are 13 too many.
    assert_eq!(deviation("P4", &school, &all()), 13);
    school["classes"][0]["titularis"] = json!("ann");
    assert_eq!(deviation("P4", &school, &all()), 53); // 20 of them count three times
    assert_eq!(deviation_with("P4", &school, &all(), &[("own", 1)]), 13);
}

#[test]
fn p6_asks_for_hours_with_classes() {
    let mut school = ann(9);
    school["classes"][1]["titularis"] = json!("ann");
    assert_eq!(deviation("P6", &school, &all()), 1); // 3 of 4 hours; 7 hours for two classes
    assert_eq!(deviation_with("P6", &school, &all(), &[("mean", 5)]), 4); // 1 + 10 - 7
    assert_eq!(deviation("P6", &school, &who(&[])), 4);
}

#[test]
fn p7_weighs_four_burdens() {
    // One teacher has all the work there is: 100 points for work (minutes above the fair share of the school, as
    // preparations of single lessons are counted whole). Three of three preparations: 50. Two graden: 100. Hard: 100.
    let index = deviation_with("P7", &ann(1), &all(), &[("threshold", 0)]);
    let work = index * 4 - 250;
    assert!((50..=100).contains(&work), "{work}");
    assert_eq!(deviation("P7", &ann(1), &all()), index - 60);
    // An expert: fair work is 50; 3 of 5 preparations 30; two graden of two 50; 4 of 8 hours 25: 155 / 4 = 38.
    assert_eq!(
        deviation_with("P7", &ann(9), &all(), &[("threshold", 0)]),
        38
    );
}

#[test]
fn p8_and_b2_protect_the_first_years() {
    let task = |load: &str| json!({"name": "x", "kind": "other", "load": load});
    let mut school = ann(2);
    school["staff"][0]["tasks"] = json!([task("17/22"), task("1/22")]);
    // Loads: 4/22 + 2/21 + 1/21 + 18/22 is 1/7 more than a job: 3.1 hours, four; and one task too many.
    assert_eq!(deviation("P8", &school, &all()), 5);
    // Lessons: 4/22 + 3/21 of FTE is 7.14 hours; 95 % of 4 hours is 3.8: four hours above.
    assert_eq!(deviation("B2", &school, &all()), 4);
    assert_eq!(deviation("B2", &ann(4), &all()), 0);
}

#[test]
fn v3_compares_experts_with_their_share() {
    // Ann does all the work with half of the targets: as much again as her share.
    let bob = teacher("bob", 9, "4/22");
    let school = |experience| three_lessons(vec![teacher("ann", experience, "4/22"), bob.clone()]);
    // 4 x 85 + 3 x 95 = 625 and 7 x 30 more: 835 minutes; half is 417, of which 105 %: 437.85. Seven hours above.
    assert_eq!(deviation("V3", &school(5), &all()), 7);
    assert_eq!(deviation("V3", &school(4), &all()), 0);
}

/// Mia, with mentoring hours, and three starters whom she mentors.
fn mia(experience: u8, hours: u8) -> Value {
    let mut mia = set(teacher("mia", experience, "4/22"), "mentor", json!(true));
    if hours > 0 {
        let load = format!("{hours}/22");
        mia["tasks"] = json!([{"name": "mentor", "kind": "mentoring", "load": load}]);
    }
    let starters = ["x", "y", "z"];
    let mut staff = vec![mia];
    staff.extend(starters.map(|id| teacher(id, 1, "2/22")));
    let pairs = starters.map(|id| json!({"mentor": "mia", "starter": id}));
    set(three_lessons(staff), "mentoring", json!({"pairs": pairs}))
}

#[test]
fn mentors_have_hours_mentees_and_a_profile() {
    let nothing = who(&[]);
    let measured = |rule, school: &Value| deviation(rule, school, &nothing);
    assert_eq!(measured("M2", &mia(9, 2)), 2); // 3.3 hours asked: 1.3 short
    assert_eq!(measured("M3", &mia(9, 2)), 2); // 20 x 2 / 22: one mentee
    assert_eq!(
        deviation_with("M3", &mia(9, 9), &nothing, &[("span", 2)]),
        1
    );
    assert_eq!(measured("M4", &mia(9, 7)), 2); // four and one of slack
    assert_eq!(measured("M4", &mia(9, 0)), 4); // unpaid
    assert_eq!(measured("M5", &mia(9, 2)), 0);
    assert_eq!(measured("M5", &mia(4, 2)), 1);
    let mut other = mia(9, 2);
    other["staff"][0]["mentor"] = json!(false);
    other["staff"][1]["evaluator"] = json!("mia");
    other["staff"][0]["evaluator"] = json!("y");
    assert_eq!(measured("M5", &other), 1);
    assert_eq!(measured("M14", &other), 2);
    assert_eq!(measured("M15", &other), 0);
    let own = json!([{"subject": "FRA", "graden": [1], "level": "required"}]);
    other["staff"][2]["qualifications"] = own;
    assert_eq!(measured("M15", &other), 0); // graad 1
    other["staff"][0]["qualifications"] =
        json!([{"subject": "WIS", "graden": [3], "level": "required"}]);
    assert_eq!(measured("M15", &other), 1);
}

#[test]
fn v1_and_u1_look_at_tasks() {
    let mut school = mia(4, 3);
    school["classes"][0]["titularis"] = json!("mia");
    assert_eq!(deviation("V1", &school, &who(&[])), 2); // a mentor, and a hard class
    assert_eq!(deviation_with("V1", &school, &who(&[]), &[("years", 4)]), 0);
    assert_eq!(deviation("U1", &school, &who(&[])), 0);
    school["budget"] = json!([{"id": "all", "name": "all", "kind": "ordinary", "hours": 50}]);
    assert_eq!(deviation("U1", &school, &who(&[])), 2); // 3 hours; 3 % of 50 is one
}
