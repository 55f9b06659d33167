//! iCalendar files (RFC 5545): one calendar for every teacher, class and room, each block of a lesson a weekly rule from the first to the
//! last day of the school year without the holidays.
//!
//! What comes every second or fourth week has an interval.

mod event;
mod holidays;
mod people;
mod year;
mod zone;

pub use year::{CalendarProfile, Dates};

use icalendar::{Calendar, Property};
use uurwerk_model::{Diagnostic, Diagnostics, Language};

use crate::exchange::{Decided, Written};
use crate::notes::Notes;
use people::Owner;
use year::SchoolYear;

/// Writes a calendar for everybody who has lessons: `teachers/ID.ics`, `classes/ID.ics`, `rooms/ID.ics`.
///
/// An event keeps its UID as long as its lesson, block and owner keep theirs, whatever the time, so that a calendar that is imported again
/// is changed and not doubled.
///
/// # Errors
/// UW3401 when neither the school nor the profile says which school year it is, UW3402 for a year that is none, UW3403 for a plan
/// without times.
pub fn write(
    decided: &Decided<'_>,
    profile: &CalendarProfile,
    language: Language,
) -> Result<Written, Diagnostics> {
    let year = SchoolYear::new(decided.school.document().school_year.as_deref(), profile)?;
    if !decided.has_times() {
        return Err(Diagnostics(vec![Diagnostic::error("UW3403", "/timetable")]));
    }
    let mut notes = Notes::default();
    let context = event::Context {
        decided,
        year: &year,
        language,
    };
    let mut files = Vec::new();
    let mut taken = std::collections::BTreeSet::new();
    for owner in people::owners(decided) {
        let events = context.events(&owner, &mut notes);
        if events.is_empty() {
            continue;
        }
        let mut calendar = Calendar::empty();
        for (key, value) in [
            ("VERSION", "2.0"),
            (
                "PRODID",
                concat!("-//Uurwerk//", env!("CARGO_PKG_VERSION"), "//EN"),
            ),
            ("CALSCALE", "GREGORIAN"),
            ("X-WR-CALNAME", owner.name()),
            ("X-WR-TIMEZONE", zone::NAME),
        ] {
            calendar.append_property(Property::new(key, value));
        }
        calendar.extend(events);
        let name = file_name(&owner, &mut taken);
        files.push((name, zone::with_zone(&calendar.to_string()).into_bytes()));
    }
    let unplaced = decided
        .lessons()
        .filter(|(at, _)| decided.blocks(*at).len() < decided.school.blocks(*at).len());
    notes.all(
        "UW3410",
        "/timetable",
        unplaced.map(|(_, lesson)| lesson.id.to_string()),
    );
    Ok(Written {
        files,
        lost: notes.into_warnings(),
    })
}

/// A path of letters, digits, dots and dashes, unlike those before it.
fn file_name(owner: &Owner<'_>, taken: &mut std::collections::BTreeSet<String>) -> String {
    let plain = |c: char| {
        if c.is_alphanumeric() || c == '-' {
            c
        } else {
            '_'
        }
    };
    let stem: String = owner.id().chars().map(plain).collect();
    let mut name = format!("{}/{stem}.ics", owner.folder());
    let mut again = 2;
    while !taken.insert(name.to_lowercase()) {
        name = format!("{}/{stem}-{again}.ics", owner.folder());
        again += 1;
    }
    name
}
