//! Workbooks, CSV tables, aSc files, OneRoster files and calendars of a generated school: written, read back, compared.

mod calendars;
mod rosters;
mod tables;

use uurwerk_model::{Assignment, Diagnostics, Placement, School, SlotIx, Travel};

const SMALL: &str = include_str!("../../../../fixtures/small.json");

/// The small school with its rooms in buildings, as the first letter of their name says.
fn school() -> School {
    let school = School::parse(SMALL).expect("the fixture is a school");
    let mut document = school.document().clone();
    for room in &mut document.rooms {
        room.building = room.id.as_str().get(..1).map(Into::into);
    }
    let (from, to) = ("A".into(), "B".into());
    let minutes = 7;
    document.travel.push(Travel { from, to, minutes });
    School::from_document(document).expect("both buildings have rooms")
}

/// Somebody for every place and a time for every block: enough for files, whatever a rule would say of it.
fn decisions(school: &School) -> (Vec<Assignment>, Vec<Placement>) {
    let (mut allocation, mut timetable) = (Vec::new(), Vec::new());
    for (nth, lesson) in school.lessons().iter().enumerate() {
        for (at, position) in lesson.positions.iter().enumerate() {
            let teacher = &school.staff()[(nth * 7 + at * 3) % school.staff().len()];
            allocation.push(Assignment {
                lesson: lesson.id.clone(),
                position: at as u8,
                role: position.role,
                teacher: teacher.id.clone(),
            });
        }
        let mut from = nth;
        for (block, length) in lesson.block_lengths().into_iter().enumerate() {
            let slots = school.slots().len();
            let start = (0..slots)
                .map(|n| SlotIx(((from + n) % slots) as u32))
                .find(|slot| school.block_fits(*slot, length))
                .expect("a place");
            from = start.at() + usize::from(length);
            let slot = school.slot(start);
            let rooms = lesson.rooms.iter().map(|need| {
                let suits = |r: &&uurwerk_model::Room| {
                    need.kind.as_ref() == Some(&r.kind) || need.any_of.contains(&r.id)
                };
                school
                    .rooms()
                    .iter()
                    .find(suits)
                    .or(school.rooms().first())
                    .map(|r| r.id.clone())
            });
            timetable.push(Placement {
                lesson: lesson.id.clone(),
                block: block as u8,
                day: slot.day,
                period: slot.period,
                length,
                rooms: rooms.collect(),
            });
        }
    }
    (allocation, timetable)
}

fn ok<T>(result: Result<T, Diagnostics>) -> T {
    result.unwrap_or_else(|faults| panic!("{:#?}", faults.0))
}
