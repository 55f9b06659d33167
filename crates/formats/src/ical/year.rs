//! The school year: its first and last day and the days without lessons.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;
use uurwerk_model::{Diagnostic, Diagnostics, Place, Recurrence, WeekSet};

use super::holidays::holidays;

/// What a school says about its year, as a TOML file; the rules of the Flemish Government hold for what it does not say.
///
/// ```
/// let profile = uurwerk_formats::ical::CalendarProfile::parse("first = \"2026-09-01\"\nlast = \"2027-06-25\"\n").unwrap();
/// assert!(profile.last.is_some());
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CalendarProfile {
    /// The school year, such as `2026-2027`, where the school document does not say it.
    pub school_year: Option<String>,
    /// The first day of lessons, `YYYY-MM-DD`; 1 September.
    pub first: Option<String>,
    /// The last day of lessons; 30 June.
    pub last: Option<String>,
    /// The holidays instead of those that are the rule.
    pub holidays: Option<Vec<Dates>>,
    /// Days without lessons beside the holidays.
    pub free: Vec<Dates>,
}

/// Days from the first to the last.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day; the first one when absent.
    pub to: Option<String>,
}

impl CalendarProfile {
    /// Reads a profile.
    ///
    /// # Errors
    /// UW3404 with line and column for what is no TOML of this shape.
    pub fn parse(text: &str) -> Result<Self, Diagnostics> {
        toml::from_str(text).map_err(|fault| {
            let (line, column) = crate::line::of_byte(text, fault.span().map_or(0, |s| s.start));
            let place = Place::Line {
                line,
                column: Some(column),
            };
            let fault = Diagnostic::error("UW3404", "").with("detail", fault.message());
            Diagnostics(vec![fault.at(place)])
        })
    }
}

/// The days of a school year.
pub(super) struct SchoolYear {
    name: String,
    first: NaiveDate,
    last: NaiveDate,
    free: Vec<(NaiveDate, NaiveDate)>,
}

impl SchoolYear {
    pub fn new(said: Option<&str>, profile: &CalendarProfile) -> Result<Self, Diagnostics> {
        let one = |code: &str, place: &str, value: &str| {
            Diagnostics(vec![Diagnostic::error(code, place).with("value", value)])
        };
        let name = profile.school_year.as_deref().or(said);
        let name = name.ok_or_else(|| one("UW3401", "/school_year", ""))?;
        let start = begins(name).ok_or_else(|| one("UW3402", "/school_year", name))?;
        let usual = |year: i32, month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day);
        let mut faults = Diagnostics::default();
        let mut read = |key: &str, text: &str| {
            let date = text.parse::<NaiveDate>().ok();
            if date.is_none() {
                let fault = Diagnostic::error("UW3405", format!("/{key}"));
                faults.push(fault.with("value", text));
            }
            date
        };
        let first = match &profile.first {
            Some(text) => read("first", text),
            None => usual(start, 9, 1),
        };
        let last = match &profile.last {
            Some(text) => read("last", text),
            None => usual(start + 1, 6, 30),
        };
        let mut free = Vec::new();
        if profile.holidays.is_none() {
            free.extend(holidays(start).into_iter().flatten());
        }
        let listed = profile
            .holidays
            .iter()
            .flatten()
            .map(|dates| ("holidays", dates));
        for (key, dates) in listed.chain(profile.free.iter().map(|dates| ("free", dates))) {
            let from = read(key, &dates.from);
            let to = dates.to.as_ref().map_or(from, |to| read(key, to));
            free.extend(from.zip(to));
        }
        let (Some(first), Some(last)) = (first, last) else {
            return Err(faults);
        };
        if last < first {
            faults.push(Diagnostic::error("UW3405", "/last").with("value", last.to_string()));
        }
        if faults.has_errors() {
            return Err(faults);
        }
        Ok(Self {
            name: name.to_owned(),
            first,
            last,
            free,
        })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first such day of the week in the year, holiday or not; none when the year is too short for one.
    pub fn first_on(&self, weekday: Weekday) -> Option<NaiveDate> {
        let ahead =
            weekday.num_days_from_monday() + 7 - self.first.weekday().num_days_from_monday();
        let day = self
            .first
            .checked_add_days(Days::new(u64::from(ahead % 7)))?;
        (day <= self.last).then_some(day)
    }

    /// The same in some weeks, counted from the one in which the year begins, holidays or not.
    pub fn first_of(&self, weekday: Weekday, weeks: Recurrence) -> Option<NaiveDate> {
        let monday = self.first.week(Weekday::Mon).checked_first_day()?;
        let first = self.first_on(weekday)?;
        let is_in = |day: &NaiveDate| {
            let week = (*day - monday).num_days() / 7;
            weeks
                .weeks()
                .iter()
                .any(|w| w as i64 == week % i64::from(WeekSet::CYCLE))
        };
        let mut days = first.iter_weeks().take_while(|day| *day <= self.last);
        days.find(is_in)
    }

    /// Such days of the week without lessons, of those on which something of these weeks would be.
    pub fn free_of(&self, weekday: Weekday, weeks: Recurrence) -> Vec<NaiveDate> {
        let Some(first) = self.first_of(weekday, weeks) else {
            return Vec::new();
        };
        let all = first.iter_weeks().step_by(usize::from(weeks.every.max(1)));
        let all = all.take_while(|day| *day <= self.last);
        let free = |day: &NaiveDate| self.free.iter().any(|(from, to)| from <= day && day <= to);
        all.filter(free).collect()
    }

    /// Every week, or every second or fourth, until the last day. The end of a rule in local time is told in universal time; no lesson starts in the two hours by which
    /// that is later than midnight in Brussels.
    pub fn rule(&self, weeks: Recurrence) -> String {
        let interval = match weeks.every {
            0 | 1 => String::new(),
            every => format!(";INTERVAL={every}"),
        };
        let last = self.last.format("%Y%m%d");
        format!("FREQ=WEEKLY{interval};UNTIL={last}T235959Z")
    }

    /// When the events were made: the first day of the year, so that the same plan gives the same file.
    pub fn stamp(&self) -> String {
        format!("{}T000000Z", self.first.format("%Y%m%d"))
    }
}

/// `2026-2027` begins in 2026.
fn begins(name: &str) -> Option<i32> {
    let (from, to) = name.split_once('-')?;
    let year: i32 = from.trim().parse().ok()?;
    let next: i32 = to.trim().parse().ok()?;
    ((1990..=2200).contains(&year) && (next == year + 1 || next == (year + 1) % 100))
        .then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tuesday 1 September 2026 is in the first week, an A week.
    #[test]
    fn a_and_b_weeks_are_counted_from_the_first() {
        let profile = CalendarProfile::parse(
            "first = \"2026-09-01\"\nholidays = []\n[[free]]\nfrom = \"2026-09-14\"\n",
        );
        let year = SchoolYear::new(Some("2026-2027"), &profile.unwrap()).unwrap();
        let weeks = |every, phase| Recurrence {
            every,
            phase: Some(phase),
        };
        let first = |weekday, weeks| year.first_of(weekday, weeks).unwrap().to_string();
        assert_eq!(first(Weekday::Tue, weeks(2, 0)), "2026-09-01");
        assert_eq!(first(Weekday::Tue, weeks(2, 1)), "2026-09-08");
        // The Monday of the first week is before the year begins.
        assert_eq!(first(Weekday::Mon, weeks(2, 0)), "2026-09-14");
        assert_eq!(first(Weekday::Mon, weeks(2, 1)), "2026-09-07");
        assert_eq!(first(Weekday::Mon, weeks(4, 0)), "2026-09-28");
        assert_eq!(first(Weekday::Mon, Recurrence::default()), "2026-09-07");
        assert_eq!(year.free_of(Weekday::Mon, weeks(2, 0)).len(), 1);
        assert_eq!(year.free_of(Weekday::Mon, weeks(2, 1)).len(), 0);
        assert!(
            year.rule(weeks(4, 1))
                .starts_with("FREQ=WEEKLY;INTERVAL=4;UNTIL=")
        );
        assert!(
            year.rule(Recurrence::default())
                .starts_with("FREQ=WEEKLY;UNTIL=")
        );
    }
}
