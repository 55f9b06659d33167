//! Guided ejection search: an event that finds no free place pushes out the cheapest ones, and events
//! that were hard to place grow dear (the idea of Nagata and Bräysy 2009, "A powerful route
//! minimization heuristic for the vehicle routing problem with time windows").

use std::collections::BTreeMap;

use uurwerk_model::{PartId, PartitionId};

use super::super::dice::Dice;
use super::super::grid::{self, DAYS, SLOTS};
use super::Demands;
use super::events::Event;

/// Steps a run for each event.
const STEPS: usize = 60;

/// What a start costs: the events pushed out, the crowd of the day, chance.
type Price = (u64, usize, usize);

/// The state of the search: which events hold which people, classes and rooms in each slot.
pub(super) struct Search<'a> {
    events: &'a [Event],
    capacity: Vec<usize>,
    pub(super) at: Vec<Option<usize>>,
    pub(super) person: Vec<[Option<usize>; SLOTS]>,
    class: Vec<Vec<Vec<usize>>>,
    room: Vec<Vec<Vec<usize>>>,
    /// Events of a lesson on each day.
    days: BTreeMap<usize, [usize; DAYS]>,
    price: Vec<u64>,
}

impl<'a> Search<'a> {
    pub(super) fn new(events: &'a [Event], demands: &Demands<'_>, people: usize) -> Self {
        Self {
            events,
            capacity: demands.rooms.values().copied().collect(),
            at: vec![None; events.len()],
            person: vec![[None; SLOTS]; people],
            class: vec![vec![Vec::new(); SLOTS]; demands.classes.len()],
            room: vec![vec![Vec::new(); SLOTS]; demands.rooms.len()],
            days: BTreeMap::new(),
            price: vec![1; events.len()],
        }
    }

    /// Places everything it can; returns what is left when the steps run out.
    pub(super) fn run(&mut self, dice: &mut Dice) -> Vec<usize> {
        let mut waiting: Vec<usize> = (0..self.events.len()).collect();
        waiting.sort_by_key(|e| {
            let event = &self.events[*e];
            (event.people.len() * event.length + event.length, *e)
        });
        for _ in 0..self.events.len() * STEPS {
            let Some(event) = waiting.pop() else {
                break;
            };
            let Some((start, pushed)) = self.cheapest(event, dice) else {
                return vec![event];
            };
            if !pushed.is_empty() {
                self.price[event] += 1;
            }
            for other in &pushed {
                self.remove(*other);
            }
            self.place(event, start);
            waiting.extend(pushed);
        }
        waiting
    }

    /// The start that pushes out the cheapest events, among equals the best spread over the days;
    /// `None` when the event has no start at all.
    fn cheapest(&self, event: usize, dice: &mut Dice) -> Option<(usize, Vec<usize>)> {
        let e = &self.events[event];
        let own_days = self.days.get(&e.lesson);
        let mut best: Option<(Price, usize, Vec<usize>)> = None;
        for start in &e.starts {
            let pushed = self.in_the_way(event, *start);
            let price: u64 = pushed.iter().map(|p| self.price[*p]).sum();
            let crowd = own_days.map_or(0, |days| days[grid::place(*start).0]);
            let crowd = if e.lesson == usize::MAX { 0 } else { crowd };
            let key = (price, crowd, dice.below(1000));
            if best.as_ref().is_none_or(|(least, _, _)| key < *least) {
                best = Some((key, *start, pushed));
            }
        }
        best.map(|(_, start, pushed)| (start, pushed))
    }

    fn in_the_way(&self, event: usize, start: usize) -> Vec<usize> {
        let e = &self.events[event];
        let mut pushed = Vec::new();
        for slot in start..start + e.length {
            pushed.extend(e.people.iter().filter_map(|p| self.person[*p][slot]));
            for (class, part) in &e.touches {
                let there = &self.class[*class][slot];
                let clashing = there.iter().filter(|o| self.clash(**o, *class, part));
                pushed.extend(clashing);
            }
        }
        pushed.sort_unstable();
        pushed.dedup();
        for slot in start..start + e.length {
            for (kind, need) in &e.rooms {
                self.make_room(*kind, slot, *need, &mut pushed);
            }
        }
        pushed
    }

    /// Whether an event that is there takes more of the class than another part of the same division.
    fn clash(&self, other: usize, class: usize, part: &Option<(PartitionId, PartId)>) -> bool {
        let theirs = self.events[other].touches.iter();
        theirs
            .filter(|(c, _)| *c == class)
            .any(|(_, their)| match (part, their) {
                (Some(mine), Some(their)) => mine.0 != their.0 || mine.1 == their.1,
                _ => true,
            })
    }

    /// Adds the cheapest events to those pushed out until enough rooms of a kind are free.
    fn make_room(&self, kind: usize, slot: usize, need: usize, pushed: &mut Vec<usize>) {
        let takes = |e: usize| {
            let rooms = self.events[e].rooms.iter();
            rooms
                .filter(|(k, _)| *k == kind)
                .map(|(_, n)| n)
                .sum::<usize>()
        };
        let mut staying: Vec<usize> = self.room[kind][slot]
            .iter()
            .filter(|e| !pushed.contains(e))
            .copied()
            .collect();
        staying.sort_by_key(|e| (std::cmp::Reverse(self.price[*e]), *e));
        let mut used: usize = staying.iter().map(|e| takes(*e)).sum();
        while used + need > self.capacity[kind] {
            let Some(cheapest) = staying.pop() else { break };
            used -= takes(cheapest);
            pushed.push(cheapest);
        }
    }

    fn place(&mut self, event: usize, start: usize) {
        let e = &self.events[event];
        self.at[event] = Some(start);
        self.days.entry(e.lesson).or_default()[grid::place(start).0] += 1;
        for slot in start..start + e.length {
            for person in &e.people {
                self.person[*person][slot] = Some(event);
            }
            for (class, _) in &e.touches {
                let there = &mut self.class[*class][slot];
                if !there.contains(&event) {
                    there.push(event);
                }
            }
            for (kind, _) in &e.rooms {
                self.room[*kind][slot].push(event);
            }
        }
    }

    fn remove(&mut self, event: usize) {
        let e = &self.events[event];
        let Some(start) = self.at[event].take() else {
            return;
        };
        self.days.entry(e.lesson).or_default()[grid::place(start).0] -= 1;
        for slot in start..start + e.length {
            for person in &e.people {
                self.person[*person][slot] = None;
            }
            for (class, _) in &e.touches {
                self.class[*class][slot].retain(|o| *o != event);
            }
            for (kind, _) in &e.rooms {
                self.room[*kind][slot].retain(|o| *o != event);
            }
        }
    }
}
