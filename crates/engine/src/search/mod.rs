//! The search: neighbourhoods (one file each), the strategy that walks with them, and the portfolio of workers.

pub(crate) mod anneal;
mod blame;
mod climate;
pub(crate) mod dice;
mod finish;
mod kempe;
mod lodge;
mod meet_move;
mod meet_swap;
mod mend;
mod portfolio;
mod rehouse;
mod reshape;
mod task;
pub(crate) mod walker;

use crate::bound::{Bound, lower_bound};
use crate::{Cost, Fault, Instance, Solution, evaluate};

/// How to search. With `iterations` the outcome depends on these options alone; without, the search goes on until told to stop.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchOptions {
    /// Seed of all random choices.
    pub seed: u64,
    /// Number of workers, each on a thread of its own; 0 counts as 1.
    pub threads: usize,
    /// Evaluated moves for each worker, or no limit.
    pub iterations: Option<u64>,
    /// Solution to start from; none to construct one.
    pub start: Option<Solution>,
}

impl Default for SearchOptions {
    fn default() -> Self {
        Self {
            seed: 1,
            threads: 1,
            iterations: None,
            start: None,
        }
    }
}

/// Who is told of an improving solution.
pub type Listener<'a> = dyn Fn(Cost, &Solution) + Sync + 'a;

/// How the caller, who has the clock, steers a search while it runs. The closures are called from all workers, some hundred times a second.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// True to stop soon: within some milliseconds.
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// What part of the time limit is used, 0 to 1, when there is a time limit. Ignored when `iterations` is given.
    pub used: Option<&'a (dyn Fn() -> f64 + Sync)>,
    /// Told of each improving solution, in order of falling cost.
    pub incumbent: Option<&'a Listener<'a>>,
}

impl Control<'static> {
    /// Never stops; for searches with a number of iterations.
    pub const fn endless() -> Self {
        Self {
            stop: &|| false,
            used: None,
            incumbent: None,
        }
    }
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The best solution found, complete.
    pub solution: Solution,
    /// Its cost, evaluated from scratch.
    pub cost: Cost,
    /// A proved lower bound.
    pub bound: Bound,
    /// Moves evaluated, all workers together.
    pub iterations: u64,
}

/// Searches for a solution of least cost. Ends when stopped, after the iterations, or when the cost is at the lower bound.
///
/// # Errors
/// The faults of `options.start`, when that is not a valid solution.
pub fn solve(
    instance: &Instance,
    options: &SearchOptions,
    control: &Control,
) -> Result<Outcome, Vec<Fault>> {
    let start = options
        .start
        .as_ref()
        .map(|start| instance.complete(start))
        .transpose()?;
    let bound = lower_bound(instance);
    let run = match instance.tables().words {
        1 => portfolio::run::<1>,
        2 => portfolio::run::<2>,
        4 => portfolio::run::<4>,
        _ => portfolio::run::<64>,
    };
    let (solution, iterations) = run(instance, start.as_ref(), options, control, bound.cost);
    let cost = evaluate(instance, &solution)?.cost;
    Ok(Outcome {
        solution,
        cost,
        bound,
        iterations,
    })
}
