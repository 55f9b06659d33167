//! L5: lessons are spread evenly over the days.
//!
//! deviation = per class with placed lessons max(0, periods with lessons on its fullest day - those on its emptiest -
//! `most`), over the days that have a morning and an afternoon (periods). Source: BVR 31-08-2001, art. 3 (evenly over
//! five days); the number is ordinary practice.
//!
//! No constraint: the machine has no limit on a difference between days.

use uurwerk_model::{ClassIx, Finding, HalfDay, Mode};

use super::occupancy::{classes_of, days, running};
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "L5",
    source: Source::Law("BVR 31-08-2001, art. 3"),
    unit: "unit-periods",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[Param {
        name: "most",
        default: 2,
        min: 0,
        max: 12,
    }],
    body: Body::Time {
        draft: |_, _| {},
        measure,
        known: Known::Unless(|_| true),
    },
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let runs = running(school, timetable);
    let half = |at: usize| school.slots()[at].half_day;
    let is_whole = |day: &std::ops::Range<usize>| {
        [HalfDay::Morning, HalfDay::Afternoon]
            .iter()
            .all(|wanted| day.clone().any(|at| half(at) == *wanted))
    };
    let days: Vec<_> = days(school).into_iter().filter(is_whole).collect();
    let mut findings = Vec::new();
    for class in (0..school.classes().len()).map(ClassIx::from) {
        let mut busy = vec![false; school.slots().len()];
        let own = runs
            .iter()
            .filter(|run| classes_of(school, run.lesson).contains(&class));
        own.for_each(|run| busy[run.slots.clone()].fill(true));
        if !busy.contains(&true) {
            continue;
        }
        let periods =
            |day: &std::ops::Range<usize>| busy[day.clone()].iter().filter(|b| **b).count();
        let (most, least) = (
            days.iter().map(periods).max(),
            days.iter().map(periods).min(),
        );
        let apart = most.unwrap_or(0) as i64 - least.unwrap_or(0) as i64;
        let excess = apart - setting.param("most");
        if excess > 0 {
            findings.push(
                Telling::of(school, "finding-L5", excess)
                    .class(class)
                    .done(),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_full_day_beside_an_empty_one() {
        let mut sample = Sample::new(2); // days of 4 periods, each with an afternoon
        let a = sample.lesson(&[1, 1, 1, 1], &["A"], "t");
        let at = |last| {
            sample.placed(&[
                (a, 0, Some(0)),
                (a, 1, Some(1)),
                (a, 2, Some(2)),
                (a, 3, Some(last)),
            ])
        };
        assert_eq!(deviation("L5", &at(3)), 2); // 4 and 0
        assert_eq!(deviation("L5", &at(4)), 0); // 3 and 1
    }
}
