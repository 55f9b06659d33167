//! A part of all allocations: between what peaks are, and what is decided on who holds what.

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

/// A part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// By peak.
    pub windows: Vec<Window>,
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
        Self {
            windows: windows.collect(),
            held: Vec::new(),
        }
    }

    /// Whether a load is in it.
    pub fn has(&self, seats: &Seats, column: &Column) -> bool {
        let own = &seats.seats[column.seat].peaks;
        let mut amounts = column.peaks.iter().zip(own);
        let mut held = self.held.iter().filter(|held| held.seat == column.seat);
        amounts.all(|(amount, (peak, _))| *amount <= self.windows[*peak as usize].high)
            && held.all(|held| column.groups.contains(&(held.group as u32)) == held.holds)
    }

    /// Whether a seat may hold the same loads in both.
    pub fn is_alike(&self, other: &Self, seat: usize) -> bool {
        let highs = self.windows.iter().map(|window| window.high);
        let own = |part: &Self| -> Vec<Held> {
            let own = part.held.iter().filter(|held| held.seat == seat);
            own.copied().collect()
        };
        highs.eq(other.windows.iter().map(|window| window.high)) && own(self) == own(other)
    }
}
