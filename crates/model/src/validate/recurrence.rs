//! Weeks: every week, every second or every fourth, and a phase among them.

use super::Check;
use crate::{Diagnostic, Recurrence};

pub(super) fn check(check: &mut Check) {
    let document = check.document;
    let lessons = document.lessons.iter().map(|l| l.weeks).enumerate();
    let pairs = document.mentoring.pairs.iter().map(|p| p.weeks).enumerate();
    let teams = document.teams.iter().map(|t| t.weeks).enumerate();
    let gatherings = document.gatherings.iter().map(|g| g.weeks).enumerate();
    let mentoring = [
        ("exchange", document.mentoring.exchange),
        ("intervision", document.mentoring.intervision),
    ];
    let all = lessons
        .map(|(at, weeks)| (format!("/lessons/{at}/weeks"), weeks))
        .chain(pairs.map(|(at, weeks)| (format!("/mentoring/pairs/{at}/weeks"), weeks)))
        .chain(teams.map(|(at, weeks)| (format!("/teams/{at}/weeks"), weeks)))
        .chain(gatherings.map(|(at, weeks)| (format!("/gatherings/{at}/weeks"), weeks)))
        .chain(mentoring.map(|(what, weeks)| (format!("/mentoring/{what}"), weeks)));
    for (place, weeks) in all {
        uw0132_no_such_weeks(check, place, weeks);
    }
}

fn uw0132_no_such_weeks(check: &mut Check, place: String, weeks: Recurrence) {
    if !weeks.is_possible() {
        let fault = Diagnostic::error("UW0132", place).with("every", i64::from(weeks.every));
        let phase = weeks.phase.unwrap_or_default();
        check.add(fault.with("phase", i64::from(phase)));
    }
}
