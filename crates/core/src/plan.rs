//! The main job: loads, then times, then what every rule measured; as one document with its proof.

use std::fmt;
use std::time::Duration;

use uurwerk_model::{
    Assignment, Certificate, ConflictDocument, Demand, Diagnostics, Header, Kind, Made, Placement,
    PlanDocument, Proof, ProtectedSlot, RuleResult, School, SchoolIdentity, Status,
};

use crate::allocate::{self, allocate_by_tiers};
use crate::case::{Allocation, Case, Timetable};
use crate::control::{Control, Options, Progress, Stage};
use crate::explain::{Explained, explain};
use crate::exposure;
use crate::feedback;
use crate::measure::{measure, totals};
use crate::rules::{Body, Settings};
use crate::schedule::{self, Scheduled, schedule_from};

/// Part of the time that the allocation may use when a timetable follows, in percent.
const ALLOCATION_SHARE: u32 = 35;

/// Part of the time that is kept for saying why there is no plan, in percent, and the most of it.
const EXPLANATION_SHARE: u32 = 4;
const EXPLANATION: Duration = Duration::from_secs(2);

/// Why there is no plan.
#[derive(Clone, Debug)]
pub enum PlanFailure {
    /// The input is wrong: a policy that names no rule, a plan for another school.
    Input(Diagnostics),
    /// The demands contradict each other.
    Conflict(Box<ConflictDocument>),
}

impl fmt::Display for PlanFailure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Input(faults) => faults.fmt(f),
            Self::Conflict(conflict) => {
                let demands = conflict.demands.iter();
                let words: Vec<String> = demands.map(|demand| demand.message.to_string()).collect();
                write!(
                    f,
                    "these demands contradict each other:\n{}",
                    words.join("\n")
                )
            }
        }
    }
}

impl std::error::Error for PlanFailure {}

impl From<Diagnostics> for PlanFailure {
    fn from(faults: Diagnostics) -> Self {
        Self::Input(faults)
    }
}

/// Decides who teaches what, when and where.
///
/// The run ends when `control` says so, or after `options.iterations`, or when nothing better
/// exists. Whatever happens the plan is complete; its certificate says which hard rules, if any, do
/// not hold yet.
///
/// # Errors
/// The policy's faults, or the conflict when the demands were proved to contradict each other.
///
/// ```
/// use uurwerk::{Control, Options, School, plan, generate::{GenerateOptions, generate}};
/// let document = generate(&GenerateOptions { teachers: 8, classes: None, seed: 1 }).unwrap();
/// let school = School::from_document(document).unwrap();
/// let options = Options { iterations: Some(20_000), ..Options::default() };
/// let plan = plan(&school, &options, &Control::UNBOUNDED).unwrap();
/// let positions: usize = school.lessons().iter().map(|lesson| lesson.positions.len()).sum();
/// assert_eq!(plan.allocation.len(), positions);
/// ```
pub fn plan(
    school: &School,
    options: &Options,
    control: &Control,
) -> Result<PlanDocument, PlanFailure> {
    plan_watched(school, options, control, &|_| {})
}

/// Told of each better plan; it is only made, which takes some milliseconds, when the closure that is handed
/// over is called.
pub type BetterPlan<'a> = dyn Fn(&dyn Fn() -> PlanDocument) + Sync + 'a;

/// As [`plan`], telling `better` of each whole plan that is better than those before it, while the timetable
/// is sought.
///
/// # Errors
/// As [`plan`].
pub fn plan_watched(
    school: &School,
    options: &Options,
    control: &Control,
    better: &BetterPlan,
) -> Result<PlanDocument, PlanFailure> {
    let settings = Settings::of(&school.document().policy)?;
    if let Err(counted) = possible(school, &settings) {
        return Err(in_full(school, counted, control));
    }
    let reserve = control
        .remaining_now()
        .map(|left| left * (100 - ALLOCATION_SHARE) / 100);
    let loads = control.reserving(reserve.unwrap_or_default(), |control| {
        allocate_by_tiers(school, &settings, options, control)
    });
    let loads = loads.map_err(|conflict| {
        let found = refusal(school, conflict.demands, conflict.minimal);
        in_full(school, found, control)
    })?;
    let (loads, tiers) = loads;
    let certificate = Certificate {
        allocation: loads.proof,
        timetable: None,
        tiers,
        fairness: exposure::certify(school, &settings, &loads.allocation),
        revision: None,
    };
    let made = control.reserving(explaining(control), |control| {
        feedback::settle(
            school,
            &settings,
            (&loads.allocation, &certificate),
            (options, control),
            better,
        )
    });
    if feedback::is_incomplete(&made)
        && let Ok(Explained::Conflict(conflict)) = explain(school, control)
    {
        return Err(PlanFailure::Conflict(conflict));
    }
    Ok(made)
}

/// The plan with the times that are found for an allocation, beginning from a timetable where there is one; `loads` certifies the
/// allocation.
pub(crate) fn with_times(
    (school, settings): (&School, &Settings),
    (allocation, start): (&Allocation, Option<&Timetable>),
    loads: &Certificate,
    (options, control): (&Options, &Control),
    better: &BetterPlan,
) -> PlanDocument {
    let whole = |times: &Scheduled| {
        let case = Case {
            school,
            allocation,
            timetable: Some(&times.timetable),
        };
        let certificate = Certificate {
            timetable: Some(times.proof),
            ..loads.clone()
        };
        document(&case, options, measure(&case, settings), certificate)
    };
    let found = |times: &dyn Fn() -> Scheduled| better(&|| whole(&times()));
    let times = schedule_from(
        school,
        settings,
        (allocation, start),
        options,
        control,
        &found,
    );
    (control.progress)(Progress::started(Stage::Measurement));
    whole(&times)
}

/// Decides who teaches what, and nothing more.
///
/// # Errors
/// As [`plan`].
pub fn plan_loads(
    school: &School,
    options: &Options,
    control: &Control,
) -> Result<PlanDocument, PlanFailure> {
    let settings = Settings::of(&school.document().policy)?;
    let loads = control.reserving(explaining(control), |control| {
        allocate_by_tiers(school, &settings, options, control)
    });
    let loads = loads.map_err(|conflict| {
        let found = refusal(school, conflict.demands, conflict.minimal);
        in_full(school, found, control)
    });
    let (loads, tiers) = loads?;
    let case = Case {
        school,
        allocation: &loads.allocation,
        timetable: None,
    };
    let certificate = Certificate {
        allocation: loads.proof,
        timetable: None,
        tiers,
        fairness: exposure::certify(school, &settings, &loads.allocation),
        revision: None,
    };
    Ok(document(
        &case,
        options,
        measure(&case, &settings),
        certificate,
    ))
}

/// Decides when and where for the teachers of a plan that exists.
///
/// # Errors
/// As [`plan`], and when the plan is not of this school.
pub fn plan_times(
    school: &School,
    old: &PlanDocument,
    options: &Options,
    control: &Control,
) -> Result<PlanDocument, PlanFailure> {
    plan_times_watched(school, old, options, control, &|_| {})
}

/// As [`plan_times`], telling `better` as [`plan_watched`] does.
///
/// # Errors
/// As [`plan_times`].
pub fn plan_times_watched(
    school: &School,
    old: &PlanDocument,
    options: &Options,
    control: &Control,
    better: &BetterPlan,
) -> Result<PlanDocument, PlanFailure> {
    let settings = Settings::of(&school.document().policy)?;
    let (allocation, _) = Case::of_plan(school, old)?;
    Ok(with_times(
        (school, &settings),
        (&allocation, None),
        &old.certificate,
        (options, control),
        better,
    ))
}

/// Makes a plan of decisions that others took, such as the timetable that a school has today: every rule is measured, and nothing is proved but
/// that no cost is below nothing.
///
/// # Errors
/// The policy's faults, those of decisions that contradict each other (UW03xx), or UW0505 for whatever they name and the school
/// does not have.
pub fn adopt(
    school: &School,
    allocation: Vec<Assignment>,
    timetable: Vec<Placement>,
    protected: Vec<ProtectedSlot>,
) -> Result<PlanDocument, PlanFailure> {
    let settings = Settings::of(&school.document().policy)?;
    let nothing = Proof {
        hard: 0,
        soft: 0,
        bound: 0,
        status: Status::Optimal,
    };
    let mut taken = PlanDocument {
        uurwerk: Header::of(Kind::Plan),
        school: identity(school),
        made: Made {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: 0,
            threads: 1,
            iterations: Some(0),
        },
        certificate: Certificate {
            allocation: nothing,
            timetable: (!timetable.is_empty()).then_some(nothing),
            tiers: Vec::new(),
            fairness: None,
            revision: None,
        },
        allocation,
        timetable,
        protected,
        rules: Vec::new(),
    };
    let faults = taken.faults();
    if faults.has_errors() {
        return Err(faults.into());
    }
    let (allocation, timetable) = Case::of_plan(school, &taken)?;
    let case = Case {
        school,
        allocation: &allocation,
        timetable: timetable.as_ref(),
    };
    taken.rules = measure(&case, &settings);
    let loads = settings
        .iter()
        .filter(|setting| matches!(setting.rule.body, Body::Load(_)))
        .filter_map(|setting| {
            taken
                .rules
                .iter()
                .find(|r| r.rule.as_str() == setting.rule.id)
        });
    let loads: Vec<RuleResult> = loads.cloned().collect();
    let (hard, soft) = totals(&loads);
    taken.certificate.allocation = Proof {
        hard,
        soft,
        bound: 0,
        status: match (hard, soft) {
            (0, 0) => Status::Optimal,
            (0, _) => Status::Feasible,
            _ => Status::Incomplete,
        },
    };
    if case.timetable.is_some() {
        taken.certificate.timetable = Some(schedule::prove(&case, &settings, 0));
    }
    Ok(taken)
}

/// Measures every rule on a plan from scratch, with the school's policy of today.
///
/// # Errors
/// The policy's faults, or when the plan is not of this school.
pub fn evaluate(school: &School, plan: &PlanDocument) -> Result<Vec<RuleResult>, PlanFailure> {
    let settings = Settings::of(&school.document().policy)?;
    let (allocation, timetable) = Case::of_plan(school, plan)?;
    let case = Case {
        school,
        allocation: &allocation,
        timetable: timetable.as_ref(),
    };
    Ok(measure(&case, &settings))
}

/// Reads the policy and counts whether the school can be served at all; takes milliseconds, or until
/// `control` stops it when a conflict is found and made small.
///
/// # Errors
/// The policy's faults, or a conflict found by counting.
pub fn check(school: &School, control: &Control) -> Result<(), PlanFailure> {
    let settings = Settings::of(&school.document().policy)?;
    possible(school, &settings)?;
    allocate::check(school, &settings, control)
        .map_err(|conflict| refusal(school, conflict.demands, conflict.minimal))
}

pub(crate) fn possible(school: &School, settings: &Settings) -> Result<(), PlanFailure> {
    match schedule::check(school, settings) {
        demands if demands.is_empty() => Ok(()),
        demands => Err(refusal(school, demands, false)),
    }
}

/// The time to keep for an explanation.
fn explaining(control: &Control) -> Duration {
    let left = control.remaining_now().unwrap_or_default();
    (left * EXPLANATION_SHARE / 100).min(EXPLANATION)
}

/// A conflict that was seen in passing, as small as it can be and with what would have to give; as it was found when
/// there is no time for that.
fn in_full(school: &School, seen: PlanFailure, control: &Control) -> PlanFailure {
    match explain(school, control) {
        Ok(Explained::Conflict(conflict)) => PlanFailure::Conflict(conflict),
        _ => seen,
    }
}

pub(crate) fn refusal(school: &School, demands: Vec<Demand>, minimal: bool) -> PlanFailure {
    PlanFailure::Conflict(Box::new(ConflictDocument {
        uurwerk: Header::of(Kind::Conflict),
        school: identity(school),
        demands,
        minimal,
        reason: None,
        repairs: Vec::new(),
    }))
}

pub(crate) fn identity(school: &School) -> SchoolIdentity {
    SchoolIdentity {
        name: school.document().name.clone(),
        sha256: school.hash(),
    }
}

pub(crate) fn document(
    case: &Case,
    options: &Options,
    rules: Vec<RuleResult>,
    certificate: Certificate,
) -> PlanDocument {
    let school = case.school;
    PlanDocument {
        uurwerk: Header::of(Kind::Plan),
        school: identity(school),
        made: made(options),
        allocation: case.allocation.to_document(school),
        timetable: case
            .timetable
            .map(|t| t.to_document(school))
            .unwrap_or_default(),
        protected: case
            .timetable
            .map(|t| t.protected.clone())
            .unwrap_or_default(),
        rules,
        certificate,
    }
}

pub(crate) fn made(options: &Options) -> Made {
    Made {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        seed: options.seed,
        threads: options.threads,
        iterations: options.iterations,
    }
}

impl Control<'_> {
    /// Runs `job` under a control that stops `reserve` earlier than this one.
    fn reserving<T>(&self, reserve: Duration, job: impl FnOnce(&Control) -> T) -> T {
        let remaining = || (self.remaining)().map(|left| left.saturating_sub(reserve));
        let stop = || (self.stop)() || remaining().is_some_and(|left| left.is_zero());
        job(&Control {
            stop: &stop,
            remaining: &remaining,
            progress: self.progress,
        })
    }

    fn remaining_now(&self) -> Option<Duration> {
        (self.remaining)()
    }
}
