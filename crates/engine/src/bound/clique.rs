//! Conflicts: sets of events of which no two can run at the same time, since each two share a resource that may not clash (or events linked
//! to them do). When they last longer than there are times open to them, each time too many costs hard: a clash, an unassigned time, a
//! broken link, or a forbidden time. Several such sets add up when they share no event.
//!
//! Each set starts as all that one resource attends, and takes in others that conflict with every one of its events. The times that a set can
//! fill are counted by a matching (Hall's theorem: too few times for the events).

use super::leeway::{Leeway, hard};
use super::{Argument, Charge, Point, Reason};
use crate::{Constraint, ConstraintId, Cost, CostFunction, EventId, Kind, Problem};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn reasons(problem: &Problem) -> Vec<Reason> {
    // A step is charged once however far the deviation goes: such constraints forbid, but do not count.
    let counting = |constraint: &Constraint| constraint.cost_function != CostFunction::Step;
    if hard(problem).any(|constraint| !counting(constraint)) {
        return Vec::new();
    }
    let graph = Graph::new(problem);
    let mut found: Vec<(i64, Vec<usize>)> = graph
        .sets()
        .into_iter()
        .map(|set| (graph.excess(&set), set))
        .collect();
    found.retain(|(excess, _)| *excess > 0);
    found.sort_by(|a, b| b.cmp(a));
    let mut used = BTreeSet::new();
    let mut reasons = Vec::new();
    for (excess, set) in found {
        if set.iter().all(|class| !used.contains(class)) {
            let reason = graph.reason(&set, excess);
            if reason.cost.hard > 0 {
                used.extend(set);
                reasons.push(reason);
            }
        }
    }
    for (class, events) in graph.twins() {
        if used.insert(class) {
            let busy = events.len() * graph.busy[class];
            let reason = graph.reason(&[class], (busy - graph.busy[class]) as i64);
            let events = Argument::Conflict {
                events,
                busy: busy as u32,
                times: graph.busy[class] as u32,
            };
            reasons.push(Reason {
                argument: events,
                ..reason
            });
        }
    }
    reasons
}

/// Classes of linked events, with an edge where two share a resource that may not clash.
struct Graph<'p> {
    leeway: Leeway<'p>,
    /// By class: how long it lasts; 0 when that is not forced.
    busy: Vec<usize>,
    /// By class: the times open to it.
    open: Vec<Vec<bool>>,
    /// By class, as a bit set.
    edges: Vec<Vec<u64>>,
    /// By resource: the classes that it attends.
    attended: Vec<Vec<usize>>,
}

impl<'p> Graph<'p> {
    fn new(problem: &'p Problem) -> Self {
        let leeway = Leeway::new(problem);
        let classes = leeway.linked.len();
        let duration = |event: &EventId| usize::from(problem.events[event.index()].duration);
        // A class whose events differ in length breaks its links in every solution, and one event twice at a resource always clashes.
        let busy = leeway.linked.iter().map(|events| {
            let sure = events.iter().all(|event| {
                leeway.assigned[event.index()] && duration(event) == duration(&events[0])
            });
            if sure { duration(&events[0]) } else { 0 }
        });
        let busy: Vec<usize> = busy.collect();
        let of_events = open_times(&leeway);
        let open = leeway.linked.iter().map(|events| {
            let mut open = of_events[events[0].index()].clone();
            events[1..]
                .iter()
                .for_each(|event| meet(&mut open, &of_events[event.index()]));
            open
        });
        let open = open.collect();
        let mut attended = Vec::new();
        let mut edges = vec![vec![0_u64; classes.div_ceil(64)]; classes];
        for (resource, events) in leeway.attended.iter().enumerate() {
            let mut set: Vec<usize> = events
                .iter()
                .map(|event| leeway.class[event.index()])
                .collect();
            set.retain(|&class| leeway.single[resource] && busy[class] > 0);
            set.sort_unstable();
            set.dedup();
            for &class in &set {
                set.iter()
                    .filter(|&&other| other != class)
                    .for_each(|&other| edges[class][other / 64] |= 1 << (other % 64));
            }
            attended.push(set);
        }
        Self {
            leeway,
            busy,
            open,
            edges,
            attended,
        }
    }

    /// Linked events of one resource, which always clash: the class, and the most such events of one resource.
    fn twins(&self) -> BTreeMap<usize, Vec<EventId>> {
        let mut twins: BTreeMap<usize, Vec<EventId>> = BTreeMap::new();
        let single = self
            .leeway
            .attended
            .iter()
            .zip(&self.leeway.single)
            .filter(|(_, single)| **single);
        for (events, _) in single {
            let mut of_class: BTreeMap<usize, Vec<EventId>> = BTreeMap::new();
            events.iter().for_each(|event| {
                of_class
                    .entry(self.leeway.class[event.index()])
                    .or_default()
                    .push(*event)
            });
            for (class, events) in of_class {
                if self.busy[class] > 0 && events.len() > twins.get(&class).map_or(1, Vec::len) {
                    twins.insert(class, events);
                }
            }
        }
        twins
    }

    /// What each resource attends, with all that conflicts with the whole of it, the most conflicting first.
    fn sets(&self) -> BTreeSet<Vec<usize>> {
        let mut sets = BTreeSet::new();
        for set in self.attended.iter().filter(|set| !set.is_empty()) {
            let mut set = set.clone();
            let mut common = self.edges[set[0]].clone();
            set[1..]
                .iter()
                .for_each(|&class| keep(&mut common, &self.edges[class]));
            let mut left = usize::from(self.leeway.problem.times);
            left = left.saturating_sub(set.iter().map(|&class| self.busy[class]).sum());
            loop {
                let members = (0..self.edges.len())
                    .filter(|&class| common[class / 64] >> (class % 64) & 1 == 1);
                if members.clone().map(|class| self.busy[class]).sum::<usize>() <= left {
                    // Even all of them together would leave no time too many.
                    break;
                }
                let degree = |class: usize| -> u32 {
                    self.edges[class]
                        .iter()
                        .zip(&common)
                        .map(|(edges, common)| (edges & common).count_ones())
                        .sum()
                };
                let Some(next) = members.max_by_key(|&class| {
                    (degree(class), self.busy[class], std::cmp::Reverse(class))
                }) else {
                    break;
                };
                left = left.saturating_sub(self.busy[next]);
                set.push(next);
                keep(&mut common, &self.edges[next]);
            }
            set.sort_unstable();
            sets.insert(set);
        }
        sets
    }

    /// How many of the set's times find no time of their own.
    fn excess(&self, set: &[usize]) -> i64 {
        let busy: usize = set.iter().map(|&class| self.busy[class]).sum();
        (busy - self.filled(set)) as i64
    }

    /// The greatest number of times that the set can fill: a matching by augmenting paths, one for each unit of duration.
    fn filled(&self, set: &[usize]) -> usize {
        let times = usize::from(self.leeway.problem.times);
        let mut holder: Vec<Option<usize>> = vec![None; times];
        let units = set
            .iter()
            .flat_map(|&class| std::iter::repeat_n(class, self.busy[class]));
        units
            .filter(|&class| self.augment(class, &mut holder, &mut vec![false; times]))
            .count()
    }

    fn augment(&self, class: usize, holder: &mut [Option<usize>], seen: &mut [bool]) -> bool {
        for time in 0..holder.len() {
            if self.open[class][time] && !seen[time] {
                seen[time] = true;
                if holder[time].is_none_or(|other| self.augment(other, holder, seen)) {
                    holder[time] = Some(class);
                    return true;
                }
            }
        }
        false
    }

    /// What the excess costs at the least, and which constraints may charge it.
    fn reason(&self, set: &[usize], excess: i64) -> Reason {
        let problem = self.leeway.problem;
        let events: BTreeSet<EventId> = set
            .iter()
            .flat_map(|&class| self.leeway.linked[class].iter().copied())
            .collect();
        let resources: BTreeSet<_> = events
            .iter()
            .flat_map(|&event| self.leeway.resources(event))
            .collect();
        let mut charges = Vec::new();
        for (id, constraint) in (0..).map(ConstraintId).zip(&problem.constraints) {
            if !constraint.required || constraint.weight == 0 {
                continue;
            }
            let mut charge = |position: usize, point: Point| {
                charges.push(Charge {
                    constraint: id,
                    position: position as u32,
                    point,
                })
            };
            match &constraint.kind {
                Kind::AssignTime(c) => {
                    let points =
                        open_events(problem, &c.events).filter(|(_, event)| events.contains(event));
                    points.for_each(|(place, event)| charge(place, Point::Event(event)));
                }
                Kind::PreferTimes(c) => {
                    let points =
                        open_events(problem, &c.events).filter(|(_, event)| events.contains(event));
                    points.for_each(|(place, event)| charge(place, Point::Event(event)));
                }
                Kind::LinkEvents(c) => {
                    let touches = |group: &crate::EventGroupId| {
                        problem.event_groups[group.index()]
                            .iter()
                            .any(|event| events.contains(event))
                    };
                    let points = c
                        .event_groups
                        .iter()
                        .enumerate()
                        .filter(|(_, group)| touches(group));
                    points.for_each(|(place, group)| charge(place, Point::EventGroup(*group)));
                }
                Kind::AvoidClashes(crate::AvoidClashes { resources: at })
                | Kind::AvoidUnavailableTimes(crate::AvoidUnavailableTimes {
                    resources: at, ..
                }) => {
                    let points = at
                        .iter()
                        .enumerate()
                        .filter(|(_, resource)| resources.contains(resource));
                    points.for_each(|(place, resource)| charge(place, Point::Resource(*resource)));
                }
                _ => {}
            }
        }
        let weights = charges
            .iter()
            .map(|charge| i64::from(problem.constraints[charge.constraint.index()].weight));
        Reason {
            cost: Cost {
                hard: excess * weights.min().unwrap_or(0),
                soft: 0,
            },
            charges,
            argument: Argument::Conflict {
                events: set
                    .iter()
                    .map(|&class| self.leeway.linked[class][0])
                    .collect(),
                busy: set.iter().map(|&class| self.busy[class]).sum::<usize>() as u32,
                times: self.filled(set) as u32,
            },
        }
    }
}

fn keep(common: &mut [u64], other: &[u64]) {
    common
        .iter_mut()
        .zip(other)
        .for_each(|(common, other)| *common &= other);
}

/// The points of a constraint on events without preassigned time: their position among these, and the event.
fn open_events<'p>(
    problem: &'p Problem,
    events: &'p [EventId],
) -> impl Iterator<Item = (usize, EventId)> + use<'p> {
    events
        .iter()
        .copied()
        .filter(|event| problem.events[event.index()].time.is_none())
        .enumerate()
}

/// By event, the times at which it can run, whatever the durations of its meets: a meet of a duration that its limits forbid costs hard once,
/// however many times it fills, so it is allowed here.
fn open_times(leeway: &Leeway) -> Vec<Vec<bool>> {
    let problem = leeway.problem;
    let times = usize::from(problem.times);
    let mut available = vec![vec![true; times]; problem.resources.len()];
    let mut open = vec![vec![true; times]; problem.events.len()];
    for constraint in hard(problem) {
        match &constraint.kind {
            Kind::AvoidUnavailableTimes(c) => {
                for resource in &c.resources {
                    c.times
                        .iter()
                        .for_each(|time| available[resource.index()][time.index()] = false);
                }
            }
            Kind::PreferTimes(c) if c.duration.is_none_or(|only| only == 1) => {
                let mut preferred = vec![false; times];
                c.preferred
                    .iter()
                    .for_each(|time| preferred[time.index()] = true);
                // A longer meet may start well and run through any times.
                for event in c.events.iter().filter(|event| {
                    problem.events[event.index()].time.is_none()
                        && problem.events[event.index()].duration == 1
                }) {
                    meet(&mut open[event.index()], &preferred);
                }
            }
            _ => {}
        }
    }
    for (event, (open, given)) in (0..).map(EventId).zip(open.iter_mut().zip(&problem.events)) {
        leeway
            .resources(event)
            .for_each(|resource| meet(open, &available[resource.index()]));
        if let Some(start) = given.time {
            // Meets of such an event all start then, and reach no further than its duration.
            let run = start.index()..start.index() + usize::from(given.duration);
            open.iter_mut()
                .enumerate()
                .filter(|(time, _)| !run.contains(time))
                .for_each(|(_, open)| *open = false);
        }
    }
    open
}

fn meet(one: &mut [bool], other: &[bool]) {
    one.iter_mut()
        .zip(other)
        .for_each(|(one, other)| *one &= other);
}
