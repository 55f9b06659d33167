//! Delimited text: UTF-8 or Windows-1252, with comma, semicolon or tab.

use encoding_rs::{Encoding, WINDOWS_1252};

/// A record: its line (from 1) and its fields without outer blanks; or what is wrong with it.
pub(crate) type Line = (u32, Result<Vec<String>, String>);

/// Cuts a file into records that are not blank. The separator is that which the first line has most of outside quotes, unless it is told.
pub(crate) fn lines(bytes: &[u8], separator: Option<u8>) -> Vec<Line> {
    let text = decode(bytes);
    let first = text.lines().next().unwrap_or_default();
    let bare: String = first.split('"').step_by(2).collect();
    // Of equally many the last one: a comma may also stand in an amount.
    let found = [b',', b'\t', b';']
        .into_iter()
        .max_by_key(|mark| bare.bytes().filter(|b| b == mark).count());
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.or(found).unwrap_or(b','))
        .from_reader(text.as_bytes());
    // The reader's own count is of where it looked for a record, before the ends of lines that it skipped.
    let (mut counted, mut ends) = (0, 0_u32);
    let mut line = |position: Option<&::csv::Position>| {
        let at = position.map_or(0, |p| usize::try_from(p.byte()).unwrap_or(usize::MAX));
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let skipped = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        let begin = at.saturating_add(skipped.count()).min(text.len());
        let passed = text.as_bytes().get(counted..begin).unwrap_or_default();
        let passed = passed.iter().filter(|b| **b == b'\n').count();
        ends = ends.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
        counted = counted.max(begin);
        ends.saturating_add(1)
    };
    let mut lines = Vec::new();
    for record in reader.records() {
        match record {
            Err(fault) => lines.push((line(fault.position()), Err(fault.to_string()))),
            Ok(record) if record.iter().any(|field| !field.trim().is_empty()) => {
                let fields = record.iter().map(|field| field.trim().to_owned()).collect();
                lines.push((line(record.position()), Ok(fields)));
            }
            Ok(_) => {}
        }
    }
    lines
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_letters_are_found_out() {
        let expected = vec![
            (1, Ok(vec!["a".to_owned(), "b,c".to_owned()])),
            (3, Ok(vec!["é".to_owned(), String::new()])),
        ];
        assert_eq!(
            lines("\u{feff}a;\"b,c\"\r\n;\r\né;\r\n".as_bytes(), None),
            expected
        );
        assert_eq!(lines(b"a\tb,c\n\n\xe9\t\n", None), expected);
        assert_eq!(
            lines(b"a,b\n", Some(b';')),
            vec![(1, Ok(vec!["a,b".to_owned()]))]
        );
    }
}
