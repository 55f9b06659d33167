//! B3: a starter's timetable is no heavier than those of others.
//!
//! burden of a teacher = idle periods between the first and the last of a day, plus days begun in the first and days
//! ended in the last period of the grid, plus periods in the afternoon of the week's last day, plus periods beyond `run`
//! in a row; for a full-time job: times 1 FTE / target, rounded up. The mean is that of the others with a target,
//! rounded up. deviation = per starter max(0, burden - mean) (points). Source: memorandum 2.2.
//!
//! No constraint: a mean over everybody ties the whole week together. G2 and G4 are what the search lightens.

use uurwerk_model::{FTE, Finding, HalfDay, Mode, School, TeacherIx};

use super::occupancy::{Occupancy, days, holes, staff};
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::allocate::STARTER_YEARS;
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "B3",
    source: Source::Memo("2.2"),
    unit: "unit-points",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[Param {
        name: "run",
        default: 4,
        min: 1,
        max: 12,
    }],
    body: Body::Time {
        draft: |_, _| {},
        measure,
        known: Known::Unless(|_| true),
    },
};

/// The burden of a week with these busy periods.
fn burden(school: &School, busy: &[bool], run: usize) -> i64 {
    let days = days(school);
    let mut sum = 0;
    for day in &days {
        let today = &busy[day.clone()];
        let (first, last) = (today.first(), today.last());
        sum += holes(today) + i64::from(first == Some(&true)) + i64::from(last == Some(&true));
        let runs = today.split(|busy| !busy);
        sum += runs
            .map(|r| r.len().saturating_sub(run) as i64)
            .sum::<i64>();
    }
    let late = |at: &usize| busy[*at] && school.slots()[*at].half_day == HalfDay::Afternoon;
    let last = days.last().cloned().unwrap_or_default();
    sum + last.filter(late).count() as i64
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(occupancy)) = (case.school, Occupancy::of(case)) else {
        return Vec::new();
    };
    let run = setting.param("run") as usize;
    let full = |teacher: TeacherIx| {
        let target = school.teacher(teacher).contract.target.0;
        let burden = burden(school, &occupancy.busy(teacher), run);
        // A week has some hundred periods, so this stays far below the greatest number.
        (target > 0).then(|| (burden * FTE + target - 1) / target)
    };
    let is_starter = |t: &TeacherIx| school.teacher(*t).is_starter(STARTER_YEARS);
    let others = staff(school).filter(|t| !is_starter(t)).filter_map(full);
    let others: Vec<i64> = others.collect();
    if others.is_empty() {
        return Vec::new();
    }
    let count = others.len() as i64;
    let mean = (others.iter().sum::<i64>() + count - 1) / count;
    let mut findings = Vec::new();
    for starter in staff(school).filter(is_starter) {
        let own = full(starter).unwrap_or(0);
        if own > mean {
            let finding = Telling::of(school, "finding-B3", own - mean).with("mean", mean);
            findings.push(finding.with("own", own).teacher("teacher", starter).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn points_of_a_week() {
        let mut sample = Sample::new(2); // two days of 4 periods, the last afternoon: slots 6 and 7
        let a = sample.lesson(&[1, 1, 1], &["A"], "starter");
        let b = sample.lesson(&[1], &["B"], "other");
        sample.pair("mentor", "starter", 0, 0);
        for who in ["starter", "other", "mentor"] {
            sample.target(who, 22, 22);
        }
        // The starter: slots 0, 3 (two idle, first and last: 4 points) and 6 (the last afternoon: 1). The other: slot 0, 1
        // point; the mentor: none. The mean of both is 1/2, rounded up 1: the starter is 4 above.
        let case = sample.placed(&[
            (a, 0, Some(0)),
            (a, 1, Some(3)),
            (a, 2, Some(6)),
            (b, 0, Some(0)),
        ]);
        assert_eq!(deviation("B3", &case), 4);
        // Half a job: twice the burden, 10, so 9 above.
        sample.target("starter", 11, 22);
        let case = sample.placed(&[
            (a, 0, Some(0)),
            (a, 1, Some(3)),
            (a, 2, Some(6)),
            (b, 0, Some(0)),
        ]);
        assert_eq!(deviation("B3", &case), 9);
    }
}
