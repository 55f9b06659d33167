//! X1: no teacher is in two places at once, protected time included.
//!
//! deviation = sum over (teacher, slot) of max(0, things attended - 1), in the week in which most are (periods). Source:
//! logic.
//!
//! Of whoever has things in some weeks only, the timetable instance counts every week: it charges something exactly when
//! this deviation is above 0, but not always as much.

use uurwerk_engine::{AvoidClashes, CostFunction, Kind};
use uurwerk_model::{Finding, Mode, SlotIx};

use super::occupancy::{Occupancy, staff};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X1",
    source: Source::Logic,
    unit: "unit-periods",
    modes: Modes::always(Mode::Hard),
    weight: 100,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    let resources = draft.people();
    let kind = Kind::AvoidClashes(AvoidClashes { resources });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let Some(occupancy) = Occupancy::of(case) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for teacher in staff(case.school) {
        for slot in 0..case.school.slots().len() {
            let things = i64::from(occupancy.things(teacher, slot));
            if things > 1 {
                let finding = Telling::of(case.school, "finding-X1", things - 1);
                let finding = finding.teacher("teacher", teacher).slot(SlotIx::from(slot));
                findings.push(finding.with("things", things).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn what_alternates_does_not_meet() {
        let mut sample = Sample::new(2);
        let a = sample.lesson(&[2], &["A"], "t");
        let b = sample.lesson(&[2], &["A"], "t");
        sample.room("r", "plain", None);
        sample.need(a, "plain");
        sample.need(b, "plain");
        let both = |sample: &Sample| {
            let mut placed = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(0))]);
            placed.in_room(a, 0, 0).in_room(b, 0, 0);
            ["X1", "X2", "X3"].map(|rule| deviation(rule, &placed))
        };
        assert_eq!(both(&sample), [2, 2, 2]);
        sample.every_second(a, 0);
        assert_eq!(both(&sample), [2, 2, 2]); // the A weeks
        sample.every_second(b, 1);
        assert_eq!(both(&sample), [0, 0, 0]);
    }

    #[test]
    fn every_thing_beyond_the_first_counts() {
        let mut sample = Sample::new(2);
        let a = sample.lesson(&[2], &["A"], "t");
        let b = sample.lesson(&[1], &["B"], "t");
        let c = sample.lesson(&[1], &["C"], "t");
        // a takes slots 0 and 1; b and c slot 1: three things there, two too many.
        let case = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(1)), (c, 0, Some(1))]);
        assert_eq!(deviation("X1", &case), 2);
        let case = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(2)), (c, 0, Some(3))]);
        assert_eq!(deviation("X1", &case), 0);
    }
}
