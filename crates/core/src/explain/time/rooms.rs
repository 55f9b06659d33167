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
            let (length, count) = {
                let alike = &self.alike[need.kind];
                (usize::from(alike.length), alike.count)
            };
            let order = in_order(
                school,
                need.lesson,
                &school.lesson(need.lesson).rooms[need.need],
            );
            let liked = self.soft(Key::BestRoom(need.lesson)).unwrap_or(0);
            let mut places = vec![Vec::new(); self.slots];
            for slot in 0..self.slots {
                let Some(start) = self.alike[need.kind].starts[slot] else {
                    continue;
                };
                let mut sum = vec![(start, -1)];
                for (kind, (suits, _)) in kinds.iter().enumerate() {
                    if suits[number] {
                        let var = self.model.programme.integer(0..=count);
                        let worse = better(&order, rooms[kind][0]);
                        self.model.programme.add_cost(var, liked * worse);
                        sum.push((var, 1));
                        places[slot].push((kind, var));
                        let end = (slot + length).min(self.slots);
                        for slot in &mut taken[kind][slot..end] {
                            slot.push((var, 1));
                        }
                    }
                }
                if let Some(weight) = need.price {
                    let without = self.model.programme.integer(0..=count);
                    self.model.programme.add_cost(without, weight);
                    sum.push((without, 1));
                }
                self.model.programme.exactly(sum, 0);
            }
            let Asked {
                kind, lesson, need, ..
            } = need;
            shares.push(Share {
                kind,
                lesson,
                need,
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

    /// The needs of the blocks as far as something is asked of them.
    fn needs(&self) -> Vec<Asked> {
        let school = self.oracle.problem.facts.school;
        let all = || (0..school.rooms().len()).map(RoomIx::from);
        let large = self.is_hard("X7");
        let mut asked = Vec::new();
        for (kind, alike) in self.alike.iter().enumerate() {
            for (lesson, _) in &alike.parts {
                for (index, need) in school.lesson(*lesson).rooms.iter().enumerate() {
                    let roomed = self.asked(Key::Roomed(*lesson));
                    let mut price = self.soft(Key::Roomed(*lesson));
                    let pupils = x7_large_enough::pupils(school, *lesson);
                    let mut suited: Vec<RoomIx> = all().collect();
                    if roomed || price.is_some() {
                        suited.retain(|r| {
                            suits(school, need, *r)
                                && (!large || x7_large_enough::holds(school, *r, pupils))
                        });
                    }
                    if self.asked(Key::BestRoom(*lesson)) {
                        let order = in_order(school, *lesson, need);
                        suited.retain(|r| better(&order, *r) == 0);
                    }
                    let mut locked = false;
                    for (lock, of, which, room) in &alike.room_locks {
                        if (of, which) == (lesson, &index) {
                            let soft = self.soft(Key::Lock(*lock));
                            if soft.is_some() {
                                price = price.or(soft);
                            } else {
                                suited.retain(|r| r == room);
                                locked = true;
                            }
                        }
                    }
                    if roomed || locked || price.is_some() {
                        asked.push(Asked {
                            kind,
                            lesson: *lesson,
                            need: index,
                            rooms: suited,
                            price: price.filter(|_| !roomed && !locked),
                        });
                    }
                }
            }
        }
        asked
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
