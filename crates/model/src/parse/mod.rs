//! From text to a valid document, or to every fault in it.
//!
//! Three gates in turn, each reporting all that it finds: is it JSON, has it the shape of its kind
//! (UW00xx), does it make sense (UW01xx for a school, UW03xx for a plan).

pub(crate) mod pointer;
mod sensitive;
mod shape;
#[cfg(test)]
pub(crate) mod tests;
mod text;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::schema::schema_of;
use crate::{
    ConflictDocument, Diagnostic, Diagnostics, DifferenceDocument, Kind, PlanDocument,
    PricesDocument, ScenarioDocument, School, SchoolDocument, validate,
};
use pointer::in_document_order;
pub use sensitive::sensitive;

impl School {
    /// Reads a school document.
    ///
    /// ```
    /// use uurwerk_model::School;
    /// let faults = School::parse("{\"uurwerk\": {\"kind\": \"school\"").unwrap_err();
    /// assert_eq!(faults.0[0].code(), "UW0001"); // the text ends too early
    /// ```
    ///
    /// # Errors
    /// Every fault of shape, or when the shape is right every fault of meaning, each with a code, a
    /// JSON pointer and a remedy.
    pub fn parse(json: &str) -> Result<Self, Diagnostics> {
        Self::of_valid_shape(read(Kind::School, json)?)
    }

    /// Checks a document made by a program.
    ///
    /// # Errors
    /// As [`School::parse`].
    pub fn from_document(document: SchoolDocument) -> Result<Self, Diagnostics> {
        check_shape(Kind::School, &document)?;
        Self::of_valid_shape(document)
    }

    fn of_valid_shape(document: SchoolDocument) -> Result<Self, Diagnostics> {
        // Names resolve also in a faulty document (to nothing where they dangle), so that the checks
        // can use the same derived facts as everyone else.
        let school = Self::resolve(document);
        let found = in_document_order(validate::school(&school));
        if found.has_errors() {
            Err(found)
        } else {
            Ok(school.with_warnings(found))
        }
    }
}

impl PlanDocument {
    /// Reads a plan document and checks that it does not contradict itself.
    ///
    /// # Errors
    /// Every fault of shape, or when the shape is right every contradiction (UW03xx).
    pub fn parse(json: &str) -> Result<Self, Diagnostics> {
        let plan: Self = read(Kind::Plan, json)?;
        let found = plan.faults();
        if found.has_errors() {
            Err(found)
        } else {
            Ok(plan)
        }
    }

    /// How it contradicts itself, if it does (UW03xx).
    pub fn faults(&self) -> Diagnostics {
        in_document_order(validate::plan(self))
    }
}

impl ConflictDocument {
    /// Reads a conflict document.
    ///
    /// # Errors
    /// Every fault of shape.
    pub fn parse(json: &str) -> Result<Self, Diagnostics> {
        read(Kind::Conflict, json)
    }
}

impl PricesDocument {
    /// Reads a prices document.
    ///
    /// # Errors
    /// Every fault of shape.
    pub fn parse(json: &str) -> Result<Self, Diagnostics> {
        read(Kind::Prices, json)
    }
}

impl ScenarioDocument {
    /// Reads a scenario document. What it names is looked up when it is applied.
    ///
    /// # Errors
    /// Every fault of shape.
    pub fn parse(json: &str) -> Result<Self, Diagnostics> {
        read(Kind::Scenario, json)
    }
}

impl DifferenceDocument {
    /// Reads a difference document.
    ///
    /// # Errors
    /// Every fault of shape.
    pub fn parse(json: &str) -> Result<Self, Diagnostics> {
        read(Kind::Difference, json)
    }
}

fn read<T: DeserializeOwned>(kind: Kind, json: &str) -> Result<T, Diagnostics> {
    let mut faults = Diagnostics::default();
    let tree = text::read(json, &mut faults).map_err(|fault| Diagnostics(vec![fault]))?;
    if let Some(fault) = wrong_header(kind, &tree) {
        return Err(Diagnostics(vec![fault]));
    }
    shape::check(schema_of(kind), &tree, &mut faults);
    if faults.has_errors() {
        return Err(in_document_order(faults));
    }
    // The walk above accepts what the types accept; should they ever differ, the types decide.
    serde_json::from_value(tree).map_err(|fault| {
        let fault = Diagnostic::error("UW0099", "").with("detail", fault.to_string());
        Diagnostics(vec![fault])
    })
}

/// Ranges and lengths stand in the schema alone, so documents made by a program are held against it
/// too.
fn check_shape(kind: Kind, document: &impl Serialize) -> Result<(), Diagnostics> {
    let mut faults = Diagnostics::default();
    match serde_json::to_value(document) {
        Ok(tree) => {
            if let Some(fault) = wrong_header(kind, &tree) {
                return Err(Diagnostics(vec![fault]));
            }
            shape::check(schema_of(kind), &tree, &mut faults);
        }
        Err(fault) => {
            faults.push(Diagnostic::error("UW0099", "").with("detail", fault.to_string()));
        }
    }
    if faults.has_errors() {
        Err(in_document_order(faults))
    } else {
        Ok(())
    }
}

/// A document of another kind or version follows another schema: saying so is the one useful thing.
fn wrong_header(kind: Kind, tree: &Value) -> Option<Diagnostic> {
    let header = tree.get("uurwerk")?;
    if let Some(found) = header["kind"].as_str()
        && found != kind.name()
    {
        return Some(
            Diagnostic::error("UW0004", "/uurwerk/kind")
                .with("found", found)
                .with("expected", kind.name()),
        );
    }
    match header["version"].as_i64() {
        None | Some(1) => None,
        Some(other) => Some(Diagnostic::error("UW0005", "/uurwerk/version").with("found", other)),
    }
}
