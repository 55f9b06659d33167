//! The lessons of the week from the tables of the classes: small directions sit together
//! (samenzetten), workshops and laboratories are split (ontdubbelen), religion and ethics run in
//! parallel across the classes of a year.

use std::collections::BTreeSet;

use uurwerk_model::{
    Group, Lesson, LessonId, LinkId, Part, PartRef, Partition, Position, Role, RoomNeed, Stream,
    SubjectKind,
};

use super::budget::{ORDINARY, RELIGION};
use super::classes::{LARGEST_CLASS, PlannedClass};
use super::dice::Dice;
use super::religion;
use super::subjects::{SUBJECTS, SubjectRow, subject_at};

/// The most pupils that one workshop takes.
pub(super) const WORKSHOP_PUPILS: usize = 14;
/// A laboratory with more pupils than this is split for its practical hour.
const LAB_PUPILS: u16 = 18;
/// Two classes that each have at most so many pupils may sit together for some subjects.
const SMALL_CLASS: u16 = 13;
/// Subjects for which small classes sit together.
const JOINT: [&str; 5] = ["GES", "AAR", "KUN", "LO", "ENG"];

const HALF: &str = "half";

/// Every lesson; notes on the classes how they are divided.
pub(super) fn lessons(seed: u64, classes: &mut [PlannedClass], religions: usize) -> Vec<Lesson> {
    let mut dice = Dice::of(seed, "lessons");
    let joint = joint_lessons(classes, &mut dice);
    let mut lessons = joint.lessons;
    for (at, class) in classes.iter_mut().enumerate() {
        let mut table: Vec<(&'static SubjectRow, u8)> = class
            .table
            .iter()
            .filter(|(id, _)| !joint.done.contains(&(at, *id)))
            .filter_map(|(id, hours)| Some((&SUBJECTS[subject_at(id)?], *hours)))
            .collect();
        lessons.extend(split_lessons(class, &mut table, &mut dice));
        lessons.extend(table.iter().flat_map(|(row, h)| whole(class, row, *h)));
    }
    lessons.extend(religion::lessons(seed, classes, religions));
    lessons
}

/// A lesson without pupils yet.
pub(super) fn plain(id: String, row: &SubjectRow, hours: u8, groups: Vec<Group>) -> Lesson {
    let lengths = row.block_lengths(hours);
    let line = match row.kind {
        SubjectKind::Religion => RELIGION,
        _ => ORDINARY,
    };
    Lesson {
        id: LessonId(id),
        subject: row.id.into(),
        groups,
        hours,
        blocks: if lengths.iter().all(|l| *l == 1) {
            Vec::new()
        } else {
            lengths
        },
        positions: vec![Position {
            role: Role::Lead,
            hours: None,
        }],
        rooms: vec![RoomNeed {
            kind: Some(row.room.into()),
            ..RoomNeed::default()
        }],
        link: None,
        weeks: uurwerk_model::Recurrence::default(),
        budget_line: Some(line.into()),
        graad: None,
    }
}

fn whole(class: &PlannedClass, row: &SubjectRow, hours: u8) -> Vec<Lesson> {
    let portions = row.portions(hours);
    let group = || {
        vec![Group {
            class: class.class.id.clone(),
            part: None,
        }]
    };
    let stem = format!("{}-{}", class.class.id, row.id);
    if let [all] = portions[..] {
        return vec![plain(stem, row, all, group())];
    }
    let numbered = portions.iter().enumerate();
    numbered
        .map(|(at, hours)| plain(format!("{stem}-{}", at + 1), row, *hours, group()))
        .collect()
}

/// Lessons that several classes share, and which class needs no lesson of its own for what.
struct Joint {
    lessons: Vec<Lesson>,
    done: BTreeSet<(usize, &'static str)>,
}

fn joint_lessons(classes: &[PlannedClass], dice: &mut Dice) -> Joint {
    let mut joint = Joint {
        lessons: Vec::new(),
        done: BTreeSet::new(),
    };
    let mut paired = BTreeSet::new();
    for a in 0..classes.len() {
        let partner = (a + 1..classes.len())
            .find(|b| !paired.contains(b) && may_sit_together(&classes[a], &classes[*b]));
        let Some(b) = partner.filter(|_| !paired.contains(&a)) else {
            continue;
        };
        paired.extend([a, b]);
        for (id, hours) in shared(&classes[a], &classes[b]) {
            if let Some(row) = subject_at(id).filter(|_| dice.chance(75)) {
                let both = [&classes[a].class, &classes[b].class];
                let name = format!("{}+{}-{id}", both[0].id, both[1].id);
                let groups = both.map(|c| Group {
                    class: c.id.clone(),
                    part: None,
                });
                joint
                    .lessons
                    .push(plain(name, &SUBJECTS[row], hours, groups.to_vec()));
                joint.done.extend([(a, id), (b, id)]);
            }
        }
    }
    joint
}

fn may_sit_together(a: &PlannedClass, b: &PlannedClass) -> bool {
    let alike = (a.class.year, a.class.stream) == (b.class.year, b.class.stream);
    let pupils = [a.class.pupils, b.class.pupils];
    let small = pupils.iter().all(|p| *p <= SMALL_CLASS);
    alike && small && pupils.iter().map(|p| usize::from(*p)).sum::<usize>() <= LARGEST_CLASS
}

fn shared(a: &PlannedClass, b: &PlannedClass) -> Vec<(&'static str, u8)> {
    let joinable = |(id, _): &&(&'static str, u8)| JOINT.contains(id);
    let both = a.table.iter().filter(joinable);
    both.filter(|entry| b.table.contains(entry))
        .copied()
        .collect()
}

/// Lessons in halves; takes from the table what they cover.
fn split_lessons(
    class: &mut PlannedClass,
    table: &mut Vec<(&'static SubjectRow, u8)>,
    dice: &mut Dice,
) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    while let Some(at) = first_too_large(class, table) {
        let (row, hours) = table.remove(at);
        let partner = partner(row, hours, table);
        let (other, other_hours) = partner.map_or((row, hours), |p| table.remove(p));
        debug_assert_eq!(hours, other_hours);
        lessons.extend(crosswise(class, row, other, hours));
    }
    let technology = position(table, "TEC").filter(|at| table[*at].1 == 2);
    let art = position(table, "BEE");
    if let (Some(tec), Some(art)) = (technology, art)
        && class.class.pupils > 20
        && dice.chance(40)
    {
        let (tec, art) = (table[tec].0, table[art].0);
        table.retain(|(row, _)| row.id != tec.id && row.id != art.id);
        lessons.extend(crosswise(class, tec, art, 2));
    }
    if class.class.stream == Stream::Doorstroom && class.class.pupils > LAB_PUPILS {
        let labs = table
            .iter_mut()
            .filter(|(row, hours)| row.room == "lab" && *hours >= 2 && row.id != "NAT");
        for (row, hours) in labs.take(2) {
            *hours -= 1;
            lessons.extend(["1", "2"].map(|part| half(class, row, 1, part)));
        }
    }
    if !lessons.is_empty() {
        divide_in_halves(class);
    }
    lessons
}

/// The first practical subject with more pupils than a workshop takes.
fn first_too_large(class: &PlannedClass, table: &[(&'static SubjectRow, u8)]) -> Option<usize> {
    if usize::from(class.class.pupils) <= WORKSHOP_PUPILS {
        return None;
    }
    table
        .iter()
        .position(|(row, _)| row.kind == SubjectKind::Practical)
}

/// What the other half does meanwhile: another practical subject, or art, of the same shape.
fn partner(row: &SubjectRow, hours: u8, table: &[(&'static SubjectRow, u8)]) -> Option<usize> {
    let alike = |(other, other_hours): &(&'static SubjectRow, u8)| {
        *other_hours == hours && other.block_lengths(hours) == row.block_lengths(hours)
    };
    let practical = table
        .iter()
        .position(|entry| entry.0.kind == SubjectKind::Practical && alike(entry));
    practical.or_else(|| table.iter().position(|e| e.0.id == "BEE" && alike(e)))
}

fn position(table: &[(&'static SubjectRow, u8)], id: &str) -> Option<usize> {
    table.iter().position(|(row, _)| row.id == id)
}

/// Half the class has one subject while the other half has the other, and then they change; both
/// the same: two teachers at once.
fn crosswise(class: &PlannedClass, a: &SubjectRow, b: &SubjectRow, hours: u8) -> Vec<Lesson> {
    let link = |number: u8| LinkId(format!("{}-{}{}-{number}", class.class.id, a.id, b.id));
    let linked = |row: &SubjectRow, part: &str, number: u8| Lesson {
        link: Some(link(number)),
        ..half(class, row, hours, part)
    };
    if a.id == b.id {
        return vec![linked(a, "1", 1), linked(a, "2", 1)];
    }
    vec![
        linked(a, "1", 1),
        linked(b, "2", 1),
        linked(a, "2", 2),
        linked(b, "1", 2),
    ]
}

fn half(class: &PlannedClass, row: &SubjectRow, hours: u8, part: &str) -> Lesson {
    let group = Group {
        class: class.class.id.clone(),
        part: Some(PartRef {
            partition: HALF.into(),
            part: part.into(),
        }),
    };
    let id = format!("{}-{}-h{part}", class.class.id, row.id);
    plain(id, row, hours, vec![group])
}

fn divide_in_halves(class: &mut PlannedClass) {
    let pupils = class.class.pupils;
    let part = |id: &str, pupils: u16| Part {
        id: id.into(),
        pupils: Some(pupils),
    };
    class.class.partitions.push(Partition {
        id: HALF.into(),
        parts: vec![part("1", pupils.div_ceil(2)), part("2", pupils / 2)],
    });
}
