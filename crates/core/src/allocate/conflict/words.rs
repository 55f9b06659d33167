//! Demands as sentences with their place in the school document.

use std::collections::BTreeSet;

use uurwerk_model::{ClassIx, Demand, Lock, Message, TeacherIx};

use super::Conflict;
use crate::allocate::facts::PostIx;
use crate::allocate::model::DemandKey;
use crate::allocate::problem::Problem;

/// Names mentioned in one sentence; more than these are counted only.
const NAMES: usize = 6;

/// Says a conflict.
pub fn conflict(problem: &Problem, demands: &BTreeSet<DemandKey>, minimal: bool) -> Conflict {
    let demand = |key: &DemandKey| match *key {
        DemandKey::Post(post) => about_post(problem, post),
        DemandKey::Teacher(rule, teacher) => about_teacher(problem, rule, teacher),
        DemandKey::Class(rule, class) => about_class(problem, rule, class),
    };
    Conflict {
        demands: demands.iter().map(demand).collect(),
        minimal,
    }
}

fn about_post(problem: &Problem, post: PostIx) -> Demand {
    let facts = problem.facts;
    let data = facts.post(post);
    let choice = &problem.choices[post.at()];
    let message = |id| {
        Message::new(id)
            .with("lesson", facts.label(data.lesson))
            .with("hours", data.hours)
    };
    let name = |teacher: &TeacherIx| facts.school.teacher(*teacher).name.clone();
    let lock = facts.school.document().locks.iter().position(|lock| {
        matches!(lock, Lock::Teacher(lock)
            if facts.school.lesson_ix(&lock.lesson) == Some(data.lesson)
                && usize::from(lock.position) == data.position)
    });
    match (lock, &choice.teachers[..]) {
        (Some(lock), [teacher]) => Demand {
            pointer: format!("/locks/{lock}"),
            rule: Some("K1".into()),
            message: message("demand-lock").with("teacher", name(teacher)),
        },
        (_, teachers) => {
            let id = if teachers.is_empty() {
                "demand-post-nobody"
            } else {
                "demand-post"
            };
            let names: Vec<String> = teachers.iter().take(NAMES).map(name).collect();
            Demand {
                pointer: format!("/lessons/{}", data.lesson.at()),
                rule: Some("A1".into()),
                message: message(id)
                    .with("count", teachers.len() as i64)
                    .with("people", names.join(", ")),
            }
        }
    }
}

fn about_teacher(problem: &Problem, rule: usize, teacher: TeacherIx) -> Demand {
    let id = problem.rules[rule].rule.id;
    let data = problem.facts.school.teacher(teacher);
    let field = match id {
        "B4" => "/contract",
        "R1" => "/rights",
        "W1" => "/wishes",
        _ => "",
    };
    Demand {
        pointer: format!("/staff/{}{field}", teacher.at()),
        rule: Some(id.into()),
        message: Message::new(&format!("demand-{id}"))
            .with("teacher", data.name.as_str())
            .with("min", data.contract.min.to_string())
            .with("max", data.contract.max.to_string()),
    }
}

fn about_class(problem: &Problem, rule: usize, class: ClassIx) -> Demand {
    let id = problem.rules[rule].rule.id;
    Demand {
        pointer: format!("/classes/{}", class.at()),
        rule: Some(id.into()),
        message: Message::new(&format!("demand-{id}"))
            .with("class", problem.facts.school.class(class).name.as_str()),
    }
}
