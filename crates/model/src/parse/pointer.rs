//! JSON pointers (RFC 6901): growing one on the way down a tree, and the order of a document.

use std::cmp::Ordering;
use std::fmt::Write as _;

use crate::{Diagnostics, Place};

/// The path to a value while walking a tree.
#[derive(Default)]
pub(crate) struct Pointer(String);

/// How long a path was before a step down.
pub(crate) struct Mark(usize);

impl Pointer {
    /// Steps into a field.
    pub(crate) fn enter_field(&mut self, name: &str) -> Mark {
        let mark = Mark(self.0.len());
        self.0.push('/');
        for letter in name.chars() {
            match letter {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                other => self.0.push(other),
            }
        }
        mark
    }

    /// Steps into an item of a list.
    pub(crate) fn enter_item(&mut self, at: usize) -> Mark {
        let mark = Mark(self.0.len());
        // Writing to a String cannot fail.
        let _ = write!(self.0, "/{at}");
        mark
    }

    /// Steps back.
    pub(crate) fn leave(&mut self, mark: Mark) {
        self.0.truncate(mark.0);
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The sections of every kind of document in the order in which they are written.
const SECTIONS: [&str; 32] = [
    "uurwerk",
    "name",
    "school_year",
    "origin",
    "about",
    "base",
    "changes",
    "school",
    "made",
    "grid",
    "noemers",
    "subjects",
    "staff",
    "classes",
    "rooms",
    "lessons",
    "mentoring",
    "teams",
    "trainees",
    "visits",
    "workplaces",
    "gatherings",
    "projects",
    "rounds",
    "budget",
    "locks",
    "policy",
    "allocation",
    "timetable",
    "protected",
    "rules",
    "certificate",
];

/// Puts faults in the order of the document; faults at one place keep their order.
pub(crate) fn in_document_order(mut faults: Diagnostics) -> Diagnostics {
    faults.0.sort_by(|a, b| match (&a.place, &b.place) {
        (Place::Pointer(a), Place::Pointer(b)) => compare(a, b),
        (a, b) => a.cmp(b),
    });
    faults
}

fn compare(a: &str, b: &str) -> Ordering {
    let section = |pointer: &str| {
        let name = pointer.split('/').nth(1).unwrap_or_default().to_owned();
        let rank = SECTIONS.iter().position(|s| *s == name);
        (rank.unwrap_or(SECTIONS.len()), name)
    };
    section(a).cmp(&section(b)).then_with(|| {
        let key = |step: &str| (step.parse::<usize>().unwrap_or(usize::MAX), step.to_owned());
        a.split('/').map(key).cmp(b.split('/').map(key))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Diagnostic;

    #[test]
    fn the_order_is_that_of_the_document() {
        let places = [
            "/policy",
            "/staff/10/id",
            "/staff/9/id",
            "/grid",
            "/staff/9",
        ];
        let faults = places.map(|p| Diagnostic::error("UW0101", p)).to_vec();
        let sorted = in_document_order(Diagnostics(faults));
        let order: Vec<_> = sorted.iter().map(|d| d.place.clone()).collect();
        let expected = [
            "/grid",
            "/staff/9",
            "/staff/9/id",
            "/staff/10/id",
            "/policy",
        ];
        assert_eq!(order, expected.map(|p| Place::Pointer(p.to_owned())));
    }
}
