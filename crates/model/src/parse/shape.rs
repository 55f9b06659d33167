//! Every fault of shape at once: a tree held against the JSON Schema of its kind.
//!
//! The schemas come from the types by schemars and use few keywords; this walk knows exactly those (a
//! test reads them all) and so can say for each fault which field, which value and which choice is
//! meant, where a general validator reports that none of several alternatives fits.

use serde_json::{Map, Value};

use super::pointer::Pointer;
use super::sensitive::sensitive;
use crate::school::ClockTime;
use crate::{Diagnostic, Diagnostics, FteUnits};

/// Most work that any amount in a document may state, in units: about seven million jobs, so that
/// no sum of amounts can overflow.
const AMOUNT_MAX: i64 = 1_000_000_000_000;

/// Adds every fault of shape of `tree` to `faults`.
pub(super) fn check(schema: &Value, tree: &Value, faults: &mut Diagnostics) {
    let mut shape = Shape {
        root: schema,
        path: Pointer::default(),
        faults,
    };
    shape.value(schema, tree);
}

struct Shape<'a> {
    root: &'a Value,
    path: Pointer,
    faults: &'a mut Diagnostics,
}

impl<'a> Shape<'a> {
    fn fault(&self, code: &str) -> Diagnostic {
        Diagnostic::error(code, self.path.as_str())
    }

    fn value(&mut self, schema: &'a Value, value: &Value) {
        if let Some(reference) = schema["$ref"].as_str() {
            self.definition(reference.trim_start_matches("#/$defs/"), value);
        } else if let Some(options) = schema["anyOf"].as_array() {
            self.any_of(options, value);
        } else if let Some(options) = schema["oneOf"].as_array() {
            self.one_of(options, value);
        } else if let Some(options) = schema["enum"].as_array() {
            self.listed(&options.iter().collect::<Vec<_>>(), value);
        } else if !schema["type"].is_null() {
            self.typed(schema, value);
        }
    }

    /// The two amounts that are texts with a form of their own are read, anything else is walked.
    fn definition(&mut self, name: &str, value: &Value) {
        match name {
            "FteUnits" => self.amount(value),
            "ClockTime" => self.clock(value),
            _ => self.value(&self.root["$defs"][name], value),
        }
    }

    fn amount(&mut self, value: &Value) {
        if !(value.is_string() || value.is_i64() || value.is_u64()) {
            let fault = self.fault("UW0008").with("expected", "integer, string");
            return self.faults.push(fault.with("found", kind_of(value)));
        }
        match serde_json::from_value::<FteUnits>(value.clone()) {
            Ok(units) if units.0.unsigned_abs() <= AMOUNT_MAX.unsigned_abs() => {}
            Ok(_) => self.faults.push(
                self.fault("UW0009")
                    .with("value", value.to_string())
                    .with("min", -AMOUNT_MAX)
                    .with("max", AMOUNT_MAX),
            ),
            Err(_) => self
                .faults
                .push(self.fault("UW0014").with("value", shown(value))),
        }
    }

    fn clock(&mut self, value: &Value) {
        match value {
            Value::String(text) if text.parse::<ClockTime>().is_ok() => {}
            Value::String(text) => {
                let fault = self.fault("UW0013").with("value", text.as_str());
                self.faults.push(fault);
            }
            other => self.wrong_type("string", other),
        }
    }

    /// A value that may be absent, or a value of one of several plain types.
    fn any_of(&mut self, options: &'a [Value], value: &Value) {
        let (null, rest): (Vec<_>, Vec<_>) = options.iter().partition(|o| o["type"] == "null");
        if !null.is_empty() && value.is_null() {
            return;
        }
        if let [only] = rest[..] {
            return self.value(only, value);
        }
        let types: Vec<&str> = rest.iter().filter_map(|o| o["type"].as_str()).collect();
        match types.iter().position(|t| is_of(value, t)) {
            Some(at) => self.value(rest[at], value),
            None => self.wrong_type(&types.join(", "), value),
        }
    }

    /// A word out of a list, or an object with exactly one field out of a list.
    fn one_of(&mut self, options: &'a [Value], value: &Value) {
        let words: Vec<&Value> = options.iter().filter_map(|o| o.get("const")).collect();
        if words.len() == options.len() {
            return self.listed(&words, value);
        }
        let choice = |option: &'a Value| {
            let properties = option["properties"].as_object()?;
            properties.iter().next()
        };
        let choices: Vec<_> = options.iter().filter_map(choice).collect();
        let names: Vec<&str> = choices.iter().map(|(name, _)| name.as_str()).collect();
        let Value::Object(fields) = value else {
            return self.wrong_type("object", value);
        };
        if fields.len() != 1 {
            let fault = self.fault("UW0016").with("expected", names.join(", "));
            return self
                .faults
                .push(fault.with("found", fields.len().to_string()));
        }
        for (name, inner) in fields {
            let mark = self.path.enter_field(name);
            match choices.iter().find(|(known, _)| *known == name) {
                Some((_, schema)) => self.value(schema, inner),
                None => self.unknown(name, &names),
            }
            self.path.leave(mark);
        }
    }

    fn listed(&mut self, words: &[&Value], value: &Value) {
        if !words.contains(&value) {
            let words: Vec<String> = words.iter().map(|w| shown(w)).collect();
            let fault = self
                .fault("UW0010")
                .with("value", shown(value))
                .with("expected", words.join(", "));
            self.faults.push(fault);
        }
    }

    fn typed(&mut self, schema: &'a Value, value: &Value) {
        let types: Vec<&str> = match &schema["type"] {
            Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
            Value::String(name) => vec![name],
            _ => Vec::new(),
        };
        if !types.iter().any(|t| is_of(value, t)) {
            let types: Vec<&str> = types.into_iter().filter(|t| *t != "null").collect();
            return self.wrong_type(&types.join(", "), value);
        }
        match value {
            Value::Object(fields) => self.object(schema, fields),
            Value::Array(items) => self.array(schema, items),
            Value::Number(_) => self.number(schema, value),
            _ => {}
        }
    }

    fn object(&mut self, schema: &'a Value, fields: &Map<String, Value>) {
        let known = schema["properties"].as_object();
        let others = &schema["additionalProperties"];
        for (name, inner) in fields {
            let mark = self.path.enter_field(name);
            match (known.and_then(|k| k.get(name)), others) {
                (Some(schema_of_field), _) => self.value(schema_of_field, inner),
                (None, Value::Bool(false)) => {
                    let names = known.into_iter().flatten().map(|(name, _)| name.as_str());
                    self.unknown(name, &names.collect::<Vec<_>>());
                }
                (None, Value::Object(_)) => self.value(others, inner),
                (None, _) => {}
            }
            self.path.leave(mark);
        }
        let required = schema["required"].as_array().into_iter().flatten();
        for name in required.filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                let fault = self.fault("UW0007").with("field", name);
                self.faults.push(fault);
            }
        }
    }

    fn array(&mut self, schema: &'a Value, items: &[Value]) {
        let len = items.len() as u64;
        for (code, keyword, wrong) in [
            (
                "UW0011",
                "minItems",
                len < schema["minItems"].as_u64().unwrap_or(0),
            ),
            (
                "UW0012",
                "maxItems",
                len > schema["maxItems"].as_u64().unwrap_or(u64::MAX),
            ),
        ] {
            if wrong {
                let limit = schema[keyword].as_i64().unwrap_or_default();
                let fault = self.fault(code).with("n", items.len() as i64);
                self.faults.push(fault.with("limit", limit));
            }
        }
        for (at, item) in items.iter().enumerate() {
            let mark = self.path.enter_item(at);
            self.value(&schema["items"], item);
            self.path.leave(mark);
        }
    }

    fn number(&mut self, schema: &Value, value: &Value) {
        let of_format = match schema["format"].as_str() {
            Some("uint8") => (0, i128::from(u8::MAX)),
            Some("uint16") => (0, i128::from(u16::MAX)),
            Some("uint32") => (0, i128::from(u32::MAX)),
            Some("uint64") => (0, i128::from(u64::MAX)),
            Some("int8") => (i128::from(i8::MIN), i128::from(i8::MAX)),
            _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
        };
        let bound = |keyword: &str| schema[keyword].as_i64().map(i128::from);
        let min = of_format.0.max(bound("minimum").unwrap_or(i128::MIN));
        let max = of_format.1.min(bound("maximum").unwrap_or(i128::MAX));
        let number = value.as_i64().map(i128::from);
        let number = number.or_else(|| value.as_u64().map(i128::from));
        if !number.is_some_and(|n| (min..=max).contains(&n)) {
            let fault = self
                .fault("UW0009")
                .with("value", value.to_string())
                .with("min", min.to_string())
                .with("max", max.to_string());
            self.faults.push(fault);
        }
    }

    fn wrong_type(&mut self, expected: &str, value: &Value) {
        let fault = self.fault("UW0008").with("expected", expected);
        self.faults.push(fault.with("found", kind_of(value)));
    }

    /// A field that is not known; the path already names it.
    fn unknown(&mut self, name: &str, known: &[&str]) {
        if let Some(topic) = sensitive(name) {
            let fault = self.fault("UW0017").with("field", name);
            return self.faults.push(fault.with("topic", topic));
        }
        let fault = self.fault("UW0006").with("field", name);
        let fault = match nearest(name, known) {
            Some(near) => fault.with("nearest", near),
            None => fault.with("nearest", "none"),
        };
        self.faults.push(fault.with("expected", known.join(", ")));
    }
}

fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "integer" => value.is_i64() || value.is_u64(),
        _ => kind_of(value) == name,
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// A value as a sentence shows it, cut when long.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// The known name that a mistyped one was most likely meant to be: at most two letters away.
fn nearest<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    if name.chars().count() > 40 {
        return None;
    }
    known
        .iter()
        .map(|k| (distance(name, k), *k))
        .filter(|(d, k)| *d <= 2 && *d < k.len())
        .min()
        .map(|(_, k)| k)
}

/// Levenshtein's distance: letters to insert, delete or replace.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replace = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = replace.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}
