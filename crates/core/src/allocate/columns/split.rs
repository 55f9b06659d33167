//! How a part is split: on a peak first, then, when little is missing to a proof, on how many hold something of a
//! preparation or whether a seat does.
//!
//! Of the second kind there are many ways. The one is taken whose halves cost most by the mixtures of some cheap columns,
//! without pricing (strong branching: Applegate, Bixby, Chvatal and Cook, 1995).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;
use uurwerk_mip::DUAL;

use super::branch::Open;
use super::generation::Generation;
use super::master::Master;
use super::part::{Held, Part, Window};
use super::pool::Pool;
use super::round::Answer;
use super::rows::Rows;
use crate::allocate::facts::ceil_div;

/// Columns of a seat, the cheapest, of a master that only compares.
const FEW: usize = 60;
/// Ways to split a part that are compared, and how many by one master.
const WAYS: usize = 12;
const TOGETHER: usize = 4;

/// What a mixture is unsure of.
#[derive(Clone)]
pub struct Doubts {
    /// By peak: what it pays for, in parts of a unit, and the most of a load in it.
    peaks: Vec<(i64, i64)>,
    /// The seats and preparations of which it is least sure whether the seat holds something.
    unsure: Vec<(usize, usize)>,
    /// The preparations of which it is least sure how many hold them, each with the whole number below.
    divided: Vec<(usize, i64)>,
    /// How many hold a preparation, all preparations together, rounded down.
    total: Option<i64>,
}

impl Doubts {
    /// Those of the last mixture of a master.
    pub fn of(master: &Master, pool: &Pool) -> Self {
        let mixture = master.mixture();
        Self {
            peaks: master.peaks(pool),
            unsure: unsure(pool, &mixture),
            divided: divided(pool, &mixture),
            total: total(pool, &mixture),
        }
    }
}

impl<'s> Open<'s> {
    /// Two halves of it; `None` where splitting would gain nothing.
    pub(super) fn split(
        &self,
        generation: &Generation<'s>,
        pool: &Pool,
        answer: &Answer,
    ) -> Option<[Part; 2]> {
        self.split_peak(generation, answer).or_else(|| {
            self.is_near(answer)
                .then(|| self.split_best(generation, pool, answer))?
        })
    }

    /// Splits, when little is missing to a proof, on how many hold something of a preparation or whether a seat does:
    /// where the mixtures of some cheap columns cost most in both halves.
    fn split_best(
        &self,
        generation: &Generation<'s>,
        pool: &Pool,
        answer: &Answer,
    ) -> Option<[Part; 2]> {
        let halves = |change: &dyn Fn(&mut Part, bool)| {
            [false, true].map(|upper| {
                let mut part = self.part.clone();
                change(&mut part, upper);
                part.settle_total();
                part
            })
        };
        let total = self
            .doubts
            .total
            .filter(|_| self.part.total.high == i64::MAX);
        let total = total.map(|most| {
            halves(&|part, upper| match upper {
                true => part.total.low = most + 1,
                false => part.total.high = most,
            })
        });
        let divided = self.doubts.divided.iter().map(|(group, most)| {
            halves(&|part, upper| match upper {
                true => part.holders[*group].low = most + 1,
                false => part.holders[*group].high = *most,
            })
        });
        let unsure = self.doubts.unsure.iter().map(|(seat, group)| {
            let (seat, group) = (*seat, *group);
            halves(&|part, holds| part.held.push(Held { seat, group, holds }))
        });
        let ways: Vec<[Part; 2]> = total.into_iter().chain(divided).chain(unsure).collect();
        let around = Generation {
            part: self.part.clone(),
            cuts: self.cuts.clone(),
            rows: Rows::of(generation.seats, &self.cuts),
            ..generation.clone()
        };
        let most = answer.enough() - self.bounded.value;
        let compared = ways.par_chunks(TOGETHER).flat_map_iter(|ways| {
            let duals = Some(&self.bounded.duals[..]);
            let mut master = Master::new(&around, pool, duals, FEW).ok();
            let mut gain = |part: &Part| {
                let cost = master
                    .as_mut()
                    .and_then(|master| master.hint(pool, part).ok()?);
                let gain = cost.unwrap_or(i64::MAX) - self.bounded.value;
                i128::from(gain.clamp(0, most) + DUAL / 100)
            };
            let worth: Vec<i128> = ways.iter().map(|[a, b]| gain(a) * gain(b)).collect();
            worth
        });
        let worth: Vec<i128> = compared.collect();
        let best = (0..ways.len()).max_by_key(|way| (worth[*way], Reverse(*way)))?;
        ways.into_iter().nth(best)
    }

    /// Splits the window of the peak that most is to be gained from: where the upper half costs too much by the
    /// least alone, if there is such a place, and else in the middle.
    fn split_peak(&self, generation: &Generation, answer: &Answer) -> Option<[Part; 2]> {
        let peaks = generation.seats.peaks.iter().zip(&self.part.windows);
        let gains = peaks.enumerate().filter_map(|(peak, (data, window))| {
            let (_, largest) = self.doubts.peaks[peak];
            let gain = data.weight() * (largest.min(window.high) - window.low);
            (gain > 0 && window.low < window.high).then_some((gain, peak))
        });
        let (_, peak) = gains.max_by_key(|(gain, peak)| (*gain, usize::MAX - peak))?;
        let Window { low, high } = self.part.windows[peak];
        let (paid, largest) = self.doubts.peaks[peak];
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
}

/// How many hold a preparation in a mixture, all preparations together, rounded down.
fn total(pool: &Pool, mixture: &[(usize, i64)]) -> Option<i64> {
    let parts = mixture.iter();
    let parts = parts.map(|(column, weight)| weight * pool.columns[*column].groups.len() as i64);
    let sum = parts.sum::<i64>() + DUAL / 100;
    (sum >= DUAL).then_some(sum / DUAL)
}

/// The preparations of which a mixture is least sure how many hold them, each with the whole number below.
fn divided(pool: &Pool, mixture: &[(usize, i64)]) -> Vec<(usize, i64)> {
    let mut holders: BTreeMap<usize, i64> = BTreeMap::new();
    for (column, weight) in mixture {
        for group in &pool.columns[*column].groups {
            *holders.entry(*group as usize).or_default() += weight;
        }
    }
    let doubtful = most_doubtful(holders.into_iter());
    let below = doubtful.into_iter().map(|(group, sum)| (group, sum / DUAL));
    below.collect()
}

/// The seats and preparations of which a mixture is least sure whether the seat holds something of it.
fn unsure(pool: &Pool, mixture: &[(usize, i64)]) -> Vec<(usize, usize)> {
    let mut held: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for (column, weight) in mixture {
        let column = &pool.columns[*column];
        for group in &column.groups {
            *held.entry((column.seat, *group as usize)).or_default() += weight;
        }
    }
    let doubtful = most_doubtful(held.into_iter());
    doubtful.into_iter().map(|(at, _)| at).collect()
}

/// Those whose sums of weights are furthest from whole numbers.
fn most_doubtful<T: Copy + Ord>(sums: impl Iterator<Item = (T, i64)>) -> Vec<(T, i64)> {
    let doubts = sums.map(|(at, sum)| {
        let over = sum.rem_euclid(DUAL);
        (Reverse(over.min(DUAL - over)), at, sum)
    });
    let mut doubts: Vec<_> = doubts.filter(|(doubt, ..)| doubt.0 > DUAL / 100).collect();
    doubts.sort_unstable();
    doubts.truncate(WAYS);
    doubts.into_iter().map(|(_, at, sum)| (at, sum)).collect()
}
