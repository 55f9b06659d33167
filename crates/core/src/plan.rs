//! The main job: loads, then times, then what every rule measured; as one document with its proof.

use std::time::Duration;

use uurwerk_model::{
    Assignment, Certificate, ConflictDocument, Demand, Diagnostics, Header, Kind, Made, Placement,
    PlanDocument, Proof, RuleResult, School, SchoolIdentity, Status,
};

use crate::allocate::{self, allocate};
use crate::case::Case;
use crate::control::{Control, Options, Progress, Stage};
use crate::measure::{measure, totals};
use crate::rules::{Body, Settings};
use crate::schedule::{self, schedule};

/// Part of the time that the allocation may use when a timetable follows, in percent.
const ALLOCATION_SHARE: u32 = 35;

/// Why there is no plan.
#[derive(Clone, Debug)]
pub enum PlanFailure {
    /// The input is wrong: a policy that names no rule, a plan for another school.
    Input(Diagnostics),
    /// The demands contradict each other.
    Conflict(Box<ConflictDocument>),
}

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
    let settings = Settings::of(&school.document().policy)?;
    possible(school, &settings)?;
    let reserve = control
        .remaining_now()
        .map(|left| left * (100 - ALLOCATION_SHARE) / 100);
    let loads = control.reserving(reserve.unwrap_or_default(), |control| {
        allocate(school, &settings, options, control)
    });
    let loads = loads.map_err(|conflict| refusal(school, conflict.demands, conflict.minimal))?;
    let times = schedule(school, &settings, &loads.allocation, options, control);
    (control.progress)(Progress::started(Stage::Measurement));
    let case = Case {
        school,
        allocation: &loads.allocation,
        timetable: Some(&times.timetable),
    };
    let certificate = Certificate {
        allocation: loads.proof,
        timetable: Some(times.proof),
    };
    Ok(document(
        &case,
        options,
        measure(&case, &settings),
        certificate,
    ))
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
    let loads = allocate(school, &settings, options, control)
        .map_err(|conflict| refusal(school, conflict.demands, conflict.minimal))?;
    let case = Case {
        school,
        allocation: &loads.allocation,
        timetable: None,
    };
    let certificate = Certificate {
        allocation: loads.proof,
        timetable: None,
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
    let settings = Settings::of(&school.document().policy)?;
    let (allocation, _) = Case::of_plan(school, old)?;
    let times = schedule(school, &settings, &allocation, options, control);
    let case = Case {
        school,
        allocation: &allocation,
        timetable: Some(&times.timetable),
    };
    let certificate = Certificate {
        allocation: old.certificate.allocation,
        timetable: Some(times.proof),
    };
    Ok(document(
        &case,
        options,
        measure(&case, &settings),
        certificate,
    ))
}

/// Makes a plan of decisions that others took, such as the timetable that a school has today: every rule is measured, and nothing is proved but
/// that no cost is below nothing.
///
/// # Errors
/// The policy's faults, or UW0505 for whatever the decisions name and the school does not have.
pub fn adopt(
    school: &School,
    allocation: Vec<Assignment>,
    timetable: Vec<Placement>,
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
        },
        allocation,
        timetable,
        protected: Vec::new(),
        rules: Vec::new(),
    };
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
        taken.certificate.timetable = Some(schedule::prove(&case, &settings, None));
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

fn possible(school: &School, settings: &Settings) -> Result<(), PlanFailure> {
    match schedule::check(school, settings) {
        demands if demands.is_empty() => Ok(()),
        demands => Err(refusal(school, demands, false)),
    }
}

fn refusal(school: &School, demands: Vec<Demand>, minimal: bool) -> PlanFailure {
    PlanFailure::Conflict(Box::new(ConflictDocument {
        uurwerk: Header::of(Kind::Conflict),
        school: identity(school),
        demands,
        minimal,
    }))
}

fn identity(school: &School) -> SchoolIdentity {
    SchoolIdentity {
        name: school.document().name.clone(),
        sha256: school.hash(),
    }
}

fn document(
    case: &Case,
    options: &Options,
    rules: Vec<RuleResult>,
    certificate: Certificate,
) -> PlanDocument {
    let school = case.school;
    PlanDocument {
        uurwerk: Header::of(Kind::Plan),
        school: identity(school),
        made: Made {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: options.seed,
            threads: options.threads,
            iterations: options.iterations,
        },
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
