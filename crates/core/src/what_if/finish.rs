//! From decisions to a plan: protected time, measures, certificate, and how far it is from the base.

use uurwerk_model::{Certificate, Mode, PlanDocument, Proof, Status};

use super::count;
use super::programme::Found;
use super::rooms::Rooms;
use super::search::{Candidate, Search, rank};
use crate::case::{Allocation, Case, Timetable};
use crate::measure::{measure, totals};
use crate::plan::document;
use crate::rules::{Body, CATALOGUE};
use crate::schedule::protect_beside;

/// The plan of a programme's answer.
pub(super) fn candidate(search: &Search, found: &Found, rooms: Rooms) -> Candidate {
    let scene = search.scene;
    let allocation = scene.allocation(&found.holders);
    let mut timetable = Timetable::empty(scene.school);
    for ((event, start), own) in scene.events.iter().zip(&found.starts).zip(rooms) {
        for (lesson, block) in &event.parts {
            timetable.starts[lesson.at()][*block] = *start;
        }
        for ((demand, _), room) in event.needs.iter().zip(own) {
            timetable.rooms[demand.lesson.at()][demand.block][demand.need] = room;
        }
    }
    let kept: Vec<_> = found
        .protected
        .iter()
        .chain(&scene.base.protected)
        .cloned()
        .collect();
    let case = Case {
        school: scene.school,
        allocation: &allocation,
        timetable: Some(&timetable),
    };
    timetable.protected = protect_beside(&case, scene.settings, &kept, &timetable);
    measured(search, allocation, timetable)
}

/// The plan of an allocation and a timetable.
pub(super) fn measured(search: &Search, allocation: Allocation, timetable: Timetable) -> Candidate {
    let scene = search.scene;
    let case = Case {
        school: scene.school,
        allocation: &allocation,
        timetable: Some(&timetable),
    };
    let rules = measure(&case, scene.settings);
    let (hard, _) = totals(&rules);
    let stage = |loads: bool| {
        let of_stage = |id: &str| {
            let rule = CATALOGUE.iter().find(|rule| rule.id == id);
            rule.is_some_and(|rule| match rule.body {
                Body::Load(_) => loads,
                Body::Time { .. } => !loads,
                Body::Fact(_) => false,
            })
        };
        let own = || rules.iter().filter(|r| of_stage(r.rule.as_str()));
        let hard = own()
            .filter(|r| r.mode == Mode::Hard)
            .map(|r| r.deviation)
            .sum();
        proof(hard, own().map(|r| r.cost).sum())
    };
    let certificate = Certificate {
        allocation: stage(true),
        timetable: Some(stage(false)),
        tiers: Vec::new(),
        fairness: None,
        revision: None,
    };
    let plan: PlanDocument = document(&case, search.options, rules, certificate);
    let changes = count::changes(
        search.plan,
        &plan,
        &count::Classes::of(&[search.from, scene.school]),
    );
    Candidate {
        rank: rank(&search.ask.order, changes),
        rooms: changes.rooms,
        plan,
        allocation,
        timetable,
        hard,
    }
}

/// Of the cost nothing is proved here but that none is below 0.
fn proof(hard: i64, soft: i64) -> Proof {
    let status = match (hard, soft) {
        (1.., _) => Status::Incomplete,
        (_, 0) => Status::Optimal,
        _ => Status::Feasible,
    };
    Proof {
        hard,
        soft,
        bound: 0,
        status,
    }
}
