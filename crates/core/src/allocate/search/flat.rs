//! What a post in somebody's hand adds to sums, laid out so that a move reads a few lines of memory that lie together.

use std::ops::Range;

use crate::allocate::seats::Seats;

/// A value by its number among all seats' values, and what is added to it.
pub type Add = (u32, i64);

/// The takes and flags of all seats.
pub struct Flat {
    takes: Vec<Take>,
    /// By seat: its first take.
    first_take: Vec<u32>,
    adds: Vec<Add>,
    /// Flags by their number among all seats' flags.
    flags: Vec<u32>,
    /// By flag: where its adds begin; they end where the next one's begin.
    first_add: Vec<u32>,
}

struct Take {
    cost: i64,
    adds: (u32, u32),
    flags: (u32, u32),
}

impl Flat {
    /// Those of a component, with the first value and the first flag of every seat.
    pub fn of(seats: &Seats, first_value: &[usize], first_flag: &[usize]) -> Self {
        let mut flat = Self {
            takes: Vec::new(),
            first_take: Vec::new(),
            adds: Vec::new(),
            flags: Vec::new(),
            first_add: Vec::new(),
        };
        for (seat, data) in seats.seats.iter().enumerate() {
            for adds in &data.flags {
                flat.first_add.push(flat.adds.len() as u32);
                flat.add(adds, first_value[seat]);
            }
        }
        flat.first_add.push(flat.adds.len() as u32);
        for (seat, data) in seats.seats.iter().enumerate() {
            flat.first_take.push(flat.takes.len() as u32);
            for take in &data.takes {
                let (adds, flags) = (flat.adds.len() as u32, flat.flags.len() as u32);
                flat.add(&take.forms, first_value[seat]);
                let own = take.flags.iter();
                flat.flags
                    .extend(own.map(|flag| first_flag[seat] as u32 + flag));
                flat.takes.push(Take {
                    cost: take.cost,
                    adds: (adds, flat.adds.len() as u32),
                    flags: (flags, flat.flags.len() as u32),
                });
            }
        }
        flat
    }

    fn add(&mut self, adds: &[Add], first_value: usize) {
        let own = adds.iter();
        self.adds
            .extend(own.map(|(form, amount)| (first_value as u32 + form, *amount)));
    }

    /// What a take of a seat costs by itself, what it adds, and the flags that it raises.
    #[inline]
    pub fn take(&self, seat: u32, take: u32) -> (i64, &[Add], &[u32]) {
        let take = &self.takes[(self.first_take[seat as usize] + take) as usize];
        let range = |(from, to): (u32, u32)| -> Range<usize> { from as usize..to as usize };
        (
            take.cost,
            &self.adds[range(take.adds)],
            &self.flags[range(take.flags)],
        )
    }

    /// What a flag adds while it is up.
    #[inline]
    pub fn flag(&self, flag: u32) -> &[Add] {
        let from = self.first_add[flag as usize] as usize;
        let to = self.first_add[flag as usize + 1] as usize;
        &self.adds[from..to]
    }
}
