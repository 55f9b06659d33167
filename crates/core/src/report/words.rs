//! Words and numbers in one language: every text of the report comes through here.

use uurwerk_model::{Argument, FteUnits, Language, Message, Recurrence};

/// The catalogue in one language.
#[derive(Clone, Copy)]
pub(super) struct Words(pub Language);

impl Words {
    /// A message without arguments.
    pub fn say(self, id: &str) -> String {
        Message::new(id).text(self.0)
    }

    /// A message about a number `n`.
    pub fn count(self, id: &str, n: i64) -> String {
        Message::new(id).with("n", n).text(self.0)
    }

    /// A message with named arguments.
    pub fn with(self, id: &str, args: &[(&str, Argument)]) -> String {
        let message = Message::new(id);
        let message = args
            .iter()
            .fold(message, |m, (name, value)| m.with(name, value.clone()));
        message.text(self.0)
    }

    /// A message when the catalogue has it.
    pub fn known(self, id: &str) -> Option<String> {
        Message::is_known(id, self.0).then(|| self.say(id))
    }

    /// An attribute of a message; empty when there is none.
    pub fn attribute(self, id: &str, attribute: &str) -> String {
        Message::new(id).attribute(self.0, attribute)
    }

    /// In which weeks something happens, when it is not every week: `every second week (A)`.
    pub fn weeks(self, weeks: Recurrence) -> Option<String> {
        let letter = ["A", "B", "C", "D"].get(usize::from(weeks.phase.unwrap_or(0)))?;
        let args = [
            ("every", i64::from(weeks.every).into()),
            ("letter", (*letter).into()),
        ];
        (!weeks.is_weekly()).then(|| self.with("report-weeks", &args))
    }

    /// A whole number with its thousands apart.
    pub fn number(self, n: i64) -> String {
        let separator = match self.0 {
            Language::En => ',',
            Language::Nl => '.',
            Language::Fr => '\u{a0}',
        };
        let digits = n.unsigned_abs().to_string();
        let mut text = String::from(if n < 0 { "-" } else { "" });
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    /// `n` points of cost.
    pub fn points(self, n: i64) -> String {
        self.with(
            "report-points",
            &[("n", n.into()), ("shown", self.number(n).into())],
        )
    }

    /// A number of tenths, such as `12,5`.
    pub fn tenths(self, tenths: i64) -> String {
        let sign = if tenths < 0 { "-" } else { "" };
        let tenths = tenths.unsigned_abs();
        format!(
            "{sign}{}{}{}",
            tenths / 10,
            self.decimal_mark(),
            tenths % 10
        )
    }

    /// An amount of work in full-time equivalents with two decimals, rounded to nearest.
    pub fn fte(self, amount: FteUnits) -> String {
        let mille = amount.per_mille();
        let cents = (mille.unsigned_abs() + 5) / 10;
        let sign = if mille < 0 && cents > 0 { "-" } else { "" };
        format!(
            "{sign}{}{}{:02}",
            cents / 100,
            self.decimal_mark(),
            cents % 100
        )
    }

    fn decimal_mark(self) -> char {
        match self.0 {
            Language::En => '.',
            Language::Nl | Language::Fr => ',',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(Words(Language::Nl).number(-1_234_567), "-1.234.567");
        assert_eq!(Words(Language::En).number(912), "912");
        assert_eq!(Words(Language::Fr).number(1_000), "1\u{a0}000");
        assert_eq!(Words(Language::Nl).tenths(-125), "-12,5");
        assert_eq!(
            Words(Language::En).number(i64::MIN),
            "-9,223,372,036,854,775,808"
        );
    }

    #[test]
    fn weeks_are_told_where_they_differ() {
        let words = Words(Language::En);
        let (every, phase) = (2, Some(1));
        let told = words.weeks(Recurrence { every, phase });
        assert_eq!(told.as_deref(), Some("every second week (B)"));
        assert_eq!(words.weeks(Recurrence::default()), None);
    }

    #[test]
    fn loads_have_two_decimals() {
        // 21/22 = 0.9545: 955 thousandths, 0.96 (rounded twice, for people only).
        let load = FteUnits::of_hours(21, 22).unwrap();
        assert_eq!(Words(Language::Nl).fte(load), "0,96");
        assert_eq!(Words(Language::En).fte(-load), "-0.96");
    }
}
