//! The week: which periods the school uses, where midday lies, what the clock says.
//!
//! The periods are those of the present timetable and of the time requests, without those that are
//! closed for every class. Midday is where the fewest runs of a lesson go on.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{ClockTime, Day, DayId, Grid, HalfDay, Period, PeriodId, Slot};

use super::profile::GridProfile;
use super::records::{Export, RequestKind};
use crate::notes::Notes;

/// A place of the week as Untis counts: day 1 is Monday.
pub(super) type At = (u8, u8);

/// The week in both vocabularies.
pub(super) struct Week {
    pub grid: Grid,
    /// Periods of each day, in order.
    days: BTreeMap<u8, Vec<u8>>,
    noon_after: u8,
}

const DAYS: [(&str, &str); 7] = [
    ("mon", "maandag"),
    ("tue", "dinsdag"),
    ("wed", "woensdag"),
    ("thu", "donderdag"),
    ("fri", "vrijdag"),
    ("sat", "zaterdag"),
    ("sun", "zondag"),
];

impl Week {
    pub fn new(export: &Export, profile: &GridProfile, notes: &mut Notes) -> Self {
        let closed = closed_for_all_classes(export);
        let days = periods(export, &closed, notes);
        let noon_after = profile.noon_after.unwrap_or_else(|| {
            let noon = midday(export, &days);
            notes.add("UW3032", "/grid", noon.to_string());
            noon
        });
        let clock = Clock {
            profile,
            noon_after,
            first: days
                .values()
                .filter_map(|p| p.first())
                .min()
                .copied()
                .unwrap_or(1),
        };
        let grid = Grid {
            days: days
                .iter()
                .map(|(day, periods)| clock.day(*day, periods))
                .collect(),
        };
        if let Some(day) = grid.days.first() {
            let clock = |p: &Period| format!("{}-{}", p.start, p.end);
            notes.all("UW3031", "/grid", day.periods.iter().map(clock));
        }
        Self {
            grid,
            days,
            noon_after,
        }
    }

    /// The name of a place; none when the week lacks it.
    pub fn slot(&self, (day, period): At) -> Option<Slot> {
        self.days.get(&day)?.contains(&period).then(|| Slot {
            day: DayId::from(DAYS[usize::from(day - 1)].0),
            period: PeriodId::from(period.to_string()),
        })
    }

    /// Cuts places into runs of consecutive periods of one half-day: where each starts and how long
    /// it is, in order of time.
    pub fn runs(&self, places: &BTreeSet<At>) -> Vec<(At, u8)> {
        let mut runs: Vec<(At, u8)> = Vec::new();
        for &(day, period) in places {
            match runs.last_mut() {
                Some(((d, first), length))
                    if *d == day
                        && *first + *length == period
                        && self.morning(*first) == self.morning(period) =>
                {
                    *length += 1;
                }
                _ => runs.push(((day, period), 1)),
            }
        }
        runs
    }

    /// Periods of the longest half-day.
    pub fn longest_half_day(&self) -> u8 {
        let halves = self.days.values().flat_map(|periods| {
            let morning = periods.iter().filter(|p| self.morning(**p)).count();
            [morning, periods.len() - morning]
        });
        halves.max().unwrap_or(0).min(255) as u8
    }

    fn morning(&self, period: u8) -> bool {
        period <= self.noon_after
    }
}

/// Places with a time request of -3 for every class that the export knows.
fn closed_for_all_classes(export: &Export) -> BTreeSet<At> {
    let mut closed: BTreeMap<At, BTreeSet<&str>> = BTreeMap::new();
    for request in &export.requests {
        if request.kind == RequestKind::Class && request.value == -3 {
            let classes = closed.entry((request.day, request.period)).or_default();
            classes.insert(&request.name);
        }
    }
    let all: BTreeSet<&str> = export.classes.iter().map(|c| c.name.as_str()).collect();
    closed
        .into_iter()
        .filter(|(_, classes)| !all.is_empty() && all.is_subset(classes))
        .map(|(at, _)| at)
        .collect()
}

/// The periods of each day: up to the last one that is used or asked about, without the closed ones.
fn periods(export: &Export, closed: &BTreeSet<At>, notes: &mut Notes) -> BTreeMap<u8, Vec<u8>> {
    let used: BTreeSet<At> = export.timetable.iter().map(|r| (r.day, r.period)).collect();
    let asked = export.requests.iter().map(|r| (r.day, r.period));
    let mentioned: BTreeSet<At> = used.iter().copied().chain(asked).collect();
    let mut days: BTreeMap<u8, Vec<u8>> = BTreeMap::new();
    for day in 1..=7 {
        let of_day = || mentioned.iter().filter(move |at| at.0 == day);
        let Some(last) = of_day().map(|at| at.1).max() else {
            continue;
        };
        let first = of_day().map(|at| at.1).min().unwrap_or(1).min(1);
        let open = |p: &u8| used.contains(&(day, *p)) || !closed.contains(&(day, *p));
        let periods: Vec<u8> = (first..=last).filter(open).collect();
        if !periods.is_empty() {
            days.insert(day, periods);
        }
    }
    if days.is_empty() {
        // A usual Flemish week: four full days of eight periods and Wednesday morning.
        days = (1..=5)
            .map(|d| (d, (1..=if d == 3 { 4 } else { 8 }).collect()))
            .collect();
        let names = days.keys().map(|d| DAYS[usize::from(d - 1)].0);
        notes.all("UW3029", "/grid", names);
    }
    for (day, period) in closed.iter().filter(|at| !used.contains(at)) {
        let name = DAYS[usize::from(day - 1)].0;
        notes.add("UW3033", "/grid", format!("{name}.{period}"));
    }
    days
}

/// The period after which the fewest runs of one lesson go on; of those, nearest to the middle.
fn midday(export: &Export, days: &BTreeMap<u8, Vec<u8>>) -> u8 {
    let last = days.values().filter_map(|p| p.last()).max().copied();
    let last = last.unwrap_or(8);
    let mut going_on = BTreeMap::new();
    let places: BTreeSet<(u32, u8, u8)> = export
        .timetable
        .iter()
        .map(|row| (row.lesson, row.day, row.period))
        .collect();
    for &(lesson, day, period) in &places {
        if places.contains(&(lesson, day, period + 1)) {
            *going_on.entry(period).or_insert(0_u32) += 1;
        }
    }
    let middle = last.div_ceil(2);
    // Midday is not within two periods of either end of a day, unless the day is that short.
    let margin = if last >= 6 { 3 } else { 1 };
    (margin..=last.saturating_sub(margin).max(margin))
        .min_by_key(|p| (going_on.get(p).copied().unwrap_or(0), p.abs_diff(middle)))
        .unwrap_or(middle)
}

struct Clock<'a> {
    profile: &'a GridProfile,
    noon_after: u8,
    /// The first period of the week: 0 or 1.
    first: u8,
}

impl Clock<'_> {
    fn day(&self, day: u8, periods: &[u8]) -> Day {
        let (id, name) = DAYS[usize::from(day - 1)];
        Day {
            id: DayId::from(id),
            name: name.to_owned(),
            periods: periods.iter().map(|p| self.period(*p)).collect(),
        }
    }

    fn period(&self, period: u8) -> Period {
        let noon = u16::from(self.noon_after);
        let number = u16::from(period);
        let pause = self.profile.break_minutes;
        let before = u16::from(period - self.first);
        let mut start = self.profile.start.0 + before * self.profile.minutes;
        // One break after the second period of the morning and of the afternoon.
        start += if number > 2 { pause } else { 0 };
        let half_day = if number <= noon {
            HalfDay::Morning
        } else {
            start += self.profile.noon_minutes;
            start += if number > noon + 2 { pause } else { 0 };
            HalfDay::Afternoon
        };
        let last_minute = 24 * 60 - 1;
        Period {
            id: PeriodId::from(period.to_string()),
            start: ClockTime(start.min(last_minute)),
            end: ClockTime((start + self.profile.minutes).min(last_minute)),
            half_day,
        }
    }
}
