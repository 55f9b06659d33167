//! The integer programme of a part of the problem: some resources and all that they attend, alone in the school. Its cheapest answer is what
//! the part costs at the least in a solution without hard cost. Variables are starts of meets; a day of a resource is an interval from its
//! first to its last busy time, which makes idle times linear and keeps the relaxation tight (after Fonseca et al., EJOR 262, 2017).

mod count;
mod week;

pub(super) use week::on_resources;

use super::leeway::{Leeway, hard};
use super::{Charge, Point};
use crate::{Constraint, EventId, Kind, Limits, ResourceId, TimeId};
use count::Count;
use std::collections::{BTreeMap, BTreeSet};
use uurwerk_mip::{Model, Var};

/// A sum of coefficient times variable.
type Sum = Vec<(Var, i64)>;

/// A meet that may run: this long, from this time.
#[derive(Clone, Copy)]
struct Start {
    duration: u16,
    time: u16,
    var: Var,
}

/// Some resources with all that they attend, and what is charged there.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// In ascending order.
    pub resources: Vec<ResourceId>,
    /// What the resources attend and what is linked to it, in ascending order.
    pub events: Vec<EventId>,
    /// The points of soft constraints that count.
    pub charges: BTreeSet<Charge>,
}

/// Writes the programme of a part.
pub(super) fn programme(leeway: &Leeway, part: &Part) -> Model {
    let mut writer = Writer {
        leeway,
        model: Model::new(),
        starts: BTreeMap::new(),
        same: BTreeMap::new(),
    };
    let classes: BTreeSet<usize> = part
        .events
        .iter()
        .map(|event| leeway.class[event.index()])
        .collect();
    classes.into_iter().for_each(|class| writer.class(class));
    writer.clashes(&part.events);
    writer.spreads(&part.events);
    for &resource in &part.resources {
        writer.resource(resource, &part.charges);
    }
    for charge in &part.charges {
        let constraint = &leeway.problem.constraints[charge.constraint.index()];
        match charge.point {
            Point::Event(event) => writer.event(event, constraint),
            Point::EventGroup(group) => {
                writer.spread(&leeway.problem.event_groups[group.index()], constraint)
            }
            Point::Resource(_) => {}
        }
    }
    writer.model
}

/// Whether a soft constraint can be charged at an event: its deviation is then known from the starts.
pub(super) fn measures_event(leeway: &Leeway, event: EventId, kind: &Kind) -> bool {
    let free = leeway.problem.events[event.index()].time.is_none();
    match kind {
        Kind::PreferTimes(_) => free,
        Kind::SplitEvents(_) | Kind::DistributeSplitEvents(_) => leeway.assigned[event.index()],
        _ => false,
    }
}

struct Writer<'a, 'p> {
    leeway: &'a Leeway<'p>,
    model: Model,
    /// The meets of each event that has some of its own.
    starts: BTreeMap<EventId, Vec<Start>>,
    /// For each event, the one whose meets are its own too.
    same: BTreeMap<EventId, EventId>,
}

impl Writer<'_, '_> {
    /// The meets of linked events: shared when equal times mean equal meets, else held together time by time.
    fn class(&mut self, class: usize) {
        let leeway = self.leeway;
        let events = &leeway.linked[class];
        let shape = |event: &EventId| {
            let duration = leeway.problem.events[event.index()].duration;
            let only = leeway
                .only_duration(*event)
                .filter(|_| duration == 1 || leeway.alone[event.index()]);
            only.map(|only| (only, duration))
        };
        let first = events[0];
        let shared =
            shape(&first).is_some() && events.iter().all(|event| shape(event) == shape(&first));
        if shared || events.len() == 1 {
            self.meets(first, events);
            return;
        }
        for event in events {
            self.meets(*event, std::slice::from_ref(event));
        }
        let clear = |event: &&EventId| {
            leeway.alone[event.index()] || leeway.problem.events[event.index()].duration == 1
        };
        let clear: Vec<EventId> = events.iter().filter(clear).copied().collect();
        for pair in clear.windows(2) {
            for time in 0..leeway.problem.times {
                let mut difference = self.running(pair[0], time);
                difference.extend(
                    self.running(pair[1], time)
                        .into_iter()
                        .map(|(var, _)| (var, -1)),
                );
                if !difference.is_empty() {
                    self.model.exactly(difference, 0);
                }
            }
        }
    }

    /// The meets of one event, which are those of `events` too.
    fn meets(&mut self, first: EventId, events: &[EventId]) {
        let leeway = self.leeway;
        let duration = leeway.problem.events[first.index()].duration;
        let mut starts = Vec::new();
        for length in 1..=duration {
            let allowed = |event: &EventId, time: u16| {
                leeway.starts[event.index()][usize::from(length) - 1]
                    .binary_search(&time)
                    .is_ok()
            };
            let most = if leeway.alone[first.index()] || duration == 1 {
                1
            } else {
                i64::from(duration / length)
            };
            for time in 0..leeway.problem.times {
                if events.iter().all(|event| allowed(event, time)) {
                    starts.push(Start {
                        duration: length,
                        time,
                        var: self.model.integer(0..=most),
                    });
                }
            }
        }
        let total = starts
            .iter()
            .map(|start| (start.var, i64::from(start.duration)));
        if events.iter().any(|event| leeway.assigned[event.index()]) {
            self.model.exactly(total, i64::from(duration));
        } else {
            self.model.at_most(total, i64::from(duration));
        }
        for event in events {
            self.same.insert(*event, first);
        }
        self.starts.insert(first, starts);
        for event in events.iter().filter(|event| leeway.assigned[event.index()]) {
            let all = self.meets_of(*event, 1, |_| true);
            self.require(&Count { least: 1, ..all }, leeway.amount[event.index()]);
            for &(length, limits) in &leeway.shares[event.index()] {
                let share = self.meets_of(*event, length, |start| start.duration == length);
                self.require(&share, limits);
            }
        }
    }

    fn starts(&self, event: EventId) -> &[Start] {
        self.same
            .get(&event)
            .and_then(|first| self.starts.get(first))
            .map_or(&[], Vec::as_slice)
    }

    fn count(&self, event: EventId, counts: impl Fn(&Start) -> bool) -> Sum {
        self.starts(event)
            .iter()
            .filter(|start| counts(start))
            .map(|start| (start.var, 1))
            .collect()
    }

    /// How many meets of an event are of some sort, each of which lasts so long or longer.
    fn meets_of(&self, event: EventId, length: u16, counts: impl Fn(&Start) -> bool) -> Count {
        let most = i64::from(self.leeway.problem.events[event.index()].duration / length.max(1));
        Count {
            sum: self.count(event, counts),
            least: 0,
            most,
        }
    }

    /// The meets of an event that run at a time.
    fn running(&self, event: EventId, time: u16) -> Sum {
        self.count(event, |start| {
            (start.time..start.time + start.duration).contains(&time)
        })
    }

    /// No resource is at two places at a time. Resources with the same events, or with some of another's, say nothing new.
    fn clashes(&mut self, events: &[EventId]) {
        let mut attends: BTreeMap<ResourceId, Vec<EventId>> = BTreeMap::new();
        for &event in events {
            for resource in self
                .leeway
                .resources(event)
                .filter(|resource| self.leeway.single[resource.index()])
            {
                attends.entry(resource).or_default().push(self.same[&event]);
            }
        }
        let mut sets: Vec<Vec<EventId>> = attends.into_values().collect();
        sets.iter_mut().for_each(|set| set.sort_unstable());
        sets.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        sets.dedup();
        let mut kept: Vec<Vec<EventId>> = Vec::new();
        for set in sets {
            // A repetition matters: such an event clashes with itself.
            let repeated = set.windows(2).any(|pair| pair[0] == pair[1]);
            let within =
                |other: &Vec<EventId>| set.iter().all(|event| other.binary_search(event).is_ok());
            if repeated || !kept.iter().any(within) {
                kept.push(set);
            }
        }
        for set in kept {
            for time in 0..self.leeway.problem.times {
                let there: Sum = set
                    .iter()
                    .flat_map(|event| self.running(*event, time))
                    .collect();
                if there.len() > 1 {
                    self.model.at_most(there, 1);
                }
            }
        }
    }

    /// The hard limits on the meets of event groups that start in time groups.
    fn spreads(&mut self, events: &[EventId]) {
        for constraint in hard(self.leeway.problem) {
            let Kind::SpreadEvents(spread) = &constraint.kind else {
                continue;
            };
            for group in &spread.event_groups {
                let group = &self.leeway.problem.event_groups[group.index()];
                let whole = group.iter().all(|event| self.same.contains_key(event));
                if !group
                    .iter()
                    .any(|event| events.binary_search(event).is_ok())
                {
                    continue;
                }
                for limit in &spread.limits {
                    let starts = self.starting(
                        group,
                        &self.leeway.problem.time_groups[limit.time_group.index()],
                    );
                    let min = if whole { limit.limits.min } else { 0 };
                    self.require(
                        &starts,
                        Limits {
                            min,
                            ..limit.limits
                        },
                    );
                }
            }
        }
    }

    /// The meets of some events that start at some times.
    fn starting(&self, events: &[EventId], times: &[TimeId]) -> Count {
        let times: BTreeSet<u16> = times.iter().map(|time| time.0).collect();
        let sum = events
            .iter()
            .flat_map(|event| self.count(*event, |start| times.contains(&start.time)));
        let most = events
            .iter()
            .map(|event| i64::from(self.leeway.problem.events[event.index()].duration));
        Count {
            sum: sum.collect(),
            least: 0,
            most: most.sum(),
        }
    }

    /// A soft limit on the meets of an event group that start in time groups.
    fn spread(&mut self, group: &[EventId], constraint: &Constraint) {
        let Kind::SpreadEvents(spread) = &constraint.kind else {
            return;
        };
        let mut deviations = Vec::new();
        for limit in &spread.limits {
            let starts = self.starting(
                group,
                &self.leeway.problem.time_groups[limit.time_group.index()],
            );
            deviations.extend(self.deviation(&starts, limit.limits));
        }
        self.charge_sum(deviations, constraint);
    }

    /// A soft constraint on the shape or the starts of one event.
    fn event(&mut self, event: EventId, constraint: &Constraint) {
        let deviation = match &constraint.kind {
            Kind::PreferTimes(c) => {
                let preferred: BTreeSet<u16> = c.preferred.iter().map(|time| time.0).collect();
                let unloved = self.starts(event).iter().filter(|start| {
                    c.duration.is_none_or(|duration| duration == start.duration)
                        && !preferred.contains(&start.time)
                });
                let unloved: Sum = unloved
                    .map(|start| (start.var, i64::from(start.duration)))
                    .collect();
                let most = i64::from(self.leeway.problem.events[event.index()].duration);
                self.deviation(
                    &Count {
                        sum: unloved,
                        least: 0,
                        most,
                    },
                    Limits::at_most(0),
                )
                .into_iter()
                .collect()
            }
            Kind::DistributeSplitEvents(c) => {
                let share = self.meets_of(event, c.duration, |start| start.duration == c.duration);
                self.deviation(&share, c.amount).into_iter().collect()
            }
            Kind::SplitEvents(c) => {
                let unfit = self.meets_of(event, 1, |start| {
                    !(c.durations.min..=c.durations.max).contains(&u32::from(start.duration))
                });
                let all = Count {
                    least: 1,
                    ..self.meets_of(event, 1, |_| true)
                };
                [
                    self.deviation(&unfit, Limits::at_most(0)),
                    self.deviation(&all, c.amount),
                ]
                .into_iter()
                .flatten()
                .collect()
            }
            _ => Vec::new(),
        };
        self.charge_sum(deviation, constraint);
    }
}
