//! What a seat's diagram is asked beyond what the seat's load costs: which preparations are held, what is decided on
//! them, and what cuts count.

use std::collections::BTreeMap;

use crate::allocate::columns::cuts::Cuts;
use crate::allocate::columns::holders::preparations;
use crate::allocate::columns::part::Part;
use crate::allocate::problem::Price;
use crate::allocate::seats::{Seat, SeatCharge, Seats};

/// A seat with a flag for every preparation, and by flag the row of the preparation that it is about.
pub fn with_preparations(seats: &Seats, seat: usize, first: u32) -> (Seat, Vec<Option<u32>>) {
    let mut data = seats.seats[seat].clone();
    let mut members: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
    for flag in 0..data.flags.len() as u32 {
        let takes = 0..data.takes.len() as u32;
        let raised = takes.filter(|take| data.takes[*take as usize].flags.contains(&flag));
        members.insert(raised.collect(), flag);
    }
    let mut held = vec![None; data.flags.len()];
    for group in preparations(seats, seat) {
        let takes = 0..data.takes.len() as u32;
        let of = |take: &u32| seats.groups[data.takes[*take as usize].kind as usize] == group;
        let own: Vec<u32> = takes.filter(of).collect();
        let row = Some(first + group as u32);
        if let Some(flag) = members.get(&own) {
            held[*flag as usize] = row;
            continue;
        }
        let flag = data.flags.len() as u32;
        data.flags.push(Vec::new());
        held.push(row);
        for take in own {
            data.takes[take as usize].flags.push(flag);
        }
    }
    (data, held)
}

/// Gives a seat a form and a hard charge for everything that is decided on what it holds.
pub fn add_held(data: &mut Seat, seats: &Seats, seat: usize, part: &Part) {
    for held in part.held.iter().filter(|held| held.seat == seat) {
        let form = data.forms as u32;
        data.forms += 1;
        for take in &mut data.takes {
            if seats.groups[take.kind as usize] == held.group {
                take.forms.push((form, 1));
            }
        }
        // `1 - count <= 0`, or `count <= 0`.
        let (scale, constant) = if held.holds { (-1, 1) } else { (1, 0) };
        data.charges.push(SeatCharge {
            form,
            scale,
            constant,
            unit: 1,
            times: 1,
            price: Price::Hard,
        });
    }
}

/// Gives a seat a form and a hard charge for every preparation that one teacher is to hold alone: all of it or nothing.
/// `held` tells which flag is up when something of a preparation is held, from the row `first` on.
pub fn add_whole(data: &mut Seat, seats: &Seats, held: &[Option<u32>], first: u32, part: &Part) {
    for (flag, row) in held.iter().enumerate() {
        let Some(group) = row.map(|row| (row - first) as usize) else {
            continue;
        };
        let Some(posts) = part.holders[group].whole() else {
            continue;
        };
        // `posts - count <= 0` while anything is held.
        let form = data.forms as u32;
        data.forms += 1;
        data.flags[flag].push((form, posts));
        for take in &mut data.takes {
            if seats.groups[take.kind as usize] == group {
                take.forms.push((form, -1));
            }
        }
        data.charges.push(SeatCharge {
            form,
            scale: 1,
            constant: 0,
            unit: 1,
            times: 1,
            price: Price::Hard,
        });
    }
}

/// Gives a seat a form for every cut that it adds to: how many posts of the cut's kinds it holds. What is charged
/// for them, each with its row.
pub fn add_cuts(data: &mut Seat, cuts: &Cuts, first: u32) -> Vec<(SeatCharge, u32)> {
    let mut charges = Vec::new();
    for (at, cut) in cuts.all.iter().enumerate() {
        let form = data.forms as u32;
        let mut any = false;
        for take in &mut data.takes {
            if cut.kinds.binary_search(&take.kind).is_ok() {
                take.forms.push((form, 1));
                any = true;
            }
        }
        if any {
            data.forms += 1;
            let charge = SeatCharge {
                form,
                scale: 1,
                constant: 0,
                unit: cut.parts,
                times: 1,
                price: Price::Soft(0),
            };
            charges.push((charge, first + at as u32));
        }
    }
    charges
}
