//! Where resources are: what constraints on ways and on being near each other look up.

use super::relation::NOWHERE;
use super::view::View;
use crate::{EventId, Meet, Problem, ResourceId, RoleId};

/// The place of the resource that has a role of an event in a meet of it, from the definition: the last of `places` counts.
pub(super) fn of_meet(
    view: &View,
    (event, role): (EventId, RoleId),
    meet: &Meet,
    places: &[(ResourceId, u16)],
) -> Option<usize> {
    let demands = &view.problem.events[event.index()].resources;
    let mut held = demands.iter().zip(&meet.resources);
    let (_, holder) = held.find(|(demand, _)| demand.role == Some(role))?;
    let mut placed = places.iter().rev();
    let (_, place) = placed.find(|(known, _)| Some(*known) == *holder)?;
    Some(usize::from(*place))
}

/// By resource: its place, or [`NOWHERE`]; what the incremental forms look up.
pub(super) fn by_resource(places: &[(ResourceId, u16)], problem: &Problem) -> Vec<u16> {
    let mut all = vec![NOWHERE; problem.resources.len()];
    for &(resource, place) in places {
        all[resource.index()] = place;
    }
    all
}
