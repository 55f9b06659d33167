//! Untis text files ("GPU files") to a school document and back.
//!
//! Untis says what is taught, by whom, to whom and where; it does not say what law and the memorandum
//! ask about: graden, qualifications' levels, experience, difficult classes. What is missing is
//! assumed, each assumption is reported with the key of the [`Profile`] that overrides it.

mod blocks;
mod cells;
mod classes;
mod coupling;
mod files;
mod groups;
mod lessons;
mod loads;
mod naming;
mod out;
mod present;
mod profile;
mod qualified;
mod records;
mod rooms;
mod staff;
mod subjects;
mod week;
mod weights;

pub(crate) use classes::{stream_in, year_in};
pub(crate) use naming::kind as subject_kind;

pub use crate::exchange::Imported;
pub use files::Files;
pub use out::write;
pub use profile::{
    ClassProfile, GridProfile, Profile, RoomProfile, SecondTeacher, StaffProfile, SubjectProfile,
    TeacherProfile, Teachers, Times, WithoutPupils,
};

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    Class, Diagnostic, Diagnostics, Graad, Header, Kind, Lesson, Room, SchoolDocument, Teacher,
};

use crate::notes::Notes;
use lessons::{Lessons, Source};
use records::Export;
use rooms::Rooms;
use subjects::Subjects;
use week::Week;

/// Makes a school of an export.
///
/// ```
/// use uurwerk_formats::untis::{Files, Profile, read};
/// let lessons = b"7,2,,,\"3A\",\"Jan\",\"WISK2\",\"R1\"\r\n7,2,,,\"3B\",\"Jan\",\"WISK2\",\"R1\"\r\n";
/// let files = Files::from_names([("GPU002.TXT", lessons.to_vec())]);
/// let imported = read(&files, &Profile::default()).unwrap();
/// assert_eq!(imported.document.lessons.len(), 1);
/// assert_eq!(imported.document.lessons[0].groups.len(), 2);
/// ```
///
/// # Errors
/// Every fault in a row with file, line and field, and every name in the profile that the files lack.
pub fn read(files: &Files, profile: &Profile) -> Result<Imported, Diagnostics> {
    let mut faults = Diagnostics::default();
    let mut export = records::read(files, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    let mut notes = Notes::default();
    name_subjects(&mut export, &mut notes);
    let week = Week::new(&export, &profile.grid, &mut notes);
    let mut classes = classes::classes(&export, profile, &mut notes);
    let graden: BTreeMap<String, Graad> = classes
        .iter()
        .map(|c| (c.id.to_string(), c.graad))
        .collect();
    let graad_of_class = |name: &str| graden.get(name).copied();
    let subjects = Subjects::new(&export, profile, graad_of_class, &mut notes);
    let rooms = Rooms::new(&export, profile, &mut notes);
    let source = Source {
        export: &export,
        profile,
        week: &week,
        subjects: &subjects,
        rooms: &rooms,
    };
    let lessons = lessons::lessons(&source, &mut classes, &mut notes);
    let graad = |lesson: &Lesson| {
        let of_classes = lesson
            .groups
            .iter()
            .filter_map(|g| graad_of_class(g.class.as_str()));
        lesson.graad.or(of_classes.max())
    };
    let staff = staff::staff(&source, &lessons, graad, &mut notes);
    settle(&mut classes, &staff, &rooms.list, &mut notes);
    let unknown = unknown_names(profile, &export, &staff, &classes, &rooms.list);
    if unknown.has_errors() {
        return Err(unknown);
    }
    general(&export, profile, &mut notes);
    let Lessons {
        list,
        locks,
        allocation,
        timetable,
        ..
    } = lessons;
    let document = SchoolDocument {
        uurwerk: Header::of(Kind::School),
        name: profile.name.clone().unwrap_or_else(|| "Untis".to_owned()),
        school_year: school_year(&export),
        origin: Some("Untis GPU".to_owned()),
        grid: week.grid,
        noemers: subjects.noemers,
        subjects: subjects.list,
        staff,
        classes,
        rooms: rooms.list,
        travel: profile.travel.clone(),
        lessons: list,
        mentoring: profile.mentoring.clone(),
        teams: profile.team.clone(),
        trainees: Vec::new(),
        visits: Vec::new(),
        workplaces: Vec::new(),
        gatherings: Vec::new(),
        projects: Vec::new(),
        rounds: Vec::new(),
        budget: Vec::new(),
        locks,
        policy: profile.policy.clone(),
    };
    Ok(Imported {
        document,
        assumptions: notes.into_warnings(),
        allocation,
        timetable,
    })
}

/// Lessons of which no row names a subject get one of their own.
fn name_subjects(export: &mut Export, notes: &mut Notes) {
    for (number, rows) in &mut export.lessons {
        if rows.iter().all(|r| r.subject.is_empty()) {
            notes.add("UW3074", "/lessons", number.to_string());
            rows[0].subject.push('-');
        }
    }
}

/// Takes away home rooms and class teachers that do not exist.
fn settle(classes: &mut [Class], staff: &[Teacher], rooms: &[Room], notes: &mut Notes) {
    let rooms: BTreeSet<_> = rooms.iter().map(|r| &r.id).collect();
    let staff: BTreeSet<_> = staff.iter().map(|t| &t.id).collect();
    for class in classes {
        if class
            .home_room
            .as_ref()
            .is_some_and(|room| !rooms.contains(room))
        {
            class.home_room = None;
        }
        if let Some(person) = class.titularis.take_if(|person| !staff.contains(person)) {
            notes.add("UW3071", "/classes", format!("{} {person}", class.id));
        }
    }
}

/// Assumptions about the whole school.
fn general(export: &Export, profile: &Profile, notes: &mut Notes) {
    if profile.name.is_none() {
        notes.add("UW3030", "", "Untis");
    }
    let named = export
        .lessons
        .values()
        .flatten()
        .filter(|r| !r.teacher.is_empty());
    let named: BTreeSet<&str> = named.map(|r| r.teacher.as_str()).collect();
    match profile.teachers {
        Teachers::Locked => notes.all("UW3057", "/locks", named),
        Teachers::Free => {}
    }
    let unknown = export.timetable.iter().map(|r| r.lesson);
    let unknown: BTreeSet<u32> = unknown
        .filter(|l| !export.lessons.contains_key(l))
        .collect();
    notes.all("UW3072", "", unknown.iter().map(u32::to_string));
    let usual = school_year(export);
    for (number, rows) in &export.lessons {
        if rows
            .iter()
            .any(|r| usual.is_some() && year(&r.from, &r.to) != usual)
        {
            notes.add("UW3073", "/lessons", number.to_string());
        }
    }
}

/// The school year that most rows of lessons run in, such as `2009-2010`.
fn school_year(export: &Export) -> Option<String> {
    let mut years: BTreeMap<String, u32> = BTreeMap::new();
    for row in export.lessons.values().flatten() {
        if let Some(year) = year(&row.from, &row.to) {
            *years.entry(year).or_default() += 1;
        }
    }
    years
        .into_iter()
        .max_by_key(|(_, rows)| *rows)
        .map(|(year, _)| year)
}

/// `20090901` to `20100630` is 2009-2010.
fn year(from: &str, to: &str) -> Option<String> {
    let four = |text: &str| {
        text.get(..4)
            .filter(|y| y.bytes().all(|b| b.is_ascii_digit()))
            .map(str::to_owned)
    };
    Some(format!("{}-{}", four(from)?, four(to)?))
}

/// Names in the profile that the export lacks: a slip of the pen there would silently do nothing.
fn unknown_names(
    profile: &Profile,
    export: &Export,
    staff: &[Teacher],
    classes: &[Class],
    rooms: &[Room],
) -> Diagnostics {
    let staff: BTreeSet<&str> = staff.iter().map(|t| t.id.as_str()).collect();
    let classes: BTreeSet<&str> = classes.iter().map(|c| c.id.as_str()).collect();
    let mut all_rooms: BTreeSet<&str> = rooms.iter().map(|r| r.id.as_str()).collect();
    all_rooms.extend(export.rooms.iter().map(|r| r.name.as_str()));
    let taught = export
        .lessons
        .values()
        .flatten()
        .map(|r| r.subject.as_str());
    let mut subjects: BTreeSet<&str> = taught.collect();
    subjects.extend(
        export
            .qualifications
            .iter()
            .map(|(_, subject)| subject.as_str()),
    );
    subjects.extend(export.subjects.iter().map(|s| s.name.as_str()));
    let fictional = profile.fictional_rooms.iter().flatten();
    let used: [(&str, Vec<&String>, &BTreeSet<&str>); 6] = [
        ("starters", profile.starters.iter().collect(), &staff),
        ("teacher", profile.teacher.keys().collect(), &staff),
        ("class", profile.class.keys().collect(), &classes),
        ("subject", profile.subject.keys().collect(), &subjects),
        ("room", profile.room.keys().collect(), &all_rooms),
        ("fictional_rooms", fictional.collect(), &all_rooms),
    ];
    let mut faults = Diagnostics::default();
    for (key, names, known) in used {
        for name in names
            .into_iter()
            .filter(|name| !known.contains(name.as_str()))
        {
            let fault = Diagnostic::error("UW3011", format!("/{key}/{name}"));
            faults.push(fault.with("key", key).with("name", name.as_str()));
        }
    }
    faults
}
