//! What the hard constraints leave: the starts, shapes and links that every solution without hard cost keeps to. Everything here is a
//! relaxation: what it forbids costs hard, what it allows may cost hard too.

use crate::{Constraint, EventId, Kind, Limits, Problem, ResourceId};
use petgraph::unionfind::UnionFind;
use std::collections::BTreeSet;

/// Longest event whose shapes are listed; longer ones keep every duration that their limits allow.
const LISTED: u16 = 12;

/// Per event and resource, what solutions without hard cost can do.
pub(super) struct Leeway<'p> {
    pub problem: &'p Problem,
    /// By event: all its times must be assigned.
    pub assigned: Vec<bool>,
    /// By event: its meets cannot overlap, since a resource attends them that may not clash.
    pub alone: Vec<bool>,
    /// By event: how many meets it may have.
    pub amount: Vec<Limits>,
    /// By event: how many meets of one duration it may have.
    pub shares: Vec<Vec<(u16, Limits)>>,
    /// By event, then duration less 1: where a meet may start; empty when no meet may last so.
    pub starts: Vec<Vec<Vec<u16>>>,
    /// By resource: it may not clash.
    pub single: Vec<bool>,
    /// By resource: it attends what it is preassigned to and nothing else.
    pub closed: Vec<bool>,
    /// By resource: the events that it is preassigned to, once for each demand.
    pub attended: Vec<Vec<EventId>>,
    /// By event: its place in `linked`.
    pub class: Vec<usize>,
    /// Events that run at the same times; an event that is linked to none is alone in its class.
    pub linked: Vec<Vec<EventId>>,
}

impl<'p> Leeway<'p> {
    pub fn new(problem: &'p Problem) -> Self {
        let events = problem.events.len();
        let duration = |event: &crate::Event| i64::from(event.duration);
        let mut leeway = Self {
            problem,
            assigned: problem
                .events
                .iter()
                .map(|event| event.time.is_some())
                .collect(),
            alone: vec![false; events],
            amount: problem
                .events
                .iter()
                .map(|event| Limits {
                    min: 1,
                    max: duration(event) as u32,
                })
                .collect(),
            shares: vec![Vec::new(); events],
            starts: Vec::new(),
            single: vec![false; problem.resources.len()],
            closed: Vec::new(),
            attended: vec![Vec::new(); problem.resources.len()],
            class: vec![0; events],
            linked: Vec::new(),
        };
        let mut open = vec![false; usize::from(problem.resource_types)];
        for (id, event) in (0..).map(EventId).zip(&problem.events) {
            for demand in &event.resources {
                match demand.preassigned {
                    Some(resource) => leeway.attended[resource.index()].push(id),
                    None => open[usize::from(demand.resource_type.0)] = true,
                }
            }
        }
        leeway.closed = problem
            .resources
            .iter()
            .map(|resource| !open[usize::from(resource.resource_type.0)])
            .collect();
        leeway.learn();
        leeway
    }

    fn learn(&mut self) {
        let problem = self.problem;
        let times = usize::from(problem.times);
        let mut lengths: Vec<(u32, u32)> = problem
            .events
            .iter()
            .map(|event| (1, u32::from(event.duration)))
            .collect();
        let mut unavailable = vec![vec![false; times]; problem.resources.len()];
        let mut links = UnionFind::<usize>::new(problem.events.len());
        for constraint in hard(problem) {
            match &constraint.kind {
                Kind::AssignTime(c) => c
                    .events
                    .iter()
                    .for_each(|event| self.assigned[event.index()] = true),
                Kind::AvoidClashes(c) => c
                    .resources
                    .iter()
                    .for_each(|resource| self.single[resource.index()] = true),
                Kind::AvoidUnavailableTimes(c) => {
                    for resource in &c.resources {
                        c.times
                            .iter()
                            .for_each(|time| unavailable[resource.index()][time.index()] = true);
                    }
                }
                Kind::SplitEvents(c) => {
                    for event in &c.events {
                        let (amount, length) =
                            (&mut self.amount[event.index()], &mut lengths[event.index()]);
                        *amount = both(*amount, c.amount);
                        *length = (length.0.max(c.durations.min), length.1.min(c.durations.max));
                    }
                }
                Kind::DistributeSplitEvents(c) => {
                    for event in &c.events {
                        self.shares[event.index()].push((c.duration, c.amount));
                    }
                }
                Kind::LinkEvents(c) => {
                    for group in &c.event_groups {
                        let events = &problem.event_groups[group.index()];
                        events.windows(2).for_each(|pair| {
                            links.union(pair[0].index(), pair[1].index());
                        });
                    }
                }
                _ => {}
            }
        }
        let labels = links.into_labeling();
        let mut names: Vec<usize> = labels.clone();
        names.sort_unstable();
        names.dedup();
        self.linked = vec![Vec::new(); names.len()];
        for (event, label) in labels.into_iter().enumerate() {
            self.class[event] = names.partition_point(|&name| name < label);
            self.linked[self.class[event]].push(EventId(event as u32));
        }
        for (index, event) in problem.events.iter().enumerate() {
            let attends = || {
                event
                    .resources
                    .iter()
                    .filter_map(|demand| demand.preassigned)
            };
            self.alone[index] = attends().any(|resource| self.single[resource.index()]);
            let mut free = vec![true; times];
            for resource in attends() {
                free.iter_mut()
                    .zip(&unavailable[resource.index()])
                    .for_each(|(free, unavailable)| *free &= !unavailable);
            }
            let possible = self.durations(index, lengths[index]);
            let starts = (1..=event.duration).map(|length| {
                let fits = |start: u16| {
                    let run = usize::from(start)..usize::from(start) + usize::from(length);
                    event.time.is_none_or(|time| time.0 == start)
                        && free
                            .get(run)
                            .is_some_and(|run| run.iter().all(|&free| free))
                };
                if possible.contains(&length) {
                    (0..problem.times).filter(|&start| fits(start)).collect()
                } else {
                    Vec::new()
                }
            });
            self.starts.push(starts.collect());
        }
        for constraint in hard(problem) {
            if let Kind::PreferTimes(c) = &constraint.kind {
                let preferred: BTreeSet<u16> = c.preferred.iter().map(|time| time.0).collect();
                for event in c
                    .events
                    .iter()
                    .filter(|event| problem.events[event.index()].time.is_none())
                {
                    for (length, starts) in (1..).zip(&mut self.starts[event.index()]) {
                        if c.duration.is_none_or(|duration| duration == length) {
                            starts.retain(|start| preferred.contains(start));
                        }
                    }
                }
            }
        }
    }

    /// The durations that occur in some way to split the event within its limits.
    fn durations(&self, event: usize, (shortest, longest): (u32, u32)) -> BTreeSet<u16> {
        let duration = self.problem.events[event].duration;
        let within =
            (1..=duration).filter(|&length| (shortest..=longest).contains(&u32::from(length)));
        let lengths: Vec<u16> = within.collect();
        if duration > LISTED {
            return lengths.into_iter().collect();
        }
        let mut found = BTreeSet::new();
        let mut counts = vec![0_i64; lengths.len()];
        self.shapes(event, &lengths, duration, 0, &mut counts, &mut found);
        found
    }

    fn shapes(
        &self,
        event: usize,
        lengths: &[u16],
        left: u16,
        next: usize,
        counts: &mut [i64],
        found: &mut BTreeSet<u16>,
    ) {
        if next == lengths.len() {
            let counted = |length: u16| {
                lengths
                    .iter()
                    .position(|&other| other == length)
                    .map_or(0, |place| counts[place])
            };
            let kept = left == 0
                && self.amount[event].deviation(counts.iter().sum()) == 0
                && self.shares[event]
                    .iter()
                    .all(|&(length, limits)| limits.deviation(counted(length)) == 0);
            if kept {
                found.extend(
                    lengths
                        .iter()
                        .zip(counts)
                        .filter(|(_, count)| **count > 0)
                        .map(|(length, _)| *length),
                );
            }
            return;
        }
        for count in 0..=left / lengths[next] {
            counts[next] = i64::from(count);
            self.shapes(
                event,
                lengths,
                left - count * lengths[next],
                next + 1,
                counts,
                found,
            );
        }
        counts[next] = 0;
    }

    /// The one duration that all meets of the event have, when there is no other way.
    pub fn only_duration(&self, event: EventId) -> Option<u16> {
        let mut possible = (1..)
            .zip(&self.starts[event.index()])
            .filter(|(_, starts)| !starts.is_empty());
        possible
            .next()
            .filter(|_| possible.next().is_none())
            .map(|(length, _)| length)
    }

    /// The preassigned resources of an event, once for each demand.
    pub fn resources(&self, event: EventId) -> impl Iterator<Item = ResourceId> + use<'p> {
        self.problem.events[event.index()]
            .resources
            .iter()
            .filter_map(|demand| demand.preassigned)
    }
}

/// The hard constraints.
pub(super) fn hard(problem: &Problem) -> impl Iterator<Item = &Constraint> {
    problem
        .constraints
        .iter()
        .filter(|constraint| constraint.required && constraint.weight > 0)
}

/// What both limits allow; an empty range when there is nothing.
fn both(one: Limits, other: Limits) -> Limits {
    Limits {
        min: one.min.max(other.min),
        max: one.max.min(other.max),
    }
}
