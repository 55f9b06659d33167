//! The rooms of a question.

use std::collections::BTreeMap;

use uurwerk_model::RoomIx;

use super::super::demand::Key;
use super::Part;
use crate::rules::occupancy::suits;
use crate::rules::x7_large_enough;

impl Part<'_, '_, '_> {
    /// Every block has its rooms, and no room is used twice. Rooms that suit the same needs count together: blocks are
    /// intervals, so that as many rooms as run at once are enough.
    pub(super) fn rooms(&mut self) {
        let school = self.oracle.problem.facts.school;
        let all = || (0..school.rooms().len()).map(RoomIx::from);
        let large = self.is_hard("X7");
        // The kind of block, the rooms that suit, and the price of going without.
        let mut asked: Vec<(usize, Vec<RoomIx>, Option<i64>)> = Vec::new();
        for (at, alike) in self.alike.iter().enumerate() {
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
                        asked.push((at, suited, if roomed || locked { None } else { price }));
                    }
                }
            }
        }
        let signature = |room: &RoomIx| -> Vec<bool> {
            asked
                .iter()
                .map(|(_, rooms, _)| rooms.contains(room))
                .collect()
        };
        let mut kinds: BTreeMap<Vec<bool>, i64> = BTreeMap::new();
        for room in all() {
            *kinds.entry(signature(&room)).or_default() += 1;
        }
        let kinds: Vec<(Vec<bool>, i64)> = kinds.into_iter().collect();
        // By kind of room and slot, what takes one.
        let mut taken = vec![vec![Vec::new(); self.slots]; kinds.len()];
        for (number, (at, _, price)) in asked.iter().enumerate() {
            let length = usize::from(self.alike[*at].length);
            for slot in 0..self.slots {
                let Some(start) = self.alike[*at].starts[slot] else {
                    continue;
                };
                let mut shares = vec![(start, -1)];
                for (kind, (suits, _)) in kinds.iter().enumerate() {
                    if suits[number] {
                        let most = self.alike[*at].count;
                        let var = self.model.programme.integer(0..=most);
                        shares.push((var, 1));
                        let end = (slot + length).min(self.slots);
                        for slot in &mut taken[kind][slot..end] {
                            slot.push((var, 1));
                        }
                    }
                }
                if let Some(weight) = price {
                    let without = self.model.programme.integer(0..=self.alike[*at].count);
                    self.model.programme.add_cost(without, *weight);
                    shares.push((without, 1));
                }
                self.model.programme.exactly(shares, 0);
            }
        }
        if self.is_hard("X3") {
            for (kind, (_, rooms)) in kinds.iter().enumerate() {
                for terms in std::mem::take(&mut taken[kind]) {
                    self.model.programme.at_most(terms, *rooms);
                }
            }
        }
    }
}
