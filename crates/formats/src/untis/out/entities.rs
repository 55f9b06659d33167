//! GPU003 classes, GPU004 teachers, GPU005 rooms, GPU006 subjects, GPU008 qualifications.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{FteUnits, Graad, Room, Subject, SubjectId};

use super::Source;
use super::lessons::value;
use super::row::{Row, Sheet, based};

pub(super) fn classes(source: &Source<'_>) -> Sheet {
    let classes = source.decided.school.classes().iter();
    classes
        .map(|class| {
            let base = based(source.base, 3, class.id.as_str(), 32);
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
    staff
        .map(|teacher| {
            let base = based(source.base, 4, teacher.id.as_str(), 45);
            if base != Row::of(45) {
                return base;
            }
            let target = value(teacher.contract.target);
            base.text(1, teacher.id.as_str())
                .text(2, &teacher.name)
                .number(15, target)
        })
        .collect()
}

pub(super) fn rooms(source: &Source<'_>) -> Sheet {
    let rooms = source.decided.school.rooms();
    let mut sheet: Sheet = rooms
        .iter()
        .map(|room| {
            let base = based(source.base, 5, room.id.as_str(), 18);
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
    let mut ignored = uurwerk_model::Diagnostics::default();
    let base = source.base.map(|base| base.rows(5, &mut ignored));
    for read in base.into_iter().flatten() {
        let name = read.fields.first().map_or("", String::as_str);
        if !known.contains(name) && !name.is_empty() {
            sheet.push(Row::like(&read));
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
        let weightless = duty_only.get(&subject.id).copied().unwrap_or(false)
            && subject.noemer.is_none();
        for graad in taught {
            let name = source.names.subject(&subject.id, graad);
            if !written.insert(name.clone()) {
                continue;
            }
            let base = based(source.base, 6, &name, 21);
            sheet.push(if base == Row::of(21) {
                subject_row(source, subject, graad, &name, weightless)
            } else {
                base
            });
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

pub(super) fn qualifications(source: &Source<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    for teacher in source.decided.school.staff() {
        let mut written = BTreeSet::new();
        for held in &teacher.qualifications {
            let by_graad = source.names.is_by_graad(&held.subject) && held.graden.len() < 3;
            let names: Vec<String> = if by_graad {
                let graden = held.graden.iter();
                graden
                    .map(|g| source.names.subject(&held.subject, Some(*g)))
                    .collect()
            } else {
                vec![held.subject.to_string()]
            };
            for name in names {
                if written.insert(name.clone()) {
                    let row = Row::of(4).text(1, teacher.id.as_str()).text(2, &name);
                    sheet.push(row);
                }
            }
        }
    }
    sheet
}

/// Whether an amount of work is any at all.
pub(super) fn some(load: FteUnits) -> bool {
    load.0 > 0
}
