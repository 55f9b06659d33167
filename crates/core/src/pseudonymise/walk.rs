//! Replacing names in a tree: the schema of the document says where an id of a person stands.

use std::collections::BTreeMap;

use serde_json::Value;
use uurwerk_model::{Diagnostic, Diagnostics};

use super::key::Key;

/// What is replaced by what, one way.
pub(super) struct Names {
    ids: BTreeMap<String, String>,
    texts: BTreeMap<String, String>,
    /// Names that are replaced inside other texts, the longest first: `An De Vos` before `An De V`.
    inside: Vec<(String, String)>,
}

impl Names {
    pub fn hiding(key: &Key) -> Self {
        Self::new(key, |known| known.clone())
    }

    pub fn restoring(key: &Key) -> Self {
        Self::new(key, |known| {
            known.iter().map(|(a, b)| (b.clone(), a.clone())).collect()
        })
    }

    fn new(key: &Key, way: impl Fn(&BTreeMap<String, String>) -> BTreeMap<String, String>) -> Self {
        let mut inside: Vec<(String, String)> = way(&key.names).into_iter().collect();
        inside.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self {
            ids: way(&key.ids),
            texts: way(&key.texts),
            inside,
        }
    }

    /// A text that is not an id.
    fn text(&self, text: &str) -> String {
        match self.texts.get(text) {
            Some(other) => other.clone(),
            None => self.names_inside(text),
        }
    }

    /// One pass from left to right, so that nothing is replaced twice.
    fn names_inside(&self, text: &str) -> String {
        let mut made = String::new();
        let mut rest = text;
        let mut before: Option<char> = None;
        while let Some(letter) = rest.chars().next() {
            let begins = before.is_none_or(|letter| !letter.is_alphanumeric());
            let whole = |name: &str| {
                let after = rest.strip_prefix(name)?;
                let ends = after
                    .chars()
                    .next()
                    .is_none_or(|letter| !letter.is_alphanumeric());
                ends.then_some(after)
            };
            let found = self
                .inside
                .iter()
                .filter(|_| begins)
                .find_map(|(name, other)| Some((name, other, whole(name)?)));
            match found {
                Some((name, other, after)) => {
                    made.push_str(other);
                    before = name.chars().last();
                    rest = after;
                }
                None => {
                    made.push(letter);
                    before = Some(letter);
                    rest = &rest[letter.len_utf8()..];
                }
            }
        }
        made
    }

    /// An argument of a message: an id, several ids with commas between, or a text.
    fn argument(&self, text: &str) -> String {
        let parts: Vec<&str> = text.split(", ").collect();
        if parts.iter().all(|part| self.ids.contains_key(*part)) {
            let others: Vec<&str> = parts.iter().map(|part| self.ids[*part].as_str()).collect();
            return others.join(", ");
        }
        self.text(text)
    }
}

/// Replaces every name in a document with this schema.
///
/// # Errors
/// UW0533 for every person that is not known.
pub(super) fn replace(schema: &Value, tree: &mut Value, names: &Names) -> Result<(), Diagnostics> {
    let mut walk = Walk {
        root: schema,
        names,
        faults: Diagnostics::default(),
        pointer: String::new(),
    };
    walk.value(schema, tree);
    if walk.faults.has_errors() {
        Err(walk.faults)
    } else {
        Ok(())
    }
}

struct Walk<'a> {
    root: &'a Value,
    names: &'a Names,
    faults: Diagnostics,
    pointer: String,
}

impl<'a> Walk<'a> {
    fn value(&mut self, schema: &'a Value, value: &mut Value) {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.trim_start_matches("#/$defs/");
            match (name, &mut *value) {
                ("TeacherId", Value::String(id)) => self.person(id),
                ("Argument", Value::String(text)) => *text = self.names.argument(text),
                _ => self.value(&self.root["$defs"][name], value),
            }
            return;
        }
        for choice in ["anyOf", "oneOf"] {
            for option in schema[choice].as_array().into_iter().flatten() {
                if fits(self.root, option, value) {
                    return self.value(option, value);
                }
            }
        }
        match value {
            Value::Object(fields) => {
                for (name, inner) in fields {
                    let length = self.pointer.len();
                    self.pointer.push('/');
                    self.pointer.push_str(name);
                    let known = &schema["properties"][name];
                    let of_field = if known.is_null() {
                        &schema["additionalProperties"]
                    } else {
                        known
                    };
                    self.value(of_field, inner);
                    self.pointer.truncate(length);
                }
            }
            Value::Array(items) => {
                for (at, item) in items.iter_mut().enumerate() {
                    let length = self.pointer.len();
                    self.pointer.push_str(&format!("/{at}"));
                    self.value(&schema["items"], item);
                    self.pointer.truncate(length);
                }
            }
            // Words of a fixed list are no names; ids of other things stay what they are.
            Value::String(text) if schema["type"] == "string" && schema["const"].is_null() => {
                *text = self.names.text(text);
            }
            _ => {}
        }
    }

    fn person(&mut self, id: &mut String) {
        match self.names.ids.get(id.as_str()) {
            Some(other) => other.clone_into(id),
            None => self
                .faults
                .push(Diagnostic::error("UW0533", self.pointer.as_str()).with("id", id.as_str())),
        }
    }
}

/// Whether a value is what one of several choices means: by its type, or by the one field that it has.
fn fits(root: &Value, option: &Value, value: &Value) -> bool {
    if let Some(reference) = option["$ref"].as_str() {
        let name = reference.trim_start_matches("#/$defs/");
        return fits(root, &root["$defs"][name], value);
    }
    match (option["type"].as_str(), value) {
        (Some("object"), Value::Object(fields)) => {
            let known = option["properties"].as_object();
            known.is_none_or(|known| fields.keys().all(|name| known.contains_key(name)))
        }
        (Some("string"), Value::String(text)) => {
            let listed = |list: &Value| {
                list.as_array()
                    .is_none_or(|words| words.iter().any(|w| w == text))
            };
            listed(&option["enum"])
                && (option["const"].is_null() || option["const"] == text.as_str())
        }
        (Some("array"), Value::Array(_)) | (Some("null"), Value::Null) => true,
        (Some("integer" | "number"), Value::Number(_)) | (Some("boolean"), Value::Bool(_)) => true,
        _ => false,
    }
}
