//! Overload: a resource preassigned to more times than there are. Each time too many is a clash or an unassigned time, whichever is cheaper.

use super::facts::Facts;
use super::{Argument, Charge, Point, Reason};
use crate::{Constraint, ConstraintId, Cost, CostFunction, EventId, Kind, ResourceId};

pub(super) fn reasons(facts: &Facts) -> Vec<Reason> {
    let mut counted = vec![false; facts.problem.events.len()];
    let mut reasons = Vec::new();
    for resource in facts.resources() {
        let (Some(busy), Some(events)) = (facts.busy(resource), &facts.events[resource.index()])
        else {
            continue;
        };
        let excess = busy as i64 - i64::from(facts.problem.times);
        // An unassigned time may serve several overloaded resources at once: each event counts for one of them only.
        if excess <= 0
            || events.iter().any(|event| counted[event.index()])
            || !charged_by_time(facts)
        {
            continue;
        }
        events
            .iter()
            .for_each(|event| counted[event.index()] = true);
        let open = events
            .iter()
            .filter(|event| facts.problem.events[event.index()].time.is_none());
        let cheapest = open
            .map(|event| facts.assign_weight[event.index()])
            .chain([facts.clash_weight[resource.index()]])
            .min()
            .unwrap_or(0);
        reasons.push(Reason {
            cost: Cost {
                hard: excess * i64::from(cheapest),
                soft: 0,
            },
            charges: charges(facts, resource, events),
            argument: Argument::Overload {
                resource,
                busy: busy as u32,
                times: u32::from(facts.problem.times),
            },
        });
    }
    reasons
}

/// Whether no hard assignment constraint is a step, which would charge several unassigned times once.
fn charged_by_time(facts: &Facts) -> bool {
    let step = |constraint: &Constraint| {
        constraint.required
            && constraint.cost_function == CostFunction::Step
            && matches!(constraint.kind, Kind::AssignTime(_))
    };
    !facts.problem.constraints.iter().any(step)
}

fn charges(facts: &Facts, resource: ResourceId, events: &[EventId]) -> Vec<Charge> {
    let mut charges = Vec::new();
    for (id, constraint) in (0..).map(ConstraintId).zip(&facts.problem.constraints) {
        let mut charge = |position: usize, point: Point| {
            charges.push(Charge {
                constraint: id,
                position: position as u32,
                point,
            })
        };
        match &constraint.kind {
            Kind::AssignTime(c) if constraint.required => {
                let open = c
                    .events
                    .iter()
                    .filter(|event| facts.problem.events[event.index()].time.is_none());
                open.enumerate()
                    .filter(|(_, event)| events.contains(event))
                    .for_each(|(place, event)| charge(place, Point::Event(*event)));
            }
            Kind::AvoidClashes(c) if constraint.required => {
                let here = c
                    .resources
                    .iter()
                    .enumerate()
                    .filter(|(_, other)| **other == resource);
                here.for_each(|(place, _)| charge(place, Point::Resource(resource)));
            }
            _ => {}
        }
    }
    charges
}
