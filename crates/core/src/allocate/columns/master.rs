//! The restricted master: the best mixture of the columns found so far, as a linear programme.

use uurwerk_mip::{Fault, Linear};

use super::Rows;
use super::pool::Pool;
use crate::allocate::problem::Price;
use crate::allocate::seats::Seats;

/// What it costs, in dearest columns, to leave a post or a seat without a column.
const DEAR: i64 = 4;

/// The restricted master.
pub struct Master<'r> {
    seats: &'r Seats,
    rows: &'r Rows,
    linear: Linear,
}

impl<'r> Master<'r> {
    /// States the master with the columns of a pool, and with how many teachers hold each preparation at least.
    pub fn new(
        seats: &'r Seats,
        rows: &'r Rows,
        holders: &[i64],
        pool: &Pool,
    ) -> Result<Self, Fault> {
        let mut linear = Linear::new()?;
        for kind in &seats.kinds {
            let posts = Some(kind.posts.len() as i64);
            linear.row(posts, posts)?;
        }
        for _ in &seats.seats {
            linear.row(Some(1), Some(1))?;
        }
        for shared in &seats.shared {
            linear.row(None, Some(-shared.constant))?;
        }
        for _ in rows.shared + seats.shared.len()..rows.groups {
            linear.row(None, Some(0))?;
        }
        for least in holders {
            linear.row(Some(*least), None)?;
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
        for (at, shared) in seats.shared.iter().enumerate() {
            let cost = match shared.price {
                Price::Soft(weight) => weight,
                Price::Hard => dear,
            };
            linear.column(cost, 0, None, &[(rows.shared + at, -shared.unit)])?;
        }
        for (peak, data) in seats.peaks.iter().enumerate() {
            let mut terms = Vec::new();
            for (seat, own) in seats.seats.iter().enumerate() {
                let own = own.peaks.iter().enumerate();
                let own = own.filter(|(_, (known, _))| *known as usize == peak);
                terms.extend(own.map(|(at, _)| (rows.peaks[seat] + at, -1)));
            }
            linear.column(data.weight(), data.floor, None, &terms)?;
        }
        let mut master = Self {
            seats,
            rows,
            linear,
        };
        for column in 0..pool.columns.len() {
            master.add(pool, column)?;
        }
        Ok(master)
    }

    /// Adds a column of the pool.
    pub fn add(&mut self, pool: &Pool, column: usize) -> Result<(), Fault> {
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
        let held = column.groups.iter();
        terms.extend(held.map(|group| (self.rows.groups + *group as usize, 1)));
        for (at, amount) in column.peaks.iter().enumerate() {
            if *amount != 0 {
                terms.push((self.rows.peaks[column.seat] + at, *amount));
            }
        }
        self.linear.column(column.cost, 0, None, &terms)?;
        Ok(())
    }

    /// The duals of the best mixture.
    pub fn solve(&mut self) -> Result<Option<Vec<i64>>, Fault> {
        Ok(self.linear.solve()?.map(|optimum| optimum.duals))
    }
}
