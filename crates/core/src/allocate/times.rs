//! What the week already says about who may teach what: locks on times, and times at which a teacher
//! cannot come. The timetable decides the rest.

use uurwerk_model::{LessonIx, Lock, School, SlotIx, TeacherIx};

use super::facts::Post;
use crate::rules::occupancy::attends;

/// A block whose time is locked.
pub(super) struct Settled {
    lesson: LessonIx,
    block: usize,
    start: SlotIx,
    length: usize,
}

/// The blocks whose time is locked; of linked lessons, the blocks of all of them.
pub(super) fn settled(school: &School) -> Vec<Settled> {
    let mut all = Vec::new();
    for lock in &school.document().locks {
        let Lock::Time(lock) = lock else { continue };
        let (Some(lesson), Some(start)) =
            (school.lesson_ix(&lock.lesson), school.slot_ix(&lock.start))
        else {
            continue; // A valid school knows the lessons and places of its locks.
        };
        let link = school.lesson(lesson).link.as_ref();
        let linked = link.and_then(|link| school.links().get(link));
        let block = usize::from(lock.block);
        for lesson in linked.map_or(&[lesson][..], |linked| linked) {
            all.extend(school.blocks(*lesson).get(block).map(|length| Settled {
                lesson: *lesson,
                block,
                start,
                length: usize::from(*length),
            }));
        }
    }
    all
}

/// Pairs of posts of different lessons that are settled to run at once, so that nobody can hold both.
pub(super) fn at_once(settled: &[Settled], school: &School, posts: &[Post]) -> Vec<[usize; 2]> {
    let posts_at = |block: &Settled| {
        let there = posts.iter().enumerate().filter(|(_, post)| {
            post.lesson == block.lesson && attends(school, post.lesson, post.position, block.block)
        });
        there.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let mut pairs = Vec::new();
    for (at, one) in settled.iter().enumerate() {
        for other in &settled[at + 1..] {
            let apart = one.start.at() + one.length <= other.start.at()
                || other.start.at() + other.length <= one.start.at();
            if apart || one.lesson == other.lesson {
                continue;
            }
            for a in posts_at(one) {
                pairs.extend(posts_at(other).into_iter().map(|b| [a.min(b), a.max(b)]));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether a teacher can be there for every block of a post: each has a place in the week, the locked
/// one if it is locked, at which no wish of -3 stands in the way.
pub(super) fn can_come(
    settled: &[Settled],
    school: &School,
    unavailable: &[SlotIx],
    post: &Post,
) -> bool {
    let lengths = school.blocks(post.lesson).into_iter().enumerate();
    let mut attended = lengths.filter(|(b, _)| attends(school, post.lesson, post.position, *b));
    attended.all(|(block, length)| {
        let lock = settled
            .iter()
            .find(|s| (s.lesson, s.block) == (post.lesson, block));
        let free = |start: SlotIx| {
            let run = start.at()..start.at() + usize::from(length);
            school.block_fits(start, length) && !unavailable.iter().any(|s| run.contains(&s.at()))
        };
        match lock {
            Some(lock) => free(lock.start),
            None => (0..school.slots().len()).map(SlotIx::from).any(free),
        }
    })
}

/// The slots at which each teacher cannot come.
pub(super) fn unavailable(school: &School) -> Vec<Vec<SlotIx>> {
    let staff = (0..school.staff().len()).map(TeacherIx::from);
    staff.map(|t| school.unavailable(t)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::facts::Facts;
    use super::*;
    use crate::rules::testing::Sample;

    #[test]
    fn lessons_settled_at_once_need_different_teachers() {
        let mut sample = Sample::new(1);
        let [a, b, c] = ["A", "B", "C"].map(|class| sample.lesson(&[2], &[class], "t"));
        sample.lock_time(a, 0, 0);
        sample.lock_time(b, 0, 0);
        sample.lock_time(c, 0, 2);
        let (school, _) = sample.school();
        let facts = Facts::of(&school);
        assert_eq!(at_once(&settled(&school), &school, &facts.posts), [[0, 1]]);
    }

    #[test]
    fn a_lock_asks_for_somebody_who_can_come_then() {
        let mut sample = Sample::new(1);
        let locked = sample.lesson(&[1], &["A"], "t");
        let free = sample.lesson(&[2], &["A"], "u");
        sample.lock_time(locked, 0, 0);
        sample.wish("t", 0, -3);
        sample.wish("u", 2, -3);
        sample.wish("v", 1, -3);
        sample.wish("v", 2, -3);
        let (school, _) = sample.school();
        let (facts, settled) = (Facts::of(&school), settled(&school));
        let can = |teacher: usize, lesson: usize| {
            let unavailable = &unavailable(&school)[teacher];
            can_come(&settled, &school, unavailable, &facts.posts[lesson])
        };
        assert_eq!(
            [can(0, locked), can(1, locked), can(2, locked)],
            [false, true, true]
        );
        // A block of 2 fits in slots 0-1 or 2-3 only.
        assert_eq!(
            [can(0, free), can(1, free), can(2, free)],
            [true, true, false]
        );
    }
}
