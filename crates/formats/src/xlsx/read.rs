//! Reading workbooks (xlsx, xlsm, ods, xls): sheets and columns by their names in any of the three languages.

use std::io::Cursor;

use calamine::{Cell, Data, DataRef, Range, Reader, Sheets, open_workbook_auto_from_rs};
use uurwerk_model::{Diagnostic, Diagnostics, School};

use crate::exchange::Imported;
use crate::table::{Table, cell, find_column, find_table, read_plan, school};

/// Makes a school of a workbook such as [`super::write`] writes; sheets and columns that are not known are left aside and reported.
///
/// # Errors
/// UW3501 for what is no workbook; every fault of the school at its sheet and cell.
pub fn read(bytes: &[u8]) -> Result<Imported, Diagnostics> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|fault| {
        let fault = Diagnostic::error("UW3501", "").with("detail", fault.to_string());
        Diagnostics(vec![fault])
    })?;
    let (mut faults, mut assumptions) = (Diagnostics::default(), Diagnostics::default());
    let tables = tables(&mut book, &mut faults, &mut assumptions);
    if tables.is_empty() && !faults.has_errors() {
        faults.push(Diagnostic::error("UW3502", ""));
    }
    let made = school(&tables);
    let school: School = match made {
        Ok(school) if !faults.has_errors() => school,
        Ok(_) => return Err(faults),
        Err(found) => {
            faults.0.extend(found.0);
            return Err(faults);
        }
    };
    let (allocation, timetable) = read_plan(&school, &tables, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    Ok(Imported {
        document: school.document().clone(),
        assumptions,
        allocation,
        timetable,
    })
}

/// Most cells of a sheet, empty ones between others included.
const MOST_CELLS: u64 = 5_000_000;

type Book<'b> = Sheets<Cursor<&'b [u8]>>;

fn tables(
    book: &mut Book<'_>,
    faults: &mut Diagnostics,
    assumptions: &mut Diagnostics,
) -> Vec<Table> {
    let mut tables = Vec::new();
    for name in book.sheet_names() {
        let Some(id) = find_table(&name) else {
            let known = ["explanation"].iter().any(|own| is_called(own, &name));
            if !known {
                let place = cell(&name, 0, 1);
                assumptions.push(
                    Diagnostic::warning("UW3505", "")
                        .at(place)
                        .with("name", name),
                );
            }
            continue;
        };
        if let Some((row, column)) = far_cell(book, &name) {
            let place = cell(&name, column as usize, row + 1);
            faults.push(Diagnostic::error("UW3510", "").at(place));
            continue;
        }
        match book.worksheet_range(&name) {
            Ok(range) => tables.extend(table(id, &name, &range, faults, assumptions)),
            Err(fault) => {
                let place = cell(&name, 0, 1);
                let fault = Diagnostic::error("UW3501", "").with("detail", fault.to_string());
                faults.push(fault.at(place));
            }
        }
    }
    tables
}

/// The first cell, as row and column from 0, so far from the corner that a table up to it would not fit into memory: a small file can
/// have one.
fn far_cell(book: &mut Book<'_>, name: &str) -> Option<(u32, u32)> {
    // What cannot be read is told by whoever reads the sheet.
    match book {
        Sheets::Xlsx(book) => {
            let mut cells = book.worksheet_cells_reader(name).ok()?;
            first_far(|| cells.next_cell().ok()?.map(filled))
        }
        Sheets::Xlsb(book) => {
            let mut cells = book.worksheet_cells_reader(name).ok()?;
            first_far(|| cells.next_cell().ok()?.map(filled))
        }
        // These have 16 million cells at most, and what is repeated is cut off.
        Sheets::Xls(_) | Sheets::Ods(_) => None,
    }
}

/// Where a cell stands; the corner for an empty one, of which no table gets larger.
fn filled(cell: Cell<DataRef<'_>>) -> (u32, u32) {
    match cell.get_value() {
        DataRef::Empty => (0, 0),
        _ => cell.get_position(),
    }
}

fn first_far(mut next: impl FnMut() -> Option<(u32, u32)>) -> Option<(u32, u32)> {
    let (mut rows, mut columns) = (0, 0);
    while let Some((row, column)) = next() {
        (rows, columns) = (row.max(rows), column.max(columns));
        if (u64::from(rows) + 1) * (u64::from(columns) + 1) > MOST_CELLS {
            return Some((row, column));
        }
    }
    None
}

/// Whether a sheet has that name in one of the languages.
fn is_called(id: &str, name: &str) -> bool {
    let called =
        |language| crate::table::table_name(id, language).eq_ignore_ascii_case(name.trim());
    uurwerk_model::Language::ALL.into_iter().any(called)
}

fn table(
    id: &'static str,
    sheet: &str,
    range: &Range<Data>,
    faults: &mut Diagnostics,
    assumptions: &mut Diagnostics,
) -> Option<Table> {
    let (first, left) = range.start()?;
    let left = left as usize;
    let mut table = Table {
        id,
        sheet: Some(sheet.to_owned()),
        ..Table::default()
    };
    let mut rows = range.rows();
    let mut taken = Vec::new();
    for (at, head) in rows.next()?.iter().enumerate() {
        let name = text(head);
        if name.is_empty() {
            continue;
        }
        match find_column(id, &name) {
            Some(column) if !table.columns.iter().any(|(known, _)| *known == column) => {
                table.columns.push((column, Some(left + at)));
                taken.push(at);
            }
            found => {
                let code = if found.is_some() { "UW3507" } else { "UW3506" };
                let place = cell(sheet, left + at, first + 1);
                let note = Diagnostic::warning(code, "").at(place).with("name", name);
                assumptions.push(note);
            }
        }
    }
    for (line, row) in (first + 2..).zip(rows) {
        let texts: Vec<String> = taken
            .iter()
            .map(|at| row.get(*at).map_or_else(String::new, text))
            .collect();
        for (at, cell) in taken.iter().filter_map(|at| Some((at, row.get(*at)?))) {
            if let Data::Error(error) = cell {
                let fault = Diagnostic::error("UW3508", "").with("value", error.to_string());
                faults.push(table.fault(fault, line, Some(left + at)));
            }
        }
        if texts.iter().any(|text| !text.is_empty()) {
            table.rows.push((line, texts));
        }
    }
    Some(table)
}

/// A cell as text: whole numbers without a point, times as `HH:MM`.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        // Beyond 2^53 a float is no whole number of anything that a school counts.
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            format!("{number:.0}")
        }
        Data::Float(number) => number.to_string(),
        Data::Bool(flag) => flag.to_string(),
        Data::DateTime(time) => {
            let minutes = (time.as_f64().fract() * 1440.0).round();
            format!("{:02.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0)
        }
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
    }
}
