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
const FEW: usize = 120;
/// Ways of a kind that a mixture suggests.
const WAYS: usize = 24;
/// Ways that are compared: of those that were before, the best, and of the others those of which a mixture is least sure.
const AGAIN: usize = 16;
const FRESH: usize = 20;
/// How many one master compares.
const TOGETHER: usize = 4;

/// A way to split a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// On whether no more than so many hold a preparation, all preparations together.
    Total(i64),
    /// On whether no more than so many hold this preparation.
    Holders { group: usize, most: i64 },
    /// On whether a seat holds something of a preparation.
    Held { seat: usize, group: usize },
}

impl Way {
    fn halves(self, whole: &Part) -> [Part; 2] {
        [false, true].map(|upper| {
            let mut part = whole.clone();
            match (self, upper) {
                (Self::Total(most), false) => part.total.high = most,
                (Self::Total(most), true) => part.total.low = most + 1,
                (Self::Holders { group, most }, false) => part.holders[group].high = most,
                (Self::Holders { group, most }, true) => part.holders[group].low = most + 1,
                (Self::Held { seat, group }, holds) => part.held.push(Held { seat, group, holds }),
            }
            part.settle_total();
            part
        })
    }
}

/// What ways to split were worth where they were compared last: what both halves gained, multiplied.
#[derive(Default)]
pub struct Worth(BTreeMap<Way, i128>);

/// What a mixture is unsure of.
#[derive(Clone)]
pub struct Doubts {
    /// By peak: what it pays for, in parts of a unit, and the most of a load in it.
    peaks: Vec<(i64, i64)>,
    /// Other ways to split, by kind, those first of which it is least sure.
    ways: Vec<Way>,
}

impl Doubts {
    /// Those of the last mixture of a master.
    pub fn of(master: &Master, pool: &Pool) -> Self {
        let mixture = master.mixture();
        let mut held: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        let mut holders: BTreeMap<usize, i64> = BTreeMap::new();
        for (column, weight) in mixture {
            let column = &pool.columns[column];
            for group in column.groups.iter().map(|group| *group as usize) {
                *held.entry((column.seat, group)).or_default() += weight;
                *holders.entry(group).or_default() += weight;
            }
        }
        // What rounding leaves of a whole number is one.
        let total = holders.values().sum::<i64>() + DUAL / 100;
        let mut ways = vec![Way::Total(total / DUAL)];
        let most_holders = most_doubtful(holders).into_iter();
        ways.extend(most_holders.map(|(group, sum)| Way::Holders {
            group,
            most: sum / DUAL,
        }));
        let most_held = most_doubtful(held).into_iter();
        ways.extend(most_held.map(|((seat, group), _)| Way::Held { seat, group }));
        Self {
            peaks: master.peaks(pool),
            ways,
        }
    }
}

/// Those whose sums of weights are furthest from whole numbers.
fn most_doubtful<T: Copy + Ord>(sums: BTreeMap<T, i64>) -> Vec<(T, i64)> {
    let doubts = sums.into_iter().map(|(at, sum)| {
        let over = sum.rem_euclid(DUAL);
        (Reverse(over.min(DUAL - over)), at, sum)
    });
    let mut doubts: Vec<_> = doubts.filter(|(doubt, ..)| doubt.0 > DUAL / 100).collect();
    doubts.sort_unstable();
    doubts.truncate(WAYS);
    doubts.into_iter().map(|(_, at, sum)| (at, sum)).collect()
}

impl<'s> Open<'s> {
    /// Splits, when little is missing to a proof, where the mixtures of some cheap columns cost most in both halves.
    pub fn split_best(
        &self,
        whole: &Generation<'s>,
        pool: &Pool,
        answer: &Answer,
        worth: &mut Worth,
    ) -> Option<[Part; 2]> {
        if !self.is_near(answer) {
            return None;
        }
        let total = self.part.total.high == i64::MAX;
        let ways = self.doubts.ways.iter().copied();
        let ways = ways.filter(|way| total || !matches!(way, Way::Total(_)));
        let (mut before, mut ways): (Vec<Way>, Vec<Way>) =
            ways.partition(|way| worth.0.contains_key(way));
        before.sort_by_key(|way| Reverse(worth.0.get(way)));
        ways.truncate(FRESH);
        ways.extend(before.into_iter().take(AGAIN));
        let around = Generation {
            part: self.part.clone(),
            cuts: self.cuts.clone(),
            rows: Rows::of(whole.seats, &self.cuts),
            ..whole.clone()
        };
        let most = answer.enough() - self.bounded.value;
        let compared = ways.par_chunks(TOGETHER).flat_map_iter(|ways| {
            let duals = Some(&self.bounded.duals[..]);
            let mut master = Master::new(&around, pool, duals, FEW).ok();
            let mut gain = |part: &Part| {
                let master = master.as_mut();
                let cost = master.and_then(|master| master.hint(pool, part).ok()?);
                let gain = cost.unwrap_or(i64::MAX) - self.bounded.value;
                i128::from(gain.clamp(0, most) + DUAL / 100)
            };
            let gains = ways.iter().map(|way| {
                let [lower, upper] = way.halves(&self.part);
                (*way, gain(&lower) * gain(&upper))
            });
            gains.collect::<Vec<_>>()
        });
        let compared: Vec<(Way, i128)> = compared.collect();
        worth.0.extend(compared.iter().copied());
        let best = compared
            .into_iter()
            .max_by_key(|(way, gain)| (*gain, Reverse(*way)))?;
        Some(best.0.halves(&self.part))
    }

    /// Splits the window of the peak that most is to be gained from: where the upper half costs too much by the
    /// least alone, if there is such a place, and else in the middle.
    pub fn split_peak(&self, generation: &Generation, answer: &Answer) -> Option<[Part; 2]> {
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
