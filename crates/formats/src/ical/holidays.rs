//! The holidays of Flemish schools by rule (Decision of the Flemish Government on the organisation of the school year).

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// First and last days of the holidays within a school year that begins in `year`, in order.
pub(super) fn holidays(year: i32) -> Option<Vec<(NaiveDate, NaiveDate)>> {
    let date = |year: i32, month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day);
    let plus = |from: NaiveDate, days: u64| from.checked_add_days(Days::new(days));
    let easter = easter(year + 1)?;
    // Autumn: the week of All Saints; from the Monday after it when that is a Sunday.
    let saints = date(year, 11, 1)?;
    let autumn = match saints.weekday() {
        Weekday::Sun => saints.succ_opt()?,
        _ => monday(saints)?,
    };
    // Christmas: two weeks from the Monday of Christmas; from the Monday after it when that is at the weekend.
    let birth = date(year, 12, 25)?;
    let christmas = match birth.weekday() {
        Weekday::Sat | Weekday::Sun => plus(monday(birth)?, 7)?,
        _ => monday(birth)?,
    };
    // Crocus: the seventh week before Easter.
    let crocus = easter.checked_sub_days(Days::new(48))?;
    // Easter: two weeks from the first Monday of April; from Easter Monday when Easter is in March; from the second Monday before Easter
    // when Easter is after 15 April.
    let spring = if easter.month() == 3 {
        easter.succ_opt()?
    } else if easter.day() > 15 {
        easter.checked_sub_days(Days::new(13))?
    } else {
        let first = date(year + 1, 4, 1)?;
        if first.weekday() == Weekday::Mon {
            first
        } else {
            plus(monday(first)?, 7)?
        }
    };
    let ascension = plus(easter, 39)?;
    let mut all = vec![
        (autumn, plus(autumn, 4)?),
        (date(year, 11, 11)?, date(year, 11, 11)?),
        (christmas, plus(christmas, 11)?),
        (crocus, plus(crocus, 4)?),
        (spring, plus(spring, 11)?),
        (plus(easter, 1)?, plus(easter, 1)?),
        (date(year + 1, 5, 1)?, date(year + 1, 5, 1)?),
        (ascension, ascension.succ_opt()?),
        (plus(easter, 50)?, plus(easter, 50)?),
    ];
    all.sort_unstable();
    Some(all)
}

/// The Monday of a day's week.
fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
}

/// Easter Sunday (anonymous Gregorian algorithm; Meeus, *Astronomical Algorithms*, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(sum / 31).ok()?,
        u32::try_from(sum % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(year: i32) -> Vec<String> {
        let all = holidays(year).unwrap();
        all.iter()
            .map(|(from, to)| format!("{from} {to}"))
            .collect()
    }

    #[test]
    fn holidays_are_those_that_the_government_published() {
        // School year 2009-2010 as a school exported it; 2024-2025 and 2026-2027 as published.
        let of_2009 = written(2009);
        for known in [
            "2009-11-02 2009-11-06",
            "2009-12-21 2010-01-01",
            "2010-02-15 2010-02-19",
            "2010-04-05 2010-04-16",
        ] {
            assert!(of_2009.iter().any(|w| w == known), "{known} in {of_2009:?}");
        }
        let of_2024 = written(2024);
        for known in [
            "2024-10-28 2024-11-01",
            "2024-12-23 2025-01-03",
            "2025-03-03 2025-03-07",
            "2025-04-07 2025-04-18",
            "2025-04-21 2025-04-21",
            "2025-05-29 2025-05-30",
            "2025-06-09 2025-06-09",
        ] {
            assert!(of_2024.iter().any(|w| w == known), "{known} in {of_2024:?}");
        }
        let of_2026 = written(2026);
        for known in [
            "2026-11-02 2026-11-06",
            "2026-12-21 2027-01-01",
            "2027-02-08 2027-02-12",
            "2027-03-29 2027-04-09",
        ] {
            assert!(of_2026.iter().any(|w| w == known), "{known} in {of_2026:?}");
        }
    }
}
