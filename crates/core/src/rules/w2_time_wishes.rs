//! W2: wishes about time are heard.
//!
//! deviation = sum of abs(value) over busy (teacher, slot) with a wish of -1 or -2 there; of several
//! wishes about a slot the most negative counts (points). Source: memorandum 3.2 (in consultation with
//! the teacher).

use uurwerk_engine::{AvoidUnavailableTimes, CostFunction, Kind, TimeId};
use uurwerk_model::{Finding, Mode, School, TeacherIx};

use super::occupancy::{NEVER, Occupancy, aversion, staff};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "W2",
    source: Source::Memo("3.2"),
    unit: "unit-points",
    modes: Modes::always(Mode::Soft),
    weight: 1,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Unless(|_| true),
    },
};

/// The times about which each teacher's wish is exactly this; teachers without any are left out.
pub(super) fn disliked(school: &School, value: i8) -> Vec<(TeacherIx, Vec<TimeId>)> {
    let times = |teacher| -> Vec<TimeId> {
        let aversion = aversion(school, teacher).into_iter().enumerate();
        let exact = aversion.filter(|(_, worst)| *worst == value);
        exact.map(|(slot, _)| TimeId(slot as u16)).collect()
    };
    let all = staff(school).map(|t| (t, times(t)));
    all.filter(|(_, times)| !times.is_empty()).collect()
}

fn draft(setting: &Setting, draft: &mut Draft) {
    for value in NEVER + 1..0 {
        for (teacher, times) in disliked(draft.school, value) {
            let resources = vec![draft.teacher(teacher)];
            let kind = Kind::AvoidUnavailableTimes(AvoidUnavailableTimes { resources, times });
            let factor = u32::from(value.unsigned_abs());
            draft.charge(setting, factor, CostFunction::Linear, kind);
        }
    }
}

/// Points of a teacher who is busy in these slots.
pub(crate) fn points(aversion: &[i8], busy: &[bool]) -> i64 {
    let slots = aversion.iter().zip(busy);
    let minded = slots.filter(|(worst, busy)| **busy && **worst < 0 && **worst > NEVER);
    minded.map(|(worst, _)| -i64::from(*worst)).sum()
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let Some(occupancy) = Occupancy::of(case) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for teacher in staff(case.school) {
        let points = points(&aversion(case.school, teacher), &occupancy.busy(teacher));
        if points > 0 {
            let finding = Telling::of(case.school, "finding-W2", points);
            findings.push(finding.teacher("teacher", teacher).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn the_most_negative_wish_counts_and_never_is_another_rule() {
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[1, 1, 1], &["A"], "t");
        for (slot, value) in [(0, -1), (0, -2), (1, -1), (2, -3), (3, -2)] {
            sample.wish("t", slot, value);
        }
        let case = sample.placed(&[
            (lesson, 0, Some(0)),
            (lesson, 1, Some(1)),
            (lesson, 2, Some(2)),
        ]);
        assert_eq!(deviation("W2", &case), 3); // 2 + 1; slot 2 is X4's, slot 3 is free
    }
}
