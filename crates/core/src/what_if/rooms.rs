//! Rooms for what moved: first for that alone, then also for what stands beside it.

use std::collections::BTreeMap;

use uurwerk_mip as mip;
use uurwerk_model::{RoomIx, SlotIx};

use super::scene::Scene;
use crate::rules::g5_preferred::liked;
use crate::rules::x7_large_enough;

/// What another room for a block costs that stays where it is, and what a room costs that is too small or not liked.
const CHANGED: i64 = 8;
const SMALL: i64 = 2;
const NOT_LIKED: i64 = 1;

/// `rooms[event][need]`.
pub(super) type Rooms = Vec<Vec<Option<RoomIx>>>;

/// Rooms for all events at these starts, the base plan's wherever an event stays; or the events for which there are none.
pub(super) fn place(
    scene: &Scene,
    starts: &[Option<SlotIx>],
    limits: &mip::Limits,
    control: &mip::Control,
) -> Result<Rooms, Vec<usize>> {
    let mut rooms: Rooms = Vec::new();
    let mut open = Vec::new();
    for (at, event) in scene.events.iter().enumerate() {
        let stays = event.start.is_some() && event.start == starts[at];
        let mut own = Vec::new();
        for (need, (demand, set)) in event.needs.iter().enumerate() {
            let base = scene.base.rooms[demand.lesson.at()][demand.block][demand.need];
            let suits = base.is_some_and(|room| scene.suitable[*set].contains(&room));
            let kept = base.filter(|_| stays && (suits || scene.holds.events[at]));
            if kept.is_none() && starts[at].is_some() {
                open.push((at, need));
            }
            own.push(kept);
        }
        rooms.push(own);
    }
    if open.is_empty() || fill(scene, starts, &mut rooms, &open, limits, control) {
        return Ok(rooms);
    }
    let mut taken = vec![false; scene.school.slots().len()];
    for (at, _) in &open {
        if let Some(start) = starts[*at] {
            scene.events[*at]
                .slots(start)
                .for_each(|slot| taken[slot] = true);
        }
    }
    let mut wide = open.clone();
    for (at, event) in scene.events.iter().enumerate() {
        let Some(start) = starts[at] else { continue };
        if !scene.holds.events[at] && event.slots(start).any(|slot| taken[slot]) {
            let needs = (0..event.needs.len()).map(|need| (at, need));
            wide.extend(needs.filter(|need| !open.contains(need)));
        }
    }
    if fill(scene, starts, &mut rooms, &wide, limits, control) {
        return Ok(rooms);
    }
    let mut stuck: Vec<usize> = open.into_iter().map(|(at, _)| at).collect();
    stuck.dedup();
    Err(stuck)
}

/// Rooms for the open needs beside those that are given; `false` when there are none.
fn fill(
    scene: &Scene,
    starts: &[Option<SlotIx>],
    rooms: &mut Rooms,
    open: &[(usize, usize)],
    limits: &mip::Limits,
    control: &mip::Control,
) -> bool {
    let mut used: BTreeMap<(RoomIx, usize), bool> = BTreeMap::new();
    for (at, own) in rooms.iter().enumerate() {
        let Some(start) = starts[at] else { continue };
        for (need, room) in own.iter().enumerate() {
            let Some(room) = room.filter(|_| !open.contains(&(at, need))) else {
                continue;
            };
            for slot in scene.events[at].slots(start) {
                used.insert((room, slot), true);
            }
        }
    }
    let mut model = mip::Model::new();
    let mut rows: BTreeMap<(RoomIx, usize), Vec<(mip::Var, i64)>> = BTreeMap::new();
    let mut choices = Vec::new();
    for (at, need) in open {
        let Some(start) = starts[*at] else { continue };
        let event = &scene.events[*at];
        let (demand, set) = &event.needs[*need];
        let wanted = &scene.school.lesson(demand.lesson).rooms[demand.need];
        let liked = liked(scene.school, demand.lesson, wanted);
        let pupils = x7_large_enough::pupils(scene.school, demand.lesson);
        let base = scene.base.rooms[demand.lesson.at()][demand.block][demand.need];
        let stays = event.start == Some(start);
        let free = |room: &RoomIx| {
            event
                .slots(start)
                .all(|slot| !used.contains_key(&(*room, slot)))
        };
        let mut own = Vec::new();
        for room in scene.suitable[*set].iter().copied().filter(free) {
            let var = model.binary();
            let mut cost = 0;
            cost += if stays && base != Some(room) {
                CHANGED
            } else {
                0
            };
            cost += if x7_large_enough::holds(scene.school, room, pupils) {
                0
            } else {
                SMALL
            };
            cost += i64::from(liked.as_ref().is_some_and(|l| !l.contains(&room))) * NOT_LIKED;
            model.add_cost(var, cost);
            for slot in event.slots(start) {
                rows.entry((room, slot)).or_default().push((var, 1));
            }
            own.push((room, var));
        }
        model.exactly(own.iter().map(|(_, var)| (*var, 1)), 1);
        choices.push((*at, *need, own));
    }
    for terms in rows.into_values().filter(|terms| terms.len() > 1) {
        model.at_most(terms, 1);
    }
    let Ok(solved) = model.solve(limits, control) else {
        return false; // A failure of the solver finds no rooms.
    };
    let Some(solution) = solved.solution else {
        return false;
    };
    for (at, need, own) in choices {
        let chosen = own.iter().find(|(_, var)| solution.value(*var) == 1);
        rooms[at][need] = chosen.map(|(room, _)| *room);
    }
    true
}
