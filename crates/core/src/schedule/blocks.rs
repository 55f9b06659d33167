//! What has to be placed: the blocks of the lessons, those of linked lessons as one.

use uurwerk_engine::{EventId, RoleId};
use uurwerk_model::{LessonIx, School, WeekSet};

/// A demand of a block for a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoomDemand {
    /// The lesson.
    pub lesson: LessonIx,
    /// Which of its blocks.
    pub block: usize,
    /// Which of its needs.
    pub need: usize,
    /// The role of the demand in its event.
    pub role: RoleId,
}

/// One event of the timetable: a block of a lesson, or of all lessons of a link at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// The event.
    pub event: EventId,
    /// How many periods it takes.
    pub length: u8,
    /// The weeks in which it runs: those of each of its lessons (UW0160).
    pub weeks: WeekSet,
    /// The lessons, each with the position among its blocks.
    pub parts: Vec<(LessonIx, usize)>,
    /// The rooms it asks for, in the order of the event's resources.
    pub rooms: Vec<RoomDemand>,
}

/// All blocks, event by event. Linked lessons have blocks of the same lengths (UW0160).
pub(crate) fn blocks(school: &School) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for (at, lesson) in school.lessons().iter().enumerate() {
        let lesson_ix = LessonIx::from(at);
        let leader = lesson
            .link
            .as_ref()
            .and_then(|link| school.links().get(link)?.first().copied())
            .unwrap_or(lesson_ix);
        for (index, length) in school.blocks(lesson_ix).into_iter().enumerate() {
            let shared = all.iter().position(|b| b.parts[0] == (leader, index));
            let place = shared.unwrap_or_else(|| {
                all.push(Block {
                    event: EventId(all.len() as u32),
                    length,
                    weeks: lesson.weeks.weeks(),
                    parts: Vec::new(),
                    rooms: Vec::new(),
                });
                all.len() - 1
            });
            let block = &mut all[place];
            block.parts.push((lesson_ix, index));
            for need in 0..lesson.rooms.len() {
                block.rooms.push(RoomDemand {
                    lesson: lesson_ix,
                    block: index,
                    need,
                    role: RoleId(block.rooms.len() as u32),
                });
            }
        }
    }
    all
}
