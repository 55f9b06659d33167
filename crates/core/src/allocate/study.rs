//! Many runs on one school that learn from each other: every allocation found answers every question that it fits,
//! and every bound proved is used wherever it says something.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use uurwerk_mip as mip;
use uurwerk_model::{Mode, School, TeacherIx};

use super::aim::{Aim, Cut, Limit, Weights};
use super::facts::Facts;
use super::problem::Problem;
use super::run::{Allocated, allocate_from};
use super::staffing::Staffing;
use crate::case::Allocation;
use crate::control::{Control, Options};
use crate::rules::{Body, Settings};

/// Open posts up to which the whole school is stated as one programme.
const ONE_PROGRAMME: usize = 400;
/// Work of one such programme when neither time nor iterations are limited.
const NODES: u64 = 4_000;
const LP_ITERATIONS: u64 = 200_000;
/// One of the caller's iterations is one move; see `pace`.
const MOVES_PER_LP_ITERATION: u64 = 500;
const MOVES_PER_NODE: u64 = 20_000;
/// Least time that a run can do something useful in.
const USEFUL: Duration = Duration::from_millis(400);

/// An allocation with what every rule measured on it.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who teaches what.
    pub allocation: Allocation,
    /// The same by post.
    pub holders: Vec<Option<TeacherIx>>,
    /// Deviation of every load rule, in the order of the catalogue; 0 for other rules.
    pub deviations: Vec<i64>,
}

/// What is known about a question: between these two numbers lies its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The answer is not below this.
    pub bound: i64,
    /// The least that was reached; `None` while nothing fits the question.
    pub reached: Option<i64>,
    /// Which known allocation reaches it.
    pub at: Option<usize>,
}

impl Answer {
    /// Whether the answer is known.
    pub fn is_proved(self) -> bool {
        self.reached == Some(self.bound)
    }
}

/// Questions about one school, and all that was found and proved on the way.
pub struct Study<'s> {
    facts: &'s Facts<'s>,
    /// The policy's settings.
    settings: Settings,
    options: Options,
    control: &'s Control<'s>,
    known: Vec<Known>,
    cuts: Vec<Cut>,
    /// What programmes over the whole school proved.
    proved: Vec<(Aim, i64)>,
    /// By hard rules: which known allocations keep them.
    checked: RefCell<BTreeMap<Vec<&'static str>, Checked<'s>>>,
}

/// Hard rules as a problem, and by known allocation whether it keeps them.
struct Checked<'s> {
    problem: Problem<'s>,
    keep: Vec<bool>,
}

impl<'s> Study<'s> {
    /// Begins.
    pub fn new(
        facts: &'s Facts<'s>,
        settings: &Settings,
        options: &Options,
        control: &'s Control<'s>,
    ) -> Self {
        Self {
            facts,
            settings: settings.clone(),
            options: *options,
            control,
            known: Vec::new(),
            cuts: Vec::new(),
            proved: Vec::new(),
            checked: RefCell::new(BTreeMap::new()),
        }
    }

    /// The school.
    pub fn school(&self) -> &'s School {
        self.facts.school
    }

    /// The school as posts.
    pub fn facts(&self) -> &'s Facts<'s> {
        self.facts
    }

    /// The policy's settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// An allocation that was found.
    pub fn known(&self, at: usize) -> &Known {
        &self.known[at]
    }

    /// Adds an allocation and gives its number.
    pub fn add(&mut self, allocation: &Allocation) -> usize {
        if let Some(at) = self.known.iter().position(|k| k.allocation == *allocation) {
            return at;
        }
        self.known.push(self.measured(allocation));
        self.known.len() - 1
    }

    /// What every load rule measures on an allocation.
    pub fn measured(&self, allocation: &Allocation) -> Known {
        let staffing = Staffing::of(self.facts, allocation);
        let deviation = |setting: &crate::rules::Setting| match setting.rule.body {
            Body::Load(build) => staffing.deviation(build(self.facts, setting).as_ref()),
            _ => 0,
        };
        Known {
            deviations: self.settings.iter().map(deviation).collect(),
            allocation: allocation.clone(),
            holders: staffing.holders,
        }
    }

    /// Whether work is counted instead of time.
    pub fn counts_work(&self) -> bool {
        self.options.iterations.is_some()
    }

    /// Whether [`Study::solve`] does anything for a question.
    pub fn is_one_programme(&self, aim: &Aim) -> bool {
        aim.open(self.facts) <= ONE_PROGRAMME
    }

    /// Values holders by what a question asks.
    pub fn judge<'j>(&'j self, aim: &'j Aim) -> Judge<'j, 's> {
        Judge {
            problem: Problem::of(self.facts, &aim.weighted(&aim.goal)),
            study: self,
            aim,
        }
    }

    /// Adds what a run found and proved.
    pub fn learn(&mut self, settings: &Settings, run: &Allocated) -> usize {
        let hard = settings.iter().filter(|setting| setting.mode == Mode::Hard);
        self.cuts.push(Cut {
            hard: hard.map(|setting| setting.rule.id).collect(),
            weights: Weights::soft(settings),
            bound: run.proof.bound,
        });
        self.add(&run.allocation)
    }

    /// Whether there is no time or work left for another run.
    pub fn is_over(&self) -> bool {
        let left = (self.control.remaining)();
        (self.control.stop)() || left.is_some_and(|left| left < USEFUL)
    }

    /// One of `of` equal shares of the time or work that is left, in thousandths of it all.
    fn share(&self, of: u64) -> (Option<Duration>, Options) {
        let of = of.max(1);
        let left = (self.control.remaining)();
        let share = left.map(|left| {
            let share = left / u32::try_from(of).unwrap_or(u32::MAX);
            share.max(USEFUL.min(left))
        });
        let iterations = self.options.iterations.map(|all| all / of);
        (
            share,
            Options {
                iterations,
                ..self.options
            },
        )
    }

    /// A run under other weights, from the best that is known for them. With a clock it takes one of `of` parts of the
    /// time left; with counted work, of all work.
    pub fn run(&mut self, aim: &Aim, weights: &Weights, of: u64) {
        if self.is_over() {
            return;
        }
        let settings = aim.weighted(weights);
        let asked = Aim {
            hard: settings.clone(),
            goal: weights.clone(),
            limits: Vec::new(),
        };
        let start = self
            .answer(&asked)
            .at
            .map(|at| self.known[at].allocation.clone());
        let (share, options) = self.share(of);
        let school = self.school();
        let run = self.control.lasting(share, |control| {
            allocate_from(school, &settings, start.as_ref(), &options, control)
        });
        // Fewer hard rules than the policy's cannot contradict each other when the policy's do not.
        if let Ok(run) = run {
            self.learn(&settings, &run);
        }
    }

    /// Solves a question on the whole school at once, if the school is small enough.
    pub fn solve(&mut self, aim: &Aim, of: u64) {
        let before = self.answer(aim);
        let Some(start) = before.at.filter(|_| !before.is_proved() && !self.is_over()) else {
            return;
        };
        if !self.is_one_programme(aim) {
            return;
        }
        let (share, options) = self.share(of);
        let limits = mip::Limits {
            nodes: match (options.iterations, share) {
                (Some(all), _) => Some(all / MOVES_PER_NODE + 1),
                (None, Some(_)) => None,
                (None, None) => Some(NODES),
            },
            lp_iterations: match (options.iterations, share) {
                (Some(all), _) => Some(all / MOVES_PER_LP_ITERATION + 1),
                (None, Some(_)) => None,
                (None, None) => Some(LP_ITERATIONS),
            },
            time: share.filter(|_| options.iterations.is_none()),
            prompt: false,
            seed: (options.seed & 0x7fff_ffff) as u32,
        };
        let holders = self.known[start].holders.clone();
        let facts = self.facts;
        let (found, bound) = self.control.lasting(share, |control| {
            let control = mip::Control {
                stop: control.stop,
                progress: &|_| (),
            };
            aim.solve(facts, &holders, &limits, &control)
        });
        self.proved.push((aim.clone(), bound));
        if let Some(holders) = found {
            self.add(&self.named(&holders));
        }
    }

    /// Holders by post as an allocation.
    pub fn named(&self, holders: &[Option<TeacherIx>]) -> Allocation {
        let mut allocation = Allocation::empty(self.school());
        for (post, holder) in self.facts.posts.iter().zip(holders) {
            allocation.teachers[post.lesson.at()][post.position] = *holder;
        }
        allocation
    }

    /// The known allocations that keep a question's hard rules and limits.
    pub fn fitting(&self, aim: &Aim) -> Vec<usize> {
        let keep = self.keep_hard(aim);
        let known = self.known.iter().enumerate();
        let fitting = known.filter(|(at, known)| keep[*at] && aim.allows(&known.deviations));
        fitting.map(|(at, _)| at).collect()
    }

    /// By known allocation: whether it keeps the hard rules of a question.
    fn keep_hard(&self, aim: &Aim) -> Vec<bool> {
        let mut checked = self.checked.borrow_mut();
        let hard = checked.entry(aim.hard_rules()).or_insert_with(|| Checked {
            problem: Problem::of(self.facts, &aim.hard),
            keep: Vec::new(),
        });
        for known in &self.known[hard.keep.len()..] {
            hard.keep.push(hard.problem.score(&known.holders).hard == 0);
        }
        hard.keep.clone()
    }

    /// The questions with this goal that were asked of the whole school at once.
    pub fn asked(&self, goal: &Weights) -> Vec<&Aim> {
        let asked = self.proved.iter().map(|(aim, _)| aim);
        asked.filter(|aim| aim.goal == *goal).collect()
    }

    /// What is known about a question.
    pub fn answer(&self, aim: &Aim) -> Answer {
        let value = |at: usize| aim.goal.value(&self.known[at].deviations);
        let fitting = self.fitting(aim).into_iter();
        let best = fitting.map(|at| (value(at), at)).min();
        let implied = self.cuts.iter().filter_map(|cut| aim.implied(cut));
        let same = self.proved.iter().filter(|(known, _)| is_same(known, aim));
        let bound = implied
            .chain(same.map(|(_, bound)| *bound))
            .max()
            .unwrap_or(0)
            .max(0);
        let reached = best.map(|(value, _)| value);
        debug_assert!(
            reached.is_none_or(|value| bound <= value),
            "{bound} above {reached:?}"
        );
        Answer {
            bound: reached.map_or(bound, |value| bound.min(value)),
            reached,
            at: best.map(|(_, at)| at),
        }
    }
}

/// Whether what holds for one question holds for another: the same goal, and limits and hard rules at least as many.
fn is_same(known: &Aim, aim: &Aim) -> bool {
    let hard = aim.hard_rules();
    let tighter = |limit: &Limit| {
        let mut own = aim.limits.iter();
        own.any(|other| other.weights == limit.weights && other.most <= limit.most)
    };
    known.goal == aim.goal
        && known.limits.iter().all(tighter)
        && known.hard_rules().iter().all(|rule| hard.contains(rule))
}

/// Values holders by what a question asks.
pub struct Judge<'j, 's> {
    problem: Problem<'j>,
    study: &'j Study<'s>,
    aim: &'j Aim,
}

impl Judge<'_, '_> {
    /// The value of the goal; `None` for holders that break a hard rule or a limit.
    pub fn value(&self, holders: &[Option<TeacherIx>]) -> Option<i64> {
        let score = self.problem.score(holders);
        let within = || {
            let measured = || self.study.measured(&self.study.named(holders));
            self.aim.limits.is_empty() || self.aim.allows(&measured().deviations)
        };
        (score.hard == 0 && within()).then_some(score.soft)
    }
}
