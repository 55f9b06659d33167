//! Which starts and resources are worth trying: those that violate no hard preference or unavailability by themselves. Where none is left,
//! all are worth trying, since something must give.

use super::csr::Csr;
use crate::{Constraint, Event, Kind, Problem, TimeId};
use std::collections::BTreeSet;

/// For each event and duration, starts in chronological order. Row `first meet slot of the event + duration - 1`.
pub(crate) type Starts = Csr<u16>;

fn hard(problem: &Problem) -> impl Iterator<Item = &Constraint> {
    problem
        .constraints
        .iter()
        .filter(|constraint| constraint.required && constraint.weight > 0)
}

/// The starts worth trying of every event.
pub(super) fn starts(problem: &Problem) -> Starts {
    let times = usize::from(problem.times);
    let mut unavailable = vec![vec![false; times]; problem.resources.len()];
    for constraint in hard(problem) {
        if let Kind::AvoidUnavailableTimes(c) = &constraint.kind {
            for resource in &c.resources {
                c.times
                    .iter()
                    .for_each(|time| unavailable[resource.index()][time.index()] = true);
            }
        }
    }
    let mut allowed: Vec<Vec<Vec<bool>>> = problem
        .events
        .iter()
        .map(|event| within(event, times, &unavailable))
        .collect();
    for constraint in hard(problem) {
        if let Kind::PreferTimes(c) = &constraint.kind {
            let preferred: BTreeSet<TimeId> = c.preferred.iter().copied().collect();
            for event in &c.events {
                for (length, starts) in (1..).zip(&mut allowed[event.index()]) {
                    if c.duration.is_none_or(|duration| duration == length) {
                        starts
                            .iter_mut()
                            .zip((0..).map(TimeId))
                            .for_each(|(allowed, time)| *allowed &= preferred.contains(&time));
                    }
                }
            }
        }
    }
    share_among_linked(problem, &mut allowed);
    let rows = allowed.into_iter().flat_map(|event| {
        event.into_iter().enumerate().map(move |(shorter, starts)| {
            let list = |keep: &dyn Fn(usize) -> bool| {
                (0..times)
                    .filter(|&start| start + shorter < times && keep(start))
                    .map(|start| start as u16)
                    .collect::<Vec<_>>()
            };
            let chosen = list(&|start| starts[start]);
            if chosen.is_empty() {
                list(&|_| true)
            } else {
                chosen
            }
        })
    });
    Csr::new(rows.collect())
}

/// For each duration of an event, whether each start meets no unavailable time of a preassigned resource.
fn within(event: &Event, times: usize, unavailable: &[Vec<bool>]) -> Vec<Vec<bool>> {
    let resources = event
        .resources
        .iter()
        .filter_map(|demand| demand.preassigned);
    let mut free = vec![true; times];
    for resource in resources {
        free.iter_mut()
            .zip(&unavailable[resource.index()])
            .for_each(|(free, unavailable)| *free &= !unavailable);
    }
    let fits = |start: usize, duration: usize| {
        free.get(start..start + duration)
            .is_some_and(|run| run.iter().all(|&free| free))
    };
    (1..=usize::from(event.duration))
        .map(|duration| (0..times).map(|start| fits(start, duration)).collect())
        .collect()
}

/// Linked events can only go where all of them can.
fn share_among_linked(problem: &Problem, allowed: &mut [Vec<Vec<bool>>]) {
    for constraint in hard(problem) {
        let Kind::LinkEvents(c) = &constraint.kind else {
            continue;
        };
        for group in &c.event_groups {
            let events = &problem.event_groups[group.index()];
            let longest = events
                .iter()
                .map(|event| allowed[event.index()].len())
                .min()
                .unwrap_or(0);
            for length in 0..longest {
                let mut shared = vec![true; usize::from(problem.times)];
                for event in events {
                    shared
                        .iter_mut()
                        .zip(&allowed[event.index()][length])
                        .for_each(|(shared, allowed)| *shared &= allowed);
                }
                if shared.contains(&true) {
                    events
                        .iter()
                        .for_each(|event| allowed[event.index()][length].clone_from(&shared));
                }
            }
        }
    }
}

/// The resources worth trying for each open demand, event after event.
pub(super) fn candidates(problem: &Problem) -> Csr<u32> {
    let mut of_type: Vec<Vec<u32>> = vec![Vec::new(); usize::from(problem.resource_types)];
    for (resource, found) in (0..).zip(&problem.resources) {
        of_type[usize::from(found.resource_type.0)].push(resource);
    }
    let mut wishes: Vec<Vec<(crate::RoleId, BTreeSet<u32>)>> =
        vec![Vec::new(); problem.events.len()];
    for constraint in hard(problem) {
        if let Kind::PreferResources(c) = &constraint.kind {
            let preferred: BTreeSet<u32> = c.preferred.iter().map(|resource| resource.0).collect();
            c.events
                .iter()
                .for_each(|event| wishes[event.index()].push((c.role, preferred.clone())));
        }
    }
    let mut rows = Vec::new();
    for (event, wishes) in problem.events.iter().zip(&wishes) {
        for demand in event
            .resources
            .iter()
            .filter(|demand| demand.preassigned.is_none())
        {
            let all = &of_type[usize::from(demand.resource_type.0)];
            let wanted = |resource: &&u32| {
                wishes.iter().all(|(role, preferred)| {
                    Some(*role) != demand.role || preferred.contains(resource)
                })
            };
            let chosen: Vec<u32> = all.iter().filter(wanted).copied().collect();
            rows.push(if chosen.is_empty() {
                all.clone()
            } else {
                chosen
            });
        }
    }
    Csr::new(rows)
}

/// By open demand, event after event: whether no hard constraint asks that somebody holds it.
pub(super) fn optional(problem: &Problem) -> Vec<bool> {
    let mut asked: Vec<BTreeSet<crate::RoleId>> = vec![BTreeSet::new(); problem.events.len()];
    for constraint in hard(problem) {
        if let Kind::AssignResource(c) = &constraint.kind {
            for event in &c.events {
                asked[event.index()].insert(c.role);
            }
        }
    }
    let demands = problem.events.iter().zip(&asked);
    demands
        .flat_map(|(event, asked)| {
            let open = event.resources.iter().filter(|d| d.preassigned.is_none());
            open.map(|demand| demand.role.is_none_or(|role| !asked.contains(&role)))
        })
        .collect()
}
