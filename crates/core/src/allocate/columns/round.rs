//! Whole answers from columns: an integer programme chooses one column a teacher, for everybody or, around a known
//! answer, for some teachers who can do each other's work (large neighbourhood search).

use uurwerk_mip::{self as mip, Control, DUAL, Model, Var};

use super::diagram::FAR;
use super::generation::Generation;
use super::pool::{Load, Pool};
use super::{Limits, Told};
use crate::allocate::facts::ceil_div;
use crate::allocate::problem::{Price, Score};
use crate::allocate::search::{Random, State};
use crate::allocate::seats::Seats;

/// Most columns of one integer programme.
const MOST: usize = 4_000;
/// Teachers of the first neighbourhoods; more when they are solved to proof without a gain.
const FEW: usize = 6;
/// Teachers of the smallest neighbourhoods, when those before were not decided in their time.
const FEWEST: usize = 3;
/// Fruitless tries before neighbourhoods grow, and the most teachers of one.
const BEFORE_LARGER: u64 = 8;
const MOST_FREE: usize = 16;
/// Draws of a teacher near the chosen ones before any other will do.
const DRAWS: usize = 16;
/// Teachers of whom the one with the dearest load is chosen.
const FEW_DRAWS: usize = 4;
/// Teachers up to which everybody is free in one try out of so many.
const MOST_AT_ONCE: usize = 60;
const BETWEEN: u64 = 32;
/// Loads that are looked for in one neighbourhood.
const FRESH: usize = 2_400;
/// Above every deviation.
const LARGEST: i64 = 1_000_000;

/// The best answer known of a component.
pub struct Answer<'k> {
    /// The component.
    pub seats: &'k Seats,
    /// Holders of the open posts.
    pub holders: &'k mut Vec<u32>,
    /// Their score.
    pub score: &'k mut Score,
    /// What no answer can beat.
    pub bound: &'k mut i64,
}

impl Answer<'_> {
    /// The bound in parts of a unit that would prove the answer.
    pub fn enough(&self) -> i64 {
        match self.score.hard {
            0 => (self.score.soft - 1) * DUAL + 1,
            _ => FAR,
        }
    }

    /// Whether no answer of a part with this bound, in parts of a unit, is better.
    pub fn proves(&self, value: i64) -> bool {
        value >= self.enough()
    }

    /// Raises the bound to this many parts of a unit.
    pub fn raise_to(&mut self, value: i64, told: &Told) {
        self.raise(ceil_div(value, DUAL), told);
    }

    /// Raises the bound, up to the cost of the answer.
    pub fn raise(&mut self, bound: i64, told: &Told) {
        let bound = match self.score.hard {
            0 => bound.min(self.score.soft),
            _ => bound,
        };
        // Without an answer, a part that nobody can serve says nothing of a cost.
        if bound > *self.bound && bound < FAR / DUAL {
            *self.bound = bound;
            told(self.holders, *self.score, bound);
        }
    }

    /// Tries to prove the answer, or to find a better one, with all loads that one within a generation's windows
    /// could contain; what no answer there can beat, or `None` when the solver failed.
    pub(super) fn prove(
        &mut self,
        generation: &Generation,
        pool: &Pool,
        all: Vec<Vec<usize>>,
        proof: &mip::Limits,
        limits: &Limits,
        told: &Told,
    ) -> Option<i64> {
        let own = pool.loads_of(self.holders).into_iter().enumerate();
        let own = own.map(|(seat, load)| pool.known(seat, load)).collect();
        let mut choice = Choice::new(generation, pool, own);
        choice.offer(all);
        let solved = choice.solve(proof, limits.stop)?;
        // No answer below the known one is outside of the programme, so its bound holds up to that.
        let bound = solved.bound.min(self.score.soft);
        self.take(solved.holders, told);
        Some(bound)
    }

    /// Improves the answer around what is known, as long as the limits allow.
    pub(super) fn improve(
        &mut self,
        generation: &Generation,
        pool: &mut Pool,
        limits: &Limits,
        told: &Told,
    ) {
        let seats = self.seats;
        let mut random = Random::new(limits.seed ^ 0x5eed);
        let mut most = MOST_FREE.min(seats.seats.len());
        let (mut size, mut fruitless) = (FEW.min(most), 0_u64);
        let shortest = generation.shortest();
        for attempt in 0..limits.tries {
            if (limits.stop)() || (self.score.hard == 0 && self.score.soft <= *self.bound) {
                return;
            }
            self.take((limits.beside)(), told);
            let everybody = attempt % BETWEEN == 0 && seats.seats.len() <= MOST_AT_ONCE;
            let loads = pool.loads_of(self.holders);
            let own = loads.iter().cloned().enumerate();
            let own: Vec<_> = own.map(|(seat, load)| pool.number(seat, load)).collect();
            let free = match everybody {
                true => vec![true; seats.seats.len()],
                false => {
                    let first = match attempt % 4 {
                        0 => highest(seats, pool, &own, &mut random, size / 2),
                        1 | 3 => dearest(generation, pool, &own, &shortest, &mut random),
                        _ => Vec::new(),
                    };
                    neighbourhood(seats, &mut random, first, size)
                }
            };
            // What the free teachers hold is all that they can hold between them.
            let mut freed = seats.kinds.iter().map(|_| 0).collect::<Vec<u32>>();
            for (seat, load) in loads.iter().enumerate().filter(|(seat, _)| free[*seat]) {
                for (take, count) in load {
                    freed[seats.seats[seat].takes[*take as usize].kind as usize] += count;
                }
            }
            if !everybody && !generation.duals.is_empty() {
                let kinds: Vec<bool> = freed.iter().map(|freed| *freed > 0).collect();
                for seat in (0..free.len()).filter(|seat| free[*seat]) {
                    for load in generation.loads_of_kinds(&kinds, seat, FRESH / size.max(1)) {
                        if fits(seats, seat, &load, &freed) {
                            pool.number(seat, load);
                        }
                    }
                }
            }
            let mut choice = Choice::new(generation, pool, own);
            choice.offer_cheapest(&free, &freed);
            let mut each = limits.each.clone();
            if !everybody {
                each.time = each.time.map(|time| time / 2);
            }
            let Some(solved) = choice.solve(&each, limits.stop) else {
                continue;
            };
            let proved = solved.proved;
            let found = self.take(solved.holders, told);
            if everybody {
                continue;
            }
            if !proved {
                // What is not decided in its time is too large to try more of.
                most = size.saturating_sub(1).max(FEWEST);
                size = size.min(most);
            } else if !found {
                fruitless += 1;
                let larger = usize::from(fruitless % BEFORE_LARGER == 0);
                size = (size + larger).min(most);
            }
        }
    }

    /// Takes other holders over if they are better.
    pub fn take(&mut self, holders: Option<Vec<u32>>, told: &Told) -> bool {
        let Some(holders) = holders else { return false };
        let mut state = State::new(self.seats);
        state.adopt(&holders);
        let better = state.score() < *self.score;
        if better {
            *self.score = state.score();
            *self.holders = holders;
            told(self.holders, *self.score, *self.bound);
        }
        better
    }
}

/// Whether a load takes no more of any kind than there is.
fn fits(seats: &Seats, seat: usize, load: &Load, there: &[u32]) -> bool {
    let takes = &seats.seats[seat].takes;
    load.iter()
        .all(|(take, count)| *count <= there[takes[*take as usize].kind as usize])
}

/// Teachers at the height of a peak, which only sinks when all of them do; at most so many.
fn highest(
    seats: &Seats,
    pool: &Pool,
    own: &[Option<usize>],
    random: &mut Random,
    most: usize,
) -> Vec<usize> {
    if seats.peaks.is_empty() {
        return Vec::new();
    }
    let peak = random.below(seats.peaks.len());
    let amount = |seat: usize| {
        let column = &pool.columns[own[seat]?];
        let peaks = seats.seats[seat].peaks.iter();
        peaks
            .zip(&column.peaks)
            .filter(|((known, _), _)| *known as usize == peak)
            .map(|(_, amount)| *amount)
            .max()
    };
    let amounts: Vec<Option<i64>> = (0..own.len()).map(amount).collect();
    let top = amounts.iter().max().copied().flatten();
    let at_top = (0..own.len()).filter(|seat| amounts[*seat] == top && top > Some(0));
    let mut at_top: Vec<usize> = at_top.collect();
    while at_top.len() > most {
        at_top.swap_remove(random.below(at_top.len()));
    }
    at_top
}

/// The teacher, of a few, whose load costs most above what the duals say that it must.
fn dearest(
    generation: &Generation,
    pool: &Pool,
    own: &[Option<usize>],
    shortest: &[i64],
    random: &mut Random,
) -> Vec<usize> {
    let drawn = (0..FEW_DRAWS).map(|_| random.below(own.len()));
    let above = |seat: &usize| {
        let column = &pool.columns[own[*seat]?];
        Some(generation.reduced_cost(column) - shortest[*seat])
    };
    drawn.max_by_key(above).into_iter().collect()
}

/// These teachers, or a random one, and others near them: those who could take over what they hold.
fn neighbourhood(seats: &Seats, random: &mut Random, first: Vec<usize>, size: usize) -> Vec<bool> {
    let mut free = vec![false; seats.seats.len()];
    let mut chosen = first;
    if chosen.is_empty() {
        chosen.push(random.below(seats.seats.len()));
    }
    chosen.iter().for_each(|seat| free[*seat] = true);
    while chosen.len() < size {
        let near = (0..DRAWS).find_map(|_| {
            let from = chosen[random.below(chosen.len())];
            let takes = &seats.seats[from].takes;
            let kind = takes.get(random.below(takes.len().max(1)))?.kind;
            let others = &seats.kinds[kind as usize].seats;
            let other = others[random.below(others.len())] as usize;
            (!free[other]).then_some(other)
        });
        // Whoever is left, when everybody near is chosen.
        let other = near.unwrap_or_else(|| random.below(seats.seats.len()));
        if !free[other] {
            free[other] = true;
            chosen.push(other);
        }
    }
    free
}

/// One column for every teacher is to be chosen; so far everybody's own.
struct Choice<'p, 's> {
    seats: &'s Seats,
    generation: &'p Generation<'s>,
    pool: &'p Pool<'s>,
    own: Vec<Option<usize>>,
    /// By seat: the columns to choose from.
    offered: Vec<Vec<usize>>,
}

struct Chosen {
    /// Whether nothing cheaper can be chosen.
    proved: bool,
    bound: i64,
    holders: Option<Vec<u32>>,
}

impl<'p, 's> Choice<'p, 's> {
    fn new(generation: &'p Generation<'s>, pool: &'p Pool<'s>, own: Vec<Option<usize>>) -> Self {
        let offered = own.iter().map(|own| own.iter().copied().collect());
        Self {
            seats: generation.seats,
            generation,
            pool,
            offered: offered.collect(),
            own,
        }
    }

    fn offer(&mut self, all: Vec<Vec<usize>>) {
        for (offered, all) in self.offered.iter_mut().zip(all) {
            offered.extend(all);
            offered.sort_unstable();
            offered.dedup();
        }
    }

    /// Offers the free teachers the columns of what is there that cost least above what the best bound's duals pay
    /// for them.
    fn offer_cheapest(&mut self, free: &[bool], there: &[u32]) {
        let many = free.iter().filter(|free| **free).count().max(1);
        let mut by_seat: Vec<Vec<(i64, usize)>> = vec![Vec::new(); free.len()];
        for (at, column) in self.pool.columns.iter().enumerate() {
            if free[column.seat] && fits(self.seats, column.seat, &column.load, there) {
                by_seat[column.seat].push((self.generation.reduced_cost(column), at));
            }
        }
        for (offered, mut list) in self.offered.iter_mut().zip(by_seat) {
            list.sort_unstable();
            let own = offered.first().copied();
            let cheapest = list.iter().map(|(_, at)| *at).take(MOST / many);
            offered.extend(cheapest.filter(|at| Some(*at) != own));
        }
    }

    fn solve(&self, limits: &mip::Limits, stop: &(dyn Fn() -> bool + Sync)) -> Option<Chosen> {
        let seats = self.seats;
        let mut model = Model::new();
        let mut vars: Vec<(Var, usize)> = Vec::new();
        let mut covers: Vec<Vec<(Var, i64)>> = vec![Vec::new(); seats.kinds.len()];
        let mut shared: Vec<Vec<(Var, i64)>> = vec![Vec::new(); seats.shared.len()];
        let (holders, cuts) = (&self.generation.part.holders, &self.generation.cuts);
        let mut held: Vec<Vec<(Var, i64)>> = vec![Vec::new(); holders.len()];
        let mut total = Vec::new();
        let mut cut: Vec<Vec<(Var, i64)>> = vec![Vec::new(); cuts.all.len()];
        model.add_constant(seats.base.soft);
        let peaks: Vec<Var> = (seats.peaks.iter().zip(&self.generation.part.windows))
            .map(|(peak, window)| {
                let high = window.high.min(peak.floor.max(LARGEST));
                let var = model.integer(window.low..=high);
                model.add_cost(var, peak.weight());
                var
            })
            .collect();
        for (seat, offered) in self.offered.iter().enumerate() {
            let mut one = Vec::new();
            let mut heights = vec![Vec::new(); seats.seats[seat].peaks.len()];
            for at in offered {
                let column = &self.pool.columns[*at];
                let var = model.binary();
                // A start that names some variables only is completed by the solver.
                if self.own[seat].is_some() {
                    model.start_at(var, i64::from(self.own[seat] == Some(*at)));
                }
                model.add_cost(var, column.cost);
                one.push((var, 1));
                vars.push((var, *at));
                let takes = &seats.seats[seat].takes;
                for (take, count) in &column.load {
                    let cover = &mut covers[takes[*take as usize].kind as usize];
                    cover.push((var, i64::from(*count)));
                }
                for (row, amount) in &column.shared {
                    shared[*row as usize].push((var, *amount));
                }
                total.push((var, column.groups.len() as i64));
                for group in &column.groups {
                    held[*group as usize].push((var, 1));
                }
                for (at, amount) in cuts.amounts(seats, column) {
                    cut[at as usize].push((var, amount));
                }
                for (peak, amount) in column.peaks.iter().enumerate() {
                    heights[peak].push((var, *amount));
                }
            }
            model.exactly(one, 1);
            for (at, mut height) in heights.into_iter().enumerate() {
                let peak = seats.seats[seat].peaks[at].0;
                height.push((peaks[peak as usize], -1));
                model.at_most(height, 0);
            }
        }
        for (data, mut cover) in seats.kinds.iter().zip(covers) {
            let posts = data.posts.len() as i64;
            if let Some(empty) = data.empty {
                let var = model.integer(0..=posts);
                model.add_cost(var, empty);
                cover.push((var, 1));
            }
            model.exactly(cover, posts);
        }
        // Every answer keeps these; without them the solver would have to find them out.
        for (holders, held) in holders.iter().zip(held) {
            if holders.high < i64::MAX {
                model.at_most(held.clone(), holders.high);
            }
            if holders.low > 1 {
                model.at_least(held, holders.low);
            }
        }
        let all = &self.generation.part.total;
        if all.high < i64::MAX {
            model.at_most(total.clone(), all.high);
        }
        model.at_least(total, all.low);
        for (data, cut) in cuts.all.iter().zip(cut) {
            model.at_least(cut, data.least);
        }
        for (data, mut sum) in seats.shared.iter().zip(shared) {
            if let Price::Soft(weight) = data.price {
                let var = model.integer(0..=LARGEST);
                model.add_cost(var, weight);
                sum.push((var, -data.unit));
            }
            model.at_most(sum, -data.constant);
        }
        let control = Control {
            stop,
            progress: &|_| (),
        };
        let solved = model.solve(limits, &control).ok()?;
        let holders = solved.solution.as_ref().map(|solution| {
            let chosen = vars.iter().filter(|(var, _)| solution.value(*var) == 1);
            let columns = chosen.map(|(_, at)| &self.pool.columns[*at]);
            self.pool.holders_of(columns)
        });
        let bound = match solved.status {
            mip::Status::Infeasible => i64::MAX,
            _ => solved.bound,
        };
        let proved = matches!(
            solved.status,
            mip::Status::Optimal | mip::Status::Infeasible
        );
        Some(Chosen {
            proved,
            bound,
            holders,
        })
    }
}
