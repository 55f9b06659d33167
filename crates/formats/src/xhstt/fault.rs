//! A fault of a file, with its place. One code for each kind of fault, `UW3100` to `UW3199`.

use std::fmt;

use uurwerk_model::{Diagnostic, Place};

/// One fault of an XHSTT file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XhsttFault {
    /// Stable code, `UW31..`.
    pub code: &'static str,
    /// Line in the file, from 1; 0 when the fault has no one place.
    pub line: usize,
    /// Column in characters, from 1; 0 when the fault has no one place.
    pub column: usize,
    /// Id of the thing concerned, or empty.
    pub id: String,
    /// What is wrong and what to do, in English.
    pub text: String,
}

impl fmt::Display for XhsttFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} line {}, column {}",
            self.code, self.line, self.column
        )?;
        if !self.id.is_empty() {
            write!(f, ", `{}`", self.id)?;
        }
        write!(f, ": {}", self.text)
    }
}

impl From<&XhsttFault> for Diagnostic {
    fn from(fault: &XhsttFault) -> Self {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Diagnostic::error(fault.code, "")
            .at(Place::Line {
                line: number(fault.line),
                column: (fault.column > 0).then(|| number(fault.column)),
            })
            .with("id", fault.id.as_str())
            .with("detail", fault.text.as_str())
    }
}

/// Not UTF-8.
pub(super) const ENCODING: &str = "UW3101";
/// Not well-formed XML.
pub(super) const SYNTAX: &str = "UW3102";
/// A document type definition or a custom entity.
pub(super) const DOCTYPE: &str = "UW3103";
/// Elements nested too deeply.
pub(super) const DEPTH: &str = "UW3104";
/// An element that does not belong where it stands, or stands out of order.
pub(super) const ELEMENT: &str = "UW3105";
/// A required element or attribute is missing.
pub(super) const MISSING: &str = "UW3106";
/// A value that is not what it should be.
pub(super) const VALUE: &str = "UW3107";
/// An id used twice.
pub(super) const DUPLICATE: &str = "UW3108";
/// A reference to what does not exist.
pub(super) const REFERENCE: &str = "UW3109";
/// A resource of the wrong type.
pub(super) const TYPE: &str = "UW3110";
/// A value of an older dialect.
pub(super) const OBSOLETE: &str = "UW3111";
/// The problem is refused by the engine.
pub(super) const PROBLEM: &str = "UW3112";
/// A solution is not valid for its instance.
pub(super) const SOLUTION: &str = "UW3113";

/// Collects faults while a file is read on.
pub(super) struct Faults<'t> {
    text: &'t str,
    found: Vec<XhsttFault>,
}

impl<'t> Faults<'t> {
    /// Of a file with this text.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            found: Vec::new(),
        }
    }

    /// Notes a fault at a byte position.
    pub fn add(&mut self, code: &'static str, position: usize, id: &str, text: impl Into<String>) {
        let before = self.text.get(..position).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before[line_start..].chars().count() + 1;
        self.found.push(XhsttFault {
            code,
            line,
            column,
            id: id.to_owned(),
            text: text.into(),
        });
    }

    /// Whether there was no fault so far.
    pub fn none(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in the order of the file.
    pub fn into_vec(mut self) -> Vec<XhsttFault> {
        self.found.sort_by_key(|fault| (fault.line, fault.column));
        self.found
    }
}
