//! Spread: an event group has more meets than the time groups together take, or fewer than they ask for.

use super::facts::Facts;
use super::{Argument, Charge, Point, Reason};
use crate::{Cost, EventGroupId, Instance, Kind, SpreadEvents};

pub(super) fn reasons(instance: &Instance, facts: &Facts) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (id, constraint) in facts.soft() {
        let Kind::SpreadEvents(spread) = &constraint.kind else {
            continue;
        };
        for (place, &group) in spread.event_groups.iter().enumerate() {
            let deviation = least_deviation(instance, facts, spread, group);
            if deviation > 0 {
                let soft = constraint.cost_function.apply(deviation) * i64::from(constraint.weight);
                reasons.push(Reason {
                    cost: Cost { hard: 0, soft },
                    charges: vec![Charge {
                        constraint: id,
                        position: place as u32,
                        point: Point::EventGroup(group),
                    }],
                    argument: Argument::Spread { group },
                });
            }
        }
    }
    reasons
}

/// Each event has at least one meet and at most as many as durations, and each meet starts in one of the time groups, when these cover all times.
fn least_deviation(
    instance: &Instance,
    facts: &Facts,
    spread: &SpreadEvents,
    group: EventGroupId,
) -> i64 {
    let problem = facts.problem;
    let events = &problem.event_groups[group.index()];
    let mut cover = vec![0; usize::from(problem.times)];
    for limit in &spread.limits {
        let mut times = problem.time_groups[limit.time_group.index()].clone();
        times.sort_unstable();
        times.dedup();
        times.iter().for_each(|time| cover[time.index()] += 1);
    }
    if cover.iter().any(|&count| count > 1) {
        return 0;
    }
    let most: i64 = events
        .iter()
        .map(|event| i64::from(problem.events[event.index()].duration))
        .sum();
    let wanted: i64 = spread
        .limits
        .iter()
        .map(|limit| i64::from(limit.limits.min))
        .sum();
    let short = wanted - most;
    let assigned = events.iter().all(|event| {
        facts.assign_weight[event.index()] > 0 || problem.events[event.index()].time.is_some()
    });
    if !assigned || cover.contains(&0) {
        return short.max(0);
    }
    let tables = instance.tables();
    let reaches = |limit: &crate::SpreadLimit| {
        let times = &problem.time_groups[limit.time_group.index()];
        events.iter().any(|event| {
            let given = problem.events[event.index()].time;
            let mut rows = tables.slots(event.index());
            times
                .iter()
                .any(|time| given.is_none_or(|given| given == *time))
                && given.is_some()
                || rows.any(|row| {
                    times
                        .iter()
                        .any(|time| tables.starts.row(row).contains(&time.0))
                })
        })
    };
    let room: i64 = spread
        .limits
        .iter()
        .filter(|limit| reaches(limit))
        .map(|limit| i64::from(limit.limits.max))
        .sum();
    short.max(events.len() as i64 - room).max(0)
}
