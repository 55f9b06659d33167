//! Where people and activities go from room to room: changes of building and of room, rooms of one set of activities.

use super::mapper::{Item, Mapper};
use super::rooms::{ROOM, RoomPlan};
use uurwerk_engine::{
    AvoidSplitAssignments, ChangeMeasure, CostFunction, EventId, KeepHolders, Kind, LimitChanges,
    LimitHolders, ResourceId,
};

/// Limits on changes of building or room of teachers or leaves; whether there was such a one.
pub(super) fn read(mapper: &mut Mapper, item: &Item, plan: &RoomPlan) -> bool {
    match item.family() {
        "ActivitiesOccupyMaxDifferentRooms" => max_different_rooms(mapper, item),
        "ActivitiesSameRoomIfConsecutive" => same_room(mapper, item),
        family => {
            let people = ["Teachers", "Teacher", "StudentsSet", "Students"];
            let own = people.iter().find_map(|people| family.strip_prefix(people));
            let (tag, measure): (&str, fn(u16) -> ChangeMeasure) = match own {
                Some("MaxBuildingChangesPerDay") => {
                    ("Max_Building_Changes_Per_Day", ChangeMeasure::InEach)
                }
                Some("MaxBuildingChangesPerWeek") => {
                    ("Max_Building_Changes_Per_Week", ChangeMeasure::InAll)
                }
                Some("MinGapsBetweenBuildingChanges") => {
                    ("Min_Gaps_Between_Building_Changes", ChangeMeasure::Between)
                }
                Some("MaxRoomChangesPerDay") => ("Max_Room_Changes_Per_Day", ChangeMeasure::InEach),
                Some("MaxRoomChangesPerWeek") => {
                    ("Max_Room_Changes_Per_Week", ChangeMeasure::InAll)
                }
                Some("MinGapsBetweenRoomChanges") => {
                    ("Min_Gaps_Between_Room_Changes", ChangeMeasure::Between)
                }
                _ => return false,
            };
            changes(mapper, item, plan, tag, measure);
        }
    }
    true
}

fn changes(
    mapper: &mut Mapper,
    item: &Item,
    plan: &RoomPlan,
    tag: &str,
    measure: fn(u16) -> ChangeMeasure,
) {
    let item = &mapper.must_be_hard(item);
    let points = mapper.points(item);
    let number = u16::try_from(mapper.number(item, tag)).unwrap_or(u16::MAX);
    let buildings = item.family().contains("Building");
    let labels: Vec<(ResourceId, u16)> = mapper
        .data
        .room
        .iter()
        .enumerate()
        .filter_map(|(place, room)| {
            let label = if buildings {
                room.building?
            } else {
                place as u32
            };
            Some((
                ResourceId(plan.first + place as u32),
                u16::try_from(label).ok()?,
            ))
        })
        .collect();
    let mut event_groups = Vec::new();
    for person in points {
        let roomed: Vec<EventId> = mapper
            .attended_by(person)
            .into_iter()
            .filter(|&event| has_room(mapper, event))
            .collect();
        if roomed.len() > 1 && several(mapper, &roomed, &labels) {
            event_groups.push(mapper.event_group(&roomed));
        }
    }
    if !event_groups.is_empty() {
        let time_groups = mapper.days();
        let measure = measure(number);
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::LimitChanges(LimitChanges {
                event_groups,
                role: ROOM,
                labels,
                time_groups,
                measure,
            }),
        );
    }
}

/// Whether the rooms that the activities may have bear different labels.
fn several(mapper: &Mapper, events: &[EventId], labels: &[(ResourceId, u16)]) -> bool {
    let label = |room: ResourceId| {
        labels
            .iter()
            .find(|labelled| labelled.0 == room)
            .map(|labelled| labelled.1)
    };
    let mut found = Vec::new();
    for event in events {
        let demands = &mapper.problem.events[event.index()].resources;
        match demands
            .iter()
            .find(|demand| demand.role == Some(ROOM))
            .and_then(|demand| demand.preassigned)
        {
            Some(room) => found.extend(label(room)),
            None => return true,
        }
    }
    found.windows(2).any(|pair| pair[0] != pair[1])
}

/// The activities in at most so many different rooms.
fn max_different_rooms(mapper: &mut Mapper, item: &Item) {
    let most =
        u16::try_from(mapper.number(item, "Max_Number_of_Different_Rooms")).unwrap_or(u16::MAX);
    let Some(event_groups) = roomed(mapper, item) else {
        return;
    };
    let kind = if most == 1 {
        Kind::AvoidSplitAssignments(AvoidSplitAssignments {
            event_groups,
            role: ROOM,
        })
    } else {
        Kind::LimitHolders(LimitHolders {
            event_groups,
            role: ROOM,
            most,
        })
    };
    mapper.add(item, CostFunction::Linear, kind);
}

/// Activities that follow each other on a day in the same room.
fn same_room(mapper: &mut Mapper, item: &Item) {
    if let Some(event_groups) = roomed(mapper, item) {
        let time_groups = mapper.days();
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::KeepHolders(KeepHolders {
                event_groups,
                role: ROOM,
                time_groups,
            }),
        );
    }
}

/// An event group of the listed activities that have rooms at all, if there are several.
fn roomed(mapper: &mut Mapper, item: &Item) -> Option<Vec<uurwerk_engine::EventGroupId>> {
    let mut events = mapper.listed(item);
    events.retain(|&event| has_room(mapper, event));
    (events.len() > 1).then(|| vec![mapper.event_group(&events)])
}

fn has_room(mapper: &Mapper, event: EventId) -> bool {
    let demands = &mapper.problem.events[event.index()].resources;
    demands.iter().any(|demand| demand.role == Some(ROOM))
}
