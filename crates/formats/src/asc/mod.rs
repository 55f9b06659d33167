//! aSc Timetables XML ("aSc Timetables 2012 XML"), the exchange format of the timetabling program aSc.

mod cards;
mod lessons;
mod read;
mod week;
mod write;

pub use read::read;
pub use write::write;

use crate::xml::Codes;

/// Whether a file looks like aSc Timetables XML: its root is `timetable`.
///
/// ```
/// use uurwerk_formats::asc::looks_like_asc;
/// assert!(looks_like_asc(b"<?xml version=\"1.0\"?>\n<timetable ascttversion=\"2024\">"));
/// assert!(!looks_like_asc(b"<fet version=\"6\">"));
/// ```
pub fn looks_like_asc(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4_096)];
    let mut at = 0;
    // The first element that is no declaration and no comment.
    while let Some(found) = head[at..].iter().position(|byte| *byte == b'<') {
        let rest = &head[at + found..];
        if !rest.starts_with(b"<?") && !rest.starts_with(b"<!") {
            return rest.starts_with(b"<timetable");
        }
        at += found + 1;
    }
    false
}

/// The days as this project calls them, from Monday.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

static CODES: Codes = Codes {
    encoding: "UW3601",
    syntax: "UW3602",
    doctype: "UW3603",
    depth: "UW3604",
    element: "UW3605",
    missing: "UW3606",
    value: "UW3607",
    more: "UW3609",
};

/// A name that refers to nothing.
const UNKNOWN: &str = "UW3608";
