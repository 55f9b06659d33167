//! What rules cost: the price of a rule as a certified interval, and the curve of two rules.
//!
//! **Price of a rule.** The plan `P` keeps rule `r` as well as it does (a hard rule holds; a soft one deviates by so
//! much). Its price in points is `min over A with r as in P of F(A)` minus `min over A without r of F(A)`, where `F` is
//! what all other soft rules cost and the other hard rules hold on both sides. Its price in another measure `m` is the
//! same for the deviation of `m`, while the remaining soft rules together cost no more than in `P`: "dropping `r` would
//! save so many points, or so many teacher hours, or so many preparations, with everything else as it is".
//!
//! Dropping a rule only allows more, so no price is negative. Each side is an integer programme of its own; what is
//! known about it is a bound and an allocation, and the interval is `[bound with - reached without, reached with - bound
//! without]`. It contains the exact price however early the run ends.

mod curve;
mod moves;
mod rule;
#[cfg(test)]
mod tests;

use uurwerk_model::{
    Certificate, Header, Kind, Mode, PlanDocument, PricesDocument, Proof, School, Status,
};

use crate::allocate::{Aim, Allocated, Facts, Study, Weights, allocate_by_tiers};
use crate::case::{Allocation, Case};
use crate::control::{Control, Options, Progress, Stage};
use crate::exposure;
use crate::measure::measure;
use crate::plan::{PlanFailure, document, identity, made, refusal};
use crate::rules::{Body, CATALOGUE, Settings};

/// The measure of teacher hours.
pub(crate) const TEACHER_HOURS: &str = "B6";
/// Part of the time or work for the plan that prices are compared with, in percent.
const PLAN_SHARE: u64 = 30;
/// Part of the time left for questions, in percent.
const ASKING_SHARE: u32 = 92;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The price of every rule.
    pub prices: bool,
    /// The curve of two rules, by their ids.
    pub tradeoff: Option<(String, String)>,
}

impl Request {
    /// The first rule of the curve that the catalogue does not have as a rule about loads.
    pub fn unknown_rule(&self) -> Option<&str> {
        let (first, second) = self.tradeoff.as_ref()?;
        let is_load = |id: &&String| {
            let mut rules = CATALOGUE.iter();
            rules.any(|rule| rule.id == id.as_str() && matches!(rule.body, Body::Load(_)))
        };
        let mut ids = [first, second].into_iter();
        ids.find(|id| !is_load(id)).map(String::as_str)
    }
}

/// Decides who teaches what, and what the rules about that cost.
///
/// Rules of the curve that are unknown or about time make the curve absent (see [`Request::unknown_rule`]), and a plan
/// whose hard rules do not hold yet has no prices.
///
/// ```
/// use uurwerk::prices::{Request, prices};
/// use uurwerk::{Control, Options, School};
/// let school = School::parse(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/allocate/example.json"))).expect("a valid school");
/// let request = Request { prices: true, tradeoff: None };
/// let (plan, prices) = prices(&school, &request, &Options::default(), &Control::UNBOUNDED)?;
/// assert_eq!(prices.plan, plan.certificate.allocation);
/// assert!(prices.rules.iter().all(|price| 0 <= price.points.low && price.points.low <= price.points.high));
/// # Ok::<(), uurwerk::PlanFailure>(())
/// ```
///
/// # Errors
/// As [`crate::plan`].
pub fn prices(
    school: &School,
    request: &Request,
    options: &Options,
    control: &Control,
) -> Result<(PlanDocument, PricesDocument), PlanFailure> {
    let settings = Settings::of(&school.document().policy)?;
    let facts = Facts::of(school);
    let part = Options {
        iterations: options.iterations.map(|all| all * PLAN_SHARE / 100),
        ..*options
    };
    let share = (control.remaining)().map(|left| left * PLAN_SHARE as u32 / 100);
    let base = control.lasting(share, |control| {
        allocate_by_tiers(school, &settings, &part, control)
    });
    let (base, tiers) =
        base.map_err(|conflict| refusal(school, conflict.demands, conflict.minimal))?;
    let priced = PricesDocument {
        uurwerk: Header::of(Kind::Prices),
        school: identity(school),
        made: made(options),
        plan: base.proof,
        rules: Vec::new(),
        tradeoff: None,
    };
    // The end of the time is for telling.
    let left = (control.remaining)().map(|left| left * ASKING_SHARE / 100);
    let (allocation, priced) = control.lasting(left, |asking| {
        let asking = Control {
            progress: &|_| (),
            ..*asking
        };
        let mut study = Study::new(&facts, &settings, options, &asking);
        ask(&mut study, &base, request, priced, control.stop)
    });
    (control.progress)(Progress::started(Stage::Measurement));
    let case = Case {
        school,
        allocation: &allocation,
        timetable: None,
    };
    let certificate = Certificate {
        allocation: priced.plan,
        timetable: None,
        tiers,
        fairness: exposure::certify(school, &settings, &allocation),
        revision: None,
    };
    let plan = document(&case, options, measure(&case, &settings), certificate);
    Ok((plan, priced))
}

/// Asks for prices and for the curve; gives the allocation that they are about.
fn ask(
    study: &mut Study,
    base: &Allocated,
    request: &Request,
    mut priced: PricesDocument,
    stop: &(dyn Fn() -> bool + Sync),
) -> (Allocation, PricesDocument) {
    let settings = study.settings().clone();
    let mut plan = study.learn(&settings, base);
    if base.proof.status == Status::Incomplete {
        return (base.allocation.clone(), priced);
    }
    let dropped = if request.prices {
        rule::drop_each(study, request)
    } else {
        Vec::new()
    };
    if settings.tiers().is_none() {
        // A run without a rule may have found something that keeps it all the same, and is better.
        let best = study.answer(&Aim {
            hard: settings.clone(),
            goal: Weights::soft(&settings),
            limits: Vec::new(),
        });
        if let (Some(soft), Some(found)) = (best.reached, best.at) {
            plan = found;
            priced.plan = Proof {
                soft,
                bound: best.bound,
                status: if best.is_proved() {
                    Status::Optimal
                } else {
                    Status::Feasible
                },
                ..priced.plan
            };
        }
    }
    priced.rules = rule::prices(study, plan, &dropped, request, stop);
    if let Some((first, second)) = &request.tradeoff {
        priced.tradeoff = curve::tradeoff(study, plan, first, second);
    }
    (study.known(plan).allocation.clone(), priced)
}

/// The settings with one rule only measured.
fn dropped(settings: &Settings, rule: &str) -> Settings {
    settings.clone().with(rule, Mode::Measure, 0)
}

/// The deviation of a rule among those of all.
fn deviation(deviations: &[i64], rule: &str) -> i64 {
    Weights::of([(rule, 1)]).value(deviations)
}
