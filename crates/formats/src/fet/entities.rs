//! Reads the things of a file: all lists but those of constraints.

use std::collections::BTreeMap;

use super::data::{Activity, Data, Room, Students};
use super::fault::{COUNT, DUPLICATE, ELEMENT, Faults, MISSING, REFERENCE, VALUE};
use super::names::{Names, name_of};
use crate::xml::Element;

/// Reads everything but constraints.
pub(super) fn read(root: &Element, faults: &mut Faults) -> Data {
    let mut data = Data {
        days: list(root, "Days_List", "Day", "day", faults),
        hours: list(root, "Hours_List", "Hour", "hour", faults),
        subjects: list(root, "Subjects_List", "Subject", "subject", faults),
        tags: list(
            root,
            "Activity_Tags_List",
            "Activity_Tag",
            "activity tag",
            faults,
        ),
        teachers: list(root, "Teachers_List", "Teacher", "teacher", faults),
        buildings: list(root, "Buildings_List", "Building", "building", faults),
        rooms: list(root, "Rooms_List", "Room", "room", faults),
        room: Vec::new(),
        students: students(root, faults),
        activities: Vec::new(),
        places: BTreeMap::new(),
    };
    for (names, tag, count) in [
        (&data.days, "Days_List", "Number_of_Days"),
        (&data.hours, "Hours_List", "Number_of_Hours"),
    ] {
        match root.child(tag) {
            Some(list) => counted(list, &[count, "Number"], names.len(), faults),
            None => faults.add(
                MISSING,
                root.position,
                "",
                format!("a FET file needs a `{tag}`"),
            ),
        }
    }
    data.room = rooms(root, &data, faults);
    for element in root.list("Activities_List") {
        if element.name == "Activity" {
            let activity = activity(element, &data, faults);
            if data
                .places
                .insert(activity.id, data.activities.len())
                .is_some()
            {
                faults.add(
                    DUPLICATE,
                    element.position,
                    &activity.id.to_string(),
                    "another activity has this id",
                );
            }
            data.activities.push(activity);
        }
    }
    data
}

/// The names of a list.
fn list(root: &Element, tag: &str, of: &str, what: &'static str, faults: &mut Faults) -> Names {
    let mut names = Names::new(what);
    for child in root.list(tag) {
        if child.name == of {
            names.add(child, faults);
        } else if child.name == "Name" && ["Day", "Hour"].contains(&of) {
            // Older files.
            names.add_name(&child.text, child.position, faults);
        }
    }
    names
}

/// Holds a count of the file against what there is. FET reads no file in which they differ.
pub(super) fn counted(element: &Element, tags: &[&str], found: usize, faults: &mut Faults) {
    let Some(child) = tags.iter().find_map(|tag| element.child(tag)) else {
        return;
    };
    if child.trimmed().parse() != Ok(found) {
        faults.add(
            COUNT,
            child.position,
            &element.name,
            format!(
                "`{}` says {}, but {found} follow",
                child.name,
                child.trimmed()
            ),
        );
    }
}

/// Whether a child says true; `default` when it is absent.
pub(super) fn truth(element: &Element, tag: &str, default: bool, faults: &mut Faults) -> bool {
    let Some(child) = element.child(tag) else {
        return default;
    };
    match child.trimmed() {
        "true" | "yes" | "1" => true,
        "false" | "no" | "0" => false,
        other => {
            faults.add(
                VALUE,
                child.position,
                &element.name,
                format!("`{tag}` must be `true` or `false`, not `{other}`"),
            );
            default
        }
    }
}

/// What sets of students are called, the whole first.
const LEVELS: [&str; 3] = ["Year", "Group", "Subgroup"];

/// The sets of students, with what is in them.
fn students(root: &Element, faults: &mut Faults) -> Students {
    let mut sets = Names::new("year, group or subgroup");
    let mut sizes = Vec::new();
    let mut members: Vec<Vec<u32>> = Vec::new();
    // The level at which a name stands: a name at two levels is refused by FET too.
    let mut levels: Vec<&'static str> = Vec::new();
    let mut stack: Vec<(&Element, Option<u32>)> = root
        .list("Students_List")
        .iter()
        .rev()
        .map(|year| (year, None))
        .collect();
    while let Some((element, parent)) = stack.pop() {
        let depth = LEVELS.iter().position(|level| *level == element.name);
        let Some(depth) = depth else {
            continue;
        };
        // No set is a part of itself, since each stands one level below what it is a part of.
        let above = depth.checked_sub(1).map(|above| LEVELS[above]);
        if parent.map(|parent: u32| levels[parent as usize]) != above {
            let place = above.unwrap_or("Students_List");
            let found = format!("a `{}` stands directly in a `{place}`", element.name);
            faults.add(ELEMENT, element.position, &element.name, found);
            continue;
        }
        let name = name_of(element, faults);
        let known = sets.find(name).is_some();
        let set = sets.intern(name);
        if !known {
            members.push(Vec::new());
            levels.push(LEVELS[depth]);
            sizes.push(element.number("Number_of_Students", faults).unwrap_or(0));
        } else if levels[set as usize] != element.name || parent.is_none() {
            faults.add(
                DUPLICATE,
                element.position,
                name,
                "another year, group or subgroup has this name",
            );
            continue;
        }
        if let Some(parent) = parent
            && !members[parent as usize].contains(&set)
        {
            members[parent as usize].push(set);
        }
        stack.extend(
            element
                .children
                .iter()
                .rev()
                .map(|child| (child, Some(set))),
        );
    }
    let leaves = (0..sets.len() as u32)
        .map(|set| {
            let mut leaves = Vec::new();
            let mut open = vec![set];
            while let Some(set) = open.pop() {
                match members[set as usize].as_slice() {
                    [] => leaves.push(set),
                    parts => open.extend(parts),
                }
            }
            leaves.sort_unstable();
            leaves.dedup();
            leaves
        })
        .collect();
    Students {
        sets,
        leaves,
        sizes,
    }
}

fn rooms(root: &Element, data: &Data, faults: &mut Faults) -> Vec<Room> {
    let elements = root
        .list("Rooms_List")
        .iter()
        .filter(|child| child.name == "Room");
    let read = |element: &Element| {
        let building = element
            .child("Building")
            .filter(|building| !building.text.is_empty())
            .and_then(|building| data.buildings.reference(building, faults));
        let mut real = Vec::new();
        if truth(element, "Virtual", false, faults) {
            for set in element
                .children
                .iter()
                .filter(|child| child.name == "Set_of_Real_Rooms")
            {
                let rooms: Vec<u32> = set
                    .children
                    .iter()
                    .filter(|child| child.name == "Real_Room")
                    .filter_map(|room| data.rooms.reference(room, faults))
                    .collect();
                counted(set, &["Number_of_Real_Rooms"], rooms.len(), faults);
                real.push(rooms);
            }
            counted(
                element,
                &["Number_of_Sets_of_Real_Rooms"],
                real.len(),
                faults,
            );
        }
        Room {
            building,
            capacity: element.number("Capacity", faults).unwrap_or(u32::MAX),
            real,
        }
    };
    let mut read = read;
    elements.map(&mut read).collect()
}

fn activity(element: &Element, data: &Data, faults: &mut Faults) -> Activity {
    let mut activity = Activity {
        id: element.required_number("Id", faults),
        group: element.number("Activity_Group_Id", faults).unwrap_or(0),
        teachers: Vec::new(),
        sets: Vec::new(),
        leaves: Vec::new(),
        subject: u32::MAX,
        tags: Vec::new(),
        duration: element.required_number("Duration", faults),
        size: 0,
        active: truth(element, "Active", true, faults),
    };
    for child in &element.children {
        match child.name.as_str() {
            "Teacher" => activity
                .teachers
                .extend(data.teachers.reference(child, faults)),
            "Students" => activity
                .sets
                .extend(data.students.sets.reference(child, faults)),
            "Activity_Tag" if !child.text.is_empty() => {
                activity.tags.extend(data.tags.reference(child, faults));
            }
            "Subject" => {
                activity.subject = data.subjects.reference(child, faults).unwrap_or(u32::MAX);
            }
            _ => {}
        }
    }
    activity.teachers.sort_unstable();
    activity.teachers.dedup();
    for &set in &activity.sets {
        activity.size += u64::from(data.students.sizes[set as usize]);
        activity.leaves.extend(&data.students.leaves[set as usize]);
    }
    activity.leaves.sort_unstable();
    activity.leaves.dedup();
    if let Some(size) = element
        .child("Number_Of_Students")
        .or_else(|| element.child("Number_of_Students"))
        .filter(|size| size.trimmed() != "-1")
    {
        match size.trimmed().parse() {
            Ok(size) => activity.size = size,
            Err(_) => faults.add(
                VALUE,
                size.position,
                &activity.id.to_string(),
                format!(
                    "`{}` must be a whole number, not `{}`",
                    size.name,
                    size.trimmed()
                ),
            ),
        }
    }
    if activity.subject == u32::MAX && element.child("Subject").is_none() {
        faults.add(
            MISSING,
            element.position,
            &activity.id.to_string(),
            "an activity needs a `Subject`",
        );
    }
    if activity.duration == 0 || usize::from(activity.duration) > data.hours.len() {
        faults.add(
            VALUE,
            element.position,
            &activity.id.to_string(),
            format!("an activity lasts 1 to {} hours", data.hours.len()),
        );
    }
    activity
}

/// The activities that an element names by number; a fault for each that does not exist.
pub(super) fn numbered<'d>(
    element: &Element,
    tag: &str,
    data: &'d Data,
    faults: &mut Faults,
) -> Vec<(usize, &'d Activity)> {
    let mut found = Vec::new();
    for child in element.children.iter().filter(|child| child.name == tag) {
        let place = child
            .trimmed()
            .parse()
            .ok()
            .and_then(|id: u32| data.places.get(&id));
        match place {
            Some(&place) => found.push((place, &data.activities[place])),
            None => faults.add(
                REFERENCE,
                child.position,
                child.trimmed(),
                "there is no activity with this id",
            ),
        }
    }
    found
}
