//! Bad input ends with status 1, every fault with a code, and no file half written.
#![allow(missing_docs, clippy::unwrap_used)]

use serde_json::Value;
use uurwerk_tests::{errors, fixture, uurwerk};

/// Plans a school made wrong by `spoil`; gives what was said, after checking status and files.
fn refused(spoil: impl FnOnce(String) -> Vec<u8>) -> String {
    let good = std::fs::read_to_string(fixture("small.json")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let school = folder.path().join("school.json");
    let plan = folder.path().join("plan.json");
    std::fs::write(&school, spoil(good)).unwrap();
    std::fs::write(&plan, "what was there before").unwrap();
    let output = uurwerk(&[
        "plan".as_ref(),
        school.as_os_str(),
        "-o".as_ref(),
        plan.as_os_str(),
    ]);
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert_eq!(
        std::fs::read_to_string(&plan).unwrap(),
        "what was there before"
    );
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "files left behind: {left:?}");
    let said = errors(&output);
    assert!(said.contains("school.json"), "no file named: {said}");
    assert!(said.contains("  -> "), "no remedy: {said}");
    assert!(!said.contains("internal error"), "{said}");
    said
}

fn edited(edit: impl FnOnce(&mut Value)) -> impl FnOnce(String) -> Vec<u8> {
    |good| {
        let mut document: Value = serde_json::from_str(&good).unwrap();
        edit(&mut document);
        serde_json::to_vec(&document).unwrap()
    }
}

#[test]
fn truncated_json() {
    assert!(refused(|good| good.as_bytes()[..good.len() / 2].to_vec()).contains("UW0001"));
}

#[test]
fn not_utf8() {
    assert!(refused(|good| [good.as_bytes(), b"\xff"].concat()).contains("UW0501"));
}

#[test]
fn an_unknown_field_and_a_missing_one_at_once() {
    let said = refused(edited(|school| {
        school["staff"][0]["salary"] = Value::from(1);
        school["lessons"][3]
            .as_object_mut()
            .unwrap()
            .remove("hours");
    }));
    assert!(said.contains("/staff/0"), "{said}");
    assert!(said.contains("/lessons/3"), "{said}");
}

#[test]
fn a_teacher_without_qualification() {
    let said = refused(edited(|school| {
        school["staff"][1]["qualifications"] = Value::Array(Vec::new());
    }));
    assert!(said.contains("/staff/1"), "{said}");
}

#[test]
fn a_lesson_longer_than_a_day() {
    let said = refused(edited(|school| {
        school["lessons"][0]["hours"] = Value::from(12);
        school["lessons"][0]["blocks"] = serde_json::json!([12]);
        school["lessons"][0].as_object_mut().unwrap().remove("link");
    }));
    assert!(said.contains("/lessons/0"), "{said}");
}

#[test]
fn a_rule_that_does_not_exist_and_a_number_out_of_range() {
    let said = refused(edited(|school| {
        school["policy"]["rules"] = serde_json::json!({
            "S99": { "mode": "hard" },
            "S1": { "params": { "max": 0, "maximum": 2 } },
        });
    }));
    for code in ["UW0201", "UW0202", "UW0203"] {
        assert!(said.contains(code), "{code} is missing: {said}");
    }
}

#[test]
fn no_such_file() {
    let output = uurwerk(&["plan", "no/such/school.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("UW0500"), "{}", errors(&output));
}

#[test]
fn wrong_usage() {
    assert_eq!(uurwerk(&["plan"]).status.code(), Some(2));
    assert_eq!(
        uurwerk(&["plan", "x", "--time-limit", "soon"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(uurwerk(&["rules", "S99"]).status.code(), Some(2));
    assert_eq!(uurwerk(&["schema", "poem"]).status.code(), Some(2));
}
