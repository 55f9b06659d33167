//! The gates of shape: what a small valid school looks like, and every way to bend its shape.

use serde_json::{Value, json};

use super::*;
use crate::schema;

/// A small valid school of four teachers, two classes and five lessons, without warnings.
pub(crate) fn tiny() -> Value {
    serde_json::from_str(include_str!("../../tests/tiny.json")).expect("is JSON")
}

/// Codes and places of the faults of a school, in the order reported.
pub(crate) fn faults_of(school: &Value) -> Vec<(String, String)> {
    let found = match School::parse(&school.to_string()) {
        Ok(school) => school.warnings().clone(),
        Err(faults) => faults,
    };
    let place = |place: &crate::Place| match place {
        crate::Place::Pointer(pointer) => pointer.clone(),
        crate::Place::Line { .. } => "line".to_owned(),
        crate::Place::Cell(_) => "cell".to_owned(),
    };
    found
        .iter()
        .map(|d| (d.code().to_owned(), place(&d.place)))
        .collect()
}

/// The tiny school with the value at a pointer replaced.
pub(crate) fn with(pointer: &str, value: Value) -> Value {
    let mut school = tiny();
    *school.pointer_mut(pointer).expect("such a place") = value;
    school
}

/// The tiny school with a field added to the object at a pointer.
pub(crate) fn adding(pointer: &str, field: &str, value: Value) -> Value {
    let mut school = tiny();
    school.pointer_mut(pointer).expect("such a place")[field] = value;
    school
}

#[test]
fn the_tiny_school_is_valid_without_a_warning() {
    assert_eq!(faults_of(&tiny()), []);
    let school = School::parse(&tiny().to_string()).expect("is valid");
    let again = School::from_document(school.document().clone()).expect("is valid");
    assert_eq!(school.hash(), again.hash());
}

#[test]
fn every_fault_of_shape_has_its_code_and_place() {
    let cases = [
        (
            with("/uurwerk/kind", json!("plan")),
            "UW0004",
            "/uurwerk/kind",
        ),
        (with("/uurwerk/kind", json!("x")), "UW0004", "/uurwerk/kind"),
        (
            with("/uurwerk/version", json!(2)),
            "UW0005",
            "/uurwerk/version",
        ),
        (
            adding("/staff/0", "naam", json!(1)),
            "UW0006",
            "/staff/0/naam",
        ),
        (
            with(
                "/staff/0/wishes/0/on",
                json!({"half_day": {"day": "mon", "half_day": "morning", "x": 1}}),
            ),
            "UW0006",
            "/staff/0/wishes/0/on/half_day/x",
        ),
        (
            with("/staff/0/wishes/0/on", json!({"dag": "mon"})),
            "UW0006",
            "/staff/0/wishes/0/on/dag",
        ),
        (
            with("/locks/0", json!({"teacher": {"lesson": "x"}})),
            "UW0007",
            "/locks/0/teacher",
        ),
        (with("/staff", json!({})), "UW0008", "/staff"),
        (
            with("/staff/0/name", Value::Null),
            "UW0008",
            "/staff/0/name",
        ),
        (
            with("/staff/0/mentor", json!("yes")),
            "UW0008",
            "/staff/0/mentor",
        ),
        (
            with("/staff/0/contract/min", json!(1.5)),
            "UW0008",
            "/staff/0/contract/min",
        ),
        (with("/locks/0", json!("teacher")), "UW0008", "/locks/0"),
        (
            with("/classes/0/year", json!(8)),
            "UW0009",
            "/classes/0/year",
        ),
        (
            with("/classes/0/graad", json!(0)),
            "UW0009",
            "/classes/0/graad",
        ),
        (
            with("/lessons/0/hours", json!(-1)),
            "UW0009",
            "/lessons/0/hours",
        ),
        (
            with("/lessons/0/hours", json!(u64::MAX)),
            "UW0009",
            "/lessons/0/hours",
        ),
        (
            with("/lessons/1/blocks/0", json!(0)),
            "UW0009",
            "/lessons/1/blocks/0",
        ),
        (
            with("/staff/0/wishes/1/value", json!(4)),
            "UW0009",
            "/staff/0/wishes/1/value",
        ),
        (
            with("/staff/0/contract/max", json!(i64::MAX)),
            "UW0009",
            "/staff/0/contract/max",
        ),
        (
            with("/staff/0/contract/max", json!(i64::MIN)),
            "UW0009",
            "/staff/0/contract/max",
        ),
        (
            with("/subjects/0/kind", json!("AVX")),
            "UW0010",
            "/subjects/0/kind",
        ),
        (
            with("/staff/0/qualifications/0/graden", json!([])),
            "UW0011",
            "/staff/0/qualifications/0/graden",
        ),
        (
            with("/staff/0/qualifications/0/graden", json!([1, 2, 3, 1])),
            "UW0012",
            "/staff/0/qualifications/0/graden",
        ),
        (
            with("/grid/days/0/periods/0/start", json!("8:30")),
            "UW0013",
            "/grid/days/0/periods/0/start",
        ),
        (
            with("/staff/0/contract/min", json!("1/24")),
            "UW0014",
            "/staff/0/contract/min",
        ),
        (with("/locks/0", json!({})), "UW0016", "/locks/0"),
    ];
    for (school, code, place) in cases {
        let expected = [(code.to_owned(), place.to_owned())];
        assert_eq!(faults_of(&school), expected, "{code}");
    }
}

#[test]
fn all_faults_of_shape_come_at_once_in_the_order_of_the_document() {
    let mut school = tiny();
    school["classes"][1]["pupil"] = json!(3);
    school["staff"][3]["statute"] = json!("boss");
    school["staff"][0]
        .as_object_mut()
        .expect("object")
        .remove("name");
    school["grid"]["days"][0]["periods"][0]["end"] = json!(9);
    let codes: Vec<String> = faults_of(&school).into_iter().map(|f| f.0).collect();
    assert_eq!(codes, ["UW0008", "UW0007", "UW0010", "UW0006"]);
}

#[test]
fn a_mistyped_field_is_told_what_was_meant() {
    let school = adding("/staff/0", "statuut", json!("tadd"));
    let faults = School::parse(&school.to_string()).expect_err("unknown field");
    let remedy = faults.0[0].remedy(crate::Language::En);
    assert!(remedy.starts_with("Did you mean “statute”?"), "{remedy}");
}

#[test]
fn names_that_stand_twice_are_faults() {
    let text = tiny().to_string().replacen("{", "{\"name\":\"twice\",", 1);
    let faults = School::parse(&text).expect_err("a name twice");
    assert_eq!(faults.0[0].code(), "UW0015");
    assert_eq!(faults.0[0].place, crate::Place::Pointer("/name".to_owned()));
}

/// The walk of `shape.rs` knows every keyword that the schemas use; a new one must be taught to it.
#[test]
fn the_schemas_use_only_known_keywords() {
    fn keywords(schema: &Value, place: &str) {
        const KNOWN: [&str; 20] = [
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "default",
            "type",
            "format",
            "const",
            "enum",
            "anyOf",
            "oneOf",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "pattern",
        ];
        for (keyword, inner) in schema.as_object().into_iter().flatten() {
            match keyword.as_str() {
                "properties" | "$defs" => {
                    for (name, inner) in inner.as_object().into_iter().flatten() {
                        keywords(inner, &format!("{place}/{name}"));
                    }
                }
                "anyOf" | "oneOf" => {
                    for inner in inner.as_array().into_iter().flatten() {
                        keywords(inner, place);
                    }
                }
                "items" | "additionalProperties" => keywords(inner, place),
                "pattern" => assert!(
                    place.ends_with("/FteUnits") || place.ends_with("/ClockTime"),
                    "{place}"
                ),
                "minimum" | "maximum" => {}
                other => assert!(KNOWN.contains(&other), "{place}: {other}"),
            }
        }
    }
    for kind in [
        Kind::School,
        Kind::Plan,
        Kind::Conflict,
        Kind::Scenario,
        Kind::Difference,
        Kind::Prices,
    ] {
        keywords(&schema(kind), "");
    }
}

#[test]
fn a_document_made_by_a_program_is_held_against_the_same_ranges() {
    let school = School::parse(&tiny().to_string()).expect("is valid");
    let mut document = school.document().clone();
    document.classes[0].year = 9;
    let faults = School::from_document(document).expect_err("year 9");
    assert_eq!(faults.0[0].code(), "UW0009");
}

#[test]
fn what_people_must_not_be_judged_by_is_refused_with_a_reason() {
    for (field, reason) in [
        ("survey_results", "memo"),
        ("evaluatie", "memo"),
        ("gender", "gender"),
        ("ziekteverlof", "health"),
        ("nationality", "origin"),
    ] {
        let school = adding("/staff/0", field, json!(1));
        let faults = School::parse(&school.to_string()).expect_err("must be refused");
        assert_eq!(faults.0[0].code(), "UW0017", "{field}");
        let text = faults.0[0].text(crate::Language::En);
        assert!(text.contains(reason), "{field}: {text}");
    }
}
