//! What was assumed or left out: one warning per kind, with how often and examples.

use std::collections::BTreeMap;

use uurwerk_model::{Diagnostic, Diagnostics};

/// Collects assumptions by their code.
#[derive(Default)]
pub(crate) struct Notes(BTreeMap<&'static str, Note>);

struct Note {
    place: &'static str,
    count: i64,
    examples: Vec<String>,
}

impl Notes {
    /// Notes an assumption about `about`; `place` is the part of the school document that rests on
    /// it.
    pub fn add(&mut self, code: &'static str, place: &'static str, about: impl Into<String>) {
        const SHOWN: usize = 6;
        let note = self.0.entry(code).or_insert(Note {
            place,
            count: 0,
            examples: Vec::new(),
        });
        note.count += 1;
        if note.examples.len() < SHOWN {
            note.examples.push(about.into());
        }
    }

    /// Notes the same assumption about each of `about`.
    pub fn all<T: Into<String>>(
        &mut self,
        code: &'static str,
        place: &'static str,
        about: impl IntoIterator<Item = T>,
    ) {
        for one in about {
            self.add(code, place, one);
        }
    }

    /// One warning per assumption, in the order of their codes.
    pub fn into_warnings(self) -> Diagnostics {
        let warning = |(code, note): (&'static str, Note)| {
            let mut examples = note.examples.join(", ");
            if note.count > note.examples.len() as i64 {
                examples.push_str(", …");
            }
            Diagnostic::warning(code, note.place)
                .with("count", note.count)
                .with("examples", examples)
        };
        Diagnostics(self.0.into_iter().map(warning).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_counts_all_and_shows_some() {
        let mut notes = Notes::default();
        notes.all("UW3046", "/lessons", (1..=8).map(|n| n.to_string()));
        notes.add("UW3040", "/subjects", "WISK");
        let warnings = notes.into_warnings();
        assert_eq!(warnings.0[0].code(), "UW3040");
        assert_eq!(warnings.0[1].message.args["count"], 8.into());
        assert_eq!(
            warnings.0[1].message.args["examples"],
            "1, 2, 3, 4, 5, 6, …".into()
        );
    }
}
