//! Demands and ways out as messages, each with its place in the school document.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Concession, Demand, LessonIx, Lock, Message, RuleId, Slot};

use super::demand::Key;
use super::oracle::{Lenient, Oracle};
use crate::rules::walks::Walker;

/// Names mentioned in one sentence; more than these are counted only.
const NAMES: usize = 6;

/// The demands of a conflict: what is asked of one lesson, and the lock on its teacher, is one demand.
pub fn demands(oracle: &Oracle, keys: &BTreeSet<Key>) -> Vec<Demand> {
    let school = oracle.problem.facts.school;
    let mut lessons: BTreeMap<LessonIx, BTreeSet<Key>> = BTreeMap::new();
    let mut others = Vec::new();
    for key in keys {
        match key {
            Key::Lock(_) => others.push(*key),
            key => match key.lesson(school) {
                Some(lesson) => _ = lessons.entry(lesson).or_default().insert(*key),
                None => others.push(*key),
            },
        }
    }
    let about_lessons = lessons
        .into_iter()
        .flat_map(|(lesson, keys)| about(oracle, lesson, &keys));
    about_lessons
        .chain(others.into_iter().map(|key| demand(oracle, key)))
        .collect()
}

/// What is asked of a lesson in one sentence; two when its teacher is locked and it needs another beside.
fn about(oracle: &Oracle, lesson: LessonIx, keys: &BTreeSet<Key>) -> Vec<Demand> {
    let locks = keys.iter().filter(|key| matches!(key, Key::TeacherLock(_)));
    let mut demands: Vec<Demand> = locks.map(|key| demand(oracle, *key)).collect();
    if keys.contains(&Key::Staffed(lesson)) {
        demands.push(demand(oracle, Key::Staffed(lesson)));
    } else if demands.is_empty() && !keys.contains(&Key::Roomed(lesson)) {
        demands.push(demand(oracle, Key::Placed(lesson)));
    }
    if keys.contains(&Key::Roomed(lesson)) {
        demands.push(demand(oracle, Key::Roomed(lesson)));
    }
    let rooms = [Key::BestRoom(lesson), Key::Near(lesson)].into_iter();
    let rooms = rooms.filter(|key| keys.contains(key));
    demands.extend(rooms.map(|key| demand(oracle, key)));
    demands
}

/// One demand in words.
pub fn demand(oracle: &Oracle, key: Key) -> Demand {
    let facts = oracle.problem.facts;
    let school = facts.school;
    let document = school.document();
    let of_lesson = |id: &str, lesson: LessonIx| {
        Message::new(id)
            .with("lesson", facts.label(lesson))
            .with("hours", i64::from(school.lesson(lesson).hours))
    };
    let name = |t: uurwerk_model::TeacherIx| school.teacher(t).name.as_str();
    let known = |id: &uurwerk_model::TeacherId| school.teacher_ix(id).map_or("", name).to_owned();
    let (pointer, rule, message) = match key {
        Key::Staffed(lesson) => {
            let posts = facts.posts_of(lesson).iter();
            let able: BTreeSet<_> = posts
                .filter(|post| post.counts)
                .flat_map(|post| oracle.qualified[post.ix.at()].iter().copied())
                .collect();
            let names: Vec<&str> = able.iter().take(NAMES).map(|t| name(*t)).collect();
            let id = if able.is_empty() {
                "demand-post-nobody"
            } else {
                "demand-post"
            };
            let message = of_lesson(id, lesson)
                .with("count", able.len() as i64)
                .with("people", names.join(", "));
            (format!("/lessons/{}", lesson.at()), "A1", message)
        }
        Key::TeacherLock(at) => {
            let (lesson, teacher) = match &document.locks[at] {
                Lock::Teacher(lock) => (school.lesson_ix(&lock.lesson), known(&lock.teacher)),
                _ => (None, String::new()),
            };
            let message = lesson.map_or_else(
                || Message::new("check-lock"),
                |l| of_lesson("demand-lock", l),
            );
            (
                format!("/locks/{at}"),
                "K1",
                message.with("teacher", teacher),
            )
        }
        Key::Load(rule, teacher) => {
            let id = oracle.problem.rules[rule].rule.id;
            let data = school.teacher(teacher);
            let field = match id {
                "B4" => "/contract",
                "R1" => "/rights",
                "W1" => "/wishes",
                _ => "",
            };
            let message = Message::new(&format!("demand-{id}"))
                .with("teacher", data.name.as_str())
                .with("min", data.contract.min.to_string())
                .with("max", data.contract.max.to_string());
            (format!("/staff/{}{field}", teacher.at()), id, message)
        }
        Key::LoadClass(rule, class) => {
            let id = oracle.problem.rules[rule].rule.id;
            let message = Message::new(&format!("demand-{id}"))
                .with("class", school.class(class).name.as_str());
            (format!("/classes/{}", class.at()), id, message)
        }
        Key::Placed(lesson) => (
            format!("/lessons/{}", lesson.at()),
            "X0",
            of_lesson("demand-X0", lesson),
        ),
        Key::Available(teacher) => {
            let open = school.slots().len() - school.unavailable(teacher).len();
            let message = Message::new("demand-X4")
                .with("teacher", name(teacher))
                .with("n", open as i64);
            (format!("/staff/{}/wishes", teacher.at()), "X4", message)
        }
        Key::Roomed(lesson) => (
            format!("/lessons/{}/rooms", lesson.at()),
            "X6",
            of_lesson("demand-X6", lesson),
        ),
        Key::Lock(at) => {
            let place = |start: &Slot| slot(oracle, start);
            let (id, lesson, start, room) = match &document.locks[at] {
                Lock::Time(lock) => (
                    "demand-K2-time",
                    &lock.lesson,
                    place(&lock.start),
                    String::new(),
                ),
                Lock::Room(lock) => {
                    let room = school
                        .room_ix(&lock.room)
                        .map(|r| school.room(r).name.clone());
                    (
                        "demand-K2-room",
                        &lock.lesson,
                        String::new(),
                        room.unwrap_or_default(),
                    )
                }
                Lock::Teacher(lock) => ("demand-lock", &lock.lesson, String::new(), String::new()),
            };
            let label = school.lesson_ix(lesson).map(|l| facts.label(l));
            let message = Message::new(id).with("lesson", label.unwrap_or_default());
            (
                format!("/locks/{at}"),
                "K2",
                message.with("place", start).with("room", room),
            )
        }
        Key::HalfDays(teacher) => {
            let cap = crate::rules::g4_half_days::cap(school, teacher).unwrap_or_default();
            let message = Message::new("demand-G4")
                .with("teacher", name(teacher))
                .with("n", cap as i64);
            (format!("/staff/{}", teacher.at()), "G4", message)
        }
        Key::Meeting(at) | Key::Observed(at) => {
            let pair = &document.mentoring.pairs[at];
            let (id, rule, times) = match key {
                Key::Meeting(_) => ("demand-M9", "M9", pair.meetings),
                _ => ("demand-M10", "M10", pair.observations),
            };
            let message = Message::new(id)
                .with("mentor", known(&pair.mentor))
                .with("starter", known(&pair.starter))
                .with("n", i64::from(times));
            (format!("/mentoring/pairs/{at}"), rule, message)
        }
        Key::Team(at) => {
            let team = &document.teams[at];
            let message = Message::new("demand-C1")
                .with("team", team.name.as_str())
                .with("n", i64::from(team.meetings));
            (format!("/teams/{at}"), "C1", message)
        }
        Key::Away(at) => {
            let workplace = &document.workplaces[at];
            let days = document.grid.days.iter();
            let days = days.filter(|day| workplace.days.contains(&day.id));
            let days: Vec<&str> = days.map(|day| day.name.as_str()).collect();
            let class = school.class_ix(&workplace.group.class);
            let class = class.map_or("", |class| &school.class(class).name);
            let message = Message::new("demand-C7")
                .with("class", class)
                .with("days", days.join(", "));
            (format!("/workplaces/{at}"), "C7", message)
        }
        Key::BestRoom(lesson) | Key::Near(lesson) => {
            let rule = match key {
                Key::BestRoom(_) => "G8",
                _ => "G9",
            };
            let message = of_lesson(&format!("demand-{rule}"), lesson);
            (format!("/lessons/{}/rooms", lesson.at()), rule, message)
        }
        Key::Ways(walker) | Key::Changes(walker) => {
            let rule = match key {
                Key::Ways(_) => "G6",
                _ => "G7",
            };
            let (pointer, who) = match walker {
                Walker::Teacher(teacher) => (format!("/staff/{}", teacher.at()), name(teacher)),
                Walker::Class(class) => {
                    let name = school.class(class).name.as_str();
                    (format!("/classes/{}", class.at()), name)
                }
            };
            let message = Message::new(&format!("demand-{rule}")).with("who", who);
            (pointer, rule, message)
        }
    };
    Demand {
        pointer,
        rule: Some(RuleId::from(rule)),
        message,
    }
}

/// A place of the week for people.
fn slot(oracle: &Oracle, start: &Slot) -> String {
    let days = &oracle.problem.facts.school.document().grid.days;
    let day = days.iter().find(|day| day.id == start.day);
    let day = day.map_or(start.day.as_str(), |day| day.name.as_str());
    format!("{day} {}", start.period)
}

/// What is given up, and how much of it.
pub fn concession(oracle: &Oracle, lenient: Lenient, deviation: i64) -> Concession {
    let given_up = demand(oracle, lenient.key);
    let rule = match lenient.unqualified {
        true => Some(RuleId::from("Q1")),
        false => given_up.rule,
    };
    let id = match lenient.key {
        Key::Staffed(_) if lenient.unqualified => "repair-Q1".to_owned(),
        _ => format!("repair-{}", rule.as_ref().map_or("", RuleId::as_str)),
    };
    let mut message = Message::new(&id).with("n", deviation);
    for (name, value) in given_up.message.args {
        if name != "n" {
            message = message.with(&name, value);
        }
    }
    Concession {
        pointer: given_up.pointer,
        rule,
        deviation,
        message,
    }
}
