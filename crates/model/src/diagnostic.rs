//! What is wrong with an input: every fault with a stable code, a place and a remedy.
//!
//! The words come from the message catalogue under the code itself; the remedy is that message's
//! `.remedy` attribute.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::message::{Argument, Language, Message};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The input cannot be used.
    Error,
    /// The input can be used; something was assumed or looks odd.
    Warning,
}

/// Where in the input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A JSON pointer (RFC 6901) into the document; empty for the whole of it.
    Pointer(String),
    /// A line and, where known, a column or field of a text file; all count from 1.
    Line {
        /// Line number.
        line: u32,
        /// Column (XML, JSON) or field (delimited text).
        column: Option<u32>,
    },
    /// A cell of a workbook, such as `Staff!C7`.
    Cell(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Pointer(text) | Self::Cell(text) => f.write_str(text),
            Self::Line { line, column: None } => write!(f, "{line}"),
            Self::Line {
                line,
                column: Some(column),
            } => write!(f, "{line}:{column}"),
        }
    }
}

/// One fault: code, place, words and remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as the caller names it; `None` when the input was not a file.
    pub file: Option<String>,
    /// Where in the file.
    pub place: Place,
    /// Code (such as `UW0101`, also the message's name in the catalogue) and arguments.
    pub message: Message,
}

impl Diagnostic {
    /// An error at a JSON pointer.
    pub fn error(code: &str, pointer: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            file: None,
            place: Place::Pointer(pointer.into()),
            message: Message::new(code),
        }
    }

    /// A warning at a JSON pointer.
    pub fn warning(code: &str, pointer: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, pointer)
        }
    }

    /// The same fault at another place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// The same fault in a named file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// The same fault with one more argument for its words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Argument>) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// The stable code, such as `UW0101`.
    pub fn code(&self) -> &str {
        &self.message.id
    }

    /// File and place, such as `school.json:/staff/0` or `GPU002.TXT:17:4`.
    pub fn whereabouts(&self) -> String {
        let parts = [
            self.file.clone().unwrap_or_default(),
            self.place.to_string(),
        ];
        let known: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        known.join(":")
    }

    /// What is wrong, in one sentence.
    pub fn text(&self, language: Language) -> String {
        self.message.text(language)
    }

    /// What to do about it, in one sentence.
    pub fn remedy(&self, language: Language) -> String {
        self.message.attribute(language, "remedy")
    }
}

/// Code, file, place and words, in English.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (text, remedy) = (self.text(Language::En), self.remedy(Language::En));
        write!(f, "{} {}: {text} {remedy}", self.code(), self.whereabouts())
    }
}

/// Every fault of an input, in the order of the document.
///
/// ```
/// # fn read(json: &str) -> Result<(), Box<dyn std::error::Error>> {
/// let school = uurwerk_model::School::parse(json)?;
/// # Ok(()) }
/// let faults = read("{").unwrap_err().to_string();
/// assert!(faults.starts_with("UW0001 1:1: "), "{faults}");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Whether any of them makes the input unusable.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }
}

/// One a line.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let lines: Vec<String> = self.iter().map(Diagnostic::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Diagnostics {}
