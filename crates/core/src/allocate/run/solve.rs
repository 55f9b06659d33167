//! How a component is solved that has been searched: by columns, by the general model, or by both, as its size and the
//! time suggest.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::time::Duration;

use uurwerk_mip as mip;

use super::Run;
use crate::allocate::columns;
use crate::allocate::exact::{self, Known};
use crate::allocate::problem::Score;
use crate::allocate::search::{self, Effort};

/// Added to the seed of the search after the solver.
const AGAIN: u64 = 1 << 63;

/// Open posts of a component above which columns are generated, and up to which the general model is solved (after
/// them, where they leave something to prove).
const SMALLEST_FOR_COLUMNS: usize = 24;
pub(super) const LARGEST_MODEL: usize = 150;
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
/// Work of a round of pricing, in simplex iterations, and nodes of one integer programme over columns.
const LP_ITERATIONS_PER_ROUND: u64 = 20;
const NODES_PER_TRY: u64 = 200;

/// A way to solve a component.
enum Way {
    /// The general model, and for a large component one more search in the time that is left.
    Whole,
    /// Columns, and then the general model where they leave something to prove.
    ColumnsThenWhole,
    /// Columns alone.
    Columns,
    /// The general model for a first bound, and then columns.
    WholeThenColumns,
}

impl Run<'_, '_> {
    /// Solves a component that has been searched.
    pub(super) fn solve_one(&self, at: usize, known: &mut Known, limits: &mip::Limits) {
        match self.way(at, known, limits) {
            Way::Whole if self.open[at] <= LARGEST_MODEL => self.solve_whole(at, known, limits, 1),
            Way::Whole => {
                self.solve_whole(at, known, limits, 2);
                if !known.is_settled() {
                    self.search_again(at, known);
                }
            }
            Way::ColumnsThenWhole => {
                self.generate(at, known, limits, 500);
                if known.score.soft != known.bound {
                    self.solve_whole(at, known, limits, 2);
                }
            }
            Way::Columns => self.generate(at, known, limits, 1000),
            Way::WholeThenColumns => {
                self.solve_whole(at, known, limits, 6);
                self.generate(at, known, limits, 800);
            }
        }
    }

    fn way(&self, at: usize, known: &Known, limits: &mip::Limits) -> Way {
        let open = self.open[at];
        if open <= SMALLEST_FOR_COLUMNS || known.score.hard > 0 {
            return Way::Whole;
        } else if open <= LARGEST_MODEL {
            return Way::ColumnsThenWhole;
        } else if open > TOO_LARGE {
            return Way::Columns;
        }
        let stop = || self.pace.is_over();
        let Some((arcs, a_seat)) = columns::estimated_arcs(&self.parts[at], &stop) else {
            return Way::Whole;
        };
        if a_seat <= MOST_ARCS_A_SEAT || arcs <= MOST_ARCS {
            return Way::Columns;
        }
        let enough = ENOUGH_FOR_AN_ARC * u32::try_from(arcs).unwrap_or(u32::MAX);
        match limits.time {
            Some(time) if time >= enough => Way::WholeThenColumns,
            _ => Way::Whole,
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
        let over = |thousandths: u64| {
            let (Some(begun), Some(left)) = (begun, self.pace.left()) else {
                return self.pace.is_over();
            };
            let own = limits.time.unwrap_or(begun).as_millis() * u128::from(thousandths);
            self.pace.is_over() || begun.saturating_sub(left).as_millis() * 1_000 >= own
        };
        let limits = columns::Limits {
            rounds: limits
                .lp_iterations
                .map_or(u64::MAX, |work| work / LP_ITERATIONS_PER_ROUND + 1),
            stop: &|| over(part),
            stop_pricing: &|| over(part * PRICING_SHARE / 1000),
            stop_near: &|| over(1000),
            near: &|| self.near[at].store(true, Ordering::Relaxed),
            tries: limits
                .nodes
                .map_or(u64::MAX, |nodes| nodes / NODES_PER_TRY + 1),
            each: mip::Limits {
                nodes: Some(NODES_PER_TRY),
                time: limits.time.map(|time| time / 8),
                ..limits.clone()
            },
            proof: limits.clone(),
            part: mip::Limits {
                nodes: Some(NODES_PER_TRY),
                time: limits.time.map(|time| time / 20),
                ..limits.clone()
            },
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
}
