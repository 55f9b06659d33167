//! Lower bounds that a person can check: each is a sum of reasons, and no cost is counted in two of them.

mod facts;
mod overload;
mod pattern;
mod spread;

use crate::{ConstraintId, Cost, EventGroupId, EventId, Instance, ResourceId};

/// A proved lower bound on the cost of every solution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bound {
    /// No solution costs less. With hard cost 0 this speaks of the soft cost of solutions without hard cost.
    pub cost: Cost,
    /// Why: the costs of the reasons sum to `cost`.
    pub reasons: Vec<Reason>,
}

/// One part of a lower bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What no solution can avoid here.
    pub cost: Cost,
    /// The constraints that charge it.
    pub constraints: Vec<ConstraintId>,
    /// Where they charge it.
    pub point: Point,
}

/// Where a cost is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// At a resource.
    Resource(ResourceId),
    /// At an event.
    Event(EventId),
    /// At an event group.
    EventGroup(EventGroupId),
}

/// A lower bound on the cost of every solution of the instance: overloaded resources, or, when there are none, what each resource and each event
/// group costs at the least by itself in a solution without hard cost.
pub fn lower_bound(instance: &Instance) -> Bound {
    let facts = facts::Facts::new(instance.problem());
    let mut reasons = overload::reasons(&facts);
    if reasons.is_empty() {
        reasons = pattern::reasons(&facts);
        reasons.extend(spread::reasons(instance, &facts));
    }
    let cost = reasons
        .iter()
        .fold(Cost::ZERO, |sum, reason| sum + reason.cost);
    Bound { cost, reasons }
}
