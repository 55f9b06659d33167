//! Solutions: the plain timetable that goes in and out of the engine (this file), and the state that the search edits (`state`).

mod account;
mod check;
mod edit;
pub(crate) mod forecast;
mod relate;
pub(crate) mod state;
pub(crate) mod strain;

use crate::{EventId, ResourceId, TimeId};

/// A timetable: every event as one or more meets. Plain data, valid or not; [`crate::Instance::complete`] checks it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    /// The meets, in any order. An event without meets counts as one unassigned meet of full duration.
    pub meets: Vec<Meet>,
}

/// One piece of an event, running without interruption ("solution event" in XHSTT).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meet {
    /// The event.
    pub event: EventId,
    /// How many times it takes, at least 1; over the meets of an event they sum to the event's duration.
    pub duration: u16,
    /// Its first time, or none when unassigned.
    pub start: Option<TimeId>,
    /// For each event resource of the event, in order, the resource that attends; none when unassigned.
    pub resources: Vec<Option<ResourceId>>,
}
