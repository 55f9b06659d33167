//! What every solution without hard cost has in common.

use crate::{Constraint, ConstraintId, EventId, Kind, Problem, ResourceId};

/// Per event and resource, what hard constraints force.
pub(super) struct Facts<'p> {
    pub problem: &'p Problem,
    /// By event: what an unassigned time of it costs hard; 0 when that is not charged.
    pub assign_weight: Vec<u32>,
    /// By resource: what a clash costs hard; 0 when that is not charged.
    pub clash_weight: Vec<u32>,
    /// By resource, then time: whether the resource may be busy.
    pub available: Vec<Vec<bool>>,
    /// By resource: the events that it is preassigned to; none when one asks for it twice, or when it may get other events too.
    pub events: Vec<Option<Vec<EventId>>>,
}

impl<'p> Facts<'p> {
    pub fn new(problem: &'p Problem) -> Self {
        let mut facts = Self {
            problem,
            assign_weight: vec![0; problem.events.len()],
            clash_weight: vec![0; problem.resources.len()],
            available: vec![vec![true; usize::from(problem.times)]; problem.resources.len()],
            events: vec![Some(Vec::new()); problem.resources.len()],
        };
        for constraint in problem
            .constraints
            .iter()
            .filter(|constraint| constraint.required && constraint.weight > 0)
        {
            facts.learn(constraint);
        }
        let mut open_types = vec![false; usize::from(problem.resource_types)];
        for (id, event) in (0..).map(EventId).zip(&problem.events) {
            for demand in &event.resources {
                match demand.preassigned {
                    None => open_types[usize::from(demand.resource_type.0)] = true,
                    Some(resource) => {
                        let list = &mut facts.events[resource.index()];
                        if list
                            .as_ref()
                            .is_some_and(|events| events.last() == Some(&id))
                        {
                            *list = None;
                        } else if let Some(events) = list {
                            events.push(id);
                        }
                    }
                }
            }
        }
        for (events, resource) in facts.events.iter_mut().zip(&problem.resources) {
            if open_types[usize::from(resource.resource_type.0)] {
                *events = None;
            }
        }
        facts
    }

    fn learn(&mut self, constraint: &Constraint) {
        match &constraint.kind {
            Kind::AssignTime(c) => c
                .events
                .iter()
                .for_each(|event| self.assign_weight[event.index()] += constraint.weight),
            // A step is charged once however many clashes there are, which is enough to forbid them, but not to count them.
            Kind::AvoidClashes(c) if constraint.cost_function != crate::CostFunction::Step => {
                c.resources
                    .iter()
                    .for_each(|resource| self.clash_weight[resource.index()] += constraint.weight);
            }
            Kind::AvoidUnavailableTimes(c) => {
                for resource in &c.resources {
                    c.times
                        .iter()
                        .for_each(|time| self.available[resource.index()][time.index()] = false);
                }
            }
            _ => {}
        }
    }

    /// The number of times at which the resource is busy in every solution without hard cost; none when that is not forced.
    pub fn busy(&self, resource: ResourceId) -> Option<usize> {
        let events = self.events[resource.index()].as_ref()?;
        let forced = self.clash_weight[resource.index()] > 0
            && events.iter().all(|event| {
                self.assign_weight[event.index()] > 0
                    || self.problem.events[event.index()].time.is_some()
            });
        forced.then(|| {
            events
                .iter()
                .map(|event| usize::from(self.problem.events[event.index()].duration))
                .sum()
        })
    }

    /// The soft constraints with their ids.
    pub fn soft(&self) -> impl Iterator<Item = (ConstraintId, &'p Constraint)> {
        let all = (0..).map(ConstraintId).zip(&self.problem.constraints);
        all.filter(|(_, constraint)| !constraint.required && constraint.weight > 0)
    }

    /// The resources.
    pub fn resources(&self) -> impl Iterator<Item = ResourceId> + use<> {
        (0..self.problem.resources.len() as u32).map(ResourceId)
    }
}
