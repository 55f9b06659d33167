//! When and where: the school and its allocation become an instance of the timetabling machine, and its
//! solution becomes a timetable. The only place where both vocabularies meet.

mod blocks;
mod check;
mod cliques;
mod draft;
mod hall;
mod protect;
mod read;
#[cfg(test)]
mod tests;

pub use check::{check, check_allocation};
pub use draft::Draft;

pub(crate) use blocks::{Block, RoomDemand};
pub(crate) use draft::Purpose;

use uurwerk_engine::{Instance, Outcome, SearchOptions, solve};
use uurwerk_model::{Finding, Mode, Proof, School, Status};

use crate::case::{Allocation, Case, Timetable};
use crate::control::{Control, Options, Progress, Stage};
use crate::rules::{Body, Setting, Settings};
use draft::Drafted;

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
    let drafted = draft(school, settings, allocation);
    let outcome = Instance::compile(drafted.problem.clone())
        .and_then(|instance| search(&instance, options, control));
    // A school too large for the machine stays without a timetable, and is measured as such.
    let outcome = outcome.ok();
    let mut timetable = Timetable::empty(school);
    if let Some(outcome) = &outcome {
        let meets = read::meets(&drafted.problem, &outcome.solution);
        timetable = read::timetable(school, &drafted, &meets);
        let case = Case {
            school,
            allocation,
            timetable: Some(&timetable),
        };
        timetable.protected = protect::protect(&case, settings, &drafted, &meets, &timetable);
    }
    let case = Case {
        school,
        allocation,
        timetable: Some(&timetable),
    };
    let proof = prove(&case, settings, outcome.as_ref());
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

fn search(
    instance: &Instance,
    options: &Options,
    control: &Control,
) -> Result<Outcome, Vec<uurwerk_engine::Fault>> {
    let whole = (control.remaining)();
    let used = || match (whole, (control.remaining)()) {
        (Some(whole), Some(left)) if !whole.is_zero() => {
            1.0 - left.as_secs_f64() / whole.as_secs_f64()
        }
        _ => 1.0,
    };
    let incumbent = |cost: uurwerk_engine::Cost, _: &uurwerk_engine::Solution| {
        (control.progress)(Progress {
            stage: Stage::Timetable,
            hard: Some(cost.hard),
            soft: Some(cost.soft),
            bound: None,
        });
    };
    let unlimited = options.iterations.is_none() && whole.is_none();
    let options = SearchOptions {
        seed: options.seed,
        threads: options.threads as usize,
        iterations: options.iterations.or(unlimited.then_some(ENOUGH)),
        start: None,
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

/// What is known about a timetable: its cost by the time rules, and the bound when there was a search.
pub(crate) fn prove(case: &Case, settings: &Settings, outcome: Option<&Outcome>) -> Proof {
    let (mut hard, mut soft) = (0, 0);
    for (setting, findings) in measured(case, settings) {
        let deviation: i64 = findings.iter().map(|f| f.deviation).sum();
        match setting.mode {
            Mode::Hard => hard += deviation,
            Mode::Soft => soft += i64::from(setting.weight) * deviation,
            Mode::Measure | Mode::Off => {}
        }
    }
    let bound = outcome.map_or(0, |outcome| outcome.bound.cost.soft.min(soft));
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
