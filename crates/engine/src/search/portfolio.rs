//! The portfolio: workers that anneal side by side in epochs of a fixed number of moves. What they exchange and when depends on move counts,
//! or on the caller's clock when no number of iterations is given, never on which thread was faster.

use super::anneal::Annealer;
use super::climate::Weather;
use super::dice::Dice;
use super::finish::{self, finish};
use super::walker::Walker;
use super::{Control, SearchOptions};
use crate::fix::{self, Fixer};
use crate::solution::state::State;
use crate::{Cost, Instance, Solution, construct};
use rayon::prelude::*;

/// Moves of each worker between two meetings.
const EPOCH: u64 = 1 << 15;
/// How much more effort goes into mending the best timetable, at the start of a leg, than into the present one, at the end of an epoch.
const MENDING: u64 = 4;
/// What part of the rest of a search a leg takes that tries a new climate: one in so many.
const FIRST_OF: f64 = 7.0;
/// What part of annealing's share of a search may go into mending first. As long as mending gets on it may go on to another part; for one so-manieth of its
/// way it may stand still meanwhile.
const MENDING_FIRST: f64 = 0.25;
const LONGEST_MENDING: f64 = 0.8;
const STANDSTILL: u64 = 5;
/// The trials of each worker after which they see whether one is done.
const BOUT: u64 = EPOCH / 4;
/// Trials of a worker for each meet, at most, and after how many one so-manieth of the hard cost must be all that is left.
const MOST_TRIALS: u64 = 2000;
const FIRST_TRIALS: u64 = 50;
const WELL: i64 = 4;
/// Where on the way from hot to cold a leg begins that goes on from what programmes could not improve.
const LUKEWARM: f64 = 0.5;
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
    let mut fixers: Vec<Fixer> = (0..threads as u64)
        .map(|worker| Fixer::new(instance, options.seed, worker))
        .collect();
    let clock = Clock {
        options,
        control,
        finishes,
    };
    let mut weather = Weather::default();
    // Moves that each worker is meant to have made, and those that its programmes were worth.
    let (mut walked, mut fixed) = (0, 0);
    if best(&workers).best_cost.hard > 0 {
        report(instance, &workers, control, &mut told);
        shared(&mut || walked = mend_first(instance, &mut workers, &clock));
        weather.feasible = feasible(&workers);
    }
    // When programmes have their turn, and whether nothing is left for annealing.
    let (mut end, mut stuck) = (clock.end(feasible(&workers)), false);
    let mut leg = Leg::begin(clock.now(walked), 0, end, &weather, &mut workers);
    loop {
        report(instance, &workers, control, &mut told);
        let over = walked + fixed;
        let left = options
            .iterations
            .map_or(EPOCH, |limit| EPOCH.min(limit.saturating_sub(over)));
        if (control.stop)() || left == 0 || best(&workers).best_cost <= goal {
            break;
        }
        let now = clock.now(over);
        if now >= end {
            if !finishes {
                break;
            }
            let most = options.iterations.map(|limit| limit - over);
            let found = best(&workers);
            let found = (found.best.solution(instance), found.best_cost);
            let mut done = None;
            shared(&mut || {
                let now = |moves| clock.now(over + moves);
                let found = (&found.0, found.1);
                done = Some(finish(&mut fixers, found, goal, most, &now, control));
            });
            let Some(done) = done else { break }; // the work was done just now
            fixed += done.moves;
            told = told.min(Some(done.cost));
            adopt(instance, &mut workers, &done.solution, done.cost);
            if !done.in_vain || stuck {
                break;
            }
            leg = Leg::again(clock.now(walked + fixed), &weather, &mut workers);
            end = leg.to;
            continue;
        }
        if now >= leg.to {
            for worker in &workers {
                let cost = worker.leg_cost.unwrap_or(worker.best_cost);
                weather.note(worker.climate, cost);
            }
            exchange(instance, &mut workers);
            end = clock.end(feasible(&workers));
            if now >= end {
                continue; // feasible at last, and late
            }
            leg = Leg::begin(now, leg.proven, end, &weather, &mut workers);
            shared(&mut || {
                workers.par_iter_mut().for_each(|worker| {
                    let most = clock.left(worker.moves + fixed);
                    worker.mend(MENDING, most, &|| clock.is_past(end));
                });
            });
        }
        walked += left;
        let before: u64 = moved(&workers);
        shared(&mut || {
            workers.par_iter_mut().for_each(|worker| {
                // One for which many choices come to nothing catches up as far as it can.
                let moves = walked.saturating_sub(worker.moves);
                let progress = |moves| leg.progress(clock.now(moves + fixed));
                worker.run(moves, &progress, control.stop);
                if worker.is_cool(progress(worker.moves)) {
                    let most = clock.left(worker.moves + fixed);
                    worker.mend(1, most, &|| clock.is_past(end));
                }
            });
        });
        // Trials of mending may have used up a worker's share of the epoch; otherwise, nothing can be moved.
        if moved(&workers) == before && workers.iter().any(|worker| worker.moves < walked) {
            (end, stuck) = (now, true);
        }
    }
    report(instance, &workers, control, &mut told);
    let moves = moved(&workers) + fixed * threads as u64;
    (best(&workers).best.solution(instance), moves)
}

/// Workers mend what they constructed, each its own, until one has no hard cost left, which all then go on from, or their time is over. Gives the trials
/// of each.
fn mend_first<'a, const W: usize>(
    instance: &'a Instance,
    workers: &mut [Annealer<'a, W>],
    clock: &Clock,
) -> u64 {
    let limit = clock.left(0);
    let share = clock.end(true).min(1.0);
    let stop = || clock.is_past(LONGEST_MENDING * share);
    let meets = workers[0].walker.movable.meets.len() as u64;
    let limit = limit.min(MOST_TRIALS * meets);
    let well = best(workers).best_cost.hard / WELL;
    // After so many trials the least hard cost fell last.
    let (mut walked, mut fell, mut least, mut stands) = (0, 0, i64::MAX, false);
    workers
        .par_iter_mut()
        .for_each(|worker| worker.begin_mending(&stop));
    while walked < limit && clock.now(walked) < LONGEST_MENDING * share && !stop() {
        let now = clock.now(walked);
        if stands && now >= MENDING_FIRST * share {
            break;
        }
        let trials = BOUT.min(limit - walked);
        let found = workers
            .par_iter_mut()
            .map(|worker| worker.mend_on(trials, &stop));
        let found = found.min().unwrap_or(0);
        walked += trials;
        if found < least {
            (least, fell) = (found, walked);
        }
        stands = (walked - fell) * STANDSTILL > walked;
        if least == 0 || (least > well && stands && walked > FIRST_TRIALS * meets) {
            break;
        }
    }
    workers.par_iter_mut().for_each(Annealer::end_mending);
    workers
        .iter_mut()
        .for_each(|worker| worker.thorough = least <= well);
    let found = best(workers);
    if found.best_cost.hard == 0 {
        let (solution, cost) = (found.best.solution(instance), found.best_cost);
        adopt(instance, workers, &solution, cost);
    }
    walked
}

/// The worker with the best solution; the first of equally good ones, so that the outcome is the same each time.
fn best<'w, 'a, const W: usize>(workers: &'w [Annealer<'a, W>]) -> &'w Annealer<'a, W> {
    let first = &workers[0]; // there is at least one worker
    workers.iter().fold(first, |best, worker| {
        if worker.best_cost < best.best_cost {
            worker
        } else {
            best
        }
    })
}

/// Whether one of them knows a feasible timetable.
fn feasible<const W: usize>(workers: &[Annealer<W>]) -> bool {
    best(workers).best_cost.hard == 0
}

/// All workers go on from a solution.
fn adopt<'a, const W: usize>(
    instance: &'a Instance,
    workers: &mut [Annealer<'a, W>],
    solution: &Solution,
    cost: Cost,
) {
    for worker in workers {
        worker.walker.state = State::new(instance, solution);
        worker.best = worker.walker.state.layout().clone();
        worker.best_cost = cost;
    }
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
}

impl Clock<'_> {
    /// How much of the search is over after so many moves.
    fn now(&self, moves: u64) -> f64 {
        match (self.options.iterations, self.control.used) {
            (Some(limit), _) => moves as f64 / limit.max(1) as f64,
            (None, Some(used)) => used(),
            (None, None) => moves as f64 / ENDLESS as f64,
        }
    }

    /// Whether so much of the search is over by the clock, which only counts where moves do not.
    fn is_past(&self, part: f64) -> bool {
        let by_clock = self
            .control
            .used
            .filter(|_| self.options.iterations.is_none());
        (self.control.stop)() || by_clock.is_some_and(|used| used() >= part)
    }

    /// How many moves a worker may still make after so many.
    fn left(&self, moves: u64) -> u64 {
        let limit = self.options.iterations;
        limit.map_or(u64::MAX, |limit| limit.saturating_sub(moves))
    }

    /// When annealing ends; never, when there is no telling. What programmes make better is feasible: hard cost that is left comes from linked
    /// events and resources all over the timetable, too much for one programme.
    fn end(&self, feasible: bool) -> f64 {
        let foreseen = self.options.iterations.is_some() || self.control.used.is_some();
        match (foreseen, self.finishes && feasible) {
            (true, true) => finish::FROM,
            (true, false) => 1.0,
            (false, _) => f64::INFINITY,
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
    /// Where on the way from hot to cold the leg begins.
    warmth: f64,
}

impl Leg {
    /// A leg in the climates that the weather so far suggests. As long as there are new ones to try, legs are short; then the legs double, and the
    /// last takes what is left.
    fn begin<const W: usize>(
        now: f64,
        proven: u32,
        end: f64,
        weather: &Weather,
        workers: &mut [Annealer<W>],
    ) -> Self {
        let (climates, new) = weather.choose(workers.len());
        for (worker, climate) in workers.iter_mut().zip(climates) {
            worker.begin(climate);
        }
        let rest = end - now;
        let length = match (rest.is_finite(), new) {
            (true, true) => rest / FIRST_OF,
            (true, false) if proven == 0 => rest / 3.0,
            (true, false) => rest,
            (false, _) => f64::from(proven).exp2(),
        };
        Self {
            from: now,
            to: now + length,
            proven: proven + u32::from(!new),
            warmth: 0.0,
        }
    }

    /// A lukewarm leg from what programmes could not improve, for half of what is left.
    fn again<const W: usize>(now: f64, weather: &Weather, workers: &mut [Annealer<W>]) -> Self {
        let (climates, _) = weather.choose(workers.len());
        for (worker, climate) in workers.iter_mut().zip(climates) {
            worker.begin(climate);
        }
        Self {
            from: now,
            to: now.midpoint(1.0),
            proven: 1,
            warmth: LUKEWARM,
        }
    }

    fn progress(self, now: f64) -> f64 {
        let over = (now - self.from) / (self.to - self.from);
        self.warmth + (1.0 - self.warmth) * over
    }
}
