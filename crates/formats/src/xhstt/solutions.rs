//! Solutions of an archive, read for instances at hand.

use super::fault::{CODES, DUPLICATE, Faults, SOLUTION, XhsttFault};
use super::instance::{ArchiveInstance, check_root};
use super::names::Register;
use crate::xml::{self, Element};
use std::collections::BTreeMap;
use uurwerk_engine::{EventId, Meet, ResourceId, Solution, TimeId};

/// A solution as an archive holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSolution {
    /// Id of its solution group.
    pub group: String,
    /// Position of its instance in the list handed in.
    pub instance: usize,
    /// The timetable, completed with everything preassigned.
    pub solution: Solution,
}

/// From id to place, for one instance.
struct Places<'a> {
    times: BTreeMap<&'a str, usize>,
    resources: BTreeMap<&'a str, usize>,
    events: BTreeMap<&'a str, usize>,
}

impl<'a> Places<'a> {
    fn new(names: &'a super::Names) -> Self {
        Self {
            times: places(&names.times),
            resources: places(&names.resources),
            events: places(&names.events),
        }
    }
}

fn places(list: &[String]) -> BTreeMap<&str, usize> {
    list.iter()
        .enumerate()
        .map(|(place, id)| (id.as_str(), place))
        .collect()
}

/// Reads all solutions of an archive. Reports in it are left aside: costs are for the engine to say.
///
/// # Errors
/// Every fault of the file, with line and column: a solution of an instance that is not in the list, unknown ids, and all that makes a
/// solution invalid for its instance.
pub fn read_solutions(
    bytes: &[u8],
    instances: &[ArchiveInstance],
) -> Result<Vec<StoredSolution>, Vec<XhsttFault>> {
    let text = xml::text(bytes, &CODES)?;
    let root = xml::parse(text, &CODES)?;
    let mut faults = Faults::new(text, &CODES);
    check_root(&root, &mut faults);
    let mut groups = Register::new("solution group");
    let by_id: BTreeMap<&str, usize> = instances
        .iter()
        .enumerate()
        .rev()
        .map(|(place, instance)| (instance.id.as_str(), place))
        .collect();
    let mut known: Vec<Option<Places>> = instances.iter().map(|_| None).collect();
    let mut found = Vec::new();
    for group in root.list("SolutionGroups") {
        group.expect(&["MetaData", "*Solution"], &mut faults);
        groups.add(group, &mut faults);
        for element in group
            .children
            .iter()
            .filter(|child| child.name == "Solution")
        {
            element.expect(
                &["Description", "RunningTime", "Events", "Report"],
                &mut faults,
            );
            let id = element.required("Reference", &mut faults);
            let Some(&instance) = by_id.get(id) else {
                faults.add(
                    super::fault::REFERENCE,
                    element.position,
                    id,
                    "the solution is of an instance that is not at hand",
                );
                continue;
            };
            let places =
                known[instance].get_or_insert_with(|| Places::new(&instances[instance].names));
            let solution = read_solution(element, &instances[instance], places, &mut faults);
            found.extend(solution.map(|solution| StoredSolution {
                group: group.id().to_owned(),
                instance,
                solution,
            }));
        }
    }
    if faults.none() {
        Ok(found)
    } else {
        Err(faults.into_vec())
    }
}

fn read_solution(
    element: &Element,
    archive: &ArchiveInstance,
    places: &Places,
    faults: &mut Faults,
) -> Option<Solution> {
    let names = &archive.names;
    let mut meets = Vec::new();
    let mut elements = Vec::new();
    for event in element.list_of("Events", &["Event"], faults) {
        event.expect(&["Duration", "Time", "Resources"], faults);
        if let Some(meet) = read_meet(event, archive, places, faults) {
            meets.push(meet);
            elements.push(event);
        }
    }
    match archive.instance.complete(&Solution { meets }) {
        Ok(solution) => Some(solution),
        Err(found) => {
            for fault in found.into_iter().take(super::fault::ENOUGH) {
                let (position, id, what) = place(&fault, element, &elements, names);
                faults.add(SOLUTION, position, id, what);
            }
            None
        }
    }
}

/// Where in the file a fault of a solution stands, and how to say it with the file's ids.
fn place<'t>(
    fault: &uurwerk_engine::Fault,
    solution: &'t Element,
    meets: &[&'t Element],
    names: &'t super::Names,
) -> (usize, &'t str, String) {
    use uurwerk_engine::Fault;
    match fault {
        Fault::MeetTime { meet } => (
            meets[*meet].position,
            meets[*meet].id(),
            "the duration is 0 or runs past the last time".to_owned(),
        ),
        Fault::MeetContradicts { meet } => (
            meets[*meet].position,
            meets[*meet].id(),
            "a time or resource contradicts a preassignment or a resource type".to_owned(),
        ),
        Fault::Duration {
            event,
            meets,
            event_duration,
        } => {
            let text = format!(
                "its durations sum to {meets}, but the event has duration {event_duration}"
            );
            (
                solution.position,
                names.events[event.index()].as_str(),
                text,
            )
        }
        other => (solution.position, solution.id(), other.to_string()),
    }
}

fn look_up(
    element: &Element,
    what: &str,
    places: &BTreeMap<&str, usize>,
    faults: &mut Faults,
) -> Option<usize> {
    let id = element.required("Reference", faults);
    let place = places.get(id).copied();
    if place.is_none() {
        faults.add(
            super::fault::REFERENCE,
            element.position,
            id,
            format!("there is no {what} with this id"),
        );
    }
    place
}

fn read_meet(
    element: &Element,
    archive: &ArchiveInstance,
    places: &Places,
    faults: &mut Faults,
) -> Option<Meet> {
    let event_place = look_up(element, "event", &places.events, faults)?;
    let event = &archive.instance.problem().events[event_place];
    let duration = element.number("Duration", faults).unwrap_or(event.duration);
    let start = match element.child("Time") {
        Some(time) => Some(TimeId(look_up(time, "time", &places.times, faults)? as u16)),
        None => None,
    };
    let mut resources = vec![None; event.resources.len()];
    for resource in element.list_of("Resources", &["Resource"], faults) {
        resource.expect(&["Role"], faults);
        let role = resource.child_text("Role", faults);
        let demand = event.resources.iter().position(|demand| {
            demand
                .role
                .is_some_and(|id| archive.names.roles[id.index()] == role)
        });
        let Some(demand) = demand else {
            faults.add(
                super::fault::REFERENCE,
                resource.position,
                element.id(),
                format!("the event has no role `{role}`"),
            );
            continue;
        };
        if resources[demand].is_some() {
            faults.add(
                DUPLICATE,
                resource.position,
                element.id(),
                format!("the role `{role}` stands twice"),
            );
        }
        resources[demand] = look_up(resource, "resource", &places.resources, faults)
            .map(|resource| ResourceId(resource as u32));
    }
    Some(Meet {
        event: EventId(event_place as u32),
        duration,
        start,
        resources,
    })
}
