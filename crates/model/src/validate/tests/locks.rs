//! Locks, alone and against each other.

use super::*;

#[test]
fn locks_one_by_one() {
    reports(
        &with("/locks/0/teacher/position", json!(2)),
        "UW0170",
        "/locks/0/teacher/position",
    );
    reports(
        &adding("/locks/1/time", "block", json!(2)),
        "UW0171",
        "/locks/1/time/block",
    );
    reports(
        &adding("/locks/2/room", "block", json!(2)),
        "UW0171",
        "/locks/2/room/block",
    );
    reports(
        &adding("/locks/2/room", "need", json!(1)),
        "UW0172",
        "/locks/2/room/need",
    );
    let lock = json!({"teacher": {"lesson": "wis-1B", "position": 1, "teacher": "dot"}});
    reports(&push("/locks", lock), "UW0173", "/locks/3/teacher");
    let mut school = tiny();
    school["locks"][0]["teacher"]["teacher"] = json!("ann");
    let lock = json!({"teacher": {"lesson": "wis-1B", "teacher": "ann"}});
    school["locks"]
        .as_array_mut()
        .expect("a list")
        .insert(0, lock);
    reports(&school, "UW0174", "/locks/1/teacher/teacher");
    reports(
        &with("/locks/1/time/start/period", json!("3")),
        "UW0175",
        "/locks/1/time/start",
    );
    let lock = json!({"time": {"lesson": "wis-1B", "start": {"day": "tue", "period": "1"}}});
    reports(&push("/locks", lock), "UW0176", "/locks/3/time");
    let lock = json!({"room": {"lesson": "wis-1B", "room": "A102"}});
    reports(&push("/locks", lock), "UW0182", "/locks/3/room");
    reports(
        &with("/locks/2/room/room", json!("L1")),
        "UW0183",
        "/locks/2/room/room",
    );
}

#[test]
fn locks_together() {
    let time = |lesson: &str, block: u8, period: &str| json!({"time": {"lesson": lesson, "block": block, "start": {"day": "mon", "period": period}}});
    let teacher = |lesson: &str, who: &str| json!({"teacher": {"lesson": lesson, "teacher": who}});
    let adding = |locks: Vec<Value>| {
        let mut school = tiny();
        school["locks"]
            .as_array_mut()
            .expect("a list")
            .extend(locks);
        school
    };
    let school = adding(vec![time("rk-1", 0, "4"), time("ncz-1", 0, "5")]);
    reports(&school, "UW0178", "/locks/4/time/start");
    // Block 0 of wis-1B takes periods 1 and 2.
    reports(
        &adding(vec![time("wis-1B", 1, "2")]),
        "UW0179",
        "/locks/3/time/start",
    );
    // Bob is free in 7 of 8 slots; 3 + 3 + 2 hours are 8.
    let bob = ["wis-1A", "wis-1B", "lab-1A-a"].map(|l| teacher(l, "bob"));
    let school = adding(bob.to_vec());
    reports(&school, "UW0180", "/staff/1");
    reports(&school, "UW0181", "/staff/1/contract/max");
    let tuesday = json!({"time": {"lesson": "wis-1A", "start": {"day": "tue", "period": "3"}}});
    let school = adding(vec![teacher("wis-1A", "bob"), tuesday]);
    reports(&school, "UW0184", "/locks/4/time/start");
    let school = adding(vec![teacher("wis-1A", "cas"), time("wis-1A", 0, "2")]);
    reports(&school, "UW0185", "/locks/4/time/start");
    let school = adding(vec![teacher("rk-1", "cas"), teacher("ncz-1", "cas")]);
    reports(&school, "UW0186", "/lessons/4/link");
}
