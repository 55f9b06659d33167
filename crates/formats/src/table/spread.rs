//! A school document spread over tables.

use serde_json::Value;
use uurwerk_model::SchoolDocument;

use super::codec::text;
use super::layout::{Cell, Shape, Sheet};

/// The rows of a table of a school, one text per column; `words` turns a code into a word for people.
pub(crate) fn rows(
    document: &SchoolDocument,
    sheet: &Sheet,
    words: &dyn Fn(&str) -> String,
) -> Vec<Vec<String>> {
    // A document is made of maps with text keys, numbers and texts: turning it into JSON cannot fail.
    let tree = serde_json::to_value(document).unwrap_or_default();
    let entries: Vec<Value> = match sheet.shape {
        Shape::One => vec![tree.clone()],
        Shape::List(list) => array(&tree, list).to_vec(),
        Shape::OfTeacher(field) => of_teachers(&tree, field),
        Shape::Period => periods(&tree),
        Shape::Part => parts(&tree),
        Shape::Wish => of_teachers(&tree, "wishes").into_iter().map(wish).collect(),
        Shape::Lock => array(&tree, "locks").iter().filter_map(lock).collect(),
        Shape::Rule => rules(&tree),
    };
    let cells = |entry: &Value| {
        let columns = sheet.columns.iter();
        columns
            .map(|column| {
                if column.field.is_empty() {
                    return text(Cell::Names, &locked(&tree, entry), words);
                }
                let value = at(entry, column.field);
                value.map_or_else(String::new, |value| text(column.cell, value, words))
            })
            .collect()
    };
    entries.iter().map(cells).collect()
}

fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    value.pointer(&format!("/{path}"))
}

fn array<'v>(value: &'v Value, path: &str) -> &'v [Value] {
    at(value, path)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn put(value: &mut Value, key: &str, what: Value) {
    if let Some(object) = value.as_object_mut() {
        object.insert(key.to_owned(), what);
    }
}

fn of_teachers(tree: &Value, field: &str) -> Vec<Value> {
    let mut entries = Vec::new();
    for teacher in array(tree, "staff") {
        for entry in array(teacher, field) {
            let mut entry = entry.clone();
            put(&mut entry, "teacher", teacher["id"].clone());
            entries.push(entry);
        }
    }
    entries
}

fn periods(tree: &Value) -> Vec<Value> {
    let mut entries = Vec::new();
    for day in array(tree, "grid/days") {
        for period in array(day, "periods") {
            let mut entry = period.clone();
            put(&mut entry, "day", day["id"].clone());
            put(&mut entry, "day_name", day["name"].clone());
            put(&mut entry, "period", period["id"].clone());
            entries.push(entry);
        }
    }
    entries
}

fn parts(tree: &Value) -> Vec<Value> {
    let mut entries = Vec::new();
    for class in array(tree, "classes") {
        for partition in array(class, "partitions") {
            for part in array(partition, "parts") {
                let mut entry = part.clone();
                put(&mut entry, "class", class["id"].clone());
                put(&mut entry, "partition", partition["id"].clone());
                put(&mut entry, "part", part["id"].clone());
                entries.push(entry);
            }
        }
    }
    entries
}

/// What a wish is about becomes columns of its own.
fn wish(mut entry: Value) -> Value {
    let on = entry["on"].clone();
    for key in ["class", "subject", "lesson", "day"] {
        if let Some(name) = on.get(key) {
            put(&mut entry, key, name.clone());
        }
    }
    for key in ["slot", "half_day"] {
        for (name, value) in on.get(key).and_then(Value::as_object).into_iter().flatten() {
            put(&mut entry, name, value.clone());
        }
    }
    entry
}

/// Locks on times and rooms; those on teachers stand beside their lessons.
fn lock(entry: &Value) -> Option<Value> {
    if let Some(time) = entry.get("time") {
        let mut time = time.clone();
        let start = time["start"].clone();
        put(&mut time, "day", start["day"].clone());
        put(&mut time, "period", start["period"].clone());
        return Some(time);
    }
    entry.get("room").cloned()
}

/// The teachers locked to a lesson by position, `?` where there is none.
fn locked(tree: &Value, lesson: &Value) -> Value {
    let locks = array(tree, "locks")
        .iter()
        .filter_map(|lock| lock.get("teacher"));
    let mut named: Vec<Value> = Vec::new();
    for lock in locks.filter(|lock| lock["lesson"] == lesson["id"]) {
        let position = lock["position"].as_u64().unwrap_or(0).min(255) as usize;
        if named.len() <= position {
            named.resize(position + 1, Value::from("?"));
        }
        named[position] = lock["teacher"].clone();
    }
    Value::Array(named)
}

fn rules(tree: &Value) -> Vec<Value> {
    let rules = tree.pointer("/policy/rules").and_then(Value::as_object);
    let rules = rules.into_iter().flatten();
    rules
        .map(|(rule, setting)| {
            let mut entry = setting.clone();
            put(&mut entry, "rule", Value::from(rule.as_str()));
            entry
        })
        .collect()
}
