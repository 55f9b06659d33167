//! Pricing against plain enumeration of a seat's loads on random tiny schools.

use proptest::prelude::*;
use uurwerk_mip::DUAL;

use super::cuts::{Cut, Cuts};
use super::diagram::{Diagram, FAR};
use super::holders::preparations;
use super::part::{Held, Part};
use super::pool::{Column, Load, Pool};
use super::rows::Rows;
use crate::allocate::facts::ceil_div;
use crate::allocate::model::{Ask, Model};
use crate::allocate::search::Random;
use crate::allocate::seats::Seats;
use crate::allocate::tests::on_random;

/// Every load of a seat.
fn loads(seats: &Seats, seat: usize) -> Vec<Load> {
    let mut loads = vec![Load::new()];
    for (take, data) in seats.seats[seat].takes.iter().enumerate() {
        let posts = seats.kinds[data.kind as usize].posts.len() as u32;
        let longer = loads.iter().flat_map(|load| {
            let more = |count| load.iter().copied().chain([(take as u32, count)]).collect();
            (1..=posts).map(more)
        });
        let longer: Vec<Load> = longer.collect();
        loads.extend(longer);
    }
    loads
}

/// Some cuts, each on some kinds of one preparation.
fn some_cuts(seats: &Seats, random: &mut Random) -> Cuts {
    let cuts = (0..4).map(|_| {
        let group = random.below(seats.preparations());
        let kinds = 0..seats.kinds.len() as u32;
        let of = |kind: &u32| seats.groups[*kind as usize] == group;
        let kinds: Vec<u32> = kinds.filter(of).filter(|_| random.below(3) > 0).collect();
        let posts = kinds.iter().map(|kind| &seats.kinds[*kind as usize].posts);
        let posts: usize = posts.map(Vec::len).sum();
        let parts = 2 + random.below(3) as i64;
        Cut {
            least: ceil_div(posts as i64, parts),
            kinds,
            parts,
        }
    });
    Cuts::from_iter(cuts.collect::<Vec<_>>())
}

fn some_part(seats: &Seats, seat: usize, random: &mut Random) -> Part {
    let mut part = Part::whole(seats);
    for window in &mut part.windows {
        if random.below(2) == 0 {
            window.high = window.low + random.below(3) as i64;
        }
    }
    for group in preparations(seats, seat) {
        if random.below(4) == 0 {
            let holds = random.below(2) == 0;
            part.held.push(Held { seat, group, holds });
        }
        if random.below(3) == 0 {
            part.holders[group].high = 1;
        }
    }
    part
}

fn some_duals(seats: &Seats, rows: &Rows, random: &mut Random) -> Vec<i64> {
    let mut amount = || random.below(30 * DUAL as usize) as i64;
    let mut duals: Vec<i64> = (0..rows.all).map(|_| amount()).collect();
    for dual in &mut duals[rows.shared..rows.groups] {
        *dual = -*dual / 8;
    }
    for dual in &mut duals[rows.kinds..seats.kinds.len()] {
        *dual -= 8 * DUAL;
    }
    duals
}

/// What a column costs less what these duals pay, from its definition.
fn length(seats: &Seats, rows: &Rows, cuts: &Cuts, column: &Column, duals: &[i64]) -> i64 {
    let takes = &seats.seats[column.seat].takes;
    let count = |kind: u32| -> i64 {
        let own = column.load.iter();
        let own = own.filter(|(take, _)| takes[*take as usize].kind == kind);
        own.map(|(_, count)| i64::from(*count)).sum()
    };
    let mut paid = 0;
    for kind in 0..seats.kinds.len() {
        paid += duals[rows.kinds + kind] * count(kind as u32);
    }
    for (shared, amount) in &column.shared {
        paid += duals[rows.shared + *shared as usize] * amount;
    }
    for (at, amount) in column.peaks.iter().enumerate() {
        paid += duals[rows.peaks[column.seat] + at] * amount;
    }
    for group in &column.groups {
        paid += duals[rows.groups + *group as usize] + duals[rows.total];
    }
    for (at, cut) in cuts.all.iter().enumerate() {
        let held = cut.kinds.iter().map(|kind| count(*kind)).sum();
        paid += duals[rows.cuts + at] * ceil_div(held, cut.parts);
    }
    column.cost * DUAL - paid
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The shortest path of a diagram is as long as the cheapest load of the part, whatever rows pay.
    #[test]
    fn the_shortest_path_is_the_cheapest_load(seed: u64) {
        on_random(seed, |_, _, problem| {
            let mut random = Random::new(seed);
            for component in &problem.components {
                let seats = Seats::of(&Model::of(problem, component, Ask::Everything), component);
                if seats.kinds.is_empty() {
                    continue;
                }
                let cuts = some_cuts(&seats, &mut random);
                let rows = Rows::of(&seats, &cuts);
                let mut pool = Pool::new(&seats);
                for seat in 0..seats.seats.len() {
                    let part = some_part(&seats, seat, &mut random);
                    let duals = some_duals(&seats, &rows, &mut random);
                    let numbers: Vec<usize> = (loads(&seats, seat).into_iter())
                        .filter_map(|load| pool.number(seat, load))
                        .collect();
                    let columns = numbers.iter().map(|number| &pool.columns[*number]);
                    let of_part = columns.filter(|column| part.has(&seats, column));
                    let cheapest = of_part.map(|c| length(&seats, &rows, &cuts, c, &duals)).min();
                    let diagram = Diagram::of(&seats, seat, &rows, &cuts, &part, None).unwrap();
                    let found = diagram.shortest(&duals, DUAL).length;
                    prop_assert_eq!(cheapest, (found < FAR / 2).then_some(found));
                }
            }
            Ok(())
        })?;
    }
}
