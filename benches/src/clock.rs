//! The one place of the runners that reads a clock.
#![allow(clippy::disallowed_methods)] // A runner measures time; the library underneath is told of it through its control.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Measures wall-clock time.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Seconds since the start.
    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

/// Seconds since 1970, UTC.
pub fn now() -> u64 {
    // A clock before 1970 is wrong anyway; the only use is a date in a table.
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

/// The date of a moment given as seconds since 1970, UTC: `2026-11-25`.
///
/// ```
/// assert_eq!(uurwerk_benches::clock::date(951_782_400), "2000-02-29");
/// ```
pub fn date(seconds: u64) -> String {
    let leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let (mut year, mut day) = (1970, seconds / 86_400);
    while day >= 365 + u64::from(leap(year)) {
        day -= 365 + u64::from(leap(year));
        year += 1;
    }
    let february = 28 + u64::from(leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if day < length {
            break;
        }
        day -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", day + 1)
}
