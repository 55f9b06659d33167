//! The run: search every component, solve every component, add up.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rayon::prelude::*;
use uurwerk_mip as mip;
use uurwerk_model::{Proof, School, Status};

use super::columns;
use super::conflict::{self, Conflict};
use super::exact::{self, Known};
use super::facts::{Facts, PostIx};
use super::model::{Ask, Model};
use super::pace::Pace;
use super::problem::{Choice, Component, Problem, Score};
use super::search::{self, Effort};
use super::seats::Seats;
use crate::case::Allocation;
use crate::control::{Control, Options, Progress, Stage};
use crate::rules::Settings;

/// Moves of the first annealing for every open post.
const FIRST_PASS: u64 = 400;
/// The search beside the solver begins with one annealing this many times as long as all of the first search.
const LONGER: u64 = 4;

/// Added to the seed of the search after the solver.
const AGAIN: u64 = 1 << 63;

/// Open posts of a component above which columns are generated, and up to which the general model is solved (after
/// them, where they leave something to prove).
const SMALLEST_FOR_COLUMNS: usize = 24;
const LARGEST_MODEL: usize = 150;
/// Open posts above which columns are all there is: the first steps of the general model's solver, between which nobody can
/// stop it, would take too long.
const TOO_LARGE: usize = 1500;
/// Most arcs of a seat on average, and of all seats: where both are exceeded, pricing takes so long that the general model
/// bounds better in the same time, unless there is this much time for every arc.
const MOST_ARCS_A_SEAT: usize = 40_000;
const MOST_ARCS: usize = 2_000_000;
const ENOUGH_FOR_AN_ARC: Duration = Duration::from_micros(20);
/// Thousandths of the solver's time that columns are generated in; the rest is for whole answers.
const PRICING_SHARE: u64 = 600;
/// Thousandths of the solver's time that the search beside it takes.
const BESIDE: u64 = 930;
/// Work of a round of pricing, in simplex iterations, and nodes of one integer programme over columns.
const LP_ITERATIONS_PER_ROUND: u64 = 20;
const NODES_PER_TRY: u64 = 200;

/// Who teaches what, and what is proved about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocated {
    /// Who teaches what.
    pub allocation: Allocation,
    /// Cost reached and cost that no allocation can beat.
    pub proof: Proof,
}

/// Decides who teaches what.
///
/// Ends when everything is proved, or when the time, the iterations or the caller's patience are over; then the
/// best found so far is given with an honest bound. When time ran out before the hard rules held, the proof
/// says [`Status::Incomplete`].
///
/// ```
/// use uurwerk::rules::Settings;
/// use uurwerk::{Control, Options, School, Status, allocate::allocate};
///
/// let school = School::parse(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/allocate/example.json"))).expect("a valid school");
/// let settings = Settings::of(&school.document().policy).expect("a valid policy");
/// let done = allocate(&school, &settings, &Options::default(), &Control::UNBOUNDED)?;
/// assert_eq!(done.proof.status, Status::Optimal);
/// assert_eq!(done.proof.soft, done.proof.bound);
/// # Ok::<(), uurwerk::allocate::Conflict>(())
/// ```
///
/// # Errors
/// The demands that contradict each other, when it is proved that the hard rules cannot hold together.
pub fn allocate(
    school: &School,
    settings: &Settings,
    options: &Options,
    control: &Control,
) -> Result<Allocated, Conflict> {
    allocate_from(school, settings, None, options, control)
}

/// [`allocate`] that begins from an allocation, as far as the settings allow it: what it gives is no worse than that.
///
/// # Errors
/// As [`allocate`].
pub fn allocate_from(
    school: &School,
    settings: &Settings,
    start: Option<&Allocation>,
    options: &Options,
    control: &Control,
) -> Result<Allocated, Conflict> {
    let facts = Facts::of(school);
    let problem = Problem::of(&facts, settings);
    let mut run = Run {
        problem: &problem,
        start,
        options,
        control,
        pace: Pace::new(control, options),
        parts: Vec::new(),
        beside: problem
            .components
            .iter()
            .map(|_| Mutex::new(None))
            .collect(),
        open: problem.components.iter().map(|c| problem.open(c)).collect(),
        told: Mutex::new(vec![None; problem.components.len()]),
    };
    count(&problem, control)?;
    run.parts = problem
        .components
        .iter()
        .map(|c| seats(&problem, c))
        .collect();
    let run = run;
    let threads = options.threads.max(1) as usize;
    let known = match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(|| run.solve()),
        // Without threads of its own the run takes those of the process.
        Err(_) => run.solve(),
    };
    if let Some(at) = known.iter().position(|part| part.impossible) {
        return Err(conflict::by_leaving_out(
            &problem,
            &problem.components[at],
            control,
        ));
    }
    Ok(run.add_up(&known))
}

/// Whether some lessons ask for more hours than the contracts of all who may teach them allow.
///
/// Counting takes milliseconds; `control` limits the shrinking of a conflict that it finds.
///
/// # Errors
/// The lessons and the teachers that do not add up.
pub fn check(school: &School, settings: &Settings, control: &Control) -> Result<(), Conflict> {
    let facts = Facts::of(school);
    count(&Problem::of(&facts, settings), control)
}

fn count(problem: &Problem, control: &Control) -> Result<(), Conflict> {
    let conflict = |component| conflict::by_counting(problem, component, control);
    problem
        .components
        .iter()
        .find_map(conflict)
        .map_or(Ok(()), Err)
}

fn seats(problem: &Problem, component: &Component) -> Seats {
    Seats::of(&Model::of(problem, component, Ask::Everything), component)
}

/// How little time there is for columns.
enum Haste {
    /// They are the best way.
    None,
    /// The general model gives a bound first.
    Some,
    /// They would not come to anything.
    Great,
}

struct Run<'r, 'a> {
    problem: &'r Problem<'a>,
    /// The allocation to begin from.
    start: Option<&'r Allocation>,
    options: &'r Options,
    control: &'r Control<'r>,
    pace: Pace<'r>,
    /// The components in numbers.
    parts: Vec<Seats>,
    /// The best that a search beside column generation has found, by component.
    beside: Vec<Mutex<Option<Vec<u32>>>>,
    /// Posts with a choice, by component.
    open: Vec<usize>,
    /// Score and bound of each component so far, for progress.
    told: Mutex<Vec<Option<(Score, i64)>>>,
}

impl Run<'_, '_> {
    /// Whether a component is so much of the school that threads without a component of their own help with it.
    fn is_big(&self, at: usize) -> bool {
        self.open[at] * 4 > self.all_open() && self.options.threads > 1
    }

    fn all_open(&self) -> usize {
        self.open.iter().sum()
    }

    /// Searches a component from scratch, in the share of time of searches that begin when this much is left.
    fn search(&self, at: usize, begun: Option<Duration>) -> Known {
        let seats = &self.parts[at];
        let effort = Effort {
            moves: self.pace.moves(self.open[at], self.all_open()),
            first_pass: FIRST_PASS * self.open[at] as u64,
            growth: 8,
            used: &|| self.pace.search_used_since(begun),
        };
        let tell = |_: &[u32], score| self.tell(at, score, 0);
        let start = self.start_of(at);
        let start = start.as_deref();
        let (holders, score) = search::search(seats, start, self.options.seed, &effort, &tell);
        Known {
            holders: seats.named(&holders),
            score,
            bound: 0,
            impossible: false,
        }
    }

    /// The given start for a component, when the choices there are allow it.
    fn start_of(&self, at: usize) -> Option<Vec<u32>> {
        let start = self.start?;
        let component = &self.problem.components[at];
        let posts = component.posts.iter().map(|ix| {
            let post = self.problem.facts.post(*ix);
            let lesson = start.teachers.get(post.lesson.at());
            (
                *ix,
                lesson.and_then(|l| l.get(post.position).copied().flatten()),
            )
        });
        let holders: exact::Holders = posts.collect();
        let allowed = |(post, holder): &(_, Option<_>)| {
            let choice: &Choice = &self.problem.choices[PostIx::at(*post)];
            match holder {
                _ if choice.settled().is_some() => true,
                Some(teacher) => choice.teachers.contains(teacher),
                None => choice.may_be_empty,
            }
        };
        holders
            .iter()
            .all(allowed)
            .then(|| self.parts[at].numbered(&holders))
    }

    /// Searches and solves every component: small ones are all searched before any is solved.
    fn solve(&self) -> Vec<Known> {
        let begun = self.pace.left();
        let all = (0..self.parts.len()).into_par_iter();
        let searched = all.map(|at| (!self.is_big(at)).then(|| self.search(at, begun)));
        let searched: Vec<Option<Known>> = searched.collect();
        // Solving takes more than twice the time for twice the posts.
        let sizes: Vec<u64> = self.open.iter().map(|open| (*open as u64).pow(2)).collect();
        let threads = u64::from(self.options.threads.max(1));
        let all: u64 = sizes.iter().sum();
        let pending = AtomicU64::new(all);
        let limits = |at: usize| {
            // By the clock a component has its share of what is still to do; by work, of all.
            let of = match self.options.iterations {
                Some(_) => all,
                None => pending.load(Ordering::Relaxed).div_ceil(threads),
            };
            self.pace.limits(sizes[at], of, self.options.seed)
        };
        let solved = searched.into_par_iter().enumerate().map(|(at, searched)| {
            let known = match searched {
                Some(mut known) => {
                    self.solve_one(at, &mut known, &limits(at));
                    known
                }
                None => self.solve_big(at, &limits),
            };
            self.tell(at, known.score, known.bound);
            pending.fetch_sub(sizes[at], Ordering::Relaxed);
            known
        });
        solved.collect()
    }

    /// Searches and solves a component while other threads search it all the time.
    fn solve_big(&self, at: usize, limits: &(dyn Fn(usize) -> mip::Limits + Sync)) -> Known {
        let proved = AtomicBool::new(false);
        let (mut known, best) = rayon::join(
            || {
                let mut known = self.search(at, self.pace.left());
                self.solve_one(at, &mut known, &limits(at));
                let ends = known.impossible || known.score.soft == known.bound;
                proved.store(ends, Ordering::Relaxed);
                known
            },
            || self.search_on(at, &proved),
        );
        known.improve(best);
        known
    }

    /// Solves a component that has been searched: by columns, by the general model, or by both, as its size suggests.
    fn solve_one(&self, at: usize, known: &mut Known, limits: &mip::Limits) {
        let small = self.open[at] <= LARGEST_MODEL;
        if self.open[at] <= SMALLEST_FOR_COLUMNS || known.score.hard > 0 {
            self.solve_whole(at, known, limits, if small { 1 } else { 2 });
        } else if small {
            self.generate(at, known, limits, 500);
            if known.score.soft != known.bound {
                self.solve_whole(at, known, limits, 2);
            }
            return;
        } else {
            match self.haste(at, limits) {
                Haste::None => return self.generate(at, known, limits, 1000),
                Haste::Some => {
                    self.solve_whole(at, known, limits, 6);
                    return self.generate(at, known, limits, 800);
                }
                Haste::Great => self.solve_whole(at, known, limits, 2),
            }
        }
        let proved = known.impossible || known.score.soft == known.bound;
        if !small && !proved {
            self.search_again(at, known);
        }
    }

    /// Whether there is time to price the loads of a component.
    fn haste(&self, at: usize, limits: &mip::Limits) -> Haste {
        if self.open[at] > TOO_LARGE {
            return Haste::None;
        }
        let stop = || self.pace.is_over();
        let Some((arcs, a_seat)) = columns::estimated_arcs(&self.parts[at], &stop) else {
            return Haste::Great;
        };
        if a_seat <= MOST_ARCS_A_SEAT || arcs <= MOST_ARCS {
            return Haste::None;
        }
        let enough = ENOUGH_FOR_AN_ARC * u32::try_from(arcs).unwrap_or(u32::MAX);
        match limits.time {
            Some(time) if time >= enough => Haste::Some,
            _ => Haste::Great,
        }
    }

    /// Solves the general model of a component in one of `parts` of its time.
    fn solve_whole(&self, at: usize, known: &mut Known, limits: &mip::Limits, parts: u32) {
        let mut limits = limits.clone();
        limits.time = limits.time.map(|time| time / parts);
        let best = known.score;
        let control = mip::Control {
            stop: &|| self.pace.is_over(),
            progress: &|news| {
                let soft = news.incumbent.unwrap_or(best.soft).min(best.soft);
                self.tell(at, Score { soft, ..best }, news.bound);
            },
        };
        let component = &self.problem.components[at];
        exact::improve(self.problem, component, known, &limits, &control);
    }

    /// One more search in the time that is left: by then a solver's bound of a large model hardly rises.
    fn search_again(&self, at: usize, known: &mut Known) {
        let begun = self.pace.left();
        let moves = match begun {
            Some(_) => u64::MAX,
            None => self.pace.moves(self.open[at], self.all_open()),
        };
        let effort = Effort {
            moves,
            first_pass: moves,
            growth: 1,
            used: &|| self.pace.used_since(begun),
        };
        let tell = |_: &[u32], score| self.tell(at, score, 0);
        let (seats, seed) = (&self.parts[at], self.options.seed.wrapping_add(AGAIN));
        let start = seats.numbered(&known.holders);
        let (holders, score) = search::search(seats, Some(&start), seed, &effort, &tell);
        known.improve(Some((seats.named(&holders), score)));
    }

    /// Bounds and improves a component by column generation.
    /// It takes `part` thousandths of the component's time.
    fn generate(&self, at: usize, known: &mut Known, limits: &mip::Limits, part: u64) {
        let seats = &self.parts[at];
        let mut holders = seats.numbered(&known.holders);
        let begun = self.pace.left();
        let over = |share: u64| {
            let (Some(begun), Some(left)) = (begun, self.pace.left()) else {
                return self.pace.is_over();
            };
            let own = limits.time.unwrap_or(begun).as_millis() * u128::from(part * share);
            self.pace.is_over() || begun.saturating_sub(left).as_millis() * 1_000_000 >= own
        };
        let limits = columns::Limits {
            rounds: limits
                .lp_iterations
                .map_or(u64::MAX, |work| work / LP_ITERATIONS_PER_ROUND + 1),
            stop: &|| over(1000),
            stop_pricing: &|| over(PRICING_SHARE),
            tries: limits
                .nodes
                .map_or(u64::MAX, |nodes| nodes / NODES_PER_TRY + 1),
            each: mip::Limits {
                nodes: Some(NODES_PER_TRY),
                time: limits.time.map(|time| time / 8),
                ..limits.clone()
            },
            proof: limits.clone(),
            beside: &|| {
                // What is found beside depends on the clock, which must not matter where work is counted.
                let beside = self.beside[at]
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner);
                beside.clone().filter(|_| self.options.iterations.is_none())
            },
            seed: self.options.seed,
        };
        let told = |_: &[u32], score: Score, bound: i64| self.tell(at, score, bound);
        columns::improve(
            seats,
            &mut holders,
            &mut known.score,
            &mut known.bound,
            &limits,
            &told,
        );
        known.holders = seats.named(&holders);
    }

    /// Searches a component beside the solver, once on every other thread. What the solver has proved
    /// to be best is not beaten, so ending then does not change the answer.
    fn search_on(&self, at: usize, proved: &AtomicBool) -> Option<(exact::Holders, Score)> {
        let begun = self.pace.left();
        let pass = self.pace.moves(self.open[at], self.all_open()) * LONGER;
        let effort = Effort {
            // By the clock the search goes on for as long as the solver does, with slower and slower annealings.
            moves: if begun.is_some() { u64::MAX } else { pass },
            first_pass: pass,
            growth: 2,
            used: &|| match proved.load(Ordering::Relaxed) {
                true => 1000,
                // It ends early, so that what it finds can still be improved on.
                false => self.pace.used_since(begun) * 1000 / BESIDE,
            },
        };
        let found = |holders: &[u32], score| {
            self.tell(at, score, 0);
            if score.hard == 0 {
                let mut best = self.beside[at]
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner);
                *best = Some(holders.to_vec());
            }
        };
        let seats = &self.parts[at];
        let start = self.start_of(at);
        let start = start.as_deref();
        let tries = (1..self.options.threads).into_par_iter().map(|again| {
            let seed = self.options.seed.wrapping_add(u64::from(again) << 32);
            let (holders, score) = search::search(seats, start, seed, &effort, &found);
            (seats.named(&holders), score)
        });
        let tries: Vec<_> = tries.collect();
        // The first of equally good tries, so that the answer does not depend on who was ready first.
        tries.into_iter().min_by_key(|(_, score)| *score)
    }

    /// Tells the caller how far the whole school is, once every component has an allocation.
    fn tell(&self, at: usize, score: Score, bound: i64) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told[at] = match told[at] {
            Some((best, known)) => Some((best.min(score), known.max(bound))),
            None => Some((score, bound)),
        };
        let all: Option<Vec<(Score, i64)>> = told.iter().copied().collect();
        let Some(all) = all else { return };
        (self.control.progress)(Progress {
            stage: Stage::Allocation,
            hard: Some(all.iter().map(|(score, _)| score.hard).sum()),
            soft: Some(all.iter().map(|(score, _)| score.soft).sum()),
            bound: Some(all.iter().map(|(_, bound)| bound).sum()),
        });
    }

    fn add_up(&self, known: &[Known]) -> Allocated {
        let facts = self.problem.facts;
        let mut allocation = Allocation::empty(facts.school);
        let mut total = Score::default();
        let mut holders = exact::Holders::new();
        for part in known {
            total += part.score;
            holders.extend(&part.holders);
        }
        let holders = exact::whole(self.problem, &holders);
        for (post, holder) in facts.posts.iter().zip(holders) {
            allocation.teachers[post.lesson.at()][post.position] = holder;
        }
        let bound = known.iter().map(|part| part.bound).sum();
        Allocated {
            allocation,
            proof: Proof {
                hard: total.hard,
                soft: total.soft,
                bound,
                status: match total {
                    Score { hard: 1.., .. } => Status::Incomplete,
                    Score { soft, .. } if soft == bound => Status::Optimal,
                    _ => Status::Feasible,
                },
            },
        }
    }
}
