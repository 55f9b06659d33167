//! Lower bounds that a person can check: each is a sum of reasons, and no cost is counted in two of them.

use crate::{ConstraintId, Cost, EventGroupId, EventId, Instance, ResourceId};

/// A proved lower bound on the cost of every solution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bound {
    /// No solution costs less, in hard cost; and none of that hard cost or of any other costs less in soft cost.
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

/// A lower bound on the cost of every solution of the instance.
pub fn lower_bound(_instance: &Instance) -> Bound {
    Bound::default()
}
