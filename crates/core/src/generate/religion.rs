//! Religion and ethics (LBV): the classes of a year have them in the same periods, each pupil in the
//! group of his or her choice, small groups across several classes.

use std::collections::BTreeMap;

use uurwerk_model::{Group, Lesson, LinkId, Part, PartRef, Partition};

use super::classes::PlannedClass;
use super::dice::Dice;
use super::lessons::plain;
use super::subjects::{SUBJECTS, subject_at};

/// Hours a week for every pupil.
const HOURS: u8 = 2;
/// The most pupils in one group.
const GROUP_PUPILS: u16 = 25;
/// The most classes that have their groups in the same periods, where that is enough.
const BANK_CLASSES: usize = 8;

const PARTITION: &str = "lbv";

/// The choices in order of their usual size, with the pupils in a hundred who make them.
const CHOICES: [(&str, usize); 5] = [
    ("RKG", 48),
    ("NCZ", 24),
    ("ISL", 22),
    ("PRG", 4),
    ("ORG", 2),
];

/// How many choices a school with so many teachers offers; one means religion for all together.
pub(super) fn choices(teachers: usize) -> usize {
    match teachers {
        0..12 => 1,
        12..22 => 2,
        22..45 => 3,
        45..75 => 4,
        _ => 5,
    }
}

/// The lessons of all years; notes the choice of the pupils on their classes.
pub(super) fn lessons(seed: u64, classes: &mut [PlannedClass], choices: usize) -> Vec<Lesson> {
    let mut dice = Dice::of(seed, "religion");
    let mut years: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for (at, class) in classes.iter().enumerate() {
        years.entry(class.class.year).or_default().push(at);
    }
    let mut lessons = Vec::new();
    for (year, members) in years {
        if choices < 2 {
            lessons.extend(members.iter().map(|at| together(&classes[*at])));
            continue;
        }
        // At most two banks a year: more would share teachers and block each other's periods.
        let banks = if members.len() > BANK_CLASSES { 2 } else { 1 };
        for (bank, members) in members.chunks(members.len().div_ceil(banks)).enumerate() {
            for at in members {
                choose(&mut classes[*at], choices, &mut dice);
            }
            let letter = if banks > 1 { ["a", "b"][bank] } else { "" };
            lessons.extend(groups(classes, members, &format!("{year}{letter}")));
        }
    }
    lessons
}

fn together(class: &PlannedClass) -> Lesson {
    let row = &SUBJECTS[subject_at(CHOICES[0].0).unwrap_or_default()];
    let group = Group {
        class: class.class.id.clone(),
        part: None,
    };
    plain(
        format!("{}-{}", class.class.id, row.id),
        row,
        HOURS,
        vec![group],
    )
}

/// Every pupil of a class chooses.
fn choose(class: &mut PlannedClass, choices: usize, dice: &mut Dice) {
    let offered = &CHOICES[..choices];
    let total: usize = offered.iter().map(|(_, percent)| percent).sum();
    let mut chosen = vec![0_u16; choices];
    for _ in 0..class.class.pupils {
        let mut draw = dice.below(total);
        for (at, (_, percent)) in offered.iter().enumerate() {
            if draw < *percent {
                chosen[at] += 1;
                break;
            }
            draw -= percent;
        }
    }
    let parts = offered.iter().zip(chosen).filter(|(_, pupils)| *pupils > 0);
    let parts = parts.map(|((id, _), pupils)| Part {
        id: (*id).into(),
        pupils: Some(pupils),
    });
    class.class.partitions.push(Partition {
        id: PARTITION.into(),
        parts: parts.collect(),
    });
}

/// The groups of the classes that have religion in the same periods.
fn groups(classes: &[PlannedClass], members: &[usize], bank: &str) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    for (id, _) in CHOICES {
        let Some(row) = subject_at(id).map(|at| &SUBJECTS[at]) else {
            continue;
        };
        let filled = fill(classes, members, id);
        let several = filled.len() > 1;
        for (number, groups) in filled.into_iter().enumerate() {
            let number = if several {
                (number + 1).to_string()
            } else {
                String::new()
            };
            lessons.push(Lesson {
                link: Some(LinkId(format!("LBV-{bank}"))),
                ..plain(format!("{bank}-{id}{number}"), row, HOURS, groups)
            });
        }
    }
    if let [alone] = &mut lessons[..] {
        // All pupils of the bank chose alike: nothing runs beside it.
        alone.link = None;
    }
    lessons
}

/// The pupils of one choice in groups of bearable size, class by class.
fn fill(classes: &[PlannedClass], members: &[usize], choice: &str) -> Vec<Vec<Group>> {
    let mut groups: Vec<(u16, Vec<Group>)> = Vec::new();
    for class in members.iter().map(|at| &classes[*at].class) {
        let own = class
            .partitions
            .iter()
            .filter(|p| p.id.as_str() == PARTITION);
        let part = own.flat_map(|p| &p.parts).find(|p| p.id.as_str() == choice);
        let Some(pupils) = part.and_then(|p| p.pupils) else {
            continue;
        };
        let group = Group {
            class: class.id.clone(),
            part: Some(PartRef {
                partition: PARTITION.into(),
                part: choice.into(),
            }),
        };
        let room = groups.iter_mut().find(|(n, _)| n + pupils <= GROUP_PUPILS);
        match room {
            Some((n, members)) => {
                *n += pupils;
                members.push(group);
            }
            None => groups.push((pupils, vec![group])),
        }
    }
    groups.into_iter().map(|(_, members)| members).collect()
}
