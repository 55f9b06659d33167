//! From text to a JSON tree, noting every name that an object holds twice.
//!
//! Depth is bounded by the JSON reader itself (128 levels), so no text can exhaust the stack.

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use super::pointer::Pointer;
use crate::{Diagnostic, Diagnostics, Place};

/// Reads JSON text.
///
/// # Errors
/// The one place where the text stops being JSON: too short (UW0001), not JSON (UW0002), too deep
/// (UW0003).
pub(super) fn read(text: &str, faults: &mut Diagnostics) -> Result<Value, Diagnostic> {
    // Some programs on Windows write a mark in front of UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut path = Pointer::default();
    let node = Node {
        path: &mut path,
        faults,
    };
    let tree = node.deserialize(&mut reader).map_err(|e| fault(&e))?;
    reader.end().map_err(|e| fault(&e))?;
    Ok(tree)
}

fn fault(error: &serde_json::Error) -> Diagnostic {
    let place = Place::Line {
        line: u32::try_from(error.line()).unwrap_or(u32::MAX),
        column: u32::try_from(error.column()).ok(),
    };
    let detail = error.to_string();
    let detail = detail.split(" at line ").next().unwrap_or_default();
    let code = match error.classify() {
        Category::Eof => "UW0001",
        _ if detail.starts_with("recursion limit") => "UW0003",
        _ => "UW0002",
    };
    Diagnostic::error(code, "").with("detail", detail).at(place)
}

/// One value of the tree, with the path to it.
struct Node<'a> {
    path: &'a mut Pointer,
    faults: &'a mut Diagnostics,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let mark = self.path.enter_item(list.len());
            let node = Node {
                path: &mut *self.path,
                faults: &mut *self.faults,
            };
            let item = items.next_element_seed(node)?;
            self.path.leave(mark);
            match item {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            let mark = self.path.enter_field(&name);
            let node = Node {
                path: &mut *self.path,
                faults: &mut *self.faults,
            };
            let value = fields.next_value_seed(node)?;
            if map.insert(name.clone(), value).is_some() {
                self.faults
                    .push(Diagnostic::error("UW0015", self.path.as_str()).with("field", name));
            }
            self.path.leave(mark);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(text: &str) -> Diagnostic {
        read(text, &mut Diagnostics::default()).expect_err("not JSON")
    }

    #[test]
    fn a_text_that_ends_early_says_where() {
        let fault = fails("{\"a\": [1,\n 2");
        assert_eq!(fault.code(), "UW0001");
        let end = Place::Line {
            line: 2,
            column: Some(2),
        };
        assert_eq!(fault.place, end);
    }

    #[test]
    fn what_is_no_json_and_what_is_too_deep_have_codes_of_their_own() {
        assert_eq!(fails("{'a': 1}").code(), "UW0002");
        assert_eq!(fails("{} x").code(), "UW0002");
        assert_eq!(fails("1e999").code(), "UW0002");
        assert_eq!(fails(&"[".repeat(100_000)).code(), "UW0003");
    }

    #[test]
    fn a_name_twice_is_noted_at_its_place() {
        let mut faults = Diagnostics::default();
        let tree = read("\u{feff}{\"a\": [{\"b/c\": 1, \"b/c\": 2}]}", &mut faults);
        assert_eq!(tree.expect("is JSON")["a"][0]["b/c"], 2);
        let found: Vec<_> = faults.iter().map(|d| (d.code(), d.place.clone())).collect();
        let place = Place::Pointer("/a/0/b~1c".to_owned());
        assert_eq!(found, [("UW0015", place)]);
    }
}
