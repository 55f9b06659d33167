//! The loads found so far, each with what it costs by the definition.

use std::collections::BTreeSet;

use crate::allocate::problem::Price;
use crate::allocate::seats::{NONE, Seats};

/// A load: how many posts of each of the seat's takes, in the order of the takes.
pub type Load = Vec<(u32, u32)>;

/// A whole load of one seat.
#[derive(Debug, Clone)]
pub struct Column {
    /// Whose.
    pub seat: usize,
    /// What it is.
    pub load: Load,
    /// What it costs by itself.
    pub cost: i64,
    /// What it adds to shared charges.
    pub shared: Vec<(u32, i64)>,
    /// What it says to each of the seat's peaks.
    pub peaks: Vec<i64>,
}

/// The columns of a component.
pub struct Pool<'s> {
    seats: &'s Seats,
    known: BTreeSet<(usize, Load)>,
    /// Every column that keeps the hard rules.
    pub columns: Vec<Column>,
    /// The duals of the best bound.
    pub duals: Vec<i64>,
}

impl<'s> Pool<'s> {
    /// Empty.
    pub fn new(seats: &'s Seats) -> Self {
        Self {
            seats,
            known: BTreeSet::new(),
            columns: Vec::new(),
            duals: Vec::new(),
        }
    }

    /// Remembers the duals of the best bound.
    pub fn keep_duals(&mut self, duals: Vec<i64>) {
        self.duals = duals;
    }

    /// Adds a load; its number if it is new and keeps the hard rules.
    pub fn add(&mut self, seat: usize, mut load: Load) -> Option<usize> {
        load.sort_unstable();
        if !self.known.insert((seat, load.clone())) {
            return None;
        }
        let column = self.column(seat, load)?;
        self.columns.push(column);
        Some(self.columns.len() - 1)
    }

    /// Works a load out; `None` when it breaks a hard rule.
    fn column(&self, seat: usize, load: Load) -> Option<Column> {
        let data = &self.seats.seats[seat];
        let mut values = vec![0; data.forms];
        let mut raised = vec![false; data.flags.len()];
        let mut cost = 0;
        for (take, count) in &load {
            let take = &data.takes[*take as usize];
            cost += take.cost * i64::from(*count);
            for (form, amount) in &take.forms {
                values[*form as usize] += amount * i64::from(*count);
            }
            take.flags.iter().for_each(|flag| raised[*flag as usize] = true);
        }
        let up = data.flags.iter().zip(raised).filter(|(_, raised)| *raised);
        for (form, amount) in up.flat_map(|(flag, _)| flag) {
            values[*form as usize] += amount;
        }
        for charge in &data.charges {
            let deviation = charge.at(values[charge.form as usize]);
            match charge.price {
                Price::Hard if deviation > 0 => return None,
                Price::Hard => (),
                Price::Soft(weight) => cost += weight * deviation,
            }
        }
        let mut shared: Vec<(u32, i64)> = Vec::new();
        for share in &data.shares {
            let amount = share.scale * values[share.form as usize];
            if amount != 0 {
                shared.push((share.shared, amount));
            }
        }
        let peaks = data.peaks.iter();
        let peaks = peaks.map(|(_, charge)| charge.at(values[charge.form as usize]));
        Some(Column {
            seat,
            load,
            cost,
            shared,
            peaks: peaks.collect(),
        })
    }

    /// The loads of every seat under these holders of the open posts.
    pub fn loads_of(&self, holders: &[u32]) -> Vec<Load> {
        let mut loads = vec![Load::new(); self.seats.seats.len()];
        let mut post = 0;
        for (kind, data) in self.seats.kinds.iter().enumerate() {
            for _ in &data.posts {
                let holder = holders[post];
                post += 1;
                if holder == NONE {
                    continue;
                }
                let take = self.seats.take(kind as u32, holder);
                let load = &mut loads[holder as usize];
                match load.iter_mut().find(|(known, _)| *known == take) {
                    Some((_, count)) => *count += 1,
                    None => load.push((take, 1)),
                }
            }
        }
        loads
    }

    /// Holders of the open posts from one column a seat; what no column holds stays empty.
    pub fn holders_of<'c>(&self, columns: impl Iterator<Item = &'c Column>) -> Vec<u32> {
        let mut free: Vec<Vec<usize>> = Vec::new();
        let mut post = 0;
        for data in &self.seats.kinds {
            free.push((post..post + data.posts.len()).rev().collect());
            post += data.posts.len();
        }
        let mut holders = vec![NONE; post];
        for column in columns {
            let takes = &self.seats.seats[column.seat].takes;
            for (take, count) in &column.load {
                let free = &mut free[takes[*take as usize].kind as usize];
                for _ in 0..*count {
                    if let Some(post) = free.pop() {
                        holders[post] = column.seat as u32;
                    }
                }
            }
        }
        holders
    }
}
