//! Classes: graad, year and stream from names such as `T3EA` and `B6HA`, pupils from GPU003 or the
//! lessons.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Class, ClassId, Graad, RoomId, Stream, TeacherId};

use super::profile::{ClassProfile, Profile};
use super::records::{ClassRow, Export};
use crate::notes::Notes;

/// The classes of GPU003, and those that only lessons name.
pub(super) fn classes(export: &Export, profile: &Profile, notes: &mut Notes) -> Vec<Class> {
    let counted = pupils_in_lessons(export);
    let mut rows: Vec<(String, Option<&ClassRow>)> = Vec::new();
    let mut seen = BTreeSet::new();
    for row in &export.classes {
        if seen.insert(row.name.clone()) {
            rows.push((row.name.clone(), Some(row)));
        }
    }
    for name in export.lessons.values().flatten().flat_map(|r| &r.classes) {
        if seen.insert(name.clone()) {
            rows.push((name.clone(), None));
            notes.add("UW3060", "/classes", name.clone());
        }
    }
    let unsaid = ClassProfile::default();
    let mut classes = Vec::new();
    for (name, row) in rows {
        let said = profile.class.get(&name).unwrap_or(&unsaid);
        let year = year(&name, row, said, notes);
        let graad = Graad(said.graad.unwrap_or(year.div_ceil(2).min(3)));
        let stream = said.stream.unwrap_or_else(|| stream_in(&name, graad));
        if said.stream.is_none() || said.year.is_none() {
            let what = format!("{name}: {}.{year} {stream:?}", graad.0);
            notes.add("UW3034", "/classes", what);
        }
        let pupils = said.pupils.or(row.and_then(|r| r.pupils));
        let pupils = pupils.or_else(|| counted.get(name.as_str()).copied());
        if pupils.is_none() {
            notes.add("UW3037", "/classes", name.clone());
        }
        if said.difficulty.is_none() {
            notes.add("UW3038", "/classes", name.clone());
        }
        let named = |of: fn(&ClassRow) -> &String| row.map(of).filter(|t| !t.is_empty()).cloned();
        classes.push(Class {
            id: ClassId::from(name.as_str()),
            graad,
            year,
            stream,
            pupils: pupils.unwrap_or(0),
            difficulty: said.difficulty.unwrap_or(0),
            partitions: Vec::new(),
            titularis: named(|r| &r.titularis).map(TeacherId::from),
            home_room: named(|r| &r.room).map(RoomId::from),
            name: named(|r| &r.long).unwrap_or(name),
        });
    }
    classes
}

/// The year: of the profile, of the name, of the level in Untis, else the first.
fn year(name: &str, row: Option<&ClassRow>, said: &ClassProfile, notes: &mut Notes) -> u8 {
    let level = row.and_then(|r| r.level.parse::<u8>().ok());
    let level = level.filter(|l| (1..=7).contains(l));
    let named = year_in(name);
    match (said.year, named, level) {
        (None, None, None) => notes.add("UW3035", "/classes", name),
        (None, Some(named), Some(level)) if named != level => {
            notes.add("UW3036", "/classes", format!("{name} ({level})"));
        }
        _ => {}
    }
    said.year.or(named).or(level).unwrap_or(1)
}

/// The largest number of pupils that a lesson of that class alone counts.
fn pupils_in_lessons(export: &Export) -> BTreeMap<&str, u16> {
    let mut counted: BTreeMap<&str, u16> = BTreeMap::new();
    for rows in export.lessons.values() {
        let classes: BTreeSet<&String> = rows.iter().flat_map(|r| &r.classes).collect();
        if let (Some(class), 1) = (classes.first(), classes.len()) {
            for pupils in rows.iter().filter_map(|r| r.pupils).filter(|p| *p > 0) {
                let most = counted.entry(class).or_default();
                *most = (*most).max(pupils);
            }
        }
    }
    counted
}

/// The first digit 1 to 7 of a name.
pub(crate) fn year_in(name: &str) -> Option<u8> {
    let digit = name.bytes().find(u8::is_ascii_digit)? - b'0';
    (1..=7).contains(&digit).then_some(digit)
}

/// The letter beside the year: A, T and B, as schools of before and after 2019 write them.
pub(crate) fn stream_in(name: &str, graad: Graad) -> Stream {
    let letters = name.chars().filter(|c| c.is_alphabetic());
    match (graad.0, letters.map(|c| c.to_ascii_uppercase()).next()) {
        (1, Some('A' | 'T')) => Stream::A,
        (1, Some('B')) => Stream::B,
        (_, Some('A' | 'D')) => Stream::Doorstroom,
        (_, Some('T' | 'K')) => Stream::Dubbele,
        (_, Some('B')) => Stream::Arbeidsmarkt,
        _ => Stream::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_year_and_stream() {
        for (name, year, graad, stream) in [
            ("T3EA", 3, 2, Stream::Dubbele),
            ("B6HA", 6, 3, Stream::Arbeidsmarkt),
            ("B7LA", 7, 3, Stream::Arbeidsmarkt),
            ("T1IA", 1, 1, Stream::A),
            ("B2BB", 2, 1, Stream::B),
            ("1Bx", 1, 1, Stream::B),
            ("5DO", 5, 3, Stream::Doorstroom),
        ] {
            assert_eq!(year_in(name), Some(year), "{name}");
            assert_eq!(stream_in(name, Graad(graad)), stream, "{name}");
        }
        assert_eq!(year_in("OKAN"), None);
        assert_eq!(year_in("9X"), None);
    }
}
