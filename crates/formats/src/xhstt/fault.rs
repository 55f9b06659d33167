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

/// There are more faults than are listed.
pub(super) const MORE: &str = "UW3114";

/// After so many faults the rest is not listed.
pub(super) const ENOUGH: usize = 1000;

/// Collects faults while a file is read on.
pub(super) struct Faults<'t> {
    text: &'t str,
    found: Vec<XhsttFault>,
    /// Byte position of the last fault, with its line and the start of that line: most faults come in the order of the file, so that
    /// counting lines goes on from here instead of from the start.
    last: (usize, usize, usize),
}

impl<'t> Faults<'t> {
    /// Of a file with this text.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            found: Vec::new(),
            last: (0, 1, 0),
        }
    }

    /// Notes a fault at a byte position, unless there are enough.
    pub fn add(&mut self, code: &'static str, position: usize, id: &str, text: impl Into<String>) {
        if self.full() {
            return;
        }
        self.push(code, position, id, text.into());
        if self.found.len() == ENOUGH {
            let note = format!("the first {ENOUGH} faults are listed; there may be more");
            self.push(MORE, position, "", note);
        }
    }

    fn push(&mut self, code: &'static str, position: usize, id: &str, text: String) {
        let (line, column) = self.place(position);
        self.found.push(XhsttFault {
            code,
            line,
            column,
            id: id.to_owned(),
            text,
        });
    }

    fn place(&mut self, position: usize) -> (usize, usize) {
        let (before, mut line, mut start) = if position >= self.last.0 {
            self.last
        } else {
            (0, 1, 0)
        };
        let bytes = self.text.as_bytes();
        let position = position.min(bytes.len());
        for (place, _) in (before..)
            .zip(&bytes[before..position])
            .filter(|(_, byte)| **byte == b'\n')
        {
            line += 1;
            start = place + 1;
        }
        self.last = (position, line, start);
        let column = self
            .text
            .get(start..position)
            .map_or(0, |before| before.chars().count())
            + 1;
        (line, column)
    }

    /// Whether there was no fault so far.
    pub fn none(&self) -> bool {
        self.found.is_empty()
    }

    /// The number of faults so far.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Whether there are so many that reading on is no use.
    pub fn full(&self) -> bool {
        self.found.len() >= ENOUGH
    }

    /// All of them, in the order of the file.
    pub fn into_vec(mut self) -> Vec<XhsttFault> {
        self.found
            .sort_by_key(|fault| (fault.code == MORE, fault.line, fault.column));
        self.found
    }
}
