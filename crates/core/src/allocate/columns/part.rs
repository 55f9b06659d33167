//! A part of all allocations: between what peaks are, how many hold a preparation, and who does.

use super::holders::preparations;
use super::pool::Column;
use crate::allocate::seats::Seats;

/// Between what a peak is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// What the peak counts at least.
    pub low: i64,
    /// What no seat may exceed.
    pub high: i64,
}

/// Whether a seat holds something of a preparation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The seat.
    pub seat: usize,
    /// The preparation.
    pub group: usize,
    /// Whether it does.
    pub holds: bool,
}

/// How many teachers hold something of a preparation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holders {
    /// At least.
    pub low: i64,
    /// At most.
    pub high: i64,
    /// The posts of the preparation that must all be held; 0 where one may stay empty.
    pub posts: i64,
}

impl Holders {
    /// What whoever holds something of the preparation holds of it, where that is all.
    pub fn whole(&self) -> Option<i64> {
        (self.high == 1 && self.posts > 0).then_some(self.posts)
    }
}

/// A part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// By peak.
    pub windows: Vec<Window>,
    /// By preparation.
    pub holders: Vec<Holders>,
    /// The same of all preparations together.
    pub total: Holders,
    /// What is decided.
    pub held: Vec<Held>,
}

impl Part {
    /// All allocations.
    pub fn whole(seats: &Seats) -> Self {
        let windows = seats.peaks.iter().map(|peak| Window {
            low: peak.floor,
            high: i64::MAX,
        });
        let total = Holders {
            low: 0,
            high: i64::MAX,
            posts: 0,
        };
        let mut holders = vec![total; seats.preparations()];
        for (kind, data) in seats.kinds.iter().enumerate() {
            holders[seats.groups[kind]].posts += data.posts.len() as i64;
        }
        for (kind, data) in seats.kinds.iter().enumerate() {
            if data.empty.is_some() {
                holders[seats.groups[kind]].posts = 0;
            }
        }
        Self {
            windows: windows.collect(),
            held: Vec::new(),
            holders,
            total,
        }
    }

    /// What the number of holders of all preparations together says of each: where there are no more than the least of
    /// each, there are no more of any.
    pub fn settle_total(&mut self) {
        let least: i64 = self.holders.iter().map(|holders| holders.low).sum();
        self.total.low = self.total.low.max(least);
        if self.total.high <= least {
            for holders in &mut self.holders {
                holders.high = holders.low;
            }
        }
    }

    /// Whether a load is in it.
    pub fn has(&self, seats: &Seats, column: &Column) -> bool {
        let own = &seats.seats[column.seat].peaks;
        let mut amounts = column.peaks.iter().zip(own);
        let mut held = self.held.iter().filter(|held| held.seat == column.seat);
        let mut groups = column.groups.iter().map(|group| *group as usize);
        let all_of = |group: usize, posts: i64| {
            let own = column.load.iter().filter(|(take, _)| {
                let kind = seats.seats[column.seat].takes[*take as usize].kind;
                seats.groups[kind as usize] == group
            });
            own.map(|(_, count)| i64::from(*count)).sum::<i64>() == posts
        };
        amounts.all(|(amount, (peak, _))| *amount <= self.windows[*peak as usize].high)
            && held.all(|held| column.groups.contains(&(held.group as u32)) == held.holds)
            && groups.all(|group| {
                let whole = self.holders[group].whole();
                whole.is_none_or(|posts| all_of(group, posts))
            })
    }

    /// Whether a seat may hold the same loads in both.
    pub fn is_alike(&self, other: &Self, seats: &Seats, seat: usize) -> bool {
        let highs = self.windows.iter().map(|window| window.high);
        let own = |part: &Self| -> Vec<Held> {
            let own = part.held.iter().filter(|held| held.seat == seat);
            own.copied().collect()
        };
        let mut groups = preparations(seats, seat).into_iter();
        highs.eq(other.windows.iter().map(|window| window.high))
            && own(self) == own(other)
            && groups.all(|group| self.holders[group].whole() == other.holders[group].whole())
    }
}
