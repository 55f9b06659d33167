//! The JSON Schema (2020-12) of each kind of document, made from the types themselves.
//!
//! What a reader enforces and what `uurwerk schema KIND` prints is the same value.

use std::sync::OnceLock;

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

use crate::{
    ConflictDocument, DifferenceDocument, Kind, PlanDocument, PricesDocument, ScenarioDocument,
    SchoolDocument,
};

/// The JSON Schema of a kind of document, with `$id`, `title` and every definition it needs.
///
/// ```
/// use uurwerk_model::{Kind, schema};
/// assert_eq!(schema(Kind::School)["title"], "Uurwerk school, version 1");
/// ```
pub fn schema(kind: Kind) -> Value {
    schema_of(kind).clone()
}

/// The same, built once.
pub(crate) fn schema_of(kind: Kind) -> &'static Value {
    static SCHEMAS: [OnceLock<Value>; 6] = [const { OnceLock::new() }; 6];
    SCHEMAS[kind as usize].get_or_init(|| match kind {
        Kind::School => build::<SchoolDocument>(kind),
        Kind::Plan => build::<PlanDocument>(kind),
        Kind::Conflict => build::<ConflictDocument>(kind),
        Kind::Scenario => build::<ScenarioDocument>(kind),
        Kind::Difference => build::<DifferenceDocument>(kind),
        Kind::Prices => build::<PricesDocument>(kind),
    })
}

fn build<T: JsonSchema>(kind: Kind) -> Value {
    let generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    let name = kind.name();
    schema["$id"] = json!(format!("urn:uurwerk:schema:{name}:1"));
    schema["title"] = json!(format!("Uurwerk {name}, version 1"));
    // Each kind of document says so itself.
    schema["properties"]["uurwerk"]["properties"]["kind"] = json!({ "const": name });
    plain_descriptions(&mut schema);
    schema
}

/// Descriptions come from the documentation of the types: its first paragraph, without its links.
fn plain_descriptions(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get_mut("description") {
                let first = text.split("\n\n").next().unwrap_or_default();
                *text = first.replace("[`crate::", "`").replace("[`", "`");
                *text = text.replace("`]", "`").replace('\n', " ");
            }
            fields.values_mut().for_each(plain_descriptions);
        }
        Value::Array(items) => items.iter_mut().for_each(plain_descriptions),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_schema_that_names_itself() {
        for (kind, name) in [
            (Kind::School, "school"),
            (Kind::Plan, "plan"),
            (Kind::Conflict, "conflict"),
            (Kind::Scenario, "scenario"),
            (Kind::Difference, "difference"),
            (Kind::Prices, "prices"),
        ] {
            let schema = schema(kind);
            assert_eq!(schema["$id"], format!("urn:uurwerk:schema:{name}:1"));
            assert_eq!(
                schema["$schema"],
                "https://json-schema.org/draft/2020-12/schema"
            );
            assert_eq!(
                schema["properties"]["uurwerk"]["properties"]["kind"]["const"],
                name
            );
            assert_eq!(schema["additionalProperties"], false);
            let text = schema.to_string();
            assert!(!text.contains("[`") && !text.contains("```"), "{name}");
        }
    }
}
