//! Writing a workbook: a sheet of explanations, one sheet per table with drop-downs, and the plan's two tables.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    Formula, Workbook, Worksheet, XlsxError,
};
use uurwerk_model::{Diagnostic, Diagnostics, Language, Message};

use crate::exchange::{Decided, Feature, Written, lacking};
use crate::notes::Notes;
use crate::table::{
    ASSIGNMENTS, Cell, Column, PLACEMENTS, SHEETS, Sheet, assignments, column_name, placements,
    rows, table_name, word,
};

/// Rows that drop-downs reach.
const LAST: u32 = 2_000;

/// Writes a school as a workbook with words in a language; a plan adds the table of assignments (opdrachten) and the timetable.
///
/// # Errors
/// UW3509 for what a workbook cannot hold, such as a text of more than 32 767 letters.
pub fn write(decided: &Decided<'_>, language: Language) -> Result<Written, Diagnostics> {
    let made = book(decided, language).map_err(|fault| {
        let fault = Diagnostic::error("UW3509", "").with("detail", fault.to_string());
        Diagnostics(vec![fault])
    })?;
    let mut notes = Notes::default();
    lacking(decided, &[Feature::Protected, Feature::Outside], &mut notes);
    Ok(Written {
        files: vec![("school.xlsx".to_owned(), made)],
        lost: notes.into_warnings(),
    })
}

struct Looks {
    head: Format,
    text: Format,
    wrapped: Format,
    bold: Format,
}

fn book(decided: &Decided<'_>, language: Language) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks {
        head: Format::new()
            .set_bold()
            .set_background_color(0xDCE6F1)
            .set_text_wrap()
            .set_align(FormatAlign::Top),
        // Text, so that a spreadsheet does not take 20/22 for a date.
        text: Format::new().set_num_format("@"),
        wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        bold: Format::new().set_bold().set_align(FormatAlign::Top),
    };
    let mut book = Workbook::new();
    // The same school gives the same bytes: no clock.
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(
        &DocProperties::new()
            .set_creation_datetime(&made)
            .set_author("Uurwerk"),
    );
    explain(book.add_worksheet(), language, &looks)?;
    let document = decided.school.document();
    for sheet in SHEETS {
        let page = book.add_worksheet();
        page.set_name(table_name(sheet.id, language))?;
        let columns: Vec<&str> = sheet.columns.iter().map(|c| c.id).collect();
        heads(page, &columns, language, &looks)?;
        for (at, column) in (0_u16..).zip(sheet.columns) {
            let is_text = !matches!(column.cell, Cell::Whole);
            if is_text {
                page.set_column_format(at, &looks.text)?;
            }
            page.set_column_width(at, if column.id == "id" { 12.0 } else { 18.0 })?;
            if let Some(choices) = choices(sheet, column, language) {
                page.add_data_validation(1, at, LAST, at, &choices)?;
            }
        }
        let words = |code: &str| word(code, language);
        for (line, row) in (1_u32..).zip(rows(document, sheet, &words)) {
            for (at, (column, cell)) in (0_u16..).zip(sheet.columns.iter().zip(&row)) {
                put(page, line, at, column.cell == Cell::Whole, cell, &looks)?;
            }
        }
    }
    let decides = !decided.by_teacher().is_empty();
    let plan = [
        (
            "assignments",
            ASSIGNMENTS,
            assignments(decided, language),
            decides,
        ),
        (
            "timetable",
            PLACEMENTS,
            placements(decided),
            decided.has_times(),
        ),
    ];
    for (id, columns, rows, _) in plan.into_iter().filter(|(.., there)| *there) {
        let page = book.add_worksheet();
        page.set_name(table_name(id, language))?;
        heads(page, columns, language, &looks)?;
        for (line, row) in (1_u32..).zip(rows) {
            for (at, (column, cell)) in (0_u16..).zip(columns.iter().zip(&row)) {
                let number = matches!(
                    *column,
                    "position" | "hours" | "noemer" | "block" | "length" | "graad"
                );
                put(page, line, at, number, cell, &looks)?;
            }
        }
    }
    book.save_to_buffer()
}

fn heads(
    page: &mut Worksheet,
    columns: &[&str],
    language: Language,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (at, column) in (0_u16..).zip(columns) {
        page.write_string_with_format(0, at, column_name(column, language), &looks.head)?;
    }
    page.set_freeze_panes(1, 0)?;
    Ok(())
}

fn put(
    page: &mut Worksheet,
    line: u32,
    at: u16,
    number: bool,
    text: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    match text.parse::<i32>() {
        Ok(value) if number => page.write_number(line, at, value)?,
        _ => page.write_string_with_format(line, at, text, &looks.text)?,
    };
    Ok(())
}

/// What may stand in a column: a few words, or the ids of another sheet.
fn choices(sheet: &Sheet, column: &Column, language: Language) -> Option<DataValidation> {
    let listed = match (column.cell, column.of) {
        (Cell::Choice(codes), _) => {
            let words: Vec<String> = codes.iter().map(|code| word(code, language)).collect();
            DataValidation::new().allow_list_strings(&words).ok()?
        }
        (Cell::Flag, _) => {
            let words = ["yes", "no"].map(|code| word(code, language));
            DataValidation::new().allow_list_strings(&words).ok()?
        }
        (_, Some(of)) => {
            let page = table_name(of, language).replace('\'', "''");
            let ids = Formula::new(format!("='{page}'!$A$2:$A${}", LAST + 1));
            DataValidation::new().allow_list_formula(ids)
        }
        _ => return None,
    };
    let help = help(sheet.id, column.id, language);
    let style = DataValidationErrorStyle::Warning;
    let message = if help.chars().count() <= 255 {
        help
    } else {
        String::new()
    };
    listed
        .set_error_style(style)
        .set_input_message(message)
        .ok()
}

/// What a column asks for, in one sentence: of the column in that table, else of the column anywhere.
fn help(_table: &str, column: &str, language: Language) -> String {
    Message::new(&format!("column-{}", column.replace('_', "-"))).attribute(language, "help")
}

/// The sheet of explanations, in the three languages, the reader's own first.
fn explain(page: &mut Worksheet, language: Language, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(table_name("explanation", language))?;
    for (at, width) in [(0_u16, 24.0), (1, 26.0), (2, 90.0)] {
        page.set_column_width(at, width)?;
    }
    let mut languages = vec![language];
    languages.extend(Language::ALL.into_iter().filter(|l| *l != language));
    let mut line = 0;
    for language in languages {
        page.write_string_with_format(line, 0, table_name("explanation", language), &looks.bold)?;
        page.write_string_with_format(
            line,
            2,
            Message::new("table-explanation").attribute(language, "help"),
            &looks.wrapped,
        )?;
        line += 1;
        for sheet in SHEETS {
            let table = Message::new(&format!("table-{}", sheet.id));
            page.write_string_with_format(line, 0, table.text(language), &looks.bold)?;
            page.write_string_with_format(
                line,
                2,
                table.attribute(language, "help"),
                &looks.wrapped,
            )?;
            line += 1;
            for column in sheet.columns {
                page.write_string(line, 1, column_name(column.id, language))?;
                let text = help(sheet.id, column.id, language);
                page.write_string_with_format(line, 2, text, &looks.wrapped)?;
                line += 1;
            }
        }
        line += 1;
    }
    Ok(())
}
