//! The finish: what annealing found is improved by exact programmes over parts of it, one for each worker on the same timetable, round after
//! round. Annealing is better far from the end, programmes are better at the last few units of cost.

use super::Control;
use crate::fix::{Effort, Fixer, Step};
use crate::{Cost, Solution};
use rayon::prelude::*;

/// The part of a search after which it is finished off.
pub(super) const FROM: f64 = 0.75;
/// How many times the longest round so far is kept free at the end of a search, so that the last programmes are done in time, and at most which
/// part of it.
const ROUNDS_KEPT: f64 = 1.5;
const MOST_KEPT: f64 = 0.02;
/// Variables of a programme that is soon done.
const SMALL: usize = 800;
/// Moves that count as much work as a programme, and as one simplex iteration in it: about as many as take as long.
const OF_PROGRAMME: u64 = 20_000;
const OF_ITERATION: u64 = 150;

/// What part of a search programmes may go on without finding anything before annealing has another try, and what part must be left for that.
const IN_VAIN: f64 = 0.04;
const LEAST_LEFT: f64 = 0.1;

/// What finishing came to.
pub(super) struct Finish {
    pub solution: Solution,
    pub cost: Cost,
    /// The moves of each worker that it was worth.
    pub moves: u64,
    /// Whether it ended because nothing was found for long, with enough of the search left for something else.
    pub in_vain: bool,
}

/// Improves a solution until stopped, or until no cheaper than the goal is left, or in vain. `now` tells what part of the search is over after so many
/// moves' worth of programmes; `most` is the greatest such number.
pub(super) fn finish(
    fixers: &mut [Fixer],
    (solution, cost): (&Solution, Cost),
    goal: Cost,
    most: Option<u64>,
    now: &dyn Fn(u64) -> f64,
    control: &Control,
) -> Finish {
    let mut done = Finish {
        solution: solution.clone(),
        cost,
        moves: 0,
        in_vain: false,
    };
    let mut begun = now(0);
    let (mut longest, mut found) = (0.0_f64, begun);
    let in_time = |begun, longest: f64| {
        begun + (ROUNDS_KEPT * longest).min(MOST_KEPT) < 1.0 && !(control.stop)()
    };
    while in_time(begun, longest) && done.cost > goal && most.is_none_or(|most| done.moves < most) {
        if begun > found + IN_VAIN && begun < 1.0 - LEAST_LEFT {
            done.in_vain = true;
            break;
        }
        let solution = &done.solution;
        // A large programme takes long to notice a stop: the last ones are small.
        let last = begun + ROUNDS_KEPT * longest >= 1.0;
        let effort = Effort {
            size: if last { SMALL } else { usize::MAX },
            ..Effort::default()
        };
        let steps: Vec<Step> = fixers
            .par_iter_mut()
            // A solution that was found here is valid, so there are no faults.
            .filter_map(|fixer| fixer.step(solution, effort, control.stop).ok())
            .collect();
        if steps.iter().all(|step| step.kind.is_empty()) {
            break; // nothing can be freed
        }
        let dearest = steps.iter().map(|step| step.lp_iterations).max();
        done.moves += OF_PROGRAMME + OF_ITERATION * dearest.unwrap_or(0);
        let ended = now(done.moves);
        (longest, begun) = (longest.max(ended - begun), ended);
        let better = steps.into_iter().filter_map(|step| step.better);
        if let Some(better) = better.min_by_key(|(_, cost)| *cost)
            && better.1 < done.cost
        {
            (done.solution, done.cost) = better;
            found = ended;
            if let Some(tell) = control.incumbent {
                tell(done.cost, &done.solution);
            }
        }
    }
    done
}
