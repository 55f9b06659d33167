//! What the timetable tells the allocation: loads for which no timetable was found are decided anew, together with the times of
//! whatever is concerned, and what could not hold together is named.
//!
//! 1. The search for a timetable gives up early when it still breaks hard rules after most of its time ([`patient`]).
//! 2. Around what is broken, loads and times are decided in one integer programme of a growing area ([`crate::what_if`]): few
//!    changes, so that the loads stay near the best ones.
//! 3. With the new loads the search goes on from that timetable; what costs less is kept.
//! 4. The lessons that changed hands, with the loads as they were, are asked for a contradiction, which is made least and put into
//!    words ([`crate::explain`]).

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use uurwerk_model::{
    Certificate, LessonIx, Mode, PlanDocument, Proof, Reassigned, Revision, RoomIx, School, Status,
    TierProof,
};

use crate::case::{Allocation, Case, Timetable};
use crate::control::{Control, Options, Progress, Stage};
use crate::explain::contradiction;
use crate::exposure;
use crate::measure::{measure, totals};
use crate::plan::{BetterPlan, with_times};
use crate::rules::occupancy::suits;
use crate::rules::{Body, Settings};
use crate::what_if::mend;

/// Part of its time after which a search that still breaks hard rules gives up, in percent: until then it anneals.
const PATIENCE: u32 = 75;
/// Part of the time left that deciding anew may take, in percent.
const SHARE: u32 = 50;
/// Part of the time left for naming what could not hold together, in percent, and the most of it.
const NAMING_SHARE: u32 = 10;
const NAMING: Duration = Duration::from_secs(5);

/// Runs `job` under a control that stops when most of the time is over and no timetable without hard cost was told of; without
/// a limit of time it is the same control.
pub(crate) fn patient<T>(control: &Control, job: impl FnOnce(&Control) -> T) -> T {
    let whole = (control.remaining)();
    let found = AtomicBool::new(false);
    let progress = |news: Progress| {
        if news.stage == Stage::Timetable && news.hard == Some(0) {
            found.store(true, Ordering::Relaxed);
        }
        (control.progress)(news);
    };
    let tired = || match (whole, (control.remaining)()) {
        (Some(whole), Some(left)) => {
            !found.load(Ordering::Relaxed) && left < whole * (100 - PATIENCE) / 100
        }
        _ => false,
    };
    job(&Control {
        stop: &|| (control.stop)() || tired(),
        remaining: control.remaining,
        progress: &progress,
    })
}

/// A better plan than `first`, in which hard rules do not hold: with other loads where that helps, otherwise with what the rest of
/// the time gives.
pub(crate) fn reconsider(
    school: &School,
    settings: &Settings,
    first: PlanDocument,
    (options, control): (&Options, &Control),
    better: &BetterPlan,
) -> PlanDocument {
    let Ok((loads, Some(times))) = Case::of_plan(school, &first) else {
        return first; // The plan was made for this school, and with times.
    };
    let (before, _) = totals(&first.rules);
    let share = (control.remaining)().map(|left| left * SHARE / 100);
    let mended = control.lasting(share, |control| {
        mend(school, settings, &first, options, control)
    });
    let Some((allocation, timetable)) = mended else {
        return match (control.remaining)() {
            Some(left) if options.iterations.is_none() && !left.is_zero() => {
                let certificate = &first.certificate;
                let on = with_times(
                    (school, settings),
                    (&loads, Some(&times)),
                    certificate,
                    (options, control),
                    better,
                );
                best_of(first, on)
            }
            _ => first,
        };
    };
    let share = (control.remaining)().map(|left| (left * NAMING_SHARE / 100).min(NAMING));
    let told = control.lasting(share, |control| {
        revision(school, &loads, &allocation, before, control)
    });
    let case = Case {
        school,
        allocation: &allocation,
        timetable: Some(&timetable),
    };
    let certificate = Certificate {
        revision: Some(told),
        ..certified(&case, settings, &first.certificate)
    };
    let plan = |timetable: &Timetable| {
        let case = Case {
            timetable: Some(timetable),
            ..case
        };
        let certificate = Certificate {
            timetable: Some(crate::schedule::prove(&case, settings, 0)),
            ..certificate.clone()
        };
        crate::plan::document(&case, options, measure(&case, settings), certificate)
    };
    let mended = plan(&timetable);
    better(&|| mended.clone());
    if (control.stop)() {
        return mended;
    }
    let on = with_times(
        (school, settings),
        (&allocation, Some(&timetable)),
        &certificate,
        (options, control),
        better,
    );
    best_of(mended, on)
}

fn best_of(first: PlanDocument, second: PlanDocument) -> PlanDocument {
    match totals(&second.rules) < totals(&first.rules) {
        true => second,
        false => first,
    }
}

/// What is proved of the new loads: bounds of the first ones hold for them too, as they hold for all.
fn certified(case: &Case, settings: &Settings, first: &Certificate) -> Certificate {
    let loads = Case {
        timetable: None,
        ..*case
    };
    let rules = measure(&loads, settings);
    let of = |tier: Option<uurwerk_model::Tier>, mode: Mode| {
        let own = settings.iter().filter(move |setting| {
            matches!(setting.rule.body, Body::Load(_))
                && setting.mode == mode
                && tier.is_none_or(|tier| setting.tier == tier)
        });
        let results = own.filter_map(|s| rules.iter().find(|r| r.rule.as_str() == s.rule.id));
        results.fold((0, 0), |(deviation, cost), result| {
            (deviation + result.deviation, cost + result.cost)
        })
    };
    let (hard, soft) = (of(None, Mode::Hard).0, of(None, Mode::Soft).1);
    let bound = first.allocation.bound.min(soft);
    let status = match () {
        () if hard > 0 => Status::Incomplete,
        () if bound == soft => Status::Optimal,
        () => Status::Feasible,
    };
    // A bound of a tier holds for whatever costs no more in the tiers before.
    let mut holds = true;
    let tiers = first.tiers.iter().map(|tier| {
        let cost = of(Some(tier.tier), Mode::Soft).1;
        let bound = if holds { tier.bound.min(cost) } else { 0 };
        holds &= cost <= tier.cost;
        TierProof {
            tier: tier.tier,
            cost,
            bound,
            status: match cost == bound {
                true => Status::Optimal,
                false => Status::Feasible,
            },
        }
    });
    Certificate {
        allocation: Proof {
            hard,
            soft,
            bound,
            status,
        },
        timetable: None,
        tiers: tiers.collect(),
        fairness: exposure::certify(case.school, settings, case.allocation),
        revision: None,
    }
}

/// Who got other lessons, and what could not hold together before.
fn revision(
    school: &School,
    before: &Allocation,
    after: &Allocation,
    deviation: i64,
    control: &Control,
) -> Revision {
    let mut moved = Vec::new();
    let mut lessons = BTreeSet::new();
    let mut people = BTreeSet::new();
    let id =
        |teacher: Option<uurwerk_model::TeacherIx>| teacher.map(|t| school.teacher(t).id.clone());
    for (at, (old, new)) in before.teachers.iter().zip(&after.teachers).enumerate() {
        let lesson = LessonIx::from(at);
        for (position, (from, to)) in old.iter().zip(new).enumerate() {
            if let (true, Ok(place)) = (from != to, u8::try_from(position)) {
                lessons.insert(lesson);
                people.extend(*from);
                moved.push(Reassigned {
                    lesson: school.lesson(lesson).id.clone(),
                    position: place,
                    from: id(*from),
                    to: id(*to),
                });
            }
        }
    }
    let held = before.by_teacher(school);
    let own = people.iter().flat_map(|t| &held[t.at()]);
    lessons.extend(own.map(|(lesson, _)| *lesson));
    let because = match moved.is_empty() {
        true => None,
        false => {
            contradiction(school, before, &with_links(school, &lessons), control).or_else(|| {
                let wider = beside(school, &lessons);
                contradiction(school, before, &with_links(school, &wider), control)
            })
        }
    };
    let (because, minimal) = because.unwrap_or_default();
    Revision {
        before: deviation,
        moved,
        because,
        minimal,
    }
}

/// The same with what runs together with them.
fn with_links(school: &School, lessons: &BTreeSet<LessonIx>) -> BTreeSet<LessonIx> {
    let links = lessons
        .iter()
        .filter_map(|l| school.lesson(*l).link.as_ref());
    let linked = links.flat_map(|link| school.links()[link].iter().copied());
    lessons.iter().copied().chain(linked).collect()
}

/// The same with all lessons that need one of the rooms that they need.
fn beside(school: &School, lessons: &BTreeSet<LessonIx>) -> BTreeSet<LessonIx> {
    let rooms = |lesson: LessonIx| {
        let needs = &school.lesson(lesson).rooms;
        let all = (0..school.rooms().len()).map(RoomIx::from);
        let suited = all.filter(|room| needs.iter().any(|need| suits(school, need, *room)));
        suited.collect::<BTreeSet<RoomIx>>()
    };
    let scarce: BTreeSet<RoomIx> = lessons.iter().flat_map(|l| rooms(*l)).collect();
    let every = (0..school.lessons().len()).map(LessonIx::from);
    every
        .filter(|l| lessons.contains(l) || !rooms(*l).is_disjoint(&scarce))
        .collect()
}

#[cfg(test)]
mod tests;
