//! Integer programmes: the one place that knows good_lp and HiGHS.
//!
//! A [`Model`] has whole-number variables, costs and rows only, so that every answer can be checked in exact arithmetic before it is
//! handed out, and a bound may be rounded up to the next whole cost. The solver behind it is HiGHS 1.15 (branch, cut and price on one
//! thread), reached through good_lp; nothing outside this crate sees a floating-point number.
//!
//! ```
//! use uurwerk_mip::{Control, Limits, Model, Status};
//!
//! // Two lessons, two teachers; each lesson has one teacher and nobody has both.
//! let cost = [[4, 1], [2, 3]];
//! let mut model = Model::new();
//! let takes: Vec<Vec<_>> = (0..2).map(|_| (0..2).map(|_| model.binary()).collect()).collect();
//! for lesson in 0..2 {
//!     model.exactly((0..2).map(|teacher| (takes[lesson][teacher], 1)), 1);
//!     for teacher in 0..2 {
//!         model.add_cost(takes[lesson][teacher], cost[lesson][teacher]);
//!     }
//! }
//! for teacher in 0..2 {
//!     model.at_most((0..2).map(|lesson| (takes[lesson][teacher], 1)), 1);
//! }
//!
//! let solved = model.solve(&Limits::default(), &Control::default())?;
//! assert_eq!(solved.status, Status::Optimal);
//! assert_eq!(solved.bound, 3);
//! let solution = solved.solution.expect("an optimal answer comes with its values");
//! assert_eq!(solution.objective, 3);
//! assert_eq!(solution.value(takes[0][1]), 1);
//! # Ok::<(), uurwerk_mip::Fault>(())
//! ```

mod highs;
mod linear;
mod model;
mod solve;

pub use linear::{DUAL, Linear, Optimum};
pub use model::{Model, Var};

use std::time::Duration;

/// When to give up. The default has no limit: the model is solved to proof.
///
/// `nodes` and `lp_iterations` count work, so the same model, limits and seed give the same answer on every machine; `time` and the
/// stop condition of [`Control`] do not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limits {
    /// Largest number of nodes of the search tree; 1 stops after the root, 0 before it.
    pub nodes: Option<u64>,
    /// Largest number of simplex iterations, over all linear programmes, looked at between two of them.
    pub lp_iterations: Option<u64>,
    /// Wall-clock time that the solver itself keeps, to some tenths of a second. The stop condition is asked between steps only, and a
    /// step of a large model can take a second or more: whoever has a deadline gives both.
    pub time: Option<Duration>,
    /// Leaves out the heuristics that solve models of their own, during which the stop condition is not asked: less is found, and a stop
    /// is noticed within a few linear programmes.
    pub prompt: bool,
    /// Seed of the solver's own random choices.
    pub seed: u32,
}

/// How the caller follows a run and ends it early.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Asked often during the run; `true` ends it with the best answer so far.
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Told whenever the best answer or the bound gets better.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

impl Default for Control<'_> {
    /// Never stops, tells nobody.
    fn default() -> Self {
        Self {
            stop: &|| false,
            progress: &|_| (),
        }
    }
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Cost of the best answer so far.
    pub incumbent: Option<i64>,
    /// No answer can cost less than this.
    pub bound: i64,
    /// Nodes of the search tree seen so far.
    pub nodes: u64,
}

/// What a run has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The answer is there and none is cheaper.
    Optimal,
    /// An answer is there; a cheaper one may exist.
    Feasible,
    /// It is proved that there is no answer.
    Infeasible,
    /// The run ended before it found an answer or proved that there is none.
    Unknown,
}

/// What a run ended with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// What has been shown.
    pub status: Status,
    /// The cheapest answer found, checked against every row in whole numbers.
    pub solution: Option<Solution>,
    /// No answer costs less than this (true at every status; it says nothing when the model is infeasible).
    pub bound: i64,
    /// Nodes of the search tree.
    pub nodes: u64,
    /// Simplex iterations over all linear programmes.
    pub lp_iterations: u64,
}

impl Solved {
    /// How much cheaper than the found answer a better one could be, in units of cost; 0 is a proof.
    pub fn gap(&self) -> Option<i64> {
        self.solution
            .as_ref()
            .map(|found| found.objective - self.bound)
    }
}

/// A value for every variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Total cost, the model's constant included.
    pub objective: i64,
    values: Vec<i64>,
}

impl Solution {
    /// The value of one variable.
    ///
    /// # Panics
    /// If the variable belongs to another model, as a slice does for a wrong index.
    pub fn value(&self, var: Var) -> i64 {
        self.values[var.index()]
    }

    /// All values, in the order in which the variables were made; a larger model that begins with the same variables can start
    /// from them.
    pub fn values(&self) -> &[i64] {
        &self.values
    }
}

/// Why a model could not be solved; never that it has no answer, which is [`Status::Infeasible`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A coefficient, bound or cost is too large to be exact in the solver's arithmetic.
    #[error("{what} {value} is too large for exact solving (limit {limit})")]
    TooLarge {
        /// What it is: a cost, a coefficient, a bound.
        what: &'static str,
        /// The number given.
        value: i128,
        /// The largest magnitude allowed.
        limit: i128,
    },
    /// The solver refused the model or an option, or failed on the way.
    #[error("the solver failed: {0}")]
    Solver(String),
    /// The solver's answer, rounded to whole numbers, breaks a row.
    #[error("the solver's answer does not hold in whole numbers")]
    Inexact,
}

#[cfg(test)]
mod brute;
#[cfg(test)]
mod tests;
