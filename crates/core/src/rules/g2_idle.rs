//! G2: few idle periods for teachers (springuren).
//!
//! deviation = per (teacher, day) periods not busy between the first and the last busy one (periods).
//! Source: ordinary practice; the memorandum asks for balanced timetables (2.2).

use uurwerk_engine::{CostFunction, Kind, LimitIdleTimes, Limits};
use uurwerk_model::{Finding, Mode, School};

use super::occupancy::{Occupancy, days, holes, staff};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G2",
    source: Source::Memo("2.2"),
    unit: "unit-periods",
    modes: Modes::always(Mode::Soft),
    weight: 1,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|_| true),
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    let kind = Kind::LimitIdleTimes(LimitIdleTimes {
        resources: draft.teachers(),
        time_groups: draft.days().to_vec(),
        limits: Limits::at_most(0),
    });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

/// Idle periods of the week of somebody who is busy in these slots.
pub(crate) fn idle(school: &School, busy: &[bool]) -> i64 {
    days(school).into_iter().map(|day| holes(&busy[day])).sum()
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let Some(occupancy) = Occupancy::of(case) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for teacher in staff(case.school) {
        let idle = idle(case.school, &occupancy.busy(teacher));
        if idle > 0 {
            let finding = Telling::of(case.school, "finding-G2", idle);
            findings.push(finding.teacher("teacher", teacher).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn the_night_is_not_idle() {
        let mut sample = Sample::new(2); // 2 days of 4 periods
        let a = sample.lesson(&[1, 1, 1], &["A"], "t");
        // Day 0: periods 0 and 3 (two idle between them); day 1: period 3.
        let case = sample.placed(&[(a, 0, Some(0)), (a, 1, Some(3)), (a, 2, Some(7))]);
        assert_eq!(deviation("G2", &case), 2);
    }
}
