//! Rooms. An activity for which no rule names a room has none. All rules of preferred rooms hold together; the home rooms of its students or
//! its teacher count when no such rule speaks of it. A virtual room stands for one real room of each of its sets at a time.

use std::collections::BTreeSet;

use super::fault::STRICTER;
use super::mapper::{Item, Mapper, ROOMS};
use super::weight::Weight;
use uurwerk_engine::{
    AssignResource, AvoidClashes, AvoidUnavailableTimes, CostFunction, EventId, EventResource,
    Kind, PreferResources, ResourceId, RoleId,
};

/// The role of the first room of an activity; those of the other sets of a virtual room follow.
pub(super) const ROOM: RoleId = RoleId(0);

/// Which rooms some activities should have.
#[derive(Clone, Debug)]
struct Rule<'e> {
    item: Item<'e>,
    events: Vec<EventId>,
    rooms: Vec<u32>,
    /// Whether it holds only for activities of which no other rule speaks.
    home: bool,
}

/// What a reader of solutions must know of rooms.
#[derive(Clone, Debug, Default)]
pub(super) struct RoomPlan {
    /// The resource of the first room of the file; the others follow.
    pub first: u32,
    /// The virtual room of each event that has one.
    pub virtual_room: Vec<Option<u32>>,
}

/// Reads all rules on rooms and gives the activities their demands.
pub(super) fn add(mapper: &mut Mapper, items: &[Item]) -> RoomPlan {
    let first = mapper.problem.resources.len() as u32;
    for _ in 0..mapper.data.rooms.len() {
        mapper.resource(ROOMS);
    }
    let mut rules = Vec::new();
    for item in items {
        rules.extend(rule(mapper, item));
    }
    let mut of_event: Vec<Vec<usize>> = vec![Vec::new(); mapper.problem.events.len()];
    for (place, rule) in rules.iter().enumerate() {
        rule.events
            .iter()
            .for_each(|event| of_event[event.index()].push(place));
    }
    let mut plan = RoomPlan {
        first,
        virtual_room: vec![None; of_event.len()],
    };
    let mut demanding = vec![Vec::new(); rules.len()];
    for (event, mine) in (0..).map(EventId).zip(&of_event) {
        if !mine.is_empty() {
            demand(mapper, event, &rules, mine, &mut plan, &mut demanding);
        }
    }
    for (rule, events) in rules.iter().zip(demanding) {
        price(mapper, rule, events, first);
    }
    let reason = items
        .iter()
        .find(|item| item.family() == "BasicCompulsorySpace")
        .map_or(super::IMPLIED, |item| item.origin);
    let real = (0..mapper.data.rooms.len()).filter(|&room| mapper.data.room[room].real.is_empty());
    let resources: Vec<_> = real.map(|room| ResourceId(first + room as u32)).collect();
    if !resources.is_empty() {
        mapper.add_hard(reason, Kind::AvoidClashes(AvoidClashes { resources }));
    }
    plan
}

/// Cells in which a room cannot be used: one conflict for each hour.
pub(super) fn unavailable(mapper: &mut Mapper, item: &Item, plan: &RoomPlan) {
    let data = mapper.data;
    let room = mapper.named(item, "Room", &data.rooms);
    let times = mapper.slots(item, "Not_Available_Time", "Day", "Hour");
    if let Some(room) = room.filter(|_| !times.is_empty()) {
        let resources = vec![ResourceId(plan.first + room)];
        mapper.add(
            item,
            CostFunction::Linear,
            Kind::AvoidUnavailableTimes(AvoidUnavailableTimes { resources, times }),
        );
    }
}

/// The rule that a constraint makes, if it is one on rooms.
fn rule<'e>(mapper: &mut Mapper, item: &Item<'e>) -> Option<Rule<'e>> {
    let data = mapper.data;
    let home = item.family().contains("HomeRoom");
    let events = match item.family() {
        "ActivityPreferredRoom" | "ActivityPreferredRooms" => mapper.listed(item),
        "SubjectPreferredRoom" | "SubjectPreferredRooms" => {
            let subject = mapper.named(item, "Subject", &data.subjects)?;
            mapper.events_where(|activity| activity.subject == subject)
        }
        "ActivityTagPreferredRoom" | "ActivityTagPreferredRooms" => {
            let tag = mapper.named(item, "Activity_Tag", &data.tags)?;
            mapper.events_where(|activity| activity.tags.contains(&tag))
        }
        "SubjectActivityTagPreferredRoom" | "SubjectActivityTagPreferredRooms" => {
            let subject = mapper.named(item, "Subject", &data.subjects)?;
            let tag = mapper.named(item, "Activity_Tag", &data.tags)?;
            mapper.events_where(|activity| {
                activity.subject == subject && activity.tags.contains(&tag)
            })
        }
        "StudentsSetHomeRoom" | "StudentsSetHomeRooms" => {
            let set = mapper.named(item, "Students", &data.students.sets)?;
            mapper.events_where(|activity| activity.sets == [set])
        }
        "TeacherHomeRoom" | "TeacherHomeRooms" => {
            let teacher = mapper.named(item, "Teacher", &data.teachers)?;
            mapper.events_where(|activity| activity.teachers == [teacher])
        }
        _ => return None,
    };
    let named = item
        .element
        .children
        .iter()
        .filter(|child| child.name == "Room" || child.name == "Preferred_Room");
    let rooms = named
        .filter_map(|child| data.rooms.reference(child, mapper.faults))
        .collect();
    let counts = item.weight > Weight(0) && !events.is_empty();
    counts.then_some(Rule {
        item: *item,
        events,
        rooms,
        home,
    })
}

/// Gives one activity its demand for a room, and puts it down for the rules that are to be priced.
fn demand(
    mapper: &mut Mapper,
    event: EventId,
    rules: &[Rule],
    mine: &[usize],
    plan: &mut RoomPlan,
    demanding: &mut [Vec<EventId>],
) {
    let data = mapper.data;
    let hard = |place: &&usize| rules[**place].item.weight.is_hard();
    let mut wishes: Vec<usize> = mine
        .iter()
        .copied()
        .filter(|&place| !rules[place].home)
        .collect();
    let homes: Vec<usize> = mine
        .iter()
        .copied()
        .filter(|&place| rules[place].home)
        .collect();
    let must = wishes.iter().any(|place| hard(&place)) || homes.iter().any(|place| hard(&place));
    let mut rooms = BTreeSet::new();
    if wishes.iter().any(|place| hard(&place)) || wishes.is_empty() {
        if wishes.is_empty() {
            wishes.clone_from(&homes);
        }
        // Those that must hold together, or, when all are soft, any of theirs.
        let strict: Vec<usize> = wishes
            .iter()
            .copied()
            .filter(|place| hard(&place))
            .collect();
        let all = if strict.is_empty() { &wishes } else { &strict };
        for &place in all {
            let theirs: BTreeSet<u32> = rules[place].rooms.iter().copied().collect();
            if strict.is_empty() || place == all[0] {
                rooms.extend(theirs);
            } else {
                rooms.retain(|room| theirs.contains(room));
            }
        }
    } else {
        rooms.extend(
            wishes
                .iter()
                .chain(&homes)
                .flat_map(|&place| &rules[place].rooms),
        );
    }
    let size = data.activities[mapper.activities[event.index()]].size;
    rooms.retain(|&room| u64::from(data.room[room as usize].capacity) >= size);
    let open = wishes.iter().any(|place| !hard(&place));
    if rooms.is_empty() && must {
        // Said once, by the engine: nobody can hold this demand.
        rooms.extend(rules[wishes[0]].rooms.iter().take(1));
    }
    let real: Vec<u32> = rooms
        .iter()
        .copied()
        .filter(|&room| data.room[room as usize].real.is_empty())
        .collect();
    let stricter = real.len() < rooms.len() && rooms.len() > 1;
    if stricter {
        let position = rules[wishes[0]].item.element.position;
        mapper
            .notes
            .add(STRICTER, "virtual rooms among others", position);
    }
    let preassigned = |room: u32| EventResource {
        role: Some(ROOM),
        ..EventResource::preassigned(ROOMS, ResourceId(plan.first + room), 0)
    };
    match (real.as_slice(), rooms.first()) {
        ([room], _) if !open && rooms.len() == 1 => {
            mapper.problem.events[event.index()]
                .resources
                .push(preassigned(*room));
        }
        ([], Some(&room)) => {
            plan.virtual_room[event.index()] = Some(room);
            virtual_demands(
                mapper,
                event,
                room,
                plan.first,
                rules[wishes[0]].item.origin,
            );
        }
        ([], None) => {}
        _ => {
            mapper.problem.events[event.index()]
                .resources
                .push(EventResource::open(ROOMS, ROOM, 0));
            let preferred = real
                .iter()
                .map(|room| ResourceId(plan.first + room))
                .collect();
            let origin = rules[wishes[0]].item.origin;
            mapper.add_hard(
                origin,
                Kind::PreferResources(PreferResources {
                    events: vec![event],
                    role: ROOM,
                    preferred,
                }),
            );
            if must {
                mapper.add_hard(
                    origin,
                    Kind::AssignResource(AssignResource {
                        events: vec![event],
                        role: ROOM,
                    }),
                );
            }
            for &place in wishes.iter().filter(|place| !hard(place)) {
                demanding[place].push(event);
            }
        }
    }
}

/// One demand for each set of a virtual room. Rooms at two places, or one room for two sets, are clashes.
fn virtual_demands(mapper: &mut Mapper, event: EventId, room: u32, first: u32, origin: u32) {
    let data = mapper.data;
    for (role, set) in (ROOM.0..).map(RoleId).zip(&data.room[room as usize].real) {
        let rooms: Vec<ResourceId> = set.iter().map(|room| ResourceId(first + room)).collect();
        let resources = &mut mapper.problem.events[event.index()].resources;
        if let [only] = rooms[..] {
            resources.push(EventResource {
                role: Some(role),
                ..EventResource::preassigned(ROOMS, only, 0)
            });
        } else {
            resources.push(EventResource::open(ROOMS, role, 0));
            mapper.add_hard(
                origin,
                Kind::PreferResources(PreferResources {
                    events: vec![event],
                    role,
                    preferred: rooms,
                }),
            );
            mapper.add_hard(
                origin,
                Kind::AssignResource(AssignResource {
                    events: vec![event],
                    role,
                }),
            );
        }
    }
}

/// The soft cost of a rule: one conflict for each activity in another room or in none.
fn price(mapper: &mut Mapper, rule: &Rule, events: Vec<EventId>, first: u32) {
    if events.is_empty() {
        return;
    }
    let preferred = rule
        .rooms
        .iter()
        .map(|room| ResourceId(first + room))
        .collect();
    mapper.add(
        &rule.item,
        CostFunction::Step,
        Kind::PreferResources(PreferResources {
            events: events.clone(),
            role: ROOM,
            preferred,
        }),
    );
    mapper.add(
        &rule.item,
        CostFunction::Step,
        Kind::AssignResource(AssignResource { events, role: ROOM }),
    );
}
