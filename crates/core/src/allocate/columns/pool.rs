//! The loads found so far, each with what it costs by the definition.

use std::collections::BTreeMap;

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
    /// The preparations of which it holds something.
    pub groups: Vec<u32>,
}

/// The columns of a component.
#[derive(Clone)]
pub struct Pool<'s> {
    seats: &'s Seats,
    /// By load, its number; none where it breaks a hard rule.
    known: BTreeMap<(usize, Load), Option<usize>>,
    /// Every column that keeps the hard rules.
    pub columns: Vec<Column>,
}

impl<'s> Pool<'s> {
    /// Empty.
    pub fn new(seats: &'s Seats) -> Self {
        Self {
            seats,
            known: BTreeMap::new(),
            columns: Vec::new(),
        }
    }

    /// The number of a load, new or not, if it keeps the hard rules.
    pub fn number(&mut self, seat: usize, mut load: Load) -> Option<usize> {
        load.sort_unstable();
        if let Some(known) = self.known.get(&(seat, load.clone())) {
            return *known;
        }
        let column = self.column(seat, load.clone());
        let number = column.is_some().then_some(self.columns.len());
        self.known.insert((seat, load), number);
        self.columns.extend(column);
        number
    }

    /// The number of a load, if it is known and keeps the hard rules.
    pub fn known(&self, seat: usize, mut load: Load) -> Option<usize> {
        load.sort_unstable();
        self.known.get(&(seat, load)).copied().flatten()
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
            take.flags
                .iter()
                .for_each(|flag| raised[*flag as usize] = true);
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
        let mut peaks = Vec::new();
        for (_, charge) in &data.peaks {
            let amount = charge.at(values[charge.form as usize]);
            if charge.price == Price::Hard && amount > 0 {
                return None;
            }
            peaks.push(amount);
        }
        let kinds = load
            .iter()
            .map(|(take, _)| data.takes[*take as usize].kind as usize);
        let mut groups: Vec<u32> = kinds.map(|kind| self.seats.groups[kind] as u32).collect();
        groups.sort_unstable();
        groups.dedup();
        Some(Column {
            seat,
            load,
            cost,
            shared,
            peaks,
            groups,
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
