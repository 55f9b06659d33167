//! Rows of a file: text in quotes, numbers bare, as Untis writes them.

use std::collections::BTreeMap;

use encoding_rs::WINDOWS_1252;
use uurwerk_model::Diagnostics;

use super::super::files::{Files, Row as Read};

/// A row under construction; columns count from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row(Vec<String>);

impl Row {
    /// Blank columns, such as are written even when nothing stands in them.
    pub fn of(columns: usize) -> Self {
        Self(vec![String::new(); columns])
    }

    /// A row of a base export; bare numbers stay bare.
    pub fn like(read: &Read) -> Self {
        let number = |field: &str| {
            let body = field.strip_prefix('-').unwrap_or(field);
            !body.is_empty() && body.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        };
        let cell = |field: &String| {
            if field.is_empty() || number(field) {
                field.clone()
            } else {
                quoted(field)
            }
        };
        Self(read.fields.iter().map(cell).collect())
    }

    /// Puts a text into a column; a blank one clears it.
    pub fn text(mut self, column: usize, text: &str) -> Self {
        let cell = if text.is_empty() {
            String::new()
        } else {
            quoted(text)
        };
        self.put(column, cell);
        self
    }

    /// Puts a number into a column.
    pub fn number(mut self, column: usize, number: impl ToString) -> Self {
        self.put(column, number.to_string());
        self
    }

    /// Puts a text that may be missing; a missing one leaves the column alone.
    pub fn some_text(self, column: usize, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(column, text),
            None => self,
        }
    }

    /// Puts a number that may be missing; a missing one leaves the column alone.
    pub fn some_number(self, column: usize, number: Option<impl ToString>) -> Self {
        match number {
            Some(number) => self.number(column, number),
            None => self,
        }
    }

    fn put(&mut self, column: usize, cell: String) {
        if self.0.len() < column {
            self.0.resize(column, String::new());
        }
        self.0[column - 1] = cell;
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The rows of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet(Vec<Row>);

impl Sheet {
    pub fn push(&mut self, row: Row) {
        self.0.push(row);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The file: Windows-1252, or UTF-8 with its mark when a letter has no place there.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        for row in &self.0 {
            text.push_str(&row.0.join(","));
            text.push_str("\r\n");
        }
        match WINDOWS_1252.encode(&text) {
            (bytes, _, false) => bytes.into_owned(),
            _ => ["\u{feff}".as_bytes(), text.as_bytes()].concat(),
        }
    }
}

impl FromIterator<Row> for Sheet {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        Self(rows.into_iter().collect())
    }
}

/// The rows of a base export that the school speaks about, read once.
#[derive(Default)]
pub(super) struct Base(BTreeMap<u16, Vec<Read>>);

impl Base {
    pub fn new(files: Option<&Files>) -> Self {
        // What is wrong in a base is simply not kept: it was refused when the school was made of it.
        let mut ignored = Diagnostics::default();
        let mut rows = BTreeMap::new();
        for number in files.iter().flat_map(|_| [3, 4, 5, 6, 8, 16, 20]) {
            rows.insert(
                number,
                files.map_or_else(Vec::new, |files| files.rows(number, &mut ignored)),
            );
        }
        Self(rows)
    }

    /// Whether there is one.
    pub fn is_there(&self) -> bool {
        !self.0.is_empty()
    }

    /// The rows of a file.
    pub fn rows(&self, number: u16) -> &[Read] {
        self.0.get(&number).map_or(&[], Vec::as_slice)
    }

    /// The row whose first field is `name`, to be filled in; a blank one of `columns` otherwise.
    pub fn row(&self, number: u16, name: &str, columns: usize) -> Row {
        let mut rows = self.rows(number).iter();
        let found = rows.find(|row| row.fields.first().is_some_and(|field| field == name));
        found.map_or_else(|| Row::of(columns), Row::like)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_windows_1252_make_the_file_utf_8() {
        let plain = Sheet::from_iter([Row::of(3).text(1, "coörd").number(2, 4)]);
        assert_eq!(plain.bytes(), b"\"co\xf6rd\",4,\r\n");
        let wide = Sheet::from_iter([Row::of(1).text(1, "Łukasz \"Ł\"")]);
        let expected = "\u{feff}\"Łukasz \"\"Ł\"\"\"\r\n";
        assert_eq!(wide.bytes(), expected.as_bytes());
    }
}
