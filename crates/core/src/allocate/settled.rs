//! What locks on times already say about who can teach: nobody is in two places at once, and nobody
//! comes when they cannot.

use std::collections::BTreeSet;

use uurwerk_model::{LessonIx, Lock, School, SlotIx};

/// The slots in which each post surely runs: `slots[lesson][position]`, in order.
///
/// A lock on a block settles the same block of every lesson of its link. A position of fewer hours
/// than its lesson attends the first blocks only.
pub fn settled_slots(school: &School) -> Vec<Vec<Vec<SlotIx>>> {
    let starts = settled_starts(school);
    let lessons = school.lessons().iter().enumerate();
    let posts = lessons.map(|(at, lesson)| {
        let lengths = school.blocks(LessonIx::from(at));
        let attended = |position: usize| {
            let periods = school.position_periods(LessonIx::from(at), position) as usize;
            let mut slots = Vec::new();
            let mut before = 0;
            for (start, length) in starts[at].iter().zip(&lengths) {
                if before >= periods {
                    break;
                }
                before += usize::from(*length);
                if let Some(start) = start {
                    let block = start.at()..start.at() + usize::from(*length);
                    slots.extend(block.map(SlotIx::from));
                }
            }
            slots.sort_unstable();
            slots
        };
        (0..lesson.positions.len()).map(attended).collect()
    });
    posts.collect()
}

/// The locked start of each block of each lesson.
fn settled_starts(school: &School) -> Vec<Vec<Option<SlotIx>>> {
    let lessons = 0..school.lessons().len();
    let mut starts: Vec<_> = lessons
        .map(|at| vec![None; school.blocks(LessonIx::from(at)).len()])
        .collect();
    for lock in &school.document().locks {
        let Lock::Time(lock) = lock else { continue };
        let (Some(lesson), Some(slot)) =
            (school.lesson_ix(&lock.lesson), school.slot_ix(&lock.start))
        else {
            continue; // A valid school has what its locks name.
        };
        let link = school.lesson(lesson).link.as_ref();
        let together = link.map_or(vec![lesson], |link| school.links()[link].clone());
        for lesson in together {
            if let Some(start) = starts[lesson.at()].get_mut(usize::from(lock.block)) {
                *start = start.or(Some(slot));
            }
        }
    }
    starts
}

/// The things that hold a slot, or a slot in a week, one by one: sets of two and more, each once.
pub fn sharing_a_slot<K: Ord, T: Copy + Ord>(held: impl Iterator<Item = (K, T)>) -> Vec<Vec<T>> {
    let mut by_slot: Vec<(K, T)> = held.collect();
    by_slot.sort_unstable();
    let slots = by_slot.chunk_by(|one, other| one.0 == other.0);
    let sets: BTreeSet<Vec<T>> = slots
        .map(|set| set.iter().map(|(_, thing)| *thing).collect())
        .collect();
    sets.into_iter().filter(|set| set.len() > 1).collect()
}

#[cfg(test)]
mod tests {
    use uurwerk_model::{Lock, Slot, TimeLock, Wish, WishTarget};

    use crate::allocate::allocate;
    use crate::control::{Control, Options};
    use crate::rules::Settings;
    use crate::tiny::Tiny;

    fn at(lesson: &str, period: &str) -> Lock {
        let start = Slot {
            day: "mon".into(),
            period: period.into(),
        };
        Lock::Time(TimeLock {
            lesson: lesson.into(),
            block: 0,
            start,
        })
    }

    /// Two lessons of one class hour each for two teachers, of whom ann is cheaper for both.
    fn school(locks: Vec<Lock>, absent: Option<&str>) -> uurwerk_model::School {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .class("1B", 1, 0)
            .teacher("ann", 9, [0, 2, 22], &["WIS"])
            .teacher("bob", 9, [0, 0, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 1)
            .lesson("L2", "WIS", &["1B"], 1);
        let tiny = tiny.with(|school| {
            school.locks = locks;
            let slot = |period: &str| Slot {
                day: "mon".into(),
                period: period.into(),
            };
            school.staff[0].wishes.extend(absent.map(|period| Wish {
                on: WishTarget::Slot(slot(period)),
                value: -3,
                reason: None,
            }));
        });
        tiny.school()
    }

    fn holders(school: &uurwerk_model::School) -> Vec<&str> {
        let settings = Settings::of(&school.document().policy).unwrap();
        let done = allocate(school, &settings, &Options::default(), &Control::UNBOUNDED).unwrap();
        let teachers = done.allocation.teachers.iter().flatten();
        teachers
            .map(|t| school.teacher(t.unwrap()).id.as_str())
            .collect()
    }

    #[test]
    fn nobody_gets_two_lessons_locked_at_one_time() {
        assert_eq!(
            holders(&school(vec![at("L1", "1"), at("L2", "2")], None)),
            ["ann", "ann"]
        );
        let together = school(vec![at("L1", "1"), at("L2", "1")], None);
        let mut found = holders(&together);
        found.sort_unstable();
        assert_eq!(found, ["ann", "bob"]);
    }

    #[test]
    fn nobody_gets_a_lesson_locked_at_a_time_when_they_cannot_come() {
        let locks = vec![at("L1", "1"), at("L2", "2")];
        assert_eq!(holders(&school(locks, Some("2"))), ["ann", "bob"]);
    }
}
