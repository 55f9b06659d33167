//! Events and event groups of an instance.

use super::fault::{Faults, MISSING, TYPE};
use super::instance::Registers;
use crate::xml::Element;
use uurwerk_engine::{
    Event, EventId, EventResource, Problem, ResourceId, ResourceTypeId, RoleId, TimeId,
};

pub(super) fn read(
    element: &Element,
    ids: &mut Registers,
    problem: &mut Problem,
    faults: &mut Faults,
) {
    element.expect(&["EventGroups", "*Event"], faults);
    for group in element.list_of("EventGroups", &["Course", "EventGroup"], faults) {
        group.expect(&["Name"], faults);
        ids.event_groups.add(group, faults);
    }
    problem.event_groups = vec![Vec::new(); ids.event_groups.len()];
    for event in element
        .children
        .iter()
        .filter(|child| child.name == "Event")
    {
        read_event(event, ids, problem, faults);
    }
}

fn read_event(element: &Element, ids: &mut Registers, problem: &mut Problem, faults: &mut Faults) {
    element.expect(
        &[
            "Name",
            "Duration",
            "Workload",
            "Course",
            "Time",
            "Resources",
            "ResourceGroups",
            "EventGroups",
        ],
        faults,
    );
    let id = EventId(problem.events.len() as u32);
    ids.events.add(element, faults);
    let duration: u16 = element.required_number("Duration", faults);
    let workload = element
        .number("Workload", faults)
        .unwrap_or(u32::from(duration));
    let time = element
        .child("Time")
        .and_then(|time| ids.times.reference(time, faults))
        .map(|time| TimeId(time as u16));
    let mut resources = Vec::new();
    for resource in element.list_of("Resources", &["Resource"], faults) {
        resources.extend(read_resource(
            resource, element, workload, ids, problem, faults,
        ));
    }
    for group in element.list_of("ResourceGroups", &["ResourceGroup"], faults) {
        let Some(group) = ids.resource_groups.reference(group, faults) else {
            continue;
        };
        if !ids.expand(ids.members[group].len(), element, faults) {
            break;
        }
        let members = ids.members[group].iter();
        resources.extend(members.filter_map(|&member| {
            Some(EventResource::preassigned(
                type_of(problem, member)?,
                member,
                workload,
            ))
        }));
    }
    for group in element
        .children
        .iter()
        .filter(|child| child.name == "Course")
        .chain(element.list_of("EventGroups", &["EventGroup"], faults))
    {
        if let Some(group) = ids.event_groups.reference(group, faults)
            && problem.event_groups[group].last() != Some(&id)
        {
            problem.event_groups[group].push(id);
        }
    }
    problem.events.push(Event {
        duration,
        workload,
        time,
        resources,
    });
}

fn type_of(problem: &Problem, resource: ResourceId) -> Option<ResourceTypeId> {
    problem
        .resources
        .get(resource.index())
        .map(|found| found.resource_type)
}

fn read_resource(
    element: &Element,
    event: &Element,
    workload: u32,
    ids: &mut Registers,
    problem: &Problem,
    faults: &mut Faults,
) -> Option<EventResource> {
    element.expect(&["Role", "ResourceType", "Workload"], faults);
    let workload = element.number("Workload", faults).unwrap_or(workload);
    let role = element
        .child("Role")
        .map(|role| RoleId(ids.roles.intern(role.trimmed()) as u32));
    let named_type = match element.child("ResourceType") {
        Some(named) => Some(ResourceTypeId(
            u16::try_from(ids.resource_types.reference(named, faults)?).unwrap_or(u16::MAX),
        )),
        None => None,
    };
    if element.attribute("Reference").is_some() {
        let resource = ResourceId(ids.resources.reference(element, faults)? as u32);
        let resource_type = type_of(problem, resource)?;
        if named_type.is_some_and(|named| named != resource_type) {
            faults.add(
                TYPE,
                element.position,
                event.id(),
                "the preassigned resource is of another type than `ResourceType` says",
            );
        }
        return Some(EventResource {
            resource_type,
            preassigned: Some(resource),
            role,
            workload,
        });
    }
    if role.is_none() || named_type.is_none() {
        faults.add(
            MISSING,
            element.position,
            event.id(),
            "an event resource without `Reference` needs `Role` and `ResourceType`",
        );
    }
    Some(EventResource {
        resource_type: named_type?,
        preassigned: None,
        role,
        workload,
    })
}
