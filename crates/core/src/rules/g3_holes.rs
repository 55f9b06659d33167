//! G3: no holes in the days of a class.
//!
//! deviation = per (class, day) periods without any lesson of the class, or of a part of it, between
//! the first and the last with one (periods). Source: ordinary practice.

use uurwerk_engine::{CostFunction, Kind, LimitIdleTimes, Limits};
use uurwerk_model::{ClassIx, Finding, Mode};

use super::occupancy::{classes_of, days, holes, running};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "G3",
    source: Source::Practice,
    unit: "unit-periods",
    modes: Modes::always(Mode::Soft),
    weight: 5,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|_| true),
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    let classes = (0..draft.school.classes().len()).map(ClassIx::from);
    let kind = Kind::LimitIdleTimes(LimitIdleTimes {
        resources: classes.map(|c| draft.class(c)).collect(),
        time_groups: draft.days().to_vec(),
        limits: Limits::at_most(0),
    });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let mut busy = vec![vec![false; school.slots().len()]; school.classes().len()];
    for run in running(school, timetable) {
        for class in classes_of(school, run.lesson) {
            busy[class.at()][run.slots.clone()].fill(true);
        }
    }
    let mut findings = Vec::new();
    for (class, busy) in busy.iter().enumerate() {
        let holes: i64 = days(school).into_iter().map(|day| holes(&busy[day])).sum();
        if holes > 0 {
            let finding = Telling::of(school, "finding-G3", holes);
            findings.push(finding.class(ClassIx::from(class)).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_part_of_the_class_fills_a_hole() {
        let mut sample = Sample::new(2);
        let whole = sample.lesson(&[1, 1], &["A"], "t");
        let half = sample.lesson(&[1], &["A/half/1"], "u");
        let apart = [(whole, 0, Some(0)), (whole, 1, Some(3))];
        assert_eq!(deviation("G3", &sample.placed(&apart)), 2);
        let filled = [apart[0], apart[1], (half, 0, Some(1))];
        assert_eq!(deviation("G3", &sample.placed(&filled)), 1);
    }
}
