//! Each time rule, violated once by hand. The week: Monday 1 2 3 | 4 5, Tuesday 1 2 3.

use serde_json::json;

use super::*;

/// Ann (target 8/22) and Bob, class 1A (20 pupils), one lesson `w` of two single hours and one
/// lesson `v` of a double.
pub(super) fn two_lessons() -> Value {
    school(
        vec![teacher("ann", 9, "22/22"), teacher("bob", 9, "22/22")],
        vec![class("1A", 1, 20, 30), class("1B", 1, 10, 30)],
        vec![
            lesson("w", "WIS", "1A", 2),
            set(lesson("v", "WIS", "1B", 2), "blocks", json!([2])),
        ],
    )
}

fn ann_and_bob() -> Plan {
    who(&[("w", 0, "ann"), ("v", 0, "bob")])
}

#[test]
fn x0_counts_blocks_without_a_whole_place() {
    let school = two_lessons();
    assert_eq!(deviation("X0", &school, &ann_and_bob()), 3);
    let whole = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "tue", "3", "-"),
        ("v", 0, "mon", "4", "-"),
    ];
    assert_eq!(deviation("X0", &school, &ann_and_bob().when(&whole)), 0);
    // Over midday, and over the end of the day.
    for (day, period) in [("mon", "3"), ("mon", "5"), ("tue", "3")] {
        let mut broken = whole;
        broken[2] = ("v", 0, day, period, "-");
        assert_eq!(
            deviation("X0", &school, &ann_and_bob().when(&broken)),
            1,
            "{day} {period}"
        );
    }
}

#[test]
fn x1_counts_what_teachers_attend_beyond_one_thing() {
    let school = two_lessons();
    let ann = || who(&[("w", 0, "ann"), ("v", 0, "ann")]);
    // The double runs at 1 and 2; w at 1 and 2 as well: two periods twice.
    let both = [
        ("v", 0, "mon", "1", "-"),
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "mon", "2", "-"),
    ];
    assert_eq!(deviation("X1", &school, &ann().when(&both)), 2);
    assert_eq!(deviation("X1", &school, &ann_and_bob().when(&both)), 0);
    // A meeting during a lesson; co-teaching and being observed add nothing.
    let slot = |kind: &str, people: [&str; 2]| json!({"kind": kind, "people": people, "lesson": "w", "day": "mon", "period": "1", "length": 1});
    let with = |slot: Value| ann_and_bob().when(&both).protect(slot);
    assert_eq!(
        deviation("X1", &school, &with(slot("meeting", ["ann", "bob"]))),
        2
    );
    assert_eq!(
        deviation("X1", &school, &with(slot("observation", ["ann", "bob"]))),
        1
    );
    assert_eq!(
        deviation("X1", &school, &with(slot("co_teaching", ["ann", "bob"]))),
        0
    );
}

#[test]
fn a_position_with_fewer_hours_attends_the_first_blocks_only() {
    let mut school = two_lessons();
    school["lessons"][0]["positions"] = json!([{"role": "lead"}, {"role": "co", "hours": 1}]);
    let plan = || who(&[("w", 0, "ann"), ("w", 1, "bob"), ("v", 0, "bob")]);
    let first = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "tue", "1", "-"),
        ("v", 0, "mon", "1", "-"),
    ];
    assert_eq!(deviation("X1", &school, &plan().when(&first)), 1);
    let second = [
        ("w", 0, "tue", "1", "-"),
        ("w", 1, "mon", "1", "-"),
        ("v", 0, "mon", "1", "-"),
    ];
    assert_eq!(deviation("X1", &school, &plan().when(&second)), 0);
}

#[test]
fn x2_counts_pairs_of_lessons_with_the_same_pupils() {
    let part = |partition: &str, part: &str| json!([{"class": "1A", "part": {"partition": partition, "part": part}}]);
    let mut school = two_lessons();
    let parts = |id: &str| json!({"id": id, "parts": [{"id": "a"}, {"id": "b"}]});
    school["classes"][0]["partitions"] = json!([parts("half"), parts("creed")]);
    // The double of v at 1 and 2, w at 1 and 2.
    let both = [
        ("v", 0, "mon", "1", "-"),
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "mon", "2", "-"),
    ];
    let plan = || ann_and_bob().when(&both);
    assert_eq!(deviation("X2", &school, &plan()), 0); // classes 1A and 1B
    school["lessons"][1]["groups"] = json!([{"class": "1A"}]);
    assert_eq!(deviation("X2", &school, &plan()), 2);
    school["lessons"][1]["groups"] = part("half", "a");
    assert_eq!(deviation("X2", &school, &plan()), 2); // the whole class and a part
    school["lessons"][0]["groups"] = part("half", "b");
    assert_eq!(deviation("X2", &school, &plan()), 0); // different parts of one partition
    school["lessons"][0]["groups"] = part("half", "a");
    assert_eq!(deviation("X2", &school, &plan()), 2); // the same part
    school["lessons"][0]["groups"] = part("creed", "a");
    assert_eq!(deviation("X2", &school, &plan()), 2); // parts of two partitions
    // A link says that they may.
    school["lessons"][1]["blocks"] = json!([]);
    school["lessons"][0]["link"] = json!("x");
    school["lessons"][1]["link"] = json!("x");
    let both = [
        ("v", 0, "mon", "1", "-"),
        ("v", 1, "mon", "2", "-"),
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "mon", "2", "-"),
    ];
    assert_eq!(deviation("X2", &school, &ann_and_bob().when(&both)), 0);
    // A lesson on itself.
    let itself = [("w", 0, "mon", "1", "-"), ("w", 1, "mon", "1", "-")];
    assert_eq!(deviation("X2", &school, &ann_and_bob().when(&itself)), 1);
}

fn needing(need: Value) -> Value {
    let mut school = two_lessons();
    school["lessons"][0]["rooms"] = json!([need]);
    school["lessons"][1]["rooms"] = json!([{"kind": "classroom"}]);
    school
}

#[test]
fn x3_counts_blocks_that_share_a_room() {
    let school = needing(json!({"kind": "classroom"}));
    let same = [
        ("w", 0, "mon", "2", "A"),
        ("w", 1, "tue", "1", "A"),
        ("v", 0, "mon", "1", "A"),
    ];
    assert_eq!(deviation("X3", &school, &ann_and_bob().when(&same)), 1); // period 2
    let other = [
        ("w", 0, "mon", "2", "B"),
        ("w", 1, "tue", "1", "A"),
        ("v", 0, "mon", "1", "A"),
    ];
    assert_eq!(deviation("X3", &school, &ann_and_bob().when(&other)), 0);
}

#[test]
fn x6_counts_rooms_that_do_not_suit() {
    let plan = |room: &'static str| {
        ann_and_bob().when(&[
            ("w", 0, "mon", "1", room),
            ("w", 1, "tue", "1", "A"),
            ("v", 0, "mon", "4", "A"),
        ])
    };
    let either = needing(json!({"kind": "classroom", "any_of": ["L"]}));
    assert_eq!(deviation("X6", &either, &plan("L")), 0);
    assert_eq!(deviation("X6", &either, &plan("-")), 1);
    let kind = needing(json!({"kind": "classroom"}));
    assert_eq!(deviation("X6", &kind, &plan("L")), 1);
    assert_eq!(deviation("X6", &needing(json!({})), &plan("L")), 0);
}

#[test]
fn x7_counts_rooms_that_are_too_small() {
    let plan = |room: &'static str| {
        ann_and_bob().when(&[
            ("w", 0, "mon", "1", room),
            ("w", 1, "tue", "1", room),
            ("v", 0, "mon", "4", "A"),
        ])
    };
    let mut school = needing(json!({}));
    school["classes"][0]["pupils"] = json!(21); // A holds 20, B 30, L any number
    assert_eq!(deviation("X7", &school, &plan("A")), 2);
    assert_eq!(deviation("X7", &school, &plan("B")), 0);
    assert_eq!(deviation("X7", &school, &plan("L")), 0);
    // Two rooms share them: 11 each. A part of unknown size is an even share: 11 of 21.
    school["lessons"][0]["rooms"] = json!([{}, {}]);
    assert_eq!(deviation("X7", &school, &plan("A")), 0);
    school["lessons"][0]["rooms"] = json!([{}]);
    let parts = |first: Value| json!([{"id": "half", "parts": [first, {"id": "b"}]}]);
    school["classes"][0]["partitions"] = parts(json!({"id": "a"}));
    school["lessons"][0]["groups"] =
        json!([{"class": "1A", "part": {"partition": "half", "part": "a"}}]);
    assert_eq!(deviation("X7", &school, &plan("A")), 0);
    school["classes"][0]["partitions"] = parts(json!({"id": "a", "pupils": 21}));
    assert_eq!(deviation("X7", &school, &plan("A")), 2);
}

#[test]
fn x4_and_w2_weigh_the_times_at_which_people_are_busy() {
    let wishes = json!([
        {"on": {"day": "mon"}, "value": -1},
        {"on": {"half_day": {"day": "mon", "half_day": "morning"}}, "value": -2},
        {"on": {"slot": {"day": "mon", "period": "2"}}, "value": -3},
        {"on": {"slot": {"day": "mon", "period": "1"}}, "value": 3},
    ]);
    let mut school = two_lessons();
    school["staff"][0]["wishes"] = wishes;
    // Monday 1: -2 (the lowest); Monday 2: -3, which X4 counts and W2 does not.
    let early = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "mon", "2", "-"),
        ("v", 0, "mon", "1", "-"),
    ];
    assert_eq!(deviation("X4", &school, &ann_and_bob().when(&early)), 1);
    assert_eq!(deviation("W2", &school, &ann_and_bob().when(&early)), 2);
    // Monday 5: -1; Tuesday nothing.
    let late = [
        ("w", 0, "mon", "5", "-"),
        ("w", 1, "tue", "2", "-"),
        ("v", 0, "mon", "1", "-"),
    ];
    assert_eq!(deviation("X4", &school, &ann_and_bob().when(&late)), 0);
    assert_eq!(deviation("W2", &school, &ann_and_bob().when(&late)), 1);
}

#[test]
fn x5_counts_linked_blocks_that_start_apart() {
    let mut school = two_lessons();
    school["lessons"][1]["blocks"] = json!([]);
    school["lessons"][0]["link"] = json!("x");
    school["lessons"][1]["link"] = json!("x");
    let apart = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "tue", "1", "-"),
        ("v", 0, "mon", "1", "-"),
        ("v", 1, "tue", "2", "-"),
    ];
    assert_eq!(deviation("X5", &school, &ann_and_bob().when(&apart)), 1);
    assert_eq!(
        deviation("X5", &school, &ann_and_bob().when(&apart[..3])),
        1
    ); // one has no place
    assert_eq!(deviation("X5", &school, &ann_and_bob()), 0); // none has
}

#[test]
fn k2_counts_broken_locks() {
    let mut school = needing(json!({"kind": "classroom"}));
    school["locks"] = json!([
        {"time": {"lesson": "w", "block": 1, "start": {"day": "tue", "period": "1"}}},
        {"room": {"lesson": "w", "room": "A"}},
    ]);
    let kept = [
        ("w", 0, "mon", "1", "A"),
        ("w", 1, "tue", "1", "B"),
        ("v", 0, "mon", "1", "B"),
    ];
    assert_eq!(deviation("K2", &school, &ann_and_bob().when(&kept)), 0);
    let broken = [
        ("w", 0, "tue", "1", "B"),
        ("w", 1, "mon", "1", "A"),
        ("v", 0, "mon", "1", "B"),
    ];
    assert_eq!(deviation("K2", &school, &ann_and_bob().when(&broken)), 2);
    assert_eq!(deviation("K2", &school, &ann_and_bob()), 2);
}

#[test]
fn g1_counts_blocks_above_an_even_spread() {
    let mut school = two_lessons();
    school["lessons"][0]["hours"] = json!(3);
    // 3 blocks over 2 days: 2 a day; all three on Monday is one too many.
    let heap = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "mon", "2", "-"),
        ("w", 2, "mon", "4", "-"),
    ];
    assert_eq!(deviation("G1", &school, &ann_and_bob().when(&heap)), 1);
    let even = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "mon", "2", "-"),
        ("w", 2, "tue", "1", "-"),
    ];
    assert_eq!(deviation("G1", &school, &ann_and_bob().when(&even)), 0);
}

#[test]
fn g2_and_g3_count_holes() {
    let school = two_lessons();
    // Ann and class 1A at 1 and 5: three holes; Bob at 4 and 5.
    let holes = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "mon", "5", "-"),
        ("v", 0, "mon", "4", "-"),
    ];
    assert_eq!(deviation("G2", &school, &ann_and_bob().when(&holes)), 3);
    assert_eq!(deviation("G3", &school, &ann_and_bob().when(&holes)), 3);
    // A meeting at 3 fills one for Ann and opens none for Bob (3, 4, 5); the class is as before.
    let meeting = json!({"kind": "meeting", "people": ["ann", "bob"], "day": "mon", "period": "3", "length": 1});
    let plan = ann_and_bob().when(&holes).protect(meeting);
    assert_eq!(deviation("G2", &school, &plan), 2);
    assert_eq!(deviation("G3", &school, &plan), 3);
}

#[test]
fn g4_counts_half_days_above_the_cap() {
    let spread = [
        ("w", 0, "mon", "1", "-"),
        ("w", 1, "tue", "1", "-"),
        ("v", 0, "mon", "4", "-"),
    ];
    let plan = || who(&[("w", 0, "ann"), ("v", 0, "ann")]).when(&spread);
    let mut school = two_lessons();
    assert_eq!(deviation("G4", &school, &plan()), 0); // full-time: no cap
    // Half-time of three half-days: ceil(1.5) = 2; three are used.
    school["staff"][0]["contract"]["target"] = json!("11/22");
    assert_eq!(deviation("G4", &school, &plan()), 1);
    school["staff"][0]["half_days_max"] = json!(1);
    assert_eq!(deviation("G4", &school, &plan()), 2);
}

#[test]
fn g5_counts_rooms_that_are_not_liked() {
    let plan = |room: &'static str| {
        ann_and_bob().when(&[
            ("w", 0, "mon", "1", room),
            ("w", 1, "tue", "1", "A"),
            ("v", 0, "mon", "4", "L"),
        ])
    };
    let mut school = needing(json!({"kind": "classroom", "prefer": ["A"]}));
    assert_eq!(deviation("G5", &school, &plan("A")), 0);
    assert_eq!(deviation("G5", &school, &plan("B")), 1);
    school["classes"][0]["home_room"] = json!("B"); // liked as well
    assert_eq!(deviation("G5", &school, &plan("B")), 0);
    school["lessons"][0]["rooms"] = json!([{"kind": "classroom"}]); // only the home room now
    assert_eq!(deviation("G5", &school, &plan("B")), 1); // the second block is in A
    school["classes"][0]["home_room"] = json!("L"); // does not suit: no preference
    assert_eq!(deviation("G5", &school, &plan("B")), 0);
}
