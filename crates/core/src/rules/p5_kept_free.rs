//! P5: starters keep free periods that cover does not take.
//!
//! deviation = per starter max(0, periods asked for in that year of service - free periods on days on which the starter
//! is at school) (periods); free: able to come, without lessons and protected time. Source: memorandum 2.2.
//!
//! No constraint: a full-time grid leaves more than is asked for; those who come on few days are seen here.

use uurwerk_model::{Finding, Mode};

use super::occupancy::{days, staff};
use super::openings::Openings;
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::allocate::STARTER_YEARS;
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "P5",
    source: Source::Memo("2.2"),
    unit: "unit-periods",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[
        Param {
            name: "year_1",
            default: 2,
            min: 0,
            max: 20,
        },
        Param {
            name: "year_2",
            default: 1,
            min: 0,
            max: 20,
        },
        Param {
            name: "later",
            default: 1,
            min: 0,
            max: 20,
        },
    ],
    body: Body::Time {
        draft: |_, _| {},
        measure,
        known: Known::Unless(|_| true),
    },
};

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(openings)) = (case.school, Openings::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for teacher in staff(school) {
        let person = school.teacher(teacher);
        let busy = openings.occupancy.busy(teacher);
        if !person.is_starter(STARTER_YEARS) || !busy.contains(&true) {
            continue;
        }
        let asked = setting.param(match person.experience {
            0 | 1 => "year_1",
            2 => "year_2",
            _ => "later",
        });
        let there = days(school)
            .into_iter()
            .filter(|day| busy[day.clone()].contains(&true));
        let free = there.flatten().filter(|at| openings.is_free(teacher, *at));
        let lacking = asked - free.count() as i64;
        if lacking > 0 {
            let finding = Telling::of(school, "finding-P5", lacking);
            findings.push(finding.teacher("teacher", teacher).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_day_at_home_keeps_nothing() {
        let mut sample = Sample::new(2); // days of 4 periods
        let a = sample.lesson(&[2, 1], &["A"], "starter");
        sample.pair("mentor", "starter", 0, 0);
        sample.wish("starter", 3, -3);
        // Busy in 0, 1 and 2, never there in 3: nothing is left of the first day, and the second is at home.
        let case = sample.placed(&[(a, 0, Some(0)), (a, 1, Some(2))]);
        assert_eq!(deviation("P5", &case), 2);
        let case = sample.placed(&[(a, 0, Some(0)), (a, 1, None)]);
        assert_eq!(deviation("P5", &case), 1); // period 2 is left
        let case = sample.placed(&[(a, 0, Some(0)), (a, 1, Some(4))]);
        assert_eq!(deviation("P5", &case), 0);
    }
}
