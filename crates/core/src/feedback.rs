//! What the timetable tells the allocation: loads for which no timetable was found are decided anew, together with the times of
//! whatever is concerned, and what could not hold together is named.
//!
//! 1. The search for a timetable gives up early when it still breaks hard rules after much of its time ([`patient`]), and sooner when
//!    counting shows that the loads cannot be given.
//! 2. What one person cannot have together, as counted, is kept apart; otherwise, around what is broken, loads and times are decided
//!    in one integer programme of a growing area ([`crate::what_if`]). Always with few changes, so that the loads stay near the best.
//! 3. With the new loads the search goes on from that timetable, and where it fails again, so does this.
//! 4. The lessons that changed hands, with the loads as they were, are asked for a contradiction, which is made least and put into
//!    words ([`crate::explain`]).

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use uurwerk_model::{
    Certificate, LessonIx, Mode, PlanDocument, Proof, Reassigned, Revision, RoomIx, School, Status,
    TierProof,
};

use crate::case::{Allocation, Case};
use crate::control::{Control, Options, Progress, Stage};
use crate::explain::contradiction;
use crate::exposure;
use crate::measure::{measure, totals};
use crate::plan::{BetterPlan, with_times};
use crate::rules::occupancy::suits;
use crate::rules::{Body, Settings};
use crate::schedule::refusals;
use crate::what_if::{Mended, mend};

/// Part of its time after which a search that still breaks hard rules gives up, in percent: until then it anneals.
const PATIENCE: u32 = 60;
/// The same where counting has already shown that the loads cannot be given.
const NO_HOPE: u32 = 5;
/// How often loads are decided anew.
const ROUNDS: usize = 4;
/// Part of the time left that deciding anew may take, in percent.
const SHARE: u32 = 50;
/// Part of the time left for naming what could not hold together, in percent, and the most of it.
const NAMING_SHARE: u32 = 10;
const NAMING: Duration = Duration::from_secs(5);

/// A plan for loads, with its times: where no timetable is found that keeps the hard rules, the loads are decided anew as well.
/// `loads` certifies the allocation.
pub(crate) fn settle(
    school: &School,
    settings: &Settings,
    (allocation, loads): (&Allocation, &Certificate),
    (options, control): (&Options, &Control),
    better: &BetterPlan,
) -> PlanDocument {
    let refused = refusals(school, settings, allocation);
    let hopeless = refused.iter().any(|refusal| !refusal.held.is_empty());
    let patience = if hopeless { NO_HOPE } else { PATIENCE };
    let mut made = patient(patience, control, |control| {
        with_times(
            (school, settings),
            (allocation, None),
            loads,
            (options, control),
            better,
        )
    });
    let (broken, _) = totals(&made.rules);
    for round in 1..=ROUNDS {
        if !is_incomplete(&made) || (control.stop)() {
            break;
        }
        let share = (control.remaining)().map(|left| left * SHARE / 100);
        let mended = control.lasting(share, |control| {
            mend(school, settings, &made, options, control)
        });
        let before = Before {
            school,
            settings,
            loads: allocation,
            certificate: loads,
            broken,
        };
        let Some(mended) = mended else {
            return before.go_on(made, options, control, better);
        };
        let patience = if round == ROUNDS { 100 } else { PATIENCE };
        let other = before.with(mended, patience, options, control, better);
        // The loads as they were are in doubt, so that of equals the new ones are preferred.
        if totals(&other.rules).0 > totals(&made.rules).0 {
            return before.go_on(made, options, control, better);
        }
        made = other;
    }
    made
}

/// Runs `job` under a control that stops when `patience` percent of the time are over and no timetable without hard cost was told of;
/// without a limit of time it is the same control.
fn patient<T>(patience: u32, control: &Control, job: impl FnOnce(&Control) -> T) -> T {
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
            !found.load(Ordering::Relaxed) && left < whole * (100 - patience) / 100
        }
        _ => false,
    };
    job(&Control {
        stop: &|| (control.stop)() || tired(),
        remaining: control.remaining,
        progress: &progress,
    })
}

/// The loads that were decided first, with what they certify and how far the first timetable broke hard rules.
struct Before<'a> {
    school: &'a School,
    settings: &'a Settings,
    loads: &'a Allocation,
    certificate: &'a Certificate,
    broken: i64,
}

impl Before<'_> {
    /// What the rest of the time gives for a plan as it is.
    fn go_on(
        &self,
        made: PlanDocument,
        options: &Options,
        control: &Control,
        better: &BetterPlan,
    ) -> PlanDocument {
        let no_more = (control.remaining)().is_none_or(|left| left.is_zero());
        let Ok((loads, Some(times))) = Case::of_plan(self.school, &made) else {
            return made; // The plan was made for this school, and with times.
        };
        if options.iterations.is_some() || no_more {
            return made;
        }
        let on = with_times(
            (self.school, self.settings),
            (&loads, Some(&times)),
            &made.certificate,
            (options, control),
            better,
        );
        best_of(made, on)
    }

    /// The plan with other loads, and what is said of the change.
    fn with(
        &self,
        mended: Mended,
        patience: u32,
        options: &Options,
        control: &Control,
        better: &BetterPlan,
    ) -> PlanDocument {
        let (school, settings) = (self.school, self.settings);
        let Mended {
            allocation,
            timetable,
        } = &mended;
        let share = (control.remaining)().map(|left| (left * NAMING_SHARE / 100).min(NAMING));
        let told = control.lasting(share, |control| {
            let loads = (self.loads, allocation);
            revision((school, settings), loads, self.broken, control)
        });
        let case = Case {
            school,
            allocation,
            timetable: Some(timetable),
        };
        let certificate = Certificate {
            revision: Some(told),
            ..certified(&case, settings, self.certificate)
        };
        let at_once = Certificate {
            timetable: Some(crate::schedule::prove(&case, settings, 0)),
            ..certificate.clone()
        };
        let at_once = crate::plan::document(&case, options, measure(&case, settings), at_once);
        if !is_incomplete(&at_once) {
            better(&|| at_once.clone());
        }
        if (control.stop)() {
            return at_once;
        }
        let on = patient(patience, control, |control| {
            with_times(
                (school, settings),
                (allocation, Some(timetable)),
                &certificate,
                (options, control),
                better,
            )
        });
        best_of(at_once, on)
    }
}

/// Whether hard rules about times do not hold.
pub(crate) fn is_incomplete(plan: &PlanDocument) -> bool {
    let times = plan.certificate.timetable;
    times.is_some_and(|proof| proof.status == Status::Incomplete)
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
    (school, settings): (&School, &Settings),
    (before, after): (&Allocation, &Allocation),
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
        false => contradiction(school, before, &with_links(school, &lessons), control)
            .or_else(|| {
                let wider = beside(school, &lessons);
                contradiction(school, before, &with_links(school, &wider), control)
            })
            .or_else(|| {
                let counted = refusals(school, settings, before).into_iter();
                let counted = counted.map(|refusal| refusal.demands);
                counted.min_by_key(Vec::len).map(|demands| (demands, false))
            }),
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
