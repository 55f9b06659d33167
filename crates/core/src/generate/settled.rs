//! What is settled beforehand: class teachers, and a few locks on teachers, times and rooms, all of
//! them true of the planted plan.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Class, Lesson, Lock, Room, RoomKind, RoomLock, TeacherLock, TimeLock};

use super::dice::Dice;
use super::facts::Fact;
use super::grid;
use super::people::Person;
use super::week::Week;

/// Difficulty up to which a second-year starter may be class teacher.
const EASY: u8 = 50;

/// Gives every class a class teacher among those who teach it most, nobody two classes while others
/// have none.
pub(super) fn class_teachers(facts: &[Fact], people: &[Person], classes: &mut [Class]) {
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for (at, class) in classes.iter_mut().enumerate() {
        let hours = |person: &Person| -> u32 {
            let own = person.leads.iter().map(|l| &facts[*l]);
            own.filter(|f| f.classes == [at])
                .map(|f| u32::from(f.hours))
                .sum()
        };
        let may = |person: &Person| {
            let easy = class.difficulty < EASY && person.teacher.experience > 1;
            hours(person) >= 2 && (!person.is_starter() || easy)
        };
        let able = (0..people.len()).filter(|p| may(&people[*p]) && !taken.contains(p));
        if let Some(teacher) = able.max_by_key(|p| (hours(&people[*p]), *p)) {
            taken.insert(teacher);
            class.titularis = Some(people[teacher].teacher.id.clone());
        }
    }
}

/// The locks.
pub(super) fn locks(
    seed: u64,
    lessons: &[Lesson],
    rooms: &[Room],
    people: &[Person],
    week: &Week,
) -> Vec<Lock> {
    let mut dice = Dice::of(seed, "locks");
    let mut locks = teacher_locks(lessons, people, &mut dice);
    locks.extend(time_locks(
        lessons,
        week,
        people.len().div_ceil(25),
        &mut dice,
    ));
    locks.extend(room_locks(lessons, rooms));
    locks
}

/// About one lesson in fifty stays with its teacher.
fn teacher_locks(lessons: &[Lesson], people: &[Person], dice: &mut Dice) -> Vec<Lock> {
    let mut locks = Vec::new();
    for person in people {
        for lesson in &person.leads {
            if dice.chance(2) {
                locks.push(Lock::Teacher(TeacherLock {
                    lesson: lessons[*lesson].id.clone(),
                    position: 0,
                    teacher: person.teacher.id.clone(),
                }));
            }
        }
    }
    locks
}

/// The sports hall and the workshops have agreements with others: the planted times of a few blocks.
fn time_locks(lessons: &[Lesson], week: &Week, count: usize, dice: &mut Dice) -> Vec<Lock> {
    let mut shared: Vec<usize> = (0..lessons.len())
        .filter(|l| lessons[*l].subject.as_str() == "LO" && lessons[*l].link.is_none())
        .collect();
    dice.shuffle(&mut shared);
    let lock = |l: usize| {
        Lock::Time(TimeLock {
            lesson: lessons[l].id.clone(),
            block: 0,
            start: grid::name(week.starts[l][0]),
        })
    };
    shared.into_iter().take(count).map(lock).collect()
}

/// One lesson of each kind of workshop is given in its first room. Rooms of a kind hold alike, so any
/// plan can be renamed to fit one such lock a kind.
fn room_locks(lessons: &[Lesson], rooms: &[Room]) -> Vec<Lock> {
    let mut first: BTreeMap<&RoomKind, &Room> = BTreeMap::new();
    for room in rooms.iter().filter(|r| r.kind.as_str() != "classroom") {
        first.entry(&room.kind).or_insert(room);
    }
    let lock = |(kind, room): (&RoomKind, &Room)| {
        let lesson = lessons.iter().find(|l| {
            let here = l.rooms.iter().any(|need| need.kind.as_ref() == Some(kind));
            here && l.block_lengths().len() == 1
        })?;
        Some(Lock::Room(RoomLock {
            lesson: lesson.id.clone(),
            block: 0,
            need: 0,
            room: room.id.clone(),
        }))
    };
    first.into_iter().filter_map(lock).collect()
}
