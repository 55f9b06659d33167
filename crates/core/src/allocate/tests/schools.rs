//! Random tiny schools, with few enough allocations to enumerate.

use uurwerk_model::{
    Lock, Mode, Part, PartRef, Partition, Position, QualificationLevel, Right, Role, Room,
    RoomNeed, School, SchoolDocument, Task, TaskKind, Teacher, TeacherLock, Wish, WishTarget,
};

use crate::tiny::{Tiny, hours};

/// A stream of small numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

const SUBJECTS: [&str; 3] = ["WIS", "NED", "FRA"];
const STAFF: [&str; 4] = ["ann", "bob", "cas", "dre"];
const RULES: [&str; 30] = [
    "A1", "Q1", "K1", "B4", "B5", "B6", "R1", "S1", "S2", "S7", "D1", "D2", "D3", "D4", "D5", "D6",
    "D7", "P1", "B1", "W1", "S4", "S5", "P2", "P3", "P4", "P6", "P8", "B2", "V3", "T6",
];
/// Numbers that are small enough for a tiny school to have something to say.
const NUMBERS: [(&str, &str, u64); 15] = [
    ("S4", "year_1", 1),
    ("S4", "year_2", 2),
    ("P2", "max", 1),
    ("P3", "max", 60),
    ("P4", "max", 80),
    ("P6", "own", 3),
    ("P6", "mean", 4),
    ("P8", "year_1", 0),
    ("P8", "year_2", 0),
    ("B2", "year_1", 60),
    ("B2", "year_2", 80),
    ("V3", "percent", 60),
    ("V3", "years", 3),
    ("B5", "above", 3),
    ("T6", "most", 2),
];

/// A random school of up to four teachers and six lessons in which every rule has something to say; `None`
/// when the draw is not a valid school.
pub(crate) fn random_school(seed: u64) -> Option<School> {
    let mut dice = Dice(seed);
    let mut tiny = Tiny::new();
    for (class, year) in [("1A", 1), ("1B", 2), ("3A", 3)] {
        tiny = tiny.class(class, year, (dice.below(5) * 20 + 5) as u8);
    }
    let staff = 2 + dice.below(3) as usize;
    for id in &STAFF[..staff] {
        let (target, slack) = (dice.below(9) as u32, dice.below(6) as u32);
        let work = [target.saturating_sub(slack), target, target + slack + 1];
        let subjects = SUBJECTS.into_iter().filter(|_| !dice.one_in(4));
        let subjects: Vec<&str> = subjects.collect();
        tiny = tiny.teacher(id, 1 + dice.below(4) as u8, work, &subjects);
    }
    for at in 0..3 + dice.below(4) {
        let class = ["1A", "1B", "3A"][dice.below(3) as usize];
        let subject = SUBJECTS[dice.below(3) as usize];
        tiny = tiny.lesson(
            &format!("L{at}"),
            subject,
            &[class],
            1 + dice.below(5) as u8,
        );
        if dice.one_in(6) {
            tiny = tiny.lock(&format!("L{at}"), STAFF[dice.below(staff as u64) as usize]);
        }
    }
    let tiny = tiny.with(|school| {
        school
            .staff
            .iter_mut()
            .for_each(|teacher| vary_teacher(teacher, &mut dice));
        if dice.one_in(3) {
            school.lessons[0].positions.push(Position {
                role: Role::Co,
                hours: Some(1),
            });
        }
        if dice.one_in(3) {
            school.lessons[2].hours = school.lessons[1].hours;
            school.lessons[1..3]
                .iter_mut()
                .for_each(|l| l.link = Some("together".into()));
        }
    });
    let tiny = tiny.with(|school| vary_places(school, &mut dice));
    let modes = [Mode::Hard, Mode::Soft, Mode::Measure];
    let tiny = RULES.into_iter().fold(tiny, |tiny, rule| {
        let mode = match modes[dice.below(3) as usize] {
            // Nobody asks that nothing be above the mean, and a hard unit counts once at every level.
            Mode::Hard if rule == "D7" => Mode::Soft,
            mode => mode,
        };
        if dice.one_in(4) {
            tiny.mode(rule, mode)
        } else {
            tiny
        }
    });
    School::from_document(tiny.0).ok()
}

/// Rooms on two sites, parts of a class, a titularis, tasks, and numbers that bite.
fn vary_places(school: &mut SchoolDocument, dice: &mut Dice) {
    for (id, site) in [("A", "north"), ("B", "south")] {
        school.rooms.push(Room {
            id: id.into(),
            name: id.into(),
            kind: "classroom".into(),
            capacity: None,
            site: Some(site.into()),
            building: None,
        });
    }
    for lesson in &mut school.lessons {
        if dice.one_in(2) {
            let room = ["A", "B"][dice.below(2) as usize];
            lesson.rooms.push(RoomNeed {
                any_of: vec![room.into()],
                ..RoomNeed::default()
            });
        }
    }
    let part = |id: &str, pupils| Part {
        id: id.into(),
        pupils: Some(pupils),
    };
    school.classes[0].partitions.push(Partition {
        id: "half".into(),
        parts: vec![part("small", 5), part("large", 15)],
    });
    for lesson in &mut school.lessons {
        for group in &mut lesson.groups {
            if group.class.as_str() == "1A" && dice.one_in(2) {
                group.part = Some(PartRef {
                    partition: "half".into(),
                    part: ["small", "large"][dice.below(2) as usize].into(),
                });
            }
        }
    }
    school.classes[1].titularis = Some(school.staff[0].id.clone());
    if dice.one_in(2) {
        school.staff[1].tasks.push(Task {
            name: "archive".into(),
            kind: TaskKind::Other,
            load: hours(1),
            budget_line: None,
        });
    }
    if school.lessons.len().is_multiple_of(2) {
        add_trainee(school);
    }
    for (rule, name, value) in NUMBERS {
        let rule = school.policy.rules.entry(rule.into()).or_default();
        rule.params.insert(name.into(), value.into());
    }
}

/// Somebody who only practises, in one lesson.
fn add_trainee(school: &mut SchoolDocument) {
    let mut trainee = school.staff[0].clone();
    trainee.id = "xen".into();
    trainee.experience = 9;
    trainee.contract.min = hours(0);
    trainee.contract.target = hours(0);
    trainee.qualifications.clear();
    trainee.wishes.clear();
    trainee.rights.clear();
    trainee.tasks.clear();
    school.staff.push(trainee);
    school.lessons[1].positions.push(Position {
        role: Role::Trainee,
        hours: None,
    });
    school.locks.push(Lock::Teacher(TeacherLock {
        lesson: school.lessons[1].id.clone(),
        position: 1,
        teacher: "xen".into(),
    }));
}

fn vary_teacher(teacher: &mut Teacher, dice: &mut Dice) {
    for qualification in &mut teacher.qualifications {
        if dice.one_in(3) {
            qualification.level = QualificationLevel::Sufficient;
        }
    }
    if dice.one_in(3) {
        let on = match dice.below(3) {
            0 => WishTarget::Class("1A".into()),
            1 => WishTarget::Subject("WIS".into()),
            _ => WishTarget::Lesson("L0".into()),
        };
        let value = [-3, -1, 2][dice.below(3) as usize];
        teacher.wishes.push(Wish {
            on,
            value,
            reason: None,
        });
    }
    if dice.one_in(4) {
        let volume = hours(1 + dice.below(4) as u32);
        teacher.rights.push(Right {
            volume,
            subjects: vec!["WIS".into()],
            graden: Vec::new(),
        });
    }
}
