//! The portfolio: workers that anneal side by side in epochs of a fixed number of moves. What they exchange and when depends on move counts,
//! or on the caller's clock when no number of iterations is given, never on which thread was faster.

use super::anneal::Annealer;
use super::climate::Weather;
use super::dice::Dice;
use super::finish::{self, finish};
use super::walker::Walker;
use super::{Control, SearchOptions};
use crate::fix;
use crate::solution::state::State;
use crate::{Cost, Instance, Solution, construct};
use rayon::prelude::*;

/// Moves of each worker between two meetings.
const EPOCH: u64 = 1 << 15;
/// How much more effort goes into mending the best timetable, at the start of a leg, than into the present one, at the end of an epoch.
const MENDING: u64 = 4;
/// The part of a leg after which it is cool enough for a mended timetable to last.
const COOL: f64 = 0.6;
/// What part of the rest of a search a leg takes that tries a new climate: one in so many.
const FIRST_OF: f64 = 7.0;
/// With fewer moves than this for each meet and worker, a search is hurried: it does not wander far, and cools only twice.
const HURRIED: f64 = 6_000.0;
/// Moves that count as a whole in a search without foreseeable end.
const ENDLESS: u64 = EPOCH * 16;

/// The best solution of all workers, and the number of moves.
pub(super) fn run<const W: usize>(
    instance: &Instance,
    start: Option<&Solution>,
    options: &SearchOptions,
    control: &Control,
    goal: Cost,
) -> (Solution, u64) {
    let threads = options.threads.max(1);
    // A pool of our own: the number of threads is the caller's choice. Without one, the work is done here.
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .ok();
    let shared = |work: &mut (dyn FnMut() + Send)| match &pool {
        Some(pool) if threads > 1 => pool.install(work),
        _ => work(),
    };
    let mut workers: Vec<Annealer<W>> = Vec::new();
    shared(&mut || {
        let fresh = (0..threads as u64)
            .into_par_iter()
            .map(|worker| Annealer::new(first(instance, start, options.seed, worker, control)));
        workers = fresh.collect();
    });
    let mut told = None;
    let finishes = fix::covers(instance.problem());
    let mut clock = Clock {
        options,
        control,
        finishes,
        began: 0.0,
    };
    clock.began = clock.now(0);
    let mut weather = Weather::default();
    let mut leg = Leg::begin(0.0, 0, &clock, &weather, &mut workers);
    // Moves that each worker is meant to have made.
    let mut walked = 0;
    loop {
        report(instance, &workers, control, &mut told);
        let left = options
            .iterations
            .map_or(EPOCH, |limit| EPOCH.min(limit - walked));
        if (control.stop)() || left == 0 || workers.iter().any(|worker| worker.best_cost <= goal) {
            break;
        }
        let now = clock.now(walked);
        if now >= clock.end() {
            break;
        }
        // Who is not feasible yet needs the usual heat.
        let hurried = clock.is_hurried(walked, now, instance);
        for worker in &mut workers {
            worker.hurried = hurried && worker.best_cost.hard == 0;
        }
        if now >= leg.to {
            for worker in &workers {
                let cost = worker.leg_cost.unwrap_or(worker.best_cost);
                weather.note(worker.climate, cost);
            }
            exchange(instance, &mut workers);
            leg = Leg::begin(now, leg.proven, &clock, &weather, &mut workers);
            shared(&mut || {
                workers
                    .par_iter_mut()
                    .for_each(|worker| worker.mend(MENDING, control.stop));
            });
        }
        walked += left;
        let before: u64 = moved(&workers);
        shared(&mut || {
            workers.par_iter_mut().for_each(|worker| {
                // One for which many choices come to nothing catches up as far as it can.
                let moves = walked.saturating_sub(worker.moves);
                let progress = |moves| leg.progress(clock.now(moves));
                worker.run(moves, &progress, control.stop);
                if progress(worker.moves) > COOL {
                    worker.mend(1, control.stop);
                }
            });
        });
        // Trials of mending may have used up a worker's share of the epoch; otherwise, nothing can be moved.
        if moved(&workers) == before && workers.iter().any(|worker| worker.moves < walked) {
            break;
        }
    }
    report(instance, &workers, control, &mut told);
    // The first of equally good ones, so that the outcome is the same each time.
    let Some(best) = workers.iter().min_by_key(|worker| worker.best_cost) else {
        return (Solution::default(), 0); // there is at least one worker
    };
    let best = (best.best.solution(instance), best.best_cost);
    let annealed = moved(&workers);
    if !finishes {
        return (best.0, annealed);
    }
    drop(workers);
    let most = options.iterations.map(|limit| limit - walked);
    let mut finished = (Solution::default(), 0);
    shared(&mut || {
        finished = finish(instance, best.clone(), goal, most, options, control);
    });
    (finished.0, annealed + finished.1)
}

fn moved<const W: usize>(workers: &[Annealer<W>]) -> u64 {
    workers.iter().map(|worker| worker.moves).sum()
}

/// A walker on a first solution: the one given, completed where it is open, or one constructed.
fn first<'a, const W: usize>(
    instance: &'a Instance,
    start: Option<&Solution>,
    seed: u64,
    worker: u64,
    control: &Control,
) -> Walker<'a, W> {
    let solution = start
        .cloned()
        .unwrap_or_else(|| construct::shaped(instance));
    let mut walker = Walker::new(instance, &solution, Dice::new(seed, worker));
    construct::place_all(&mut walker, control.stop);
    walker
}

fn report<const W: usize>(
    instance: &Instance,
    workers: &[Annealer<W>],
    control: &Control,
    told: &mut Option<Cost>,
) {
    if let (Some(tell), Some(best)) = (
        control.incumbent,
        workers.iter().min_by_key(|worker| worker.best_cost),
    ) && told.is_none_or(|told| best.best_cost < told)
    {
        *told = Some(best.best_cost);
        tell(best.best_cost, &best.best.solution(instance));
    }
}

/// At the end of a leg the worse half of the workers takes the best solution; the others go on from their own best.
fn exchange<'a, const W: usize>(instance: &'a Instance, workers: &mut [Annealer<'a, W>]) {
    let mut ranks: Vec<usize> = (0..workers.len()).collect();
    ranks.sort_by_key(|&worker| workers[worker].best_cost);
    for (rank, &worker) in ranks.iter().enumerate() {
        let from = if rank * 2 >= ranks.len() {
            ranks[0]
        } else {
            worker
        };
        let (best, cost) = (workers[from].best.clone(), workers[from].best_cost);
        workers[worker].walker.state = State::new(instance, &best.solution(instance));
        (workers[worker].best, workers[worker].best_cost) = (best, cost);
    }
}

/// Where a search is. Its unit is the whole of a search that has a foreseeable end.
struct Clock<'c> {
    /// Whether annealing leaves time for the finish.
    finishes: bool,
    options: &'c SearchOptions,
    control: &'c Control<'c>,
    /// Where the search was when annealing began.
    began: f64,
}

impl Clock<'_> {
    /// Whether a search with a foreseeable end will have made few moves for each meet, going by those made so far.
    fn is_hurried(&self, moves: u64, now: f64, instance: &Instance) -> bool {
        let ends = self.end().is_finite() && now > self.began && moves > 0;
        let whole = moves as f64 * (self.end() - self.began) / (now - self.began);
        ends && whole < HURRIED * instance.movable().meets.len() as f64
    }

    /// How much of the search is over after so many moves.
    fn now(&self, moves: u64) -> f64 {
        match (self.options.iterations, self.control.used) {
            (Some(limit), _) => moves as f64 / limit.max(1) as f64,
            (None, Some(used)) => used(),
            (None, None) => moves as f64 / ENDLESS as f64,
        }
    }

    /// When annealing ends; never, when there is no telling.
    fn end(&self) -> f64 {
        if self.options.iterations.is_some() || self.control.used.is_some() {
            if self.finishes { finish::FROM } else { 1.0 }
        } else {
            f64::INFINITY
        }
    }
}

/// A cooling from hot to cold.
#[derive(Clone, Copy, Debug)]
struct Leg {
    from: f64,
    to: f64,
    /// Legs so far in which no worker tried a climate that was new.
    proven: u32,
}

impl Leg {
    /// A leg in the climates that the weather so far suggests. As long as there are new ones to try, legs are short; then the legs double, and the
    /// last takes what is left.
    fn begin<const W: usize>(
        now: f64,
        proven: u32,
        clock: &Clock,
        weather: &Weather,
        workers: &mut [Annealer<W>],
    ) -> Self {
        let (climates, new) = weather.choose(workers.len());
        for (worker, climate) in workers.iter_mut().zip(climates) {
            worker.begin(climate);
        }
        let hurried = workers.iter().any(|worker| worker.hurried);
        let rest = clock.end() - now;
        let length = match (rest.is_finite(), new) {
            (true, true) => rest / FIRST_OF,
            (true, false) if proven == 0 && !hurried => rest / 3.0,
            (true, false) => rest,
            (false, _) => f64::from(proven).exp2(),
        };
        Self {
            from: now,
            to: now + length,
            proven: proven + u32::from(!new),
        }
    }

    fn progress(self, now: f64) -> f64 {
        (now - self.from) / (self.to - self.from)
    }
}
