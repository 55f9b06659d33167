//! What a FET file speaks of, before its constraints: the week, the people, the rooms, the activities.

use std::collections::BTreeMap;

use super::names::Names;

/// The things of a file. Lists are in the order of the file; numbers are places in them.
#[derive(Clone, Debug)]
pub(super) struct Data {
    pub days: Names,
    pub hours: Names,
    pub subjects: Names,
    pub tags: Names,
    pub teachers: Names,
    pub buildings: Names,
    pub rooms: Names,
    /// What is known of each room.
    pub room: Vec<Room>,
    pub students: Students,
    pub activities: Vec<Activity>,
    /// Where an activity with a number stands.
    pub places: BTreeMap<u32, usize>,
}

/// Years, groups and subgroups, which share their names; a name that stands in several places is one set.
#[derive(Clone, Debug)]
pub(super) struct Students {
    pub sets: Names,
    /// The leaves of each set, rising: those that no set is part of.
    pub leaves: Vec<Vec<u32>>,
    /// Number of students of each set, as the file says.
    pub sizes: Vec<u32>,
}

/// A room.
#[derive(Clone, Debug)]
pub(super) struct Room {
    pub building: Option<u32>,
    pub capacity: u32,
    /// Of a virtual room the sets of real rooms, one of each of which it needs; empty for a real one.
    pub real: Vec<Vec<u32>>,
}

/// An activity: what is to be given a time, in one piece.
#[derive(Clone, Debug)]
pub(super) struct Activity {
    /// Its number in the file.
    pub id: u32,
    /// Number of the first of the pieces of one split lesson, or 0.
    pub group: u32,
    pub teachers: Vec<u32>,
    pub sets: Vec<u32>,
    /// Leaves of the sets, rising.
    pub leaves: Vec<u32>,
    pub subject: u32,
    pub tags: Vec<u32>,
    pub duration: u16,
    /// Number of students: its own, or the sum over its sets.
    pub size: u64,
    pub active: bool,
}

impl Data {
    /// Number of times in the week: a time is day times hours a day plus hour.
    pub fn times(&self) -> usize {
        self.days.len() * self.hours.len()
    }
}

/// Whether two rising lists have something in common.
pub(super) fn meet(one: &[u32], other: &[u32]) -> bool {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    while let (Some(a), Some(b)) = (one.peek(), other.peek()) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => one.next(),
            std::cmp::Ordering::Greater => other.next(),
            std::cmp::Ordering::Equal => return true,
        };
    }
    false
}
