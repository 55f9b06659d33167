//! Where the incumbent's cost comes from: the meets behind each deviation, as the places to begin a neighbourhood at.

use super::incumbent::Incumbent;
use crate::{Cost, Evaluation, EventId, Kind, Meeting, Quorum, RoleId, Stop};

/// Something that costs.
#[derive(Clone, Debug)]
pub(super) struct Defect {
    pub cost: Cost,
    pub site: Site,
}

/// What a deviation is charged to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Site {
    Events(Vec<EventId>),
    Resource(u32),
}

/// All defects, in the order of the constraints and their points.
pub(super) fn defects(now: &Incumbent, evaluation: &Evaluation) -> Vec<Defect> {
    let mut defects = Vec::new();
    for (constraint, cost) in now.problem.constraints.iter().zip(&evaluation.constraints) {
        if cost.cost == Cost::ZERO {
            continue;
        }
        for (site, deviation) in sites(now, &constraint.kind)
            .into_iter()
            .zip(&cost.deviations)
        {
            let value = i64::from(constraint.weight) * constraint.cost_function.apply(*deviation);
            let cost = if constraint.required {
                Cost {
                    hard: value,
                    soft: 0,
                }
            } else {
                Cost {
                    hard: 0,
                    soft: value,
                }
            };
            if value > 0 {
                defects.push(Defect { cost, site });
            }
        }
    }
    defects
}

/// The points of application, in the order of their deviations.
fn sites(now: &Incumbent, kind: &Kind) -> Vec<Site> {
    let group =
        |group: &crate::EventGroupId| Site::Events(now.problem.event_groups[group.index()].clone());
    let open = |event: &&EventId| now.problem.events[event.index()].time.is_none();
    let all = |events: &[EventId]| -> Vec<Site> {
        events
            .iter()
            .map(|&event| Site::Events(vec![event]))
            .collect()
    };
    let staffed = |events: &[EventId], role: RoleId| -> Vec<Site> {
        let open = events.iter().filter(|event| {
            let mut demands = now.problem.events[event.index()].resources.iter();
            demands.any(|demand| demand.role == Some(role) && demand.preassigned.is_none())
        });
        open.map(|&event| Site::Events(vec![event])).collect()
    };
    let resources = |resources: &[crate::ResourceId]| {
        resources
            .iter()
            .map(|resource| Site::Resource(resource.0))
            .collect()
    };
    match kind {
        Kind::AssignTime(c) => c
            .events
            .iter()
            .filter(open)
            .map(|&event| Site::Events(vec![event]))
            .collect(),
        Kind::PreferTimes(c) => c
            .events
            .iter()
            .filter(open)
            .map(|&event| Site::Events(vec![event]))
            .collect(),
        Kind::SplitEvents(c) => all(&c.events),
        Kind::DistributeSplitEvents(c) => all(&c.events),
        Kind::AssignResource(c) => staffed(&c.events, c.role),
        Kind::PreferResources(c) => staffed(&c.events, c.role),
        Kind::AvoidSplitAssignments(c) => c.event_groups.iter().map(group).collect(),
        Kind::SpreadEvents(c) => c.event_groups.iter().map(group).collect(),
        Kind::LinkEvents(c) => c.event_groups.iter().map(group).collect(),
        Kind::OrderEvents(c) => c
            .pairs
            .iter()
            .map(|pair| Site::Events(vec![pair.first, pair.second]))
            .collect(),
        Kind::AvoidClashes(c) => resources(&c.resources),
        Kind::AvoidUnavailableTimes(c) => resources(&c.resources),
        Kind::LimitIdleTimes(c) => resources(&c.resources),
        Kind::ClusterBusyTimes(c) => resources(&c.resources),
        Kind::LimitBusyTimes(c) => resources(&c.resources),
        Kind::LimitWorkload(c) => resources(&c.resources),
        Kind::LimitRuns(c) => resources(&c.resources),
        Kind::StartEarly(c) => resources(&c.resources),
        Kind::LimitHoles(c) => resources(&c.resources),
        Kind::LimitDistances(c) => c.event_groups.iter().map(group).collect(),
        Kind::LimitSeparations(c) => c.event_groups.iter().map(group).collect(),
        Kind::FinishTimeGroups(c) => c
            .finishes
            .iter()
            .map(|finish| group(&finish.others))
            .collect(),
        Kind::LimitConcurrence(c) => c.event_groups.iter().map(group).collect(),
        Kind::LimitChanges(c) => c.event_groups.iter().map(group).collect(),
        Kind::LimitHolders(c) => c.event_groups.iter().map(group).collect(),
        Kind::KeepHolders(c) => c.event_groups.iter().map(group).collect(),
        Kind::AllowTravel(c) => {
            let events =
                |stops: &Vec<Stop>| Site::Events(stops.iter().map(|stop| stop.event).collect());
            c.travellers.iter().map(events).collect()
        }
        Kind::KeepNear(c) => {
            let events = |stops: &Vec<(EventId, RoleId)>| {
                Site::Events(stops.iter().map(|stop| stop.0).collect())
            };
            c.groups.iter().map(events).collect()
        }
        Kind::HoldMeetings(c) => {
            let first = |group: &Vec<Meeting>| {
                let free = group
                    .iter()
                    .flat_map(|meeting| meeting.free.iter().copied());
                let come = group.iter().flat_map(|meeting| &meeting.quorum);
                free.chain(come.flat_map(Quorum::resources))
                    .next()
                    .map_or(Site::Events(Vec::new()), |resource| {
                        Site::Resource(resource.0)
                    })
            };
            c.groups.iter().map(first).collect()
        }
    }
}
