//! An archive's instances: times and resources here, events and constraints in the files beside.

use super::fault::{CODES, ELEMENT, Faults, PROBLEM, XhsttFault};
use super::names::{Names, Register};
use crate::xml::{self, Element};
use uurwerk_engine::{Instance, Problem, Resource, ResourceTypeId, TimeId};

/// What an archive holds.
#[derive(Clone, Debug)]
pub struct Archive {
    /// Its instances, in order.
    pub instances: Vec<ArchiveInstance>,
}

/// One instance of an archive.
#[derive(Clone, Debug)]
pub struct ArchiveInstance {
    /// Its id.
    pub id: String,
    /// The compiled problem.
    pub instance: Instance,
    /// The ids of its things.
    pub names: Names,
    /// Its XML as it stands in the file, from `<Instance` to `</Instance>`: what a writer repeats.
    pub(super) source: String,
}

/// The ids of an instance while it is read.
pub(super) struct Registers {
    pub times: Register,
    pub time_groups: Register,
    pub resource_types: Register,
    pub resource_groups: Register,
    pub resources: Register,
    pub roles: Register,
    pub events: Register,
    pub event_groups: Register,
    pub constraints: Register,
    /// The members of each resource group, in the order of the file.
    pub members: Vec<Vec<uurwerk_engine::ResourceId>>,
    /// References to members of groups, written out one by one, so far.
    pub expanded: std::cell::Cell<usize>,
}

/// Groups let a short file stand for an endless list: the greatest school written so far needs some hundred thousand.
const MOST_EXPANDED: usize = 5_000_000;

impl Registers {
    /// Counts references about to be written out; false, with a fault, when there are too many of them.
    pub fn expand(&self, count: usize, element: &Element, faults: &mut Faults) -> bool {
        self.expanded.set(self.expanded.get().saturating_add(count));
        let fits = self.expanded.get() <= MOST_EXPANDED;
        if !fits {
            let what = format!("the groups stand for more than {MOST_EXPANDED} references in all");
            faults.add(PROBLEM, element.position, element.id(), what);
        }
        fits
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Archive, Vec<XhsttFault>> {
    let text = xml::text(bytes, &CODES)?;
    let root = xml::parse(text, &CODES)?;
    let mut faults = Faults::new(text, &CODES);
    check_root(&root, &mut faults);
    let mut ids = Register::new("instance");
    let mut instances = Vec::new();
    for element in root.list("Instances") {
        ids.add(element, &mut faults);
        instances.extend(read_instance(element, text, &mut faults));
    }
    if faults.none() {
        Ok(Archive { instances })
    } else {
        Err(faults.into_vec())
    }
}

/// Notes whatever is not an archive's outline.
pub(super) fn check_root(root: &Element, faults: &mut Faults) {
    if root.name != "HighSchoolTimetableArchive" {
        faults.add(
            ELEMENT,
            root.position,
            &root.name,
            "an XHSTT file has the root element `HighSchoolTimetableArchive`",
        );
    }
    root.expect(&["MetaData", "Instances", "SolutionGroups"], faults);
    if let Some(list) = root.child("Instances") {
        list.expect(&["*Instance"], faults);
    }
    if let Some(list) = root.child("SolutionGroups") {
        list.expect(&["*SolutionGroup"], faults);
    }
}

fn read_instance(element: &Element, text: &str, faults: &mut Faults) -> Option<ArchiveInstance> {
    element.expect(
        &["MetaData", "Times", "Resources", "Events", "Constraints"],
        faults,
    );
    let mut ids = Registers {
        times: Register::new("time"),
        time_groups: Register::new("time group"),
        resource_types: Register::new("resource type"),
        resource_groups: Register::new("resource group"),
        resources: Register::new("resource"),
        roles: Register::new("role"),
        events: Register::new("event"),
        event_groups: Register::new("event group"),
        constraints: Register::new("constraint"),
        members: Vec::new(),
        expanded: std::cell::Cell::new(0),
    };
    let mut problem = Problem::default();
    let empty = Element::default();
    let mut part = |name| {
        element.child(name).unwrap_or_else(|| {
            faults.add(
                super::fault::MISSING,
                element.position,
                element.id(),
                format!("an instance needs a child `{name}`"),
            );
            &empty
        })
    };
    let (times, resources, events, constraints) = (
        part("Times"),
        part("Resources"),
        part("Events"),
        part("Constraints"),
    );
    read_times(times, &mut ids, &mut problem, faults);
    read_resources(resources, &mut ids, &mut problem, faults);
    super::events::read(events, &mut ids, &mut problem, faults);
    super::constraints::read(constraints, &mut ids, &mut problem, faults);
    if !faults.none() {
        return None;
    }
    let names = Names {
        times: ids.times.into_list(),
        time_groups: ids.time_groups.into_list(),
        resource_types: ids.resource_types.into_list(),
        resource_groups: ids.resource_groups.into_list(),
        resources: ids.resources.into_list(),
        roles: ids.roles.into_list(),
        events: ids.events.into_list(),
        event_groups: ids.event_groups.into_list(),
        constraints: ids.constraints.into_list(),
    };
    match Instance::compile(problem) {
        Ok(instance) => {
            let source = text[element.position..element.end].to_owned();
            Some(ArchiveInstance {
                id: element.id().to_owned(),
                instance,
                names,
                source,
            })
        }
        Err(found) => {
            for fault in found.into_iter().take(super::fault::ENOUGH) {
                let (position, id) = place(&fault, &names, events, constraints)
                    .unwrap_or((element.position, element.id()));
                faults.add(PROBLEM, position, id, fault.to_string());
            }
            None
        }
    }
}

/// Where in the file the thing stands that the engine finds fault with.
fn place<'t>(
    fault: &uurwerk_engine::Fault,
    names: &Names,
    events: &'t Element,
    constraints: &'t Element,
) -> Option<(usize, &'t str)> {
    use uurwerk_engine::Fault;
    let constraint = |id: uurwerk_engine::ConstraintId| {
        constraints
            .children
            .get(id.index())
            .map(|found| (found.position, found.id()))
    };
    match fault {
        Fault::NoDuration(id)
        | Fault::EventTime(id)
        | Fault::EventResource { event: id, .. }
        | Fault::NoRole { event: id, .. }
        | Fault::RoleTwice { event: id, .. } => {
            let name = names.events.get(id.index())?;
            events
                .children
                .iter()
                .find(|found| found.name == "Event" && found.id() == name)
                .map(|found| (found.position, found.id()))
        }
        Fault::Reference { constraint: id, .. }
        | Fault::RoleMissing { constraint: id, .. }
        | Fault::Limits(id) => constraint(*id),
        _ => None,
    }
}

fn read_times(element: &Element, ids: &mut Registers, problem: &mut Problem, faults: &mut Faults) {
    element.expect(&["TimeGroups", "*Time"], faults);
    for group in element.list_of("TimeGroups", &["Week", "Day", "TimeGroup"], faults) {
        group.expect(&["Name"], faults);
        ids.time_groups.add(group, faults);
    }
    problem.time_groups = vec![Vec::new(); ids.time_groups.len()];
    for time in element.children.iter().filter(|child| child.name == "Time") {
        time.expect(&["Name", "Week", "Day", "TimeGroups"], faults);
        let Ok(id) = u16::try_from(ids.times.len()) else {
            return faults.add(
                super::fault::VALUE,
                time.position,
                time.id(),
                "there are too many times",
            );
        };
        ids.times.add(time, faults);
        let groups = time
            .children
            .iter()
            .filter(|child| child.name == "Week" || child.name == "Day")
            .chain(time.list_of("TimeGroups", &["TimeGroup"], faults));
        for group in groups {
            if let Some(group) = ids.time_groups.reference(group, faults)
                && problem.time_groups[group].last() != Some(&TimeId(id))
            {
                problem.time_groups[group].push(TimeId(id));
            }
        }
    }
    problem.times = u16::try_from(ids.times.len()).unwrap_or(u16::MAX);
}

fn read_resources(
    element: &Element,
    ids: &mut Registers,
    problem: &mut Problem,
    faults: &mut Faults,
) {
    element.expect(&["ResourceTypes", "ResourceGroups", "*Resource"], faults);
    for resource_type in element.list_of("ResourceTypes", &["ResourceType"], faults) {
        resource_type.expect(&["Name"], faults);
        ids.resource_types.add(resource_type, faults);
    }
    let mut group_types = Vec::new();
    for group in element.list_of("ResourceGroups", &["ResourceGroup"], faults) {
        group.expect(&["Name", "ResourceType"], faults);
        group.needs("ResourceType", faults);
        ids.resource_groups.add(group, faults);
        group_types.push(
            group
                .child("ResourceType")
                .and_then(|found| ids.resource_types.reference(found, faults)),
        );
    }
    ids.members = vec![Vec::new(); ids.resource_groups.len()];
    for resource in element
        .children
        .iter()
        .filter(|child| child.name == "Resource")
    {
        resource.expect(&["Name", "ResourceType", "ResourceGroups"], faults);
        let id = uurwerk_engine::ResourceId(ids.resources.len() as u32);
        ids.resources.add(resource, faults);
        resource.needs("ResourceType", faults);
        let resource_type = resource
            .child("ResourceType")
            .and_then(|named| ids.resource_types.reference(named, faults));
        // With a fault noted, any type does to read on with.
        let number = u16::try_from(resource_type.unwrap_or(0)).unwrap_or(u16::MAX);
        problem.resources.push(Resource {
            resource_type: ResourceTypeId(number),
        });
        for group in resource.list_of("ResourceGroups", &["ResourceGroup"], faults) {
            let Some(place) = ids.resource_groups.reference(group, faults) else {
                continue;
            };
            if resource_type.is_some() && group_types[place] != resource_type {
                faults.add(
                    super::fault::TYPE,
                    group.position,
                    resource.id(),
                    "the resource group is of another resource type",
                );
            } else if ids.members[place].last() != Some(&id) {
                ids.members[place].push(id);
            }
        }
    }
    problem.resource_types = u16::try_from(ids.resource_types.len()).unwrap_or(u16::MAX);
}
