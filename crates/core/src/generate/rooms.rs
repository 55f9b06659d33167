//! The rooms: as many of each kind as the lessons need with time to spare, classes with a room of
//! their own.

use std::collections::BTreeMap;

use uurwerk_model::{Class, Lesson, Room, RoomKind};

use super::classes::LARGEST_CLASS;
use super::grid::SLOTS;

/// Of the week's periods a room is needed for at most so many in a hundred on average.
const MOST_USE: usize = 72;
/// Rooms where whole half-days are taken at once need more air.
const MOST_USE_WORKSHOP: usize = 64;

/// Building, name for people and capacity of a kind of room.
fn description(kind: &str) -> (&'static str, &'static str, usize) {
    match kind {
        "classroom" => ("A", "lokaal", LARGEST_CLASS),
        "lab" => ("B", "labo", LARGEST_CLASS),
        "ict" => ("B", "computerlokaal", LARGEST_CLASS),
        "music" => ("C", "muzieklokaal", LARGEST_CLASS),
        "art" => ("C", "atelier", LARGEST_CLASS),
        "gym" => ("S", "sportzaal", 2 * LARGEST_CLASS),
        "workshop-technology" => ("T", "technieklokaal", LARGEST_CLASS),
        "workshop-metal" => ("W", "werkplaats mechanica", 16),
        "workshop-electricity" => ("W", "werkplaats elektriciteit", 16),
        "workshop-wood" => ("W", "werkplaats hout", 16),
        "salon" => ("K", "kapsalon", 16),
        "kitchen" => ("K", "keuken", 16),
        "care" => ("K", "zorglokaal", 16),
        _ => ("X", "lokaal", LARGEST_CLASS),
    }
}

/// All rooms, kind by kind; a few small classrooms come on top of what the lessons need.
pub(super) fn rooms(lessons: &[Lesson]) -> Vec<Room> {
    let mut numbers: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut rooms = Vec::new();
    for (kind, count) in needed(lessons) {
        let (building, name, capacity) = description(kind.as_str());
        let spare = if kind.as_str() == "classroom" {
            1 + count / 8
        } else {
            0
        };
        for at in 0..count + spare {
            let number = numbers.entry(building).or_insert(0);
            *number += 1;
            let id = format!("{building}{:03}", 100 + *number);
            let capacity = if at < count { capacity } else { 14 };
            rooms.push(Room {
                name: format!("{name} {id}"),
                id: id.into(),
                kind: kind.clone(),
                capacity: Some(capacity as u16),
                site: None,
                building: None,
            });
        }
    }
    rooms
}

/// Rooms of each kind so that neither the week nor any one moment of linked lessons is short of them.
fn needed(lessons: &[Lesson]) -> BTreeMap<RoomKind, usize> {
    let mut hours: BTreeMap<RoomKind, usize> = BTreeMap::new();
    let mut at_once: BTreeMap<(RoomKind, &str), usize> = BTreeMap::new();
    for lesson in lessons {
        let moment = lesson.link.as_ref().map_or("", |link| link.as_str());
        for kind in lesson.rooms.iter().filter_map(|need| need.kind.clone()) {
            *hours.entry(kind.clone()).or_default() += usize::from(lesson.hours);
            if !moment.is_empty() {
                *at_once.entry((kind, moment)).or_default() += 1;
            }
        }
    }
    let count = |kind: &RoomKind, hours: usize| {
        let workshop = description(kind.as_str()).0 == "W" || description(kind.as_str()).0 == "K";
        let use_of = if workshop {
            MOST_USE_WORKSHOP
        } else {
            MOST_USE
        };
        let linked = at_once.iter().filter(|((k, _), _)| k == kind);
        let linked = linked.map(|(_, count)| *count).max().unwrap_or(1);
        (hours * 100).div_ceil(SLOTS * use_of).max(linked)
    };
    let kinds = hours.iter();
    kinds
        .map(|(kind, hours)| (kind.clone(), count(kind, *hours)))
        .collect()
}

/// Gives classes a room of their own while there are classrooms that hold them, youngest first.
pub(super) fn home_rooms(classes: &mut [Class], rooms: &[Room]) {
    let mut free = rooms.iter().filter(|r| r.kind.as_str() == "classroom");
    for class in classes {
        class.home_room = free
            .find(|room| room.capacity.is_none_or(|c| c >= class.pupils))
            .map(|room| room.id.clone());
    }
}
