//! A school made of a list of lessons with people: what timetables and class lists of others say, and what has to be assumed for the rest.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    Assignment, Class, ClockTime, Contract, Day, FteUnits, Graad, Grid, Group, HalfDay, Header,
    Kind, Lesson, LessonId, LinkId, Lock, Mentoring, Noemer, Partition, Period, Placement, Policy,
    Position, Qualification, QualificationLevel, Role, Room, RoomId, RoomNeed, SchoolDocument,
    Statute, Subject, SubjectId, SubjectKind, Teacher, TeacherId, TeacherLock, usual_noemer,
};

use crate::exchange::Imported;
use crate::notes::Notes;
use crate::untis::{stream_in, subject_kind, year_in};

/// What was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roster {
    pub name: String,
    pub school_year: Option<String>,
    pub origin: String,
    /// The week; none where the file says nothing about it.
    pub grid: Option<Grid>,
    /// Id and name.
    pub subjects: Vec<(String, String)>,
    /// Id and name.
    pub teachers: Vec<(String, String)>,
    pub classes: Vec<RosterClass>,
    pub rooms: Vec<Room>,
    pub lessons: Vec<RosterLesson>,
    pub timetable: Vec<Placement>,
}

/// A class that was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct RosterClass {
    pub id: String,
    pub name: String,
    /// The year, where the file says it.
    pub year: Option<u8>,
    pub pupils: u16,
    pub titularis: Option<String>,
    pub home_room: Option<String>,
    pub partitions: Vec<Partition>,
}

/// A lesson that was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct RosterLesson {
    pub id: String,
    pub subject: String,
    pub groups: Vec<Group>,
    pub hours: u8,
    pub blocks: Vec<u8>,
    pub teachers: Vec<String>,
    pub rooms: Vec<RoomNeed>,
    pub link: Option<String>,
}

/// Makes a school document of it; notes every assumption.
pub(crate) fn assemble(roster: Roster, mut notes: Notes) -> Imported {
    let classes: Vec<Class> = roster
        .classes
        .into_iter()
        .map(|found| class(found, &mut notes))
        .collect();
    let subjects: Vec<Subject> = roster
        .subjects
        .into_iter()
        .map(|(id, name)| subject(id, name, &mut notes))
        .collect();
    let grid = roster.grid.unwrap_or_else(|| {
        let mut hours: BTreeMap<&str, u32> = BTreeMap::new();
        for lesson in &roster.lessons {
            let classes: BTreeSet<&str> = lesson.groups.iter().map(|g| g.class.as_str()).collect();
            // Parallel lessons of one class take its time once.
            let first = lesson
                .groups
                .iter()
                .all(|g| g.part.as_ref().is_none_or(|p| p.part.as_str() == "1"));
            for class in classes.into_iter().filter(|_| first) {
                *hours.entry(class).or_default() += u32::from(lesson.hours);
            }
        }
        let grid = usual_week(hours.into_values().max().unwrap_or(0));
        notes.all(
            "UW3356",
            "/grid",
            grid.days.iter().map(|d| d.id.to_string()),
        );
        grid
    });
    let noemers = noemers();
    let mut taught: BTreeMap<TeacherId, Taught> = BTreeMap::new();
    let mut open = BTreeSet::new();
    let (mut lessons, mut locks, mut allocation) = (Vec::new(), Vec::new(), Vec::new());
    for found in roster.lessons {
        let id = LessonId::from(found.id);
        let places = found.teachers.len().max(1);
        let role = |at: usize| if at == 0 { Role::Lead } else { Role::Co };
        let of_classes = found
            .groups
            .iter()
            .filter_map(|g| classes.iter().find(|c| c.id == g.class));
        let graad = of_classes.map(|c| c.graad).max();
        let kind = subjects
            .iter()
            .find(|s| s.id.as_str() == found.subject)
            .map(|s| s.kind);
        let noemer = noemers
            .iter()
            .find(|n| Some(n.graad) == graad && Some(n.kind) == kind);
        for (at, teacher) in found.teachers.iter().enumerate() {
            let teacher = TeacherId::from(teacher.as_str());
            let position = at.min(255) as u8;
            let held = taught.entry(teacher.clone()).or_default();
            held.cells.insert((
                SubjectId::from(found.subject.as_str()),
                graad.unwrap_or(Graad(1)),
            ));
            let hours = noemer.map_or(22, |n| n.hours);
            held.units += FteUnits::of_hours(u32::from(found.hours), hours)
                .unwrap_or_default()
                .0;
            locks.push(Lock::Teacher(TeacherLock {
                lesson: id.clone(),
                position,
                teacher: teacher.clone(),
            }));
            notes.add("UW3355", "/locks", format!("{id} {teacher}"));
            allocation.push(Assignment {
                lesson: id.clone(),
                position,
                role: role(at),
                teacher,
            });
        }
        if found.teachers.is_empty() {
            let graad = graad.unwrap_or(Graad(1));
            open.insert((SubjectId::from(found.subject.as_str()), graad));
        }
        if found.groups.is_empty() {
            notes.add("UW3358", "/lessons", id.as_str());
        }
        let single = found.blocks.iter().all(|block| *block == 1);
        lessons.push(Lesson {
            subject: SubjectId::from(found.subject),
            graad: graad.is_none().then_some(Graad(1)),
            groups: found.groups,
            hours: found.hours,
            blocks: if single { Vec::new() } else { found.blocks },
            positions: (0..places)
                .map(|at| Position {
                    role: role(at),
                    hours: None,
                })
                .collect(),
            rooms: found.rooms,
            link: found.link.map(LinkId::from),
            weeks: uurwerk_model::Recurrence::default(),
            budget_line: None,
            id,
        });
    }
    let all = roster.teachers.iter();
    let all: Vec<TeacherId> = all.map(|(id, _)| TeacherId::from(id.as_str())).collect();
    qualify_for_open(open, &all, &mut taught, &mut notes);
    let staff = roster.teachers.into_iter().map(|(id, name)| {
        let id = TeacherId::from(id);
        let held = taught.remove(&id).unwrap_or_default();
        teacher(id, name, held, &mut notes)
    });
    let staff = staff.collect();
    let document = SchoolDocument {
        uurwerk: Header::of(Kind::School),
        name: roster.name,
        school_year: roster.school_year,
        origin: Some(roster.origin),
        grid,
        noemers,
        subjects,
        staff,
        classes,
        rooms: roster.rooms,
        travel: Vec::new(),
        lessons,
        mentoring: Mentoring::default(),
        teams: Vec::new(),
        trainees: Vec::new(),
        visits: Vec::new(),
        workplaces: Vec::new(),
        gatherings: Vec::new(),
        projects: Vec::new(),
        rounds: Vec::new(),
        budget: Vec::new(),
        locks,
        policy: Policy::default(),
    };
    Imported {
        document,
        assumptions: notes.into_warnings(),
        allocation,
        timetable: roster.timetable,
    }
}

/// What somebody teaches at present.
#[derive(Default)]
struct Taught {
    cells: BTreeSet<(SubjectId, Graad)>,
    /// What this person might teach, as nobody does at present.
    might: BTreeSet<(SubjectId, Graad)>,
    units: i64,
}

/// Lessons that nobody gives need somebody who may: those who teach the subject elsewhere, else everybody, at the lowest level.
fn qualify_for_open(
    open: BTreeSet<(SubjectId, Graad)>,
    staff: &[TeacherId],
    taught: &mut BTreeMap<TeacherId, Taught>,
    notes: &mut Notes,
) {
    for cell in open {
        if taught.values().any(|held| held.cells.contains(&cell)) {
            continue;
        }
        notes.add("UW3360", "/staff", format!("{} {}", cell.0, cell.1.0));
        let of_subject = |held: &Taught| held.cells.iter().any(|(subject, _)| *subject == cell.0);
        let known = taught.iter().filter(|(_, held)| of_subject(held));
        let mut people: Vec<TeacherId> = known.map(|(id, _)| id.clone()).collect();
        if people.is_empty() {
            people = staff.to_vec();
        }
        for id in people {
            taught.entry(id).or_default().might.insert(cell.clone());
        }
    }
}

fn class(found: RosterClass, notes: &mut Notes) -> Class {
    let said = found.year.filter(|year| (1..=7).contains(year));
    let year = said
        .or_else(|| year_in(&found.id))
        .or_else(|| year_in(&found.name))
        .unwrap_or(1);
    let graad = Graad(year.div_ceil(2).min(3));
    let stream = stream_in(&found.id, graad);
    notes.add(
        "UW3350",
        "/classes",
        format!("{}: {}.{year} {stream:?}", found.id, graad.0),
    );
    Class {
        id: found.id.into(),
        name: found.name,
        graad,
        year,
        stream,
        pupils: found.pupils,
        difficulty: 0,
        partitions: found.partitions,
        titularis: found.titularis.map(TeacherId::from),
        home_room: found.home_room.map(RoomId::from),
    }
}

fn subject(id: String, name: String, notes: &mut Notes) -> Subject {
    let kind = subject_kind(&id, &name);
    notes.add("UW3351", "/subjects", format!("{id} {kind:?}"));
    Subject {
        id: id.into(),
        name,
        kind,
        noemer: None,
    }
}

fn teacher(id: TeacherId, name: String, held: Taught, notes: &mut Notes) -> Teacher {
    notes.add("UW3352", "/staff", id.as_str());
    notes.add("UW3353", "/staff", id.as_str());
    let mut qualifications: BTreeMap<(SubjectId, QualificationLevel), Vec<Graad>> = BTreeMap::new();
    if !held.cells.is_empty() {
        notes.add("UW3354", "/staff", id.as_str());
    }
    for (cells, level) in [
        (held.cells, QualificationLevel::Required),
        (held.might, QualificationLevel::Other),
    ] {
        for (subject, graad) in cells {
            qualifications
                .entry((subject, level))
                .or_default()
                .push(graad);
        }
    }
    // One hour of 22 on either side.
    let margin = FteUnits::FULL.0 / 22;
    let qualification = |((subject, level), graden)| Qualification {
        subject,
        graden,
        level,
    };
    Teacher {
        id,
        name,
        contract: Contract {
            min: FteUnits((held.units - margin).max(0)),
            target: FteUnits(held.units),
            max: FteUnits(held.units + margin),
        },
        statute: Statute::Permanent,
        experience: 10,
        starter: None,
        qualifications: qualifications.into_iter().map(qualification).collect(),
        wishes: Vec::new(),
        previous: Vec::new(),
        rights: Vec::new(),
        tasks: Vec::new(),
        half_days_max: None,
        sites: Vec::new(),
        mentor: false,
        evaluator: None,
    }
}

/// The usual noemers.
fn noemers() -> Vec<Noemer> {
    use SubjectKind::{Art, General, Practical, Religion, Technical};
    let mut table = Vec::new();
    for graad in [1, 2, 3] {
        for kind in [General, Technical, Practical, Art, Religion] {
            let hours = usual_noemer(graad, kind);
            let graad = Graad(graad);
            table.push(Noemer { graad, kind, hours });
        }
    }
    table
}

/// Four full days of eight periods and Wednesday morning; more periods a day when the fullest class has more hours than that.
fn usual_week(hours: u32) -> Grid {
    let full = (8..=12).find(|full| 4 * full + 4 >= hours).unwrap_or(12);
    let clock = |hours: u16, minutes: u16| ClockTime(hours * 60 + minutes);
    let mut starts = vec![
        clock(8, 30),
        clock(9, 20),
        clock(10, 25),
        clock(11, 15),
        clock(13, 5),
        clock(13, 55),
        clock(15, 0),
        clock(15, 50),
    ];
    let last = clock(15, 50).0;
    starts.extend((1..=4_u16).map(|n| ClockTime(last + 50 * n)));
    let period = |(at, start): (usize, &ClockTime)| Period {
        id: (at + 1).to_string().into(),
        start: *start,
        end: ClockTime(start.0 + 50),
        half_day: if at < 4 {
            HalfDay::Morning
        } else {
            HalfDay::Afternoon
        },
    };
    let full = full as usize;
    let days = [
        ("mon", "maandag", full),
        ("tue", "dinsdag", full),
        ("wed", "woensdag", 4),
        ("thu", "donderdag", full),
        ("fri", "vrijdag", full),
    ];
    Grid {
        days: days
            .into_iter()
            .map(|(id, name, periods)| Day {
                id: id.into(),
                name: name.to_owned(),
                periods: starts
                    .iter()
                    .take(periods)
                    .enumerate()
                    .map(period)
                    .collect(),
            })
            .collect(),
    }
}

/// A name for each of some things: the wanted one, with a number behind it where it was taken; notes those that got one.
pub(crate) fn distinct(wanted: &[(String, String)], notes: &mut Notes) -> BTreeMap<String, String> {
    let mut taken = BTreeSet::new();
    let mut names = BTreeMap::new();
    for (key, name) in wanted {
        let clean: String = name.trim().chars().filter(|c| !c.is_control()).collect();
        let base = if clean.is_empty() { key.clone() } else { clean };
        let mut name = base.clone();
        let mut again = 2;
        while !taken.insert(name.clone()) {
            name = format!("{base} ({again})");
            again += 1;
        }
        if name != base {
            notes.add("UW3359", "", name.as_str());
        }
        names.insert(key.clone(), name);
    }
    names
}
