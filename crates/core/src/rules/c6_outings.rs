//! C6: every class could leave the building for half a day.
//!
//! deviation = classes with placed lessons but without such a half-day (half-days): one with `least` periods with
//! lessons or more, without a gap, attended by at most `teachers` teachers in all. Source: memorandum 2.3.
//!
//! No constraint: it takes a kind that the engine does not have.

use uurwerk_model::{ClassIx, Finding, Mode};

use super::occupancy::{attending, classes_of, running};
use super::telling::Telling;
use super::{Body, Known, Modes, Param, Rule, Setting, Source};
use crate::case::Case;

/// The rule.
pub static RULE: Rule = Rule {
    id: "C6",
    source: Source::Memo("2.3"),
    unit: "unit-half-days",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[
        Param {
            name: "least",
            default: 2,
            min: 1,
            max: 8,
        },
        Param {
            name: "teachers",
            default: 2,
            min: 1,
            max: 10,
        },
    ],
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
    let (least, most) = (setting.param("least"), setting.param("teachers"));
    let mut findings = Vec::new();
    for class in (0..school.classes().len()).map(ClassIx::from) {
        let own = runs
            .iter()
            .filter(|run| classes_of(school, run.lesson).contains(&class));
        let own: Vec<_> = own.collect();
        if own.is_empty() {
            continue;
        }
        let is_ready = |half: &Vec<uurwerk_model::SlotIx>| {
            let slots: Vec<usize> = half.iter().map(|s| s.at()).collect();
            let here = |slot: &usize| own.iter().any(|run| run.slots.contains(slot));
            let busy: Vec<usize> = slots.iter().copied().filter(here).collect();
            let close = busy.windows(2).all(|two| two[1] == two[0] + 1);
            let there = own
                .iter()
                .filter(|run| busy.iter().any(|s| run.slots.contains(s)));
            let mut teachers: Vec<_> = there
                .flat_map(|run| attending(school, case.allocation, run.lesson, run.block))
                .map(|(_, teacher)| teacher)
                .collect();
            teachers.sort_unstable();
            teachers.dedup();
            busy.len() as i64 >= least && close && teachers.len() as i64 <= most
        };
        if !school.half_days().iter().any(is_ready) {
            findings.push(Telling::of(school, "finding-C6", 1).class(class).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn two_teachers_can_take_a_class_out() {
        let mut sample = Sample::new(1); // two half-days of two periods
        let a = sample.lesson(&[1], &["A"], "t");
        let b = sample.lesson(&[1], &["A"], "u");
        sample.co(a, "v", 1);
        // Together in the morning: t, v and u are three. Apart: never two periods.
        assert_eq!(
            deviation("C6", &sample.placed(&[(a, 0, Some(0)), (b, 0, Some(1))])),
            1
        );
        let c = sample.lesson(&[2], &["A"], "t");
        let case = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(1)), (c, 0, Some(2))]);
        assert_eq!(deviation("C6", &case), 0);
    }
}
