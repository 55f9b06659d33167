//! What must hold of a problem before anything is computed with it: references exist, limits are ranges, and no cost can overflow.

use crate::{
    Constraint, ConstraintId, EventGroupId, EventId, Fault, HoldMeetings, Kind, Limits, Meeting,
    Problem, Quorum, ResourceId, RoleId, TimeGroupId, TimeId,
};
use std::collections::BTreeSet;

/// Every fault of the problem.
pub(super) fn faults(problem: &Problem) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !(1..=Problem::MAX_TIMES).contains(&problem.times) {
        faults.push(Fault::Times(problem.times));
    }
    for (group, times) in (0..).map(TimeGroupId).zip(&problem.time_groups) {
        faults.extend(
            times
                .iter()
                .filter(|time| time.0 >= problem.times)
                .map(|time| Fault::TimeGroup {
                    group,
                    time: time.0,
                }),
        );
    }
    for (id, resource) in (0..).map(ResourceId).zip(&problem.resources) {
        if resource.resource_type.0 >= problem.resource_types {
            faults.push(Fault::ResourceType(id));
        }
    }
    for id in (0..problem.events.len() as u32).map(EventId) {
        event_faults(problem, id, &mut faults);
    }
    for (id, events) in (0..).map(EventGroupId).zip(&problem.event_groups) {
        let different: BTreeSet<_> = events
            .iter()
            .filter(|event| event.index() < problem.events.len())
            .collect();
        if different.len() != events.len() {
            faults.push(Fault::EventGroup(id));
        }
    }
    if faults.is_empty() {
        for (id, constraint) in (0..).map(ConstraintId).zip(&problem.constraints) {
            constraint_faults(problem, id, constraint, &mut faults);
        }
    }
    if faults.is_empty() {
        super::sizes::faults(problem, &mut faults);
    }
    faults
}

fn event_faults(problem: &Problem, id: EventId, faults: &mut Vec<Fault>) {
    let event = &problem.events[id.index()];
    if event.duration == 0 {
        faults.push(Fault::NoDuration(id));
    }
    if event.time.is_some_and(|time| {
        u32::from(time.0) + u32::from(event.duration) > u32::from(problem.times)
    }) {
        faults.push(Fault::EventTime(id));
    }
    let mut roles = BTreeSet::new();
    for (index, demand) in event.resources.iter().enumerate() {
        let fits = demand.resource_type.0 < problem.resource_types
            && demand.preassigned.is_none_or(|given| {
                problem
                    .resources
                    .get(given.index())
                    .is_some_and(|found| found.resource_type == demand.resource_type)
            });
        if !fits {
            faults.push(Fault::EventResource { event: id, index });
        }
        match demand.role {
            None if demand.preassigned.is_none() => faults.push(Fault::NoRole { event: id, index }),
            Some(role) if !roles.insert(role) => faults.push(Fault::RoleTwice { event: id, role }),
            _ => {}
        }
    }
}

/// Collects the faults of one constraint.
struct Checker<'a> {
    problem: &'a Problem,
    id: ConstraintId,
    faults: &'a mut Vec<Fault>,
}

impl Checker<'_> {
    fn known(&mut self, what: &'static str, all_known: bool) {
        if !all_known {
            self.faults.push(Fault::Reference {
                constraint: self.id,
                what,
            });
        }
    }

    fn events(&mut self, events: &[EventId]) {
        self.known(
            "event",
            events
                .iter()
                .all(|event| event.index() < self.problem.events.len()),
        );
    }

    fn event_groups(&mut self, groups: &[EventGroupId]) {
        self.known(
            "event group",
            groups
                .iter()
                .all(|group| group.index() < self.problem.event_groups.len()),
        );
    }

    fn resources(&mut self, resources: &[ResourceId]) {
        self.known(
            "resource",
            resources
                .iter()
                .all(|resource| resource.index() < self.problem.resources.len()),
        );
    }

    fn times(&mut self, times: &[TimeId]) {
        self.known("time", times.iter().all(|time| time.0 < self.problem.times));
    }

    fn time_groups(&mut self, groups: &[TimeGroupId]) {
        self.known(
            "time group",
            groups
                .iter()
                .all(|group| group.index() < self.problem.time_groups.len()),
        );
    }

    fn limits(&mut self, limits: Limits) {
        if limits.min > limits.max {
            self.faults.push(Fault::Limits(self.id));
        }
    }

    fn role(&mut self, groups: &[EventGroupId], role: RoleId) {
        let events = groups
            .iter()
            .filter_map(|group| self.problem.event_groups.get(group.index()))
            .flatten();
        let lacking = events.filter(|event| {
            self.problem.events[event.index()]
                .resources
                .iter()
                .all(|demand| demand.role != Some(role))
        });
        let (constraint, lacking): (_, BTreeSet<_>) = (self.id, lacking.copied().collect());
        self.faults.extend(
            lacking
                .into_iter()
                .map(|event| Fault::RoleMissing { constraint, event }),
        );
    }
}

fn constraint_faults(
    problem: &Problem,
    id: ConstraintId,
    constraint: &Constraint,
    faults: &mut Vec<Fault>,
) {
    let mut check = Checker {
        problem,
        id,
        faults,
    };
    match &constraint.kind {
        Kind::AssignResource(c) => check.events(&c.events),
        Kind::AssignTime(c) => check.events(&c.events),
        Kind::SplitEvents(c) => {
            check.events(&c.events);
            check.limits(c.durations);
            check.limits(c.amount);
        }
        Kind::DistributeSplitEvents(c) => {
            check.events(&c.events);
            check.limits(c.amount);
        }
        Kind::PreferResources(c) => {
            check.events(&c.events);
            check.resources(&c.preferred);
        }
        Kind::PreferTimes(c) => {
            check.events(&c.events);
            check.times(&c.preferred);
        }
        Kind::AvoidSplitAssignments(c) => {
            check.event_groups(&c.event_groups);
            check.role(&c.event_groups, c.role);
        }
        Kind::SpreadEvents(c) => {
            check.event_groups(&c.event_groups);
            for limit in &c.limits {
                check.time_groups(&[limit.time_group]);
                check.limits(limit.limits);
            }
        }
        Kind::LinkEvents(c) => check.event_groups(&c.event_groups),
        Kind::OrderEvents(c) => {
            for pair in &c.pairs {
                check.events(&[pair.first, pair.second]);
                check.limits(pair.separation);
            }
        }
        Kind::AvoidClashes(c) => check.resources(&c.resources),
        Kind::AvoidUnavailableTimes(c) => {
            check.resources(&c.resources);
            check.times(&c.times);
        }
        Kind::LimitIdleTimes(c) => {
            check.resources(&c.resources);
            check.time_groups(&c.time_groups);
            check.limits(c.limits);
        }
        Kind::ClusterBusyTimes(c) => {
            check.resources(&c.resources);
            check.time_groups(&c.time_groups);
            check.limits(c.limits);
        }
        Kind::LimitBusyTimes(c) => {
            check.resources(&c.resources);
            check.time_groups(&c.time_groups);
            check.limits(c.limits);
        }
        Kind::LimitRuns(c) => {
            check.resources(&c.resources);
            check.time_groups(&c.time_groups);
        }
        Kind::StartEarly(c) => {
            check.resources(&c.resources);
            check.time_groups(&c.time_groups);
        }
        Kind::LimitHoles(c) => {
            check.resources(&c.resources);
            check.time_groups(&c.time_groups);
            check.limits(c.limits);
        }
        Kind::HoldMeetings(c) => {
            for meeting in c.groups.iter().flatten() {
                check.times(&meeting.times);
                check.resources(&meeting.free);
                check.resources(&meeting.busy);
                for member in meeting.quorum.iter().flat_map(|quorum| &quorum.members) {
                    check.times(&member.times);
                    check.resources(&member.free);
                }
            }
            let crowded = |quorum: &Quorum| quorum.members.len() > Quorum::MOST;
            if c.groups
                .iter()
                .flatten()
                .flat_map(|meeting| &meeting.quorum)
                .any(crowded)
            {
                check.faults.push(Fault::TooLarge("too many members"));
            }
            let large = |group: &Vec<Meeting>| group.len() > HoldMeetings::MOST;
            if c.groups.iter().any(large) {
                check
                    .faults
                    .push(Fault::TooLarge("too many meetings in a group"));
            }
        }
        Kind::LimitDistances(c) => {
            check.event_groups(&c.event_groups);
            check.time_groups(&c.time_groups);
            check.limits(c.distance);
        }
        Kind::LimitSeparations(c) => {
            check.event_groups(&c.event_groups);
            check.time_groups(&c.time_groups);
            check.limits(c.separation);
        }
        Kind::FinishTimeGroups(c) => {
            for finish in &c.finishes {
                check.events(&[finish.event]);
                check.event_groups(&[finish.others]);
            }
            check.time_groups(&c.time_groups);
        }
        Kind::LimitConcurrence(c) => {
            check.event_groups(&c.event_groups);
            check.times(&c.times);
            check.limits(c.limits);
        }
        Kind::LimitChanges(c) => {
            check.event_groups(&c.event_groups);
            check.resources(&c.labels.iter().map(|label| label.0).collect::<Vec<_>>());
            check.time_groups(&c.time_groups);
        }
        Kind::LimitHolders(c) => check.event_groups(&c.event_groups),
        Kind::KeepHolders(c) => {
            check.event_groups(&c.event_groups);
            check.time_groups(&c.time_groups);
        }
        Kind::AllowTravel(c) => {
            let stops = c.travellers.iter().flatten();
            check.events(&stops.map(|stop| stop.event).collect::<Vec<_>>());
            check.resources(&c.places.iter().map(|place| place.0).collect::<Vec<_>>());
            check.time_groups(&c.time_groups);
            let size = c.ways.len();
            let known = |place: u16| usize::from(place) < size;
            check.known("place", c.places.iter().all(|place| known(place.1)));
            check.known("way", c.ways.iter().all(|row| row.len() == size));
            let times = usize::from(check.problem.times);
            check.known("time on the clock", c.clock.len() == times);
        }
        Kind::KeepNear(c) => {
            let stops = c.groups.iter().flatten();
            check.events(&stops.map(|stop| stop.0).collect::<Vec<_>>());
            check.resources(&c.places.iter().map(|place| place.0).collect::<Vec<_>>());
            let size = c.apart.len();
            let known = |place: u16| usize::from(place) < size;
            check.known("place", c.places.iter().all(|place| known(place.1)));
            check.known("way", c.apart.iter().all(|row| row.len() == size));
        }
        Kind::LimitWorkload(c) => {
            check.resources(&c.resources);
            check.limits(c.limits);
        }
    }
}
