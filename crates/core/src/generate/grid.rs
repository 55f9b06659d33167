//! The week: Monday to Friday, nine half-days, lesson hours of 50 minutes from 08:25, a midday break
//! of 55 minutes, Wednesday afternoon free (Decision of 31-08-2001, art. 3).

use uurwerk_model::{ClockTime, Day, DayId, Grid, HalfDay, Period, Slot};

/// Days in the week.
pub(super) const DAYS: usize = 5;
/// Periods on a full day.
pub(super) const DAY_PERIODS: usize = 8;
/// Periods before the midday break.
pub(super) const MORNING: usize = 4;
/// The day whose afternoon is free.
pub(super) const SHORT_DAY: usize = 2;
/// Periods in the week.
pub(super) const SLOTS: usize = DAY_PERIODS * (DAYS - 1) + MORNING;
/// Half-days in the week.
pub(super) const HALF_DAYS: usize = 2 * DAYS - 1;

const NAMES: [(&str, &str); DAYS] = [
    ("mon", "maandag"),
    ("tue", "dinsdag"),
    ("wed", "woensdag"),
    ("thu", "donderdag"),
    ("fri", "vrijdag"),
];

/// Starts of the periods in minutes after midnight: 08:25 on, with a quarter's break after the second
/// and ten minutes after the sixth.
const STARTS: [u16; DAY_PERIODS] = [505, 555, 620, 670, 775, 825, 885, 935];
const MINUTES: u16 = 50;

/// The grid as a document states it.
pub(super) fn grid() -> Grid {
    let day = |(at, (id, name)): (usize, &(&str, &str))| Day {
        id: (*id).into(),
        name: (*name).to_owned(),
        periods: (0..periods_of(at)).map(period).collect(),
    };
    Grid {
        days: NAMES.iter().enumerate().map(day).collect(),
    }
}

fn period(at: usize) -> Period {
    Period {
        id: (at + 1).to_string().into(),
        start: ClockTime(STARTS[at]),
        end: ClockTime(STARTS[at] + MINUTES),
        half_day: half_of(at),
    }
}

fn half_of(period: usize) -> HalfDay {
    if period < MORNING {
        HalfDay::Morning
    } else {
        HalfDay::Afternoon
    }
}

fn periods_of(day: usize) -> usize {
    if day == SHORT_DAY {
        MORNING
    } else {
        DAY_PERIODS
    }
}

/// Day and period of a slot; slots count through the week.
pub(super) fn place(slot: usize) -> (usize, usize) {
    let mut left = slot;
    for day in 0..DAYS {
        if left < periods_of(day) {
            return (day, left);
        }
        left -= periods_of(day);
    }
    (DAYS - 1, DAY_PERIODS - 1)
}

/// The slot of a period of a day.
fn slot_at(day: usize, period: usize) -> usize {
    (0..day).map(periods_of).sum::<usize>() + period
}

/// A slot by name.
pub(super) fn name(slot: usize) -> Slot {
    let (day, period) = place(slot);
    Slot {
        day: day_name(day),
        period: (period + 1).to_string().into(),
    }
}

/// A day by name.
pub(super) fn day_name(day: usize) -> DayId {
    NAMES[day].0.into()
}

/// The half-days of the week in order: day, half, and the slots as a set.
pub(super) fn half_days() -> Vec<(usize, HalfDay, u64)> {
    let half = |day: usize, start: usize, half: HalfDay| {
        let first = slot_at(day, start);
        let set = (first..first + MORNING).fold(0, |set, slot| set | 1_u64 << slot);
        (day, half, set)
    };
    let mut halves = Vec::new();
    for day in 0..DAYS {
        halves.push(half(day, 0, HalfDay::Morning));
        if day != SHORT_DAY {
            halves.push(half(day, MORNING, HalfDay::Afternoon));
        }
    }
    halves
}

/// Slots where a block of so many periods may start: it stays in one half-day.
pub(super) fn starts(length: usize) -> Vec<usize> {
    (0..SLOTS)
        .filter(|slot| place(*slot).1 % MORNING + length <= MORNING)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_is_legal() {
        let grid = grid();
        let periods: usize = grid.days.iter().map(|d| d.periods.len()).sum();
        assert_eq!((periods, half_days().len()), (SLOTS, HALF_DAYS));
        let monday = &grid.days[0].periods;
        assert_eq!(monday[0].start.to_string(), "08:25");
        let midday = monday[4].start.0 - monday[3].end.0;
        assert!(midday >= 50);
        let end = monday[7].end.0;
        assert!((15 * 60..=17 * 60).contains(&end));
        assert!(monday.windows(2).all(|w| w[0].end.0 <= w[1].start.0));
    }

    #[test]
    fn blocks_stay_in_a_half_day() {
        assert_eq!(starts(1).len(), SLOTS);
        assert_eq!(starts(4).len(), HALF_DAYS);
        // Slot 32 is Friday's fifth period: 8 + 8 + 4 + 8 = 28 before Friday, then four of its morning.
        assert_eq!(place(32), (4, 4));
        let union = half_days().iter().fold(0, |all, (_, _, set)| all | set);
        assert_eq!(union.count_ones() as usize, SLOTS);
    }
}
