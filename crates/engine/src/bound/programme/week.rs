//! The week of one resource in the programme: at which times it is busy, on which days, and how many times it is idle between.

use super::count::Count;
use super::{Sum, Writer};
use crate::bound::leeway::hard;
use crate::bound::{Charge, Point};
use crate::{EventId, Kind, Limits, ResourceId, TimeId};
use std::collections::{BTreeMap, BTreeSet};
use uurwerk_mip::Var;

/// The busy times of one resource in the programme.
struct Week {
    /// By time: what of the resource runs then.
    busy: Vec<Sum>,
    full: BTreeMap<Vec<u16>, Var>,
    idle: BTreeMap<Vec<u16>, Sum>,
}

impl Writer<'_, '_> {
    /// Hard and charged constraints of one resource.
    pub(super) fn resource(&mut self, resource: ResourceId, charges: &BTreeSet<Charge>) {
        let leeway = self.leeway;
        let events: Vec<EventId> = leeway.attended[resource.index()].clone();
        let busy = (0..leeway.problem.times).map(|time| {
            events
                .iter()
                .flat_map(|event| self.running(*event, time))
                .collect()
        });
        let mut week = Week {
            busy: busy.collect(),
            full: BTreeMap::new(),
            idle: BTreeMap::new(),
        };
        for constraint in hard(leeway.problem) {
            if on_resources(&constraint.kind).contains(&resource) {
                for (count, limits) in self.counts(&mut week, &constraint.kind) {
                    self.require(&count, limits);
                }
            }
        }
        for charge in charges
            .iter()
            .filter(|charge| charge.point == Point::Resource(resource))
        {
            let constraint = &leeway.problem.constraints[charge.constraint.index()];
            let counts = self.counts(&mut week, &constraint.kind);
            let deviations = counts
                .into_iter()
                .filter_map(|(count, limits)| self.deviation(&count, limits))
                .collect();
            self.charge_sum(deviations, constraint);
        }
    }

    /// What a constraint on a resource counts, with the limits of each count; the deviations sum up.
    fn counts(&mut self, week: &mut Week, kind: &Kind) -> Vec<(Count, Limits)> {
        let groups = |groups: &[crate::TimeGroupId]| -> Vec<Vec<u16>> {
            groups
                .iter()
                .map(|group| distinct(&self.leeway.problem.time_groups[group.index()]))
                .collect()
        };
        match kind {
            Kind::AvoidUnavailableTimes(c) => {
                let times = distinct(&c.times);
                let sum = times
                    .iter()
                    .flat_map(|&time| week.busy[usize::from(time)].clone())
                    .collect();
                vec![(
                    Count {
                        sum,
                        least: 0,
                        most: times.len() as i64,
                    },
                    Limits::at_most(0),
                )]
            }
            Kind::ClusterBusyTimes(c) => {
                let sum = groups(&c.time_groups)
                    .iter()
                    .map(|group| (self.full(week, group), 1))
                    .collect();
                vec![(
                    Count {
                        sum,
                        least: 0,
                        most: c.time_groups.len() as i64,
                    },
                    c.limits,
                )]
            }
            Kind::LimitBusyTimes(c) => {
                let mut counts = Vec::new();
                for group in groups(&c.time_groups) {
                    let busy: Sum = group
                        .iter()
                        .flat_map(|&time| week.busy[usize::from(time)].clone())
                        .collect();
                    let most = group.len() as i64;
                    counts.push((
                        Count {
                            sum: busy.clone(),
                            least: 0,
                            most,
                        },
                        Limits { min: 0, ..c.limits },
                    ));
                    if c.limits.min > 1 {
                        // Short of the minimum, if busy at all: busy - min * full is at least 0.
                        let mut short = busy;
                        short.push((self.full(week, &group), -i64::from(c.limits.min)));
                        let least = 1 - i64::from(c.limits.min);
                        counts.push((
                            Count {
                                sum: short,
                                least,
                                most,
                            },
                            Limits::at_least(0),
                        ));
                    }
                }
                counts
            }
            Kind::LimitIdleTimes(c) => {
                let groups = groups(&c.time_groups);
                let sum = groups
                    .iter()
                    .flat_map(|group| self.idle(week, group))
                    .collect();
                let most = groups
                    .iter()
                    .map(|group| group.len().saturating_sub(2) as i64)
                    .sum();
                vec![(
                    Count {
                        sum,
                        least: 0,
                        most,
                    },
                    c.limits,
                )]
            }
            _ => Vec::new(),
        }
    }

    /// Whether the resource is busy in a time group: 1 when it is.
    fn full(&mut self, week: &mut Week, group: &[u16]) -> Var {
        if let Some(&full) = week.full.get(group) {
            return full;
        }
        let full = self.model.binary();
        let mut all: Sum = vec![(full, -1)];
        for &time in group {
            let busy = &week.busy[usize::from(time)];
            if !busy.is_empty() {
                self.model.at_least(
                    busy.iter().map(|&(var, by)| (var, -by)).chain([(full, 1)]),
                    0,
                );
            }
            all.extend(busy);
        }
        self.model.at_least(all, 0);
        week.full.insert(group.to_vec(), full);
        full
    }

    /// The idle times of a day: exactly one interval, from its first to its last busy time, when it is busy at all.
    fn idle(&mut self, week: &mut Week, group: &[u16]) -> Sum {
        if let Some(idle) = week.idle.get(group) {
            return idle.clone();
        }
        let full = self.full(week, group);
        let used: Vec<usize> = (0..group.len())
            .filter(|&place| !week.busy[usize::from(group[place])].is_empty())
            .collect();
        let pairs = used.iter().flat_map(|&first| {
            used.iter()
                .filter(move |&&last| last >= first)
                .map(move |&last| (first, last))
        });
        let spans: Vec<(usize, usize, Var)> = pairs
            .map(|(first, last)| (first, last, self.model.binary()))
            .collect();
        self.model.exactly(
            spans
                .iter()
                .map(|&(_, _, span)| (span, 1))
                .chain([(full, -1)]),
            0,
        );
        let mut idle: Sum = spans
            .iter()
            .map(|&(first, last, span)| (span, (last - first + 1) as i64))
            .collect();
        for place in used {
            let busy = &week.busy[usize::from(group[place])];
            let over = spans
                .iter()
                .filter(|&&(first, last, _)| (first..=last).contains(&place))
                .map(|&(_, _, span)| (span, 1));
            self.model
                .at_least(over.chain(busy.iter().map(|&(var, by)| (var, -by))), 0);
            let ends = spans
                .iter()
                .filter(|&&(first, last, _)| first == place || last == place)
                .map(|&(_, _, span)| (span, -1));
            self.model.at_least(ends.chain(busy.iter().copied()), 0);
            idle.extend(busy.iter().map(|&(var, by)| (var, -by)));
        }
        week.idle.insert(group.to_vec(), idle.clone());
        idle
    }
}

/// The resources that a constraint on the week of a resource is about.
pub(in crate::bound) fn on_resources(kind: &Kind) -> &[ResourceId] {
    match kind {
        Kind::AvoidUnavailableTimes(c) => &c.resources,
        Kind::LimitIdleTimes(c) => &c.resources,
        Kind::ClusterBusyTimes(c) => &c.resources,
        Kind::LimitBusyTimes(c) => &c.resources,
        _ => &[],
    }
}

fn distinct(times: &[TimeId]) -> Vec<u16> {
    let set: BTreeSet<u16> = times.iter().map(|time| time.0).collect();
    set.into_iter().collect()
}
