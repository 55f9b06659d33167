//! The incumbent as the sub-programmes look it up: meets of each event, attendance of each resource.

use crate::constraint::running;
use crate::instance::tables::UNPLACED;
use crate::{EventResource, Instance, Meet, Problem, ResourceId};

/// A complete solution with lookups.
pub(super) struct Incumbent<'a> {
    pub instance: &'a Instance,
    pub problem: &'a Problem,
    pub meets: &'a [Meet],
    /// For each event its meets, as positions in `meets`.
    pub of_event: Vec<Vec<usize>>,
    /// For each resource and time the number of meets attended.
    pub count: Vec<Vec<u32>>,
}

impl<'a> Incumbent<'a> {
    /// Of a complete, valid solution.
    pub fn new(instance: &'a Instance, meets: &'a [Meet]) -> Self {
        let problem = instance.problem();
        let mut of_event = vec![Vec::new(); problem.events.len()];
        let mut count = vec![vec![0; usize::from(problem.times)]; problem.resources.len()];
        for (position, meet) in meets.iter().enumerate() {
            of_event[meet.event.index()].push(position);
            for resource in meet.resources.iter().flatten() {
                for time in running(meet) {
                    count[resource.index()][time] += 1;
                }
            }
        }
        Self {
            instance,
            problem,
            meets,
            of_event,
            count,
        }
    }

    /// The demands of a meet's event.
    pub fn demands(&self, meet: usize) -> &'a [EventResource] {
        &self.problem.events[self.meets[meet].event.index()].resources
    }

    /// Whether the meet's event has no preassigned time.
    pub fn is_movable(&self, meet: usize) -> bool {
        self.problem.events[self.meets[meet].event.index()]
            .time
            .is_none()
    }

    /// The starts worth trying for a meet, in order.
    pub fn starts(&self, meet: usize) -> &'a [u16] {
        let (tables, meet) = (self.instance.tables(), &self.meets[meet]);
        let first = tables.meet_first[meet.event.index()] as usize;
        tables.starts.row(first + usize::from(meet.duration) - 1)
    }

    /// The resources worth trying for an open demand of a meet.
    pub fn candidates(&self, meet: usize, index: usize) -> &'a [u32] {
        let (tables, event) = (self.instance.tables(), self.meets[meet].event.index());
        let open = self.demands(meet)[..index].iter();
        let position = open.filter(|demand| demand.preassigned.is_none()).count();
        tables
            .candidates
            .row(tables.open.range(event).start + position)
    }

    /// The number of meets, less one, that a resource attends at each time, summed over the times.
    pub fn clashes(&self, resource: ResourceId) -> i64 {
        let counts = self.count[resource.index()].iter();
        counts
            .map(|&count| i64::from(count.saturating_sub(1)))
            .sum()
    }

    /// The start as a number, [`UNPLACED`] for none.
    pub fn start(&self, meet: usize) -> u16 {
        self.meets[meet].start.map_or(UNPLACED, |start| start.0)
    }
}
