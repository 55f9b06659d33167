//! A fault of an XML file, with its place.

use std::fmt;

use uurwerk_model::{Diagnostic, Place};

/// One fault of an XML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlFault {
    /// Stable code, `UW31..` of XHSTT files, `UW32..` of FET files.
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

impl fmt::Display for XmlFault {
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

impl From<&XmlFault> for Diagnostic {
    fn from(fault: &XmlFault) -> Self {
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

/// The codes under which a format files what the reader of XML finds.
#[derive(Debug)]
pub(crate) struct Codes {
    /// Not UTF-8.
    pub encoding: &'static str,
    /// Not well-formed XML.
    pub syntax: &'static str,
    /// A document type definition or a custom entity.
    pub doctype: &'static str,
    /// Elements nested too deeply.
    pub depth: &'static str,
    /// An element that does not belong where it stands, or stands out of order.
    pub element: &'static str,
    /// A required element or attribute is missing.
    pub missing: &'static str,
    /// A value that is not what it should be.
    pub value: &'static str,
    /// There are more faults than are listed.
    pub more: &'static str,
}

/// After so many faults the rest is not listed.
pub(crate) const ENOUGH: usize = 1000;

/// Collects faults while a file is read on.
pub(crate) struct Faults<'t> {
    text: &'t str,
    found: Vec<XmlFault>,
    /// Byte position of the last fault, with its line and the start of that line: most faults come in the order of the file, so that
    /// counting lines goes on from here instead of from the start.
    last: (usize, usize, usize),
    /// The codes of the file's format.
    pub codes: &'static Codes,
}

impl<'t> Faults<'t> {
    /// Of a file with this text.
    pub fn new(text: &'t str, codes: &'static Codes) -> Self {
        Self {
            text,
            found: Vec::new(),
            last: (0, 1, 0),
            codes,
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
            self.push(self.codes.more, position, "", note);
        }
    }

    fn push(&mut self, code: &'static str, position: usize, id: &str, text: String) {
        let (line, column) = self.place(position);
        self.found.push(XmlFault {
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
    pub fn into_vec(mut self) -> Vec<XmlFault> {
        let more = self.codes.more;
        self.found
            .sort_by_key(|fault| (fault.code == more, fault.line, fault.column));
        self.found
    }
}
