//! The run: search every component, solve every component, add up.

mod solve;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rayon::prelude::*;
use uurwerk_mip as mip;
use uurwerk_model::{Proof, School, Status};

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

/// Thousandths of the solver's time that the search beside it takes.
const BESIDE: u64 = 930;
/// Thousandths of the time after which a small component has been searched well.
const SEARCHED: u64 = 350;

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
        near: (problem.components.iter())
            .map(|_| AtomicBool::new(false))
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
    /// Whether a proof is near, by component.
    near: Vec<AtomicBool>,
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
                proved.store(known.is_settled(), Ordering::Relaxed);
                known
            },
            || self.search_on(at, &proved),
        );
        known.improve(best);
        known
    }

    /// Searches a component beside the solver, once on every other thread. What the solver has proved
    /// to be best is not beaten, so ending then does not change the answer.
    fn search_on(&self, at: usize, proved: &AtomicBool) -> Option<(exact::Holders, Score)> {
        let begun = self.pace.left();
        let pass = self.pace.moves(self.open[at], self.all_open()) * LONGER;
        // When a proof is near, it gets the threads of what has been searched well.
        let small = self.open[at] <= solve::LARGEST_MODEL && begun.is_some();
        let given_up = |used| small && used >= SEARCHED && self.near[at].load(Ordering::Relaxed);
        let effort = Effort {
            // By the clock the search goes on for as long as the solver does, with slower and slower annealings.
            moves: if begun.is_some() { u64::MAX } else { pass },
            first_pass: pass,
            growth: 2,
            used: &|| {
                let used = self.pace.used_since(begun);
                match proved.load(Ordering::Relaxed) || given_up(used) {
                    true => 1000,
                    // It ends early, so that what it finds can still be improved on.
                    false => used * 1000 / BESIDE,
                }
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
