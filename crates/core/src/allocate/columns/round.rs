//! Whole answers from columns: an integer programme chooses one column a teacher, for everybody or, around a known
//! answer, for some teachers who can do each other's work (large neighbourhood search).

use uurwerk_mip::{Control, Model, Var};

use super::pool::Pool;
use super::{Limits, Told, shuffled};
use crate::allocate::problem::{Price, Score};
use crate::allocate::search::{Random, State};
use crate::allocate::seats::{NONE, Seats};

/// Most columns of one integer programme.
const MOST: usize = 4_000;
/// Teachers of the first neighbourhoods; more when they are solved to proof without a gain.
const FEW: usize = 8;

/// Improves holders that keep the hard rules.
pub fn improve(
    seats: &Seats,
    pool: &mut Pool,
    holders: &mut Vec<u32>,
    score: &mut Score,
    bound: i64,
    limits: &Limits,
    told: &Told,
) {
    let mut random = Random::new(limits.seed ^ 0x5eed);
    let mut size = FEW.min(seats.seats.len());
    for attempt in 0..limits.tries {
        if (limits.stop)() || (score.hard == 0 && score.soft <= bound) {
            return;
        }
        let free = if attempt == 0 {
            vec![true; seats.seats.len()]
        } else {
            neighbourhood(seats, &mut random, size)
        };
        let found = choose(seats, pool, holders, &free, limits);
        let Some(found) = found else {
            size = (size + 1).min(seats.seats.len());
            continue;
        };
        let mut state = State::new(seats);
        state.adopt(&found);
        if state.score() < *score {
            *score = state.score();
            *holders = found;
            told(holders, *score, bound);
        }
    }
}

/// Teachers near a random one: those who could take over what they hold.
fn neighbourhood(seats: &Seats, random: &mut Random, size: usize) -> Vec<bool> {
    let mut free = vec![false; seats.seats.len()];
    let mut chosen = vec![random.below(seats.seats.len())];
    free[chosen[0]] = true;
    while chosen.len() < size {
        let from = chosen[random.below(chosen.len())];
        let takes = &seats.seats[from].takes;
        if takes.is_empty() {
            break;
        }
        let kind = takes[random.below(takes.len())].kind;
        let others = &seats.kinds[kind as usize].seats;
        let mut other = others[random.below(others.len())] as usize;
        if free[other] {
            other = shuffled(random, seats.seats.len())[0];
        }
        if !free[other] {
            free[other] = true;
            chosen.push(other);
        }
    }
    free
}

/// The best choice of columns for the free teachers, the others as they are; `None` when it is not better.
fn choose(
    seats: &Seats,
    pool: &mut Pool,
    holders: &[u32],
    free: &[bool],
    limits: &Limits,
) -> Option<Vec<u32>> {
    let loads = pool.loads_of(holders);
    for (seat, load) in loads.iter().enumerate() {
        pool.add(seat, load.clone());
    }
    let kept = |seat: usize| loads[seat].clone();
    let mut loads: Vec<_> = (0..seats.seats.len()).map(kept).collect();
    loads.iter_mut().for_each(|load| load.sort_unstable());
    // The columns that cost least above what the best bound's duals pay for them.
    let reduced = |column: &super::pool::Column| {
        let takes = &seats.seats[column.seat].takes;
        let paid = column.load.iter().map(|(take, count)| {
            let kind = takes[*take as usize].kind as usize;
            pool.duals.get(kind).copied().unwrap_or(0) * i64::from(*count)
        });
        column.cost * uurwerk_mip::DUAL - paid.sum::<i64>()
    };
    let mut by_seat: Vec<Vec<(i64, usize)>> = vec![Vec::new(); seats.seats.len()];
    for (at, column) in pool.columns.iter().enumerate() {
        let own = column.load == loads[column.seat];
        if own {
            by_seat[column.seat].push((i64::MIN, at));
        } else if free[column.seat] {
            by_seat[column.seat].push((reduced(column), at));
        }
    }
    let many = free.iter().filter(|free| **free).count().max(1);
    let mut model = Model::new();
    let mut vars: Vec<(Var, usize)> = Vec::new();
    let mut covers: Vec<Vec<(Var, i64)>> = vec![Vec::new(); seats.kinds.len()];
    let mut shared: Vec<Vec<(Var, i64)>> = vec![Vec::new(); seats.shared.len()];
    let mut start = Vec::new();
    let peaks: Vec<Var> = (seats.peaks.iter())
        .map(|peak| {
            let var = model.integer(peak.floor..=peak.floor.max(1_000_000));
            model.add_cost(var, peak.weight);
            var
        })
        .collect();
    for list in &mut by_seat {
        list.sort_unstable();
        list.truncate((MOST / many).max(2));
        if list.first().is_none_or(|(own, _)| *own != i64::MIN) {
            return None; // The teacher's own load breaks a hard rule, so there is no answer to begin with.
        }
        let mut one = Vec::new();
        let mut heights: Vec<Vec<(Var, i64)>> = Vec::new();
        for (reduced, at) in list.iter() {
            let column = &pool.columns[*at];
            let var = model.binary();
            start.push((var, i64::from(*reduced == i64::MIN)));
            model.add_cost(var, column.cost);
            one.push((var, 1));
            vars.push((var, *at));
            let takes = &seats.seats[column.seat].takes;
            for (take, count) in &column.load {
                covers[takes[*take as usize].kind as usize].push((var, i64::from(*count)));
            }
            for (row, amount) in &column.shared {
                shared[*row as usize].push((var, *amount));
            }
            heights.resize(column.peaks.len(), Vec::new());
            for (peak, amount) in column.peaks.iter().enumerate() {
                heights[peak].push((var, *amount));
            }
        }
        let seat = pool.columns[list[0].1].seat;
        model.exactly(one, 1);
        for (at, mut height) in heights.into_iter().enumerate() {
            height.push((peaks[seats.seats[seat].peaks[at].0 as usize], -1));
            model.at_most(height, 0);
        }
    }
    for (kind, mut cover) in covers.into_iter().enumerate() {
        let posts = seats.kinds[kind].posts.len() as i64;
        if let Some(empty) = seats.kinds[kind].empty {
            let var = model.integer(0..=posts);
            model.add_cost(var, empty);
            cover.push((var, 1));
        }
        model.exactly(cover, posts);
    }
    for (at, mut sum) in shared.into_iter().enumerate() {
        let data = &seats.shared[at];
        if let Price::Soft(weight) = data.price {
            let var = model.integer(0..=1_000_000);
            model.add_cost(var, weight);
            sum.push((var, -data.unit));
        }
        model.at_most(sum, -data.constant);
    }
    for (var, value) in start {
        model.start_at(var, value);
    }
    let control = Control {
        stop: limits.stop,
        progress: &|_| (),
    };
    let solved = model.solve(&limits.each, &control).ok()?;
    let solution = solved.solution?;
    let chosen = vars.iter().filter(|(var, _)| solution.value(*var) == 1);
    let found = pool.holders_of(chosen.map(|(_, at)| &pool.columns[*at]));
    let covered = |(holder, old): (&u32, &u32)| *holder != NONE || *old == NONE;
    found.iter().zip(holders).all(covered).then_some(found)
}
