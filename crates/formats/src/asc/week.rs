//! Days, periods and half-days.

use std::collections::BTreeSet;

use uurwerk_model::{ClockTime, Day, Grid, HalfDay, Period};

use super::DAYS;
use crate::notes::Notes;
use crate::xml::Element;
use crate::xml::Faults;

/// The week of a file.
pub(super) struct Week {
    /// Numbers of the periods in order of time, with their clock times.
    periods: Vec<(String, ClockTime, ClockTime)>,
    /// Names of the days, Monday first.
    days: Vec<String>,
    /// How many periods come before midday.
    morning: usize,
}

impl Week {
    pub fn new(root: &Element, faults: &mut Faults) -> Self {
        let mut periods = Vec::new();
        for element in root.list("periods") {
            let id = element.required("period", faults).to_owned();
            let mut clock = |name: &str| {
                let text = element.required(name, faults).trim();
                let padded = if text.len() == 4 {
                    format!("0{text}")
                } else {
                    text.to_owned()
                };
                let time: Option<ClockTime> = padded.parse().ok();
                if time.is_none() && !text.is_empty() {
                    faults.add(
                        faults.codes.value,
                        element.position,
                        &id,
                        format!("`{name}` must be a time such as 8:30, not `{text}`"),
                    );
                }
                time
            };
            if let (Some(start), Some(end)) = (clock("starttime"), clock("endtime")) {
                periods.push((id, start, end));
            }
        }
        periods.sort_by_key(|(_, start, _)| *start);
        let mut days: Vec<Option<String>> = Vec::new();
        for element in root.list("daysdefs") {
            let Some(at) = element.attribute("days").and_then(single) else {
                continue;
            };
            if days.len() <= at {
                days.resize(at + 1, None);
            }
            days[at] = element.attribute("name").map(str::to_owned);
        }
        // Older files list the days themselves.
        for element in root.list("days") {
            days.push(element.attribute("name").map(str::to_owned));
        }
        if days.is_empty() {
            days.resize(5, None);
        }
        days.truncate(DAYS.len());
        let name =
            |(at, name): (usize, Option<String>)| name.unwrap_or_else(|| DAYS[at].to_owned());
        let days = days.into_iter().enumerate().map(name).collect();
        let morning = morning(&periods);
        Self {
            periods,
            days,
            morning,
        }
    }

    /// The index of a period by its number.
    pub fn period(&self, id: &str) -> Option<usize> {
        self.periods.iter().position(|(known, ..)| known == id)
    }

    /// The number of a period.
    pub fn id(&self, at: usize) -> Option<&str> {
        self.periods.get(at).map(|(id, ..)| id.as_str())
    }

    /// How many days there are.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// The grid; an afternoon on which no card of `used` (day, period) lies is free, where another day has one. None without periods.
    pub fn grid(&self, used: &BTreeSet<(usize, usize)>, notes: &mut Notes) -> Option<Grid> {
        let afternoon = |day: usize| {
            used.iter()
                .any(|(d, period)| *d == day && *period >= self.morning)
        };
        let some = (0..self.days.len()).any(afternoon);
        let mut days = Vec::new();
        for (at, name) in self.days.iter().enumerate() {
            let free = some && !afternoon(at);
            if free {
                notes.add("UW3624", "/grid", DAYS[at]);
            }
            let open = if free {
                self.morning
            } else {
                self.periods.len()
            };
            let period =
                |(nth, (id, start, end)): (usize, &(String, ClockTime, ClockTime))| Period {
                    id: id.as_str().into(),
                    start: *start,
                    end: *end,
                    half_day: if nth < self.morning {
                        HalfDay::Morning
                    } else {
                        HalfDay::Afternoon
                    },
                };
            days.push(Day {
                id: DAYS[at].into(),
                name: name.clone(),
                periods: self
                    .periods
                    .iter()
                    .take(open)
                    .enumerate()
                    .map(period)
                    .collect(),
            });
        }
        (!self.periods.is_empty()).then_some(Grid { days })
    }
}

/// `00100` is 2: the index of the only one.
pub(super) fn single(bits: &str) -> Option<usize> {
    let ones = bits.bytes().filter(|bit| *bit == b'1').count();
    (ones == 1).then(|| bits.find('1')).flatten()
}

/// Periods before the longest break that ends between half past eleven and half past two; without one, those that start before noon.
fn morning(periods: &[(String, ClockTime, ClockTime)]) -> usize {
    let midday = 11 * 60 + 30..=14 * 60 + 30;
    let gaps = periods.windows(2).enumerate().filter_map(|(at, pair)| {
        let (end, start) = (pair[0].2.0, pair[1].1.0);
        midday
            .contains(&start)
            .then(|| (start.saturating_sub(end), at + 1))
    });
    match gaps.max_by_key(|(gap, at)| (*gap, usize::MAX - at)) {
        Some((gap, at)) if gap >= 20 => at,
        _ => periods
            .iter()
            .filter(|(_, start, _)| start.0 < 12 * 60)
            .count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midday_is_the_longest_break_around_noon() {
        let period = |start: u16, end: u16| (start.to_string(), ClockTime(start), ClockTime(end));
        let day = [
            period(510, 560),
            period(560, 610),
            period(625, 675),
            period(675, 725),
            period(785, 835),
            period(835, 885),
        ];
        assert_eq!(morning(&day), 4);
        assert_eq!(morning(&day[..4]), 4);
        assert_eq!(single("00100"), Some(2));
        assert_eq!(single("11111"), None);
    }
}
