//! Rooms: which are real, which are of one kind, and what a lesson that asks for one needs.
//!
//! Untis chains rooms by their alternatives (`A101` else `A102` else ...). Rooms that are joined by
//! such links are of one kind. A fictional room, at the head of a chain, means "any of these".

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{BuildingId, Room, RoomId, RoomKind, RoomNeed, SiteId};

use super::profile::Profile;
use super::records::Export;
use crate::notes::Notes;

/// The rooms of the school and what a name in Untis stands for.
pub(super) struct Rooms {
    pub list: Vec<Room>,
    alternatives: BTreeMap<String, String>,
    kinds: BTreeMap<String, RoomKind>,
    fictional: BTreeSet<String>,
}

impl Rooms {
    pub fn new(export: &Export, profile: &Profile, notes: &mut Notes) -> Self {
        let (names, added) = names(export);
        notes.all("UW3061", "/rooms", added);
        let alternatives: BTreeMap<String, String> = export
            .rooms
            .iter()
            .filter(|r| !r.alternative.is_empty() && r.alternative != r.name)
            .map(|r| (r.name.clone(), r.alternative.clone()))
            .collect();
        let fictional = match &profile.fictional_rooms {
            Some(said) => said.iter().cloned().collect(),
            None => fictional(export, &alternatives),
        };
        notes.all("UW3049", "/rooms", &fictional);
        let kinds = kinds(&names, &alternatives, &fictional, profile);
        let row = |name: &str| export.rooms.iter().find(|r| r.name == name);
        let list: Vec<Room> = names
            .iter()
            .filter(|name| !fictional.contains(*name))
            .map(|name| {
                let own = profile.room.get(name);
                let said = own.and_then(|r| r.capacity);
                let building = own.and_then(|r| r.building.clone());
                let site = own.and_then(|r| r.site.clone());
                let long = row(name).map(|r| r.long.clone()).filter(|l| !l.is_empty());
                Room {
                    id: RoomId::from(name.as_str()),
                    name: long.unwrap_or_else(|| name.clone()),
                    kind: kinds.get(name).cloned().unwrap_or_else(|| like(name)),
                    capacity: said.or(row(name).and_then(|r| r.capacity)),
                    site: site.or_else(|| site_of(export, name)).map(SiteId::from),
                    building: building.map(BuildingId::from),
                }
            })
            .collect();
        let coded = export.rooms.iter().filter(|r| !r.off_site.is_empty());
        let coded = coded.map(|r| format!("{} ({})", r.name, r.off_site));
        notes.all("UW3088", "/rooms", coded.collect::<Vec<_>>());
        let mut members: BTreeMap<&RoomKind, u32> = BTreeMap::new();
        for room in &list {
            *members.entry(&room.kind).or_default() += 1;
        }
        let shared = members.iter().filter(|(_, n)| **n > 1);
        let shared: Vec<String> = shared.map(|(kind, n)| format!("{kind} ({n})")).collect();
        notes.all("UW3050", "/rooms", shared);
        let exists = |kind: &RoomKind| list.iter().any(|room| room.kind == *kind);
        let kinds = kinds.into_iter().filter(|(_, kind)| exists(kind)).collect();
        Self {
            list,
            alternatives,
            kinds,
            fictional,
        }
    }

    /// Whether a name is that of a real room.
    pub fn is_real(&self, name: &str) -> bool {
        !name.is_empty() && !self.fictional.contains(name) && self.kinds.contains_key(name)
    }

    /// A room and its alternatives in order, without the fictional ones.
    fn chain(&self, name: &str) -> Vec<RoomId> {
        let mut chain: Vec<&str> = Vec::new();
        let mut next = Some(name);
        while let Some(name) = next.filter(|n| !chain.contains(n)) {
            chain.push(name);
            next = self.alternatives.get(name).map(String::as_str);
        }
        let real = chain.into_iter().filter(|n| self.is_real(n));
        real.map(RoomId::from).collect()
    }

    /// What a lesson needs that asks for any of `wanted` (first choice first) and was seen in `seen`.
    pub fn need(&self, wanted: &[String], seen: &BTreeSet<String>) -> RoomNeed {
        const LIKED: usize = 3;
        let mut need = RoomNeed::default();
        for name in wanted {
            if self.is_real(name) {
                need.any_of.extend(self.chain(name));
                need.prefer.push(RoomId::from(name.as_str()));
            } else if need.prefer.is_empty() {
                let chain = self.chain(name);
                need.kind = need.kind.or_else(|| self.kinds.get(name).cloned());
                need.prefer.extend(chain.into_iter().take(LIKED));
            }
        }
        for name in seen.iter().filter(|name| self.is_real(name)) {
            if need.kind.is_none() || need.kind.as_ref() != self.kinds.get(name) {
                need.any_of.push(RoomId::from(name.as_str()));
            }
        }
        let mut known = BTreeSet::new();
        need.any_of.retain(|room| known.insert(room.clone()));
        need.prefer.dedup();
        need
    }

    /// Whether a lesson that wants `name` is suited by `room` without having been seen there.
    pub fn foreseen(&self, name: &str, room: &str) -> bool {
        let chain = self.chain(name);
        let same_kind =
            || self.fictional.contains(name) && self.kinds.get(name) == self.kinds.get(room);
        chain.iter().any(|r| r.as_str() == room) || same_kind()
    }
}

/// The rooms of GPU005, then those that only lessons or the timetable name.
fn names(export: &Export) -> (Vec<String>, Vec<String>) {
    let mut seen = BTreeSet::new();
    let mut names: Vec<String> = export.rooms.iter().map(|r| r.name.clone()).collect();
    names.retain(|name| seen.insert(name.clone()));
    let in_lessons = export.lessons.values().flatten();
    let in_lessons = in_lessons.flat_map(|r| r.rooms.iter().chain(&r.home_rooms));
    let alternatives = export.rooms.iter().map(|r| &r.alternative);
    let in_timetable = export.timetable.iter().map(|r| &r.room);
    let mut added = Vec::new();
    for name in in_lessons.chain(alternatives).chain(in_timetable) {
        if !name.is_empty() && seen.insert(name.clone()) {
            names.push(name.clone());
            added.push(name.clone());
        }
    }
    (names, added)
}

/// Rooms whose long name says so, and rooms with an alternative that lessons ask for but that the
/// timetable gives to fewer than one in ten of those hours.
fn fictional(export: &Export, alternatives: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut asked: BTreeMap<&str, u32> = BTreeMap::new();
    for row in export.lessons.values().flatten() {
        for room in &row.rooms {
            *asked.entry(room).or_default() += u32::from(row.hours);
        }
    }
    let mut given: BTreeMap<&str, u32> = BTreeMap::new();
    for row in &export.timetable {
        *given.entry(&row.room).or_default() += 1;
    }
    let says_so = |long: &str| {
        let long = long.to_lowercase();
        ["fict", "ficief", "dummy", "virtu"]
            .iter()
            .any(|w| long.contains(w))
    };
    let unused = |name: &str| {
        let asked = asked.get(name).copied().unwrap_or(0);
        let given = given.get(name).copied().unwrap_or(0);
        !export.timetable.is_empty() && asked >= 10 && given * 10 < asked
    };
    let rooms = export.rooms.iter();
    rooms
        .filter(|r| alternatives.contains_key(&r.name))
        .filter(|r| says_so(&r.long) || unused(&r.name))
        .map(|r| r.name.clone())
        .collect()
}

/// The site of a room by its off-site code; where some rooms have one, the others stand on the main site.
fn site_of(export: &Export, name: &str) -> Option<String> {
    let codes = export.rooms.iter().any(|r| !r.off_site.is_empty());
    let own = export.rooms.iter().find(|r| r.name == name);
    let code = own.map_or("", |r| r.off_site.as_str());
    codes.then(|| {
        let code = if code.is_empty() { "main" } else { code };
        code.to_owned()
    })
}

fn like(name: &str) -> RoomKind {
    RoomKind::from(format!("like {name}"))
}

/// The kind of every room: rooms joined by alternatives are alike; the first real one names the kind.
fn kinds(
    names: &[String],
    alternatives: &BTreeMap<String, String>,
    fictional: &BTreeSet<String>,
    profile: &Profile,
) -> BTreeMap<String, RoomKind> {
    let mut group: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        group.insert(name, at);
    }
    // Each pass joins at least two groups, so this ends after fewer passes than there are rooms.
    let mut joined = true;
    while joined {
        joined = false;
        for (from, to) in alternatives {
            let (Some(&a), Some(&b)) = (group.get(from.as_str()), group.get(to.as_str())) else {
                continue;
            };
            if a != b {
                group
                    .values_mut()
                    .filter(|g| **g == a.max(b))
                    .for_each(|g| *g = a.min(b));
                joined = true;
            }
        }
    }
    let mut named: BTreeMap<usize, &str> = BTreeMap::new();
    for name in names.iter().filter(|n| !fictional.contains(*n)) {
        named.entry(group[name.as_str()]).or_insert(name);
    }
    let kind = |name: &String| {
        let said = profile.room.get(name).and_then(|r| r.kind.as_deref());
        let leader = named.get(&group[name.as_str()]).copied().unwrap_or(name);
        said.map_or_else(|| like(leader), RoomKind::from)
    };
    names
        .iter()
        .map(|name| (name.clone(), kind(name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::records::RoomRow;
    use super::*;

    fn rooms() -> Rooms {
        let row = |name: &str, alternative: &str, long: &str| RoomRow {
            name: name.into(),
            long: long.into(),
            alternative: alternative.into(),
            off_site: String::new(),
            capacity: None,
        };
        let export = Export {
            rooms: vec![
                row("A1", "A2", ""),
                row("A2", "A1", ""),
                row("LAB", "", ""),
                row("A_ANY", "A2", "fictief lokaal"),
            ],
            ..Export::default()
        };
        Rooms::new(&export, &Profile::default(), &mut Notes::default())
    }

    #[test]
    fn a_fictional_room_means_any_of_its_kind() {
        let rooms = rooms();
        assert_eq!(rooms.list.len(), 3);
        let need = rooms.need(&["A_ANY".into()], &BTreeSet::new());
        assert_eq!(need.kind, Some("like A1".into()));
        assert_eq!(need.prefer, vec!["A2".into(), "A1".into()]);
    }

    #[test]
    fn a_real_room_means_itself_its_alternatives_and_where_the_lesson_was_seen() {
        let rooms = rooms();
        let need = rooms.need(&["LAB".into()], &BTreeSet::from(["A2".into()]));
        assert_eq!(need.kind, None);
        assert_eq!(need.any_of, vec!["LAB".into(), "A2".into()]);
        assert_eq!(need.prefer, vec!["LAB".into()]);
        assert!(rooms.foreseen("A1", "A2") && !rooms.foreseen("LAB", "A2"));
    }
}
