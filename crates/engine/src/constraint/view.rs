//! A completed solution seen from events and from resources: all that the definitions of the constraints need. Made from scratch, plainly.

use crate::{EventId, Meet, Problem, ResourceId, RoleId, Solution, TimeGroupId};

/// An exact, non-negative fraction of workload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    pub over: i128,
    pub under: i128,
}

impl Fraction {
    fn add(self, over: i128, under: i128) -> Self {
        let (over, under) = (self.over * under + over * self.under, self.under * under);
        let divisor = gcd(over, under);
        Self {
            over: over / divisor,
            under: under / divisor,
        }
    }
}

pub(crate) const fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    if a == 0 { 1 } else { a }
}

/// A solution with the lookups that definitions are written in.
pub(crate) struct View<'a> {
    pub problem: &'a Problem,
    meets: Vec<Vec<&'a Meet>>,
    attendance: Vec<Vec<u32>>,
    workload: Vec<Fraction>,
}

impl<'a> View<'a> {
    /// The view of a solution that is complete and valid for the problem.
    pub fn new(problem: &'a Problem, solution: &'a Solution) -> Self {
        let mut meets = vec![Vec::new(); problem.events.len()];
        let mut attendance = vec![vec![0; usize::from(problem.times)]; problem.resources.len()];
        let mut workload = vec![Fraction { over: 0, under: 1 }; problem.resources.len()];
        for meet in &solution.meets {
            let event = &problem.events[meet.event.index()];
            meets[meet.event.index()].push(meet);
            for (demand, resource) in event.resources.iter().zip(&meet.resources) {
                let Some(resource) = resource.map(ResourceId::index) else {
                    continue;
                };
                let load = i128::from(meet.duration) * i128::from(demand.workload);
                workload[resource] = workload[resource].add(load, i128::from(event.duration));
                for time in running(meet) {
                    attendance[resource][time] += 1;
                }
            }
        }
        Self {
            problem,
            meets,
            attendance,
            workload,
        }
    }

    /// The meets of an event.
    pub fn meets(&self, event: EventId) -> &[&'a Meet] {
        &self.meets[event.index()]
    }

    /// The meets of all events of a group.
    pub fn meets_of<'s>(&'s self, group: &'s [EventId]) -> impl Iterator<Item = &'a Meet> + 's {
        group
            .iter()
            .flat_map(|&event| self.meets(event).iter().copied())
    }

    /// For each time, how many meets the resource attends.
    pub fn attendance(&self, resource: ResourceId) -> &[u32] {
        &self.attendance[resource.index()]
    }

    /// Whether the resource is busy at each time of a group, in chronological order.
    pub fn busy(&self, resource: ResourceId, group: TimeGroupId) -> Vec<bool> {
        let mut times = self.problem.time_groups[group.index()].clone();
        times.sort_unstable();
        times.dedup();
        times
            .iter()
            .map(|time| self.attendance(resource)[time.index()] > 0)
            .collect()
    }

    /// The total workload of a resource.
    pub fn workload(&self, resource: ResourceId) -> Fraction {
        self.workload[resource.index()]
    }

    /// Positions, in their event, of the demands with this role that are not preassigned: the points of constraints on resources.
    pub fn open_demands<'s>(
        &'s self,
        events: &'s [EventId],
        role: RoleId,
    ) -> impl Iterator<Item = (EventId, usize)> + 's {
        events.iter().flat_map(move |&event| {
            let demands = self.problem.events[event.index()]
                .resources
                .iter()
                .enumerate();
            demands
                .filter(move |(_, demand)| {
                    demand.role == Some(role) && demand.preassigned.is_none()
                })
                .map(move |(index, _)| (event, index))
        })
    }

    /// Those events that have no preassigned time: the points of constraints on times.
    pub fn open_events<'s>(&'s self, events: &'s [EventId]) -> impl Iterator<Item = EventId> + 's {
        events
            .iter()
            .copied()
            .filter(|event| self.problem.events[event.index()].time.is_none())
    }
}

/// The times at which a meet runs.
pub(crate) fn running(meet: &Meet) -> std::ops::Range<usize> {
    meet.start.map_or(0..0, |start| {
        start.index()..start.index() + usize::from(meet.duration)
    })
}
