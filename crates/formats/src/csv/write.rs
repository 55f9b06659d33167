//! Writing the tables of a school, and of its plan: UTF-8 with a mark, so that spreadsheets read the letters, and semicolons as in Belgium.

use uurwerk_model::{Diagnostic, Diagnostics, Language};

use crate::exchange::{Decided, Feature, Written, lacking};
use crate::notes::Notes;
use crate::table::{ASSIGNMENTS, PLACEMENTS, SHEETS, assignments, placements, rows};

/// Writes one file per table that has rows, with ids as names of columns and codes as words; a plan adds `assignments.csv` (opdrachten) and
/// `timetable.csv`.
///
/// # Errors
/// UW3805 should a table not be writable, which memory alone could cause.
pub fn write(decided: &Decided<'_>) -> Result<Written, Diagnostics> {
    let mut notes = Notes::default();
    let document = decided.school.document();
    let given = SHEETS.iter().map(|sheet| {
        let columns: Vec<&str> = sheet.columns.iter().map(|column| column.id).collect();
        (sheet.id, columns, rows(document, sheet, &str::to_owned))
    });
    let mut tables: Vec<_> = given.collect();
    // A plan for an administration: who has which hours.
    tables.push((
        "assignments",
        ASSIGNMENTS.to_vec(),
        assignments(decided, Language::En),
    ));
    tables.push(("timetable", PLACEMENTS.to_vec(), placements(decided)));
    let mut files = Vec::new();
    for (id, columns, rows) in tables.into_iter().filter(|(_, _, rows)| !rows.is_empty()) {
        let text = text(&columns, &rows).map_err(|detail| {
            let fault = Diagnostic::error("UW3805", "").with("detail", detail);
            Diagnostics(vec![fault])
        })?;
        files.push((format!("{id}.csv"), text));
    }
    lacking(decided, &[Feature::Protected, Feature::Outside], &mut notes);
    Ok(Written {
        files,
        lost: notes.into_warnings(),
    })
}

fn text(columns: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let written = writer
        .write_record(columns)
        .and_then(|()| rows.iter().try_for_each(|row| writer.write_record(row)));
    written.map_err(|fault| fault.to_string())?;
    writer.into_inner().map_err(|fault| fault.to_string())
}
