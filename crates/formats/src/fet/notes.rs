//! What a reader should know of a file that can be read: constraints that are not held to, or not exactly. None is dropped in silence.

use std::collections::BTreeMap;

use uurwerk_model::{Diagnostic, Place};

/// Constraints of one family of which the same is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Stable code, `UW325.`.
    pub code: &'static str,
    /// The family: the element's name without the word "Constraint", or another word for what is noted.
    pub family: String,
    /// How many active ones there are.
    pub count: usize,
    /// Line of the first.
    pub line: usize,
}

impl From<&Note> for Diagnostic {
    fn from(note: &Note) -> Self {
        Diagnostic::warning(note.code, "")
            .at(Place::Line {
                line: u32::try_from(note.line).unwrap_or(u32::MAX),
                column: None,
            })
            .with("family", note.family.as_str())
            .with("count", note.count as i64)
    }
}

/// Collects notes while a file is read.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<(&'static str, String), (usize, usize)>);

impl Notes {
    /// Notes one constraint at a byte position.
    pub fn add(&mut self, code: &'static str, family: &str, position: usize) {
        let entry = self
            .0
            .entry((code, family.to_owned()))
            .or_insert((0, position));
        entry.0 += 1;
        entry.1 = entry.1.min(position);
    }

    /// All of them, with lines of the text.
    pub fn into_vec(self, text: &str) -> Vec<Note> {
        let line = |position: usize| {
            let before = text.get(..position).unwrap_or(text);
            before.bytes().filter(|&byte| byte == b'\n').count() + 1
        };
        self.0
            .into_iter()
            .map(|((code, family), (count, position))| Note {
                code,
                family,
                count,
                line: line(position),
            })
            .collect()
    }
}
