//! Typed reading of the fields of one file: every fault with line, field and remedy, none stops
//! the reading.

use std::ops::RangeInclusive;

use uurwerk_model::{Diagnostic, Diagnostics, Place};

use super::files::Row;

/// Reads the fields of the rows of one file; fields count from 1, missing ones are blank.
pub(super) struct Cells<'a> {
    file: String,
    faults: &'a mut Diagnostics,
}

impl<'a> Cells<'a> {
    pub fn new(file: String, faults: &'a mut Diagnostics) -> Self {
        Self { file, faults }
    }

    /// Reports a fault in a field.
    pub fn fault(&mut self, row: &Row, field: u32, fault: Diagnostic) {
        let place = Place::Line {
            line: row.line,
            column: Some(field),
        };
        self.faults.push(fault.at(place).in_file(&self.file));
    }

    /// A text, possibly blank.
    pub fn text(&self, row: &Row, field: u32) -> String {
        text(row, field).to_owned()
    }

    /// A text that must be there.
    pub fn name(&mut self, row: &Row, field: u32) -> Option<String> {
        let found = text(row, field);
        if found.is_empty() {
            self.fault(row, field, Diagnostic::error("UW3004", ""));
            return None;
        }
        Some(found.to_owned())
    }

    /// The names in a field with `~` between them.
    pub fn list(&self, row: &Row, field: u32) -> Vec<String> {
        let parts = text(row, field).split('~').map(str::trim);
        parts.filter(|p| !p.is_empty()).map(str::to_owned).collect()
    }

    /// A whole number in a range; blank is none.
    pub fn number(&mut self, row: &Row, field: u32, range: RangeInclusive<u32>) -> Option<u32> {
        let found = text(row, field);
        if found.is_empty() {
            return None;
        }
        let value = decimal(found).filter(|v| v % SCALE == 0).map(|v| v / SCALE);
        let fault = match value.map(u32::try_from) {
            Some(Ok(value)) if range.contains(&value) => return Some(value),
            Some(_) => Diagnostic::error("UW3003", "")
                .with("min", i64::from(*range.start()))
                .with("max", i64::from(*range.end())),
            None => Diagnostic::error("UW3002", ""),
        };
        self.fault(row, field, fault.with("value", found));
        None
    }

    /// A whole number in a range that must be there.
    pub fn required(&mut self, row: &Row, field: u32, range: RangeInclusive<u32>) -> Option<u32> {
        if text(row, field).is_empty() {
            self.fault(row, field, Diagnostic::error("UW3004", ""));
            return None;
        }
        self.number(row, field, range)
    }

    /// An amount in hundred-thousandths; blank is none.
    pub fn amount(&mut self, row: &Row, field: u32) -> Option<i64> {
        let found = text(row, field);
        if found.is_empty() {
            return None;
        }
        let value = decimal(found);
        if value.is_none() {
            let fault = Diagnostic::error("UW3002", "").with("value", found);
            self.fault(row, field, fault);
        }
        value
    }
}

/// Amounts are counted in hundred-thousandths: Untis writes at most five decimals.
pub(super) const SCALE: i64 = 100_000;

fn text(row: &Row, field: u32) -> &str {
    let at = (field as usize).saturating_sub(1);
    row.fields.get(at).map_or("", String::as_str)
}

/// Reads `12`, `-3` or `4.54500` (point or comma) into hundred-thousandths; further decimals are cut.
fn decimal(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    // Nine digits are more than any amount of lesson hours, and their sums never overflow.
    let all_digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty())
        || whole.len() > 9
        || !all_digits(whole)
        || !all_digits(fraction)
    {
        return None;
    }
    let mut value = if whole.is_empty() {
        0
    } else {
        whole.parse::<i64>().ok()? * SCALE
    };
    let mut unit = SCALE / 10;
    for digit in fraction.bytes().take(5) {
        value += i64::from(digit - b'0') * unit;
        unit /= 10;
    }
    Some(sign * value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(fields: &[&str]) -> Row {
        Row {
            line: 7,
            fields: fields.iter().map(|f| (*f).to_owned()).collect(),
        }
    }

    #[test]
    fn amounts_are_exact() {
        assert_eq!(decimal("4.54500"), Some(454_500));
        assert_eq!(decimal("-3"), Some(-300_000));
        assert_eq!(decimal(",5"), Some(50_000));
        for bad in ["", "-", ".", "1.2.3", "x", "99999999999999999999"] {
            assert_eq!(decimal(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_short_row_has_blank_fields_and_bad_ones_are_reported_in_place() {
        let mut faults = Diagnostics::default();
        let mut cells = Cells::new("GPU002.TXT".into(), &mut faults);
        let row = row(&["1", "x", "99", "a~ b~"]);
        assert_eq!(cells.number(&row, 1, 1..=40), Some(1));
        assert_eq!(cells.number(&row, 9, 1..=40), None);
        assert_eq!(cells.list(&row, 4), ["a", "b"]);
        assert_eq!(cells.number(&row, 2, 1..=40), None);
        assert_eq!(cells.number(&row, 3, 1..=40), None);
        assert_eq!(cells.required(&row, 5, 1..=40), None);
        let found: Vec<_> = faults.iter().map(|d| (d.code(), &d.place)).collect();
        let at = |field| Place::Line {
            line: 7,
            column: Some(field),
        };
        assert_eq!(
            found,
            [("UW3002", &at(2)), ("UW3003", &at(3)), ("UW3004", &at(5))]
        );
    }
}
