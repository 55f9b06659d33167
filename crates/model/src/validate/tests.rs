//! Every code of meaning, provoked by one small change to a valid school.

mod locks;
mod outside;
mod training;

use serde_json::{Value, json};

use crate::parse::tests::{adding, faults_of, tiny, with};

fn push(list: &str, item: Value) -> Value {
    let mut school = tiny();
    let list = school.pointer_mut(list).expect("such a list");
    list.as_array_mut().expect("a list").push(item);
    school
}

fn reports(school: &Value, code: &str, place: &str) {
    let expected = (code.to_owned(), place.to_owned());
    let found = faults_of(school);
    assert!(
        found.contains(&expected),
        "{code} at {place} not in {found:?}"
    );
}

#[test]
fn names() {
    reports(&with("/staff/1/id", json!("ann")), "UW0101", "/staff/1/id");
    reports(&with("/rooms/1/id", json!(" x")), "UW0102", "/rooms/1/id");
    reports(&with("/classes/1/id", json!("")), "UW0102", "/classes/1/id");
}

#[test]
fn references_of_every_kind() {
    for place in [
        "/staff/0/qualifications/0/subject",
        "/staff/0/previous/0/subject",
        "/staff/0/previous/0/class",
        "/staff/0/rights/0/subjects/0",
        "/staff/0/tasks/0/budget_line",
        "/staff/0/wishes/0/on/half_day/day",
        "/staff/0/wishes/1/on/class",
        "/staff/1/wishes/0/on/slot/day",
        "/staff/1/wishes/0/on/slot/period",
        "/staff/1/sites/0",
        "/staff/1/evaluator",
        "/classes/0/titularis",
        "/classes/0/home_room",
        "/lessons/0/subject",
        "/lessons/0/groups/0/class",
        "/lessons/2/groups/0/part/partition",
        "/lessons/2/groups/0/part/part",
        "/lessons/0/budget_line",
        "/lessons/0/rooms/0/prefer/0",
        "/lessons/1/rooms/0/any_of/0",
        "/mentoring/pairs/0/mentor",
        "/mentoring/pairs/0/starter",
        "/mentoring/budget_line",
        "/teams/0/members/0",
        "/locks/0/teacher/lesson",
        "/locks/0/teacher/teacher",
        "/locks/1/time/lesson",
        "/locks/1/time/start/day",
        "/locks/1/time/start/period",
        "/locks/2/room/lesson",
        "/locks/2/room/room",
    ] {
        reports(&with(place, json!("nowhere")), "UW0103", place);
    }
    for (target, id) in [("day", "sun"), ("subject", "x"), ("lesson", "x")] {
        let school = with("/staff/0/wishes/0/on", json!({ target: id }));
        reports(&school, "UW0103", &format!("/staff/0/wishes/0/on/{target}"));
    }
}

#[test]
fn the_week() {
    let p = "/grid/days/0/periods/1";
    reports(
        &with(&format!("{p}/end"), json!("09:20")),
        "UW0110",
        &format!("{p}/end"),
    );
    reports(
        &with(&format!("{p}/start"), json!("09:00")),
        "UW0111",
        &format!("{p}/start"),
    );
    let school = with("/grid/days/0/periods/0/half_day", json!("afternoon"));
    reports(&school, "UW0112", &format!("{p}/half_day"));
}

#[test]
fn noemers() {
    let cell = json!({"graad": 1, "kind": "AV", "hours": 21});
    reports(&push("/noemers", cell), "UW0115", "/noemers/3");
    // 3 hours at noemer 24: 3 x 133980 / 24 = 16747.5.
    reports(
        &with("/noemers/0/hours", json!(24)),
        "UW0116",
        "/noemers/0/hours",
    );
    reports(
        &with("/subjects/3/noemer", json!(24)),
        "UW0116",
        "/subjects/3/noemer",
    );
    // 2 hours at noemer 24 are exact: 11165.
    let school = with("/noemers/1/hours", json!(24));
    assert_eq!(faults_of(&school), []);
}

#[test]
fn contracts() {
    reports(
        &with("/staff/0/contract/min", json!("7/22")),
        "UW0120",
        "/staff/0/contract",
    );
    reports(
        &with("/staff/2/contract/min", json!(-1)),
        "UW0121",
        "/staff/2/contract/min",
    );
    reports(
        &with("/staff/0/tasks/0/load", json!(-1)),
        "UW0121",
        "/staff/0/tasks/0/load",
    );
    reports(
        &with("/staff/0/tasks/0/load", json!("9/22")),
        "UW0122",
        "/staff/0/tasks",
    );
    reports(
        &with("/staff/0/rights/0/volume", json!("9/22")),
        "UW0124",
        "/staff/0/rights/0/volume",
    );
    reports(
        &with("/staff/0/rights/0/volume", json!(0)),
        "UW0125",
        "/staff/0/rights/0/volume",
    );
    let right = json!([{"volume": "1/22", "subjects": ["RK"]}]);
    reports(
        &adding("/staff/0", "rights", right),
        "UW0131",
        "/staff/0/rights/0",
    );
}

#[test]
fn a_teacher_without_qualification_is_fine_only_without_hours_to_fill() {
    reports(
        &with("/staff/1/qualifications", json!([])),
        "UW0126",
        "/staff/1/qualifications",
    );
    // Dot's contract asks for nothing at least: no fault.
    let school = with("/staff/3/qualifications", json!([]));
    assert_eq!(faults_of(&school), []);
    // Bob's least is 2 hours, and the 3 hours of wis-1B are locked: only the lock is odd.
    let mut school = with("/staff/1/qualifications", json!([]));
    let lock = json!({"teacher": {"lesson": "wis-1B", "teacher": "bob"}});
    school["locks"].as_array_mut().expect("a list").push(lock);
    assert_eq!(
        faults_of(&school),
        [("UW0177".to_owned(), "/locks/3/teacher".to_owned())]
    );
}

#[test]
fn people() {
    let wish = json!({"on": {"class": "1A"}, "value": -1});
    reports(
        &push("/staff/0/wishes", wish),
        "UW0127",
        "/staff/0/wishes/2",
    );
    let twice = json!({"subject": "WIS", "graden": [1, 3], "level": "other"});
    reports(
        &push("/staff/0/qualifications", twice),
        "UW0128",
        "/staff/0/qualifications/2",
    );
    reports(
        &with("/staff/1/evaluator", json!("bob")),
        "UW0129",
        "/staff/1/evaluator",
    );
    let never = json!([{"on": {"day": "mon"}, "value": -3}, {"on": {"day": "tue"}, "value": -3}]);
    reports(&with("/staff/1/wishes", never), "UW0130", "/staff/1/wishes");
}

#[test]
fn classes() {
    reports(
        &with("/classes/1/year", json!(3)),
        "UW0135",
        "/classes/1/graad",
    );
    reports(
        &with("/classes/1/stream", json!("doorstroom")),
        "UW0136",
        "/classes/1/stream",
    );
    let part = "/classes/0/partitions/0/parts/0/pupils";
    reports(&with(part, json!(21)), "UW0137", "/classes/0/partitions/0");
    // 1A: 3 hours whole, and 2 (half a) beside 1 (linked creeds): at least 3 + 2 = 5 of 8; with 7
    // hours of mathematics 9.
    let school = with("/lessons/0/hours", json!(7));
    reports(&school, "UW0138", "/classes/0");
    let school = with("/lessons/0/hours", json!(6));
    assert_eq!(faults_of(&school), []);
    let class =
        json!({"id": "1C", "name": "1C", "graad": 1, "year": 1, "stream": "a", "pupils": 1});
    reports(&push("/classes", class), "UW0139", "/classes/2");
}

#[test]
fn lessons() {
    reports(&with("/noemers/0/graad", json!(2)), "UW0140", "/lessons/0");
    reports(
        &with("/lessons/1/blocks", json!([2, 2])),
        "UW0141",
        "/lessons/1/blocks",
    );
    // The longest half-day has 3 periods, the longest day 5, the week three half-days: 3, 2 and 3.
    let mut school = with("/lessons/0/hours", json!(4));
    school["lessons"][0]["blocks"] = json!([4]);
    reports(&school, "UW0142", "/lessons/0/blocks/0");
    school["lessons"][0]["hours"] = json!(6);
    school["lessons"][0]["blocks"] = json!([6]);
    reports(&school, "UW0143", "/lessons/0/blocks/0");
    school["lessons"][0]["hours"] = json!(8);
    school["lessons"][0]["blocks"] = json!([2, 2, 2, 2]); // three fit
    reports(&school, "UW0144", "/lessons/0");
    reports(
        &push("/lessons/0/groups", json!({"class": "1A"})),
        "UW0145",
        "/lessons/0/groups/1",
    );
    let part = json!({"class": "1A", "part": {"partition": "half", "part": "a"}});
    reports(
        &push("/lessons/0/groups", part),
        "UW0146",
        "/lessons/0/groups/1",
    );
    let part = json!({"class": "1A", "part": {"partition": "creed", "part": "rk"}});
    reports(
        &push("/lessons/2/groups", part),
        "UW0147",
        "/lessons/2/groups/1",
    );
    let hours = "/lessons/1/positions/1/hours";
    reports(&with(hours, json!(1)), "UW0148", hours);
    reports(
        &with("/locks", json!([])),
        "UW0149",
        "/lessons/1/positions/1",
    );
    let co = json!([{"role": "co"}]);
    reports(
        &adding("/lessons/0", "positions", co),
        "UW0155",
        "/lessons/0/positions",
    );
    reports(
        &adding("/lessons/0", "positions", json!([])),
        "UW0151",
        "/lessons/0/positions",
    );
}

#[test]
fn a_lesson_needs_as_many_qualified_teachers_as_it_has_open_positions() {
    // Ann and Bob teach LAB in graad 1; a third is not there.
    let two = json!([{"role": "lead"}, {"role": "co"}]);
    assert_eq!(faults_of(&adding("/lessons/2", "positions", two)), []);
    let three = json!([{"role": "lead"}, {"role": "co"}, {"role": "co"}]);
    reports(
        &adding("/lessons/2", "positions", three),
        "UW0150",
        "/lessons/2",
    );
    reports(
        &adding("/lessons/2", "graad", json!(3)),
        "UW0150",
        "/lessons/2",
    );
}

#[test]
fn rooms() {
    reports(
        &with("/lessons/2/rooms/0/kind", json!("gym")),
        "UW0152",
        "/lessons/2/rooms/0",
    );
    reports(
        &with("/rooms/2/capacity", json!(9)),
        "UW0153",
        "/lessons/2/rooms/0",
    );
    reports(
        &with("/lessons/0/rooms/0/prefer/0", json!("L1")),
        "UW0154",
        "/lessons/0/rooms/0/prefer/0",
    );
}

#[test]
fn ways_between_buildings() {
    let school = || {
        let mut school = adding("/rooms/0", "building", json!("A"));
        school["rooms"][2]["building"] = json!("L");
        school["travel"] = json!([{"from": "A", "to": "L", "minutes": 5}]);
        school
    };
    assert_eq!(faults_of(&school()), []);
    let second = |way: Value| {
        let mut school = school();
        school["travel"].as_array_mut().expect("a list").push(way);
        school
    };
    // A site may be an end too.
    let way = second(json!({"from": "A", "to": "main", "minutes": 5}));
    assert_eq!(faults_of(&way), []);
    let way = second(json!({"from": "A", "to": "nowhere", "minutes": 5}));
    reports(&way, "UW0103", "/travel/1/to");
    let way = second(json!({"from": "A", "to": "A", "minutes": 5}));
    reports(&way, "UW0187", "/travel/1");
    let way = second(json!({"from": "L", "to": "A", "minutes": 5}));
    reports(&way, "UW0188", "/travel/1");
    let mut sites = school();
    sites["rooms"][1]["building"] = json!("A");
    sites["rooms"][1]["site"] = json!("other");
    reports(&sites, "UW0189", "/rooms/1/site");
}

#[test]
fn links() {
    reports(
        &with("/lessons/4/hours", json!(2)),
        "UW0160",
        "/lessons/4/link",
    );
    reports(
        &with("/lessons/4/groups", json!([{"class": "1A"}])),
        "UW0161",
        "/lessons/4/groups/0",
    );
    let same = "/lessons/4/groups/0/part/part";
    reports(&with(same, json!("rk")), "UW0161", "/lessons/4/groups/0");
    let half = json!({"partition": "half", "part": "a"});
    reports(
        &with("/lessons/4/groups/0/part", half),
        "UW0165",
        "/lessons/4/groups/0",
    );
    reports(
        &with("/lessons/4/link", json!("other")),
        "UW0162",
        "/lessons/4/link",
    );
}

#[test]
fn mentors_and_teams() {
    let pair = "/mentoring/pairs/0";
    reports(
        &with(&format!("{pair}/starter"), json!("ann")),
        "UW0191",
        pair,
    );
    let twice = json!({"mentor": "ann", "starter": "bob"});
    reports(
        &push("/mentoring/pairs", twice),
        "UW0192",
        "/mentoring/pairs/1",
    );
    reports(
        &with("/staff/1/evaluator", json!("ann")),
        "UW0193",
        &format!("{pair}/mentor"),
    );
    reports(
        &with("/staff/1/experience", json!(3)),
        "UW0194",
        &format!("{pair}/starter"),
    );
    reports(
        &with("/staff/0/mentor", json!(false)),
        "UW0195",
        &format!("{pair}/mentor"),
    );
    reports(
        &with("/teams/0/members/1", json!("ann")),
        "UW0196",
        "/teams/0/members/1",
    );
    let quorum = |quorum: u8| adding("/teams/0", "quorum", json!(quorum));
    for wrong in [3, 255] {
        reports(&quorum(wrong), "UW0169", "/teams/0/quorum");
    }
    assert_eq!(faults_of(&quorum(2)), []);
    let second = json!({"mentor": "cas", "starter": "bob"});
    reports(
        &push("/mentoring/pairs", second),
        "UW0197",
        "/mentoring/pairs/1/starter",
    );
}

#[test]
fn budget() {
    // Two lessons of 3 hours are charged to `plain`; the lock's trainee is not.
    reports(
        &with("/budget/0/hours", json!(5)),
        "UW0163",
        "/budget/0/hours",
    );
    // 7000 units are more than one hour of 6090 at noemer 22.
    reports(
        &with("/staff/0/tasks/0/load", json!(7000)),
        "UW0163",
        "/budget/2/hours",
    );
    reports(
        &with("/lessons/0/budget_line", json!("creed")),
        "UW0164",
        "/lessons/0/budget_line",
    );
    let task = "/staff/0/tasks/0/budget_line";
    reports(&with(task, json!("creed")), "UW0164", task);
}

#[test]
fn absurd_sizes_are_refused_alone() {
    let rooms: Vec<Value> = (0..5_001)
        .map(|at| json!({"id": format!("r{at}"), "name": "r", "kind": "k"}))
        .collect();
    let found = faults_of(&with("/rooms", json!(rooms)));
    assert_eq!(found, [("UW0190".to_owned(), "/rooms".to_owned())]);
}

#[test]
fn several_faults_come_in_the_order_of_the_document() {
    let mut school = tiny();
    school["lessons"][0]["subject"] = json!("nowhere");
    school["staff"][3]["contract"]["min"] = json!("3/22");
    school["locks"][0]["teacher"]["teacher"] = json!("nobody");
    let places: Vec<String> = faults_of(&school).into_iter().map(|f| f.1).collect();
    // The dangling lock leaves the trainee's position without one.
    let expected = [
        "/staff/3/contract",
        "/lessons/0/subject",
        "/lessons/1/positions/1",
        "/locks/0/teacher/teacher",
    ];
    assert_eq!(places, expected);
}
