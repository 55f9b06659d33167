//! Lower bounds that a person can check: each is a sum of reasons, and no point of a constraint is charged in two of them.
//!
//! Two sorts of reasons: *hard* ones show that hard cost cannot be avoided; *soft* ones speak of solutions without hard cost, and count only
//! when there is no hard reason (a solution with hard cost is worse than any without).
//!
//! [`lower_bound`] takes counting arguments only, and milliseconds. [`improve`] goes on from there with integer programmes of parts of the
//! problem, small ones first, for as long as it may.

mod clique;
mod facts;
mod improve;
mod leeway;
mod overload;
mod pattern;
mod programme;
mod spread;

pub use improve::improve;

use crate::{ConstraintId, Cost, EventGroupId, EventId, Instance, ResourceId};

/// A proved lower bound on the cost of every solution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bound {
    /// No solution costs less. With hard cost 0 this speaks of the soft cost of solutions without hard cost.
    pub cost: Cost,
    /// Why: the costs of the reasons sum to `cost`.
    pub reasons: Vec<Reason>,
}

impl Bound {
    /// The sum of reasons that share no charge.
    pub(crate) fn sum(reasons: Vec<Reason>) -> Self {
        let cost = reasons
            .iter()
            .fold(Cost::ZERO, |sum, reason| sum + reason.cost);
        Self { cost, reasons }
    }
}

/// One part of a lower bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What no solution can avoid here.
    pub cost: Cost,
    /// What charges it; each charge is in one reason of a bound at most.
    pub charges: Vec<Charge>,
    /// Why.
    pub argument: Argument,
}

/// A point of application of a constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Charge {
    /// The constraint.
    pub constraint: ConstraintId,
    /// Position in the constraint's list of points, which may name the same one twice.
    pub position: u32,
    /// The point there.
    pub point: Point,
}

/// Where a cost is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// At a resource.
    Resource(ResourceId),
    /// At an event.
    Event(EventId),
    /// At an event group.
    EventGroup(EventGroupId),
}

/// Why a cost cannot be avoided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A resource is preassigned to `busy` times, of which there are `times`: each one too many is a clash or an unassigned time.
    Overload {
        /// The resource.
        resource: ResourceId,
        /// How long its events last.
        busy: u32,
        /// How many times there are.
        times: u32,
    },
    /// No two of these events can run at the same time: they share a resource, or events linked to them do. They last `busy` times in all,
    /// and only `times` different times are open to them.
    Conflict {
        /// The events, one of each set of linked ones.
        events: Vec<EventId>,
        /// How long they last in all.
        busy: u32,
        /// The greatest number of times that they can fill without two at once.
        times: u32,
    },
    /// The cheapest way to lay so many busy times over the days of this resource.
    Week {
        /// The resource.
        resource: ResourceId,
        /// How many times it is busy.
        busy: u32,
    },
    /// The event group has more or fewer meets than its time groups take.
    Spread {
        /// The group.
        group: EventGroupId,
    },
    /// The cheapest timetable of these resources alone in the school, with all events that they attend: proved by an integer programme.
    Programme {
        /// The resources.
        resources: Vec<ResourceId>,
        /// How many events they attend, with those that are linked to them.
        events: u32,
        /// Whether the bound is the cheapest timetable's cost; else the proof went no further.
        exact: bool,
    },
}

/// A lower bound on the cost of every solution of the instance by counting: conflicts that hard cost must resolve, or, when there are none,
/// what each resource and each event group costs at the least by itself in a solution without hard cost.
pub fn lower_bound(instance: &Instance) -> Bound {
    let facts = facts::Facts::new(instance.problem());
    let mut reasons = overload::reasons(&facts);
    let conflicts = clique::reasons(instance.problem());
    let hard = |reasons: &[Reason]| reasons.iter().map(|reason| reason.cost.hard).sum::<i64>();
    if hard(&conflicts) > hard(&reasons) {
        reasons = conflicts;
    }
    if reasons.is_empty() {
        reasons = pattern::reasons(&facts);
        reasons.extend(spread::reasons(instance, &facts));
    }
    Bound::sum(reasons)
}
