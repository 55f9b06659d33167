//! X2: no pupils are in two places at once.
//!
//! deviation = per (class, slot) the unordered pairs of running blocks of different lessons (or of one
//! lesson with itself) that need the same pupils: both touch the class, not as different parts of one
//! partition, in a week in common, and the lessons share no link (periods). Source: logic.
//!
//! The timetable instance counts clashes of the resources that stand for pupils: it charges something
//! exactly when this deviation is above 0, but not always as much.

use uurwerk_engine::{AvoidClashes, CostFunction, Kind};
use uurwerk_model::{ClassIx, Finding, Mode, School, SlotIx};

use super::occupancy::{Running, classes_of, running, share_pupils};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "X2",
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
    let resources = draft.pupils().to_vec();
    let kind = Kind::AvoidClashes(AvoidClashes { resources });
    draft.charge(setting, 1, CostFunction::Linear, kind);
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable)) = (case.school, case.timetable) else {
        return Vec::new();
    };
    let slots = school.slots().len();
    let mut here: Vec<Vec<Running>> = vec![Vec::new(); slots * school.classes().len()];
    for run in running(school, timetable) {
        for class in classes_of(school, run.lesson) {
            for slot in run.slots.clone() {
                here[class.at() * slots + slot].push(run.clone());
            }
        }
    }
    let mut findings = Vec::new();
    for (at, runs) in here.iter().enumerate() {
        let (class, slot) = (ClassIx::from(at / slots), SlotIx::from(at % slots));
        for (a, first) in runs.iter().enumerate() {
            for second in &runs[a + 1..] {
                if conflict(school, class, first, second) {
                    let finding = Telling::of(school, "finding-X2", 1).class(class).slot(slot);
                    let finding = finding.lesson("lesson", first.lesson);
                    findings.push(finding.lesson("other", second.lesson).done());
                }
            }
        }
    }
    findings
}

fn conflict(school: &School, class: ClassIx, a: &Running, b: &Running) -> bool {
    let (first, second) = (school.lesson(a.lesson), school.lesson(b.lesson));
    let linked = a.lesson != b.lesson && first.link.is_some() && first.link == second.link;
    !linked && a.weeks.meets(b.weeks) && share_pupils(school, class, &first.groups, &second.groups)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};

    #[test]
    fn parts_of_one_partition_may_run_together() {
        let mut sample = Sample::new(2);
        let whole = sample.lesson(&[1], &["A"], "t");
        let left = sample.lesson(&[1], &["A/half/1"], "u");
        let right = sample.lesson(&[1], &["A/half/2"], "v");
        let other = sample.lesson(&[1], &["A/lang/1"], "w");
        let at = |lessons: &[usize]| {
            let placed: Vec<_> = lessons.iter().map(|l| (*l, 0, Some(0))).collect();
            deviation("X2", &sample.placed(&placed))
        };
        assert_eq!(at(&[left, right]), 0);
        assert_eq!(at(&[left, other]), 1); // different partitions cross
        assert_eq!(at(&[left, right, whole]), 2); // the whole class with each half
        assert_eq!(at(&[left, right, other]), 2);
    }

    #[test]
    fn linked_lessons_share_a_class_but_a_lesson_does_not_with_itself() {
        let mut sample = Sample::new(2);
        let a = sample.lesson(&[1, 1], &["A/half/1"], "t");
        let b = sample.lesson(&[1, 1], &["A/lang/1"], "u");
        sample.link(&[a, b]);
        let case = sample.placed(&[(a, 0, Some(0)), (b, 0, Some(0))]);
        assert_eq!(deviation("X2", &case), 0);
        let case = sample.placed(&[(a, 0, Some(0)), (a, 1, Some(0))]);
        assert_eq!(deviation("X2", &case), 1);
    }
}
