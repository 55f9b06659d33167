//! F5: after pupils were asked, the teacher soon has the class again.
//!
//! deviation = per round the teachers and classes that can ask (as for F2) in no period after which the teacher has a
//! lesson with the class on one of the next `days` school days, week after week (moments). Source: memorandum 3.1.3.
//!
//! No constraint: whoever sees a class every week comes within the five school days after, and within fewer as G1
//! spreads the lessons; where lessons come every second or fourth week it takes longer.

use uurwerk_model::{Finding, Mode, WeekSet};

use super::occupancy::running;
use super::rounds::{Asking, askings};
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "F5",
    source: Source::Memo("3.1.3"),
    unit: "unit-moments",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[Param {
        name: "days",
        default: 10,
        min: 1,
        max: 40,
    }],
    body: Body::Time {
        draft: |_, _| {},
        measure,
        known: Known::Unless(|school| !school.document().rounds.is_empty()),
    },
};

/// The least number of school days from one day of `asked` to the next of `given`, in a cycle of so many that comes again.
fn wait(asked: u32, given: u32, of_cycle: u32) -> Option<u32> {
    let is = |days: u32, day: u32| days & 1 << (day % of_cycle) != 0;
    let next = |day: u32| (1..=of_cycle).find(|ahead| is(given, day + ahead));
    let days = (0..of_cycle).filter(|day| is(asked, *day));
    days.filter_map(next).min()
}

fn measure(case: &Case, setting: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let runs = running(school, timetable);
    let of_cycle = school.document().grid.days.len() as u32 * u32::from(WeekSet::CYCLE);
    let mut findings = Vec::new();
    for round in &school.document().rounds {
        for asking in askings(case, round) {
            let days = |rooms| Asking::days_of_cycle(school, &asking.slots(case, &runs, rooms));
            let days = wait(days(&round.rooms), days(&[]), of_cycle).map(i64::from);
            if days.is_some_and(|days| days > setting.param("days")) {
                let finding = Telling::of(school, "finding-F5", 1).class(asking.class);
                let finding = finding.teacher("teacher", asking.teacher);
                findings.push(finding.with("round", round.name.as_str()).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{Round, Weeks};

    use super::super::testing::{Sample, deviation_with};
    use super::*;

    #[test]
    fn days_until_the_class_comes_again() {
        assert_eq!(wait(0b00001, 0b00001, 5), Some(5));
        assert_eq!(wait(0b10000, 0b10001, 5), Some(1)); // Friday to Monday
        assert_eq!(wait(0b00001, 0b01001, 5), Some(3));
        assert_eq!(wait(0, 0b01001, 5), None);
    }

    #[test]
    fn one_lesson_a_week_takes_a_week() {
        let mut sample = Sample::new(3);
        let a = sample.lesson(&[1, 1], &["A"], "t");
        sample.document.rounds.push(Round {
            id: "autumn".into(),
            name: "autumn".to_owned(),
            weeks: Weeks { from: 7, to: 10 },
            teachers: vec!["t".into()],
            classes: Vec::new(),
            rooms: Vec::new(),
            teams: Vec::new(),
            people: Vec::new(),
        });
        let after = |second, days| {
            let placed = sample.placed(&[(a, 0, Some(0)), (a, 1, second)]);
            deviation_with("F5", &placed, &[("days", days)])
        };
        assert_eq!(after(None, 3), 0);
        assert_eq!(after(None, 2), 1);
        assert_eq!(after(Some(1), 2), 1); // the same day
        assert_eq!(after(Some(4), 1), 0);
        sample.every_second(a, 0);
        let placed = sample.placed(&[(a, 0, Some(0)), (a, 1, Some(1))]);
        assert_eq!(deviation_with("F5", &placed, &[("days", 5)]), 1);
        assert_eq!(deviation_with("F5", &placed, &[("days", 6)]), 0); // two weeks of three days
    }
}
