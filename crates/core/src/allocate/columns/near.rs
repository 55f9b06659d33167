//! Loads near the shortest: those that whole answers are made of, and those that no better answer can be without.

use rayon::prelude::*;
use uurwerk_mip::DUAL;

use super::generation::{Bounded, Generation};
use super::holders::preparations;
use super::part::Held;
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
        let mut all = Vec::new();
        for seat in 0..self.diagrams.len() {
            let loads = self.within(&bounded.duals, seat, slack.max(0), left)?;
            left -= loads.len();
            let numbers = loads.into_iter().filter_map(|load| pool.number(seat, load));
            all.push(numbers.collect());
        }
        Some(all)
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

    /// What every better answer of the part decides alike: seats whose loads with, or without, a preparation would all
    /// raise the bound to `enough`.
    pub fn settled(&self, bounded: &Bounded, enough: i64) -> Vec<Held> {
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

    /// What a column costs above what the duals pay for what it holds, in parts of a unit.
    pub fn reduced_cost(&self, column: &Column) -> i64 {
        let paid = |row: usize| self.duals.get(row).copied().unwrap_or(0);
        let takes = &self.seats.seats[column.seat].takes;
        let held = column.load.iter().map(|(take, count)| {
            let kind = takes[*take as usize].kind as usize;
            paid(self.rows.kinds + kind) * i64::from(*count)
        });
        let begun = column.groups.iter();
        let begun = begun.map(|group| paid(self.rows.groups + *group as usize));
        let cuts = self.cuts.amounts(self.seats, column).into_iter();
        let cuts = cuts.map(|(cut, amount)| paid(self.rows.cuts + cut as usize) * amount);
        column.cost * DUAL - held.chain(begun).chain(cuts).sum::<i64>()
    }
}
