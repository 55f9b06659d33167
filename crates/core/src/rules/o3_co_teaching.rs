//! O3: co-teaching happens: two teachers are there together, and the plan says so.
//!
//! deviation = blocks of lessons attended by a co-teacher for which no protected co-teaching slot of
//! lead and co-teacher stands in the plan (blocks). Source: memorandum 3.2.
//!
//! The slots are read off the placed lessons, so a timetable without clashes keeps this rule.

use uurwerk_model::{Finding, LessonIx, Mode, ProtectedKind, ProtectedSlot, Role, School};

use super::guarded::{Guarded, is_of, protected_slot};
use super::occupancy::{attends, lessons, slots_of};
use super::telling::Telling;
use super::{Body, Known, Modes, Rule, Setting, Source};
use crate::case::{Allocation, Case, Timetable};
use crate::schedule::Draft;

/// The rule.
pub static RULE: Rule = Rule {
    id: "O3",
    source: Source::Memo("3.2"),
    unit: "unit-blocks",
    modes: Modes::always(Mode::Hard),
    weight: 100,
    params: &[],
    body: Body::Time {
        draft,
        measure,
        known: Known::Always,
    },
};

fn draft(_: &Setting, _: &mut Draft) {}

/// A block of a lesson with a position that co-teaches it.
struct CoTaught {
    lesson: LessonIx,
    block: usize,
    position: usize,
}

fn co_taught(school: &School) -> Vec<CoTaught> {
    let mut all = Vec::new();
    for lesson in lessons(school) {
        for (position, place) in school.lesson(lesson).positions.iter().enumerate() {
            let blocks = 0..school.blocks(lesson).len();
            if place.role == Role::Co {
                let there = blocks.filter(|b| attends(school, lesson, position, *b));
                all.extend(there.map(|block| CoTaught {
                    lesson,
                    block,
                    position,
                }));
            }
        }
    }
    all
}

/// The slot that a block of co-teaching asks for; `None` while its place or one of the two is unknown, and where one
/// teacher has both positions: nobody co-teaches alone.
fn slot(
    school: &School,
    allocation: &Allocation,
    timetable: &Timetable,
    block: &CoTaught,
) -> Option<ProtectedSlot> {
    let teachers = &allocation.teachers[block.lesson.at()];
    let positions = school.lesson(block.lesson).positions.iter().zip(teachers);
    let lead = positions
        .filter(|(position, _)| position.role == Role::Lead)
        .find_map(|(_, teacher)| *teacher)?;
    let start = timetable.starts[block.lesson.at()][block.block]?;
    let people = [lead, teachers[block.position]?];
    (people[0] != people[1]).then(|| ProtectedSlot {
        lesson: Some(school.lesson(block.lesson).id.clone()),
        length: school.blocks(block.lesson)[block.block],
        weeks: school.lesson(block.lesson).weeks.spread(0),
        ..protected_slot(school, ProtectedKind::CoTeaching, &people, start)
    })
}

/// The co-teaching slots of placed lessons.
pub(crate) fn slots(
    school: &School,
    allocation: &Allocation,
    timetable: &Timetable,
) -> Vec<ProtectedSlot> {
    let blocks = co_taught(school);
    let slots = blocks
        .iter()
        .map(|b| slot(school, allocation, timetable, b));
    slots.flatten().collect()
}

fn measure(case: &Case, _: &Setting) -> Vec<Finding> {
    let (school, Some(timetable), Some(guarded)) = (case.school, case.timetable, Guarded::of(case))
    else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for block in co_taught(school) {
        let wanted = slot(school, case.allocation, timetable, &block);
        let stands = wanted.is_some_and(|wanted| {
            let mut slots = guarded.slots(ProtectedKind::CoTeaching);
            slots.any(|slot| same(school, slot, &wanted))
        });
        if !stands {
            let finding = Telling::of(school, "finding-O3", 1);
            findings.push(finding.lesson("lesson", block.lesson).done());
        }
    }
    findings
}

fn same(school: &School, slot: &ProtectedSlot, wanted: &ProtectedSlot) -> bool {
    let people: Vec<_> = wanted
        .people
        .iter()
        .filter_map(|p| school.teacher_ix(p))
        .collect();
    slot.lesson == wanted.lesson
        && slot.weeks.weeks() == wanted.weeks.weeks()
        && is_of(school, slot, &people)
        && slots_of(school, slot) == slots_of(school, wanted)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Sample, deviation};
    use super::*;

    #[test]
    fn each_attended_block_has_its_slot() {
        let mut sample = Sample::new(2);
        let lesson = sample.lesson(&[2, 1, 1], &["A"], "t");
        sample.co(lesson, "u", 3); // attends the blocks of 2 and 1
        let mut case = sample.placed(&[(lesson, 0, Some(0)), (lesson, 1, Some(4))]);
        assert_eq!(deviation("O3", &case), 2);
        let found = slots(&case.school, &case.allocation, &case.timetable);
        let lengths: Vec<u8> = found.iter().map(|s| s.length).collect();
        assert_eq!(lengths, [2, 1]);
        case.timetable.protected = found;
        assert_eq!(deviation("O3", &case), 0);
    }
}
