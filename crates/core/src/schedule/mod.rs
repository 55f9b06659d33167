//! When and where: the school and its allocation become an instance of the timetabling machine, and its
//! solution becomes a timetable. The only place where both vocabularies meet.

mod blocks;
mod check;
mod cliques;
mod debrief;
mod draft;
mod hall;
mod protect;
mod read;
mod start;
#[cfg(test)]
mod tests;

pub(crate) use check::refusals;
pub use check::{check, check_allocation};
pub use draft::Draft;

pub(crate) use blocks::{Block, RoomDemand, blocks};
pub(crate) use cliques::cover;
pub(crate) use draft::{Drafted, Purpose, Work, pattern, patterns};
pub(crate) use protect::complete as protect_beside;
pub(crate) use start::first;

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use uurwerk_engine::{Cost, Instance, Outcome, SearchOptions, Solution, solve};
use uurwerk_model::{Finding, Mode, Proof, ProtectedSlot, School, SlotIx, Status};

use crate::case::{Allocation, Case, Timetable};
use crate::control::{Control, Options, Progress, Stage};
use crate::rules::{Body, Setting, Settings};

/// Moves to evaluate when the caller sets no limit of any kind.
const ENOUGH: u64 = 20_000_000;

/// A timetable with what is proved about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheduled {
    /// When and where.
    pub timetable: Timetable,
    /// Deviation of the hard time rules, cost of the soft ones, and the proved bound on the latter.
    pub proof: Proof,
}

/// Decides when and where every lesson is given, and protects time for mentors and teams.
///
/// Runs until `control` says so, until `options.iterations` are done, or until nothing better exists;
/// without any such limit it ends by itself after a fixed amount of work. The timetable is always
/// complete in shape; when a hard rule does not hold, the status is [`Status::Incomplete`] and the
/// findings of that rule say where.
pub fn schedule(
    school: &School,
    settings: &Settings,
    allocation: &Allocation,
    options: &Options,
    control: &Control,
) -> Scheduled {
    schedule_watched(school, settings, allocation, options, control, &|_| {})
}

/// So many timetables on the way to the last are looked at again in the end: what is only settled when a timetable stands (M17) may have come
/// out better in one of them.
const LATEST: usize = 12;
/// The most time for that, and the part of all time.
const LOOKING_BACK: Duration = Duration::from_secs(1);
const LOOKING_BACK_PART: u32 = 40;

/// Told of each better timetable; it is only made when the closure that is handed over is called.
pub type BetterTimetable<'a> = dyn Fn(&dyn Fn() -> Scheduled) + Sync + 'a;

/// As [`schedule`], telling `better` of each timetable that is better than those before it, on its way.
pub fn schedule_watched(
    school: &School,
    settings: &Settings,
    allocation: &Allocation,
    options: &Options,
    control: &Control,
    better: &BetterTimetable,
) -> Scheduled {
    schedule_from(
        school,
        settings,
        (allocation, None),
        options,
        control,
        better,
    )
}

/// As [`schedule_watched`], beginning from a timetable that exists: what it gives is no worse to the engine.
pub(crate) fn schedule_from(
    school: &School,
    settings: &Settings,
    (allocation, start): (&Allocation, Option<&Timetable>),
    options: &Options,
    control: &Control,
    better: &BetterTimetable,
) -> Scheduled {
    let drafted = draft(school, settings, allocation);
    let made = |solution: &Solution, bound| {
        let meets = read::meets(&drafted.problem, solution);
        let mut timetable = read::timetable(school, &drafted, &meets);
        let case = Case {
            school,
            allocation,
            timetable: Some(&timetable),
        };
        timetable.protected = protect::protect(&case, settings, &drafted, &meets, &timetable);
        scheduled(school, settings, allocation, timetable, bound)
    };
    let latest = Mutex::new(VecDeque::new());
    let told = |cost: Cost, solution: &Solution| {
        let mut latest = latest.lock().unwrap_or_else(PoisonError::into_inner);
        if latest.len() == LATEST {
            latest.pop_front();
        }
        latest.push_back((cost, solution.clone()));
        drop(latest);
        better(&|| made(solution, 0));
    };
    let begin = start.map(|start| first(school, &drafted, start));
    let share =
        (control.remaining)().map(|left| left - (left / LOOKING_BACK_PART).min(LOOKING_BACK));
    let outcome = control.lasting(share, |control| {
        let instance = Instance::compile(drafted.problem.clone())?;
        search(&instance, begin, options, control, &told)
    });
    // A school too large for the machine stays without a timetable, and is measured as such.
    let Ok(outcome) = outcome else {
        return scheduled(school, settings, allocation, Timetable::empty(school), 0);
    };
    let bound = match draft::is_narrow(school) {
        true => 0,
        false => outcome.bound.cost.soft,
    };
    let latest = latest.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut best = made(&outcome.solution, bound);
    for (cost, solution) in latest.iter().rev() {
        if (cost.hard, cost.soft) >= (best.proof.hard, best.proof.soft) || (control.stop)() {
            break;
        }
        let other = made(solution, bound);
        if (other.proof.hard, other.proof.soft) < (best.proof.hard, best.proof.soft) {
            best = other;
        }
    }
    best
}

/// A timetable with what it costs, given a lower bound on the soft cost.
fn scheduled(
    school: &School,
    settings: &Settings,
    allocation: &Allocation,
    timetable: Timetable,
    bound: i64,
) -> Scheduled {
    let case = Case {
        school,
        allocation,
        timetable: Some(&timetable),
    };
    let proof = prove(&case, settings, bound);
    Scheduled { timetable, proof }
}

/// The instance: the school, and what every rule that is hard or soft adds to it.
fn draft(school: &School, settings: &Settings, allocation: &Allocation) -> Drafted {
    let mut draft = Draft::new(school, allocation);
    for setting in settings.iter() {
        if let Body::Time { draft: add, .. } = setting.rule.body
            && matches!(setting.mode, Mode::Hard | Mode::Soft)
        {
            add(setting, &mut draft);
        }
    }
    draft.finish()
}

/// The lessons of the engine's solution.
pub(crate) fn read_timetable(school: &School, drafted: &Drafted, solution: &Solution) -> Timetable {
    read::timetable(school, drafted, &read::meets(&drafted.problem, solution))
}

/// The protected time of the engine's solution, whether people are free then or not.
pub(crate) fn read_protected(
    school: &School,
    drafted: &Drafted,
    solution: &Solution,
) -> Vec<ProtectedSlot> {
    let meets = read::meets(&drafted.problem, solution);
    let mut slots = Vec::new();
    for (purpose, event) in &drafted.protected {
        let start = meets[event.index()].and_then(|meet| meet.start);
        let length = usize::from(drafted.problem.events[event.index()].duration);
        for at in start.map_or(0..0, |start| start.index()..start.index() + length) {
            slots.extend(purpose.slot(school, SlotIx::from(at)));
        }
    }
    slots
}

fn search(
    instance: &Instance,
    start: Option<Solution>,
    options: &Options,
    control: &Control,
    better: &(dyn Fn(Cost, &Solution) + Sync),
) -> Result<Outcome, Vec<uurwerk_engine::Fault>> {
    let whole = (control.remaining)();
    let used = || match (whole, (control.remaining)()) {
        (Some(whole), Some(left)) if !whole.is_zero() => {
            1.0 - left.as_secs_f64() / whole.as_secs_f64()
        }
        _ => 1.0,
    };
    let incumbent = |cost: Cost, solution: &Solution| {
        (control.progress)(Progress {
            stage: Stage::Timetable,
            hard: Some(cost.hard),
            soft: Some(cost.soft),
            bound: None,
        });
        better(cost, solution);
    };
    let unlimited = options.iterations.is_none() && whole.is_none();
    let options = SearchOptions {
        seed: options.seed,
        threads: options.threads as usize,
        iterations: options.iterations.or(unlimited.then_some(ENOUGH)),
        start,
    };
    let control = uurwerk_engine::Control {
        stop: control.stop,
        used: whole.is_some().then_some(&used),
        incumbent: Some(&incumbent),
    };
    solve(instance, &options, &control)
}

/// The time rules with their findings.
fn measured<'a>(
    case: &'a Case,
    settings: &'a Settings,
) -> impl Iterator<Item = (&'a Setting, Vec<Finding>)> {
    settings
        .iter()
        .filter_map(|setting| match setting.rule.body {
            Body::Time { measure, .. } if setting.mode != Mode::Off => {
                Some((setting, measure(case, setting)))
            }
            _ => None,
        })
}

/// What is known about a timetable: its cost by the time rules, and what it cannot be less than.
pub(crate) fn prove(case: &Case, settings: &Settings, bound: i64) -> Proof {
    let (mut hard, mut soft) = (0, 0);
    for (setting, findings) in measured(case, settings) {
        let deviation: i64 = findings.iter().map(|f| f.deviation).sum();
        match setting.mode {
            Mode::Hard => hard += deviation,
            Mode::Soft => soft += i64::from(setting.weight) * deviation,
            Mode::Measure | Mode::Off => {}
        }
    }
    let bound = bound.min(soft);
    let status = match () {
        () if hard > 0 => Status::Incomplete,
        () if soft == bound => Status::Optimal,
        () => Status::Feasible,
    };
    Proof {
        hard,
        soft,
        bound,
        status,
    }
}
