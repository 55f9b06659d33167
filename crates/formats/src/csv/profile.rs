//! The profile: which file is which table, which column is which, what words mean, what is not there.

use std::collections::BTreeMap;

use serde::Deserialize;
use uurwerk_model::{Diagnostic, Diagnostics, Place};

use crate::table::{SHEETS, columns_of, find_table};

/// Says what the columns of a school's own files are. Without a profile, files are called as the tables are (`staff.csv`, `lessons.csv`) and
/// columns as their columns are.
///
/// ```
/// use uurwerk_formats::csv::Profile;
/// let profile = Profile::parse(r#"
///     separator = ";"
///     [table.staff]
///     file = "personeel.csv"
///     columns = { id = "Stamnr", name = ["Voornaam", "Naam"], statute = "Statuut" }
///     values.statute = { VB = "permanent", TABD = "tabd" }
///     default = { experience = "10" }
/// "#).unwrap();
/// assert_eq!(profile.table["staff"].file.as_deref(), Some("personeel.csv"));
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// The mark between fields; found out file by file when absent.
    pub separator: Option<char>,
    /// The tables by name.
    pub table: BTreeMap<String, TableProfile>,
}

/// What a school says about a table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TableProfile {
    /// The file; by the name of the table when absent.
    pub file: Option<String>,
    /// What the columns of the table are called in the file.
    pub columns: BTreeMap<String, Heads>,
    /// What the words of the file mean, by column.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// What stands in a column where the file has nothing.
    pub default: BTreeMap<String, String>,
}

/// The column of a file, or several that are joined with a blank.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Heads {
    /// One column.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Heads {
    pub(super) fn all(&self) -> &[String] {
        match self {
            Self::One(head) => std::slice::from_ref(head),
            Self::Several(heads) => heads,
        }
    }
}

impl Profile {
    /// Reads a profile.
    ///
    /// # Errors
    /// UW3801 with line and column for what is no TOML of this shape; UW3802 for every table and column that a school does not have.
    pub fn parse(text: &str) -> Result<Self, Diagnostics> {
        let profile: Self = toml::from_str(text).map_err(|fault| {
            let (line, column) = crate::line::of_byte(text, fault.span().map_or(0, |s| s.start));
            let place = Place::Line {
                line,
                column: Some(column),
            };
            let fault = Diagnostic::error("UW3801", "").with("detail", fault.message());
            Diagnostics(vec![fault.at(place)])
        })?;
        let mut faults = Diagnostics::default();
        let mut unknown = |pointer: String, name: &str, known: Vec<&str>| {
            let fault = Diagnostic::error("UW3802", pointer).with("name", name);
            faults.push(fault.with("known", known.join(", ")));
        };
        for (name, table) in &profile.table {
            let Some(id) = find_table(name) else {
                let known = SHEETS.iter().map(|sheet| sheet.id).collect();
                unknown(format!("/table/{name}"), name, known);
                continue;
            };
            let columns = columns_of(id);
            for (part, keys) in [
                ("columns", table.columns.keys().collect::<Vec<_>>()),
                ("values", table.values.keys().collect()),
                ("default", table.default.keys().collect()),
            ] {
                for key in keys
                    .into_iter()
                    .filter(|key| !columns.contains(&key.as_str()))
                {
                    unknown(format!("/table/{name}/{part}/{key}"), key, columns.clone());
                }
            }
        }
        if profile.separator.is_some_and(|mark| !mark.is_ascii()) {
            faults.push(
                Diagnostic::error("UW3801", "/separator")
                    .with("detail", "the separator is no single ASCII letter"),
            );
        }
        if faults.has_errors() {
            Err(faults)
        } else {
            Ok(profile)
        }
    }

    pub(super) fn of(&self, table: &str) -> Option<&TableProfile> {
        let found = self
            .table
            .iter()
            .find(|(name, _)| find_table(name) == Some(table));
        found.map(|(_, profile)| profile)
    }
}
