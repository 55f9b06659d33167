//! Column generation over load patterns: a proved lower bound, and better loads on the way.
//!
//! A column is a whole load of one teacher. The restricted master ([`master`]) chooses one column a teacher so that
//! every kind of post is held as often as there are posts, as a linear programme; its duals say what a post of a
//! kind is worth, and the cheapest load at those duals is a shortest path in the teacher's [`diagram`]. For any
//! duals the sum of those shortest paths and of what the duals pay is a lower bound (Lagrange), computed in whole
//! numbers: it holds at every moment of an interrupted run. Duals are smoothed towards the best bound's
//! (Wentges, 1997). Whole answers come from integer programmes over the columns found ([`round`]).

mod diagram;
mod holders;
mod master;
mod pool;
mod round;

use rayon::prelude::*;
use uurwerk_mip::DUAL;

use super::facts::ceil_div;
use super::problem::Score;
use super::seats::Seats;
use diagram::{Diagram, FAR};
use master::Master;
use pool::Pool;

/// Rounds without a better bound after which the generation ends.
const PATIENCE: u32 = 60;
/// Loads of a seat near the shortest that whole answers are made of.
const ENOUGH: usize = 120;
/// Most columns of an integer programme that is to prove an answer.
const MOST_USEFUL: usize = 60_000;
/// What makes a load too long that holds a post of another kind, in parts of a unit of cost.
const FORBIDDEN: i64 = DUAL << 20;
/// Doublings of the length above the shortest within which loads are looked for.
const WIDENED: u32 = 8;
/// Parts of ten that smoothed duals keep of the best bound's.
const SMOOTHED: i64 = 6;

/// How far generation may go.
pub struct Limits<'c> {
    /// Most rounds of pricing.
    pub rounds: u64,
    /// Asked between rounds.
    pub stop: &'c (dyn Fn() -> bool + Sync),
    /// The same for the generation of columns alone, so that time is left for whole answers.
    pub stop_pricing: &'c (dyn Fn() -> bool + Sync),
    /// Integer programmes to try, and the limits of one.
    pub tries: u64,
    /// See `tries`.
    pub each: uurwerk_mip::Limits,
    /// Limits of the integer programme that is to prove an answer.
    pub proof: uurwerk_mip::Limits,
    /// Better holders that a search beside has found, if any.
    pub beside: &'c (dyn Fn() -> Option<Vec<u32>> + Sync),
    /// Seed of the random choices.
    pub seed: u64,
}

/// What is told whenever something gets better: holders by open post with their score, and the bound.
pub type Told<'c> = dyn Fn(&[u32], Score, i64) + Sync + 'c;

/// Improves holders of a component that keep its hard rules (or not), and bounds their cost.
pub fn improve(
    seats: &Seats,
    holders: &mut Vec<u32>,
    score: &mut Score,
    bound: &mut i64,
    limits: &Limits,
    told: &Told,
) {
    if seats.kinds.is_empty() {
        // One possibility is the best one.
        *bound = score.soft;
        return;
    }
    let Some(generation) = Generation::of(seats, limits) else {
        return;
    };
    let mut pool = Pool::new(seats, &generation.rows);
    let own = pool.loads_of(holders);
    for (seat, load) in own.into_iter().enumerate() {
        pool.add(seat, load);
    }
    let news = |bound| told(holders, *score, bound);
    if !generation.run(&mut pool, *score, bound, limits, &news) {
        return;
    }
    generation.enrich(&mut pool);
    let mut answer = round::Answer {
        seats,
        holders,
        score,
        bound,
        least: &generation.least,
    };
    // Every load that an answer cheaper than the one known could contain.
    if let Some(all) = generation.all_useful(&mut pool, &answer) {
        answer.prove(&pool, all, limits, told);
    }
    answer.improve(&generation, &mut pool, limits, told);
    // What the search beside has found may have brought the proof within reach.
    if let Some(all) = generation.all_useful(&mut pool, &answer) {
        answer.prove(&pool, all, limits, told);
    }
}

struct Generation<'s> {
    seats: &'s Seats,
    diagrams: Vec<Diagram>,
    rows: Rows,
    /// By preparation: how many teachers hold it at least.
    least: Vec<i64>,
}

/// How the master's rows are numbered: kinds, seats, shared charges, the seats' peaks, preparations.
pub struct Rows {
    kinds: usize,
    seats: usize,
    shared: usize,
    /// By seat: the first row of its peaks.
    peaks: Vec<usize>,
    groups: usize,
    all: usize,
}

impl Rows {
    fn of(seats: &Seats) -> Self {
        let mut all = seats.kinds.len() + seats.seats.len() + seats.shared.len();
        let peaks = seats.seats.iter().map(|seat| {
            all += seat.peaks.len();
            all - seat.peaks.len()
        });
        let peaks = peaks.collect();
        Self {
            kinds: 0,
            seats: seats.kinds.len(),
            shared: seats.kinds.len() + seats.seats.len(),
            peaks,
            groups: all,
            all: all + seats.preparations(),
        }
    }
}

impl<'s> Generation<'s> {
    fn of(seats: &'s Seats, limits: &Limits) -> Option<Self> {
        let rows = Rows::of(seats);
        let diagrams = (0..seats.seats.len()).into_par_iter().map(|seat| {
            if (limits.stop_pricing)() {
                return None;
            }
            Diagram::of(seats, seat, &rows)
        });
        let diagrams = diagrams.collect::<Option<Vec<Diagram>>>()?;
        Some(Self {
            least: holders::least(seats, &diagrams, &rows),
            seats,
            diagrams,
            rows,
        })
    }

    /// Adds columns until none is missing, or until a limit; `false` when the master failed.
    fn run(
        &self,
        pool: &mut Pool,
        score: Score,
        bound: &mut i64,
        limits: &Limits,
        told: &dyn Fn(i64),
    ) -> bool {
        let Ok(mut master) = Master::new(self.seats, &self.rows, &self.least, pool) else {
            return false;
        };
        let mut center: Option<Vec<i64>> = None;
        let mut best = i64::MIN;
        let (mut idle, mut smooth) = (0, true);
        for _ in 0..limits.rounds {
            if (limits.stop_pricing)() || (score.hard == 0 && *bound >= score.soft) {
                break;
            }
            let Ok(Some(current)) = master.solve() else {
                return false;
            };
            let duals = match &center {
                Some(center) if smooth => self.between(center, &current),
                _ => current.clone(),
            };
            let duals = self.allowed(duals);
            let paths = self.price(&duals);
            let Some(value) = self.lagrangian(&duals, &paths) else {
                return false;
            };
            if value > best {
                best = value;
                center = Some(duals.clone());
                idle = 0;
                let whole = ceil_div(value, DUAL);
                if whole > *bound {
                    *bound = if score.hard == 0 {
                        whole.min(score.soft)
                    } else {
                        whole
                    };
                    told(*bound);
                }
            } else {
                idle += 1;
            }
            let mut fresh = 0;
            for (seat, path) in paths.into_iter().enumerate() {
                if let Some(column) = pool.add(seat, path.counts) {
                    fresh += 1;
                    if master.add(pool, column).is_err() {
                        return false;
                    }
                }
            }
            if fresh == 0 && !smooth {
                break; // The master's own duals price no new column: the linear programme is solved.
            }
            smooth = fresh > 0;
            if idle > PATIENCE {
                break;
            }
        }
        pool.keep_duals(center.unwrap_or_default(), best);
        true
    }

    /// Adds the loads of every seat that are nearest to the shortest, so that whole answers have a choice.
    fn enrich(&self, pool: &mut Pool) {
        if pool.duals.is_empty() {
            return;
        }
        let duals = pool.duals.clone();
        let found = (0..self.diagrams.len()).into_par_iter().map(|seat| {
            let mut best = Vec::new();
            for doubling in 0..WIDENED {
                let slack = DUAL << doubling;
                match self.within(&duals, seat, slack, 8 * ENOUGH) {
                    Some(loads) => best = loads,
                    None => break,
                }
                if best.len() >= ENOUGH {
                    break;
                }
            }
            best
        });
        let found: Vec<_> = found.collect();
        for (seat, loads) in found.into_iter().enumerate() {
            for load in loads {
                pool.add(seat, load);
            }
        }
    }

    fn within(
        &self,
        duals: &[i64],
        seat: usize,
        slack: i64,
        most: usize,
    ) -> Option<Vec<pool::Load>> {
        self.diagrams[seat].within(duals, DUAL, slack, most)
    }

    /// Adds every load that an answer cheaper than the known one could contain, and names them by seat; `None` when
    /// they are too many. A load longer than the shortest by more than what is between bound and answer is in no
    /// cheaper answer, since the bound with that load in it would be above the answer.
    fn all_useful(&self, pool: &mut Pool, answer: &round::Answer) -> Option<Vec<Vec<usize>>> {
        if answer.score.hard > 0 || pool.duals.is_empty() || *answer.bound >= answer.score.soft {
            return None;
        }
        let slack = (answer.score.soft - 1) * DUAL - pool.value;
        let duals = pool.duals.clone();
        let mut left = MOST_USEFUL;
        let mut all = Vec::new();
        for seat in 0..self.diagrams.len() {
            let loads = self.within(&duals, seat, slack.max(0), left)?;
            left -= loads.len();
            let numbers = loads.into_iter().filter_map(|load| pool.number(seat, load));
            all.push(numbers.collect());
        }
        Some(all)
    }

    fn between(&self, center: &[i64], current: &[i64]) -> Vec<i64> {
        let both = center.iter().zip(current);
        both.map(|(a, b)| (a * SMOOTHED + b * (10 - SMOOTHED)) / 10)
            .collect()
    }

    /// Loads of a seat of posts of these kinds only, at most so many, those that are nearest to the shortest.
    fn loads_of_kinds(
        &self,
        duals: &[i64],
        kinds: &[bool],
        seat: usize,
        most: usize,
    ) -> Vec<pool::Load> {
        let mut duals = duals.to_vec();
        for (kind, may) in kinds.iter().enumerate() {
            if !may {
                duals[self.rows.kinds + kind] = -FORBIDDEN;
            }
        }
        let mut best = Vec::new();
        for doubling in 0..WIDENED {
            match self.within(&duals, seat, DUAL << doubling, 2 * most) {
                Some(loads) => best = loads,
                None => break,
            }
            if best.len() >= most {
                break;
            }
        }
        best
    }

    /// Duals within what rows allow, so that no variable of a charge has a negative reduced cost.
    fn allowed(&self, mut duals: Vec<i64>) -> Vec<i64> {
        for (at, shared) in self.seats.shared.iter().enumerate() {
            let dual = &mut duals[self.rows.shared + at];
            *dual = (*dual).min(0);
            if let super::problem::Price::Soft(weight) = shared.price {
                *dual = (*dual).max(-(weight * DUAL / shared.unit));
            }
        }
        for (peak, data) in self.seats.peaks.iter().enumerate() {
            let mut left = data.weight() * DUAL;
            for (seat, own) in self.seats.seats.iter().enumerate() {
                for (at, (known, _)) in own.peaks.iter().enumerate() {
                    if *known as usize == peak {
                        let dual = &mut duals[self.rows.peaks[seat] + at];
                        *dual = (*dual).clamp(-left, 0);
                        left += *dual;
                    }
                }
            }
        }
        for dual in &mut duals[self.rows.groups..] {
            *dual = (*dual).max(0);
        }
        duals
    }

    fn price(&self, duals: &[i64]) -> Vec<diagram::Path> {
        let diagrams = self.diagrams.par_iter();
        diagrams
            .map(|diagram| diagram.shortest(duals, DUAL))
            .collect()
    }

    /// What no allocation can beat, by these duals, in parts of a unit; `None` when somebody has no load at all.
    fn lagrangian(&self, duals: &[i64], paths: &[diagram::Path]) -> Option<i64> {
        let mut sum = self.seats.base.soft * DUAL;
        for (kind, data) in self.seats.kinds.iter().enumerate() {
            let (dual, posts) = (duals[self.rows.kinds + kind], data.posts.len() as i64);
            sum += dual * posts;
            if let Some(empty) = data.empty {
                sum += (empty * DUAL - dual).min(0) * posts;
            }
        }
        for path in paths {
            if path.length >= FAR / 2 {
                return None;
            }
            sum += path.length;
        }
        for (at, shared) in self.seats.shared.iter().enumerate() {
            sum -= duals[self.rows.shared + at] * shared.constant;
        }
        for (peak, data) in self.seats.peaks.iter().enumerate() {
            let mut left = data.weight() * DUAL;
            for (seat, own) in self.seats.seats.iter().enumerate() {
                for (at, (known, _)) in own.peaks.iter().enumerate() {
                    if *known as usize == peak {
                        left += duals[self.rows.peaks[seat] + at];
                    }
                }
            }
            sum += left * data.floor;
        }
        for (group, least) in self.least.iter().enumerate() {
            sum += duals[self.rows.groups + group] * least;
        }
        Some(sum)
    }
}
