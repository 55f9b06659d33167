//! What the numbers of a problem must keep to, so that no sum, cost or table leaves its range.

use crate::constraint::gcd;
use crate::{Constraint, EventGroupId, EventId, Fault, Kind, Limits, Meeting, Problem, Stop};

/// All costs stay below this, so that sums and differences of them never overflow.
const GREATEST_COST: i128 = 1 << 60;
/// The least common denominator of all workloads stays below this.
const GREATEST_DENOMINATOR: i128 = 1 << 24;
/// Tables that grow with a product stay below this many entries.
const GREATEST_TABLE: u128 = 1 << 26;

/// Whether sums of durations, workloads or costs could leave the range of the integers they are kept in.
pub(super) fn faults(problem: &Problem, faults: &mut Vec<Fault>) {
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
            Kind::AllowTravel(c) => {
                let squares = c.travellers.iter().map(|stops| stops.len() * stops.len());
                squares.sum::<usize>() + c.ways.len() * c.ways.len()
            }
            Kind::KeepNear(c) => c.apart.len() * c.apart.len(),
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

/// How long these events last in all.
fn durations(problem: &Problem, events: impl Iterator<Item = EventId>) -> i128 {
    let durations = events.map(|event| i128::from(problem.events[event.index()].duration));
    durations.sum()
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
        Kind::AllowTravel(c) => {
            let meets = |stops: &Vec<Stop>| durations(problem, stops.iter().map(|stop| stop.event));
            let most = c.travellers.iter().map(meets).max().unwrap_or(0);
            (c.travellers.len(), most * most)
        }
        Kind::KeepNear(c) => {
            let meets = |stops: &Vec<_>| durations(problem, stops.iter().map(|&(event, _)| event));
            let most = c.groups.iter().map(meets).max().unwrap_or(0);
            (c.groups.len(), most * most)
        }
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
