//! Timetables in files: FET keeps one as constraints of weight 100 that lock each activity to its time and room.

use std::collections::BTreeMap;

use super::fault::{CODES, ENOUGH, Faults, FetFault, SOLUTION};
use super::file::FetFile;
use crate::xml::{self, Element};
use quick_xml::escape::escape;
use std::fmt::Write;
use uurwerk_engine::{Meet, ResourceId, RoleId, Solution, TimeId};

/// The timetable that a file's locks make: activities without lock have no time.
///
/// # Errors
/// The faults of a file that is no FET file or speaks of other days, hours, rooms or activities than `file`.
pub(super) fn read(bytes: &[u8], file: &FetFile) -> Result<Solution, Vec<FetFault>> {
    let text = xml::text(bytes, &CODES)?;
    let root = xml::parse(text, &CODES)?;
    let mut faults = Faults::new(text, &CODES);
    let mut locks: BTreeMap<u32, Lock> = BTreeMap::new();
    let lists = ["Time_Constraints_List", "Space_Constraints_List"];
    for element in lists.iter().flat_map(|list| root.list(list)) {
        if is_lock(element)
            && let Some(id) = element.number("Activity_Id", &mut faults)
        {
            // Of several the last counts: that is where writers add theirs.
            locks
                .entry(id)
                .or_default()
                .take(element, file, &mut faults);
        }
    }
    let mut solution = Solution::default();
    for (meet, &place) in meets(file).zip(&file.activities) {
        let Some(lock) = locks.get(&file.data.activities[place].id) else {
            continue;
        };
        let mut meet = Meet {
            start: lock.start,
            ..meet
        };
        let mut rooms = lock.rooms.iter();
        let demands = &file.instance.problem().events[meet.event.index()].resources;
        for (given, demand) in meet
            .resources
            .iter_mut()
            .zip(demands)
            .filter(|(_, demand)| demand.role.is_some())
        {
            let room = rooms.next().copied();
            // A room that the activity must have anyway is not asked of the lock.
            *given = demand.preassigned.or(room);
        }
        solution.meets.push(meet);
    }
    if let Err(found) = file.instance.complete(&solution) {
        for fault in found.into_iter().take(ENOUGH) {
            faults.add(SOLUTION, root.position, "", fault.to_string());
        }
    }
    if faults.none() {
        Ok(solution)
    } else {
        Err(faults.into_vec())
    }
}

/// Every event as one meet without time.
fn meets(file: &FetFile) -> impl Iterator<Item = Meet> {
    let events = &file.instance.problem().events;
    (0..)
        .map(uurwerk_engine::EventId)
        .zip(events)
        .map(|(id, event)| Meet {
            event: id,
            duration: event.duration,
            start: None,
            resources: event
                .resources
                .iter()
                .map(|demand| demand.preassigned)
                .collect(),
        })
}

fn is_lock(element: &Element) -> bool {
    let is = |tag: &str, values: &[&str]| {
        element
            .child(tag)
            .is_none_or(|child| values.contains(&child.trimmed()))
    };
    let named = [
        "ConstraintActivityPreferredStartingTime",
        "ConstraintActivityPreferredRoom",
    ];
    named.contains(&element.name.as_str())
        && is("Weight_Percentage", &["100", "100.0"])
        && is("Active", &["true", "yes"])
}

/// Where an activity is.
#[derive(Debug, Default)]
struct Lock {
    start: Option<TimeId>,
    rooms: Vec<ResourceId>,
}

impl Lock {
    fn take(&mut self, element: &Element, file: &FetFile, faults: &mut Faults) {
        let data = &file.data;
        if element.name == "ConstraintActivityPreferredStartingTime" {
            let mut place = |tag: &str, names: &super::names::Names| {
                let child = element.child(tag).filter(|child| !child.text.is_empty())?;
                names.reference(child, faults).map(|place| place as usize)
            };
            if let (Some(day), Some(hour)) = (
                place("Preferred_Day", &data.days),
                place("Preferred_Hour", &data.hours),
            ) {
                self.start = Some(TimeId((day * data.hours.len() + hour) as u16));
            }
            return;
        }
        let real: Vec<&Element> = element
            .children
            .iter()
            .filter(|child| child.name == "Real_Room")
            .collect();
        let named = if real.is_empty() {
            element.child("Room").into_iter().collect()
        } else {
            real
        };
        let rooms = named
            .into_iter()
            .filter_map(|child| data.rooms.reference(child, faults));
        self.rooms = rooms
            .map(|room| ResourceId(file.rooms.first + room))
            .collect();
    }
}

/// The file as it was, with locks for the solution before the ends of its two lists of constraints. What the file locks already, to the
/// same time or room, is not locked again.
pub(super) fn write(file: &FetFile, solution: &Solution) -> String {
    let present = read(file.text.as_bytes(), file).unwrap_or_default();
    let (mut times, mut spaces) = (String::new(), String::new());
    for meet in &solution.meets {
        let Some(&place) = file.activities.get(meet.event.index()) else {
            continue;
        };
        let id = file.data.activities[place].id;
        let known = present.meets.iter().find(|known| known.event == meet.event);
        if let Some(start) = meet.start
            && known.is_none_or(|known| known.start != meet.start)
        {
            let hours = file.data.hours.len();
            let (day, hour) = (
                file.data.days.get(start.index() / hours),
                file.data.hours.get(start.index() % hours),
            );
            // Writing to a string cannot fail, here and below.
            let _ = write!(
                times,
                "<ConstraintActivityPreferredStartingTime>\n\t<Weight_Percentage>100</Weight_Percentage>\n\t<Activity_Id>{id}</Activity_Id>\n\
                 \t<Preferred_Day>{}</Preferred_Day>\n\t<Preferred_Hour>{}</Preferred_Hour>\n{TAIL}</ConstraintActivityPreferredStartingTime>\n",
                escape(day),
                escape(hour)
            );
        }
        if let Some(room) = room_of(file, meet)
            && known.is_none_or(|known| room_of(file, known).as_ref() != Some(&room))
        {
            let _ = write!(
                spaces,
                "<ConstraintActivityPreferredRoom>\n\t<Weight_Percentage>100</Weight_Percentage>\n\t<Activity_Id>{id}</Activity_Id>\n\
                 {room}{TAIL}</ConstraintActivityPreferredRoom>\n"
            );
        }
    }
    let [time, space] = file.ends;
    let text = &file.text;
    let (first, second) = if time <= space {
        ((time, &times), (space, &spaces))
    } else {
        ((space, &spaces), (time, &times))
    };
    let mark = if file.marked { "\u{feff}" } else { "" };
    [
        mark,
        &text[..first.0],
        first.1,
        &text[first.0..second.0],
        second.1,
        &text[second.0..],
    ]
    .concat()
}

/// How each lock ends: it is the program's, not the user's wish.
const TAIL: &str = "\t<Permanently_Locked>false</Permanently_Locked>\n\t<Active>true</Active>\n\t<Comments></Comments>\n";

/// The elements that name the room of a meet, if it has one.
fn room_of(file: &FetFile, meet: &Meet) -> Option<String> {
    let names = &file.data.rooms;
    let demands = &file.instance.problem().events[meet.event.index()].resources;
    let held = demands
        .iter()
        .zip(&meet.resources)
        .filter(|(demand, _)| demand.role >= Some(RoleId(0)));
    let rooms: Option<Vec<&str>> = held
        .map(|(_, room)| room.map(|room| names.get(room.index() - file.rooms.first as usize)))
        .collect();
    let rooms = rooms.filter(|rooms| !rooms.is_empty())?;
    let Some(whole) = file.rooms.virtual_room[meet.event.index()] else {
        return Some(format!("\t<Room>{}</Room>\n", escape(rooms[0])));
    };
    let mut text = format!(
        "\t<Room>{}</Room>\n\t<Number_of_Real_Rooms>{}</Number_of_Real_Rooms>\n",
        escape(names.get(whole as usize)),
        rooms.len()
    );
    for room in rooms {
        let _ = writeln!(text, "\t<Real_Room>{}</Real_Room>", escape(room));
    }
    Some(text)
}
