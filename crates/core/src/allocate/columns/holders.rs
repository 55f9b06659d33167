//! How many teachers hold a preparation at least: the rounded cut of column generation.
//!
//! A mixture of loads may share a preparation of eight lessons among 1.6 teachers who can hold five of them each; an
//! allocation needs two. The row "this many teachers hold something of the preparation" costs pricing nothing, since
//! a [`Diagram`](super::diagram::Diagram) remembers anyhow what has been begun, and every preparation too many is
//! charged for, so that these rows carry most of what the linear programme would miss.
//!
//! Most lessons of a preparation that a teacher can hold is a longest path in the diagram, so every hard rule counts
//! without a line of its own. Any weights of lessons give a valid number; all alike and what hard rules weigh them
//! (hours) are tried, and the greater number is taken.

use rayon::prelude::*;

use super::diagram::{Diagram, FAR};
use super::part::Part;
use super::rows::Rows;
use crate::allocate::seats::Seats;

/// Says of every preparation how many teachers hold it at least in every allocation that keeps the hard rules.
pub fn raise(part: &mut Part, seats: &Seats, diagrams: &[Diagram], rows: &Rows) {
    let alike = vec![1; seats.kinds.len()];
    let by_hours = seats.sizes();
    let weightings = [&alike, &by_hours];
    // By seat: the preparation, and the most that the seat can hold of it by each weighting.
    let most: Vec<Vec<(usize, [i64; 2])>> = (diagrams.par_iter().enumerate())
        .map(|(seat, diagram)| {
            let own = preparations(seats, seat).into_iter();
            let most = own.map(|group| {
                let most = weightings.map(|weights| longest(seats, diagram, rows, group, weights));
                (group, most)
            });
            most.collect()
        })
        .collect();
    let mut by_group: Vec<Vec<[i64; 2]>> = vec![Vec::new(); seats.preparations()];
    for (group, most) in most.into_iter().flatten() {
        by_group[group].push(most);
    }
    for (group, most) in by_group.into_iter().enumerate() {
        let numbers = weightings.iter().enumerate().map(|(at, weights)| {
            let own = most.iter().map(|both| both[at]).collect();
            enough(own, total(seats, group, weights))
        });
        part.holders[group].low = numbers.max().unwrap_or(0);
    }
    part.total.low = part.holders.iter().map(|holders| holders.low).sum();
}

/// The preparations of which a seat may hold something.
pub fn preparations(seats: &Seats, seat: usize) -> Vec<usize> {
    let takes = seats.seats[seat].takes.iter();
    let mut own: Vec<usize> = takes.map(|take| seats.groups[take.kind as usize]).collect();
    own.sort_unstable();
    own.dedup();
    own
}

/// The most that a seat can hold of a preparation.
fn longest(seats: &Seats, diagram: &Diagram, rows: &Rows, group: usize, weights: &[i64]) -> i64 {
    let mut worth = vec![0; rows.all];
    for (kind, own) in seats.groups.iter().enumerate() {
        if *own == group {
            worth[rows.kinds + kind] = weights[kind];
        }
    }
    let length = diagram.shortest(&worth, 0).length;
    if length >= FAR / 2 { 0 } else { -length }
}

/// What an allocation must hold of a preparation; 0 where a post may stay empty.
fn total(seats: &Seats, group: usize, weights: &[i64]) -> i64 {
    let kinds = (0..seats.kinds.len()).filter(|kind| seats.groups[*kind] == group);
    let mut sum = 0;
    for kind in kinds {
        if seats.kinds[kind].empty.is_some() {
            return 0;
        }
        sum += weights[kind] * seats.kinds[kind].posts.len() as i64;
    }
    sum
}

/// How many of these reach a total at least.
fn enough(mut most: Vec<i64>, total: i64) -> i64 {
    most.sort_unstable_by_key(|most| -most);
    let mut left = total;
    let needed = most.iter().take_while(|most| {
        let more = left > 0;
        left -= **most;
        more
    });
    needed.count() as i64
}

#[cfg(test)]
mod tests {
    use super::enough;

    #[test]
    fn the_largest_reach_a_total_soonest() {
        assert_eq!(enough(vec![3, 5, 5], 8), 2);
        assert_eq!(enough(vec![3, 5, 5], 10), 2);
        assert_eq!(enough(vec![3, 5, 5], 11), 3);
        assert_eq!(enough(vec![3, 5], 0), 0);
        assert_eq!(enough(vec![], 4), 0);
    }
}
