//! For tests and benches: random walks over the hot path, outside any strategy. Not for callers with a timetable to make.

mod random;
mod tight;

pub use random::{random_problem, random_problem_of_all_kinds};
pub use tight::tight_problem;

use crate::instance::tables::{NONE, UNPLACED};
use crate::search::anneal::Annealer;
use crate::search::dice::Dice;
use crate::search::walker::Walker;
use crate::solution::state::State;
use crate::{Cost, Fault, Instance, MeetId, Solution, TaskId};

/// A cost that an edit left, predicted and recomputed, at the first edit at which they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Number of the edit.
    pub edit: u64,
    /// Cost of the incremental state.
    pub predicted: Cost,
    /// Cost from scratch.
    pub recomputed: Cost,
}

/// Makes random edits (starts, resources, splits, merges, some of them taken back) from a solution, and compares the incremental cost with the
/// cost from scratch after every `every` edits.
///
/// # Errors
/// The faults of an invalid solution.
pub fn random_edits(
    instance: &Instance,
    solution: &Solution,
    seed: u64,
    edits: u64,
    every: u64,
) -> Result<Option<Mismatch>, Vec<Fault>> {
    let solution = instance.complete(solution)?;
    Ok(match instance.tables().words {
        1 => walk::<1>(instance, &solution, seed, edits, every),
        2 => walk::<2>(instance, &solution, seed, edits, every),
        4 => walk::<4>(instance, &solution, seed, edits, every),
        _ => walk::<64>(instance, &solution, seed, edits, every),
    })
}

fn walk<const W: usize>(
    instance: &Instance,
    solution: &Solution,
    seed: u64,
    edits: u64,
    every: u64,
) -> Option<Mismatch> {
    let mut state = State::<W>::new(instance, solution);
    let mut dice = Dice::new(seed, 0);
    let slots = instance.tables().meet_event.len();
    for edit in 1..=edits {
        if slots == 0 {
            break;
        }
        let mark = state.mark();
        for _ in 0..1 + dice.below(3) {
            let meet = MeetId(dice.below(slots) as u32);
            random_edit(&mut state, &mut dice, meet);
        }
        if dice.below(4) > 0 {
            state.settle();
        }
        if dice.below(3) == 0 {
            state.revert(mark);
        } else {
            state.settle();
            state.keep();
        }
        if edit % every == 0 || edit == edits {
            let (predicted, recomputed) = (state.cost(), state.recount());
            if predicted != recomputed {
                return Some(Mismatch {
                    edit,
                    predicted,
                    recomputed,
                });
            }
        }
    }
    None
}

fn random_edit<const W: usize>(state: &mut State<W>, dice: &mut Dice, meet: MeetId) {
    let tables = state.tables;
    let duration = state.duration(meet);
    let event = tables.meet_event[meet.index()] as usize;
    let free = tables.event_time[event] == UNPLACED;
    if duration == 0 {
        return;
    }
    match dice.below(6) {
        0..=2 if free => {
            let room = (tables.times + 1).saturating_sub(usize::from(duration));
            let start = if room == 0 || dice.below(8) == 0 {
                UNPLACED
            } else {
                dice.below(room) as u16
            };
            state.set_start(meet, start);
        }
        3 => {
            let tasks = tables.tasks(meet.index());
            if tasks.is_empty() {
                return;
            }
            let position = dice.below(tasks.len());
            let candidates = tables
                .candidates
                .row(tables.open.range(event).start + position);
            let holder = if dice.below(6) == 0 {
                None
            } else {
                dice.pick(candidates)
            };
            state.set_holder(
                meet,
                TaskId((tasks.start + position) as u32),
                holder.unwrap_or(NONE),
            );
        }
        4 if free && duration > 1 => {
            let size = 1 + dice.below(usize::from(duration) - 1);
            state.split(meet, size as u16);
        }
        5 if free => {
            let slots = tables.slots(event);
            let other = MeetId((slots.start + dice.below(slots.len())) as u32);
            state.merge(meet, other);
        }
        _ => {}
    }
}

/// Constructs a solution; the closure then evaluates as many moves as it is told, as the search does half-way through a leg, and gives the cost.
pub fn evaluated_moves(instance: &Instance, seed: u64) -> Box<dyn FnMut(u64) -> Cost + '_> {
    match instance.tables().words {
        1 => hot_path::<1>(instance, seed),
        2 => hot_path::<2>(instance, seed),
        4 => hot_path::<4>(instance, seed),
        _ => hot_path::<64>(instance, seed),
    }
}

fn hot_path<const W: usize>(instance: &Instance, seed: u64) -> Box<dyn FnMut(u64) -> Cost + '_> {
    let solution = crate::construct::shaped(instance);
    let mut walker = Walker::<W>::new(instance, &solution, Dice::new(seed, 0));
    crate::construct::place_all(&mut walker, &|| false);
    let mut annealer = Annealer::new(walker);
    annealer.begin(0);
    Box::new(move |moves| {
        annealer.run(moves, &|_| 0.5, &|| false);
        annealer.walker.state.cost()
    })
}
