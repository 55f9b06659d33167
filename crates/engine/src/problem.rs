//! The problem as plain data, filled by a caller who keeps the names. Lists are indexed by the ids of their kind.
//! Meaning of every field: XHSTT-2014. `Instance::compile` checks it all and names every fault at once.

use crate::{CostFunction, EventId, Kind, ResourceId, ResourceTypeId, RoleId, TimeId};

/// A timetabling problem.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// Number of times, 1 to [`Problem::MAX_TIMES`].
    pub times: u16,
    /// Time groups; the order of times within one does not matter.
    pub time_groups: Vec<Vec<TimeId>>,
    /// Number of resource types.
    pub resource_types: u16,
    /// Resources.
    pub resources: Vec<Resource>,
    /// Events.
    pub events: Vec<Event>,
    /// Event groups, each without repetition.
    pub event_groups: Vec<Vec<EventId>>,
    /// Constraints. Their order is kept in an [`crate::Evaluation`].
    pub constraints: Vec<Constraint>,
}

impl Problem {
    /// The greatest number of times: 64 machine words of a bit set.
    pub const MAX_TIMES: u16 = 4096;
    /// The greatest sum of the durations of all events.
    pub const MAX_DURATION: u64 = 1 << 17;
    /// The greatest sum over all events of duration times (number of event resources + 1).
    pub const MAX_OCCUPANCY: u64 = 1 << 22;
}

/// A resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Its type; an event resource accepts one type only.
    pub resource_type: ResourceTypeId,
}

/// An event: `duration` times to be filled, in one piece or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Number of times it takes in all, at least 1.
    pub duration: u16,
    /// Workload of the event as a whole, kept for writers of files; what counts is the workload of each event resource.
    pub workload: u32,
    /// Preassigned start time. Every piece of such an event starts then.
    pub time: Option<TimeId>,
    /// What it asks for: each piece of the event has one resource for each of these.
    pub resources: Vec<EventResource>,
}

/// The demand of an event for one resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventResource {
    /// Type of the resource asked for.
    pub resource_type: ResourceTypeId,
    /// The resource, when it is given beforehand.
    pub preassigned: Option<ResourceId>,
    /// How constraints name the demand; compulsory when not preassigned.
    pub role: Option<RoleId>,
    /// Workload for the resource when it attends the whole event; a piece counts in proportion to its duration.
    pub workload: u32,
}

impl EventResource {
    /// A demand that is met beforehand by `resource`.
    pub const fn preassigned(
        resource_type: ResourceTypeId,
        resource: ResourceId,
        workload: u32,
    ) -> Self {
        Self {
            resource_type,
            preassigned: Some(resource),
            role: None,
            workload,
        }
    }

    /// A demand that the solver is to meet.
    pub const fn open(resource_type: ResourceTypeId, role: RoleId, workload: u32) -> Self {
        Self {
            resource_type,
            preassigned: None,
            role: Some(role),
            workload,
        }
    }
}

/// A constraint: what to charge for, and how much.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// Whether its cost is hard.
    pub required: bool,
    /// Cost of one unit of the cost function.
    pub weight: u32,
    /// From deviation to cost, at each point of application by itself.
    pub cost_function: CostFunction,
    /// What is measured, and where.
    pub kind: Kind,
}

impl Constraint {
    /// A hard constraint with linear cost.
    pub const fn required(weight: u32, kind: Kind) -> Self {
        Self {
            required: true,
            weight,
            cost_function: CostFunction::Linear,
            kind,
        }
    }

    /// A soft constraint with linear cost.
    pub const fn preferred(weight: u32, kind: Kind) -> Self {
        Self {
            required: false,
            weight,
            cost_function: CostFunction::Linear,
            kind,
        }
    }
}
