//! Scenarios on the tiny school: what becomes of it, and every fault with its place.

use serde_json::{Value, json};

use crate::{Diagnostics, Place, ScenarioDocument, School};

fn school() -> School {
    School::parse(include_str!("../../../tests/tiny.json")).expect("the tiny school is valid")
}

fn scenario(changes: Value, locks: Value) -> ScenarioDocument {
    let json = json!({
        "uurwerk": {"kind": "scenario", "version": 1},
        "name": "what if", "changes": changes, "locks": locks,
    });
    ScenarioDocument::parse(&json.to_string()).expect("a scenario of the right shape")
}

fn after(changes: Value) -> School {
    let made = scenario(changes, json!([])).apply(&school());
    made.unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn places(faults: &Diagnostics) -> Vec<(String, String)> {
    let place = |d: &crate::Diagnostic| match &d.place {
        Place::Pointer(pointer) => (d.code().to_owned(), pointer.clone()),
        other => panic!("{other:?}"),
    };
    faults.iter().map(place).collect()
}

#[test]
fn nobody_waits_for_who_leaves() {
    let changed = after(json!([{"staff_leaves": {"teacher": "ann"}}]));
    let document = changed.document();
    assert!(changed.teacher_ix(&"ann".into()).is_none());
    assert!(document.mentoring.pairs.is_empty() && document.teams.is_empty());
    assert_eq!(document.classes[0].titularis, None);
    assert_eq!(changed.lessons().len(), 5);
}

#[test]
fn a_place_that_counts_in_no_load_goes_with_its_person() {
    // Cas is a trainee in wis-1B and Bob's evaluator, and alone in teaching religion until Dot may.
    let religion = json!([{"subject": "RK", "graden": [1], "level": "required"}]);
    let changed = after(json!([
        {"qualification_changes": {"teacher": "dot", "add": religion}},
        {"staff_leaves": {"teacher": "cas"}},
    ]));
    let lesson = changed.lesson(
        changed
            .lesson_ix(&"wis-1B".into())
            .expect("it is still given"),
    );
    assert_eq!(lesson.positions.len(), 1);
    assert_eq!(changed.document().locks.len(), 2);
    assert_eq!(changed.document().staff[1].evaluator, None);
}

#[test]
fn who_is_absent_keeps_tasks_and_nothing_else() {
    let changed =
        after(json!([{"staff_absent": {"teacher": "ann", "weeks": {"from": 40, "to": 45}}}]));
    let ann = changed
        .teacher_ix(&"ann".into())
        .expect("she is still there");
    let teacher = changed.teacher(ann);
    assert_eq!(teacher.contract.max, teacher.task_load());
    assert_eq!(changed.unavailable(ann).len(), changed.slots().len());
    assert!(teacher.qualifications.is_empty());
}

#[test]
fn times_become_possible_in_part() {
    let day = json!([{"availability_changes": {"teacher": "ann", "never": [{"day": "mon"}]}}]);
    let changed = scenario(day, json!([]))
        .apply(&school())
        .expect("it is valid");
    let morning = json!([{"availability_changes": {"teacher": "ann", "possible": [{"half_day": {"day": "mon", "half_day": "morning"}}]}}]);
    let again = scenario(morning, json!([]))
        .apply(&changed)
        .expect("it is valid");
    let ann = again.teacher_ix(&"ann".into()).expect("she is there");
    assert_eq!(changed.unavailable(ann).len(), 5);
    let afternoon: Vec<_> = again
        .unavailable(ann)
        .iter()
        .map(|s| again.slots()[s.at()].half_day)
        .collect();
    assert!(
        !afternoon.is_empty()
            && afternoon
                .iter()
                .all(|half| *half == crate::HalfDay::Afternoon)
    );
}

#[test]
fn a_class_splits_and_keeps_together_what_others_share() {
    let changed = after(json!([{"class_split": {
        "class": "1A",
        "into": [{"id": "1A", "name": "1A", "pupils": 12}, {"id": "1C", "name": "1C", "pupils": 8}],
        "together": ["lab-1A-a"],
    }}]));
    let groups = |id: &str| {
        let lesson = changed.lesson_ix(&id.into()).map(|l| changed.lesson(l));
        lesson.map(|l| {
            l.groups
                .iter()
                .map(|g| g.class.to_string())
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(groups("wis-1A"), Some(vec!["1A".into()]));
    assert_eq!(groups("wis-1A~1C"), Some(vec!["1C".into()]));
    assert_eq!(groups("lab-1A-a"), Some(vec!["1A".into(), "1C".into()]));
    // Religion is shared with 1B, and ethics is linked to it.
    assert_eq!(groups("ncz-1"), Some(vec!["1A".into(), "1C".into()]));
    assert_eq!(groups("rk-1~1C"), None);
    assert_eq!(changed.classes()[0].partitions[0].parts[0].pupils, Some(6));
}

#[test]
fn classes_merge_and_give_once_what_they_have_alike() {
    let mut document = school().document().clone();
    let twin = document.lessons[0].clone();
    document.lessons[1] = crate::Lesson {
        id: "wis-1B".into(),
        groups: vec![crate::Group {
            class: "1B".into(),
            part: None,
        }],
        ..twin
    };
    document.locks.clear();
    // Religion takes 1B as a whole and a part of 1A: merged, that would be nonsense.
    document.lessons.truncate(3);
    let school = School::from_document(document).expect("it is valid");
    let merge = json!([{"classes_merged": {"classes": ["1A", "1B"], "into": {"id": "1AB", "name": "1AB", "pupils": 32}}}]);
    let changed = scenario(merge, json!([]))
        .apply(&school)
        .expect("it is valid");
    assert_eq!(changed.classes().len(), 1);
    assert!(
        changed.lesson_ix(&"wis-1B".into()).is_none()
            && changed.lesson_ix(&"wis-1A".into()).is_some()
    );
}

#[test]
fn every_fault_is_told_at_its_place() {
    let changes = json!([
        {"staff_leaves": {"teacher": "eve"}},
        {"class_removed": {"class": "9Z"}},
        {"lesson_dropped": {"lesson": "none"}},
        {"room_closes": {"room": "X"}},
        {"budget_changes": {"line": "none", "hours": 3}},
        {"qualification_changes": {"teacher": "bob", "remove": [{"subject": "RK"}]}},
        {"class_split": {"class": "1B", "into": [{"id": "1A", "name": "x", "pupils": 1}, {"id": "1D", "name": "y", "pupils": 1}], "together": ["lab-1A-a"]}},
    ]);
    let faults = scenario(changes, json!([]))
        .apply(&school())
        .expect_err("it is full of faults");
    let found = places(&faults);
    for (code, place) in [
        ("UW0103", "/changes/0/staff_leaves/teacher"),
        ("UW0103", "/changes/1/class_removed/class"),
        ("UW0103", "/changes/2/lesson_dropped/lesson"),
        ("UW0103", "/changes/3/room_closes/room"),
        ("UW0103", "/changes/4/budget_changes/line"),
        ("UW0701", "/changes/5/qualification_changes/remove/0"),
        ("UW0101", "/changes/6/class_split/into/0/id"),
        ("UW0703", "/changes/6/class_split/together/0"),
    ] {
        assert!(
            found.contains(&(code.to_owned(), place.to_owned())),
            "{code} at {place}: {found:?}"
        );
    }
}

#[test]
fn a_fault_of_the_changed_school_is_laid_at_the_change_that_made_it() {
    let changes = json!([
        {"class_changes": {"class": "1A", "difficulty": 50}},
        {"contract_changes": {"teacher": "bob", "contract": {"min": "6/22", "target": "4/22", "max": "5/22"}}},
    ]);
    let faults = scenario(changes, json!([]))
        .apply(&school())
        .expect_err("least above most");
    assert_eq!(
        places(&faults),
        [("UW0120".to_owned(), "/changes/1".to_owned())]
    );
    let faults = scenario(json!([]), json!([{"day": "sun"}, {"teacher": "ann"}])).apply(&school());
    let faults = faults.expect_err("no such day");
    assert_eq!(
        places(&faults),
        [("UW0103".to_owned(), "/locks/0/day".to_owned())]
    );
}

#[test]
fn the_last_room_of_a_need_cannot_close_in_silence() {
    let changes = json!([{"room_closes": {"room": "A101"}}, {"room_closes": {"room": "A102"}}]);
    let faults = scenario(changes, json!([]))
        .apply(&school())
        .expect_err("wis-1B asks for these two");
    assert!(places(&faults).contains(&(
        "UW0702".to_owned(),
        "/changes/1/room_closes/room".to_owned()
    )));
}

#[test]
fn the_ten_scenarios_of_the_large_school_apply() {
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let read = |path: &std::path::Path| std::fs::read_to_string(path).expect("a fixture");
    let large = School::parse(&read(&fixtures.join("large.json"))).expect("it is valid");
    let mut count = 0;
    for entry in std::fs::read_dir(fixtures.join("scenarios"))
        .expect("a folder")
        .flatten()
    {
        let scenario =
            ScenarioDocument::parse(&read(&entry.path())).unwrap_or_else(|f| panic!("{f:?}"));
        let base = scenario.base.as_ref().map(|base| {
            let path = fixtures.join("scenarios").join(base);
            let base = ScenarioDocument::parse(&read(&path)).expect("a scenario");
            base.apply(&large).expect("it applies")
        });
        let made = scenario.apply(base.as_ref().unwrap_or(&large));
        assert!(made.is_ok(), "{}: {made:?}", entry.path().display());
        count += 1;
    }
    assert_eq!(count, 10);
}
