//! Rooms, the ways between them, and whether the rooms that lessons need exist and are large enough.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Known};
use crate::{Diagnostic, Lesson, LessonIx, Room, RoomNeed};

pub(super) fn check(check: &mut Check) {
    let rooms = &check.document.rooms;
    check.ids("/rooms", rooms.iter().map(|r| r.id.as_str()));
    uw0103_places(check);
    uw0156_no_way(check);
    uw0157_way_twice(check);
    uw0158_building_on_two_sites(check);
    for (at, lesson) in check.document.lessons.iter().enumerate() {
        for (i, need) in lesson.rooms.iter().enumerate() {
            let place = format!("/lessons/{at}/rooms/{i}");
            uw0103_references(check, &place, need);
            uw0152_no_such_room(check, &place, lesson, need);
            uw0153_too_small(check, &place, LessonIx::from(at), need);
            uw0154_preferred_not_suitable(check, &place, lesson, need);
        }
    }
}

/// Whether a room may serve a need: of its kind, or named; any room when neither is said.
pub(super) fn suits(room: &Room, need: &RoomNeed) -> bool {
    let is_free = need.kind.is_none() && need.any_of.is_empty();
    is_free || need.kind.as_ref() == Some(&room.kind) || need.any_of.contains(&room.id)
}

/// What a way may begin or end at: a building or a site that some room names.
fn uw0103_places(check: &mut Check) {
    let rooms = &check.document.rooms;
    let buildings = rooms.iter().filter_map(|r| r.building.as_ref());
    let sites = rooms.iter().filter_map(|r| r.site.as_ref());
    let mut places: BTreeSet<&str> = buildings.map(|b| b.as_str()).collect();
    places.extend(sites.map(|s| s.as_str()));
    for (at, travel) in check.document.travel.iter().enumerate() {
        for (field, id) in [("from", &travel.from), ("to", &travel.to)] {
            let known: Known = places.get(id.as_str()).into();
            check.known(known, format!("/travel/{at}/{field}"), id.as_str(), "rooms");
        }
    }
}

fn uw0156_no_way(check: &mut Check) {
    for (at, travel) in check.document.travel.iter().enumerate() {
        if travel.from == travel.to {
            let fault = Diagnostic::error("UW0187", format!("/travel/{at}"));
            check.add(fault.with("building", travel.from.as_str()));
        }
    }
}

fn uw0157_way_twice(check: &mut Check) {
    let mut first = BTreeMap::new();
    for (at, travel) in check.document.travel.iter().enumerate() {
        let ends = [&travel.from, &travel.to];
        let ends = (ends.iter().min(), ends.iter().max());
        let ends = (ends.0.map(|e| e.as_str()), ends.1.map(|e| e.as_str()));
        if let Some(earlier) = first.get(&ends) {
            let fault = Diagnostic::error("UW0188", format!("/travel/{at}"));
            let fault = fault.with("building", travel.from.as_str());
            let fault = fault.with("other", travel.to.as_str());
            check.add(fault.with("first", format!("/travel/{earlier}")));
        } else {
            first.insert(ends, at);
        }
    }
}

fn uw0158_building_on_two_sites(check: &mut Check) {
    let mut sites = BTreeMap::new();
    for (at, room) in check.document.rooms.iter().enumerate() {
        if let (Some(building), Some(site)) = (&room.building, &room.site)
            && *sites.entry(building).or_insert(site) != site
        {
            let fault = Diagnostic::warning("UW0189", format!("/rooms/{at}/site"));
            let fault = fault.with("building", building.as_str());
            check.add(fault.with("site", site.as_str()));
        }
    }
}

fn uw0103_references(check: &mut Check, place: &str, need: &RoomNeed) {
    for (list, rooms) in [("any_of", &need.any_of), ("prefer", &need.prefer)] {
        for (i, room) in rooms.iter().enumerate() {
            let known: Known = check.school.room_ix(room).into();
            check.known(known, format!("{place}/{list}/{i}"), room.as_str(), "rooms");
        }
    }
}

fn uw0152_no_such_room(check: &mut Check, place: &str, lesson: &Lesson, need: &RoomNeed) {
    if !check.document.rooms.iter().any(|room| suits(room, need)) {
        let kind = need.kind.as_ref().map_or("-", |k| k.as_str());
        let fault = Diagnostic::error("UW0152", place).with("lesson", lesson.id.as_str());
        check.add(fault.with("kind", kind));
    }
}

fn uw0153_too_small(check: &mut Check, place: &str, ix: LessonIx, need: &RoomNeed) {
    let lesson = check.school.lesson(ix);
    let needs = lesson.rooms.len().max(1) as u32;
    let pupils = check.school.pupils(ix).div_ceil(needs);
    let suitable: Vec<&Room> = check
        .document
        .rooms
        .iter()
        .filter(|r| suits(r, need))
        .collect();
    let is_large = |room: &&Room| room.capacity.is_none_or(|c| u32::from(c) >= pupils);
    if !suitable.is_empty() && !suitable.iter().any(is_large) {
        let largest = suitable.iter().filter_map(|r| r.capacity).max();
        check.add(
            Diagnostic::warning("UW0153", place)
                .with("lesson", lesson.id.as_str())
                .with("n", i64::from(pupils))
                .with("largest", i64::from(largest.unwrap_or_default())),
        );
    }
}

fn uw0154_preferred_not_suitable(check: &mut Check, place: &str, lesson: &Lesson, need: &RoomNeed) {
    for (i, id) in need.prefer.iter().enumerate() {
        if let Some(room) = check.school.room_ix(id)
            && !suits(check.school.room(room), need)
        {
            check.add(
                Diagnostic::warning("UW0154", format!("{place}/prefer/{i}"))
                    .with("lesson", lesson.id.as_str())
                    .with("room", id.as_str()),
            );
        }
    }
}
