//! What tables and columns are called for people: in any of the three languages, or by their id.

use uurwerk_model::{Language, Message};

use super::layout::SHEETS;
use super::plan::{ASSIGNMENTS, PLACEMENTS};

/// The columns of a table.
pub(crate) fn columns_of(table: &str) -> Vec<&'static str> {
    match table {
        "assignments" => ASSIGNMENTS.to_vec(),
        "timetable" => PLACEMENTS.to_vec(),
        _ => {
            let sheet = SHEETS.iter().find(|sheet| sheet.id == table);
            let columns = sheet.into_iter().flat_map(|sheet| sheet.columns);
            columns.map(|column| column.id).collect()
        }
    }
}

/// A table's name in a language.
pub(crate) fn table_name(id: &str, language: Language) -> String {
    Message::new(&format!("table-{id}")).text(language)
}

/// A column's name in a language.
pub(crate) fn column_name(id: &str, language: Language) -> String {
    Message::new(&format!("column-{}", id.replace('_', "-"))).text(language)
}

/// The table of a name, in any language.
pub(crate) fn find_table(name: &str) -> Option<&'static str> {
    let all = SHEETS
        .iter()
        .map(|sheet| sheet.id)
        .chain(["assignments", "timetable"]);
    find(all, name, table_name)
}

/// The column of a table of a name, in any language.
pub(crate) fn find_column(table: &str, name: &str) -> Option<&'static str> {
    find(columns_of(table).into_iter(), name, column_name)
}

fn find(
    ids: impl Iterator<Item = &'static str>,
    name: &str,
    called: fn(&str, Language) -> String,
) -> Option<&'static str> {
    let lower = name.trim().trim_end_matches('*').trim_end().to_lowercase();
    let mut ids = ids;
    ids.find(|id| {
        *id == lower
            || Language::ALL
                .iter()
                .any(|l| called(id, *l).to_lowercase() == lower)
    })
}
