//! Loads near the shortest: those that whole answers are made of, and those that no better answer can be without.

use rayon::prelude::*;
use uurwerk_mip::DUAL;

use super::generation::{Bounded, Generation};
use super::holders::preparations;
use super::part::{Held, Part};
use super::pool::{Column, Load, Pool};
use super::round::Answer;

/// Loads of a seat near the shortest that whole answers are made of.
const ENOUGH: usize = 120;
/// Doublings of the length above the shortest within which loads are looked for.
const WIDENED: u32 = 8;
/// What makes a load too long that holds a post of another kind, in parts of a unit of cost.
const FORBIDDEN: i64 = DUAL << 20;

impl Generation<'_> {
    /// Adds the loads of every seat that are nearest to the shortest, so that whole answers have a choice.
    pub fn enrich(&self, pool: &mut Pool) {
        if self.duals.is_empty() {
            return;
        }
        let seats = (0..self.diagrams.len()).into_par_iter();
        let found = seats.map(|seat| self.nearest(&self.duals, seat, ENOUGH, 8 * ENOUGH));
        let found: Vec<_> = found.collect();
        for (seat, loads) in found.into_iter().enumerate() {
            for load in loads {
                pool.number(seat, load);
            }
        }
    }

    /// Loads of a seat near the shortest: at least `enough` where there are so many that near, and at most `most`.
    fn nearest(&self, duals: &[i64], seat: usize, enough: usize, most: usize) -> Vec<Load> {
        let mut best = Vec::new();
        for doubling in 0..WIDENED {
            match self.within(duals, seat, DUAL << doubling, most) {
                Some(loads) => best = loads,
                None => break,
            }
            if best.len() >= enough {
                break;
            }
        }
        best
    }

    fn within(&self, duals: &[i64], seat: usize, slack: i64, most: usize) -> Option<Vec<Load>> {
        self.diagrams[seat].within(duals, DUAL, slack, most)
    }

    /// Adds every load that an answer cheaper than the known one could contain, and names them by seat; `None` when
    /// they are more than `most`. A load longer than the shortest by more than what is between bound and answer is in no
    /// cheaper answer, since the bound with that load in it would be above the answer.
    pub fn all_useful(
        &self,
        pool: &mut Pool,
        bounded: &Bounded,
        answer: &Answer,
        most: usize,
    ) -> Option<Vec<Vec<usize>>> {
        if answer.score.hard > 0 || bounded.duals.is_empty() {
            return None;
        }
        let slack = (answer.score.soft - 1) * DUAL - bounded.value;
        let mut left = most;
        let mut found = Vec::new();
        for seat in 0..self.diagrams.len() {
            let loads = self.within(&bounded.duals, seat, slack.max(0), left)?;
            left -= loads.len();
            found.push(loads);
        }
        let all = found.into_iter().enumerate().map(|(seat, loads)| {
            let numbers = loads.into_iter().filter_map(|load| pool.number(seat, load));
            numbers.collect()
        });
        Some(all.collect())
    }

    /// By seat: the length of the shortest load at the best duals, 0 where there are none.
    pub fn shortest(&self) -> Vec<i64> {
        match self.duals.is_empty() {
            true => vec![0; self.seats.seats.len()],
            false => self
                .price(&self.duals)
                .iter()
                .map(|path| path.length)
                .collect(),
        }
    }

    /// The part in which every better answer of this part is: without more holders of a preparation than it has at
    /// least, where one more would raise the bound to `enough`, and with what is [`Self::settled`]. `None` when
    /// that is the same part.
    pub fn narrowed(&self, bounded: &Bounded, enough: i64) -> Option<Part> {
        let mut part = self.part.clone();
        let duals = &bounded.duals[self.rows.groups..];
        for (holders, dual) in part.holders.iter_mut().zip(duals) {
            if holders.low > 0 && bounded.value + dual >= enough {
                holders.high = holders.low;
            }
        }
        if bounded.value + bounded.duals[self.rows.total] >= enough {
            part.total.high = part.total.low;
        }
        part.settle_total();
        part.held.extend(self.settled(bounded, enough));
        (part != self.part).then_some(part)
    }

    /// What every better answer of the part decides alike: seats whose loads with, or without, a preparation would all
    /// raise the bound to `enough`.
    fn settled(&self, bounded: &Bounded, enough: i64) -> Vec<Held> {
        let slack = enough - bounded.value;
        let seats = (0..self.diagrams.len()).into_par_iter();
        let settled = seats.flat_map_iter(|seat| {
            let mut duals = bounded.duals.clone();
            let shortest = self.diagrams[seat].shortest(&duals, DUAL).length;
            let mut own = Vec::new();
            for group in preparations(self.seats, seat) {
                let row = self.rows.groups + group;
                let dual = duals[row];
                for holds in [true, false] {
                    // A load that is not asked for is longer than every other one.
                    duals[row] = if holds { -FORBIDDEN } else { FORBIDDEN };
                    let length = self.diagrams[seat].shortest(&duals, DUAL).length;
                    let length = if holds {
                        length
                    } else {
                        length + FORBIDDEN - dual
                    };
                    if length - shortest >= slack {
                        own.push(Held { seat, group, holds });
                    }
                }
                duals[row] = dual;
            }
            own
        });
        let known = |held: &Held| !self.part.held.contains(held);
        settled.filter(known).collect()
    }

    /// Loads of a seat of posts of these kinds only, at most so many, those that are nearest to the shortest.
    pub fn loads_of_kinds(&self, kinds: &[bool], seat: usize, most: usize) -> Vec<Load> {
        let mut duals = self.duals.clone();
        for (kind, may) in kinds.iter().enumerate() {
            if !may {
                duals[self.rows.kinds + kind] = -FORBIDDEN;
            }
        }
        self.nearest(&duals, seat, most, 2 * most)
    }

    /// What a column costs above what the best duals pay for it, in parts of a unit.
    pub fn reduced_cost(&self, column: &Column) -> i64 {
        self.length(column, &self.duals)
    }

    /// What a column costs above what these duals pay for it, in parts of a unit; rows that they do not know pay nothing.
    pub fn length(&self, column: &Column, duals: &[i64]) -> i64 {
        let paid = |row: usize| duals.get(row).copied().unwrap_or(0);
        let takes = &self.seats.seats[column.seat].takes;
        let held = column.load.iter().map(|(take, count)| {
            let kind = takes[*take as usize].kind as usize;
            paid(self.rows.kinds + kind) * i64::from(*count)
        });
        let begun = column.groups.iter();
        let total = paid(self.rows.total);
        let begun = begun.map(|group| paid(self.rows.groups + *group as usize) + total);
        let shared = column.shared.iter();
        let shared = shared.map(|(row, amount)| paid(self.rows.shared + *row as usize) * amount);
        let peaks = column.peaks.iter().enumerate();
        let peaks = peaks.map(|(at, amount)| paid(self.rows.peaks[column.seat] + at) * amount);
        let cuts = self.cuts.amounts(self.seats, column).into_iter();
        let cuts = cuts.map(|(cut, amount)| paid(self.rows.cuts + cut as usize) * amount);
        let paid = held.chain(begun).chain(shared).chain(peaks).chain(cuts);
        column.cost * DUAL - paid.sum::<i64>()
    }
}
