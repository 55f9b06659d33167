//! The bound of a component: cuts first, then all allocations split into parts until nothing is to be gained.
//!
//! A peak is where a mixture cheats most: a load of a great peak taken by a tenth hardly raises it. Within a window
//! no load exceeds the most, and the least is paid for, whatever is mixed. Where that is not enough but little is
//! missing, parts are split on whether a teacher holds something of a preparation. Splitting is best first. A part
//! of which few loads could be in a better answer is left to an integer programme.

use std::collections::BTreeMap;

use uurwerk_mip::DUAL;

use super::cuts::Cuts;
use super::diagram::FAR;
use super::generation::{Bounded, Generation, Goal, Stop};
use super::master::Master;
use super::part::{Held, Part, Window};
use super::pool::Pool;
use super::round::Answer;
use super::{Limits, Told};
use crate::allocate::facts::ceil_div;

/// Most rounds of cuts of one part, and how many without a gain of this many parts of a unit there may be.
const MOST_CUT_ROUNDS: u32 = 12;
const MOST_IDLE: u32 = 1;
const LITTLE: i64 = DUAL / 4;
/// Most arcs of all diagrams together, which bounds the memory: cuts that need more are done without.
const MOST_ARCS: usize = 24_000_000;
/// Most arcs of a part whose diagrams are kept for its halves.
const MOST_KEPT: usize = 2_000_000;
/// What may be missing to a proof, as one part in so many of the cost, for splitting on who holds what.
const NEAR: i64 = 20;
const VERY_NEAR: i64 = 50;
/// Most loads of a part that an integer programme proves at once.
const FEW_LOADS: usize = 5_000;

/// A part of all allocations, and what is known of it.
#[derive(Clone)]
pub struct Open<'s> {
    /// The part.
    pub part: Part,
    /// Its cuts.
    pub cuts: Cuts,
    /// What none of it can beat.
    pub bounded: Bounded,
    /// By peak: what the last mixture pays for, in parts of a unit, and the most of a load in it.
    peaks: Vec<(i64, i64)>,
    /// What the last mixture is least sure of: whether a seat holds something of a preparation.
    unsure: Option<(usize, usize)>,
    /// Its loads, where they are few enough to be kept.
    kept: Option<Generation<'s>>,
}

/// Bounds a component and leaves `generation` with good duals of the whole; the parts that may contain a better
/// answer, or `None` when the solver failed or somebody has no load at all.
pub fn bound<'s>(
    generation: &mut Generation<'s>,
    pool: &mut Pool,
    answer: &mut Answer,
    limits: &Limits,
    told: &Told,
) -> Option<Vec<Open<'s>>> {
    let root = {
        let enough = answer.enough();
        let mut news = |value| answer.raise_to(value, told);
        tighten(generation, pool, None, enough, limits, &mut news)?
    };
    if root.bounded.value >= FAR {
        return None;
    }
    generation.duals = root.bounded.duals.clone();
    let to_the_end = limits.to_the_end();
    let mut open = vec![root];
    if generation.duals.is_empty() {
        return Some(open); // Time was over before the first round.
    }
    loop {
        answer.take((limits.beside)(), told);
        open.retain(|part| !answer.proves(part.bounded.value));
        let least = open.iter().map(|part| part.bounded.value).min();
        answer.raise_to(least.unwrap_or(FAR), told);
        let next = (open.iter()).position(|part| Some(part.bounded.value) == least);
        let missing = answer.enough() - least.unwrap_or(FAR);
        // So near to a proof, the time of whole answers is better spent here.
        let limits = match missing / DUAL > answer.enough() / DUAL / VERY_NEAR {
            true => limits,
            false => &to_the_end,
        };
        let Some(at) = next.filter(|_| !(limits.stop_pricing)()) else {
            return Some(open);
        };
        let Some(halves) = open[at].split(generation, answer) else {
            return Some(open);
        };
        let part = open.swap_remove(at);
        for half in halves {
            open.push(part.within(half, generation, pool, answer, limits, told));
        }
    }
}

impl<'s> Open<'s> {
    /// Two halves of it; `None` where splitting would gain nothing.
    fn split(&self, generation: &Generation, answer: &Answer) -> Option<[Part; 2]> {
        self.split_peak(generation, answer)
            .or_else(|| self.split_held(answer))
    }

    /// Splits the window of the peak that most is to be gained from: where the upper half costs too much by the
    /// least alone, if there is such a place, and else in the middle.
    fn split_peak(&self, generation: &Generation, answer: &Answer) -> Option<[Part; 2]> {
        let peaks = generation.seats.peaks.iter().zip(&self.part.windows);
        let gains = peaks.enumerate().filter_map(|(peak, (data, window))| {
            let (_, largest) = self.peaks[peak];
            let gain = data.weight() * (largest.min(window.high) - window.low);
            (gain > 0 && window.low < window.high).then_some((gain, peak))
        });
        let (_, peak) = gains.max_by_key(|(gain, peak)| (*gain, usize::MAX - peak))?;
        let Window { low, high } = self.part.windows[peak];
        let (paid, largest) = self.peaks[peak];
        let weight = generation.seats.peaks[peak].weight();
        let missing = ceil_div(answer.enough() - self.bounded.value, DUAL);
        let dear = (paid / DUAL + ceil_div(missing, weight)).max(low);
        let most = match dear < high.min(largest) {
            true => dear,
            false => low + (high.min(largest) - low) / 2,
        };
        let most = most.min(high - 1);
        let mut halves = [self.part.clone(), self.part.clone()];
        halves[0].windows[peak].high = most;
        halves[1].windows[peak].low = most + 1;
        Some(halves)
    }

    /// Splits on whether a seat holds something of a preparation, when little is missing to a proof.
    fn split_held(&self, answer: &Answer) -> Option<[Part; 2]> {
        let (seat, group) = self.unsure.filter(|_| self.is_near(answer))?;
        let half = |holds| {
            let mut part = self.part.clone();
            part.held.push(Held { seat, group, holds });
            part
        };
        Some([half(true), half(false)])
    }

    /// A part of this part; what is known of this holds for it at least.
    fn within(
        &self,
        part: Part,
        generation: &Generation<'s>,
        pool: &mut Pool,
        answer: &mut Answer,
        limits: &Limits,
        told: &Told,
    ) -> Self {
        let mut open = Self {
            part,
            ..self.clone()
        };
        let mut duals = self.bounded.duals.clone();
        loop {
            let own = open.generation(generation, limits.stop_pricing);
            let Some(mut own) = own else { return open };
            let enough = answer.enough();
            let found = tighten(&mut own, pool, Some(duals), enough, limits, &mut |_| ());
            if let Some(found) = found
                && found.bounded.value >= open.bounded.value
            {
                open = found;
            }
            if answer.proves(open.bounded.value) {
                return open;
            }
            if let Some(all) = own.all_useful(pool, &open.bounded, answer, FEW_LOADS)
                && let Some(proved) = answer.prove(&own, pool, all, limits, told)
            {
                open.bounded.value = open.bounded.value.max(proved * DUAL);
                return open;
            }
            let settled = match open.is_near(answer) {
                true => own.settled(&open.bounded, answer.enough()),
                false => Vec::new(),
            };
            if settled.is_empty() {
                return open;
            }
            open.part.held.extend(settled);
            duals = open.bounded.duals.clone();
        }
    }

    /// Its loads; `None` when time is over. `whole` is the whole component.
    pub fn generation(&self, whole: &Generation<'s>, stop: Stop) -> Option<Generation<'s>> {
        let kept = self.kept.as_ref().unwrap_or(whole);
        kept.with(&self.part, self.cuts.clone(), stop)
    }

    /// Whether so little is missing to a proof that it is worth to decide who holds what.
    fn is_near(&self, answer: &Answer) -> bool {
        let missing = answer.enough() - self.bounded.value;
        missing / DUAL <= answer.enough() / DUAL / NEAR
    }
}

/// Generates columns and cuts in turn, up to a bound that is enough; `None` when the solver failed.
fn tighten<'s>(
    generation: &mut Generation<'s>,
    pool: &mut Pool,
    duals: Option<Vec<i64>>,
    enough: i64,
    limits: &Limits,
    told: &mut dyn FnMut(i64),
) -> Option<Open<'s>> {
    let mut goal = Goal {
        value: enough,
        told,
    };
    let mut master = Master::new(generation, pool).ok()?;
    let mut bounded = generation.run(&mut master, pool, duals, &mut goal, limits)?;
    let mut idle = 0;
    // Deep in the tree the cuts of its root have to do.
    let rounds = if generation.part.held.is_empty() {
        MOST_CUT_ROUNDS
    } else {
        0
    };
    for _ in 0..rounds {
        if (limits.stop_pricing)() || bounded.value >= enough || idle > MOST_IDLE {
            break;
        }
        let mut cuts = generation.cuts.clone();
        if cuts.separate(generation.seats, pool, &master.mixture()) == 0 {
            break;
        }
        let with = generation.with(&generation.part, cuts, limits.stop_pricing);
        let Some(with) = with.filter(|with| with.arcs() <= MOST_ARCS) else {
            break;
        };
        master.cut(&with, pool).ok()?;
        let duals = Some(bounded.duals.clone());
        let next = with.run(&mut master, pool, duals, &mut goal, limits)?;
        if next.value < bounded.value {
            break; // Diagrams with so many cuts were too large and left something out.
        }
        let gained = next.value - bounded.value;
        idle = if gained < LITTLE { idle + 1 } else { 0 };
        (*generation, bounded) = (with, next);
    }
    let first = generation.rows.cuts;
    let worth = bounded.duals.get(first..).unwrap_or_default();
    let (used, kept) = generation.cuts.used(worth);
    let with = generation.with(&generation.part, used, limits.stop_pricing);
    if let Some(with) = with.filter(|_| !bounded.duals.is_empty()) {
        bounded.duals.truncate(first);
        bounded.duals.extend(kept);
        *generation = with;
    }
    Some(Open {
        part: generation.part.clone(),
        cuts: generation.cuts.clone(),
        peaks: master.peaks(pool),
        unsure: unsure(pool, &master.mixture()),
        kept: (generation.arcs() <= MOST_KEPT).then(|| generation.clone()),
        bounded,
    })
}

/// The seat and the preparation of which a mixture is least sure whether the seat holds something of it.
fn unsure(pool: &Pool, mixture: &[(usize, i64)]) -> Option<(usize, usize)> {
    let mut held: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for (column, weight) in mixture {
        let column = &pool.columns[*column];
        for group in &column.groups {
            *held.entry((column.seat, *group as usize)).or_default() += weight;
        }
    }
    let doubts = held
        .into_iter()
        .map(|(at, weight)| (weight.min(DUAL - weight), at));
    let most = doubts.max_by_key(|(doubt, at)| (*doubt, std::cmp::Reverse(*at)))?;
    (most.0 > DUAL / 100).then_some(most.1)
}
