//! The restricted master: the best mixture of the columns found so far, as a linear programme.

use std::collections::BTreeSet;

use uurwerk_mip::{Fault, Linear};

use super::cuts::Cuts;
use super::generation::Generation;
use super::part::Part;
use super::pool::Pool;
use super::rows::Rows;
use crate::allocate::problem::Price;
use crate::allocate::seats::Seats;

/// What it costs, in dearest columns, to leave a post or a seat without a column.
const DEAR: i64 = 4;

/// The least and greatest value of a variable.
struct Bounds {
    low: i64,
    high: Option<i64>,
}

/// How many may hold something of a preparation, of each and of all together.
fn bounds(part: &Part) -> impl Iterator<Item = Bounds> {
    let all = part.holders.iter().chain([&part.total]);
    all.map(|holders| Bounds {
        low: holders.low,
        high: (holders.high < i64::MAX).then_some(holders.high),
    })
}

/// The restricted master.
pub struct Master<'s> {
    seats: &'s Seats,
    rows: Rows,
    cuts: Cuts,
    part: Part,
    linear: Linear,
    /// What it costs to keep a row by nothing else.
    dear: i64,
    /// The number of each peak's variable.
    peaks: Vec<usize>,
    /// The number of the variable that says how many hold something of a preparation, of each and of all together.
    holders: Vec<usize>,
    /// The columns of the pool that are in it, each with its number here.
    columns: Vec<(usize, usize)>,
    known: BTreeSet<usize>,
    /// The last best mixture.
    values: Vec<i64>,
}

impl<'s> Master<'s> {
    /// States the master with columns of a pool that are in the part: where duals of a part around it are known, of
    /// every seat at most so many, those that are cheapest by them.
    pub fn new(
        generation: &Generation<'s>,
        pool: &Pool,
        duals: Option<&[i64]>,
        most: usize,
    ) -> Result<Self, Fault> {
        let (seats, rows) = (generation.seats, &generation.rows);
        let mut linear = Linear::new()?;
        for kind in &seats.kinds {
            let posts = Some(kind.posts.len() as i64);
            linear.row(posts, posts, &[])?;
        }
        for _ in &seats.seats {
            linear.row(Some(1), Some(1), &[])?;
        }
        for shared in &seats.shared {
            linear.row(None, Some(-shared.constant), &[])?;
        }
        for _ in rows.shared + seats.shared.len()..rows.groups {
            linear.row(None, Some(0), &[])?;
        }
        for _ in rows.groups..rows.cuts {
            linear.row(Some(0), Some(0), &[])?;
        }
        for cut in &generation.cuts.all {
            linear.row(Some(cut.least), None, &[])?;
        }
        let dearest = pool.columns.iter().map(|column| column.cost).max();
        let dear = DEAR * dearest.unwrap_or(0).max(1000);
        for (kind, data) in seats.kinds.iter().enumerate() {
            let cost = data.empty.unwrap_or(dear);
            linear.column(cost, 0, None, &[(rows.kinds + kind, 1)])?;
            if data.empty.is_some() {
                linear.column(dear, 0, None, &[(rows.kinds + kind, 1)])?;
            }
        }
        for row in (0..seats.seats.len()).map(|seat| rows.seats + seat) {
            linear.column(dear, 0, None, &[(row, 1)])?;
        }
        for row in rows.groups..rows.all {
            linear.column(dear, 0, None, &[(row, 1)])?;
        }
        let mut holders = Vec::new();
        for (row, Bounds { low, high }) in (rows.groups..).zip(bounds(&generation.part)) {
            holders.push(linear.column(0, low, high, &[(row, -1)])?);
            linear.column(dear, 0, None, &[(row, -1)])?;
        }
        for (at, shared) in seats.shared.iter().enumerate() {
            let cost = match shared.price {
                Price::Soft(weight) => weight,
                Price::Hard => dear,
            };
            linear.column(cost, 0, None, &[(rows.shared + at, -shared.unit)])?;
        }
        let mut peaks = Vec::new();
        for (peak, data) in seats.peaks.iter().enumerate() {
            let mut terms = Vec::new();
            for (seat, own) in seats.seats.iter().enumerate() {
                let own = own.peaks.iter().enumerate();
                let own = own.filter(|(_, (known, _))| *known as usize == peak);
                terms.extend(own.map(|(at, _)| (rows.peaks[seat] + at, -1)));
            }
            let low = generation.part.windows[peak].low;
            peaks.push(linear.column(data.weight(), low, None, &terms)?);
        }
        let mut master = Self {
            rows: rows.clone(),
            cuts: generation.cuts.clone(),
            columns: Vec::new(),
            known: BTreeSet::new(),
            values: Vec::new(),
            seats,
            part: generation.part.clone(),
            linear,
            dear,
            peaks,
            holders,
        };
        let mut by_seat: Vec<Vec<(i64, usize)>> = vec![Vec::new(); seats.seats.len()];
        for (at, column) in pool.columns.iter().enumerate() {
            if generation.part.has(seats, column) {
                let length = duals.map_or(0, |duals| generation.length(column, duals));
                by_seat[column.seat].push((length, at));
            }
        }
        for mut own in by_seat {
            if duals.is_some() && own.len() > most {
                own.select_nth_unstable(most);
                own.truncate(most);
                own.sort_unstable();
            }
            for (_, at) in own {
                master.add(pool, at)?;
            }
        }
        Ok(master)
    }

    /// Adds the rows of cuts that the generation has got since.
    pub fn cut(&mut self, generation: &Generation, pool: &Pool) -> Result<(), Fault> {
        let from = self.cuts.all.len();
        self.cuts = generation.cuts.clone();
        self.rows = generation.rows.clone();
        let mut terms = vec![Vec::new(); self.cuts.all.len() - from];
        for (column, own) in &self.columns {
            for (cut, amount) in self.cuts.amounts(self.seats, &pool.columns[*column]) {
                if let Some(new) = (cut as usize).checked_sub(from) {
                    terms[new].push((*own, amount));
                }
            }
        }
        for (cut, terms) in self.cuts.all[from..].iter().zip(terms) {
            let row = self.linear.row(Some(cut.least), None, &terms)?;
            self.linear.column(self.dear, 0, None, &[(row, 1)])?;
        }
        Ok(())
    }

    /// Whether a column of the pool is in it.
    pub fn has(&self, column: usize) -> bool {
        self.known.contains(&column)
    }

    /// Adds a column of the pool.
    pub fn add(&mut self, pool: &Pool, column: usize) -> Result<(), Fault> {
        let number = column;
        let column = &pool.columns[column];
        let takes = &self.seats.seats[column.seat].takes;
        let mut terms: Vec<(usize, i64)> = (column.load.iter())
            .map(|(take, count)| {
                let kind = takes[*take as usize].kind as usize;
                (self.rows.kinds + kind, i64::from(*count))
            })
            .collect();
        terms.push((self.rows.seats + column.seat, 1));
        for (shared, amount) in &column.shared {
            let row = self.rows.shared + *shared as usize;
            match terms.iter_mut().find(|(known, _)| *known == row) {
                Some((_, sum)) => *sum += amount,
                None => terms.push((row, *amount)),
            }
        }
        if !column.groups.is_empty() {
            terms.push((self.rows.total, column.groups.len() as i64));
        }
        let held = column.groups.iter();
        terms.extend(held.map(|group| (self.rows.groups + *group as usize, 1)));
        let cuts = self.cuts.amounts(self.seats, column).into_iter();
        terms.extend(cuts.map(|(cut, amount)| (self.rows.cuts + cut as usize, amount)));
        for (at, amount) in column.peaks.iter().enumerate() {
            if *amount != 0 {
                terms.push((self.rows.peaks[column.seat] + at, *amount));
            }
        }
        let own = self.linear.column(column.cost, 0, None, &terms)?;
        self.columns.push((number, own));
        self.known.insert(number);
        Ok(())
    }

    /// The duals of the best mixture.
    pub fn solve(&mut self) -> Result<Option<Vec<i64>>, Fault> {
        let Some(optimum) = self.linear.solve()? else {
            return Ok(None);
        };
        self.values = optimum.values;
        Ok(Some(optimum.duals))
    }

    /// What the best mixture of these columns in a part of this part costs, in parts of a unit: more than the best of all
    /// columns, and a hint of it.
    pub fn hint(&mut self, pool: &Pool, part: &Part) -> Result<Option<i64>, Fault> {
        let without: Vec<usize> = (self.columns.iter())
            .filter(|(column, _)| !part.has(self.seats, &pool.columns[*column]))
            .map(|(_, own)| *own)
            .collect();
        for own in &without {
            self.linear.bound(*own, 0, Some(0))?;
        }
        for (own, to) in self.holders.iter().zip(bounds(part)) {
            self.linear.bound(*own, to.low, to.high)?;
        }
        let optimum = self.linear.solve()?;
        for own in &without {
            self.linear.bound(*own, 0, None)?;
        }
        for (own, to) in self.holders.iter().zip(bounds(&self.part)) {
            self.linear.bound(*own, to.low, to.high)?;
        }
        Ok(optimum.map(|optimum| optimum.cost))
    }

    /// The last best mixture: columns of the pool and how much of each, in parts of a unit.
    pub fn mixture(&self) -> Vec<(usize, i64)> {
        let values = |(column, own): &(usize, usize)| Some((*column, *self.values.get(*own)?));
        let parts = self.columns.iter().filter_map(values);
        parts.filter(|(_, value)| *value > 0).collect()
    }

    /// By peak: what the last best mixture pays for, in parts of a unit, and the most of a load in it.
    pub fn peaks(&self, pool: &Pool) -> Vec<(i64, i64)> {
        let paid = |var: &usize| (self.values.get(*var).copied().unwrap_or(0), 0);
        let mut peaks: Vec<(i64, i64)> = self.peaks.iter().map(paid).collect();
        for (column, _) in self.mixture() {
            let column = &pool.columns[column];
            let own = &self.seats.seats[column.seat].peaks;
            for (amount, (peak, _)) in column.peaks.iter().zip(own) {
                let largest = &mut peaks[*peak as usize].1;
                *largest = (*largest).max(*amount);
            }
        }
        peaks
    }
}
