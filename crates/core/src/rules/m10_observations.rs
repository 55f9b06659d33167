//! M10: the mentor can watch the starter teach.
//!
//! deviation = per pair max(0, observations - valid protected observations) (observations); valid: the
//! starter teaches its lesson (in a position that counts) and it runs there; the mentor is free of
//! lessons and of every other protected slot, and available; in weeks that serve those of the pair, in each of which the
//! lesson is given. Source: memorandum 2.1.
//!
//! When hard, the mentor becomes a resource of blocks chosen beforehand: short ones, in different
//! classes, that leave many times open. When soft, free time is looked for afterwards.

use std::cmp::Reverse;

use uurwerk_engine::EventId;
use uurwerk_model::{ClassIx, Finding, LessonIx, Mode, ProtectedKind, TeacherIx, WeekSet};

use super::guarded::{Guarded, is_of, pair};
use super::occupancy::{NEVER, attending, aversion, classes_of};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::Case;
use crate::schedule::{Block, Draft, Purpose};

/// The rule.
pub static RULE: Rule = Rule {
    id: "M10",
    source: Source::Memo("2.1"),
    unit: "unit-observations",
    modes: Modes {
        memo: Mode::Hard,
        strict: Mode::Hard,
        law: Mode::Measure,
    },
    weight: 20,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

fn draft(setting: &Setting, draft: &mut Draft) {
    if setting.mode != Mode::Hard {
        return;
    }
    let school = draft.school;
    for (at, entry) in school.document().mentoring.pairs.iter().enumerate() {
        let Some([mentor, starter]) = pair(school, entry) else {
            continue;
        };
        let mut seen: Vec<ClassIx> = Vec::new();
        let mut lacking = i64::from(entry.observations);
        while lacking > 0 {
            let weeks = entry.weeks.spread(at).weeks();
            let Some((event, lesson, length)) = choose(draft, mentor, (starter, weeks), &seen)
            else {
                break;
            };
            draft.attend(Purpose::Observation(at, lesson), event, mentor);
            seen.extend(classes_of(school, lesson));
            lacking -= i64::from(length);
        }
    }
}

/// The block of the starter that is best to watch: in a class not seen yet, short, of few lessons,
/// and with many times at which everybody can be there.
fn choose(
    draft: &Draft,
    mentor: TeacherIx,
    (starter, weeks): (TeacherIx, WeekSet),
    seen: &[ClassIx],
) -> Option<(EventId, LessonIx, u8)> {
    let candidates = draft.blocks().iter().filter_map(|block| {
        let lesson = taught(draft, block, starter)?;
        let times = open_times(draft, block, mentor);
        let possible =
            times > 0 && block.weeks.covers(weeks) && !draft.is_there(mentor, block.event);
        let again = classes_of(draft.school, lesson)
            .iter()
            .any(|c| seen.contains(c));
        let rank = (
            again,
            block.length,
            block.parts.len(),
            Reverse(times),
            block.event,
        );
        possible.then_some((rank, (block.event, lesson, block.length)))
    });
    candidates
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, best)| best)
}

/// The lesson of a block that a teacher teaches there.
fn taught(draft: &Draft, block: &Block, teacher: TeacherIx) -> Option<LessonIx> {
    let mut parts = block.parts.iter();
    let taught = parts.find(|(lesson, index)| {
        let there = attending(draft.school, draft.allocation, *lesson, *index);
        let positions = &draft.school.lesson(*lesson).positions;
        there
            .iter()
            .any(|(p, t)| *t == teacher && positions[*p].role.counts())
    });
    taught.map(|(lesson, _)| *lesson)
}

/// The number of starts at which the teachers of a block and one more can all be there.
fn open_times(draft: &Draft, block: &Block, other: TeacherIx) -> usize {
    let parts = block.parts.iter();
    let teachers = parts.flat_map(|(l, b)| attending(draft.school, draft.allocation, *l, *b));
    let people = teachers.map(|(_, t)| t).chain([other]);
    let aversions: Vec<_> = people.map(|t| aversion(draft.school, t)).collect();
    let starts = draft.starts(block.length);
    let open = starts.iter().filter(|start| {
        let slots = start.index()..start.index() + usize::from(block.length);
        aversions
            .iter()
            .all(|a| a[slots.clone()].iter().all(|v| *v != NEVER))
    });
    open.count()
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(guarded)) = (case.school, Guarded::of(case)) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for entry in &school.document().mentoring.pairs {
        let Some(people) = pair(school, entry) else {
            continue;
        };
        let valid = guarded
            .slots(ProtectedKind::Observation)
            .filter(|slot| is_of(school, slot, &people) && guarded.is_free(slot, &people[..1]))
            .filter(|slot| slot.weeks.serves(entry.weeks) && guarded.is_taught(slot, people[1]))
            .count() as i64;
        let lacking = i64::from(entry.observations) - valid;
        if lacking > 0 {
            let finding = Telling::of(school, "finding-M10", lacking);
            let finding = finding.teacher("mentor", people[0]);
            findings.push(finding.teacher("starter", people[1]).done());
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uurwerk_model::ProtectedKind::Observation;

    use super::super::testing::{Sample, deviation};

    #[test]
    fn the_starter_teaches_and_the_mentor_is_free() {
        let mut sample = Sample::new(2);
        let watched = sample.lesson(&[2], &["A"], "starter");
        let own = sample.lesson(&[1], &["B"], "mentor");
        sample.pair("mentor", "starter", 1, 0);
        let mut case = sample.placed(&[(watched, 0, Some(0)), (own, 0, Some(0))]);
        assert_eq!(deviation("M10", &case), 1);
        // Slot 0: the mentor teaches; slot 1: fine; slot 2: nothing to see.
        for (slot, expected) in [(0, 1), (1, 0), (2, 1)] {
            let people = ["mentor", "starter"];
            case.clear()
                .protect(Observation, &people, Some(watched), slot);
            assert_eq!(deviation("M10", &case), expected, "slot {slot}");
        }
    }
}
