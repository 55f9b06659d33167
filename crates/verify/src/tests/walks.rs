//! G6 to G9 by hand. The week: Monday 1 2 3 | 4 5, Tuesday 1 2 3; each period lasts from the hour to ten before the next.

use serde_json::json;

use super::*;

/// Ann teaches `w` (1A, two single hours), Bob `v` (1A and 1B together, a double); room A stands in building `a`, B in `b`, both on
/// site `n`; L stands on site `s`.
fn far() -> Value {
    let mut school = school(
        vec![teacher("ann", 9, "22/22"), teacher("bob", 9, "22/22")],
        vec![class("1A", 1, 20, 30), class("1B", 1, 10, 30)],
        vec![
            lesson("w", "WIS", "1A", 2),
            set(
                set(lesson("v", "WIS", "1A", 2), "blocks", json!([2])),
                "groups",
                json!([{"class": "1A"}, {"class": "1B"}]),
            ),
        ],
    );
    for lesson in 0..2 {
        school["lessons"][lesson]["rooms"] = json!([{}]);
    }
    for (room, field, name) in [
        (0, "building", "a"),
        (1, "building", "b"),
        (0, "site", "n"),
        (1, "site", "n"),
        (2, "site", "s"),
    ] {
        school["rooms"][room][field] = json!(name);
    }
    school
}

fn plan(rooms: [&'static str; 3]) -> Plan {
    who(&[("w", 0, "ann"), ("v", 0, "bob")]).when(&[
        ("w", 0, "mon", "1", rooms[0]),
        ("w", 1, "mon", "2", rooms[1]),
        ("v", 0, "mon", "3", rooms[2]),
    ])
}

#[test]
fn g6_counts_ways_without_time() {
    let mut school = far();
    let numbers = [("minutes", 11), ("sites", 130)];
    let found = |school: &Value, rooms| deviation_with("G6", school, &plan(rooms), &numbers);
    assert_eq!(found(&school, ["A", "A", "A"]), 0);
    // Ann has 10 minutes for 11, and so have the pupils; then 1A again, and Bob was nowhere before.
    assert_eq!(found(&school, ["A", "B", "B"]), 2);
    assert_eq!(found(&school, ["A", "B", "A"]), 3);
    // From w to L takes 130 minutes: 1A has 70 from the first hour and 10 from the second.
    assert_eq!(found(&school, ["A", "A", "L"]), 2);
    assert_eq!(found(&school, ["-", "A", "-"]), 0);
    school["travel"] =
        json!([{"from": "b", "to": "a", "minutes": 10}, {"from": "s", "to": "n", "minutes": 70}]);
    assert_eq!(found(&school, ["A", "B", "A"]), 0);
    assert_eq!(found(&school, ["A", "A", "L"]), 1);
    // With the usual numbers 10 minutes are enough between buildings.
    assert_eq!(deviation("G6", &far(), &plan(["A", "B", "A"])), 0);
}

#[test]
fn g6_asks_only_the_same_pupils() {
    let mut school = far();
    school["classes"][0]["partitions"] =
        json!([{"id": "half", "parts": [{"id": "1"}, {"id": "2"}]}]);
    let half = |part: &str| json!({"class": "1A", "part": {"partition": "half", "part": part}});
    school["lessons"][0]["groups"] = json!([half("1")]);
    school["lessons"][1]["groups"] = json!([half("2"), {"class": "1B"}]);
    let numbers = [("minutes", 11), ("sites", 30)];
    let found = |school: &Value, plan: &Plan| deviation_with("G6", school, plan, &numbers);
    assert_eq!(found(&school, &plan(["A", "A", "B"])), 0);
    school["lessons"][1]["groups"] = json!([{"class": "1A"}]);
    assert_eq!(found(&school, &plan(["A", "A", "B"])), 1);
    // Ann is in both lessons: she has to go too.
    let both = who(&[("w", 0, "ann"), ("v", 0, "ann")])
        .when(&[("w", 1, "mon", "2", "A"), ("v", 0, "mon", "3", "B")]);
    assert_eq!(found(&school, &both), 2);
}

#[test]
fn g7_counts_changes_of_room() {
    let school = far();
    let found = |plan: &Plan| deviation("G7", &school, plan);
    // 1A and Ann from the first hour to the second, 1A from the second to the third.
    assert_eq!(found(&plan(["A", "B", "A"])), 3);
    assert_eq!(found(&plan(["A", "A", "L"])), 1);
    assert_eq!(found(&plan(["A", "-", "L"])), 0);
    let teachers = [("teachers", 4)];
    let plan = plan(["A", "B", "A"]);
    assert_eq!(deviation_with("G7", &school, &plan, &teachers), 6);
    // From the third hour to the fourth is noon; then v has its second hour.
    let noon = who(&[("w", 0, "ann"), ("v", 0, "bob")]).when(&[
        ("w", 0, "mon", "3", "A"),
        ("v", 0, "mon", "4", "B"),
        ("w", 1, "tue", "1", "L"),
    ]);
    assert_eq!(found(&noon), 0);
}

#[test]
fn g8_counts_rooms_that_stand_before() {
    let mut school = far();
    let found = |school: &Value, room| deviation("G8", school, &plan([room, "-", "-"]));
    school["lessons"][0]["rooms"] = json!([{"prefer": ["B", "A"]}]);
    assert_eq!(["B", "A", "L"].map(|room| found(&school, room)), [0, 1, 1]);
    school["classes"][0]["home_room"] = json!("L"); // stands last
    assert_eq!(["B", "A", "L"].map(|room| found(&school, room)), [0, 1, 2]);
    school["lessons"][0]["rooms"] = json!([{"kind": "classroom", "prefer": ["B", "A"]}]);
    assert_eq!(found(&school, "L"), 1); // is no classroom, so it is not in the list
    school["lessons"][0]["rooms"] = json!([{}]);
    assert_eq!(found(&school, "A"), 0); // one room has no order
}

#[test]
fn g9_counts_rooms_apart() {
    let mut school = far();
    school["lessons"][1]["rooms"] = json!([{}, {}, {}]);
    let found = |rooms: Value| {
        let read = read(&school);
        let mut document = plan(["-", "-", "A"]).document(&read);
        document["timetable"][2]["rooms"] = rooms;
        let plan = read_plan(&document);
        let case = Case::of(read.document(), &plan);
        let rule = RULES.iter().find(|r| r.id == "G9").expect("a rule");
        (rule.measure)(&case, &Params(std::collections::BTreeMap::new()))
    };
    assert_eq!(found(json!(["A", "A"])), 0);
    assert_eq!(found(json!(["A", "B"])), 1); // two buildings
    assert_eq!(found(json!(["A", null, "L"])), 1); // two sites
    assert_eq!(found(json!(["A", "B", "L"])), 3);
}
