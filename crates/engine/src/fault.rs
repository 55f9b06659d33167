//! What can be wrong with a problem or a solution handed in. Ids only: the caller, who knows the names, says it to people.

use crate::{ConstraintId, EventGroupId, EventId, ResourceId, RoleId, TimeGroupId};

/// One fault. `Instance::compile` and `Instance::complete` return all of them at once.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Fewer than one or more than [`crate::Problem::MAX_TIMES`] times.
    #[error("{0} times; between 1 and 4096 are possible")]
    Times(u16),
    /// A time group holds a time that does not exist.
    #[error("time group {} holds time {time}, which does not exist", .group.0)]
    TimeGroup {
        /// The group.
        group: TimeGroupId,
        /// The unknown time.
        time: u16,
    },
    /// A resource has a type that does not exist.
    #[error("resource {} has a type that does not exist", .0.0)]
    ResourceType(ResourceId),
    /// An event lasts 0 times.
    #[error("event {} has duration 0", .0.0)]
    NoDuration(EventId),
    /// A preassigned time does not exist, or the event would run past the last time.
    #[error("event {} cannot start at its preassigned time", .0.0)]
    EventTime(EventId),
    /// An event resource names a type or resource that does not exist, or a resource of another type.
    #[error("event resource {index} of event {} has an unknown or unfit type or resource", .event.0)]
    EventResource {
        /// The event.
        event: EventId,
        /// Position in its list.
        index: usize,
    },
    /// An event resource without preassignment has no role.
    #[error("event resource {index} of event {} has neither a resource nor a role", .event.0)]
    NoRole {
        /// The event.
        event: EventId,
        /// Position in its list.
        index: usize,
    },
    /// Two event resources of one event share a role.
    #[error("event {} has role {} twice", .event.0, .role.0)]
    RoleTwice {
        /// The event.
        event: EventId,
        /// The role.
        role: RoleId,
    },
    /// An event group holds an event that does not exist, or one twice.
    #[error("event group {} holds an unknown event or one twice", .0.0)]
    EventGroup(EventGroupId),
    /// A constraint refers to something that does not exist.
    #[error("constraint {} refers to a {what} that does not exist", .constraint.0)]
    Reference {
        /// The constraint.
        constraint: ConstraintId,
        /// Kind of thing.
        what: &'static str,
    },
    /// Limits with the minimum above the maximum.
    #[error("constraint {} has a minimum above its maximum", .0.0)]
    Limits(ConstraintId),
    /// An event of a group under "avoid split assignments" lacks the role.
    #[error("constraint {} needs its role in event {}", .constraint.0, .event.0)]
    RoleMissing {
        /// The constraint.
        constraint: ConstraintId,
        /// The event.
        event: EventId,
    },
    /// Sizes, weights or workloads so great that costs could overflow.
    #[error("the problem is too large: {0}")]
    TooLarge(&'static str),
    /// A meet of a solution names an event that does not exist.
    #[error("meet {meet} is of an event that does not exist")]
    UnknownEvent {
        /// Position of the meet in the solution.
        meet: usize,
    },
    /// A meet has duration 0, or a start from which it runs past the last time.
    #[error("meet {meet} has no duration or does not fit in the times")]
    MeetTime {
        /// Position of the meet in the solution.
        meet: usize,
    },
    /// The durations of an event's meets do not sum to its duration.
    #[error("the meets of event {} last {meets} times, the event {event_duration}", .event.0)]
    Duration {
        /// The event.
        event: EventId,
        /// What its meets last.
        meets: u64,
        /// What the event lasts.
        event_duration: u16,
    },
    /// A meet has more or fewer resources than its event.
    #[error("meet {meet} does not have one entry for each event resource")]
    MeetResources {
        /// Position of the meet in the solution.
        meet: usize,
    },
    /// A meet contradicts a preassignment, or its resource does not exist or is of another type.
    #[error("meet {meet} contradicts a preassignment or the type of its event resource")]
    MeetContradicts {
        /// Position of the meet in the solution.
        meet: usize,
    },
}
