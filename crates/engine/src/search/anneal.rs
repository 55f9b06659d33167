//! Simulated annealing with reheats and an adaptive weight of the hard cost. A *leg* cools from a start temperature to an end temperature;
//! each leg starts from the best solution and lasts longer than the one before. While hard cost remains for long the hard weight rises,
//! while there is none it falls, so that the walk crosses infeasible ground but does not stay there.

use super::climate::{self, Climate, ClimateId};
use super::mend::Mender;
use super::walker::{Verdict, Walker};
use crate::Cost;
use crate::solution::forecast::Limit;
use crate::solution::state::Layout;

/// A neighbourhood: proposes a random change, which is made when the limit takes it.
type Propose<'a, const W: usize> = fn(&mut Walker<'a, W>, &Limit) -> Verdict;

/// Moves between two looks at the hard cost and the clock of the caller.
const WINDOW: u64 = 256;

/// The hard weight is looked at after each such part of a leg.
const STEP: f64 = 1.0 / 400.0;
/// Temperature at the end of a leg, in units of the least change for the worse.
const COLD: f64 = 0.15;

/// The part of a leg after which it is cool in any climate.
const COOL: f64 = 0.6;

/// Trials that mending gets, and what is left of them when it is always in vain.
const PATIENCE: u64 = 1 << 14;
const LEAST_PATIENCE: u64 = 1 << 9;

/// One annealing walker.
pub(crate) struct Annealer<'a, const W: usize> {
    pub walker: Walker<'a, W>,
    neighbourhoods: Vec<(Propose<'a, W>, f64)>,
    scale: Scale,
    hard_weight: f64,
    /// Progress of the leg when the hard weight was last looked at, and the least hard cost since.
    looked_at: f64,
    least_hard: i64,
    pub climate: ClimateId,
    /// Whether no feasible timetable is known, so that a leg may linger where hard cost comes and goes.
    lingers: bool,
    /// The least cost seen in the later half of the leg, which owes little to where the leg began.
    pub leg_cost: Option<Cost>,
    mender: Mender,
    /// Trials that mending gets.
    patience: u64,
    /// Whether mending is thorough, which is worth its while where it did well.
    pub thorough: bool,
    pub best: Layout,
    pub best_cost: Cost,
    /// Moves evaluated.
    pub moves: u64,
}

impl<'a, const W: usize> Annealer<'a, W> {
    pub fn new(mut walker: Walker<'a, W>) -> Self {
        let scale = Scale::sample(&mut walker);
        let neighbourhoods = neighbourhoods(&mut walker, &scale);
        Self {
            mender: Mender::new(&walker, true, scale.typical as i64),
            scale,
            thorough: false,
            patience: PATIENCE,
            best: walker.state.layout().clone(),
            best_cost: walker.state.cost(),
            walker,
            neighbourhoods,
            hard_weight: 0.0,
            lingers: false,
            climate: 0,
            leg_cost: None,
            looked_at: 0.0,
            least_hard: i64::MAX,
            moves: 0,
        }
    }

    /// Gets ready for a leg in a climate.
    pub fn begin(&mut self, climate: ClimateId) {
        self.climate = climate;
        let weight = climate::ALL[climate].hard_weight;
        self.hard_weight = weight * self.scale.typical / self.scale.hard;
        self.looked_at = 0.0;
        self.least_hard = i64::MAX;
        self.leg_cost = None;
        self.lingers = self.best_cost.hard > 0;
        self.walker.rehouses = self.lingers;
        // What was in vain in one climate may help in another.
        self.patience = PATIENCE;
        self.mender = Mender::new(&self.walker, self.thorough, self.scale.typical as i64);
    }

    /// The temperature at a part of a leg, in units of soft cost.
    fn temperature(&self, over: f64) -> f64 {
        let climate = climate::ALL[self.climate];
        let (typical, cold) = (self.scale.typical, self.scale.least * COLD);
        let point = climate.hard_weight * typical / self.scale.hard;
        climate.temperature(typical, point, cold, self.lingers, over)
    }

    /// Whether it is cool enough at a part of a leg for a mended timetable to last.
    pub fn is_cool(&self, over: f64) -> bool {
        let Climate { settled, .. } = climate::ALL[self.climate];
        over > COOL || self.temperature(over) < settled * self.hard_weight
    }

    /// Walks for a number of moves, or until told to stop. `progress` is the part of the leg that is over, 0 to 1.
    pub fn run(&mut self, moves: u64, progress: &dyn Fn(u64) -> f64, stop: &dyn Fn() -> bool) {
        if self.neighbourhoods.is_empty() {
            return;
        }
        let end = self.moves + moves;
        // Where next to nothing can be moved, most choices come to nothing.
        let mut windows = 4 * moves.div_ceil(WINDOW);
        while self.moves < end && windows > 0 && !stop() {
            windows -= 1;
            let over = progress(self.moves).clamp(0.0, 1.0);
            self.window(self.temperature(over), WINDOW.min(end - self.moves));
            self.adapt(over);
        }
    }

    /// Mends the current timetable when it is not feasible. The trials it gets, times `effort` and `most` at most, are halved each time that it
    /// is in vain, so that instances without a feasible timetable are annealed all the same.
    pub fn mend(&mut self, effort: u64, most: u64, stop: &dyn Fn() -> bool) {
        let before = self.walker.state.cost().hard;
        let trials = most.min(self.patience * effort);
        if before > 0 && trials > 0 {
            self.moves += self.mender.mend(&mut self.walker, trials, stop);
            self.patience = if self.walker.state.cost().hard < before {
                PATIENCE
            } else {
                (self.patience / 2).max(LEAST_PATIENCE)
            };
            // Late in a leg, what mending makes of it is what the leg came to.
            let cost = self.walker.state.cost();
            self.leg_cost = self.leg_cost.map(|least| least.min(cost));
            self.note();
        }
    }

    /// Gets ready to mend the current timetable, bit by bit.
    pub fn begin_mending(&mut self, stop: &dyn Fn() -> bool) {
        self.mender.begin(&mut self.walker, stop);
    }

    /// Mends on for about so many trials, or until no hard cost is left; gives the least hard cost.
    pub fn mend_on(&mut self, trials: u64, stop: &dyn Fn() -> bool) -> i64 {
        self.moves += self.mender.go_on(&mut self.walker, trials, stop);
        self.mender.hard()
    }

    /// Goes back to the best that mending found.
    pub fn end_mending(&mut self) {
        self.mender.end(&mut self.walker);
        self.note();
    }

    /// Some moves at one temperature. Choices that come to nothing do not count as moves.
    fn window(&mut self, temperature: f64, tries: u64) {
        for _ in 0..tries {
            let choice = self.walker.dice.unit();
            let mut chosen = self.neighbourhoods.iter();
            let Some(&(propose, _)) = chosen.find(|(_, share)| choice < *share) else {
                continue;
            };
            // Metropolis: a change for the worse is taken with probability exp(-worse/temperature), so up to this much of it.
            let limit = Limit {
                hard_weight: self.hard_weight,
                worst: -temperature * (1.0 - self.walker.dice.unit()).ln(),
            };
            match propose(&mut self.walker, &limit) {
                Verdict::Nothing => {}
                Verdict::Refused => self.moves += 1,
                Verdict::Taken => {
                    self.moves += 1;
                    self.note();
                }
            }
        }
    }

    /// Notes the cost of a timetable that was taken.
    #[inline]
    fn note(&mut self) {
        let cost = self.walker.state.cost();
        self.least_hard = self.least_hard.min(cost.hard);
        if cost < self.best_cost {
            self.best_cost = cost;
            self.best.copy_from(self.walker.state.layout());
        }
    }

    /// Raises the hard weight when a step of the leg saw no feasible solution, and lowers it otherwise.
    fn adapt(&mut self, over: f64) {
        if over > 0.5 {
            let cost = self.walker.state.cost();
            self.leg_cost = Some(self.leg_cost.map_or(cost, |least| least.min(cost)));
        }
        if over - self.looked_at >= STEP {
            let Climate { rise, fall, .. } = climate::ALL[self.climate];
            let factor = if self.least_hard > 0 { rise } else { fall };
            let least = self.scale.least * 2.0 / self.scale.hard;
            self.hard_weight = (self.hard_weight * factor).max(least);
            self.looked_at = over;
            self.least_hard = self.walker.state.cost().hard;
        }
    }
}

/// The neighbourhoods that apply to the instance, with the running sum of their shares.
fn neighbourhoods<'a, const W: usize>(
    walker: &mut Walker<'a, W>,
    scale: &Scale,
) -> Vec<(Propose<'a, W>, f64)> {
    let movable = walker.movable;
    let (timed, staffed) = (!movable.meets.is_empty(), !movable.staffed.is_empty());
    let some = |applies: bool, share: f64| if applies { share } else { 0.0 };
    let all: [(Propose<'a, W>, f64); 8] = [
        (Walker::meet_move, some(timed, 30.0)),
        (Walker::meet_exchange, some(timed, 20.0)),
        (Walker::meet_swap, some(timed, 20.0)),
        (Walker::kempe_chain, some(timed, 20.0)),
        (Walker::row_exchange, some(timed, 60.0)),
        (Walker::task_move, some(staffed, 30.0)),
        (
            Walker::group_reassign,
            some(!movable.unsplit.is_empty(), 3.0),
        ),
        (Walker::reshape, some(!movable.splittable.is_empty(), 8.0)),
    ];
    let mut applying: Vec<_> = all.into_iter().filter(|(_, share)| *share > 0.0).collect();
    let looks: Vec<f64> = applying
        .iter()
        .map(|(propose, _)| looks_for_one(walker, *propose, scale))
        .collect();
    let least = looks.iter().copied().fold(f64::INFINITY, f64::min);
    for ((_, share), looks) in applying.iter_mut().zip(&looks) {
        *share /= (looks / (least * DEAR)).max(1.0);
    }
    let total: f64 = applying.iter().map(|(_, share)| share).sum();
    let mut sum = 0.0;
    applying
        .into_iter()
        .map(|(propose, share)| {
            sum += share / total;
            (propose, sum)
        })
        .collect()
}

/// How many looks at resources one priced proposal of a neighbourhood takes, those that came to nothing included; nothing is taken.
fn looks_for_one<'a, const W: usize>(
    walker: &mut Walker<'a, W>,
    propose: Propose<'a, W>,
    scale: &Scale,
) -> f64 {
    let never = Limit {
        hard_weight: scale.typical / scale.hard,
        worst: f64::NEG_INFINITY,
    };
    let before = walker.looks;
    let priced = (0..PRICED)
        .filter(|_| propose(walker, &never) == Verdict::Refused)
        .count();
    let looks = walker.looks - before + AT_LEAST * PRICED as u64;
    looks as f64 / priced.max(1) as f64
}

/// Proposals of each neighbourhood that show what it costs.
const PRICED: usize = 400;
/// What a proposal costs that looks at no resource.
const AT_LEAST: u64 = 4;
/// A neighbourhood that costs so many times the cheapest one has its full share; a dearer one less in proportion, so that it takes no more time.
const DEAR: f64 = 16.0;

/// Moves in a sample.
const SAMPLE: usize = 2000;

/// How much moves cost, from a sample.
struct Scale {
    /// Soft cost that a change for the worse brings: the median, nearly the least.
    typical: f64,
    least: f64,
    /// Hard cost that a violating change brings: the median.
    hard: f64,
}

impl Scale {
    /// From random moves of single meets and tasks, all taken back.
    fn sample<const W: usize>(walker: &mut Walker<'_, W>) -> Self {
        let (mut worse, mut violating) = (Vec::new(), Vec::new());
        for _ in 0..SAMPLE {
            let (mark, before) = (walker.state.mark(), walker.state.cost());
            if walker.disturb() {
                let change = walker.state.settle() - before;
                worse.extend(Some(change.soft).filter(|&soft| soft > 0));
                violating.extend(Some(change.hard).filter(|&hard| hard > 0));
            }
            walker.state.revert(mark);
        }
        let at = |costs: &mut Vec<i64>, per_cent: usize| {
            costs.sort_unstable();
            costs
                .get(costs.len() * per_cent / 100)
                .map_or(1.0, |&cost| cost as f64)
        };
        Self {
            typical: at(&mut worse, 50),
            least: at(&mut worse, 2),
            hard: at(&mut violating, 50),
        }
    }
}
