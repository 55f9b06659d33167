//! From the file's things to the engine's: times, resources, events, and what the families of constraints share.
//!
//! A time is a cell of the week: day times hours a day plus hour. Teachers are resources; so are the leaves of the students' sets, of which
//! those that attend the same and are spoken of alike are one resource; so are rooms. Where a family speaks of a set of activities as if it
//! were a person (so many hours, on so many days), that person is made up: see [`Mapper::made_up`].

use std::collections::BTreeMap;

use super::data::{Activity, Data};
use super::fault::{Faults, REFERENCE, WEIGHT};
use super::names::Names;
use super::notes::Notes;
use super::weight::Weight;
use crate::xml::Element;
use uurwerk_engine::{
    Constraint, CostFunction, Event, EventGroupId, EventId, EventResource, Kind, Problem, Resource,
    ResourceId, ResourceTypeId, TimeGroupId, TimeId,
};

/// Types of the engine's resources.
pub(super) const TEACHERS: ResourceTypeId = ResourceTypeId(0);
pub(super) const STUDENTS: ResourceTypeId = ResourceTypeId(1);
pub(super) const ROOMS: ResourceTypeId = ResourceTypeId(2);
const MADE_UP: ResourceTypeId = ResourceTypeId(3);

/// An active constraint of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'e> {
    pub element: &'e Element,
    pub weight: Weight,
    /// Its place among the active constraints of the file.
    pub origin: u32,
}

impl Item<'_> {
    /// Its element's name without the word "Constraint".
    pub fn family(&self) -> &str {
        self.element
            .name
            .strip_prefix("Constraint")
            .unwrap_or(&self.element.name)
    }
}

/// Leaves that attend the same activities and are spoken of by the same constraints.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub resource: ResourceId,
    /// How many leaves these are: a soft conflict of one is a conflict of each.
    pub leaves: usize,
}

/// What the problem is made in.
pub(super) struct Mapper<'d, 'f, 't> {
    pub data: &'d Data,
    pub faults: &'f mut Faults<'t>,
    pub notes: Notes,
    pub problem: Problem,
    /// For each constraint of the problem, the active constraint of the file that it comes from.
    pub origins: Vec<u32>,
    /// Soft costs are counted in this many millionths of a percent.
    pub unit: u32,
    /// The event of each activity; none of those that are not active.
    pub events: Vec<Option<EventId>>,
    /// The activity of each event.
    pub activities: Vec<usize>,
    pub atoms: Vec<Atom>,
    /// The atom of each leaf, when it attends anything.
    pub atom_of_leaf: Vec<Option<u32>>,
    /// Cells of the week that nobody can use.
    pub breaks: Vec<bool>,
    /// Cells that a resource cannot use, the breaks not among them.
    pub unavailable: BTreeMap<ResourceId, Vec<bool>>,
    /// How many pairs soft constraints have counted one by one.
    pub pairs: usize,
    groups: BTreeMap<Vec<u16>, TimeGroupId>,
    persons: BTreeMap<Vec<EventId>, ResourceId>,
}

impl<'d, 'f, 't> Mapper<'d, 'f, 't> {
    /// Teachers and events; students and rooms are added by others.
    pub fn new(data: &'d Data, unit: u32, faults: &'f mut Faults<'t>) -> Self {
        let mut problem = Problem {
            times: data.times() as u16,
            resource_types: 4,
            ..Problem::default()
        };
        let resource = |resource_type| Resource { resource_type };
        problem.resources = vec![resource(TEACHERS); data.teachers.len()];
        let mut events = vec![None; data.activities.len()];
        let mut activities = Vec::new();
        for (place, activity) in data.activities.iter().enumerate() {
            if activity.active {
                events[place] = Some(EventId(problem.events.len() as u32));
                activities.push(place);
                problem.events.push(event(activity));
            }
        }
        Self {
            data,
            faults,
            notes: Notes::default(),
            problem,
            origins: Vec::new(),
            unit,
            events,
            activities,
            atoms: Vec::new(),
            atom_of_leaf: Vec::new(),
            breaks: vec![false; data.times()],
            unavailable: BTreeMap::new(),
            groups: BTreeMap::new(),
            pairs: 0,
            persons: BTreeMap::new(),
        }
    }

    /// Adds a constraint of the engine for one of the file, with its weight.
    pub fn add(&mut self, item: &Item, cost_function: CostFunction, kind: Kind) {
        if item.weight.is_hard() {
            self.push(
                item.origin,
                Constraint {
                    cost_function,
                    ..Constraint::required(1, kind)
                },
            );
        } else if item.weight > Weight(0) {
            let weight = item.weight.0 / self.unit;
            self.push(
                item.origin,
                Constraint {
                    cost_function,
                    ..Constraint::preferred(weight, kind)
                },
            );
        }
    }

    /// Adds what holds at any weight.
    pub fn add_hard(&mut self, origin: u32, kind: Kind) {
        self.push(origin, Constraint::required(1, kind));
    }

    fn push(&mut self, origin: u32, constraint: Constraint) {
        self.problem.constraints.push(constraint);
        self.origins.push(origin);
    }

    /// Notes that a weight below 100 is not one that FET takes for this family, and holds it to be 100.
    pub fn must_be_hard<'e>(&mut self, item: &Item<'e>) -> Item<'e> {
        if !item.weight.is_hard() {
            self.faults.add(
                WEIGHT,
                item.element.position,
                item.family(),
                "the weight of such a constraint must be 100",
            );
        }
        Item {
            weight: Weight::WHOLE,
            ..*item
        }
    }

    /// An activity by the place of its event.
    pub fn activity(&self, event: EventId) -> &'d Activity {
        &self.data.activities[self.activities[event.index()]]
    }

    /// All events whose activity meets a condition.
    pub fn events_where(&self, condition: impl Fn(&Activity) -> bool) -> Vec<EventId> {
        (0..self.activities.len() as u32)
            .map(EventId)
            .filter(|&event| condition(self.activity(event)))
            .collect()
    }

    /// The time at a day and an hour.
    pub fn time(&self, day: usize, hour: usize) -> TimeId {
        TimeId((day * self.data.hours.len() + hour) as u16)
    }

    /// The times of a day.
    pub fn day(&self, day: usize) -> Vec<TimeId> {
        (0..self.data.hours.len())
            .map(|hour| self.time(day, hour))
            .collect()
    }

    /// The time group of these times, one for equal ones.
    pub fn group(&mut self, times: &[TimeId]) -> TimeGroupId {
        let key: Vec<u16> = times.iter().map(|time| time.0).collect();
        let groups = &mut self.problem.time_groups;
        *self.groups.entry(key).or_insert_with(|| {
            groups.push(times.to_vec());
            TimeGroupId(groups.len() as u32 - 1)
        })
    }

    /// A time group for each day.
    pub fn days(&mut self) -> Vec<TimeGroupId> {
        (0..self.data.days.len())
            .map(|day| {
                let times = self.day(day);
                self.group(&times)
            })
            .collect()
    }

    /// A time group for each day of the cells that a resource could use at all; days without any are left out.
    pub fn open_days(&mut self, resource: Option<ResourceId>) -> Vec<TimeGroupId> {
        let mut groups = Vec::new();
        for day in 0..self.data.days.len() {
            let mut times = self.day(day);
            times.retain(|time| self.is_open(resource, *time));
            if !times.is_empty() {
                groups.push(self.group(&times));
            }
        }
        groups
    }

    fn is_open(&self, resource: Option<ResourceId>, time: TimeId) -> bool {
        let own = resource.and_then(|resource| self.unavailable.get(&resource));
        !self.breaks[time.index()] && !own.is_some_and(|own| own[time.index()])
    }

    /// The resources of a list, put together by the days that are open to them.
    pub fn by_open_days(
        &mut self,
        resources: &[ResourceId],
    ) -> Vec<(Vec<TimeGroupId>, Vec<ResourceId>)> {
        let mut sorts: BTreeMap<Vec<TimeGroupId>, Vec<ResourceId>> = BTreeMap::new();
        for &resource in resources {
            let days = self.open_days(Some(resource));
            sorts.entry(days).or_default().push(resource);
        }
        sorts.into_iter().collect()
    }

    /// An event group of these events.
    pub fn event_group(&mut self, events: &[EventId]) -> EventGroupId {
        self.problem.event_groups.push(events.to_vec());
        EventGroupId(self.problem.event_groups.len() as u32 - 1)
    }

    /// The one who attends exactly these events: a resource that stands for the set. The events must be different.
    pub fn made_up(&mut self, events: &[EventId]) -> ResourceId {
        let mut key = events.to_vec();
        key.sort_unstable();
        if let Some(&person) = self.persons.get(&key) {
            return person;
        }
        let person = self.resource(MADE_UP);
        for event in &key {
            self.attend(*event, MADE_UP, person);
        }
        self.persons.insert(key, person);
        person
    }

    /// A new resource.
    pub fn resource(&mut self, resource_type: ResourceTypeId) -> ResourceId {
        self.problem.resources.push(Resource { resource_type });
        ResourceId(self.problem.resources.len() as u32 - 1)
    }

    /// Has a resource attend an event.
    pub fn attend(&mut self, event: EventId, resource_type: ResourceTypeId, resource: ResourceId) {
        self.problem.events[event.index()]
            .resources
            .push(EventResource::preassigned(resource_type, resource, 0));
    }

    /// The events that a resource was given so far.
    pub fn attended_by(&self, resource: ResourceId) -> Vec<EventId> {
        let attends = |event: &EventId| {
            self.problem.events[event.index()]
                .resources
                .iter()
                .any(|demand| demand.preassigned == Some(resource))
        };
        (0..self.problem.events.len() as u32)
            .map(EventId)
            .filter(attends)
            .collect()
    }

    /// The active activities that a constraint lists, once each, as events.
    pub fn listed(&mut self, item: &Item) -> Vec<EventId> {
        self.numbered(item.element, &["Activity_Id"])
    }

    /// The active activities under some tags of an element, in that order, once each.
    pub fn numbered(&mut self, element: &Element, tags: &[&str]) -> Vec<EventId> {
        let mut events: Vec<EventId> = Vec::new();
        for tag in tags {
            let found = super::entities::numbered(element, tag, self.data, self.faults);
            for event in found
                .into_iter()
                .filter_map(|(place, _)| self.events[place])
            {
                if !events.contains(&event) {
                    events.push(event);
                }
            }
        }
        events
    }

    /// The place of the name in a child among some names; a fault when it is missing or unknown.
    pub fn named(&mut self, item: &Item, tag: &str, names: &Names) -> Option<u32> {
        match item.element.child(tag) {
            Some(child) => names.reference(child, self.faults),
            None => {
                self.faults.add(
                    super::fault::MISSING,
                    item.element.position,
                    item.family(),
                    format!("`{}` needs a child `{tag}`", item.element.name),
                );
                None
            }
        }
    }

    /// The whole number in a child; a fault and 0 when there is none.
    pub fn number(&mut self, item: &Item, tag: &str) -> u32 {
        item.element.required_number(tag, self.faults)
    }

    /// The resources that a constraint on teachers or students speaks of, as its family's name says: one, or all. Under a soft
    /// constraint a resource that stands for several leaves comes as often.
    pub fn points(&mut self, item: &Item) -> Vec<ResourceId> {
        let data = self.data;
        let family = item.family();
        if family.starts_with("Teachers") {
            return (0..data.teachers.len() as u32).map(ResourceId).collect();
        }
        if family.starts_with("Teacher") {
            let tag = if item.element.child("Teacher").is_some() {
                "Teacher"
            } else {
                "Teacher_Name"
            };
            return self
                .named(item, tag, &data.teachers)
                .map(ResourceId)
                .into_iter()
                .collect();
        }
        let mut atoms: Vec<u32> = if family.starts_with("StudentsSet") {
            let Some(set) = self.named(item, "Students", &data.students.sets) else {
                return Vec::new();
            };
            let leaves = &data.students.leaves[set as usize];
            leaves
                .iter()
                .filter_map(|&leaf| self.atom_of_leaf[leaf as usize])
                .collect()
        } else {
            (0..self.atoms.len() as u32).collect()
        };
        atoms.sort_unstable();
        atoms.dedup();
        let often = |atom: &Atom| {
            if item.weight.is_hard() {
                1
            } else {
                atom.leaves
            }
        };
        atoms
            .into_iter()
            .map(|atom| &self.atoms[atom as usize])
            .flat_map(|atom| std::iter::repeat_n(atom.resource, often(atom)))
            .collect()
    }

    /// The time of a day and an hour that an element names.
    pub fn slot(&mut self, element: &Element, day: &str, hour: &str) -> Option<TimeId> {
        let data = self.data;
        let mut find = |tag: &str, names: &Names| match element.child(tag) {
            Some(child) => names.reference(child, self.faults),
            None => {
                self.faults.add(
                    REFERENCE,
                    element.position,
                    &element.name,
                    format!("`{}` needs a child `{tag}`", element.name),
                );
                None
            }
        };
        let (day, hour) = (find(day, &data.days), find(hour, &data.hours));
        Some(self.time(day? as usize, hour? as usize))
    }

    /// The times that a constraint lists under a tag, rising, once each.
    pub fn slots(&mut self, item: &Item, list: &str, day: &str, hour: &str) -> Vec<TimeId> {
        let mut times: Vec<TimeId> = item
            .element
            .children
            .iter()
            .filter(|child| child.name == list)
            .filter_map(|child| self.slot(child, day, hour))
            .collect();
        super::entities::counted(
            item.element,
            &[&format!("Number_of_{list}s")],
            item.element
                .children
                .iter()
                .filter(|child| child.name == list)
                .count(),
            self.faults,
        );
        times.sort_unstable();
        times.dedup();
        times
    }
}

fn event(activity: &Activity) -> Event {
    let teachers = activity.teachers.iter();
    Event {
        duration: activity.duration,
        workload: activity.duration.into(),
        time: None,
        resources: teachers
            .map(|&teacher| EventResource::preassigned(TEACHERS, ResourceId(teacher), 0))
            .collect(),
    }
}
