//! What opens the week, provoked by one small change to a valid school.

use serde_json::{Value, json};

use super::reports;
use crate::parse::tests::{adding, faults_of};

#[test]
fn gatherings() {
    let gathering = |change: &dyn Fn(&mut Value)| {
        let mut gathering = json!({
            "id": "g", "name": "intervision", "people": ["ann"], "travel": 20,
            "windows": [{"day": "mon", "start": "14:00", "end": "16:00"}],
        });
        change(&mut gathering);
        adding("", "gatherings", json!([gathering]))
    };
    assert_eq!(faults_of(&gathering(&|_| {})), []);
    let nobody = gathering(&|g| g["people"][0] = json!("nobody"));
    reports(&nobody, "UW0103", "/gatherings/0/people/0");
    let twice = gathering(&|g| g["people"] = json!(["ann", "ann"]));
    reports(&twice, "UW0196", "/gatherings/0/people/1");
    let sunday = gathering(&|g| g["windows"][0]["day"] = json!("sun"));
    reports(&sunday, "UW0103", "/gatherings/0/windows/0/day");
    let team = gathering(&|g| g["team"] = json!("nowhere"));
    reports(&team, "UW0103", "/gatherings/0/team");
    let back = gathering(&|g| g["windows"][0]["end"] = json!("14:00"));
    reports(&back, "UW0167", "/gatherings/0/windows/0/end");
}

#[test]
fn projects() {
    let project = |lessons: &[&str]| {
        let project = json!({"id": "p", "name": "p", "lessons": lessons});
        adding("", "projects", json!([project]))
    };
    assert_eq!(faults_of(&project(&["wis-1A", "wis-1B"])), []);
    let lesson = "/projects/0/lessons/1";
    reports(&project(&["wis-1A", "nowhere"]), "UW0103", lesson);
    reports(&project(&["wis-1A", "wis-1A"]), "UW0168", lesson);
    reports(&project(&["wis-1A", "rk-1"]), "UW0166", lesson); // one hour for two periods
}

#[test]
fn the_world_outside() {
    let windows = |periods: &[&str]| -> Value {
        periods
            .iter()
            .map(|p| json!({"day": "mon", "period": p}))
            .collect()
    };
    let visit = |windows: Value| {
        let visit =
            json!({"id": "v", "name": "genetics", "lesson": "lab-1A-a", "windows": windows});
        adding("", "visits", json!([visit]))
    };
    // The lesson has one block of two periods.
    assert_eq!(faults_of(&visit(windows(&["1", "2"]))), []);
    for broken in [&["1", "3"][..], &["3", "4"]] {
        reports(&visit(windows(broken)), "UW0158", "/visits/0/windows");
    }
    reports(
        &visit(windows(&["1", "9"])),
        "UW0103",
        "/visits/0/windows/1",
    );
    let mut school = visit(windows(&["1", "2"]));
    school["visits"][0]["lesson"] = json!("nowhere");
    reports(&school, "UW0103", "/visits/0/lesson");

    let workplace = |class: &str, day: &str| {
        adding(
            "",
            "workplaces",
            json!([{"group": {"class": class}, "days": [day]}]),
        )
    };
    // 1B has 4 hours, and 5 periods on Monday; 3 of wis-1B and 1 of rk-1.
    assert_eq!(faults_of(&workplace("1B", "tue")), []);
    reports(&workplace("1B", "mon"), "UW0159", "/workplaces/0/days"); // three periods on Tuesday
    reports(
        &workplace("1Z", "tue"),
        "UW0103",
        "/workplaces/0/group/class",
    );
    reports(&workplace("1B", "sun"), "UW0103", "/workplaces/0/days/0");
}

#[test]
fn rounds() {
    let round = |change: &dyn Fn(&mut Value)| {
        let mut round = json!({
            "id": "r", "name": "autumn", "weeks": {"from": 43, "to": 46},
            "teachers": ["ann"], "classes": ["1A"],
        });
        change(&mut round);
        adding("", "rounds", json!([round]))
    };
    assert_eq!(faults_of(&round(&|_| {})), []);
    let twice = round(&|r| r["teachers"] = json!(["ann", "ann"]));
    reports(&twice, "UW0134", "/rounds/0/teachers/1");
    for field in ["teachers", "classes", "rooms", "teams", "people"] {
        let unknown = round(&|r| r[field] = json!(["nowhere"]));
        reports(&unknown, "UW0103", &format!("/rounds/0/{field}/0"));
    }
    // What was answered cannot be handed in.
    for field in ["survey_result", "feedback", "tevredenheid"] {
        let answers = round(&|r| r[field] = json!(3));
        reports(&answers, "UW0017", &format!("/rounds/0/{field}"));
    }
}

#[test]
fn weeks() {
    let team = |weeks: Value| {
        let team = json!({"id": "t", "name": "t", "members": ["ann", "bob"], "weeks": weeks});
        adding("", "teams", json!([team]))
    };
    assert_eq!(faults_of(&team(json!({"every": 2}))), []);
    assert_eq!(faults_of(&team(json!({"every": 4, "phase": 3}))), []);
    for weeks in [json!({"every": 3}), json!({"every": 2, "phase": 2})] {
        reports(&team(weeks.clone()), "UW0132", "/teams/0/weeks");
        for what in ["exchange", "intervision"] {
            let mentoring = json!({ what: weeks });
            let place = format!("/mentoring/{what}");
            reports(&adding("", "mentoring", mentoring), "UW0132", &place);
        }
        let window = json!({"day": "mon", "start": "15:00", "end": "16:00"});
        let gathering = json!({"id": "g", "name": "g", "windows": [window], "weeks": weeks});
        let document = adding("", "gatherings", json!([gathering]));
        reports(&document, "UW0132", "/gatherings/0/weeks");
    }
    reports(&team(json!({"every": 8})), "UW0009", "/teams/0/weeks/every");
}
