//! The time part of a question: starts of blocks, who is busy when, rooms, meetings, half-days.
//!
//! Blocks that are alike in all that is asked count together, so that their order costs the solver nothing. Who teaches
//! is decided in the same programme: a teacher who may hold a post is busy with its blocks if they do.

mod meetings;
mod rooms;
mod ways;
mod workplaces;

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_engine::EventId;
use uurwerk_mip::Var;
use uurwerk_model::{ClassIx, LessonIx, Lock, RoomIx, SlotIx, TeacherIx};

use super::demand::{Key, is_hard};
use super::oracle::{Lenient, Oracle};
use crate::allocate::{Component, Fact, Model, PostIx};
use crate::rules::g4_half_days;
use crate::rules::occupancy::{attends, classes_of};
use crate::schedule::{Block, blocks, cover, patterns};

/// Blocks that are alike.
struct Alike {
    parts: Vec<(LessonIx, usize)>,
    length: u8,
    count: i64,
    posts: Vec<PostIx>,
    /// Locks on the time: which, and where to.
    locks: Vec<(usize, SlotIx)>,
    /// Locks on rooms: which, of which lesson and need, and to which room.
    room_locks: Vec<(usize, LessonIx, usize, RoomIx)>,
    /// By slot, the variable that says how many start there.
    starts: Vec<Option<Var>>,
}

/// Things that keep a teacher busy, slot by slot.
type Busy = BTreeMap<TeacherIx, Vec<Vec<(Var, i64)>>>;

/// Where blocks of a lesson start that a teacher gives, in a post that is theirs or may be.
struct Given {
    teacher: TeacherIx,
    /// Which of the kinds of blocks.
    kind: usize,
    lesson: LessonIx,
    starts: Vec<Option<Var>>,
}

struct Part<'p, 'm, 'a> {
    model: &'p mut Model<'m>,
    oracle: &'p Oracle<'a>,
    keys: &'p BTreeSet<Key>,
    lenient: Option<Lenient>,
    slots: usize,
    alike: Vec<Alike>,
    busy: Busy,
    /// Lessons that a teacher gives, slot by slot: what can be watched.
    teaching: Busy,
    given: Vec<Given>,
}

/// Adds what the demands say about time.
pub fn add(
    model: &mut Model,
    oracle: &Oracle,
    component: &Component,
    keys: &BTreeSet<Key>,
    lenient: Option<Lenient>,
) {
    let school = oracle.problem.facts.school;
    let mut part = Part {
        model,
        oracle,
        keys,
        lenient,
        slots: school.slots().len(),
        alike: Vec::new(),
        busy: Busy::new(),
        teaching: Busy::new(),
        given: Vec::new(),
    };
    part.gather();
    part.start(component);
    part.teach(component);
    part.meet();
    part.teachers();
    part.classes();
    let rooms = part.rooms();
    part.near(&rooms);
    part.ways(&rooms);
    part.workplaces();
}

impl Part<'_, '_, '_> {
    fn asked(&self, key: Key) -> bool {
        self.keys.contains(&key)
    }

    fn soft(&self, key: Key) -> Option<i64> {
        self.lenient.filter(|l| l.key == key).map(|l| l.weight)
    }

    fn matters(&self, key: Key) -> bool {
        self.asked(key) || self.soft(key).is_some()
    }

    /// At most one of these; where that has a price, more for the price, which all rows that share `broken` pay once.
    fn at_most_one(
        &mut self,
        mut row: Vec<(Var, i64)>,
        price: Option<i64>,
        broken: &mut Option<Var>,
    ) {
        let programme = &mut self.model.programme;
        if let Some(price) = price {
            let broken = *broken.get_or_insert_with(|| {
                let var = programme.binary();
                programme.add_cost(var, price);
                var
            });
            row.push((broken, -1));
        }
        programme.at_most(row, 1);
    }

    fn is_hard(&self, rule: &str) -> bool {
        is_hard(self.oracle.settings, rule)
    }

    /// The blocks that are asked to have a place, those that are alike together.
    fn gather(&mut self) {
        let facts = self.oracle.problem.facts;
        let school = facts.school;
        let document = school.document();
        for block in blocks(school) {
            let mut time_locks = Vec::new();
            let mut room_locks = Vec::new();
            for (at, lock) in document.locks.iter().enumerate() {
                if !self.matters(Key::Lock(at)) {
                    continue;
                }
                let of = |lesson: &uurwerk_model::LessonId, index: u8| {
                    let lesson = school.lesson_ix(lesson)?;
                    let part = (lesson, usize::from(index));
                    block.parts.contains(&part).then_some(lesson)
                };
                match lock {
                    Lock::Time(lock) => {
                        if of(&lock.lesson, lock.block).is_some()
                            && let Some(start) = school.slot_ix(&lock.start)
                        {
                            time_locks.push((at, start));
                        }
                    }
                    Lock::Room(lock) => {
                        if let Some(lesson) = of(&lock.lesson, lock.block)
                            && let Some(room) = school.room_ix(&lock.room)
                        {
                            room_locks.push((at, lesson, usize::from(lock.need), room));
                        }
                    }
                    Lock::Teacher(_) => (),
                }
            }
            let settled: BTreeSet<LessonIx> = (time_locks.iter().map(|(at, _)| *at))
                .chain(room_locks.iter().map(|lock| lock.0))
                .filter_map(|at| Key::Lock(at).lesson(school))
                .collect();
            let mut parts = block.parts.clone();
            parts.retain(|(l, _)| self.matters(Key::Placed(*l)) || settled.contains(l));
            if parts.is_empty() {
                continue;
            }
            let there = |(lesson, index): &(LessonIx, usize)| {
                let posts = facts.posts_of(*lesson).iter();
                posts
                    .filter(|post| attends(school, *lesson, post.position, *index))
                    .map(|post| post.ix)
                    .collect::<Vec<_>>()
            };
            let posts: Vec<PostIx> = parts.iter().flat_map(there).collect();
            let free = time_locks.is_empty() && room_locks.is_empty();
            let lessons = |parts: &[(LessonIx, usize)]| -> Vec<LessonIx> {
                parts.iter().map(|(lesson, _)| *lesson).collect()
            };
            // What nobody attends can run twice at once, and then the rooms of one block are not told from another's.
            let several = parts.iter().any(|(l, _)| school.lesson(*l).rooms.len() > 1);
            let attended = |(l, _): &(LessonIx, usize)| !classes_of(school, *l).is_empty();
            let counted = !several || !posts.is_empty() || parts.iter().any(attended);
            let same = self.alike.iter_mut().find(|other| {
                free && counted
                    && other.locks.is_empty()
                    && other.room_locks.is_empty()
                    && other.length == block.length
                    && other.posts == posts
                    && lessons(&other.parts) == lessons(&parts)
            });
            match same {
                Some(same) => same.count += 1,
                None => self.alike.push(Alike {
                    parts,
                    length: block.length,
                    count: 1,
                    posts,
                    locks: time_locks,
                    room_locks,
                    starts: Vec::new(),
                }),
            }
        }
    }

    /// Whether a teacher who must come only when possible cannot in some of these slots, and how many.
    fn unavailable(&self, teacher: TeacherIx, from: usize, length: u8) -> usize {
        if !self.matters(Key::Available(teacher)) {
            return 0;
        }
        let never = self.oracle.problem.facts.school.unavailable(teacher);
        let run = from..from + usize::from(length);
        never.iter().filter(|slot| run.contains(&slot.at())).count()
    }

    /// Where blocks can start.
    fn start(&mut self, component: &Component) {
        let school = self.oracle.problem.facts.school;
        for at in 0..self.alike.len() {
            let alike = &self.alike[at];
            let (length, count) = (alike.length, alike.count);
            let locks = alike.locks.clone();
            let lessons: Vec<LessonIx> = alike.parts.iter().map(|(l, _)| *l).collect();
            let settled: Vec<TeacherIx> = (alike.posts.iter())
                .filter(|p| component.posts.binary_search(p).is_ok())
                .flat_map(|p| self.model.options(*p))
                .filter_map(|(holder, fact)| holder.filter(|_| *fact == Fact::Settled(true)))
                .collect();
            // Two blocks of one lesson share its people, where it has any.
            let apart = !alike.posts.is_empty()
                || lessons.iter().any(|l| !classes_of(school, *l).is_empty());
            let most = if apart { 1 } else { count };
            let mut starts = vec![None; self.slots];
            for (slot, start) in starts.iter_mut().enumerate() {
                let mut cost = 0;
                let mut possible = school.block_fits(SlotIx::from(slot), length);
                for (lock, place) in &locks {
                    if place.at() != slot {
                        possible &= self.soft(Key::Lock(*lock)).is_some();
                        cost += self.soft(Key::Lock(*lock)).unwrap_or(0);
                    }
                }
                for teacher in &settled {
                    let away = self.unavailable(*teacher, slot, length) as i64;
                    if away > 0 {
                        let soft = self.soft(Key::Available(*teacher));
                        possible &= soft.is_some();
                        cost += away * soft.unwrap_or(0);
                    }
                }
                if possible {
                    let var = self.model.programme.integer(0..=most);
                    self.model.programme.add_cost(var, cost);
                    *start = Some(var);
                }
            }
            let mut sum: Vec<(Var, i64)> = starts.iter().flatten().map(|v| (*v, 1)).collect();
            let soft = lessons.iter().find_map(|l| self.soft(Key::Placed(*l)));
            if let Some(weight) = soft {
                let missing = self.model.programme.integer(0..=count);
                self.model.programme.add_cost(missing, weight);
                sum.push((missing, 1));
            }
            self.model.programme.exactly(sum, count);
            self.alike[at].starts = starts;
        }
    }

    /// Who is busy with which block.
    fn teach(&mut self, component: &Component) {
        for at in 0..self.alike.len() {
            for post in self.alike[at].posts.clone() {
                // A post that nobody may hold is in no component.
                if component.posts.binary_search(&post).is_err() {
                    continue;
                }
                let options = self.model.options(post).to_vec();
                let mut shares: Vec<Vec<(Var, i64)>> = vec![Vec::new(); self.slots];
                let mut is_whole = true;
                for (holder, fact) in options {
                    match (holder, fact) {
                        (Some(teacher), Fact::Settled(true)) => {
                            let starts = self.alike[at].starts.clone();
                            self.occupy(at, post, teacher, &starts);
                            is_whole = false;
                        }
                        (Some(teacher), Fact::Open(holds)) => {
                            let own = self.share(at, teacher, holds);
                            for (slot, var) in own.iter().enumerate() {
                                shares[slot].extend(var.map(|var| (var, 1)));
                            }
                            self.occupy(at, post, teacher, &own);
                        }
                        (None, Fact::Open(_)) => is_whole = false,
                        _ => (),
                    }
                }
                let lessons = self.alike[at].parts.iter();
                let is_soft = lessons
                    .map(|(l, _)| Key::Placed(*l))
                    .any(|k| self.soft(k).is_some());
                if is_whole && !is_soft {
                    // Whoever holds the post is there whenever a block runs.
                    for (slot, mut terms) in shares.into_iter().enumerate() {
                        if let Some(start) = self.alike[at].starts[slot] {
                            terms.push((start, -1));
                            self.model.programme.exactly(terms, 0);
                        }
                    }
                }
            }
        }
    }

    /// Variables that say where blocks start that a teacher gives, when they hold the post.
    fn share(&mut self, at: usize, teacher: TeacherIx, holds: Var) -> Vec<Option<Var>> {
        let (length, count) = (self.alike[at].length, self.alike[at].count);
        let starts = self.alike[at].starts.clone();
        let soft = self.soft(Key::Available(teacher));
        let lessons = self.alike[at].parts.iter();
        let is_soft = lessons
            .map(|(l, _)| Key::Placed(*l))
            .any(|k| self.soft(k).is_some());
        let mut own = vec![None; self.slots];
        let mut sum = Vec::new();
        for (slot, start) in starts.iter().enumerate() {
            let Some(start) = start else { continue };
            let away = self.unavailable(teacher, slot, length) as i64;
            if away > 0 && soft.is_none() {
                // Where the teacher cannot come, no block starts that they give.
                self.model.programme.at_most([(*start, 1), (holds, 1)], 1);
                continue;
            }
            let var = self.model.programme.binary();
            self.model.programme.add_cost(var, away * soft.unwrap_or(0));
            self.model.programme.at_most([(var, 1), (*start, -1)], 0);
            if is_soft {
                let both = [(*start, 1), (holds, 1), (var, -1)];
                self.model.programme.at_most(both, 1);
            }
            sum.push((var, 1));
            own[slot] = Some(var);
        }
        if !is_soft {
            sum.push((holds, -count));
            self.model.programme.exactly(sum, 0);
        }
        own
    }

    fn occupy(&mut self, at: usize, post: PostIx, teacher: TeacherIx, starts: &[Option<Var>]) {
        let length = usize::from(self.alike[at].length);
        let (counts, lesson) = {
            let post = self.oracle.problem.facts.post(post);
            (post.counts, post.lesson)
        };
        self.given.push(Given {
            teacher,
            kind: at,
            lesson,
            starts: starts.to_vec(),
        });
        let slots = self.slots;
        for (slot, var) in starts.iter().enumerate() {
            let Some(var) = var else { continue };
            for s in slot..(slot + length).min(slots) {
                let rows = |busy: &mut Busy| {
                    busy.entry(teacher)
                        .or_insert_with(|| vec![Vec::new(); slots])[s]
                        .push((*var, 1));
                };
                rows(&mut self.busy);
                if counts {
                    rows(&mut self.teaching);
                }
            }
        }
    }

    /// Nobody is in two places; who comes on few half-days only.
    fn teachers(&mut self) {
        let school = self.oracle.problem.facts.school;
        let clashes = self.is_hard("X1");
        for (teacher, slots) in std::mem::take(&mut self.busy) {
            let limited = self.matters(Key::HalfDays(teacher));
            let cap = g4_half_days::cap(school, teacher).filter(|_| limited);
            let mut days = Vec::new();
            for half_day in school.half_days() {
                let comes = cap.map(|_| self.model.programme.binary());
                days.extend(comes.map(|var| (var, 1)));
                for slot in half_day {
                    let mut terms = slots[slot.at()].clone();
                    if let Some(comes) = comes {
                        let most = if clashes { 1 } else { terms.len() as i64 };
                        terms.push((comes, -most));
                        self.model.programme.at_most(terms, 0);
                    } else if clashes && terms.len() > 1 {
                        self.model.programme.at_most(terms, 1);
                    }
                }
            }
            if let Some(cap) = cap {
                if let Some(weight) = self.soft(Key::HalfDays(teacher)) {
                    let more = self.model.programme.integer(0..=days.len() as i64);
                    self.model.programme.add_cost(more, weight);
                    days.push((more, -1));
                }
                self.model.programme.at_most(days, cap as i64);
            }
        }
    }

    /// What runs in each slot of these kinds of blocks.
    fn running(&self, kinds: &[usize], slot: usize) -> Vec<(Var, i64)> {
        let from = |at: &usize| {
            let alike = &self.alike[*at];
            let first = (slot + 1).saturating_sub(usize::from(alike.length));
            let starts = alike.starts[first..=slot].iter().flatten();
            starts.map(|var| (*var, 1)).collect::<Vec<_>>()
        };
        kinds.iter().flat_map(from).collect()
    }

    /// No pupils are in two places.
    fn classes(&mut self) {
        if !self.is_hard("X2") {
            return;
        }
        let school = self.oracle.problem.facts.school;
        let as_blocks: Vec<Block> = (self.alike.iter().enumerate())
            .map(|(at, alike)| Block {
                event: EventId(at as u32),
                length: alike.length,
                weeks: school.lesson(alike.parts[0].0).weeks.weeks(),
                parts: alike.parts.clone(),
                rooms: Vec::new(),
            })
            .collect();
        let parts = self.alike.iter().flat_map(|alike| &alike.parts);
        let touched: BTreeSet<ClassIx> = parts.flat_map(|(l, _)| classes_of(school, *l)).collect();
        for class in touched {
            let (events, patterns) = patterns(school, &as_blocks, class);
            let (of_event, count) = cover(&patterns);
            for clique in 0..count {
                let members = events.iter().zip(&of_event);
                let members = members.filter(|(_, cliques)| cliques.contains(&clique));
                let members: Vec<usize> = members.map(|(event, _)| event.index()).collect();
                for slot in 0..self.slots {
                    let terms = self.running(&members, slot);
                    if terms.len() > 1 {
                        self.model.programme.at_most(terms, 1);
                    }
                }
            }
        }
    }
}
