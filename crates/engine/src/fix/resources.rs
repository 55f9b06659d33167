//! The constraints on resources, written down for every resource that the free part may attend.

use super::busy::Busy;
use super::incumbent::Incumbent;
use super::sheet::{Part, Price, Sheet, Sum};
use super::variables::Variables;
use crate::{Constraint, Kind, LimitWorkload, Limits, ResourceId, TimeGroupId};
use std::collections::{BTreeMap, BTreeSet};

/// Writes them all down.
pub(super) fn write(now: &Incumbent, variables: &Variables, sheet: &mut Sheet) {
    let mut busy: BTreeMap<u32, Busy> = variables
        .attendance
        .keys()
        .map(|&resource| (resource, Busy::new(variables, resource)))
        .collect();
    // Idle times first: they know most of a time group. Clashes last: by then it is known where attendance is split.
    let rank = |constraint: &&Constraint| match constraint.kind {
        Kind::LimitIdleTimes(_) => 0,
        Kind::AvoidClashes(_) => 2,
        _ => 1,
    };
    let mut constraints: Vec<&Constraint> = now
        .problem
        .constraints
        .iter()
        .filter(|constraint| constraint.weight > 0)
        .collect();
    constraints.sort_by_key(rank);
    let times = |group: &TimeGroupId| -> Vec<usize> {
        let times: BTreeSet<usize> = now.problem.time_groups[group.index()]
            .iter()
            .map(|time| time.index())
            .collect();
        times.into_iter().collect()
    };
    for constraint in constraints {
        let Some(resources) = resources(&constraint.kind) else {
            continue;
        };
        for (resource, weight) in points(resources, constraint.weight) {
            let Some(busy) = busy.get_mut(&resource) else {
                continue;
            };
            let parts = match &constraint.kind {
                Kind::AvoidClashes(_) if variables.single.contains(&resource) => continue, // by the rows of `attend_once`
                Kind::AvoidClashes(_) => (0..usize::from(now.problem.times))
                    .map(|time| Part {
                        sum: busy.surplus(time),
                        unit: 1,
                    })
                    .collect(),
                Kind::AvoidUnavailableTimes(c) => {
                    let times: BTreeSet<usize> = c.times.iter().map(|time| time.index()).collect();
                    let times: Vec<usize> = times.into_iter().collect();
                    vec![Part::above(&busy.count(&times, sheet), 0)]
                }
                Kind::LimitIdleTimes(c) => {
                    let groups = c.time_groups.iter().map(times);
                    let idle = groups.fold(Sum::default(), |sum, times| {
                        sum.plus(&busy.idle(&times, sheet), 1)
                    });
                    within(&idle, c.limits)
                }
                Kind::ClusterBusyTimes(c) => {
                    let groups = c.time_groups.iter().map(times);
                    let any = groups.fold(Sum::default(), |sum, times| {
                        sum.plus(&busy.any(&times, sheet), 1)
                    });
                    within(&any, c.limits)
                }
                Kind::LimitBusyTimes(c) => c
                    .time_groups
                    .iter()
                    .map(times)
                    .flat_map(|times| in_group(busy, &times, c.limits, sheet))
                    .collect(),
                Kind::LimitWorkload(c) => workload(now, variables, resource, c),
                _ => continue,
            };
            let price = Price {
                hard: constraint.required,
                weight,
                function: constraint.cost_function,
            };
            sheet.charge(price, parts);
        }
    }
    attend_once(variables, sheet);
}

/// The points of a constraint on resources.
fn resources(kind: &Kind) -> Option<&[ResourceId]> {
    match kind {
        Kind::AvoidClashes(c) => Some(&c.resources),
        Kind::AvoidUnavailableTimes(c) => Some(&c.resources),
        Kind::LimitIdleTimes(c) => Some(&c.resources),
        Kind::ClusterBusyTimes(c) => Some(&c.resources),
        Kind::LimitBusyTimes(c) => Some(&c.resources),
        Kind::LimitWorkload(c) => Some(&c.resources),
        _ => None,
    }
}

/// Each point once, with the weight of all its mentions.
fn points(resources: &[ResourceId], weight: u32) -> BTreeMap<u32, i64> {
    let mut points = BTreeMap::new();
    resources
        .iter()
        .for_each(|resource| *points.entry(resource.0).or_default() += i64::from(weight));
    points
}

/// How far a count is off its limits.
pub(super) fn within(count: &Sum, limits: Limits) -> Vec<Part> {
    let mut parts = vec![Part::below(count, limits.min.into())];
    if limits.max != Limits::NONE {
        parts.push(Part::above(count, limits.max.into()));
    }
    parts
}

/// How far the busy times of a group are off the limits, unless there are none.
fn in_group(busy: &mut Busy, times: &[usize], limits: Limits, sheet: &mut Sheet) -> Vec<Part> {
    let mut parts = Vec::new();
    let count = busy.count(times, sheet);
    if limits.min > 1 {
        let any = busy.any(times, sheet);
        let wanted = Sum::default().plus(&any, limits.min.into());
        parts.push(Part {
            sum: wanted.plus(&count, -1),
            unit: 1,
        });
    }
    if limits.max != Limits::NONE {
        parts.push(Part::above(&count, limits.max.into()));
    }
    parts
}

/// How far a resource's workload is off the limits, in units of one over a common denominator.
fn workload(
    now: &Incumbent,
    variables: &Variables,
    resource: u32,
    constraint: &LimitWorkload,
) -> Vec<Part> {
    // The unit makes every piece of an open demand whole; a given demand counts as a whole.
    let unit = now.instance.tables().load_unit;
    let piece = |event: u32, index: usize, duration: u16| {
        let event = &now.problem.events[event as usize];
        i64::from(event.resources[index].workload) * unit / i64::from(event.duration)
            * i64::from(duration)
    };
    let mut sum = Sum::default();
    for event in &now.problem.events {
        let given = event
            .resources
            .iter()
            .filter(|demand| demand.preassigned == Some(ResourceId(resource)));
        sum.constant += given
            .map(|demand| i64::from(demand.workload) * unit)
            .sum::<i64>();
    }
    for (position, meet) in now.meets.iter().enumerate() {
        for (index, (holder, demand)) in
            meet.resources.iter().zip(now.demands(position)).enumerate()
        {
            let fixed = demand.preassigned.is_none() && !variables.is_free_task(position, index);
            if fixed && holder.is_some_and(|holder| holder.0 == resource) {
                sum.constant += piece(meet.event.0, index, meet.duration);
            }
        }
    }
    for (&(event, index), holders) in &variables.holders {
        for holder in holders
            .iter()
            .filter(|holder| holder.resource == Some(resource))
        {
            sum.terms
                .push((holder.var, piece(event, index, holder.duration)));
        }
    }
    let scaled = |parts: Vec<Part>| {
        parts
            .into_iter()
            .map(|part| Part { unit, ..part })
            .collect()
    };
    let mut parts = vec![Part::below(&sum, i64::from(constraint.limits.min) * unit)];
    if constraint.limits.max != Limits::NONE {
        parts.push(Part::above(&sum, i64::from(constraint.limits.max) * unit));
    }
    scaled(parts)
}

/// The rows that keep resources at one place at a time. Many resources attend the same meets, so only rows that no other one implies are
/// written.
fn attend_once(variables: &Variables, sheet: &mut Sheet) {
    let mut rows: BTreeSet<Vec<(uurwerk_mip::Var, i64)>> = BTreeSet::new();
    for resource in &variables.single {
        for sum in &variables.attendance[resource] {
            // A time that is taken already has lost its variables, except those of choices that nobody else makes.
            let terms: Vec<_> = sum.merged().into_iter().collect();
            if sum.constant > 0 {
                terms
                    .into_iter()
                    .for_each(|term| sheet.model.at_most([term], 0));
            } else if sheet.range(sum).1 > 1 {
                rows.insert(terms);
            }
        }
    }
    let rows: Vec<_> = rows.into_iter().collect();
    let mut having: BTreeMap<uurwerk_mip::Var, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        row.iter()
            .for_each(|term| having.entry(term.0).or_default().push(at));
    }
    for (at, row) in rows.iter().enumerate() {
        let includes = |other: &usize| {
            *other != at
                && rows[*other].len() > row.len()
                && row
                    .iter()
                    .all(|term| rows[*other].binary_search(term).is_ok())
        };
        let rarest = row
            .iter()
            .map(|term| &having[&term.0])
            .min_by_key(|rows| rows.len());
        if !rarest.is_some_and(|rows| rows.iter().any(includes)) {
            sheet.model.at_most(row.iter().copied(), 1);
        }
    }
}
