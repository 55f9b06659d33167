//! The finish: what annealing found is improved by exact programmes over parts of it, one for each worker on the same timetable, round after
//! round. Annealing is better far from the end, programmes are better at the last few units of cost.

use super::{Control, SearchOptions};
use crate::fix::{Effort, Fixer, Step};
use crate::{Cost, Instance, Solution};
use rayon::prelude::*;

/// The part of a search after which it is finished off.
pub(super) const FROM: f64 = 0.75;
/// How many times the longest round so far is kept free at the end of a search, so that the last programmes are done in time, and at most which
/// part of it.
const ROUNDS_KEPT: f64 = 1.5;
const MOST_KEPT: f64 = 0.02;
/// Moves that count as much work as a programme, and as one simplex iteration in it: about as many as take as long.
const OF_PROGRAMME: u64 = 20_000;
const OF_ITERATION: u64 = 150;

/// Improves a solution until stopped, or until so many moves' worth of work is done by each worker, or no cheaper than the goal is left; gives the
/// solution and the moves it was worth, all workers together.
pub(super) fn finish(
    instance: &Instance,
    mut best: (Solution, Cost),
    goal: Cost,
    most: Option<u64>,
    options: &SearchOptions,
    control: &Control,
) -> (Solution, u64) {
    let workers = options.threads.max(1) as u64;
    let mut fixers: Vec<Fixer> = (0..workers)
        .map(|worker| Fixer::new(instance, options.seed, worker))
        .collect();
    let mut done = 0;
    let used = || control.used.map_or(0.0, |used| used());
    let (mut longest, mut begun) = (0.0_f64, used());
    let in_time =
        |now, longest: f64| now + (ROUNDS_KEPT * longest).min(MOST_KEPT) < 1.0 && !(control.stop)();
    while in_time(begun, longest) && best.1 > goal && most.is_none_or(|most| done < most) {
        let solution = &best.0;
        let steps: Vec<Step> = fixers
            .par_iter_mut()
            // A solution that was found here is valid, so there are no faults.
            .filter_map(|fixer| fixer.step(solution, Effort::default(), control.stop).ok())
            .collect();
        if steps.iter().all(|step| step.kind.is_empty()) {
            break; // nothing can be freed
        }
        let now = used();
        (longest, begun) = (longest.max(now - begun), now);
        let dearest = steps.iter().map(|step| step.lp_iterations).max();
        done += OF_PROGRAMME + OF_ITERATION * dearest.unwrap_or(0);
        let better = steps.into_iter().filter_map(|step| step.better);
        if let Some(better) = better.min_by_key(|(_, cost)| *cost)
            && better.1 < best.1
        {
            best = better;
            if let Some(tell) = control.incumbent {
                tell(best.1, &best.0);
            }
        }
    }
    (best.0, done * workers)
}
