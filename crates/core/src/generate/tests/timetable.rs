//! The hard rules about time, from their definitions, on the planted week.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Group, Lock, RoomKind, SlotIx, TeacherIx};

use super::*;

/// A block as it stands in the week: lesson, number, slots.
fn blocks(sample: &Sample) -> Vec<(usize, usize, std::ops::Range<usize>)> {
    let mut all = Vec::new();
    for (lesson, starts) in sample.week.starts.iter().enumerate() {
        let lengths = sample.school.lessons()[lesson].block_lengths();
        assert_eq!(starts.len(), lengths.len(), "X0: every block has a start");
        for (block, (start, length)) in starts.iter().zip(lengths).enumerate() {
            let fits = sample.school.block_fits(SlotIx::from(*start), length);
            assert!(fits, "X0, {}: lesson {lesson}", sample.label);
            all.push((lesson, block, *start..*start + usize::from(length)));
        }
    }
    all
}

/// How many things each teacher attends in each slot, meetings, observations and teams included.
fn attended(sample: &Sample) -> BTreeMap<(usize, usize), u32> {
    let mut attended: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    let mut attend =
        |teacher: usize, slot: usize| *attended.entry((teacher, slot)).or_default() += 1;
    for (lesson, block, slots) in blocks(sample) {
        for (position, teacher) in sample.teachers[lesson].iter().enumerate() {
            let there = match sample.school.lessons()[lesson].positions[position].hours {
                // The generator gives a co-teacher one hour, in a first block of one period.
                Some(hours) => {
                    assert_eq!(
                        (hours, sample.school.lessons()[lesson].block_lengths()[0]),
                        (1, 1)
                    );
                    block == 0
                }
                None => true,
            };
            if there {
                slots
                    .clone()
                    .for_each(|slot| attend(teacher.unwrap(), slot));
            }
        }
    }
    let at = |id| sample.school.teacher_ix(id).unwrap().at();
    let document = sample.school.document();
    for (number, pair) in document.mentoring.pairs.iter().enumerate() {
        attend(at(&pair.mentor), sample.week.meetings[number]);
        attend(at(&pair.starter), sample.week.meetings[number]);
        attend(at(&pair.mentor), sample.week.observations[number]);
    }
    for (number, team) in document.teams.iter().enumerate() {
        team.members
            .iter()
            .for_each(|m| attend(at(m), sample.week.teams[number]));
    }
    attended
}

#[test]
fn nobody_is_in_two_places_or_there_when_away() {
    for sample in samples() {
        let attended = attended(sample);
        for ((teacher, slot), things) in &attended {
            assert_eq!(
                *things, 1,
                "X1, {}: teacher {teacher} slot {slot}",
                sample.label
            );
            let away = sample.school.unavailable(TeacherIx::from(*teacher));
            assert!(!away.contains(&SlotIx::from(*slot)), "X4, {}", sample.label);
        }
    }
}

#[test]
fn mentors_observe_lessons_of_their_starters() {
    for sample in samples() {
        let blocks = blocks(sample);
        for (number, pair) in sample.school.document().mentoring.pairs.iter().enumerate() {
            let starter = sample.school.teacher_ix(&pair.starter).unwrap().at();
            let slot = sample.week.observations[number];
            let teaches = |(lesson, _, slots): &(usize, usize, std::ops::Range<usize>)| {
                slots.contains(&slot) && sample.teachers[*lesson].contains(&Some(starter))
            };
            assert!(blocks.iter().any(teaches), "M10, {}", sample.label);
        }
    }
}

#[test]
fn no_class_is_in_two_places() {
    for sample in samples() {
        let lessons = sample.school.lessons();
        let mut running: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (lesson, _, slots) in blocks(sample) {
            for slot in slots {
                running.entry(slot).or_default().push(lesson);
            }
        }
        for (slot, there) in running {
            for (at, a) in there.iter().enumerate() {
                for b in &there[at + 1..] {
                    let linked = lessons[*a].link.is_some() && lessons[*a].link == lessons[*b].link;
                    let clash = a == b || !linked && meet(&lessons[*a].groups, &lessons[*b].groups);
                    assert!(
                        !clash,
                        "X2, {}: {} {} in {slot}",
                        sample.label, lessons[*a].id, lessons[*b].id
                    );
                }
            }
        }
    }
}

/// Whether two lessons ask for the same pupils.
fn meet(a: &[Group], b: &[Group]) -> bool {
    let apart = |x: &Group, y: &Group| match (&x.part, &y.part) {
        (Some(x), Some(y)) => x.partition == y.partition && x.part != y.part,
        _ => false,
    };
    a.iter()
        .any(|x| b.iter().any(|y| x.class == y.class && !apart(x, y)))
}

#[test]
fn linked_lessons_stand_together() {
    for sample in samples() {
        for members in sample.school.links().values() {
            assert!(members.len() >= 2);
            let starts: BTreeSet<_> = members
                .iter()
                .map(|l| &sample.week.starts[l.at()])
                .collect();
            assert_eq!(starts.len(), 1, "X5, {}", sample.label);
        }
    }
}

/// In no slot are more rooms of a kind needed than there are; rooms of a kind are alike, so they can be
/// named afterwards, block by block. Over the week at most 85 in 100 are in use.
#[test]
fn rooms_suffice() {
    for sample in samples() {
        let mut rooms: BTreeMap<&RoomKind, usize> = BTreeMap::new();
        for room in sample.school.rooms() {
            *rooms.entry(&room.kind).or_default() += 1;
        }
        let mut used: BTreeMap<(&RoomKind, usize), usize> = BTreeMap::new();
        for (lesson, _, slots) in blocks(sample) {
            for need in &sample.school.lessons()[lesson].rooms {
                for slot in slots.clone() {
                    *used.entry((need.kind.as_ref().unwrap(), slot)).or_default() += 1;
                }
            }
        }
        for ((kind, slot), count) in &used {
            assert!(
                *count <= rooms[kind],
                "X3, {}: {kind} in slot {slot}",
                sample.label
            );
        }
        for (kind, count) in rooms {
            let hours: usize = used
                .iter()
                .filter(|((k, _), _)| *k == kind)
                .map(|(_, n)| n)
                .sum();
            assert!(hours * 100 <= count * 36 * 85, "{}: {kind}", sample.label);
        }
    }
}

#[test]
fn locks_on_times_hold_and_locks_on_rooms_can() {
    for sample in samples() {
        let mut kinds = BTreeSet::new();
        for lock in &sample.school.document().locks {
            match lock {
                Lock::Teacher(_) => {}
                Lock::Time(lock) => {
                    let lesson = sample.school.lesson_ix(&lock.lesson).unwrap().at();
                    let start = sample.week.starts[lesson][usize::from(lock.block)];
                    assert_eq!(sample.school.slot(SlotIx::from(start)), lock.start, "K2");
                }
                Lock::Room(lock) => {
                    let room = sample.school.room_ix(&lock.room).unwrap();
                    let kind = &sample.school.room(room).kind;
                    let lesson = sample.school.lesson_ix(&lock.lesson).unwrap();
                    let needs = &sample.school.lesson(lesson).rooms;
                    assert!(needs.iter().any(|n| n.kind.as_ref() == Some(kind)));
                    assert!(kinds.insert(kind.clone()), "one lock on a kind of room");
                }
            }
        }
    }
}
