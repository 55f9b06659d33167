//! Simulated annealing with reheats and an adaptive weight of the hard cost. A *leg* cools from a start temperature to an end temperature;
//! each leg starts from the best solution and lasts longer than the one before. While hard cost remains for long the hard weight rises,
//! while there is none it falls, so that the walk crosses infeasible ground but does not stay there.

use super::walker::Walker;
use crate::{Cost, Solution};

/// A proposed change, or nothing when the choice came to nothing.
type Propose<'a, const W: usize> = fn(&mut Walker<'a, W>) -> bool;

/// Moves between two looks at the hard cost and the clock of the caller.
const WINDOW: u64 = 256;

/// One annealing walker.
pub(crate) struct Annealer<'a, const W: usize> {
    pub walker: Walker<'a, W>,
    neighbourhoods: Vec<(Propose<'a, W>, f64)>,
    temperature: Range,
    hard_weight: f64,
    least_hard_weight: f64,
    /// Windows in a row in which the hard cost was never 0, or always.
    streak: i64,
    pub best: Solution,
    pub best_cost: Cost,
    pub moves: u64,
}

/// Start and end temperature of a whole leg.
#[derive(Clone, Copy, Debug)]
struct Range {
    hot: f64,
    cold: f64,
}

impl<'a, const W: usize> Annealer<'a, W> {
    pub fn new(mut walker: Walker<'a, W>) -> Self {
        let neighbourhoods = neighbourhoods(&walker);
        let scale = Scale::sample(&mut walker, &neighbourhoods);
        Self {
            best: walker.state.solution(),
            best_cost: walker.state.cost(),
            walker,
            neighbourhoods,
            temperature: Range {
                hot: scale.typical,
                cold: scale.least * 0.15,
            },
            hard_weight: scale.typical * 4.0,
            least_hard_weight: scale.least * 2.0,
            streak: 0,
            moves: 0,
        }
    }

    /// Walks for a number of moves, or until told to stop. `progress` is the part of the leg that is over, 0 to 1; `heat` scales the start
    /// temperature.
    pub fn run(
        &mut self,
        moves: u64,
        heat: f64,
        progress: &dyn Fn(u64) -> f64,
        stop: &dyn Fn() -> bool,
    ) {
        if self.neighbourhoods.is_empty() {
            return;
        }
        let end = self.moves + moves;
        while self.moves < end && !stop() {
            let hot = (self.temperature.hot * heat).max(self.temperature.cold);
            let temperature =
                hot * (self.temperature.cold / hot).powf(progress(self.moves).clamp(0.0, 1.0));
            let least = self.window(temperature, WINDOW.min(end - self.moves));
            self.adapt(least);
        }
    }

    /// Some moves at one temperature; gives the least hard cost seen.
    fn window(&mut self, temperature: f64, moves: u64) -> i64 {
        let mut least = self.walker.state.cost().hard;
        for _ in 0..moves {
            self.moves += 1;
            let choice = self.walker.dice.unit();
            let Some(&(propose, _)) = self
                .neighbourhoods
                .iter()
                .find(|(_, share)| choice < *share)
            else {
                continue;
            };
            let mark = self.walker.state.mark();
            let before = self.walker.state.cost();
            if !propose(&mut self.walker) {
                self.walker.state.revert(mark);
                continue;
            }
            let after = self.walker.state.settle();
            let change = after - before;
            let worse = change.hard as f64 * self.hard_weight + change.soft as f64;
            if worse <= 0.0 || self.walker.dice.unit() < (-worse / temperature).exp() {
                self.walker.state.keep();
                least = least.min(after.hard);
                if after < self.best_cost {
                    self.best_cost = after;
                    self.best = self.walker.state.solution();
                }
            } else {
                self.walker.state.revert(mark);
            }
        }
        least
    }

    fn adapt(&mut self, least: i64) {
        let had_none = least == 0;
        self.streak = if had_none {
            self.streak.min(0) - 1
        } else {
            self.streak.max(0) + 1
        };
        if self.streak >= 64 {
            self.hard_weight *= 1.1;
            self.streak = 0;
        } else if self.streak <= -64 {
            self.hard_weight = (self.hard_weight / 1.05).max(self.least_hard_weight);
            self.streak = 0;
        }
    }
}

/// The neighbourhoods that apply to the instance, with the running sum of their shares.
fn neighbourhoods<'a, const W: usize>(walker: &Walker<'a, W>) -> Vec<(Propose<'a, W>, f64)> {
    let movable = walker.movable;
    let (timed, staffed) = (!movable.meets.is_empty(), !movable.staffed.is_empty());
    let some = |applies: bool, share: f64| if applies { share } else { 0.0 };
    let all: [(Propose<'a, W>, f64); 7] = [
        (Walker::meet_move, some(timed, 30.0)),
        (Walker::meet_exchange, some(timed, 20.0)),
        (Walker::meet_swap, some(timed, 20.0)),
        (Walker::kempe_chain, some(timed, 10.0)),
        (Walker::task_move, some(staffed, 30.0)),
        (
            Walker::group_reassign,
            some(!movable.unsplit.is_empty(), 3.0),
        ),
        (Walker::reshape, some(!movable.splittable.is_empty(), 8.0)),
    ];
    let total: f64 = all.iter().map(|(_, share)| share).sum();
    let mut sum = 0.0;
    let applying = all.into_iter().filter(|(_, share)| *share > 0.0);
    applying
        .map(|(propose, share)| {
            sum += share / total;
            (propose, sum)
        })
        .collect()
}

/// How much moves cost, from a sample.
struct Scale {
    typical: f64,
    least: f64,
}

impl Scale {
    fn sample<'a, const W: usize>(
        walker: &mut Walker<'a, W>,
        neighbourhoods: &[(Propose<'a, W>, f64)],
    ) -> Self {
        let mut worse = Vec::new();
        for _ in 0..2000 {
            let choice = walker.dice.unit();
            let Some(&(propose, _)) = neighbourhoods.iter().find(|(_, share)| choice < *share)
            else {
                break;
            };
            let (mark, before) = (walker.state.mark(), walker.state.cost());
            if propose(walker) {
                let change = walker.state.settle() - before;
                if change.soft > 0 {
                    worse.push(change.soft);
                }
            }
            walker.state.revert(mark);
        }
        worse.sort_unstable();
        let typical = worse.get(worse.len() / 2).map_or(1.0, |&cost| cost as f64);
        let least = worse.get(worse.len() / 50).map_or(1.0, |&cost| cost as f64);
        Self { typical, least }
    }
}
