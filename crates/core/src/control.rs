//! How a caller stops, times and watches a long run; the only door to the outside world.

use std::time::Duration;

/// What a long run asks of its caller and tells it.
///
/// All three may be called from several threads and should return at once.
///
/// A minute:
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let json = uurwerk::generate::generate(&uurwerk::generate::GenerateOptions { teachers: 5, classes: None, seed: 1 })?;
/// # let json = serde_json::to_string(&json)?;
/// use std::time::{Duration, Instant};
/// use uurwerk::{Control, Options, School};
///
/// let school = School::parse(&json)?;
/// let end = Instant::now() + Duration::from_secs(60);
/// # let end = Instant::now() + Duration::from_secs(2);
/// let left = || end.saturating_duration_since(Instant::now());
/// let control = Control {
///     stop: &|| left().is_zero(),
///     remaining: &|| Some(left()),
///     ..Control::UNBOUNDED
/// };
/// let plan = uurwerk::plan(&school, &Options::default(), &control)?;
/// # assert!(!plan.allocation.is_empty());
/// # Ok(()) }
/// ```
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Whether to stop now and give the best found so far.
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Time left until `stop` will say so; `None` when there is no limit.
    pub remaining: &'a (dyn Fn() -> Option<Duration> + Sync),
    /// Told whenever something changed that a person would like to see.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

impl Control<'static> {
    /// Runs to the end, unwatched.
    pub const UNBOUNDED: Self = Self {
        stop: &|| false,
        remaining: &|| None,
        progress: &|_| {},
    };
}

impl Control<'_> {
    /// Runs `job` under a control that ends it after `share` of the time left, or with this one; without a limit of
    /// time it is this control.
    pub(crate) fn lasting<T>(&self, share: Option<Duration>, job: impl FnOnce(&Control) -> T) -> T {
        let begun = (self.remaining)();
        let reserve = match (begun, share) {
            (Some(left), Some(share)) => left.saturating_sub(share),
            _ => Duration::ZERO,
        };
        let remaining = || (self.remaining)().map(|left| left.saturating_sub(reserve));
        let stop = || (self.stop)() || remaining().is_some_and(|left| left.is_zero());
        job(&Control {
            stop: &stop,
            remaining: &remaining,
            progress: self.progress,
        })
    }
}

/// What makes a run repeatable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Seed of every random choice.
    pub seed: u64,
    /// Threads to use, at least 1.
    pub threads: u32,
    /// Stop by work done instead of by the clock: the same seed, threads and iterations give the
    /// same bytes on every machine.
    pub iterations: Option<u64>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            threads: 1,
            iterations: None,
        }
    }
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being worked on.
    pub stage: Stage,
    /// Hard cost of the incumbent, when there is one.
    pub hard: Option<i64>,
    /// Soft cost of the incumbent, when there is one.
    pub soft: Option<i64>,
    /// Proved lower bound on the soft cost, when there is one.
    pub bound: Option<i64>,
}

impl Progress {
    /// A stage that has just begun.
    pub const fn started(stage: Stage) -> Self {
        Self {
            stage,
            hard: None,
            soft: None,
            bound: None,
        }
    }
}

/// The parts of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Who teaches what.
    Allocation,
    /// When and where.
    Timetable,
    /// What it costs.
    Measurement,
}
