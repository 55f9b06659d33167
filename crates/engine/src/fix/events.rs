//! The constraints on events and event groups, written down for every one that the free part touches; those on how events are cut are
//! constant, since sub-programmes leave the pieces as they are.

use super::incumbent::Incumbent;
use super::resources::within;
use super::sheet::{Part, Price, Sheet, Sum};
use super::variables::Variables;
use super::{link, order};
use crate::{Constraint, EventId, Kind, PreferTimes, RoleId, SpreadEvents};
use std::collections::BTreeMap;

/// Writes them all down.
pub(super) fn write(now: &Incumbent, variables: &Variables, sheet: &mut Sheet) {
    for constraint in now
        .problem
        .constraints
        .iter()
        .filter(|constraint| constraint.weight > 0)
    {
        let mut charge = |times: i64, parts: Vec<Part>| {
            let price = Price {
                hard: constraint.required,
                weight: i64::from(constraint.weight) * times,
                function: constraint.cost_function,
            };
            sheet.charge(price, parts);
        };
        match &constraint.kind {
            Kind::AssignTime(c) => {
                for (event, times) in counted(
                    c.events
                        .iter()
                        .filter(|event| variables.starts.contains_key(&event.0)),
                ) {
                    charge(
                        times,
                        vec![Part {
                            sum: unplaced(now, variables, event),
                            unit: 1,
                        }],
                    );
                }
            }
            Kind::PreferTimes(c) => {
                for (event, times) in counted(
                    c.events
                        .iter()
                        .filter(|event| variables.starts.contains_key(&event.0)),
                ) {
                    charge(
                        times,
                        vec![Part {
                            sum: unloved_times(now, variables, event, c),
                            unit: 1,
                        }],
                    );
                }
            }
            Kind::AssignResource(c) => {
                for (demand, times) in demands(now, variables, &c.events, c.role) {
                    charge(
                        times,
                        vec![Part {
                            sum: held(now, variables, demand, &|resource| resource.is_none()),
                            unit: 1,
                        }],
                    );
                }
            }
            Kind::PreferResources(c) => {
                let mut preferred = vec![false; now.problem.resources.len()];
                c.preferred
                    .iter()
                    .for_each(|resource| preferred[resource.index()] = true);
                let unloved = |resource: Option<u32>| {
                    resource.is_some_and(|resource| !preferred[resource as usize])
                };
                for (demand, times) in demands(now, variables, &c.events, c.role) {
                    charge(
                        times,
                        vec![Part {
                            sum: held(now, variables, demand, &unloved),
                            unit: 1,
                        }],
                    );
                }
            }
            Kind::AvoidSplitAssignments(c) => {
                for (group, times) in counted(c.event_groups.iter()) {
                    let events = &now.problem.event_groups[group.index()];
                    let price = Price {
                        hard: constraint.required,
                        weight: i64::from(constraint.weight) * times,
                        function: constraint.cost_function,
                    };
                    unsplit(now, variables, events, c.role, price, sheet);
                }
            }
            Kind::SpreadEvents(c) => {
                for (group, times) in counted(c.event_groups.iter()) {
                    let events = &now.problem.event_groups[group.index()];
                    if touched(variables, events) {
                        charge(times, spread(now, variables, events, c));
                    }
                }
            }
            Kind::LinkEvents(c) => {
                for (group, times) in counted(c.event_groups.iter()) {
                    let events = &now.problem.event_groups[group.index()];
                    if touched(variables, events) {
                        link::write(now, variables, events, price(constraint, times), sheet);
                    }
                }
            }
            Kind::OrderEvents(c) => {
                for pair in c
                    .pairs
                    .iter()
                    .filter(|pair| touched(variables, &[pair.first, pair.second]))
                {
                    order::write(now, variables, pair, price(constraint, 1), sheet);
                }
            }
            _ => {}
        }
    }
}

fn price(constraint: &Constraint, times: i64) -> Price {
    Price {
        hard: constraint.required,
        weight: i64::from(constraint.weight) * times,
        function: constraint.cost_function,
    }
}

/// Each point once, with the number of its mentions.
fn counted<'a, T: Copy + Ord + 'a>(points: impl Iterator<Item = &'a T>) -> BTreeMap<T, i64> {
    let mut counts = BTreeMap::new();
    points.for_each(|point| *counts.entry(*point).or_default() += 1);
    counts
}

/// Whether any of the events has a meet with a free start.
fn touched(variables: &Variables, events: &[EventId]) -> bool {
    events
        .iter()
        .any(|event| variables.starts.contains_key(&event.0))
}

/// The demands among these events and role that have a free task, with the number of their mentions.
fn demands(
    now: &Incumbent,
    variables: &Variables,
    events: &[EventId],
    role: RoleId,
) -> BTreeMap<(u32, usize), i64> {
    let mut found = BTreeMap::new();
    for event in events {
        let demands = now.problem.events[event.index()].resources.iter();
        let open = demands
            .enumerate()
            .filter(|(_, demand)| demand.role == Some(role) && demand.preassigned.is_none());
        for (index, _) in
            open.filter(|(index, _)| variables.holders.contains_key(&(event.0, *index)))
        {
            *found.entry((event.0, index)).or_default() += 1;
        }
    }
    found
}

/// The sum of the durations of an event's meets without time.
fn unplaced(now: &Incumbent, variables: &Variables, event: EventId) -> Sum {
    let fixed = variables
        .fixed_meets(now, event)
        .filter(|meet| meet.start.is_none());
    let mut sum = Sum::constant(fixed.map(|meet| i64::from(meet.duration)).sum());
    let free = variables.starts[&event.0]
        .iter()
        .filter(|start| start.start.is_none());
    sum.terms
        .extend(free.map(|start| (start.var, i64::from(start.duration))));
    sum
}

/// The sum of the durations of an event's meets that start at another time than a preferred one.
fn unloved_times(
    now: &Incumbent,
    variables: &Variables,
    event: EventId,
    constraint: &PreferTimes,
) -> Sum {
    let unloved = |start: Option<u16>, duration: u16| {
        constraint.duration.is_none_or(|only| only == duration)
            && start.is_some_and(|start| !constraint.preferred.iter().any(|time| time.0 == start))
    };
    let fixed = variables
        .fixed_meets(now, event)
        .filter(|meet| unloved(meet.start.map(|start| start.0), meet.duration));
    let mut sum = Sum::constant(fixed.map(|meet| i64::from(meet.duration)).sum());
    let free = variables.starts[&event.0]
        .iter()
        .filter(|start| unloved(start.start, start.duration));
    sum.terms
        .extend(free.map(|start| (start.var, i64::from(start.duration))));
    sum
}

/// The sum of the durations of a demand's meets with a certain holder.
fn held(
    now: &Incumbent,
    variables: &Variables,
    (event, index): (u32, usize),
    which: &dyn Fn(Option<u32>) -> bool,
) -> Sum {
    let fixed = variables
        .fixed_tasks(now, EventId(event), index)
        .filter(|meet| which(meet.resources[index].map(|resource| resource.0)));
    let mut sum = Sum::constant(fixed.map(|meet| i64::from(meet.duration)).sum());
    let free = variables.holders[&(event, index)]
        .iter()
        .filter(|holder| which(holder.resource));
    sum.terms
        .extend(free.map(|holder| (holder.var, i64::from(holder.duration))));
    sum
}

/// The number of different resources that hold a role in a group, less one.
fn unsplit(
    now: &Incumbent,
    variables: &Variables,
    events: &[EventId],
    role: RoleId,
    price: Price,
    sheet: &mut Sheet,
) {
    // For each resource: whether a fixed meet has it, and the variables of the free ones.
    let mut different: BTreeMap<u32, (bool, Vec<uurwerk_mip::Var>)> = BTreeMap::new();
    let mut free = false;
    for &event in events {
        let demands = now.problem.events[event.index()]
            .resources
            .iter()
            .enumerate();
        for (index, _) in demands.filter(|(_, demand)| demand.role == Some(role)) {
            for resource in variables
                .fixed_tasks(now, event, index)
                .filter_map(|meet| meet.resources[index])
            {
                different.entry(resource.0).or_default().0 = true;
            }
            for holder in variables
                .holders
                .get(&(event.0, index))
                .into_iter()
                .flatten()
            {
                free = true;
                if let Some(resource) = holder.resource {
                    different.entry(resource).or_default().1.push(holder.var);
                }
            }
        }
    }
    if !free {
        return;
    }
    let mut count = Sum::default();
    for (fixed, mut vars) in different.into_values() {
        // Tasks that change hands together share their variables.
        vars.sort_unstable();
        vars.dedup();
        match vars[..] {
            _ if fixed => count.constant += 1,
            [only] => count.add(&Sum::of(only), 1),
            _ => {
                let now = vars.iter().any(|var| sheet.start()[var.index()] > 0);
                let any = Sum::of(sheet.integer(1, now.into()));
                for var in vars {
                    sheet.at_most_zero(Sum::of(var).plus(&any, -1));
                }
                count.add(&any, 1);
            }
        }
    }
    sheet.charge(price, vec![Part::above(&count, 1)]);
}

/// How far the numbers of starts of a group's meets are off the limits of each time group.
fn spread(
    now: &Incumbent,
    variables: &Variables,
    events: &[EventId],
    constraint: &SpreadEvents,
) -> Vec<Part> {
    let parts = constraint.limits.iter().flat_map(|limit| {
        let mut within_group = vec![false; usize::from(now.problem.times)];
        now.problem.time_groups[limit.time_group.index()]
            .iter()
            .for_each(|time| within_group[time.index()] = true);
        let mut count = Sum::default();
        for &event in events {
            let fixed = variables
                .fixed_meets(now, event)
                .filter_map(|meet| meet.start);
            count.constant += fixed.filter(|start| within_group[start.index()]).count() as i64;
            let free = variables.starts.get(&event.0).into_iter().flatten();
            let free = free.filter(|start| {
                start
                    .start
                    .is_some_and(|start| within_group[usize::from(start)])
            });
            count.terms.extend(free.map(|start| (start.var, 1)));
        }
        within(&count, limit.limits)
    });
    parts.collect()
}
