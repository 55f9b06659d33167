//! GPU001: one row per row of a coupling and period.

use uurwerk_model::LessonIx;

use super::Source;
use super::lessons::{Couplings, Line};
use super::row::{Row, Sheet};

pub(super) fn timetable(source: &Source<'_>, couplings: &Couplings) -> Sheet {
    let mut sheet = Sheet::default();
    for (number, lines) in &couplings.0 {
        let mut written: Vec<Row> = Vec::new();
        for line in lines {
            for row in rows(source, *number, line) {
                // Rows of a coupling that differ in pupils only are one row of the timetable.
                if !written.contains(&row) {
                    written.push(row);
                }
            }
        }
        written.into_iter().for_each(|row| sheet.push(row));
    }
    sheet
}

fn rows(source: &Source<'_>, number: u32, line: &Line) -> Vec<Row> {
    let decided = source.decided;
    let document = decided.school.document();
    let mut rows = Vec::new();
    for placement in decided.blocks(line.lesson) {
        let room = line.room.and_then(|(lesson, need)| {
            let block = block_of(source, lesson, placement.block)?;
            block.rooms.get(need)?.as_ref()
        });
        for slot in decided.slots(placement) {
            let Some((day, period)) = source.names.place(document, &slot) else {
                continue;
            };
            let row = Row::of(9)
                .number(1, number)
                .text(2, &line.class)
                .text(3, &line.teacher)
                .text(4, &line.subject)
                .text(5, room.map_or("", |room| room.as_str()))
                .number(6, day)
                .number(7, period);
            rows.push(row);
        }
    }
    rows
}

fn block_of<'a>(
    source: &Source<'a>,
    lesson: LessonIx,
    block: u8,
) -> Option<&'a uurwerk_model::Placement> {
    let blocks = source.decided.blocks(lesson);
    blocks.iter().copied().find(|p| p.block == block)
}
