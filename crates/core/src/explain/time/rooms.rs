//! The rooms of a question.

use std::collections::BTreeMap;

use uurwerk_mip::Var;
use uurwerk_model::{LessonIx, RoomIx};

use super::super::demand::Key;
use super::Part;
use crate::rules::g5_preferred::in_order;
use crate::rules::g8_order::better;
use crate::rules::g9_near::are_apart;
use crate::rules::occupancy::suits;
use crate::rules::x7_large_enough;

/// Which kinds of rooms there are, and what runs where.
pub(super) struct Rooms {
    /// The rooms of each kind, at least one.
    pub kinds: Vec<Vec<RoomIx>>,
    /// One entry for each need of a kind of blocks.
    pub shares: Vec<Share>,
}

/// The rooms of one need of a lesson.
pub(super) struct Share {
    /// Which of the kinds of blocks.
    pub kind: usize,
    pub lesson: LessonIx,
    pub need: usize,
    /// By slot, how many blocks start in a room of a kind.
    pub places: Vec<Vec<(usize, Var)>>,
}

/// A need that is asked to be met.
struct Asked {
    kind: usize,
    lesson: LessonIx,
    need: usize,
    rooms: Vec<RoomIx>,
    /// The price of going without, where that is possible.
    price: Option<i64>,
}

impl Part<'_, '_, '_> {
    /// Every block has its rooms, and no room is used twice. Rooms that suit the same needs count together: blocks are
    /// intervals, so that as many rooms as run at once are enough.
    pub(super) fn rooms(&mut self) -> Rooms {
        let school = self.oracle.problem.facts.school;
        let asked = self.needs();
        let mut kinds: BTreeMap<(Vec<bool>, usize), Vec<RoomIx>> = BTreeMap::new();
        for room in (0..school.rooms().len()).map(RoomIx::from) {
            let suits = asked.iter().map(|need| need.rooms.contains(&room));
            let kind = (suits.collect(), self.told_apart(room));
            kinds.entry(kind).or_default().push(room);
        }
        let (kinds, rooms): (Vec<_>, Vec<_>) = kinds.into_iter().unzip();
        // By kind of room and slot, what takes one.
        let mut taken = vec![vec![Vec::new(); self.slots]; kinds.len()];
        let mut shares = Vec::new();
        for (number, need) in asked.into_iter().enumerate() {
            let suiting = (0..kinds.len()).filter(|kind| kinds[*kind].0[number]);
            let suiting: Vec<usize> = suiting.collect();
            let places = self.places(&need, &suiting, &rooms, &mut taken);
            shares.push(Share {
                kind: need.kind,
                lesson: need.lesson,
                need: need.need,
                places,
            });
        }
        if self.is_hard("X3") {
            for (taken, rooms) in taken.into_iter().zip(&rooms) {
                for terms in taken {
                    self.model.programme.at_most(terms, rooms.len() as i64);
                }
            }
        }
        Rooms {
            kinds: rooms,
            shares,
        }
    }

    /// By slot, how many blocks start there in a room of each kind that suits a need; each takes its room while it runs.
    fn places(
        &mut self,
        need: &Asked,
        suiting: &[usize],
        rooms: &[Vec<RoomIx>],
        taken: &mut [Vec<Vec<(Var, i64)>>],
    ) -> Vec<Vec<(usize, Var)>> {
        let school = self.oracle.problem.facts.school;
        let wanted = &school.lesson(need.lesson).rooms[need.need];
        let order = in_order(school, need.lesson, wanted);
        let liked = self.soft(Key::BestRoom(need.lesson)).unwrap_or(0);
        let alike = &self.alike[need.kind];
        let (length, count) = (usize::from(alike.length), alike.count);
        let programme = &mut self.model.programme;
        let mut places = vec![Vec::new(); self.slots];
        for (slot, start) in alike.starts.iter().enumerate() {
            let Some(start) = start else { continue };
            let mut sum = vec![(*start, -1)];
            for kind in suiting {
                let var = programme.integer(0..=count);
                programme.add_cost(var, liked * better(&order, rooms[*kind][0]));
                sum.push((var, 1));
                places[slot].push((*kind, var));
                let run = &mut taken[*kind][slot..(slot + length).min(self.slots)];
                run.iter_mut().for_each(|taken| taken.push((var, 1)));
            }
            if let Some(price) = need.price {
                let without = programme.integer(0..=count);
                programme.add_cost(without, price);
                sum.push((without, 1));
            }
            programme.exactly(sum, 0);
        }
        places
    }

    /// The needs of the blocks as far as something is asked of them.
    fn needs(&self) -> Vec<Asked> {
        let school = self.oracle.problem.facts.school;
        let mut asked = Vec::new();
        for (kind, alike) in self.alike.iter().enumerate() {
            for lesson in alike.lessons() {
                let needs = 0..school.lesson(lesson).rooms.len();
                asked.extend(needs.filter_map(|need| self.need(kind, lesson, need)));
            }
        }
        asked
    }

    /// A need of blocks of a kind, if anything is asked of it.
    fn need(&self, kind: usize, lesson: LessonIx, index: usize) -> Option<Asked> {
        let school = self.oracle.problem.facts.school;
        let need = &school.lesson(lesson).rooms[index];
        let roomed = self.asked(Key::Roomed(lesson));
        let mut price = self.soft(Key::Roomed(lesson));
        let mut rooms: Vec<RoomIx> = (0..school.rooms().len()).map(RoomIx::from).collect();
        if roomed || price.is_some() {
            let (large, pupils) = (self.is_hard("X7"), x7_large_enough::pupils(school, lesson));
            let holds = |room| !large || x7_large_enough::holds(school, room, pupils);
            rooms.retain(|room| suits(school, need, *room) && holds(*room));
        }
        if self.asked(Key::BestRoom(lesson)) {
            let order = in_order(school, lesson, need);
            rooms.retain(|room| better(&order, *room) == 0);
        }
        let mut locked = false;
        let locks = self.alike[kind].room_locks.iter();
        for (lock, .., room) in locks.filter(|(_, l, n, _)| (*l, *n) == (lesson, index)) {
            let soft = self.soft(Key::Lock(*lock));
            if soft.is_none() {
                rooms.retain(|r| r == room);
                locked = true;
            }
            price = price.or(soft);
        }
        (roomed || locked || price.is_some()).then(|| Asked {
            kind,
            lesson,
            need: index,
            rooms,
            price: price.filter(|_| !roomed && !locked),
        })
    }

    /// What rooms must have in common to count together, besides what they suit: all, a building and a site, or nothing.
    fn told_apart(&self, room: RoomIx) -> usize {
        let rooms = self.oracle.problem.facts.school.rooms();
        let soft = self.lenient.map(|l| l.key);
        let mut keys = self.keys.iter().copied().chain(soft);
        let each =
            |key: Key| matches!(key, Key::Changes(_)) || matches!(soft, Some(Key::BestRoom(_)));
        if keys.clone().any(each) {
            return room.at();
        }
        if !keys.any(|key| matches!(key, Key::Ways(_) | Key::Near(_))) {
            return 0;
        }
        let place = |at: usize| (&rooms[at].building, &rooms[at].site);
        let first = (0..room.at()).find(|at| place(*at) == place(room.at()));
        first.unwrap_or(room.at())
    }

    /// The rooms of one block are near each other.
    pub(super) fn near(&mut self, rooms: &Rooms) {
        let (school, slots) = (self.oracle.problem.facts.school, self.slots);
        let own = |kind: usize| school.room(rooms.kinds[kind][0]);
        for (at, one) in rooms.shares.iter().enumerate() {
            let key = Key::Near(one.lesson);
            if !self.matters(key) {
                continue;
            }
            let same = |other: &&Share| (other.kind, other.lesson) == (one.kind, one.lesson);
            let others = rooms.shares[at + 1..].iter().filter(same);
            for (other, slot) in others.flat_map(|other| (0..slots).map(move |s| (other, s))) {
                let mut broken = None;
                for (kind, var) in &one.places[slot] {
                    let far = other.places[slot].iter();
                    let far = far.filter(|(to, _)| are_apart(own(*kind), own(*to)));
                    let mut row: Vec<(Var, i64)> = far.map(|(_, var)| (*var, 1)).collect();
                    if !row.is_empty() {
                        row.push((*var, 1));
                        self.at_most_one(row, self.soft(key), &mut broken);
                    }
                }
            }
        }
    }
}
