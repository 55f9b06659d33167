//! The week: days and periods with clock times, mornings before afternoons.

use super::Check;
use crate::{Diagnostic, HalfDay};

pub(super) fn check(check: &mut Check) {
    let days = &check.document.grid.days;
    check.ids("/grid/days", days.iter().map(|d| d.id.as_str()));
    for (at, day) in days.iter().enumerate() {
        let list = format!("/grid/days/{at}/periods");
        check.ids(&list, day.periods.iter().map(|p| p.id.as_str()));
    }
    uw0110_ends_before_it_starts(check);
    uw0111_overlaps(check);
    uw0112_morning_after_afternoon(check);
}

fn uw0110_ends_before_it_starts(check: &mut Check) {
    for (d, day) in check.document.grid.days.iter().enumerate() {
        for (p, period) in day.periods.iter().enumerate() {
            if period.end <= period.start {
                check.add(
                    Diagnostic::error("UW0110", format!("/grid/days/{d}/periods/{p}/end"))
                        .with("start", period.start.to_string())
                        .with("end", period.end.to_string()),
                );
            }
        }
    }
}

fn uw0111_overlaps(check: &mut Check) {
    for (d, day) in check.document.grid.days.iter().enumerate() {
        for (p, pair) in day.periods.windows(2).enumerate() {
            if pair[1].start < pair[0].end {
                check.add(
                    Diagnostic::error("UW0111", format!("/grid/days/{d}/periods/{}/start", p + 1))
                        .with("start", pair[1].start.to_string())
                        .with("end", pair[0].end.to_string()),
                );
            }
        }
    }
}

fn uw0112_morning_after_afternoon(check: &mut Check) {
    for (d, day) in check.document.grid.days.iter().enumerate() {
        for (p, pair) in day.periods.windows(2).enumerate() {
            if pair[0].half_day == HalfDay::Afternoon && pair[1].half_day == HalfDay::Morning {
                let place = format!("/grid/days/{d}/periods/{}/half_day", p + 1);
                check.add(Diagnostic::error("UW0112", place).with("day", day.name.as_str()));
            }
        }
    }
}
