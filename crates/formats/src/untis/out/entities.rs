//! GPU003 classes, GPU004 teachers, GPU005 rooms, GPU006 subjects, GPU008 qualifications.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{FteUnits, Graad, QualificationLevel, Room, Subject, SubjectId};

use super::super::files::Row as Read;
use super::Source;
use super::lessons::value;
use super::row::{Row, Sheet};

pub(super) fn classes(source: &Source<'_>) -> Sheet {
    let classes = source.decided.school.classes().iter();
    classes
        .map(|class| {
            let base = source.base.row(3, class.id.as_str(), 32);
            let is_new = base == Row::of(32);
            let row = base
                .text(1, class.id.as_str())
                .text(2, &class.name)
                .some_text(4, class.home_room.as_ref().map(|r| r.as_str()))
                .some_text(30, class.titularis.as_ref().map(|t| t.as_str()));
            if is_new {
                row.text(14, &class.year.to_string())
                    .number(17, 0)
                    .number(18, class.pupils)
                    .number(32, 0)
            } else {
                row
            }
        })
        .collect()
}

pub(super) fn teachers(source: &Source<'_>) -> Sheet {
    let staff = source.decided.school.staff().iter();
    let mut sheet: Sheet = staff
        .map(|teacher| {
            let base = source.base.row(4, teacher.id.as_str(), 45);
            if base != Row::of(45) {
                return base;
            }
            let target = value(teacher.contract.target);
            base.text(1, teacher.id.as_str())
                .text(2, &teacher.name)
                .number(15, target)
        })
        .collect();
    // The placeholder for somebody to be found is nobody on the staff.
    let named = |read: &&Read| read.fields.first().is_some_and(|name| name == "?");
    for read in source.base.rows(4).iter().filter(named) {
        sheet.push(Row::like(read));
    }
    sheet
}

pub(super) fn rooms(source: &Source<'_>) -> Sheet {
    let rooms = source.decided.school.rooms();
    let mut sheet: Sheet = rooms
        .iter()
        .map(|room| {
            let base = source.base.row(5, room.id.as_str(), 18);
            if base != Row::of(18) {
                return base;
            }
            base.text(1, room.id.as_str())
                .text(2, &room.name)
                .some_text(3, alternative(rooms, room))
                .some_number(8, room.capacity)
        })
        .collect();
    // Rooms of the base that stand for others are no rooms of the school, but lessons still name them.
    let known: BTreeSet<&str> = rooms.iter().map(|r| r.id.as_str()).collect();
    for read in source.base.rows(5) {
        let name = read.fields.first().map_or("", String::as_str);
        if !known.contains(name) && !name.is_empty() {
            sheet.push(Row::like(read));
        }
    }
    sheet
}

/// The next room of the same kind, the first after the last.
fn alternative<'a>(rooms: &'a [Room], room: &Room) -> Option<&'a str> {
    let alike: Vec<&Room> = rooms.iter().filter(|r| r.kind == room.kind).collect();
    let at = alike.iter().position(|r| r.id == room.id)?;
    let next = alike.get((at + 1) % alike.len())?;
    (next.id != room.id).then(|| next.id.as_str())
}

pub(super) fn subjects(source: &Source<'_>) -> Sheet {
    let school = source.decided.school;
    let mut graden: BTreeMap<&SubjectId, BTreeSet<Option<Graad>>> = BTreeMap::new();
    let mut duty_only: BTreeMap<&SubjectId, bool> = BTreeMap::new();
    for (at, lesson) in source.decided.lessons() {
        graden
            .entry(&lesson.subject)
            .or_default()
            .insert(school.graad(at));
        let duty = lesson.positions.iter().all(|p| !p.role.counts());
        *duty_only.entry(&lesson.subject).or_insert(true) &= duty && lesson.groups.is_empty();
    }
    let mut sheet = Sheet::default();
    let mut written = BTreeSet::new();
    for subject in &school.document().subjects {
        let taught = graden.get(&subject.id).cloned().unwrap_or_default();
        let taught = if taught.is_empty() {
            BTreeSet::from([None])
        } else {
            taught
        };
        let weightless =
            duty_only.get(&subject.id).copied().unwrap_or(false) && subject.noemer.is_none();
        for graad in taught {
            let name = source.names.subject(&subject.id, graad);
            if !written.insert(name.clone()) {
                continue;
            }
            let base = source.base.row(6, &name, 21);
            sheet.push(if base == Row::of(21) {
                subject_row(source, subject, graad, &name, weightless)
            } else {
                base
            });
        }
    }
    // Subjects of the base that no lesson teaches are none of the school, but qualifications name them.
    for read in source.base.rows(6) {
        let name = read.fields.first().map_or("", String::as_str);
        if !name.is_empty() && written.insert(name.to_owned()) {
            sheet.push(Row::like(read));
        }
    }
    sheet
}

fn subject_row(
    source: &Source<'_>,
    subject: &Subject,
    graad: Option<Graad>,
    name: &str,
    weightless: bool,
) -> Row {
    let document = source.decided.school.document();
    let cell = |g: Graad| {
        let mut cells = document.noemers.iter();
        cells.find(|n| n.graad == g && n.kind == subject.kind)
    };
    let noemer = subject
        .noemer
        .or_else(|| graad.and_then(cell).map(|n| n.hours));
    let row = Row::of(21).text(1, name).text(2, &subject.name);
    match noemer {
        // A share of a week in percent, to three decimals as Untis has it: 100 / 22 = 4.545.
        Some(noemer) if !weightless => {
            let noemer = u32::from(noemer);
            let factor = (100_000 + noemer / 2) / noemer;
            row.text(14, &factor.to_string())
                .number(15, format!("{}.{:03}00", factor / 1000, factor % 1000))
        }
        _ if weightless => row.text(14, "0").number(15, "0.00000"),
        _ => row,
    }
}

/// The qualifications of the school. A base keeps those for subjects that no lesson teaches, and is not told of people who teach something today
/// without a qualification that it lists.
pub(super) fn qualifications(source: &Source<'_>) -> Sheet {
    let mut held: Vec<(String, String, QualificationLevel)> = Vec::new();
    for teacher in source.decided.school.staff() {
        for qualification in &teacher.qualifications {
            let subject = &qualification.subject;
            let by_graad = source.names.is_by_graad(subject) && qualification.graden.len() < 3;
            let names: Vec<String> = if by_graad {
                let graden = qualification.graden.iter();
                graden
                    .map(|g| source.names.subject(subject, Some(*g)))
                    .collect()
            } else {
                vec![subject.to_string()]
            };
            for name in names {
                let same =
                    |(t, n, _): &(String, String, _)| *t == teacher.id.as_str() && *n == name;
                if !held.iter().any(same) {
                    held.push((teacher.id.to_string(), name, qualification.level));
                }
            }
        }
    }
    let subjects = &source.decided.school.document().subjects;
    let taught: BTreeSet<&str> = subjects.iter().map(|s| s.id.as_str()).collect();
    let mut sheet = Sheet::default();
    let mut kept = BTreeSet::new();
    for read in source.base.rows(8) {
        let field = |at: usize| read.fields.get(at).map_or("", String::as_str);
        let (teacher, name) = (field(0), field(1));
        if !taught.contains(name) || held.iter().any(|(t, n, _)| t == teacher && n == name) {
            kept.insert((teacher.to_owned(), name.to_owned()));
            sheet.push(Row::like(read));
        }
    }
    for (teacher, name, level) in held {
        let told = source.base.is_there() && level == QualificationLevel::Other;
        if !told && !kept.contains(&(teacher.clone(), name.clone())) {
            sheet.push(Row::of(4).text(1, &teacher).text(2, &name));
        }
    }
    sheet
}

/// Whether an amount of work is any at all.
pub(super) fn some(load: FteUnits) -> bool {
    load.0 > 0
}
