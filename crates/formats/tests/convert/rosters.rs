//! aSc and OneRoster files.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_formats::oneroster::Version;
use uurwerk_formats::{Decided, Imported, Written, asc, oneroster};
use uurwerk_model::{Lesson, Place, School};

use super::{decisions, ok, school};

fn file<'w>(written: &'w Written, name: &str) -> &'w [u8] {
    let found = written.files.iter().find(|(known, _)| known == name);
    &found
        .unwrap_or_else(|| {
            panic!(
                "{name} is not among {:?}",
                written.files.iter().map(|f| &f.0).collect::<Vec<_>>()
            )
        })
        .1
}

fn text(written: &Written, name: &str) -> String {
    String::from_utf8(file(written, name).to_vec()).expect("UTF-8")
}

/// Lessons that OneRoster shows in the same periods are parallel when they come back.
#[test]
fn parallel_lessons_of_oneroster_are_linked() {
    let school = school();
    let written = ok(oneroster::write(
        &Decided::undecided(&school),
        Version::V1p1,
    ));
    let back = ok(oneroster::read(&written.files));
    let again = ok(School::from_document(back.document));
    let linked = |s: &School, id: &str| {
        let lesson = s
            .lessons()
            .iter()
            .find(|l| l.id.as_str() == id)
            .expect("a lesson");
        let link = lesson.link.clone().expect("a link");
        s.lessons()
            .iter()
            .filter(|l| l.link.as_ref() == Some(&link))
            .map(|l| l.id.to_string())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(linked(&school, "1Aa-TEC-h1"), linked(&again, "1Aa-TEC-h1"));
}

/// What aSc keeps of a lesson.
fn kept(
    lesson: &Lesson,
    teachers: &[Option<uurwerk_model::TeacherId>],
) -> (String, Vec<String>, u8, Vec<u8>, Vec<String>) {
    let mut blocks = lesson.block_lengths();
    blocks.sort_unstable_by(|a, b| b.cmp(a));
    let groups = lesson.groups.iter().map(|g| format!("{:?}", g)).collect();
    let teachers = teachers.iter().flatten().map(ToString::to_string).collect();
    (
        lesson.subject.to_string(),
        groups,
        lesson.hours,
        blocks,
        teachers,
    )
}

#[test]
fn asc_keeps_lessons_people_classes_times_and_rooms() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    let decided = Decided::new(&school, &allocation, &timetable);
    let written = asc::write(&decided);
    assert!(asc::looks_like_asc(&written.files[0].1));
    let back: Imported = ok(asc::read(&written.files[0].1));
    let again = ok(School::from_document(back.document.clone()));
    let now = Decided::new(&again, &back.allocation, &back.timetable);
    let all = |d: &Decided<'_>| -> BTreeMap<String, _> {
        d.lessons()
            .map(|(at, lesson)| (lesson.id.to_string(), kept(lesson, d.teachers(at))))
            .collect()
    };
    assert_eq!(all(&decided), all(&now));
    // Times and rooms, period by period: which of two blocks of one length is the first does not matter.
    let places = |d: &Decided<'_>| -> BTreeSet<(String, String, String, Vec<String>)> {
        let mut places = BTreeSet::new();
        for (at, lesson) in d.lessons() {
            for placement in d.blocks(at) {
                for slot in d.slots(placement) {
                    let mut rooms: Vec<String> = placement
                        .rooms
                        .iter()
                        .flatten()
                        .map(ToString::to_string)
                        .collect();
                    rooms.sort();
                    rooms.dedup();
                    places.insert((
                        lesson.id.to_string(),
                        slot.day.to_string(),
                        slot.period.to_string(),
                        rooms,
                    ));
                }
            }
        }
        places
    };
    assert_eq!(places(&decided), places(&now));
    let ids = |s: &School| -> Vec<String> {
        s.classes()
            .iter()
            .map(|c| format!("{} {} {:?} {:?}", c.id, c.pupils, c.partitions, c.titularis))
            .collect()
    };
    assert_eq!(ids(&school), ids(&again));
    let buildings = |s: &School| -> Vec<_> {
        let rooms = s.rooms().iter();
        rooms.map(|r| (r.id.clone(), r.building.clone())).collect()
    };
    assert_eq!(buildings(&school), buildings(&again));
    assert_eq!(school.document().grid, again.document().grid);
}

#[test]
fn faults_of_an_asc_file_have_line_and_code() {
    let text = "<timetable>\n<periods><period period=\"1\" starttime=\"noon\" endtime=\"9:20\"/></periods>\n<subjects><subject id=\"s\" short=\"W\"/></subjects>\n\
                <lessons>\n<lesson id=\"1\" subjectid=\"s\" teacherids=\"t\" periodsperweek=\"many\"/>\n</lessons>\n<cards><card lessonid=\"2\" period=\"1\" days=\"1\"/></cards></timetable>";
    let faults = asc::read(text.as_bytes()).unwrap_err();
    let found: Vec<(&str, u32)> = faults
        .iter()
        .map(|f| {
            (
                f.code(),
                match f.place {
                    Place::Line { line, .. } => line,
                    _ => 0,
                },
            )
        })
        .collect();
    assert_eq!(
        found,
        [("UW3607", 2), ("UW3608", 5), ("UW3607", 5), ("UW3608", 7)]
    );
    assert_eq!(asc::read(b"<fet/>").unwrap_err().0[0].code(), "UW3605");
    assert_eq!(asc::read(b"<timetable").unwrap_err().0[0].code(), "UW3602");
}

#[test]
fn oneroster_keeps_staff_classes_and_who_teaches_what() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    let decided = Decided::new(&school, &allocation, &timetable);
    for (version, head) in [
        (Version::V1p1, "orgSourcedIds,role,"),
        (Version::V1p2, "userMasterIdentifier"),
    ] {
        let written = ok(oneroster::write(&decided, version));
        assert!(
            text(&written, "users.csv")
                .lines()
                .next()
                .expect("a head")
                .contains(head)
        );
        assert_eq!(
            written.files.iter().any(|(name, _)| name == "roles.csv"),
            version == Version::V1p2
        );
        let back = ok(oneroster::read(&written.files));
        let again = ok(School::from_document(back.document.clone()));
        assert_eq!(again.document().school_year, school.document().school_year);
        let staff = |s: &School| {
            s.staff()
                .iter()
                .map(|t| (t.id.clone(), t.name.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(staff(&school), staff(&again));
        let classes = |s: &School| {
            s.classes()
                .iter()
                .map(|c| (c.id.clone(), c.name.clone(), c.year, c.titularis.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(classes(&school), classes(&again));
        let now = Decided::new(&again, &back.allocation, &back.timetable);
        let teaching = |d: &Decided<'_>| -> BTreeMap<String, (String, u8, BTreeSet<String>)> {
            let one = |(at, lesson): (uurwerk_model::LessonIx, &Lesson)| {
                let people = d
                    .teachers(at)
                    .iter()
                    .flatten()
                    .map(ToString::to_string)
                    .collect();
                (
                    lesson.id.to_string(),
                    (lesson.subject.to_string(), lesson.hours, people),
                )
            };
            d.lessons().map(one).collect()
        };
        assert_eq!(teaching(&decided), teaching(&now));
    }
    let faults = oneroster::read(&[("users.csv".to_owned(), b"sourcedId,givenName\n".to_vec())])
        .unwrap_err();
    let codes: Vec<&str> = faults.iter().map(|f| f.code()).collect();
    assert_eq!(codes, ["UW3703", "UW3701", "UW3701"]);
}
