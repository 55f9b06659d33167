//! A school as tables: one row per thing, one column per field. Workbooks and CSV files are two ways to write the same tables.
//!
//! A row becomes a piece of a school document in JSON, and the document's own reader checks it; a fault of the document is told at the
//! cell that it comes from. So tables know no rule that the school document does not know.

mod build;
mod codec;
mod heads;
mod layout;
mod plan;
mod spread;

pub(crate) use build::school;
pub(crate) use codec::word;
pub(crate) use heads::{column_name, columns_of, find_column, find_table, table_name};
pub(crate) use layout::{Cell, Column, SHEETS, Sheet};
pub(crate) use plan::{ASSIGNMENTS, PLACEMENTS, assignments, placements, read_plan};
pub(crate) use spread::rows;

use uurwerk_model::{Diagnostic, Place};

/// Cells of a sheet of a workbook or of a file, as text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// Which table of the layout it is.
    pub id: &'static str,
    /// The file, where every table has its own.
    pub file: Option<String>,
    /// The sheet, where tables are sheets.
    pub sheet: Option<String>,
    /// The columns of the layout that it has, each with the column of the sheet (from 0) where it was found; none when a profile gives
    /// its value.
    pub columns: Vec<(&'static str, Option<usize>)>,
    /// Rows with the line of the sheet (from 1); one text per column above.
    pub rows: Vec<(u32, Vec<String>)>,
}

impl Table {
    /// Where a cell of a row stands, for a fault.
    pub fn place(&self, line: u32, column: Option<usize>) -> Place {
        match &self.sheet {
            Some(sheet) => cell(sheet, column.unwrap_or(0), line),
            None => Place::Line {
                line,
                column: column.and_then(|c| u32::try_from(c + 1).ok()),
            },
        }
    }

    /// A fault of this table.
    pub fn fault(&self, fault: Diagnostic, line: u32, column: Option<usize>) -> Diagnostic {
        let fault = fault.at(self.place(line, column));
        match &self.file {
            Some(file) => fault.in_file(file.clone()),
            None => fault,
        }
    }

    /// The text of a column in a row; blank when the table lacks the column.
    pub fn text<'t>(&self, row: &'t [String], column: &str) -> &'t str {
        let at = self.columns.iter().position(|(id, _)| *id == column);
        at.and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// The column of the sheet where a column of the layout stands.
    pub fn at(&self, column: &str) -> Option<usize> {
        let found = self.columns.iter().find(|(id, _)| *id == column);
        found.and_then(|(_, at)| *at)
    }
}

/// A cell of a workbook: column from 0, line from 1.
pub(crate) fn cell(sheet: &str, column: usize, line: u32) -> Place {
    Place::Cell(format!("{sheet}!{}{line}", letters(column)))
}

/// Column letters of a spreadsheet: 0 is A, 26 is AA.
fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_have_letters() {
        let letters = [0, 25, 26, 701, 702].map(super::letters);
        assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
