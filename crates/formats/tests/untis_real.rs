//! A real Belgian school as Untis exports it: nothing is lost, and the timetable that the school
//! really had holds in the imported school but for the oddities listed here.
//! The files are found through `UURWERK_SHARED` (default: `shared` beside the workspace); without
//! them the tests say so and end.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use uurwerk_formats::untis::{Files, Imported, Profile, read};
use uurwerk_model::{LessonIx, Place, RoomNeed, School, SlotIx};

fn folder() -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var_os("UURWERK_SHARED")
        .map_or_else(|| PathBuf::from(default), PathBuf::from)
        .join("untis/nijverheidsschool");
    if !folder.is_dir() {
        println!("skipped: no Untis export in {}", folder.display());
        return None;
    }
    Some(folder)
}

fn files() -> Option<Files> {
    let entries = std::fs::read_dir(folder()?).expect("a folder");
    let named = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, std::fs::read(&path).expect("a file"))
    });
    Some(Files::from_names(named))
}

fn import(profile: &str) -> Option<(Imported, School)> {
    let profile = Profile::parse(profile).expect("a profile");
    let imported = read(&files()?, &profile).expect("readable");
    let school = School::from_document(imported.document.clone())
        .unwrap_or_else(|faults| panic!("{:#?}", faults.0));
    Some((imported, school))
}

/// The fields of a file, cut plainly: the real files have no separator inside quotes.
fn raw(number: u16) -> Vec<Vec<String>> {
    let path = folder().expect("there").join(format!("GPU{number:03}.TXT"));
    let bytes = std::fs::read(path).expect("a file");
    let text: String = bytes.iter().map(|b| char::from(*b)).collect();
    text.lines()
        .map(|line| {
            line.split(',')
                .map(|f| f.trim_matches('"').to_owned())
                .collect()
        })
        .collect()
}

fn number_of(lesson: &str) -> &str {
    lesson.split('.').next().unwrap_or(lesson)
}

#[test]
fn nothing_is_lost() {
    let Some((imported, school)) = import("name = \"Nijverheidsschool\"") else {
        return;
    };
    let numbers: BTreeSet<&str> = school
        .lessons()
        .iter()
        .map(|l| number_of(l.id.as_str()))
        .collect();
    let rows = raw(2);
    let expected: BTreeSet<&str> = rows.iter().map(|r| r[0].as_str()).collect();
    assert_eq!(expected.len(), 912);
    assert_eq!(numbers, expected);
    assert_eq!(school.classes().len(), 49);
    assert_eq!(school.staff().len(), 101); // 102 rows, one of them the placeholder "?"
    assert_eq!(school.rooms().len(), 94 - 17); // 17 rooms are fictional
    assert_eq!(school.document().school_year.as_deref(), Some("2009-2010"));
    let periods: Vec<usize> = school
        .document()
        .grid
        .days
        .iter()
        .map(|d| d.periods.len())
        .collect();
    assert_eq!(periods, [8, 8, 4, 8, 8]);
    assert!(
        imported
            .assumptions
            .iter()
            .all(|a| matches!(a.place, Place::Pointer(_)))
    );
    // The import is a function of its input.
    assert_eq!(
        import("name = \"Nijverheidsschool\"")
            .expect("again")
            .1
            .hash(),
        school.hash()
    );
}

#[test]
fn hours_of_teachers_and_classes_are_those_of_untis() {
    let Some((imported, school)) = import("") else {
        return;
    };
    // Columns 3 and 4 count class and teacher periods once per lesson; 0 where they repeat.
    let hours = |text: &str| text.parse::<u32>().unwrap_or(0);
    let mut teachers: BTreeMap<String, u32> = BTreeMap::new();
    let mut classes: BTreeMap<String, u32> = BTreeMap::new();
    for row in raw(2) {
        if !row[5].is_empty() {
            *teachers.entry(row[5].clone()).or_default() += hours(&row[3]);
        }
        if !row[4].is_empty() {
            *classes.entry(row[4].clone()).or_default() += hours(&row[2]);
        }
    }
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    for given in &imported.allocation {
        let lesson = school
            .lesson_ix(&given.lesson)
            .expect("a lesson of the school");
        let hours = school.position_hours(lesson, usize::from(given.position));
        *found.entry(given.teacher.to_string()).or_default() += u32::from(hours);
    }
    assert_eq!(found.len(), 95);
    for (name, sum) in &found {
        assert_eq!(teachers.get(name), Some(sum), "{name}");
    }
    let mut in_class: BTreeMap<String, BTreeMap<&str, u32>> = BTreeMap::new();
    for lesson in school.lessons() {
        for group in &lesson.groups {
            let of_class = in_class.entry(group.class.to_string()).or_default();
            of_class.insert(number_of(lesson.id.as_str()), u32::from(lesson.hours));
        }
    }
    for (class, lessons) in &in_class {
        assert_eq!(classes.get(class), Some(&lessons.values().sum()), "{class}");
    }
}

#[test]
fn free_teachers_can_all_keep_their_lessons() {
    let Some((imported, school)) = import("teachers = \"free\"") else {
        return;
    };
    let mut loads: BTreeMap<_, i64> = BTreeMap::new();
    for given in imported.allocation.iter().filter(|a| a.role.counts()) {
        let teacher = school.teacher_ix(&given.teacher).expect("on the staff");
        let lesson = school.lesson_ix(&given.lesson).expect("a lesson");
        assert!(school.qualified(teacher, lesson).is_some(), "{given:?}");
        let load = school.position_load(lesson, usize::from(given.position));
        assert!(load.0 > 0, "{given:?} has no noemer");
        *loads.entry(given.teacher.clone()).or_default() += load.0;
    }
    for teacher in school.staff() {
        let lessons = loads.get(&teacher.id).copied().unwrap_or(0);
        let load = lessons + teacher.task_load().0;
        let range = teacher.contract.min.0..=teacher.contract.max.0;
        assert!(range.contains(&load), "{}: {load} in {range:?}", teacher.id);
    }
}

/// The hard rules of the timetable, counted from their definitions over the present timetable.
#[derive(Debug, Default, PartialEq, Eq)]
struct Violations {
    unplaced: usize,
    teachers: usize,
    classes: usize,
    rooms: usize,
    unavailable: usize,
    links: usize,
    unsuitable: usize,
    without_room: usize,
}

/// A block at a place: its lesson, index, slots and rooms.
struct Block<'a> {
    lesson: LessonIx,
    index: usize,
    slots: Vec<SlotIx>,
    rooms: &'a [Option<uurwerk_model::RoomId>],
}

fn blocks<'a>(imported: &'a Imported, school: &School) -> Vec<Block<'a>> {
    let placed = imported.timetable.iter().map(|p| {
        let first = school.slot_ix(&p.start()).expect("a place of the week");
        assert!(school.block_fits(first, p.length), "{p:?}");
        Block {
            lesson: school.lesson_ix(&p.lesson).expect("a lesson"),
            index: usize::from(p.block),
            slots: (0..p.length)
                .map(|n| SlotIx(first.0 + u32::from(n)))
                .collect(),
            rooms: &p.rooms,
        }
    });
    placed.collect()
}

fn suits(school: &School, need: &RoomNeed, room: &uurwerk_model::RoomId) -> bool {
    let ix = school.room_ix(room).expect("a room");
    let anything = need.kind.is_none() && need.any_of.is_empty();
    anything || need.kind.as_ref() == Some(&school.room(ix).kind) || need.any_of.contains(room)
}

fn violations(imported: &Imported, school: &School) -> Violations {
    let blocks = blocks(imported, school);
    let all: usize = school
        .lessons()
        .iter()
        .map(|l| l.block_lengths().len())
        .sum();
    let mut found = Violations {
        unplaced: all - blocks.len(),
        ..Violations::default()
    };
    let mut staff: BTreeMap<LessonIx, Vec<_>> = BTreeMap::new();
    for given in &imported.allocation {
        let lesson = school.lesson_ix(&given.lesson).expect("a lesson");
        staff
            .entry(lesson)
            .or_default()
            .push(school.teacher_ix(&given.teacher).expect("staff"));
    }
    let (mut teachers, mut rooms) = (BTreeMap::new(), BTreeMap::new());
    let mut classes: BTreeMap<_, Vec<LessonIx>> = BTreeMap::new();
    let mut starts: BTreeMap<_, BTreeSet<Option<SlotIx>>> = BTreeMap::new();
    for block in &blocks {
        let lesson = school.lesson(block.lesson);
        for (need, room) in lesson.rooms.iter().zip(block.rooms) {
            match room {
                None => found.without_room += 1,
                Some(room) => found.unsuitable += usize::from(!suits(school, need, room)),
            }
        }
        for slot in &block.slots {
            for teacher in staff.get(&block.lesson).into_iter().flatten() {
                *teachers.entry((*teacher, *slot)).or_insert(0_usize) += 1;
                found.unavailable += usize::from(school.unavailable(*teacher).contains(slot));
            }
            for room in block.rooms.iter().flatten() {
                *rooms.entry((room, *slot)).or_insert(0_usize) += 1;
            }
            for group in &lesson.groups {
                classes
                    .entry((group.class.clone(), *slot))
                    .or_default()
                    .push(block.lesson);
            }
        }
        if let Some(link) = &lesson.link {
            let start = block.slots.first().copied();
            starts
                .entry((link.clone(), block.index))
                .or_default()
                .insert(start);
        }
    }
    found.teachers = teachers.values().map(|n| n - 1).sum();
    found.rooms = rooms.values().map(|n| n - 1).sum();
    found.links = starts.values().filter(|s| s.len() > 1).count();
    let apart = |a: LessonIx, b: LessonIx| {
        let (a, b) = (school.lesson(a), school.lesson(b));
        a.link.is_some() && a.link == b.link
    };
    for running in classes.values() {
        for (at, one) in running.iter().enumerate() {
            found.classes += running[..at]
                .iter()
                .filter(|other| !apart(*one, **other))
                .count();
        }
    }
    found
}

#[test]
fn the_timetable_that_the_school_had_holds_in_the_import() {
    let Some((imported, school)) = import("") else {
        return;
    };
    // Understood one by one, all of them in the files themselves:
    let expected = Violations {
        // 684 and 1056 are not in the timetable (5 + 1 periods); the second double period of 108 runs
        // over midday; 125 asks for a double period and was given four single ones.
        unplaced: 8,
        // Three people have a lesson and a meeting, or two lessons, at the same time: in 418 and 469,
        // 423 and 1059, 727 and 832.
        teachers: 3,
        // 467 changes rooms between the two periods of its double; 997 has the first room in the second.
        rooms: 1,
        // Five periods stayed in a fictional room; 401 and 411 had one of their two rooms for one period.
        without_room: 7,
        ..Violations::default()
    };
    assert_eq!(violations(&imported, &school), expected);
}
