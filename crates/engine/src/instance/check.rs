//! What must hold of a problem before anything is computed with it: references exist, limits are ranges, and no cost can overflow.

use crate::constraint::gcd;
use crate::{
    Constraint, ConstraintId, EventGroupId, EventId, Fault, HoldMeetings, Kind, Limits, Meeting,
    Problem, ResourceId, RoleId, TimeGroupId, TimeId,
};
use std::collections::BTreeSet;

/// All costs stay below this, so that sums and differences of them never overflow.
const GREATEST_COST: i128 = 1 << 60;
/// The least common denominator of all workloads stays below this.
const GREATEST_DENOMINATOR: i128 = 1 << 24;
/// Tables that grow with a product stay below this many entries.
const GREATEST_TABLE: u128 = 1 << 26;

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
        size_faults(problem, &mut faults);
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
        Kind::LimitWorkload(c) => {
            check.resources(&c.resources);
            check.limits(c.limits);
        }
    }
}

/// Whether sums of durations, workloads or costs could leave the range of the integers they are kept in.
fn size_faults(problem: &Problem, faults: &mut Vec<Fault>) {
    let occupancy: u64 = problem
        .events
        .iter()
        .map(|event| u64::from(event.duration) * (event.resources.len() as u64 + 1))
        .sum();
    let duration: u64 = problem
        .events
        .iter()
        .map(|event| u64::from(event.duration))
        .sum();
    if occupancy > Problem::MAX_OCCUPANCY || duration > Problem::MAX_DURATION {
        return faults.push(Fault::TooLarge("events last too long in all"));
    }
    if table_entries(problem) > GREATEST_TABLE {
        return faults.push(Fault::TooLarge(
            "too many combinations of demands, event groups and resources",
        ));
    }
    if common_denominator(problem).is_none() {
        return faults.push(Fault::TooLarge(
            "workloads have no small common denominator",
        ));
    }
    let workload = problem
        .events
        .iter()
        .flat_map(|event| {
            event
                .resources
                .iter()
                .map(|demand| i128::from(demand.workload))
        })
        .sum::<i128>();
    let scale = i128::from(occupancy) + workload;
    let worst: i128 = problem
        .constraints
        .iter()
        .map(|constraint| worst_cost(problem, constraint, scale))
        .fold(0, i128::saturating_add);
    if worst > GREATEST_COST || workload.saturating_mul(GREATEST_DENOMINATOR) > GREATEST_COST {
        faults.push(Fault::TooLarge(
            "weights, limits or workloads are too great",
        ));
    }
}

/// How many entries the tables get that grow with the product of two lists.
fn table_entries(problem: &Problem) -> u128 {
    let demands: usize = problem
        .events
        .iter()
        .map(|event| {
            event
                .resources
                .iter()
                .filter(|demand| demand.preassigned.is_none())
                .count()
        })
        .sum();
    let groups = problem
        .constraints
        .iter()
        .map(|constraint| match &constraint.kind {
            Kind::AvoidSplitAssignments(c) => c.event_groups.len() * problem.resources.len(),
            Kind::SpreadEvents(c) => c.event_groups.len() * c.limits.len(),
            Kind::LimitConcurrence(c) => c.event_groups.len() * usize::from(problem.times),
            _ => 0,
        });
    demands as u128 * problem.resources.len() as u128
        + groups.map(|entries| entries as u128).sum::<u128>()
}

/// The least number by which the workload of one time of any event is a whole number; none when that is beyond reason.
pub(super) fn common_denominator(problem: &Problem) -> Option<i128> {
    let demands = problem.events.iter().flat_map(|event| {
        event
            .resources
            .iter()
            .map(move |demand| (event.duration, demand.workload))
    });
    demands
        .into_iter()
        .try_fold(1, |common, (duration, workload)| {
            let own = i128::from(duration) / gcd(i128::from(workload), i128::from(duration));
            let common = common / gcd(common, own) * own;
            (common <= GREATEST_DENOMINATOR).then_some(common)
        })
}

/// No event group has more pairs of meets, in the one order and the other.
fn pairs(problem: &Problem, groups: &[EventGroupId]) -> i128 {
    let meets = |group: &EventGroupId| -> i128 {
        let events = problem.event_groups[group.index()].iter();
        events
            .map(|event| i128::from(problem.events[event.index()].duration))
            .sum()
    };
    groups
        .iter()
        .map(meets)
        .max()
        .map_or(0, |meets| meets * meets)
}

/// No cost of the constraint is greater, whatever the solution; `scale` bounds every count that has no closer bound.
fn worst_cost(problem: &Problem, constraint: &Constraint, scale: i128) -> i128 {
    let times = i128::from(problem.times);
    let longest = problem
        .events
        .iter()
        .map(|event| i128::from(event.duration))
        .max()
        .unwrap_or(0);
    let off = |limits: Limits, count: i128| i128::from(limits.min).max(count);
    let (points, deviation) = match &constraint.kind {
        Kind::AssignResource(c) => (c.events.len(), longest),
        Kind::AssignTime(c) => (c.events.len(), longest),
        Kind::SplitEvents(c) => (c.events.len(), longest + off(c.amount, longest)),
        Kind::DistributeSplitEvents(c) => (c.events.len(), off(c.amount, longest)),
        Kind::PreferResources(c) => (c.events.len(), longest),
        Kind::PreferTimes(c) => (c.events.len(), longest),
        Kind::AvoidSplitAssignments(c) => (c.event_groups.len(), scale),
        Kind::SpreadEvents(c) => (
            c.event_groups.len(),
            c.limits.iter().map(|limit| off(limit.limits, scale)).sum(),
        ),
        Kind::LinkEvents(c) => (c.event_groups.len(), times),
        Kind::OrderEvents(c) => (
            c.pairs.len(),
            c.pairs
                .iter()
                .map(|pair| off(pair.separation, times))
                .max()
                .unwrap_or(0)
                + times,
        ),
        Kind::AvoidClashes(c) => (c.resources.len(), scale),
        Kind::AvoidUnavailableTimes(c) => (c.resources.len(), times),
        Kind::LimitIdleTimes(c) => (
            c.resources.len(),
            off(c.limits, times * c.time_groups.len() as i128),
        ),
        Kind::ClusterBusyTimes(c) => (
            c.resources.len(),
            off(c.limits, c.time_groups.len() as i128),
        ),
        Kind::LimitBusyTimes(c) => (
            c.resources.len(),
            off(c.limits, times) * c.time_groups.len() as i128,
        ),
        Kind::LimitWorkload(c) => (c.resources.len(), off(c.limits, scale)),
        Kind::LimitRuns(c) => (c.resources.len(), times * c.time_groups.len() as i128),
        Kind::StartEarly(c) => (c.resources.len(), (times + 1) * c.time_groups.len() as i128),
        Kind::LimitHoles(c) => (
            c.resources.len(),
            off(c.limits, times * c.time_groups.len() as i128),
        ),
        Kind::HoldMeetings(c) => {
            let weight = |group: &Vec<Meeting>| -> i128 {
                group.iter().map(|meeting| i128::from(meeting.weight)).sum()
            };
            (
                c.groups.len(),
                c.groups.iter().map(weight).max().unwrap_or(0),
            )
        }
        Kind::LimitDistances(c) => (
            c.event_groups.len(),
            pairs(problem, &c.event_groups) * off(c.distance, c.time_groups.len() as i128),
        ),
        Kind::LimitSeparations(c) => (
            c.event_groups.len(),
            pairs(problem, &c.event_groups) * (off(c.separation, times) + times),
        ),
        Kind::FinishTimeGroups(c) => {
            let others: Vec<_> = c.finishes.iter().map(|finish| finish.others).collect();
            let durations = pairs(problem, &others) + longest * longest;
            (c.finishes.len(), durations * longest * longest)
        }
        Kind::LimitConcurrence(c) => (c.event_groups.len(), times * off(c.limits, scale)),
        Kind::LimitChanges(c) => (c.event_groups.len(), times * i128::from(u16::MAX)),
        Kind::LimitHolders(c) => (c.event_groups.len(), scale),
        Kind::KeepHolders(c) => (c.event_groups.len(), pairs(problem, &c.event_groups) * 2),
    };
    let price = match constraint.cost_function {
        crate::CostFunction::Linear => deviation,
        crate::CostFunction::Quadratic => deviation.saturating_mul(deviation),
        crate::CostFunction::Step => 1,
    };
    price
        .saturating_mul(i128::from(constraint.weight))
        .saturating_mul(points as i128)
}
