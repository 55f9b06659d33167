//! Ten thousand damaged schools: each is read or refused with reasons; nothing panics.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use uurwerk_model::{PlanDocument, School};

const TINY: &str = include_str!("tiny.json");

/// One change to a value somewhere in the tree.
#[derive(Clone, Debug)]
enum Change {
    Delete,
    Replace(Value),
    Duplicate,
    SwapWith(usize),
    Rename(String),
}

fn odd_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!(u64::MAX)),
        Just(json!(i64::MIN)),
        Just(json!(1e300)),
        Just(json!("")),
        Just(json!("1/0")),
        Just(json!("9999/1")),
        Just(json!("ann")),
        Just(json!("\u{0}~/\u{1F980}")),
        any::<bool>().prop_map(Value::Bool),
        (-3_i64..300).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        2 => Just(Change::Delete),
        4 => odd_value().prop_map(Change::Replace),
        2 => Just(Change::Duplicate),
        2 => any::<usize>().prop_map(Change::SwapWith),
        1 => "[a-z~/]{0,4}".prop_map(Change::Rename),
    ]
}

fn pointers(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                pointers(item, format!("{path}/{at}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(item, format!("{path}/{name}"), found);
            }
        }
        _ => {}
    }
    if !path.is_empty() {
        found.push(path);
    }
}

fn apply(tree: &mut Value, at: usize, change: &Change) {
    let mut all = Vec::new();
    pointers(tree, String::new(), &mut all);
    if all.is_empty() {
        return;
    }
    let pointer = all[at % all.len()].clone();
    let (parent, last) = pointer.rsplit_once('/').expect("every pointer has a slash");
    let old = tree.pointer(&pointer).cloned().unwrap_or_default();
    if let Change::SwapWith(other) = change {
        let other = tree.pointer(&all[other % all.len()]).cloned();
        *tree.pointer_mut(&pointer).expect("is there") = other.unwrap_or_default();
        return;
    }
    let name = last.replace("~1", "/").replace("~0", "~");
    match (tree.pointer_mut(parent).expect("is there"), change) {
        (Value::Array(items), Change::Duplicate) => items.push(old),
        (Value::Array(items), Change::Delete) => {
            items.remove(last.parse().expect("an index"));
        }
        (Value::Object(fields), Change::Delete) => {
            fields.remove(&name);
        }
        (Value::Object(fields), Change::Rename(new)) => {
            let old = fields.remove(&name).unwrap_or_default();
            fields.insert(new.clone(), old);
        }
        (Value::Object(fields), Change::Duplicate) => {
            fields.insert(format!("{name}2"), old);
        }
        (parent, Change::Replace(value)) => match parent {
            Value::Array(items) => items[last.parse::<usize>().expect("an index")] = value.clone(),
            Value::Object(fields) => {
                fields.insert(name, value.clone());
            }
            _ => {}
        },
        _ => {}
    }
}

/// Reading gives a school, or reasons that can be read in every language.
fn is_judged(text: &str) -> Result<bool, TestCaseError> {
    match School::parse(text) {
        Ok(school) => {
            let again = serde_json::to_string(school.document()).expect("plain data");
            prop_assert!(School::parse(&again).is_ok(), "a school does not read back");
            Ok(true)
        }
        Err(faults) => {
            prop_assert!(faults.has_errors());
            for fault in faults.iter() {
                prop_assert!(fault.code() != "UW0099", "the shape missed: {:?}", fault);
            }
            for fault in faults.iter().take(3) {
                for language in uurwerk_model::Language::ALL {
                    prop_assert!(!fault.text(language).contains("{$"), "{:?}", fault);
                    prop_assert!(!fault.remedy(language).is_empty());
                }
            }
            Ok(false)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 7_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_values_are_judged(changes in prop::collection::vec((any::<usize>(), change()), 1..4)) {
        let mut tree: Value = serde_json::from_str(TINY).expect("is JSON");
        for (at, change) in &changes {
            apply(&mut tree, *at, change);
        }
        is_judged(&tree.to_string())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_are_judged(
        cuts in prop::collection::vec((any::<usize>(), any::<u8>(), 0_usize..3), 1..6),
        end in any::<usize>(),
    ) {
        let mut bytes = TINY.as_bytes().to_vec();
        for (at, byte, kind) in cuts {
            let at = at % bytes.len();
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        if end % 4 == 0 {
            bytes.truncate(end % bytes.len());
        }
        is_judged(&String::from_utf8_lossy(&bytes))?;
    }
}

#[test]
fn anything_else_is_judged_too() {
    for text in [
        "",
        "null",
        "1",
        "[]",
        "{}",
        "\"x\"",
        "nul",
        "\u{feff}",
        "{\"uurwerk\":1}",
    ] {
        assert!(School::parse(text).is_err(), "{text}");
        assert!(PlanDocument::parse(text).is_err(), "{text}");
    }
    let empty: Value = Value::Object(Map::new());
    assert!(School::parse(&empty.to_string()).is_err());
}
