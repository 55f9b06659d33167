//! The Untis import on tiny exports written out here: what the files may look like, what is reported,
//! what the profile changes.

use proptest::prelude::*;
use uurwerk_formats::untis::{Files, Imported, Profile, read};
use uurwerk_model::{
    Diagnostics, FteUnits, Graad, Language, Lock, Place, QualificationLevel, Role, School,
    Severity, TaskKind, WishTarget,
};

fn import(files: &[(&str, &str)], profile: &str) -> Result<Imported, Diagnostics> {
    let files = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes().to_vec()));
    let profile = Profile::parse(profile).expect("the profile of the test is right");
    read(&Files::from_names(files), &profile)
}

fn codes(diagnostics: &Diagnostics) -> Vec<&str> {
    diagnostics.iter().map(|d| d.code()).collect()
}

/// A row of GPU002: lesson, hours, class, teacher, subject, room.
fn row(lesson: u32, hours: u32, class: &str, teacher: &str, subject: &str, room: &str) -> String {
    format!("{lesson},{hours},,,\"{class}\",\"{teacher}\",\"{subject}\",\"{room}\"\r\n")
}

const SUBJECTS: &str = "\"WISK1\",\"Wiskunde\",,,,,,,,,,,,\"4545\",4.54500\n\
                        \"WISK2\",\"Wiskunde\",,,,,,,,,,,,\"4762\",4.76200\n\
                        \"WACHT\",\"Wacht\",,,,,,,,,,,,\"0\",0.00000\n";

fn small_school() -> Vec<(&'static str, String)> {
    let lessons = [
        row(1, 4, "T1A", "Jan", "WISK1", "A1"),
        row(2, 3, "T3A", "Jan", "WISK2", "A1"),
        row(3, 1, "", "Jan", "WACHT", ""),
        row(4, 2, "T3A", "An", "WISK2", ""),
    ];
    vec![
        ("gpu002.csv", lessons.concat()),
        ("GPU006.TXT", SUBJECTS.to_owned()),
        (
            "GPU008.TXT",
            "\"Jan\",\"WISK?\"\n\"An\",\"WISK1\"\n".to_owned(),
        ),
    ]
}

fn import_small(more: &[(&'static str, &str)], profile: &str) -> Imported {
    let mut files = small_school();
    files.extend(more.iter().map(|(name, text)| (*name, (*text).to_owned())));
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let imported = import(&files, profile).unwrap_or_else(|d| panic!("{:?}", codes(&d)));
    School::from_document(imported.document.clone()).unwrap_or_else(|d| panic!("{d:?}"));
    imported
}

#[test]
fn graden_loads_and_contracts_follow_from_value_factors() {
    let imported = import_small(&[], "");
    let document = imported.document;
    // WISK1 and WISK2 are one subject; the stand-by hour keeps its own.
    let subjects: Vec<&str> = document.subjects.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(subjects, ["WACHT", "WISK"]);
    // Jan: 4 hours of 22 and 3 of 21; the stand-by hour counts for nobody.
    // 4 x 6090 + 3 x 6380 = 43500 units, and one hour (6090) on either side.
    let jan = document
        .staff
        .iter()
        .find(|t| t.id.as_str() == "Jan")
        .expect("Jan");
    assert_eq!(jan.contract.target, FteUnits(43_500));
    assert_eq!(jan.contract.min, FteUnits(43_500 - 6_090));
    assert_eq!(jan.contract.max, FteUnits(43_500 + 6_090));
    assert_eq!(document.lessons[2].positions[0].role, Role::Duty);
    assert_eq!(jan.qualifications[0].graden, [Graad(1), Graad(2)]);
    assert!(codes(&imported.assumptions).contains(&"UW3045"));
}

#[test]
fn a_weekly_target_in_hours_widens_the_contract() {
    // Jan has 7 hours worth 43500 units; a target of 8 such hours is 8/7 of that: 49714 (rounded down).
    let teachers = "\"Jan\",\"Janssens\",,,,,,,,,,,,,8.000,,,,,,,,,,,,,,\"Jan\"\n";
    let document = import_small(&[("GPU004.TXT", teachers)], "").document;
    let jan = &document.staff[0];
    assert_eq!(jan.name, "Jan Janssens");
    assert_eq!(jan.contract.target, FteUnits(49_714));
    assert_eq!(jan.contract.min, FteUnits(43_500 - 6_090));
    assert_eq!(jan.contract.max, FteUnits(49_714 + 6_090));
}

#[test]
fn free_teachers_keep_the_right_to_what_they_teach() {
    let locked = import_small(&[], "").document;
    assert_eq!(locked.locks.len(), 4);
    let free = import_small(&[], "teachers = \"free\"").document;
    // Only the stand-by hour stays where it is.
    let [Lock::Teacher(lock)] = &free.locks[..] else {
        panic!("{:?}", free.locks)
    };
    assert_eq!(lock.lesson.as_str(), "3");
    let an = free
        .staff
        .iter()
        .find(|t| t.id.as_str() == "An")
        .expect("An");
    let levels: Vec<_> = an
        .qualifications
        .iter()
        .map(|q| (q.level, q.graden.clone()))
        .collect();
    assert_eq!(
        levels,
        [
            (QualificationLevel::Required, vec![Graad(1)]),
            (QualificationLevel::Other, vec![Graad(2)])
        ]
    );
}

#[test]
fn the_profile_overrides_what_was_assumed() {
    let profile = r#"
        name = "VTI"
        starters = ["An"]
        qualification_level = "sufficient"
        [staff]
        experience = 20
        [class.T1A]
        difficulty = 80
        pupils = 18
        stream = "b"
        [teacher.Jan]
        experience = 3
        mentor = true
        [subject.WACHT]
        noemer = 22
        [[mentoring.pairs]]
        mentor = "Jan"
        starter = "An"
    "#;
    let document = import_small(&[], profile).document;
    assert_eq!(document.name, "VTI");
    let person = |id: &str| {
        document
            .staff
            .iter()
            .find(|t| t.id.as_str() == id)
            .expect("there")
    };
    assert_eq!(
        (person("An").experience, person("An").starter),
        (1, Some(true))
    );
    assert_eq!((person("Jan").experience, person("Jan").mentor), (3, true));
    assert_eq!(
        person("Jan").qualifications[0].level,
        QualificationLevel::Sufficient
    );
    let class = &document.classes[0];
    assert_eq!((class.difficulty, class.pupils), (80, 18));
    // With a noemer, the stand-by hour counts: 43500 + 6090, as a task, for it has no pupils.
    assert_eq!(document.lessons[2].positions[0].role, Role::Duty);
    assert_eq!(person("Jan").tasks[0].load, FteUnits(6_090));
    assert_eq!(person("Jan").contract.target, FteUnits(49_590));
}

#[test]
fn noemers_of_the_profile_go_before_the_factors_of_untis() {
    let target = |profile: &str| import_small(&[], profile).document.staff[0].contract.target;
    // 4 hours of 22 and 3 of 29: 4 x 6090 + 3 x 4620.
    let cell = "[[noemer]]\ngraad = 2\nkind = \"AV\"\nhours = 29\n";
    assert_eq!(target(cell), FteUnits(38_220));
    assert_eq!(target("[subject.WISK2]\nnoemer = 29\n"), FteUnits(38_220));
}

#[test]
fn hours_without_pupils_are_tasks_or_lessons() {
    let lessons = [
        row(1, 4, "T1A", "Jan", "WISK1", ""),
        row(2, 2, "", "Jan", "MENT2", ""),
    ];
    let files = [
        ("GPU002.TXT", lessons.concat()),
        ("GPU006.TXT", "MENT2,Mentorschap\n".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let tasks = import(&files, "").expect("right").document;
    let jan = &tasks.staff[0];
    assert_eq!(tasks.lessons[1].positions[0].role, Role::Duty);
    assert_eq!(jan.tasks[0].kind, TaskKind::Mentoring);
    // A technical subject of graad 2: 2 hours of 21 are 12760 units; the lesson is 4 of 22, 24360.
    assert_eq!(jan.tasks[0].load, FteUnits(12_760));
    assert_eq!(jan.contract.target, FteUnits(37_120));
    let profile = "without_pupils = \"lessons\"\nteachers = \"free\"";
    let lessons = import(&files, profile).expect("right").document;
    assert_eq!(lessons.lessons[1].positions[0].role, Role::Lead);
    assert_eq!(lessons.staff[0].contract.target, FteUnits(37_120));
    assert!(lessons.locks.is_empty() && lessons.staff[0].tasks.is_empty());
    School::from_document(tasks).expect("a valid school");
    School::from_document(lessons).expect("a valid school");
}

#[test]
fn wishes_reductions_and_closed_periods_are_carried_over() {
    let classes = "\"T1A\",\"1A\"\n\"T3A\",\"3A\"\n";
    let requests = "\"K\",\"T1A\",1,3,-3\n\"K\",\"T3A\",1,3,-3\n\"L\",\"Jan\",1,3,-3\n\
                    \"L\",\"Jan\",1,2,-3\n\"F\",\"WISK1\",1,1,2\n\"K\",\"T1A\",2,1,-3\n\"R\",\"A1\",2,8,0\n";
    let reductions = "1,,,\"Jan\",\"MENT\",2.000,,,\"mentor\"\n";
    let files = [
        ("GPU003.TXT", classes),
        ("GPU016.TXT", requests),
        ("GPU020.TXT", reductions),
    ];
    let imported = import_small(&files, "");
    let document = imported.document;
    // Monday: period 3 is closed for both classes. Tuesday: 1 to 8.
    let sizes: Vec<usize> = document.grid.days.iter().map(|d| d.periods.len()).collect();
    assert_eq!(sizes, [2, 8]);
    let jan = &document.staff[0];
    let slots: Vec<_> = jan
        .wishes
        .iter()
        .map(|w| match &w.on {
            WishTarget::Slot(slot) => (slot.day.as_str(), slot.period.as_str(), w.value),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(slots, [("mon", "2", -3)]);
    assert_eq!(jan.tasks[0].kind, TaskKind::Mentoring);
    assert_eq!(jan.tasks[0].load, FteUnits(2 * 6_090));
    let lost = imported
        .assumptions
        .iter()
        .find(|d| d.code() == "UW3059")
        .expect("lost requests");
    assert_eq!(
        lost.message.args["examples"],
        "WISK1 mon.1, T1A tue.1".into()
    );
}

#[test]
fn the_present_timetable_gives_blocks_starts_rooms_and_midday() {
    // Lesson 1: a run of two on Monday morning, one each on two other days; doubles 0 to 1.
    let lessons = "1,4,,,\"T1A\",\"Jan\",\"WISK1\",\"ANY\",,,,,,,,,,,,,,,,\"X\",,,,\"0\",\"1\"\n";
    let rooms = "\"A1\",\"A1\",\"A2\"\n\"A2\",\"A2\",\"A1\"\n\"ANY\",\"fictief lokaal\",\"A1\"\n";
    let timetable = "1,\"T1A\",\"Jan\",\"WISK1\",\"A2\",1,1\n1,\"T1A\",\"Jan\",\"WISK1\",\"A2\",1,2\n\
                     1,\"T1A\",\"Jan\",\"WISK1\",\"A1\",2,8\n1,\"T1A\",\"Jan\",\"WISK1\",\"ANY\",3,4\n";
    let files = [
        ("GPU001.TXT", timetable),
        ("GPU002.TXT", lessons),
        ("GPU005.TXT", rooms),
    ];
    let imported = import(&files, "").expect("right");
    let lesson = &imported.document.lessons[0];
    assert_eq!(lesson.blocks, [2, 1, 1]);
    assert_eq!(lesson.rooms[0].kind, Some("like A1".into()));
    let placed: Vec<_> = imported
        .timetable
        .iter()
        .map(|p| {
            (
                p.day.as_str(),
                p.period.as_str(),
                p.length,
                p.rooms[0].clone(),
            )
        })
        .collect();
    assert_eq!(
        placed,
        [
            ("mon", "1", 2, Some("A2".into())),
            ("tue", "8", 1, Some("A1".into())),
            ("wed", "4", 1, None) // a fictional room is no room
        ]
    );
    // Code X: the three blocks keep their times.
    let times = imported
        .document
        .locks
        .iter()
        .filter(|l| matches!(l, Lock::Time(_)));
    assert_eq!(times.count(), 3);
    School::from_document(imported.document).expect("a valid school");
}

#[test]
fn rooms_stand_where_their_codes_or_the_profile_say() {
    let rooms = "\"A1\",\"A1\",,,,,,28\n\"S1\",\"Sporthal\",,\"m\",,\"2\",\"4\",60\n";
    let placed = |rooms: &str, profile: &str| -> Vec<(Option<String>, Option<String>)> {
        let imported = import_small(&[("GPU005.TXT", rooms)], profile);
        let text = |id: &dyn ToString| id.to_string();
        let rooms = imported.document.rooms.iter();
        rooms
            .map(|r| {
                let site = r.site.as_ref().map(|s| text(s));
                (site, r.building.as_ref().map(|b| text(b)))
            })
            .collect()
    };
    let (main, hall) = (Some("main".to_owned()), Some("2".to_owned()));
    assert_eq!(placed(rooms, ""), [(main.clone(), None), (hall, None)]);
    let profile = "[room.S1]\nsite = \"park\"\nbuilding = \"S\"\n\
                   [[travel]]\nfrom = \"park\"\nto = \"main\"\nminutes = 12\n";
    let (park, building) = (Some("park".to_owned()), Some("S".to_owned()));
    assert_eq!(placed(rooms, profile), [(main, None), (park, building)]);
    // Without a code nobody knows where the rooms are.
    let near = "\"A1\",\"A1\",,,,,,28\n";
    assert_eq!(placed(near, ""), [(None, None)]);
}

#[test]
fn parallel_groups_are_linked_lessons_of_parts() {
    let lessons = [
        row(9, 2, "T3A", "Jan", "GODS", "A1"),
        row(9, 2, "T3B", "Jan", "GODS", "A1"),
        row(9, 2, "T3A", "An", "NCZ", "A2"),
        row(9, 2, "T3B", "An", "NCZ", "A2"),
    ];
    let imported = import(&[("GPU002.TXT", &lessons.concat())], "").expect("right");
    let document = &imported.document;
    let ids: Vec<&str> = document.lessons.iter().map(|l| l.id.as_str()).collect();
    assert_eq!(ids, ["9.1", "9.2"]);
    assert_eq!(document.lessons[0].link, document.lessons[1].link);
    let parts: Vec<_> = document
        .lessons
        .iter()
        .flat_map(|l| &l.groups)
        .map(|g| {
            (
                g.class.as_str(),
                g.part.as_ref().map_or("", |p| p.part.as_str()),
            )
        })
        .collect();
    assert_eq!(
        parts,
        [("T3A", "1"), ("T3B", "1"), ("T3A", "2"), ("T3B", "2")]
    );
    assert_eq!(document.classes[0].partitions[0].parts.len(), 2);
    School::from_document(document.clone()).expect("a valid school");
}

#[test]
fn every_fault_is_reported_with_its_place() {
    let lessons = "x,2,,,\"1A\"\n2,many,,,\"1A\"\n,1\n4,41\n5,2,,,\"1A\",,,,,,1.x\n";
    let requests = "\"Q\",\"Jan\",1,1,-3\n\"L\",\"Jan\",8,1,-4\n";
    let faults = import(&[("GPU002.TXT", lessons), ("gpu016.txt", requests)], "").unwrap_err();
    let found: Vec<_> = faults
        .iter()
        .map(|d| {
            let (line, column) = match d.place {
                Place::Line { line, column } => (line, column.unwrap_or(0)),
                Place::Pointer(_) | Place::Cell(_) => (0, 0),
            };
            (d.code(), d.file.as_deref().unwrap_or(""), line, column)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("UW3002", "GPU002.TXT", 1, 1),
            ("UW3002", "GPU002.TXT", 2, 2),
            ("UW3004", "GPU002.TXT", 3, 1),
            ("UW3003", "GPU002.TXT", 4, 2),
            ("UW3002", "GPU002.TXT", 5, 11),
            ("UW3005", "gpu016.txt", 1, 1),
            ("UW3003", "gpu016.txt", 2, 3),
            ("UW3003", "gpu016.txt", 2, 5),
        ]
    );
    for fault in faults.iter() {
        for language in Language::ALL {
            assert!(
                !fault.remedy(language).is_empty(),
                "{} {language:?}",
                fault.code()
            );
        }
    }
}

#[test]
fn missing_lessons_and_unknown_names_in_the_profile_are_faults() {
    assert_eq!(codes(&import(&[], "").unwrap_err()), ["UW3001"]);
    assert_eq!(
        codes(&import(&[("GPU002.TXT", "\n")], "").unwrap_err()),
        ["UW3008"]
    );
    let lessons = row(1, 2, "1A", "Jan", "WISK", "");
    let profile = "starters = [\"jan\"]\n[class.2A]\nyear = 2\n[room.X]\nkind = \"lab\"\n";
    let faults = import(&[("GPU002.TXT", &lessons)], profile).unwrap_err();
    assert_eq!(codes(&faults), ["UW3011", "UW3011", "UW3011"]);
}

#[test]
fn every_assumption_is_a_warning_with_words_and_a_remedy() {
    let imported = import_small(&[], "teachers = \"free\"");
    assert!(imported.assumptions.0.len() > 8);
    for note in imported.assumptions.iter() {
        assert_eq!(note.severity, Severity::Warning);
        for language in Language::ALL {
            assert_ne!(note.text(language), note.code(), "{language:?}");
            assert!(
                !note.remedy(language).is_empty(),
                "{} {language:?}",
                note.code()
            );
        }
    }
}

/// Fields as damaged exports have them: names, numbers in and out of range, lists, stray quotes.
fn field() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[0-9]{0,3}",
        4 => "\"[A-Z][1-8]?[A-Z]?\"",
        1 => "-?[0-9]{1,30}([.,][0-9]{0,8})?",
        1 => "[a-z~?*;\t\" ]{0,6}",
        2 => Just(String::new()),
    ]
}

fn file() -> impl Strategy<Value = String> {
    let line = prop::collection::vec(field(), 0..45).prop_map(|fields| fields.join(","));
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\r\n"))
}

/// Rows of lessons that are right as rows but not as a whole.
fn odd_lessons() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        Just(""),
        Just("A"),
        Just("1B"),
        Just("T3~B7"),
        Just("?"),
        Just("WISK2")
    ];
    let row = (
        1..6_u32,
        0..41_u32,
        name.clone(),
        name.clone(),
        name.clone(),
        name,
        0..9_u8,
        0..9_u8,
    );
    let row = row.prop_map(|(number, hours, class, teacher, subject, room, double, block)| {
        format!("{number},{hours},,,{class},{teacher},{subject},{room},,,,,,,,,,,,,,,,,,,,{double},,{block}\n")
    });
    prop::collection::vec(row, 1..15).prop_map(|rows| rows.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_to_the_files_panics(
        texts in prop::collection::vec(file(), 9),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        lessons in odd_lessons(),
    ) {
        let numbers = ["001", "002", "003", "004", "005", "006", "008", "016", "020"];
        let damaged = numbers.iter().zip(texts).map(|(n, text)| (format!("GPU{n}.TXT"), text.into_bytes()));
        let damaged: Vec<(String, Vec<u8>)> = damaged.collect();
        let mut others = damaged.clone();
        others[1].1 = lessons.clone().into_bytes();
        for files in [damaged, others, vec![("GPU002.TXT".to_owned(), bytes)], vec![("GPU002.TXT".to_owned(), lessons.into_bytes())]] {
            for profile in ["", "teachers = \"free\"\nwithout_pupils = \"lessons\"\ntimes = \"all\""] {
                let profile = Profile::parse(profile).expect("a profile");
                match read(&Files::from_names(files.clone()), &profile) {
                    Ok(imported) => drop(School::from_document(imported.document)),
                    Err(faults) => prop_assert!(faults.has_errors()),
                }
            }
        }
    }

    /// Whatever the couplings look like, what is imported is a school in which everything is told apart;
    /// only hours that no week can hold or nobody can give may be left to complain about.
    #[test]
    fn odd_couplings_still_make_a_school(lessons in odd_lessons()) {
        let too_much = ["UW0126", "UW0138", "UW0144", "UW0150", "UW0180"];
        let files = Files::from_names([("GPU002.TXT", lessons.into_bytes())]);
        if let Ok(imported) = read(&files, &Profile::default())
            && let Err(faults) = School::from_document(imported.document)
        {
            for fault in faults.iter().filter(|f| f.severity == Severity::Error) {
                prop_assert!(too_much.contains(&fault.code()), "{fault:?}");
            }
        }
    }
}
