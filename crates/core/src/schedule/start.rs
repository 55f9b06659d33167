//! A timetable that exists as the engine's solution: where a search begins.

use uurwerk_engine::{Meet, ResourceId, Solution, TimeId};
use uurwerk_model::{School, SlotIx};

use super::Drafted;
use crate::case::Timetable;

/// A timetable as the engine's solution, with protected time where it stands.
pub(crate) fn first(school: &School, drafted: &Drafted, timetable: &Timetable) -> Solution {
    let first_room = (school.staff().len() + school.classes().len()) as u32;
    let mut meets = Vec::new();
    for (at, block) in drafted.blocks.iter().enumerate() {
        let (lesson, index) = block.parts[0];
        let start = timetable.starts[lesson.at()][index].map(|slot| TimeId(slot.0 as u16));
        let demands = &drafted.problem.events[at].resources;
        let mut resources: Vec<_> = demands.iter().map(|demand| demand.preassigned).collect();
        for (demand, resource) in block.rooms.iter().zip(&mut resources) {
            let room = timetable.rooms[demand.lesson.at()][demand.block][demand.need];
            *resource = room.map(|room| ResourceId(first_room + room.0));
        }
        meets.push(Meet {
            event: block.event,
            duration: drafted.problem.events[at].duration,
            start: start.or(drafted.problem.events[at].time),
            resources,
        });
    }
    let mut used = vec![false; timetable.protected.len()];
    for (purpose, event) in &drafted.protected {
        if event.index() < drafted.blocks.len() {
            continue; // An observation runs with the block that is watched.
        }
        let demands = &drafted.problem.events[event.index()].resources;
        let stands = |slot: &SlotIx| {
            let wanted = purpose.slot(school, *slot);
            let mut own = timetable.protected.iter().enumerate();
            own.find(|(at, slot)| !used[*at] && Some(*slot) == wanted.as_ref())
                .map(|(at, _)| at)
        };
        let mut slots = (0..school.slots().len()).map(SlotIx::from);
        let found = slots.find_map(|slot| stands(&slot).map(|at| (slot, at)));
        if let Some((_, at)) = found {
            used[at] = true;
        }
        meets.push(Meet {
            event: *event,
            duration: 1,
            start: found.map(|(slot, _)| TimeId(slot.0 as u16)),
            resources: demands.iter().map(|demand| demand.preassigned).collect(),
        });
    }
    Solution { meets }
}
