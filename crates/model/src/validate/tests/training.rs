//! Those who learn to teach, provoked by one small change to a valid school.

use serde_json::{Value, json};

use super::reports;
use crate::parse::tests::{adding, faults_of, with};

#[test]
fn trainees() {
    let group = json!({
        "id": "t", "name": "t", "members": ["cas"], "mentor": "ann", "days": ["mon"], "kind": "internship",
    });
    let with_group = |change: &dyn Fn(&mut Value)| {
        let mut group = group.clone();
        change(&mut group);
        adding("", "trainees", json!([group]))
    };
    // Cas is locked to the place of a trainee and has been here for five years.
    assert_eq!(faults_of(&with_group(&|_| {})), []);
    let group = "/trainees/0";
    for place in ["members/0", "mentor", "days/0"] {
        let pointer = format!("/{place}");
        let school = with_group(&|g| *g.pointer_mut(&pointer).expect("there") = json!("nobody"));
        reports(&school, "UW0103", &format!("{group}/{place}"));
    }
    let members = |ids: Value| with_group(&move |g| g["members"] = ids.clone());
    reports(
        &members(json!(["cas", "cas"])),
        "UW0196",
        &format!("{group}/members/1"),
    );
    reports(
        &members(json!(["ann"])),
        "UW0198",
        &format!("{group}/mentor"),
    );
    reports(
        &members(json!(["dot"])),
        "UW0199",
        &format!("{group}/members/0"),
    );
    reports(
        &members(json!(["bob"])),
        "UW0157",
        &format!("{group}/members/0"),
    );
    let two = json!([{"role": "lead"}, {"role": "trainee", "hours": 2}, {"role": "trainee"}]);
    reports(
        &with("/lessons/1/positions", two),
        "UW0156",
        "/lessons/1/positions/2",
    );
}
