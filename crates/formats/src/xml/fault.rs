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
}

/// Collects faults while a file is read on.
pub(crate) struct Faults<'t> {
    text: &'t str,
    found: Vec<XmlFault>,
    /// The codes of the file's format.
    pub codes: &'static Codes,
}

impl<'t> Faults<'t> {
    /// Of a file with this text.
    pub fn new(text: &'t str, codes: &'static Codes) -> Self {
        Self {
            text,
            found: Vec::new(),
            codes,
        }
    }

    /// Notes a fault at a byte position.
    pub fn add(&mut self, code: &'static str, position: usize, id: &str, text: impl Into<String>) {
        let before = self.text.get(..position).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before[line_start..].chars().count() + 1;
        self.found.push(XmlFault {
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
    pub fn into_vec(mut self) -> Vec<XmlFault> {
        self.found.sort_by_key(|fault| (fault.line, fault.column));
        self.found
    }
}
