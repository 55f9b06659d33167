//! Workbooks, CSV tables, aSc files, OneRoster files and calendars of a generated school: written, read back, compared.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_formats::oneroster::Version;
use uurwerk_formats::{Decided, Imported, Written, asc, csv, ical, oneroster, xlsx};
use uurwerk_model::{Assignment, Diagnostics, Language, Lesson, Lock, Place, Placement, School, SchoolDocument, SlotIx};

const SMALL: &str = include_str!("../../../fixtures/small.json");

fn school() -> School {
    School::parse(SMALL).expect("the fixture is a school")
}

/// Somebody for every place and a time for every block: enough for files, whatever a rule would say of it.
fn decisions(school: &School) -> (Vec<Assignment>, Vec<Placement>) {
    let (mut allocation, mut timetable) = (Vec::new(), Vec::new());
    for (nth, lesson) in school.lessons().iter().enumerate() {
        for (at, position) in lesson.positions.iter().enumerate() {
            let teacher = &school.staff()[(nth * 7 + at * 3) % school.staff().len()];
            allocation.push(Assignment { lesson: lesson.id.clone(), position: at as u8, role: position.role, teacher: teacher.id.clone() });
        }
        let mut from = nth;
        for (block, length) in lesson.block_lengths().into_iter().enumerate() {
            let slots = school.slots().len();
            let start = (0..slots).map(|n| SlotIx(((from + n) % slots) as u32)).find(|slot| school.block_fits(*slot, length)).expect("a place");
            from = start.at() + usize::from(length);
            let slot = school.slot(start);
            let rooms = lesson.rooms.iter().map(|need| {
                let suits = |r: &&uurwerk_model::Room| need.kind.as_ref() == Some(&r.kind) || need.any_of.contains(&r.id);
                school.rooms().iter().find(suits).or(school.rooms().first()).map(|r| r.id.clone())
            });
            timetable.push(Placement { lesson: lesson.id.clone(), block: block as u8, day: slot.day, period: slot.period, length, rooms: rooms.collect() });
        }
    }
    (allocation, timetable)
}

fn sorted<T: Clone + Ord>(list: &[T]) -> Vec<T> {
    let mut list = list.to_vec();
    list.sort();
    list
}

/// The document with its locks in one order: tables keep those on teachers beside their lessons.
fn in_order(document: &SchoolDocument) -> SchoolDocument {
    let mut document = document.clone();
    document.locks.sort_by_key(|lock| match lock {
        Lock::Teacher(lock) => (0, lock.lesson.clone(), lock.position, 0),
        Lock::Time(lock) => (1, lock.lesson.clone(), lock.block, 0),
        Lock::Room(lock) => (2, lock.lesson.clone(), lock.block, lock.need),
    });
    document
}

fn file<'w>(written: &'w Written, name: &str) -> &'w [u8] {
    let found = written.files.iter().find(|(known, _)| known == name);
    &found.unwrap_or_else(|| panic!("{name} is not among {:?}", written.files.iter().map(|f| &f.0).collect::<Vec<_>>())).1
}

fn text(written: &Written, name: &str) -> String {
    String::from_utf8(file(written, name).to_vec()).expect("UTF-8")
}

fn ok<T>(result: Result<T, Diagnostics>) -> T {
    result.unwrap_or_else(|faults| panic!("{:#?}", faults.0))
}

#[test]
fn a_workbook_holds_the_whole_school_and_its_plan_in_every_language() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    for language in Language::ALL {
        let decided = Decided::new(&school, &allocation, &timetable);
        let written = ok(xlsx::write(&decided, language));
        assert_eq!(written, ok(xlsx::write(&decided, language)), "the same school gives the same bytes");
        let back = ok(xlsx::read(&written.files[0].1));
        assert_eq!(in_order(&back.document), in_order(school.document()), "{}", language.code());
        assert_eq!(sorted(&back.allocation), sorted(&allocation));
        assert_eq!(sorted(&back.timetable), sorted(&timetable));
        assert_eq!(back.assumptions.0, []);
    }
}

#[test]
fn csv_tables_hold_the_whole_school_and_its_plan() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    let written = ok(csv::write(&Decided::new(&school, &allocation, &timetable)));
    let back = ok(csv::read(&written.files, &csv::Profile::default()));
    assert_eq!(in_order(&back.document), in_order(school.document()));
    assert_eq!(sorted(&back.allocation), sorted(&allocation));
    assert_eq!(sorted(&back.timetable), sorted(&timetable));
}

/// The tables of a small school; `staff` as its administration exports it.
fn exported(staff: &str) -> Vec<(String, Vec<u8>)> {
    let named = [
        ("school.csv", "name\nVTI\n"),
        ("grid.csv", "day,period,start,end,half_day\nmon,1,08:30,09:20,morning\nmon,2,09:20,10:10,morning\n"),
        ("subjects.csv", "id,name,kind\nWIS,wiskunde,AV\n"),
        ("noemers.csv", "graad,kind,hours\n1,AV,22\n"),
        ("classes.csv", "id,name,graad,year,stream,pupils\n1A,1A,1,1,a,20\n"),
        ("lessons.csv", "id,subject,groups,hours,blocks,teachers\n1,WIS,1A,2,2,7\n"),
        ("personeel.csv", staff),
    ];
    named.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).to_vec()
}

const PROFILE: &str = r#"
    [table.staff]
    file = "personeel.csv"
    columns = { id = "Stamnr", name = ["Voornaam", "Naam"], statute = "Statuut", contract_max = "Uren" }
    values.statute = { VB = "permanent", TABD = "tabd" }
    values.contract_max = { "22" = "22/22" }
    default = { experience = "10", contract_min = "0", contract_target = "20/22" }
"#;

#[test]
fn a_profile_reads_what_an_administration_exports() {
    let files = exported("Stamnr;Naam;Voornaam;Statuut;Uren;Telefoon\n7;Peeters;Jan;VB;22;03\n8;Maes;An;tadd;22/22;\n");
    let back = ok(csv::read(&files, &ok(csv::Profile::parse(PROFILE))));
    let names: Vec<&str> = back.document.staff.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(names, ["Jan Peeters", "An Maes"]);
    assert_eq!(back.document.staff[0].statute, uurwerk_model::Statute::Permanent);
    assert_eq!(back.document.staff[1].contract.max, uurwerk_model::FteUnits::FULL);
    let unused: Vec<(&str, Option<&str>)> = back.assumptions.iter().map(|n| (n.code(), n.file.as_deref())).collect();
    assert_eq!(unused, [("UW3506", Some("personeel.csv"))]);
}

#[test]
fn every_fault_of_a_table_is_told_at_its_field() {
    let files = exported("Stamnr;Naam;Voornaam;Statuut;Uren\n7;Peeters;Jan;boss;22\n7;Maes;An;TABD;lots\n");
    let faults = csv::read(&files, &ok(csv::Profile::parse(PROFILE))).unwrap_err();
    let at = |line, column| Place::Line { line, column: Some(column) };
    let places: BTreeSet<(Option<&str>, &Place)> = faults.iter().map(|f| (f.file.as_deref(), &f.place)).collect();
    for place in [at(2, 4), at(3, 5)] {
        assert!(places.contains(&(Some("personeel.csv"), &place)), "{place:?} in {places:?}");
    }
    for (table, wrong) in [("staf", "/table/staf"), ("staff.columns", "/table/staff/columns/nme")] {
        let text = if table == "staf" { "[table.staf]\n".to_owned() } else { format!("[table.{table}]\nnme = \"x\"\n") };
        let faults = csv::Profile::parse(&text).unwrap_err();
        assert_eq!((faults.0[0].code(), &faults.0[0].place), ("UW3802", &Place::Pointer(wrong.to_owned())));
    }
    let missing = csv::Profile::parse("[table.staff]\nfile = \"x.csv\"\n").unwrap();
    assert_eq!(csv::read(&files, &missing).unwrap_err().0[0].code(), "UW3803");
}

#[test]
fn faults_of_a_workbook_have_sheet_and_cell() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet().set_name("Personeel").unwrap();
    for (at, head) in (0..).zip(["id", "naam", "dienstjaren", "iets"]) {
        page.write_string(0, at, head).unwrap();
    }
    page.write_string(1, 0, "Jan").unwrap().write_string(1, 1, "Jan").unwrap().write_string(1, 2, "veel").unwrap();
    book.add_worksheet().set_name("Kladblad").unwrap();
    let faults = xlsx::read(&book.save_to_buffer().unwrap()).unwrap_err();
    let cell = Place::Cell { sheet: "Personeel".to_owned(), cell: "C2".to_owned() };
    assert!(faults.iter().any(|fault| fault.place == cell), "{:#?}", faults.0);
    assert_eq!(xlsx::read(b"no workbook").unwrap_err().0[0].code(), "UW3501");
}

/// What aSc keeps of a lesson.
fn kept(lesson: &Lesson, teachers: &[Option<uurwerk_model::TeacherId>]) -> (String, Vec<String>, u8, Vec<u8>, Vec<String>) {
    let mut blocks = lesson.block_lengths();
    blocks.sort_unstable_by(|a, b| b.cmp(a));
    let groups = lesson.groups.iter().map(|g| format!("{:?}", g)).collect();
    let teachers = teachers.iter().flatten().map(ToString::to_string).collect();
    (lesson.subject.to_string(), groups, lesson.hours, blocks, teachers)
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
        d.lessons().map(|(at, lesson)| (lesson.id.to_string(), kept(lesson, d.teachers(at)))).collect()
    };
    assert_eq!(all(&decided), all(&now));
    // Times and rooms, period by period: which of two blocks of one length is the first does not matter.
    let places = |d: &Decided<'_>| -> BTreeSet<(String, String, String, Vec<String>)> {
        let mut places = BTreeSet::new();
        for (at, lesson) in d.lessons() {
            for placement in d.blocks(at) {
                for slot in d.slots(placement) {
                    let mut rooms: Vec<String> = placement.rooms.iter().flatten().map(ToString::to_string).collect();
                    rooms.sort();
                    rooms.dedup();
                    places.insert((lesson.id.to_string(), slot.day.to_string(), slot.period.to_string(), rooms));
                }
            }
        }
        places
    };
    assert_eq!(places(&decided), places(&now));
    let ids = |s: &School| -> Vec<String> { s.classes().iter().map(|c| format!("{} {} {:?} {:?}", c.id, c.pupils, c.partitions, c.titularis)).collect() };
    assert_eq!(ids(&school), ids(&again));
    assert_eq!(school.document().grid, again.document().grid);
}

#[test]
fn faults_of_an_asc_file_have_line_and_code() {
    let text = "<timetable>\n<periods><period period=\"1\" starttime=\"noon\" endtime=\"9:20\"/></periods>\n<subjects><subject id=\"s\" short=\"W\"/></subjects>\n\
                <lessons>\n<lesson id=\"1\" subjectid=\"s\" teacherids=\"t\" periodsperweek=\"many\"/>\n</lessons>\n<cards><card lessonid=\"2\" period=\"1\" days=\"1\"/></cards></timetable>";
    let faults = asc::read(text.as_bytes()).unwrap_err();
    let found: Vec<(&str, u32)> = faults.iter().map(|f| (f.code(), match f.place { Place::Line { line, .. } => line, _ => 0 })).collect();
    assert_eq!(found, [("UW3607", 2), ("UW3608", 5), ("UW3607", 5), ("UW3608", 7)]);
    assert_eq!(asc::read(b"<fet/>").unwrap_err().0[0].code(), "UW3605");
    assert_eq!(asc::read(b"<timetable").unwrap_err().0[0].code(), "UW3602");
}

#[test]
fn oneroster_keeps_staff_classes_and_who_teaches_what() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    let decided = Decided::new(&school, &allocation, &timetable);
    for (version, head) in [(Version::V1p1, "orgSourcedIds,role,"), (Version::V1p2, "userMasterIdentifier")] {
        let written = ok(oneroster::write(&decided, version));
        assert!(text(&written, "users.csv").lines().next().expect("a head").contains(head));
        assert_eq!(written.files.iter().any(|(name, _)| name == "roles.csv"), version == Version::V1p2);
        let back = ok(oneroster::read(&written.files));
        let again = ok(School::from_document(back.document.clone()));
        assert_eq!(again.document().school_year, school.document().school_year);
        let staff = |s: &School| s.staff().iter().map(|t| (t.id.clone(), t.name.clone())).collect::<Vec<_>>();
        assert_eq!(staff(&school), staff(&again));
        let classes = |s: &School| s.classes().iter().map(|c| (c.id.clone(), c.name.clone(), c.year, c.titularis.clone())).collect::<Vec<_>>();
        assert_eq!(classes(&school), classes(&again));
        let now = Decided::new(&again, &back.allocation, &back.timetable);
        let teaching = |d: &Decided<'_>| -> BTreeMap<String, (String, u8, BTreeSet<String>)> {
            let one = |(at, lesson): (uurwerk_model::LessonIx, &Lesson)| {
                let people = d.teachers(at).iter().flatten().map(ToString::to_string).collect();
                (lesson.id.to_string(), (lesson.subject.to_string(), lesson.hours, people))
            };
            d.lessons().map(one).collect()
        };
        assert_eq!(teaching(&decided), teaching(&now));
    }
    let faults = oneroster::read(&[("users.csv".to_owned(), b"sourcedId,givenName\n".to_vec())]).unwrap_err();
    let codes: Vec<&str> = faults.iter().map(|f| f.code()).collect();
    assert_eq!(codes, ["UW3703", "UW3701", "UW3701"]);
}

#[test]
fn calendars_are_accepted_by_another_parser_and_hold_every_block() {
    let school = school();
    let (allocation, timetable) = decisions(&school);
    let decided = Decided::new(&school, &allocation, &timetable);
    let written = ok(ical::write(&decided, &ical::CalendarProfile::default(), Language::Nl));
    let again = ok(ical::write(&decided, &ical::CalendarProfile::default(), Language::Nl));
    assert_eq!(written, again, "the same plan gives the same bytes");
    let mut uids = BTreeSet::new();
    let mut events = 0;
    for (name, bytes) in &written.files {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(text.lines().all(|line| line.len() <= 75), "{name}: lines are folded");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}: lines end in CRLF");
        let parsed: Vec<_> = ::ical::IcalParser::new(bytes.as_slice()).collect::<Result<_, _>>().unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(parsed.len(), 1);
        assert_eq!(parsed[0].timezones.len(), 1, "{name} has its time zone");
        assert_eq!(parsed[0].timezones[0].transitions.len(), 2);
        for event in &parsed[0].events {
            let value = |key: &str| event.properties.iter().find(|p| p.name == key).and_then(|p| p.value.clone()).unwrap_or_else(|| panic!("{name}: {key}"));
            assert!(uids.insert(value("UID")), "{name}: a UID of its own");
            assert!(value("RRULE").starts_with("FREQ=WEEKLY;UNTIL=2027"));
            assert!(event.properties.iter().filter(|p| p.name == "EXDATE").count() >= 5, "holidays are left out");
            events += 1;
        }
    }
    let expected: usize = decided
        .lessons()
        .flat_map(|(at, lesson)| decided.blocks(at).iter().map(move |p| (at, lesson, *p)))
        .map(|(at, lesson, placement)| {
            let people: BTreeSet<_> = decided.teachers(at).iter().flatten().collect();
            let classes: BTreeSet<_> = lesson.groups.iter().map(|g| &g.class).collect();
            let rooms: BTreeSet<_> = placement.rooms.iter().flatten().collect();
            people.len() + classes.len() + rooms.len()
        })
        .sum();
    assert_eq!(events, expected);
    // A block that moves keeps its UID.
    let mut moved = timetable.clone();
    moved[0].period = if moved[0].period.as_str() == "1" { "2".into() } else { "1".into() };
    let moved = ok(ical::write(&Decided::new(&school, &allocation, &moved), &ical::CalendarProfile::default(), Language::Nl));
    let all_uids = |w: &Written| -> BTreeSet<String> {
        let lines = w.files.iter().flat_map(|(_, b)| String::from_utf8_lossy(b).lines().filter(|l| l.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>());
        lines.collect()
    };
    assert_eq!(all_uids(&written), all_uids(&moved));
}
