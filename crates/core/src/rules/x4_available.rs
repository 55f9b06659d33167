//! X4: teachers are there only when they can be: a wish of -3 about a time is a no.
//!
//! deviation = busy (teacher, slot) with a wish of -3 there (periods). Source: ordinary practice.

use uurwerk_engine::{AvoidUnavailableTimes, CostFunction, Kind};
use uurwerk_model::{Finding, Mode, SlotIx};

use super::occupancy::{NEVER, Occupancy, aversion, staff};
use super::telling::Telling;
use super::w2_time_wishes::disliked;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X4",
    source: Source::Practice,
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
    for (teacher, times) in disliked(draft.school, NEVER) {
        let resources = vec![draft.teacher(teacher)];
        let kind = Kind::AvoidUnavailableTimes(AvoidUnavailableTimes { resources, times });
        draft.charge(setting, 1, CostFunction::Linear, kind);
    }
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let Some(occupancy) = Occupancy::of(case) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for teacher in staff(case.school) {
        let (busy, aversion) = (occupancy.busy(teacher), aversion(case.school, teacher));
        for (slot, busy) in busy.into_iter().enumerate() {
            if busy && aversion[slot] == NEVER {
                let finding = Telling::of(case.school, "finding-X4", 1);
                let finding = finding.teacher("teacher", teacher);
                findings.push(finding.slot(SlotIx::from(slot)).done());
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn a_no_is_a_no_for_each_period() {
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[2], &["A"], "t");
        sample.wish("t", 1, -3);
        sample.wish("t", 0, -2);
        let case = sample.placed(&[(lesson, 0, Some(0))]); // slots 0 and 1
        assert_eq!(deviation("X4", &case), 1);
    }
}
