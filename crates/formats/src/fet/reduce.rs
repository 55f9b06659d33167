//! Takes out of the problem whoever adds nothing to it: a person of whom nothing is asked but not to be at two places at a time, and who
//! attends only what another attends too.

use uurwerk_engine::{Kind, Problem, ResourceId, ResourceTypeId};

/// Reduces a problem in which only resources of the type `rooms` are ever assigned; those are left alone. Resources keep their numbers.
pub(super) fn reduce(problem: &mut Problem, rooms: ResourceTypeId) {
    let count = problem.resources.len();
    let mut asked = vec![false; count];
    let mut clashing = vec![false; count];
    for constraint in &problem.constraints {
        let (resources, list) = match &constraint.kind {
            Kind::AvoidClashes(c) if constraint.required => (&c.resources, &mut clashing),
            Kind::AvoidClashes(c) => (&c.resources, &mut asked),
            Kind::AvoidUnavailableTimes(c) => (&c.resources, &mut asked),
            Kind::LimitIdleTimes(c) => (&c.resources, &mut asked),
            Kind::ClusterBusyTimes(c) => (&c.resources, &mut asked),
            Kind::LimitBusyTimes(c) => (&c.resources, &mut asked),
            Kind::LimitRuns(c) => (&c.resources, &mut asked),
            Kind::StartEarly(c) => (&c.resources, &mut asked),
            Kind::LimitWorkload(c) => (&c.resources, &mut asked),
            _ => continue,
        };
        resources
            .iter()
            .for_each(|resource| list[resource.index()] = true);
    }
    let words = problem.events.len().div_ceil(64);
    let mut attended = vec![vec![0_u64; words]; count];
    for (place, event) in problem.events.iter().enumerate() {
        for resource in event
            .resources
            .iter()
            .filter_map(|demand| demand.preassigned)
        {
            attended[resource.index()][place / 64] |= 1 << (place % 64);
        }
    }
    let fixed: Vec<usize> = (0..count)
        .filter(|&resource| {
            clashing[resource] && problem.resources[resource].resource_type != rooms
        })
        .collect();
    let mut idle = vec![false; count];
    for &resource in fixed.iter().filter(|&&resource| !asked[resource]) {
        let covered = |&other: &usize| {
            let all = attended[resource].iter().zip(&attended[other]);
            other != resource
                && !idle[other]
                && all.into_iter().all(|(mine, theirs)| mine & !theirs == 0)
        };
        idle[resource] = fixed.iter().any(covered);
    }
    let keeps = |resource: ResourceId| !idle[resource.index()];
    for event in &mut problem.events {
        event
            .resources
            .retain(|demand| demand.preassigned.is_none_or(keeps));
    }
    for constraint in &mut problem.constraints {
        if let Kind::AvoidClashes(c) = &mut constraint.kind {
            c.resources.retain(|&resource| keeps(resource));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uurwerk_engine::{AvoidClashes, Constraint, Event, EventResource, LimitRuns, Resource};

    #[test]
    fn who_adds_nothing_is_taken_out() {
        let event = |resources: &[u32]| Event {
            duration: 1,
            workload: 1,
            time: None,
            resources: resources
                .iter()
                .map(|&resource| {
                    EventResource::preassigned(ResourceTypeId(0), ResourceId(resource), 0)
                })
                .collect(),
        };
        let resources: Vec<_> = (0..4).map(ResourceId).collect();
        let mut problem = Problem {
            times: 2,
            resource_types: 2,
            resources: vec![
                Resource {
                    resource_type: ResourceTypeId(0)
                };
                4
            ],
            // 1 is always with 0; so is 2, of whom more is asked; 3 is always with 1, and also with 0.
            events: vec![event(&[0, 1, 2, 3]), event(&[0, 1]), event(&[0, 2])],
            constraints: vec![
                Constraint::required(1, Kind::AvoidClashes(AvoidClashes { resources })),
                Constraint::required(
                    1,
                    Kind::LimitRuns(LimitRuns {
                        resources: vec![ResourceId(2)],
                        time_groups: vec![],
                        longest: 1,
                    }),
                ),
            ],
            ..Problem::default()
        };
        reduce(&mut problem, ResourceTypeId(1));
        let left: Vec<Vec<u32>> = problem
            .events
            .iter()
            .map(|event| {
                event
                    .resources
                    .iter()
                    .filter_map(|demand| demand.preassigned)
                    .map(|resource| resource.0)
                    .collect()
            })
            .collect();
        assert_eq!(left, [vec![0, 2], vec![0], vec![0, 2]]);
    }
}
