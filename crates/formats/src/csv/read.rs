//! Reading the tables of a folder.

use uurwerk_model::{Diagnostic, Diagnostics, Place};

use super::profile::{Profile, TableProfile};
use super::{Files, lines};
use crate::exchange::Imported;
use crate::table::{SHEETS, Table, columns_of, find_column, find_table, read_plan, school};

/// Makes a school of the tables in a folder.
///
/// # Errors
/// Every fault of the files with line and field, of the profile with its key, and of the school at the field that it comes from.
pub fn read(files: &Files, profile: &Profile) -> Result<Imported, Diagnostics> {
    let (mut faults, mut assumptions) = (Diagnostics::default(), Diagnostics::default());
    let mut tables = Vec::new();
    let ids = SHEETS
        .iter()
        .map(|sheet| sheet.id)
        .chain(["assignments", "timetable"]);
    for id in ids {
        let said = profile.of(id);
        let named = said.and_then(|said| said.file.as_deref());
        let is_it = |name: &str| match named {
            Some(named) => name.eq_ignore_ascii_case(named),
            None => stem(name).is_some_and(|stem| find_table(stem) == Some(id)),
        };
        match (files.iter().find(|(name, _)| is_it(name)), named) {
            (Some((name, bytes)), _) => {
                let unsaid = TableProfile::default();
                let reader = Reader {
                    id,
                    name,
                    said: said.unwrap_or(&unsaid),
                    faults: &mut faults,
                    assumptions: &mut assumptions,
                };
                let separator = profile.separator.and_then(|mark| u8::try_from(mark).ok());
                tables.extend(reader.table(bytes, separator));
            }
            (None, Some(named)) => {
                let fault = Diagnostic::error("UW3803", format!("/table/{id}/file"));
                faults.push(fault.with("name", named));
            }
            (None, None) => {}
        }
    }
    if tables.is_empty() && !faults.has_errors() {
        faults.push(Diagnostic::error("UW3806", ""));
    }
    let used: Vec<&str> = tables
        .iter()
        .filter_map(|table| table.file.as_deref())
        .collect();
    for (name, _) in files
        .iter()
        .filter(|(name, _)| stem(name).is_some() && !used.contains(&&**name))
    {
        let note = Diagnostic::warning("UW3505", "").in_file(name.as_str());
        assumptions.push(note.with("name", name.as_str()));
    }
    let made = match school(&tables) {
        Ok(school) if !faults.has_errors() => school,
        Ok(_) => return Err(faults),
        Err(found) => {
            faults.0.extend(found.0);
            return Err(faults);
        }
    };
    let (allocation, timetable) = read_plan(&made, &tables, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    Ok(Imported {
        document: made.document().clone(),
        assumptions,
        allocation,
        timetable,
    })
}

/// The name of a CSV file without its ending.
fn stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    ["csv", "txt", "tsv"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
        .then_some(stem)
}

struct Reader<'a> {
    id: &'static str,
    name: &'a str,
    said: &'a TableProfile,
    faults: &'a mut Diagnostics,
    assumptions: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn table(self, bytes: &[u8], separator: Option<u8>) -> Option<Table> {
        let at = |line: u32, column: Option<usize>| Place::Line {
            line,
            column: column.and_then(|c| u32::try_from(c + 1).ok()),
        };
        let mut records = Vec::new();
        for (line, record) in lines(bytes, separator) {
            match record {
                Ok(fields) => records.push((line, fields)),
                Err(detail) => {
                    let fault = Diagnostic::error("UW3805", "")
                        .at(at(line, None))
                        .in_file(self.name);
                    self.faults.push(fault.with("detail", detail));
                }
            }
        }
        let mut records = records.into_iter();
        let (first, heads) = records.next()?;
        let mut table = Table {
            id: self.id,
            file: Some(self.name.to_owned()),
            ..Table::default()
        };
        // Where each column of the table is read from: some columns of the file, joined.
        let mut sources: Vec<Vec<usize>> = Vec::new();
        for column in columns_of(self.id) {
            let mut found = Vec::new();
            match self.said.columns.get(column) {
                Some(named) => {
                    for head in named.all() {
                        match heads
                            .iter()
                            .position(|known| known.eq_ignore_ascii_case(head))
                        {
                            Some(at) => found.push(at),
                            None => {
                                let fault = Diagnostic::error("UW3804", "")
                                    .at(at(first, None))
                                    .in_file(self.name);
                                self.faults.push(
                                    fault
                                        .with("name", head.as_str())
                                        .with("known", heads.join(", ")),
                                );
                            }
                        }
                    }
                }
                None => found.extend(
                    heads
                        .iter()
                        .position(|head| find_column(self.id, head) == Some(column)),
                ),
            }
            if !found.is_empty() || self.said.default.contains_key(column) {
                table.columns.push((column, found.first().copied()));
                sources.push(found);
            }
        }
        let used: Vec<usize> = sources.iter().flatten().copied().collect();
        for (nth, head) in heads
            .iter()
            .enumerate()
            .filter(|(nth, head)| !used.contains(nth) && !head.is_empty())
        {
            let note = Diagnostic::warning("UW3506", "")
                .at(at(first, Some(nth)))
                .in_file(self.name);
            self.assumptions.push(note.with("name", head.as_str()));
        }
        for (line, fields) in records {
            let cells = table.columns.iter().zip(&sources);
            let row = cells
                .map(|((column, _), from)| self.cell(column, from, &fields))
                .collect();
            table.rows.push((line, row));
        }
        Some(table)
    }

    /// What stands in a column: the fields of the file joined, in the words of a school, else the default.
    fn cell(&self, column: &str, from: &[usize], fields: &[String]) -> String {
        let parts = from
            .iter()
            .filter_map(|at| fields.get(*at))
            .map(String::as_str);
        let joined = parts
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let meant = self
            .said
            .values
            .get(column)
            .and_then(|values| values.get(&joined))
            .cloned();
        let cell = meant.unwrap_or(joined);
        if cell.is_empty() {
            self.said.default.get(column).cloned().unwrap_or_default()
        } else {
            cell
        }
    }
}
