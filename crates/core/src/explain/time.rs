//! The time part of a question: starts of blocks, who is busy when, rooms, meetings, half-days.
//!
//! Blocks that are alike count together (`alike`), so that their order costs the solver nothing. Who teaches
//! is decided in the same programme: a teacher who may hold a post is busy with its blocks if they do.

mod alike;
mod meetings;
mod rooms;
mod ways;
mod workplaces;

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_engine::EventId;
use uurwerk_mip::Var;
use uurwerk_model::{ClassIx, LessonIx, SlotIx, TeacherIx};

use self::alike::Alike;
use super::demand::{Key, is_hard};
use super::oracle::{Lenient, Oracle};
use crate::allocate::{Component, Fact, Model, PostIx};
use crate::rules::g4_half_days;
use crate::rules::occupancy::classes_of;
use crate::schedule::{Block, cover, patterns};

/// Things that keep a teacher busy, slot by slot.
type Busy = BTreeMap<TeacherIx, Vec<Vec<(Var, i64)>>>;

/// What keeps a teacher busy in a week of so many slots, to be added to.
fn keep_busy(busy: &mut Busy, teacher: TeacherIx, slots: usize) -> &mut [Vec<(Var, i64)>] {
    let rows = busy.entry(teacher);
    rows.or_insert_with(|| vec![Vec::new(); slots])
}

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

    /// What it costs that a teacher is there from a slot on; `None` where they must be able to come and cannot.
    fn absence(&self, teacher: TeacherIx, from: usize, length: u8) -> Option<i64> {
        let key = Key::Available(teacher);
        if !self.matters(key) {
            return Some(0);
        }
        let never = self.oracle.problem.facts.school.unavailable(teacher);
        let run = from..from + usize::from(length);
        match never.iter().filter(|slot| run.contains(&slot.at())).count() {
            0 => Some(0),
            away => self.soft(key).map(|price| price * away as i64),
        }
    }

    /// What it costs that blocks start at a slot, which these teachers give; `None` where they cannot.
    fn start_cost(&self, alike: &Alike, settled: &[TeacherIx], slot: usize) -> Option<i64> {
        let school = self.oracle.problem.facts.school;
        let elsewhere = alike.locks.iter().filter(|(_, place)| place.at() != slot);
        let moved = elsewhere.map(|(lock, _)| self.soft(Key::Lock(*lock)));
        let away = settled.iter().map(|t| self.absence(*t, slot, alike.length));
        let cost: i64 = moved.chain(away).sum::<Option<i64>>()?;
        let fits = school.block_fits(SlotIx::from(slot), alike.length);
        fits.then_some(cost)
    }

    /// The price of leaving blocks without a place, where that is possible.
    fn price_of_place(&self, at: usize) -> Option<i64> {
        let mut lessons = self.alike[at].lessons();
        lessons.find_map(|l| self.soft(Key::Placed(l)))
    }

    /// Where blocks can start.
    fn start(&mut self, component: &Component) {
        let school = self.oracle.problem.facts.school;
        for at in 0..self.alike.len() {
            let alike = &self.alike[at];
            let posts = alike.posts.iter();
            let own = posts.filter(|post| component.posts.binary_search(post).is_ok());
            let settled: Vec<TeacherIx> = (own.flat_map(|post| self.model.options(*post)))
                .filter_map(|(holder, fact)| holder.filter(|_| *fact == Fact::Settled(true)))
                .collect();
            let count = alike.count;
            let most = if alike.is_attended(school) { 1 } else { count };
            let costs = (0..self.slots).map(|slot| self.start_cost(alike, &settled, slot));
            let costs: Vec<Option<i64>> = costs.collect();
            let missing = self.price_of_place(at);
            let programme = &mut self.model.programme;
            let mut number = |most, cost| {
                let var = programme.integer(0..=most);
                programme.add_cost(var, cost);
                var
            };
            let starts = costs.into_iter().map(|cost| Some(number(most, cost?)));
            let starts: Vec<Option<Var>> = starts.collect();
            let missing = missing.map(|price| number(count, price));
            let sum = starts.iter().flatten().chain(&missing).map(|var| (*var, 1));
            programme.exactly(sum.collect::<Vec<_>>(), count);
            self.alike[at].starts = starts;
        }
    }

    /// Who is busy with which block.
    fn teach(&mut self, component: &Component) {
        for at in 0..self.alike.len() {
            for post in self.alike[at].posts.clone() {
                // A post that nobody may hold is in no component.
                if component.posts.binary_search(&post).is_ok() {
                    self.hold(at, post);
                }
            }
        }
    }

    /// Who is busy with blocks through one of their posts.
    fn hold(&mut self, at: usize, post: PostIx) {
        let mut shares: Vec<Vec<(Var, i64)>> = vec![Vec::new(); self.slots];
        let mut is_whole = self.price_of_place(at).is_none();
        for (holder, fact) in self.model.options(post).to_vec() {
            match (holder, fact) {
                (Some(teacher), Fact::Settled(true)) => {
                    let starts = self.alike[at].starts.clone();
                    self.occupy(at, post, teacher, starts);
                    is_whole = false;
                }
                (Some(teacher), Fact::Open(holds)) => {
                    let own = self.share(at, teacher, holds);
                    for (shares, var) in shares.iter_mut().zip(&own) {
                        shares.extend(var.map(|var| (var, 1)));
                    }
                    self.occupy(at, post, teacher, own);
                }
                (None, Fact::Open(_)) => is_whole = false,
                _ => (),
            }
        }
        // Whoever holds the post is there whenever a block runs.
        let starts = self.alike[at].starts.iter().filter(|_| is_whole);
        for (start, mut terms) in starts.zip(shares) {
            if let Some(start) = start {
                terms.push((*start, -1));
                self.model.programme.exactly(terms, 0);
            }
        }
    }

    /// Variables that say where blocks start that a teacher gives, when they hold the post.
    fn share(&mut self, at: usize, teacher: TeacherIx, holds: Var) -> Vec<Option<Var>> {
        let (length, count) = (self.alike[at].length, self.alike[at].count);
        let is_soft = self.price_of_place(at).is_some();
        let mut own = vec![None; self.slots];
        for (slot, start) in self.alike[at].starts.clone().into_iter().enumerate() {
            let Some(start) = start else { continue };
            let cost = self.absence(teacher, slot, length);
            let programme = &mut self.model.programme;
            let Some(cost) = cost else {
                // Where the teacher cannot come, no block starts that they give.
                programme.at_most([(start, 1), (holds, 1)], 1);
                continue;
            };
            let var = programme.binary();
            programme.add_cost(var, cost);
            programme.at_most([(var, 1), (start, -1)], 0);
            if is_soft {
                programme.at_most([(start, 1), (holds, 1), (var, -1)], 1);
            }
            own[slot] = Some(var);
        }
        if !is_soft {
            let given = own.iter().flatten().map(|var| (*var, 1));
            let sum = given.chain([(holds, -count)]).collect::<Vec<_>>();
            self.model.programme.exactly(sum, 0);
        }
        own
    }

    fn occupy(&mut self, at: usize, post: PostIx, teacher: TeacherIx, starts: Vec<Option<Var>>) {
        let post = self.oracle.problem.facts.post(post);
        let (slots, length) = (self.slots, usize::from(self.alike[at].length));
        for (slot, var) in starts.iter().enumerate() {
            let Some(var) = var else { continue };
            for slot in slot..(slot + length).min(slots) {
                keep_busy(&mut self.busy, teacher, slots)[slot].push((*var, 1));
                if post.counts {
                    keep_busy(&mut self.teaching, teacher, slots)[slot].push((*var, 1));
                }
            }
        }
        self.given.push(Given {
            teacher,
            kind: at,
            lesson: post.lesson,
            starts,
        });
    }

    /// Nobody is in two places; who comes on few half-days only.
    fn teachers(&mut self) {
        let school = self.oracle.problem.facts.school;
        let clashes = self.is_hard("X1");
        for (teacher, slots) in std::mem::take(&mut self.busy) {
            let limited = self.matters(Key::HalfDays(teacher));
            match g4_half_days::cap(school, teacher).filter(|_| limited) {
                Some(cap) => self.half_days(teacher, slots, cap as i64),
                None => {
                    for terms in slots.into_iter().filter(|t| clashes && t.len() > 1) {
                        self.model.programme.at_most(terms, 1);
                    }
                }
            }
        }
    }

    /// Somebody comes on at most so many half-days, and on those does one thing at a time.
    fn half_days(&mut self, teacher: TeacherIx, mut slots: Vec<Vec<(Var, i64)>>, cap: i64) {
        let school = self.oracle.problem.facts.school;
        let (clashes, price) = (self.is_hard("X1"), self.soft(Key::HalfDays(teacher)));
        let programme = &mut self.model.programme;
        let mut days = Vec::new();
        for half_day in school.half_days() {
            let comes = programme.binary();
            days.push((comes, 1));
            for slot in half_day {
                let mut terms = std::mem::take(&mut slots[slot.at()]);
                let most = if clashes { 1 } else { terms.len() as i64 };
                terms.push((comes, -most));
                programme.at_most(terms, 0);
            }
        }
        if let Some(price) = price {
            let more = programme.integer(0..=days.len() as i64);
            programme.add_cost(more, price);
            days.push((more, -1));
        }
        programme.at_most(days, cap);
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
                self.take_turns(&members);
            }
        }
    }

    /// Of these kinds of blocks one runs at a time.
    fn take_turns(&mut self, kinds: &[usize]) {
        for slot in 0..self.slots {
            let terms = self.running(kinds, slot);
            if terms.len() > 1 {
                self.model.programme.at_most(terms, 1);
            }
        }
    }
}
