//! Rows of the files by the names of their columns.

use std::collections::BTreeMap;

use uurwerk_model::{Diagnostic, Diagnostics, Place};

use crate::csv::{Files, lines};

/// A file.
pub(super) struct Records {
    pub name: &'static str,
    heads: Vec<String>,
    pub rows: Vec<Record>,
}

/// A row of a file.
pub(super) struct Record {
    line: u32,
    fields: Vec<String>,
}

impl Records {
    /// The rows of a file that are not to be deleted; `needed` columns that are absent are faults. None when the file is absent.
    pub fn read(
        files: &Files,
        name: &'static str,
        needed: &[&str],
        faults: &mut Diagnostics,
    ) -> Option<Self> {
        let (_, bytes) = files
            .iter()
            .find(|(given, _)| given.eq_ignore_ascii_case(name))?;
        let place = |line, column| Place::Line { line, column };
        let mut records = Vec::new();
        for (line, fields) in lines(bytes, Some(b',')) {
            match fields {
                Ok(fields) => records.push(Record { line, fields }),
                Err(detail) => {
                    let fault = Diagnostic::error("UW3702", "")
                        .at(place(line, None))
                        .in_file(name);
                    faults.push(fault.with("detail", detail));
                }
            }
        }
        let mut records = records.into_iter();
        let heads = records.next().map_or_else(Vec::new, |record| record.fields);
        for column in needed
            .iter()
            .filter(|column| !heads.iter().any(|h| h.eq_ignore_ascii_case(column)))
        {
            let fault = Diagnostic::error("UW3703", "")
                .at(place(1, None))
                .in_file(name);
            faults.push(fault.with("column", *column));
        }
        let mut made = Self {
            name,
            heads,
            rows: Vec::new(),
        };
        let live = records.filter(|record| {
            !made
                .text(record, "status")
                .eq_ignore_ascii_case("tobedeleted")
        });
        let live: Vec<Record> = live.collect();
        made.rows = live;
        Some(made)
    }

    /// A field; blank when the file lacks the column.
    pub fn text<'r>(&self, record: &'r Record, column: &str) -> &'r str {
        self.at(column)
            .and_then(|at| record.fields.get(at))
            .map_or("", String::as_str)
    }

    fn at(&self, column: &str) -> Option<usize> {
        self.heads
            .iter()
            .position(|head| head.eq_ignore_ascii_case(column))
    }

    /// A fault in a field.
    pub fn fault(&self, record: &Record, column: &str, fault: Diagnostic) -> Diagnostic {
        let place = Place::Line {
            line: record.line,
            column: self.at(column).and_then(|at| u32::try_from(at + 1).ok()),
        };
        fault.at(place).in_file(self.name).with("column", column)
    }

    /// The rows by their id; blank and double ids are faults.
    pub fn by_id(&self, faults: &mut Diagnostics) -> BTreeMap<&str, &Record> {
        let mut rows = BTreeMap::new();
        for record in &self.rows {
            let id = self.text(record, "sourcedId");
            if id.is_empty() {
                faults.push(self.fault(record, "sourcedId", Diagnostic::error("UW3704", "")));
            } else if rows.insert(id, record).is_some() {
                let fault = Diagnostic::error("UW3706", "").with("value", id);
                faults.push(self.fault(record, "sourcedId", fault));
            }
        }
        rows
    }
}
