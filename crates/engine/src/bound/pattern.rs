//! The cheapest week of one resource by itself: it must be busy so many times, at times at which it is available; how few idle times, busy days
//! and too full or too empty days does that take at the least? A dynamic programme over its days, exact but for two relaxations that only lower
//! the bound: durations and times of single events are ignored, and a square is counted as its root.

use super::facts::Facts;
use super::{Argument, Charge, Point, Reason};
use crate::{Constraint, Cost, CostFunction, Kind, Limits, ResourceId, TimeGroupId};
use std::collections::BTreeMap;

/// Weeks with more idle times than this are not told apart.
const MOST_IDLE: usize = 12;

/// A soft constraint of a resource on its days.
#[derive(Clone, Copy)]
struct Rule<'p> {
    charge: Charge,
    constraint: &'p Constraint,
    groups: &'p [TimeGroupId],
    limits: Limits,
}

pub(super) fn reasons(facts: &Facts) -> Vec<Reason> {
    let mut rules: Vec<Vec<Rule>> = vec![Vec::new(); facts.problem.resources.len()];
    for (id, constraint) in facts.soft() {
        let (resources, groups, limits) = match &constraint.kind {
            Kind::LimitIdleTimes(c) => (&c.resources, &c.time_groups, c.limits),
            Kind::ClusterBusyTimes(c) => (&c.resources, &c.time_groups, c.limits),
            Kind::LimitBusyTimes(c) => (&c.resources, &c.time_groups, c.limits),
            _ => continue,
        };
        resources.iter().enumerate().for_each(|(place, resource)| {
            let point = Point::Resource(*resource);
            rules[resource.index()].push(Rule {
                charge: Charge {
                    constraint: id,
                    position: place as u32,
                    point,
                },
                constraint,
                groups,
                limits,
            })
        });
    }
    facts
        .resources()
        .filter_map(|resource| resource_reason(facts, resource, &rules[resource.index()]))
        .collect()
}

/// The best reason over the ways to cut the week into days that the resource's rules offer.
fn resource_reason(facts: &Facts, resource: ResourceId, rules: &[Rule]) -> Option<Reason> {
    let busy = facts.busy(resource)?;
    let mut all: Vec<TimeGroupId> = rules.iter().flat_map(|rule| rule.groups).copied().collect();
    all.sort_unstable();
    all.dedup();
    let mut cuts: Vec<Vec<TimeGroupId>> = if disjoint(facts, &all) {
        vec![all]
    } else {
        rules.iter().map(|rule| rule.groups.to_vec()).collect()
    };
    cuts.retain(|cut| disjoint(facts, cut));
    cuts.sort_unstable();
    cuts.dedup();
    let costs = cuts.into_iter().filter_map(|days| {
        let applying: Vec<Rule> = rules
            .iter()
            .filter(|rule| applies(rule, &days))
            .copied()
            .collect();
        let soft = cheapest_week(facts, resource, busy, &days, &applying)?;
        Some((soft, applying.iter().map(|rule| rule.charge).collect()))
    });
    let (soft, charges): (i64, Vec<Charge>) = costs.max_by_key(|(soft, _)| *soft)?;
    (soft > 0).then_some(Reason {
        cost: Cost { hard: 0, soft },
        charges,
        argument: Argument::Week {
            resource,
            busy: busy as u32,
        },
    })
}

/// Limits on busy times speak of each day by itself; the other rules count over a week, which must be the one at hand.
fn applies(rule: &Rule, days: &[TimeGroupId]) -> bool {
    let known = rule.groups.iter().all(|group| days.contains(group));
    known
        && (rule.groups.len() == days.len()
            || matches!(rule.constraint.kind, Kind::LimitBusyTimes(_)))
}

fn disjoint(facts: &Facts, groups: &[TimeGroupId]) -> bool {
    let mut times: Vec<_> = groups
        .iter()
        .flat_map(|group| facts.problem.time_groups[group.index()].iter())
        .collect();
    let all = times.len();
    times.sort_unstable();
    times.dedup();
    times.len() == all && !groups.is_empty()
}

/// What a week costs for so many (busy times, busy days, idle times) so far.
type Weeks = BTreeMap<(usize, usize, usize), i64>;

fn cheapest_week(
    facts: &Facts,
    resource: ResourceId,
    busy: usize,
    days: &[TimeGroupId],
    rules: &[Rule],
) -> Option<i64> {
    let available = &facts.available[resource.index()];
    let in_days: usize = days
        .iter()
        .map(|day| facts.problem.time_groups[day.index()].len())
        .sum();
    let mut weeks: Weeks = [((0, 0, 0), 0)].into();
    // Times outside all days cost nothing here.
    if in_days < available.len() {
        let mut outside = available.clone();
        days.iter()
            .flat_map(|day| &facts.problem.time_groups[day.index()])
            .for_each(|time| outside[time.index()] = false);
        let free = outside.iter().filter(|&&outside| outside).count();
        weeks = (0..=free.min(busy))
            .map(|times| ((times, 0, 0), 0))
            .collect();
    }
    for day in days {
        let mut times: Vec<usize> = facts.problem.time_groups[day.index()]
            .iter()
            .map(|time| time.index())
            .filter(|&time| available[time])
            .collect();
        times.sort_unstable();
        let mut next = Weeks::new();
        for (&(had, full, idle), &cost) in &weeks {
            for more in 0..=times.len().min(busy - had) {
                let week = (
                    had + more,
                    full + usize::from(more > 0),
                    (idle + least_idle(&times, more)).min(MOST_IDLE),
                );
                let cost = cost + day_cost(rules, *day, more);
                next.entry(week)
                    .and_modify(|least| *least = cost.min(*least))
                    .or_insert(cost);
            }
        }
        weeks = next;
    }
    let done = weeks.into_iter().filter(|((had, ..), _)| *had == busy);
    done.map(|((_, full, idle), cost)| cost + week_cost(rules, full, idle))
        .min()
}

/// The least number of idle times in a day with so many busy ones, at available times.
fn least_idle(available: &[usize], busy: usize) -> usize {
    if busy == 0 {
        0
    } else {
        available
            .windows(busy)
            .map(|run| run[busy - 1] - run[0] + 1 - busy)
            .min()
            .unwrap_or(0)
    }
}

/// What the limits on busy times charge at the least for one day. Over several days a square is at least its root, and a step may be charged
/// for another day.
fn day_cost(rules: &[Rule], day: TimeGroupId, busy: usize) -> i64 {
    let charge = |rule: &Rule| {
        if busy == 0
            || !rule.groups.contains(&day)
            || !matches!(rule.constraint.kind, Kind::LimitBusyTimes(_))
        {
            return 0;
        }
        let deviation = rule.limits.deviation(busy as i64);
        let value = match rule.constraint.cost_function {
            function if rule.groups.len() == 1 => function.apply(deviation),
            CostFunction::Linear | CostFunction::Quadratic => deviation,
            CostFunction::Step => 0,
        };
        value * i64::from(rule.constraint.weight)
    };
    rules.iter().map(charge).sum()
}

/// What the limits on busy days and idle times charge for a week.
fn week_cost(rules: &[Rule], full: usize, idle: usize) -> i64 {
    let charge = |rule: &Rule| {
        let deviation = match &rule.constraint.kind {
            Kind::ClusterBusyTimes(_) => rule.limits.deviation(full as i64),
            // There may be more idle times than the least, so a minimum proves nothing.
            Kind::LimitIdleTimes(_) => Limits {
                min: 0,
                ..rule.limits
            }
            .deviation(idle as i64),
            _ => 0,
        };
        rule.constraint.cost_function.apply(deviation) * i64::from(rule.constraint.weight)
    };
    rules.iter().map(charge).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_times_between_available_ones() {
        assert_eq!(least_idle(&[0, 2, 4], 2), 1);
        assert_eq!(least_idle(&[0, 2, 3], 2), 0);
        assert_eq!(least_idle(&[0, 2, 3], 3), 1);
        assert_eq!(least_idle(&[], 0), 0);
    }
}
