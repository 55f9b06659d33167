//! The files of an Untis text export: which one is which, what its letters are, where its fields
//! end.
//!
//! Untis writes Windows-1252 by default and UTF-8 (with or without a mark) on demand, with comma,
//! semicolon or tab between the fields; all of these are recognised file by file.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, WINDOWS_1252};
use uurwerk_model::{Diagnostic, Diagnostics, Place};

/// The bytes of an export by GPU number (`GPU002.TXT` is number 2).
///
/// ```
/// use uurwerk_formats::untis::Files;
/// let files = Files::from_names([("gpu002.csv", b"1,2,,,\"1A\"".to_vec()), ("notes.txt", vec![])]);
/// assert!(files.has(2) && !files.has(1));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<u16, File>);

#[derive(Clone, Debug)]
struct File {
    name: String,
    bytes: Vec<u8>,
}

/// One line of a file, cut into fields.
pub(super) struct Row {
    /// Line number, counting from 1.
    pub line: u32,
    /// The fields without their quotes and outer blanks.
    pub fields: Vec<String>,
}

impl Files {
    /// The files among `named` that belong to an export; others are left aside.
    pub fn from_names<N: Into<String>>(named: impl IntoIterator<Item = (N, Vec<u8>)>) -> Self {
        let mut files = BTreeMap::new();
        for (name, bytes) in named {
            let name = name.into();
            if let Some(number) = Self::number_of(&name) {
                files.entry(number).or_insert(File { name, bytes });
            }
        }
        Self(files)
    }

    /// The GPU number that a file name speaks of, in any case and with any extension.
    ///
    /// ```
    /// use uurwerk_formats::untis::Files;
    /// assert_eq!(Files::number_of("export/gpu016.csv"), Some(16));
    /// assert_eq!(Files::number_of("GPU2.TXT"), None);
    /// ```
    pub fn number_of(name: &str) -> Option<u16> {
        let last = name.rsplit(['/', '\\']).next()?;
        let stem = last.split('.').next()?;
        let digits = stem
            .get(..3)
            .filter(|head| head.eq_ignore_ascii_case("gpu"))
            .and_then(|_| stem.get(3..))?;
        let all_digits = digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
        all_digits.then(|| digits.parse().ok()).flatten()
    }

    /// Whether the export has this file.
    pub fn has(&self, number: u16) -> bool {
        self.0.contains_key(&number)
    }

    /// Every file: number, name, content.
    pub(super) fn all(&self) -> impl Iterator<Item = (u16, &str, &[u8])> {
        let all = self.0.iter();
        all.map(|(number, file)| (*number, file.name.as_str(), file.bytes.as_slice()))
    }

    /// The name of a file as the caller gave it.
    pub(super) fn name(&self, number: u16) -> String {
        let given = self.0.get(&number).map(|file| file.name.clone());
        given.unwrap_or_else(|| format!("GPU{number:03}.TXT"))
    }

    /// The rows of a file; none when the export lacks it.
    pub(super) fn rows(&self, number: u16, faults: &mut Diagnostics) -> Vec<Row> {
        let Some(file) = self.0.get(&number) else {
            return Vec::new();
        };
        let text = decode(&file.bytes);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator(&text))
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let fault = |line: u64, detail: String| {
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                Diagnostic::error("UW3006", "")
                    .at(Place::Line { line, column: None })
                    .in_file(&file.name)
                    .with("detail", detail)
            };
            match record {
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    faults.push(fault(line, error.to_string()));
                }
                Ok(record) => {
                    let line = record.position().map_or(1, csv::Position::line);
                    if let Some(at) = record.iter().position(|field| field.contains(['\n', '\r'])) {
                        let detail = format!("field {} runs over the end of its line", at + 1);
                        faults.push(fault(line, detail));
                    } else if record.iter().any(|field| !field.trim().is_empty()) {
                        rows.push(Row {
                            line: u32::try_from(line).unwrap_or(u32::MAX),
                            fields: record.iter().map(|field| field.trim().to_owned()).collect(),
                        });
                    }
                }
            }
        }
        rows
    }
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = encoding.decode_without_bom_handling(&bytes[mark..]).0;
        return text.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

/// The separator seen most often outside quotes in the first lines; a comma when there is none.
fn separator(text: &str) -> u8 {
    let mut seen = [(b',', 0_u32), (b';', 0), (b'\t', 0)];
    for line in text.lines().take(50) {
        let mut quoted = false;
        for byte in line.bytes() {
            quoted ^= byte == b'"';
            if let Some(entry) = seen.iter_mut().find(|s| s.0 == byte && !quoted) {
                entry.1 += 1;
            }
        }
    }
    let mut best = seen[0];
    for candidate in seen {
        if candidate.1 > best.1 {
            best = candidate;
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> (Vec<Vec<String>>, Diagnostics) {
        let mut faults = Diagnostics::default();
        let rows = Files::from_names([("GPU002.TXT", bytes.to_vec())]).rows(2, &mut faults);
        (rows.into_iter().map(|row| row.fields).collect(), faults)
    }

    #[test]
    fn separators_quotes_and_line_ends_are_recognised() {
        let expected = vec![vec!["1", "a,b;c\"d", ""], vec!["2", "x"]];
        for text in [
            "1,\"a,b;c\"\"d\",\r\n\r\n2, x \r\n",
            "1;\"a,b;c\"\"d\";\n2;x",
            "1\t\"a,b;c\"\"d\"\t\n2\tx\n",
        ] {
            let (rows, faults) = rows(text.as_bytes());
            assert_eq!(rows, expected, "{text:?}");
            assert!(!faults.has_errors());
        }
    }

    #[test]
    fn letters_are_read_in_any_of_the_three_encodings() {
        // "coörd." in Windows-1252, UTF-8, and UTF-8 with a byte order mark.
        for bytes in [
            b"1,co\xF6rd.".as_slice(),
            "1,coörd.".as_bytes(),
            b"\xEF\xBB\xBF1,co\xC3\xB6rd.",
        ] {
            assert_eq!(rows(bytes).0, vec![vec!["1", "coörd."]]);
        }
    }

    #[test]
    fn a_quote_that_never_closes_is_a_fault_with_its_line() {
        let (rows, faults) = rows(b"1,a\n2,\"b\n3,c\n");
        assert_eq!(rows, vec![vec!["1", "a"]]);
        let fault = &faults.0[0];
        assert_eq!(fault.code(), "UW3006");
        assert_eq!(
            fault.place,
            Place::Line {
                line: 2,
                column: None
            }
        );
        assert_eq!(fault.file.as_deref(), Some("GPU002.TXT"));
    }
}
