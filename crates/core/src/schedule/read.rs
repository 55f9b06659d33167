//! From the solver's answer back to the school's words.

use uurwerk_engine::{Meet, Problem, ResourceId, Solution};
use uurwerk_model::{RoomIx, School, SlotIx};

use super::blocks::Block;
use super::draft::Drafted;
use crate::case::Timetable;

/// The meet of each event; `None` for one that was cut into pieces, which counts as not placed.
pub(super) fn meets<'s>(problem: &Problem, solution: &'s Solution) -> Vec<Option<&'s Meet>> {
    let mut meets = vec![None; problem.events.len()];
    for meet in &solution.meets {
        let event = meet.event.index();
        if meet.duration == problem.events[event].duration {
            meets[event] = Some(meet);
        }
    }
    meets
}

/// The lessons of a solution; protected time is left to `protect`.
pub(super) fn timetable(school: &School, drafted: &Drafted, meets: &[Option<&Meet>]) -> Timetable {
    let mut timetable = Timetable::empty(school);
    let first_room = (school.staff().len() + school.classes().len()) as u32;
    let room = |resource: ResourceId| RoomIx(resource.0 - first_room);
    for block in &drafted.blocks {
        let Some(meet) = meets[block.event.index()] else {
            continue;
        };
        place(block, meet, room, &mut timetable);
    }
    timetable
}

fn place(
    block: &Block,
    meet: &Meet,
    room: impl Fn(ResourceId) -> RoomIx,
    timetable: &mut Timetable,
) {
    let start = meet.start.map(|time| SlotIx(u32::from(time.0)));
    for (lesson, index) in &block.parts {
        timetable.starts[lesson.at()][*index] = start;
    }
    // What does not run needs no room, whatever the search left there.
    if start.is_none() {
        return;
    }
    // Rooms come first among the resources of an event, in the order of its demands.
    for (demand, resource) in block.rooms.iter().zip(&meet.resources) {
        let rooms = &mut timetable.rooms[demand.lesson.at()][demand.block];
        rooms[demand.need] = resource.map(&room);
    }
}
