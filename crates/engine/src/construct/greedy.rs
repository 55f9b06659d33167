//! Greedy placement: the unplaced meets with the fewest starts first, each to the start that costs least now; then every open task gets the
//! resource that costs least.

use crate::instance::tables::{NONE, UNPLACED};
use crate::search::walker::Walker;
use crate::{MeetId, TaskId};

/// Gives every meet a start and every task a resource, as far as the instance has any for it. `stop` ends it early.
pub(crate) fn place_all<const W: usize>(walker: &mut Walker<W>, stop: &dyn Fn() -> bool) {
    let tables = walker.tables();
    let mut order: Vec<MeetId> = (0..tables.meet_event.len() as u32).map(MeetId).collect();
    order.retain(|&meet| {
        walker.state.duration(meet) > 0
            && walker.is_free(meet)
            && walker.state.start(meet) == UNPLACED
    });
    order.sort_by_cached_key(|&meet| {
        let (starts, duration) = (walker.starts(meet).len(), walker.state.duration(meet));
        let attends = tables.fixed.row(walker.event(meet)).len();
        // Few starts, long, many attending; ties in random order so that workers differ.
        (
            starts / 4,
            u16::MAX - duration,
            usize::MAX - attends,
            walker.dice.below(1 << 16),
        )
    });
    for meet in order {
        if stop() {
            return;
        }
        if walker.state.start(meet) == UNPLACED {
            place(walker, meet);
        }
    }
    for meet in (0..tables.meet_event.len() as u32).map(MeetId) {
        if stop() {
            return;
        }
        if walker.state.duration(meet) > 0 {
            staff(walker, meet);
        }
    }
}

fn place<const W: usize>(walker: &mut Walker<W>, meet: MeetId) {
    let starts = walker.starts(meet);
    let mark = walker.state.mark();
    let mut best = None;
    let first = walker.dice.below(starts.len().max(1));
    for step in 0..starts.len() {
        let start = starts[(first + step) % starts.len()];
        walker.shift(meet, start);
        let cost = walker.state.settle();
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, start));
        }
        walker.state.revert(mark);
    }
    if let Some((_, start)) = best {
        walker.shift(meet, start);
        walker.state.settle();
        walker.state.keep();
    }
}

fn staff<const W: usize>(walker: &mut Walker<W>, meet: MeetId) {
    let tables = walker.tables();
    let demands = tables.open.range(walker.event(meet));
    for (demand, task) in demands.zip(tables.tasks(meet.index())) {
        let task = TaskId(task as u32);
        if walker.state.holder(task) != NONE {
            continue;
        }
        let mark = walker.state.mark();
        let mut best = (walker.state.cost(), NONE);
        let candidates = tables.candidates.row(demand);
        let first = walker.dice.below(candidates.len().max(1));
        for step in 0..candidates.len() {
            let candidate = candidates[(first + step) % candidates.len()];
            walker.state.set_holder(meet, task, candidate);
            let cost = walker.state.settle();
            // Whatever costs no more than nobody is better than nobody: it leaves the search a resource to swap with.
            if cost < best.0 || (cost == best.0 && best.1 == NONE) {
                best = (cost, candidate);
            }
            walker.state.revert(mark);
        }
        walker.state.set_holder(meet, task, best.1);
        walker.state.settle();
        walker.state.keep();
    }
}
