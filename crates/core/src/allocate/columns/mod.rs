//! Column generation over load patterns: a proved lower bound, and better loads on the way.
//!
//! A column is a whole load of one teacher. The restricted master ([`master`]) chooses one column a teacher so that
//! every kind of post is held as often as there are posts, as a linear programme; its duals say what a post of a
//! kind is worth, and the cheapest load at those duals is a shortest path in the teacher's [`diagram`]. For any
//! duals the sum of those shortest paths and of what the duals pay is a lower bound (Lagrange), computed in whole
//! numbers: it holds at every moment of an interrupted run. Duals are smoothed towards the best bound's
//! (Wentges, 1997). What mixtures of loads may do and allocations may not is taken away by [`cuts`] and by splitting on
//! peaks ([`branch`]). Whole answers come from integer programmes over the columns found ([`round`]).

mod branch;
mod cuts;
mod diagram;
mod generation;
mod holders;
mod master;
mod near;
mod part;
mod pool;
mod round;
mod rows;
mod split;
#[cfg(test)]
mod tests;

pub use generation::estimated_arcs;

use super::problem::Score;
use super::seats::Seats;
use branch::Open;
use generation::Generation;
use pool::Pool;
use round::Answer;

/// Most columns of an integer programme that is to prove an answer.
const MOST_USEFUL: usize = 60_000;

/// How far generation may go.
pub struct Limits<'c> {
    /// Most rounds of pricing.
    pub rounds: u64,
    /// Asked between rounds.
    pub stop: &'c (dyn Fn() -> bool + Sync),
    /// The same for the generation of columns alone, so that time is left for whole answers.
    pub stop_pricing: &'c (dyn Fn() -> bool + Sync),
    /// The same when a proof is so near that it gets all the time there is.
    pub stop_near: &'c (dyn Fn() -> bool + Sync),
    /// Told that a proof is so near.
    pub near: &'c (dyn Fn() + Sync),
    /// Integer programmes to try, and the limits of one.
    pub tries: u64,
    /// See `tries`.
    pub each: uurwerk_mip::Limits,
    /// Limits of the integer programme that is to prove an answer.
    pub proof: uurwerk_mip::Limits,
    /// The same for one of many parts.
    pub part: uurwerk_mip::Limits,
    /// Better holders that a search beside has found, if any.
    pub beside: &'c (dyn Fn() -> Option<Vec<u32>> + Sync),
    /// Seed of the random choices.
    pub seed: u64,
}

impl Limits<'_> {
    /// The same with all the time there is for the proof.
    fn to_the_end(&self) -> Limits<'_> {
        Limits {
            stop: self.stop_near,
            stop_pricing: self.stop_near,
            each: self.each.clone(),
            proof: self.proof.clone(),
            part: self.part.clone(),
            ..*self
        }
    }
}

/// What is told whenever something gets better: holders by open post with their score, and the bound.
pub type Told<'c> = dyn Fn(&[u32], Score, i64) + Sync + 'c;

/// Improves holders of a component that keep its hard rules (or not), and bounds their cost.
pub fn improve(
    seats: &Seats,
    holders: &mut Vec<u32>,
    score: &mut Score,
    bound: &mut i64,
    limits: &Limits,
    told: &Told,
) {
    if seats.kinds.is_empty() {
        // One possibility is the best one.
        *bound = score.soft;
        return;
    }
    let Some(mut generation) = Generation::of(seats, limits) else {
        return;
    };
    let mut pool = Pool::new(seats);
    let own = pool.loads_of(holders);
    for (seat, load) in own.into_iter().enumerate() {
        pool.number(seat, load);
    }
    let mut answer = Answer {
        seats,
        holders,
        score,
        bound,
    };
    let Some(open) = branch::bound(&mut generation, &mut pool, &mut answer, limits, told) else {
        return;
    };
    generation.enrich(&mut pool);
    prove(&generation, &mut pool, &mut answer, &open, limits, told);
    answer.improve(&generation, &mut pool, limits, told);
    // What the search beside has found may have brought the proof within reach.
    prove(&generation, &mut pool, &mut answer, &open, limits, told);
}

/// Tries to prove an answer, or to find a better one, with all loads that one could contain.
fn prove<'s>(
    generation: &Generation<'s>,
    pool: &mut Pool,
    answer: &mut Answer,
    open: &[Open<'s>],
    limits: &Limits,
    told: &Told,
) {
    let mut bound = i64::MAX;
    for part in open {
        if answer.proves(part.value) {
            continue;
        }
        let Some(own) = part.generation(generation, limits.stop) else {
            return;
        };
        let Some(all) = own.all_useful(pool, &part.bounded, answer, MOST_USEFUL) else {
            return;
        };
        let Some(proved) = answer.prove(&own, pool, all, &limits.proof, limits, told) else {
            return;
        };
        bound = bound.min(proved);
    }
    answer.raise(bound, told);
}
