//! The kinds of blocks of a question: blocks that are alike in all that is asked count together.

use std::collections::BTreeSet;

use uurwerk_mip::Var;
use uurwerk_model::{LessonId, LessonIx, Lock, RoomIx, School, SlotIx};

use super::{Key, Part};
use crate::allocate::PostIx;
use crate::rules::occupancy::{attends, classes_of};
use crate::schedule::{Block, blocks};

/// A lock on a time: which, and where to.
type TimeHeld = (usize, SlotIx);

/// A lock on a room: which, of which lesson and need, and to which room.
type RoomHeld = (usize, LessonIx, usize, RoomIx);

/// Blocks that are alike.
pub(super) struct Alike {
    pub parts: Vec<(LessonIx, usize)>,
    pub length: u8,
    pub count: i64,
    pub posts: Vec<PostIx>,
    pub locks: Vec<TimeHeld>,
    pub room_locks: Vec<RoomHeld>,
    /// By slot, the variable that says how many start there.
    pub starts: Vec<Option<Var>>,
}

impl Alike {
    pub fn lessons(&self) -> impl Iterator<Item = LessonIx> {
        self.parts.iter().map(|(lesson, _)| *lesson)
    }

    fn is_locked(&self) -> bool {
        !self.locks.is_empty() || !self.room_locks.is_empty()
    }

    /// Whether somebody attends them, so that no two run at once.
    pub fn is_attended(&self, school: &School) -> bool {
        let mut lessons = self.lessons();
        !self.posts.is_empty() || lessons.any(|l| !classes_of(school, l).is_empty())
    }

    /// Whether a block counts together with others. What nobody attends can run twice at once, and then the rooms of one
    /// block are not told from another's.
    fn can_count(&self, school: &School) -> bool {
        let mut lessons = self.lessons();
        let several = lessons.any(|l| school.lesson(l).rooms.len() > 1);
        !self.is_locked() && (!several || self.is_attended(school))
    }

    fn is_like(&self, other: &Self) -> bool {
        !self.is_locked()
            && (self.length, &self.posts) == (other.length, &other.posts)
            && self.lessons().eq(other.lessons())
    }
}

impl Part<'_, '_, '_> {
    /// The blocks that are asked to have a place, those that are alike together.
    pub(super) fn gather(&mut self) {
        let school = self.oracle.problem.facts.school;
        for block in blocks(school) {
            let Some(own) = self.asked_of(&block) else {
                continue;
            };
            let counts = own.can_count(school);
            let mut others = self.alike.iter_mut();
            match others.find(|other| counts && other.is_like(&own)) {
                Some(same) => same.count += 1,
                None => self.alike.push(own),
            }
        }
    }

    /// What is asked of a block, if anything.
    fn asked_of(&self, block: &Block) -> Option<Alike> {
        let facts = self.oracle.problem.facts;
        let school = facts.school;
        let (locks, room_locks) = self.locks_on(block);
        let settled: BTreeSet<LessonIx> = (locks.iter().map(|(at, _)| *at))
            .chain(room_locks.iter().map(|lock| lock.0))
            .filter_map(|at| Key::Lock(at).lesson(school))
            .collect();
        let mut parts = block.parts.clone();
        parts.retain(|(l, _)| self.matters(Key::Placed(*l)) || settled.contains(l));
        let there = |(lesson, index): &(LessonIx, usize)| {
            let posts = facts.posts_of(*lesson).iter();
            let there = posts.filter(|post| attends(school, *lesson, post.position, *index));
            there.map(|post| post.ix).collect::<Vec<_>>()
        };
        (!parts.is_empty()).then(|| Alike {
            length: block.length,
            count: 1,
            posts: parts.iter().flat_map(there).collect(),
            parts,
            locks,
            room_locks,
            starts: Vec::new(),
        })
    }

    /// The locks on a block as far as they matter: on its time, and on its rooms.
    fn locks_on(&self, block: &Block) -> (Vec<TimeHeld>, Vec<RoomHeld>) {
        let school = self.oracle.problem.facts.school;
        let of = |lesson: &LessonId, index: u8| {
            let lesson = school.lesson_ix(lesson)?;
            let part = (lesson, usize::from(index));
            block.parts.contains(&part).then_some(lesson)
        };
        let (mut times, mut rooms) = (Vec::new(), Vec::new());
        let locks = school.document().locks.iter().enumerate();
        for (at, lock) in locks.filter(|(at, _)| self.matters(Key::Lock(*at))) {
            match lock {
                Lock::Time(lock) => {
                    let held = of(&lock.lesson, lock.block).and(school.slot_ix(&lock.start));
                    times.extend(held.map(|start| (at, start)));
                }
                Lock::Room(lock) => {
                    let held = of(&lock.lesson, lock.block).zip(school.room_ix(&lock.room));
                    let need = usize::from(lock.need);
                    rooms.extend(held.map(|(lesson, room)| (at, lesson, need, room)));
                }
                Lock::Teacher(_) => (),
            }
        }
        (times, rooms)
    }
}
