//! How the master's rows are numbered: kinds, seats, shared charges, the seats' peaks, preparations, all preparations together, cuts.

use super::cuts::Cuts;
use crate::allocate::seats::Seats;

/// The first row of everything.
#[derive(Debug, Clone)]
pub struct Rows {
    /// By kind: its posts are all held.
    pub kinds: usize,
    /// By seat: it has one load.
    pub seats: usize,
    /// By shared charge.
    pub shared: usize,
    /// By seat: the first row of its peaks.
    pub peaks: Vec<usize>,
    /// By preparation: how many hold something of it.
    pub groups: usize,
    /// How many hold something of a preparation, all preparations together.
    pub total: usize,
    /// By cut.
    pub cuts: usize,
    /// How many rows there are.
    pub all: usize,
}

impl Rows {
    /// The rows of a component with these cuts.
    pub fn of(seats: &Seats, cuts: &Cuts) -> Self {
        let mut next = seats.kinds.len() + seats.seats.len() + seats.shared.len();
        let peaks = seats.seats.iter().map(|seat| {
            next += seat.peaks.len();
            next - seat.peaks.len()
        });
        let peaks = peaks.collect();
        Self {
            kinds: 0,
            seats: seats.kinds.len(),
            shared: seats.kinds.len() + seats.seats.len(),
            peaks,
            groups: next,
            total: next + seats.preparations(),
            cuts: next + seats.preparations() + 1,
            all: next + seats.preparations() + 1 + cuts.all.len(),
        }
    }
}
