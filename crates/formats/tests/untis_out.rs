//! Untis text files written and read back: nothing that the school decides gets lost on the way. The real school is found through
//! `UURWERK_SHARED` (default: `shared` beside the workspace); without it those tests say so and end.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use uurwerk_formats::untis::{Files, Imported, Profile, read, write};
use uurwerk_formats::{Decided, Written};
use uurwerk_model::School;

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

fn named() -> Option<Vec<(String, Vec<u8>)>> {
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
    Some(named.collect())
}

/// Everything that the files say is kept: no room is taken to be fictional, no subject is merged, every time is followed.
const AS_IT_IS: &str = "times = \"all\"\nfictional_rooms = []\ngraad_suffix = false\n";

fn import(files: &Files, profile: &str) -> (Imported, School) {
    let profile = Profile::parse(profile).expect("a profile");
    let imported = read(files, &profile).unwrap_or_else(|faults| panic!("{:#?}", faults.0));
    let school = School::from_document(imported.document.clone())
        .unwrap_or_else(|faults| panic!("{:#?}", faults.0));
    (imported, school)
}

/// The fields of a file, cut plainly: these files have no separator inside quotes.
fn rows(files: &[(String, Vec<u8>)], number: u16) -> Vec<Vec<String>> {
    let file = files
        .iter()
        .find(|(name, _)| Files::number_of(name) == Some(number));
    let text: String = file.map_or_else(String::new, |(_, bytes)| {
        bytes.iter().map(|b| char::from(*b)).collect()
    });
    text.lines()
        .map(|line| {
            line.split(',')
                .map(|f| f.trim_matches('"').to_owned())
                .collect()
        })
        .collect()
}

/// Chosen fields of every row, with how many rows say the same.
fn fields(rows: &[Vec<String>], columns: &[usize]) -> BTreeMap<Vec<String>, usize> {
    let mut counted = BTreeMap::new();
    for row in rows {
        let key = columns
            .iter()
            .map(|c| row.get(c - 1).cloned().unwrap_or_default())
            .collect();
        *counted.entry(key).or_insert(0) += 1;
    }
    counted
}

/// The same without counts and without rows in which one of the fields is blank.
fn facts(rows: &[Vec<String>], columns: &[usize]) -> BTreeSet<Vec<String>> {
    let all = fields(rows, columns).into_keys();
    all.filter(|fields| fields.iter().all(|f| !f.is_empty() && f != "?"))
        .collect()
}

/// What is in one set and not in the other, as `- lost` and `+ new`.
fn difference(before: &BTreeSet<Vec<String>>, after: &BTreeSet<Vec<String>>) -> Vec<String> {
    let lost = before
        .difference(after)
        .map(|fields| format!("- {}", fields.join(" ")));
    let new = after
        .difference(before)
        .map(|fields| format!("+ {}", fields.join(" ")));
    lost.chain(new).collect()
}

/// Number and periods; class; teacher of every lesson (GPU002); class, teacher and room in every period (GPU001); people, classes, rooms.
const KEPT: &[(u16, &[usize])] = &[
    (2, &[1, 2]),
    (2, &[1, 5]),
    (2, &[1, 6]),
    (1, &[1, 6, 7]),
    (1, &[1, 2, 6, 7]),
    (1, &[1, 3, 6, 7]),
    (1, &[1, 5, 6, 7]),
    (3, &[1]),
    (3, &[1, 30]),
    (5, &[1]),
];

#[test]
fn the_school_alone_keeps_every_lesson_teacher_class_room_and_time() {
    let Some(before) = named() else { return };
    let files = Files::from_names(before.clone());
    let (imported, school) = import(&files, AS_IT_IS);
    let Written { files: after, .. } = write(
        &Decided::new(&school, &imported.allocation, &imported.timetable),
        None,
    );
    for (number, columns) in KEPT {
        let (before, after) = (
            facts(&rows(&before, *number), columns),
            facts(&rows(&after, *number), columns),
        );
        assert!(
            before.len() > 40 || *number == 3,
            "GPU{number:03} {columns:?}: {} facts",
            before.len()
        );
        assert_eq!(
            difference(&before, &after),
            Vec::<String>::new(),
            "GPU{number:03} {columns:?}"
        );
    }
    // Subjects: but for the one row that names a second subject for the same teacher at the same time, which a school cannot say.
    let subjects = |files: &[(String, Vec<u8>)]| facts(&rows(files, 2), &[1, 7]);
    assert_eq!(
        difference(&subjects(&before), &subjects(&after)),
        ["- 135 ELLAB2"]
    );
    // Rooms that lessons ask for: but for those that the timetable never gives them (told when the export is read).
    let asked = |files: &[(String, Vec<u8>)]| facts(&rows(files, 2), &[1, 8]);
    let given = facts(&rows(&before, 1), &[1, 5]);
    let lost: Vec<_> = asked(&before).difference(&asked(&after)).cloned().collect();
    assert!(lost.iter().all(|row| !given.contains(row)), "{lost:?}");
    assert_eq!(lost.len(), 13);
    // And what was written is read as the same school, as far as Untis can say.
    let (again, school_again) = import(&Files::from_names(after), AS_IT_IS);
    let lessons = |s: &School| -> BTreeMap<String, (String, u8, Vec<u8>, usize)> {
        let one = |l: &uurwerk_model::Lesson| {
            (
                l.id.to_string(),
                (
                    l.subject.to_string(),
                    l.hours,
                    l.block_lengths(),
                    l.groups.len(),
                ),
            )
        };
        s.lessons().iter().map(one).collect()
    };
    let (now, then) = (lessons(&school_again), lessons(&school));
    assert_eq!(now.len(), then.len());
    let other: Vec<_> = then
        .iter()
        .filter(|(id, lesson)| now.get(*id) != Some(lesson))
        .collect();
    assert_eq!(other.len(), 0, "{other:?}");
    assert_eq!(again.timetable.len(), imported.timetable.len());
}

#[test]
fn with_the_export_itself_as_base_every_field_of_every_row_stays() {
    let Some(before) = named() else { return };
    let files = Files::from_names(before.clone());
    let (imported, school) = import(&files, AS_IT_IS);
    let Written { files: after, .. } = write(
        &Decided::new(&school, &imported.allocation, &imported.timetable),
        Some(&files),
    );
    for number in [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 18] {
        let all: Vec<usize> = (1..=47).collect();
        let (before, after) = (
            fields(&rows(&before, number), &all),
            fields(&rows(&after, number), &all),
        );
        let lost: Vec<_> = before
            .iter()
            .filter(|(row, n)| after.get(*row) != Some(n))
            .collect();
        let new: Vec<_> = after
            .iter()
            .filter(|(row, n)| before.get(*row) != Some(n))
            .collect();
        assert!(
            lost.is_empty() && new.is_empty(),
            "GPU{number:03}: lost {lost:?}, new {new:?}"
        );
    }
}

#[test]
fn a_teacher_who_changed_is_the_only_thing_that_changes() {
    let text = "7,2,2,2,\"3A\",\"Jan\",\"WISK2\",\"R1\",,14,2.00000,,\"text\",,,,0.5\r\n8,1,1,1,\"3A\",\"An\",\"NED\",\"\",,14,1.00000,,\"own\"\r\n";
    let base = Files::from_names([
        ("GPU002.TXT", text.as_bytes().to_vec()),
        ("GPU018.TXT", b"\"X\",\"Y\",20260901,20260902,".to_vec()),
    ]);
    let (mut imported, school) = import(&base, "teachers = \"free\"");
    imported
        .allocation
        .iter_mut()
        .filter(|a| a.lesson.as_str() == "7")
        .for_each(|a| a.teacher = "An".into());
    let written = write(
        &Decided::new(&school, &imported.allocation, &[]),
        Some(&base),
    );
    let find = |name: &str| {
        written
            .files
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, b)| String::from_utf8_lossy(b).into_owned())
    };
    assert_eq!(
        find("GPU002.TXT"),
        Some(text.replacen("Jan", "An", 1).replace("\"\"", ""))
    );
    assert_eq!(
        find("GPU018.TXT").as_deref(),
        Some("\"X\",\"Y\",20260901,20260902,")
    );
}

/// A school that never was in Untis: numbers for names, couplings for links, and what Untis cannot be asked for is told.
#[test]
fn a_generated_school_goes_through_untis() {
    let school = School::parse(include_str!("../../../fixtures/small.json")).expect("a school");
    // Teachers of their own for lessons that run at the same time, as Untis tells their groups apart by them.
    let mut allocation = Vec::new();
    for (nth, lesson) in school.lessons().iter().enumerate() {
        for (at, position) in lesson.positions.iter().enumerate() {
            let teacher = &school.staff()[(nth + at) % school.staff().len()];
            allocation.push(uurwerk_model::Assignment {
                lesson: lesson.id.clone(),
                position: at as u8,
                role: position.role,
                teacher: teacher.id.clone(),
            });
        }
    }
    let written = write(&Decided::new(&school, &allocation, &[]), None);
    let codes: BTreeSet<&str> = written.lost.iter().map(|note| note.code()).collect();
    for code in ["UW3085", "UW3301", "UW3310", "UW3312"] {
        assert_eq!(
            codes.contains(code),
            code != "UW3312" || !school.document().policy.rules.is_empty(),
            "{code} in {codes:?}"
        );
    }
    let (_, again) = import(
        &Files::from_names(written.files),
        "fictional_rooms = []\nwithout_pupils = \"lessons\"\n",
    );
    let hours = |s: &School| -> BTreeMap<(String, String), u32> {
        let mut hours: BTreeMap<(String, String), u32> = BTreeMap::new();
        for lesson in s.lessons() {
            let classes: BTreeSet<String> =
                lesson.groups.iter().map(|g| g.class.to_string()).collect();
            for class in classes {
                *hours
                    .entry((class, lesson.subject.to_string()))
                    .or_default() += u32::from(lesson.hours);
            }
        }
        hours
    };
    assert_eq!(hours(&school), hours(&again));
    assert_eq!(
        school.document().grid.days.len(),
        again.document().grid.days.len()
    );
    let periods = |s: &School| {
        s.document()
            .grid
            .days
            .iter()
            .map(|d| d.periods.len())
            .collect::<Vec<_>>()
    };
    assert_eq!(periods(&school), periods(&again));
    let pupils = |s: &School| {
        s.classes()
            .iter()
            .map(|c| (c.id.clone(), c.pupils))
            .collect::<BTreeMap<_, _>>()
    };
    assert_eq!(pupils(&school), pupils(&again));
    let tasks = |s: &School| {
        s.staff()
            .iter()
            .map(|t| (t.id.clone(), t.task_load()))
            .collect::<BTreeMap<_, _>>()
    };
    assert_eq!(tasks(&school), tasks(&again));
}
