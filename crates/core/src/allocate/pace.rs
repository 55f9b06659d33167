//! How much of a run's time or work each step may use. No clock is read here: the caller's
//! [`Control::remaining`] is asked.

use std::time::Duration;

use crate::control::{Control, Options};
use uurwerk_mip::Limits;

/// Most moves of the local search for every open post, unless iterations are given.
const MOVES_PER_POST: u64 = 8_000;
/// Simplex iterations and nodes for every component when neither time nor iterations are limited.
const LP_ITERATIONS: u64 = 60_000;
const NODES: u64 = 4_000;
/// One of the caller's iterations is one move; this many moves cost about as much as a simplex iteration.
const MOVES_PER_LP_ITERATION: u64 = 500;
/// Moves that cost about as much as a node of the search tree.
const MOVES_PER_NODE: u64 = 20_000;
/// Share of the time that the local search has for itself: when it goes on beside the solver, and when not.
const SEARCH_PERCENT: u32 = 10;
const LONE_SEARCH_PERCENT: u32 = 50;
/// Kept back from the solver, which notices the end only between two of its steps: at least this, and one part
/// in `MARGIN_PART` of all time.
const MARGIN: Duration = Duration::from_millis(250);
const MARGIN_PART: u32 = 20;

/// The pace of one run.
pub struct Pace<'c> {
    control: &'c Control<'c>,
    iterations: Option<u64>,
    search_percent: u32,
    margin: Duration,
    /// Time left when the run began; `None` when the clock does not matter.
    all: Option<Duration>,
}

impl<'c> Pace<'c> {
    /// Begins.
    pub fn new(control: &'c Control<'c>, options: &Options) -> Self {
        let all = match options.iterations {
            Some(_) => None,
            None => (control.remaining)(),
        };
        Self {
            control,
            iterations: options.iterations,
            search_percent: if options.threads > 1 {
                SEARCH_PERCENT
            } else {
                LONE_SEARCH_PERCENT
            },
            margin: all.map_or(MARGIN, |all| MARGIN.max(all / MARGIN_PART)),
            all: all.map(|all| all.saturating_sub(MARGIN.max(all / MARGIN_PART))),
        }
    }

    /// Moves for a component with this many of the school's open posts.
    pub fn moves(&self, open: usize, all_open: usize) -> u64 {
        match (self.iterations, self.all) {
            (Some(all), _) => all * open as u64 / all_open.max(1) as u64,
            (None, _) => MOVES_PER_POST * open as u64,
        }
    }

    /// Thousandths of a local search's own time that are over, when it began with this much time left.
    pub fn search_used_since(&self, then: Option<Duration>) -> u64 {
        let share = self.all.unwrap_or_default() * self.search_percent / 100;
        self.used(then, share)
    }

    /// Thousandths that are over of the time since `then` was left.
    pub fn used_since(&self, then: Option<Duration>) -> u64 {
        self.used(then, then.unwrap_or_default())
    }

    fn used(&self, then: Option<Duration>, share: Duration) -> u64 {
        if (self.control.stop)() {
            return 1000;
        }
        let (Some(then), Some(left)) = (then, self.left()) else {
            return 0;
        };
        let over = then.saturating_sub(left).as_micros() * 1000;
        u64::try_from(over / share.as_micros().max(1)).unwrap_or(1000)
    }

    /// Whether the solver is to end.
    pub fn is_over(&self) -> bool {
        (self.control.stop)() || self.left().is_some_and(|left| left.is_zero())
    }

    /// Limits of the solver for a component that is `share` of `of` parts of what is still to be solved.
    pub fn limits(&self, share: u64, of: u64, seed: u64) -> Limits {
        let (lp_iterations, nodes) = match (self.iterations, self.all) {
            (Some(all), _) => {
                let own = all / of.max(1) * share;
                (
                    Some(own / MOVES_PER_LP_ITERATION),
                    Some(own / MOVES_PER_NODE),
                )
            }
            (None, Some(_)) => (None, None),
            (None, None) => (Some(LP_ITERATIONS), Some(NODES)),
        };
        let part = |left: Duration| left.mul_f64((share as f64 / of.max(1) as f64).min(1.0));
        Limits {
            nodes,
            lp_iterations,
            time: self.left().map(part),
            prompt: false,
            seed: (seed & 0x7fff_ffff) as u32,
        }
    }

    /// Time left for search and solver; `None` when the clock does not matter.
    pub fn left(&self) -> Option<Duration> {
        self.all?;
        (self.control.remaining)().map(|left| left.saturating_sub(self.margin))
    }
}
