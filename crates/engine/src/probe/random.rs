//! Small random problems with all constraint kinds and all cost functions: what the incremental evaluation is tested on.

use crate::search::dice::Dice;
use crate::{
    AllowTravel, AssignResource, AssignTime, AvoidClashes, AvoidSplitAssignments,
    AvoidUnavailableTimes, ChangeMeasure, ClusterBusyTimes, Constraint, CostFunction,
    DistributeSplitEvents, Event, EventGroupId, EventId, EventPair, EventResource, Finish,
    FinishTimeGroups, HoldMeetings, KeepHolders, KeepNear, Kind, LimitBusyTimes, LimitChanges,
    LimitConcurrence, LimitDistances, LimitHolders, LimitHoles, LimitIdleTimes, LimitRuns,
    LimitSeparations, LimitWorkload, Limits, LinkEvents, Meeting, Member, OrderEvents,
    PreferResources, PreferTimes, Problem, Quorum, Resource, ResourceId, ResourceTypeId, RoleId,
    SplitEvents, SpreadEvents, SpreadLimit, StartEarly, Stop, TimeGroupId, TimeId,
};

/// A problem of a few events and `times` times, valid by construction, with each constraint kind of XHSTT three times.
pub fn random_problem(times: u16, seed: u64) -> Problem {
    make(times, seed, 16)
}

/// A problem as [`random_problem`] makes, with every constraint kind there is three times, and with a time group that is no run of times.
pub fn random_problem_of_all_kinds(times: u16, seed: u64) -> Problem {
    make(times, seed, 29)
}

fn make(times: u16, seed: u64, kinds: usize) -> Problem {
    let mut maker = Maker {
        dice: Dice::new(seed, 99),
        times,
    };
    let mut problem = Problem {
        times,
        resource_types: 2,
        ..Problem::default()
    };
    problem.resources = (0..6)
        .map(|resource| Resource {
            resource_type: ResourceTypeId(resource % 2),
        })
        .collect();
    problem.time_groups = (0..5).map(|_| maker.run_of_times()).collect();
    if kinds > 16 {
        problem.time_groups[4] = maker
            .some(usize::from(times))
            .into_iter()
            .map(|time| TimeId(time as u16))
            .collect();
    }
    problem.events = (0..6).map(|_| maker.event()).collect();
    problem.event_groups = (0..4)
        .map(|_| {
            maker
                .some(6)
                .into_iter()
                .map(|event| EventId(event as u32))
                .collect()
        })
        .collect();
    problem.event_groups.push((0..6).map(EventId).collect());
    problem.constraints = (0..3 * kinds)
        .map(|number| maker.constraint(number % kinds))
        .collect();
    problem
}

struct Maker {
    dice: Dice,
    times: u16,
}

impl Maker {
    /// Different numbers below `count`, at least one.
    fn some(&mut self, count: usize) -> Vec<usize> {
        let chosen: Vec<usize> = (0..count).filter(|_| self.dice.below(2) == 0).collect();
        if chosen.is_empty() {
            vec![self.dice.below(count)]
        } else {
            chosen
        }
    }

    /// Numbers below `count` with repetition, at least one.
    fn points(&mut self, count: usize) -> Vec<u32> {
        (0..1 + self.dice.below(4))
            .map(|_| self.dice.below(count) as u32)
            .collect()
    }

    fn run_of_times(&mut self) -> Vec<TimeId> {
        let first = self.dice.below(usize::from(self.times));
        let last = first + self.dice.below(usize::from(self.times) - first);
        (first..=last).map(|time| TimeId(time as u16)).collect()
    }

    fn event(&mut self) -> Event {
        let duration = 1 + self.dice.below(4) as u16;
        let workload = self.dice.below(7) as u32;
        let fixed = self.points(6).into_iter().map(|resource| {
            EventResource::preassigned(
                ResourceTypeId((resource % 2) as u16),
                ResourceId(resource),
                workload,
            )
        });
        let mut resources: Vec<EventResource> = fixed.take(2).collect();
        // Role 0 is open in all events, so that groups can ask for one resource; role 1 is given in some.
        resources.push(EventResource::open(
            ResourceTypeId(0),
            RoleId(0),
            1 + self.dice.below(5) as u32,
        ));
        match self.dice.below(3) {
            0 => resources.push(EventResource::open(ResourceTypeId(1), RoleId(1), workload)),
            1 => resources.push(EventResource {
                role: Some(RoleId(1)),
                ..EventResource::preassigned(ResourceTypeId(1), ResourceId(3), 2)
            }),
            _ => {}
        }
        let time = (self.dice.below(6) == 0)
            .then(|| TimeId(self.dice.below(usize::from(self.times - duration)) as u16));
        Event {
            duration,
            workload,
            time,
            resources,
        }
    }

    fn limits(&mut self, greatest: usize) -> Limits {
        let min = self.dice.below(greatest) as u32;
        let max = if self.dice.below(5) == 0 {
            Limits::NONE
        } else {
            min + self.dice.below(3) as u32
        };
        Limits { min, max }
    }

    fn constraint(&mut self, kind: usize) -> Constraint {
        let cost_function = [
            CostFunction::Linear,
            CostFunction::Quadratic,
            CostFunction::Step,
        ][self.dice.below(3)];
        let (required, weight) = (self.dice.below(2) == 0, self.dice.below(8) as u32);
        Constraint {
            required,
            weight,
            cost_function,
            kind: self.kind(kind),
        }
    }

    fn kind(&mut self, kind: usize) -> Kind {
        let events: Vec<EventId> = self.points(6).into_iter().map(EventId).collect();
        let event_groups: Vec<EventGroupId> =
            self.points(5).into_iter().map(EventGroupId).collect();
        let resources: Vec<ResourceId> = self.points(6).into_iter().map(ResourceId).collect();
        let time_groups: Vec<TimeGroupId> = self.points(5).into_iter().map(TimeGroupId).collect();
        let times: Vec<TimeId> = self
            .some(usize::from(self.times))
            .into_iter()
            .map(|time| TimeId(time as u16))
            .collect();
        let role = RoleId(self.dice.below(2) as u32);
        match kind {
            0 => Kind::AssignResource(AssignResource { events, role }),
            1 => Kind::AssignTime(AssignTime { events }),
            2 => Kind::SplitEvents(SplitEvents {
                events,
                durations: self.limits(3),
                amount: self.limits(3),
            }),
            3 => Kind::DistributeSplitEvents(DistributeSplitEvents {
                events,
                duration: 1 + self.dice.below(3) as u16,
                amount: self.limits(3),
            }),
            4 => Kind::PreferResources(PreferResources {
                events,
                role,
                preferred: self.points(6).into_iter().map(ResourceId).collect(),
            }),
            5 => {
                let duration = (self.dice.below(2) == 0).then(|| 1 + self.dice.below(3) as u16);
                Kind::PreferTimes(PreferTimes {
                    events,
                    preferred: times,
                    duration,
                })
            }
            6 => Kind::AvoidSplitAssignments(AvoidSplitAssignments {
                event_groups,
                role: RoleId(0),
            }),
            7 => {
                let limits = time_groups
                    .into_iter()
                    .map(|time_group| SpreadLimit {
                        time_group,
                        limits: self.limits(3),
                    })
                    .collect();
                Kind::SpreadEvents(SpreadEvents {
                    event_groups,
                    limits,
                })
            }
            8 => Kind::LinkEvents(LinkEvents { event_groups }),
            9 => {
                let pairs = events
                    .windows(2)
                    .map(|pair| EventPair {
                        first: pair[0],
                        second: pair[1],
                        separation: self.limits(4),
                    })
                    .collect();
                Kind::OrderEvents(OrderEvents { pairs })
            }
            10 => Kind::AvoidClashes(AvoidClashes { resources }),
            11 => Kind::AvoidUnavailableTimes(AvoidUnavailableTimes { resources, times }),
            12 => Kind::LimitIdleTimes(LimitIdleTimes {
                resources,
                time_groups,
                limits: self.limits(3),
            }),
            13 => Kind::ClusterBusyTimes(ClusterBusyTimes {
                resources,
                time_groups,
                limits: self.limits(4),
            }),
            14 => Kind::LimitBusyTimes(LimitBusyTimes {
                resources,
                time_groups,
                limits: self.limits(4),
            }),
            15 => Kind::LimitWorkload(LimitWorkload {
                resources,
                limits: self.limits(9),
            }),
            16 => Kind::LimitRuns(LimitRuns {
                resources,
                time_groups,
                longest: self.dice.below(4) as u16,
            }),
            17 => Kind::StartEarly(StartEarly {
                resources,
                time_groups,
                late: self.dice.below(3) as u16,
            }),
            18 => Kind::LimitHoles(LimitHoles {
                resources,
                time_groups,
                limits: self.limits(3),
            }),
            _ => self.relation(kind, events, event_groups, time_groups, times),
        }
    }

    fn meetings(&mut self) -> Kind {
        let few = self.dice.below(2) == 0;
        let mut meeting = |_| Meeting {
            // Few times, so that meetings are in each other's way.
            times: if few {
                let times = self.points(usize::from(self.times)).into_iter();
                times.map(|time| TimeId(time as u16)).collect()
            } else {
                self.run_of_times()
            },
            free: self.points(6).into_iter().take(2).map(ResourceId).collect(),
            busy: self.points(6).into_iter().take(1).map(ResourceId).collect(),
            quorum: (self.dice.below(3) == 0).then(|| self.quorum()),
            weight: self.dice.below(4) as u32,
        };
        let groups = vec![
            (0..4).map(&mut meeting).collect(),
            (0..2).map(&mut meeting).collect(),
        ];
        Kind::HoldMeetings(HoldMeetings { groups })
    }

    fn quorum(&mut self) -> Quorum {
        let member = |_| Member {
            times: self.run_of_times(),
            free: self.points(6).into_iter().take(2).map(ResourceId).collect(),
        };
        Quorum {
            members: (0..4).map(member).collect(),
            least: self.dice.below(4) as u8,
        }
    }

    /// The kinds that look at the meets of event groups.
    fn relation(
        &mut self,
        kind: usize,
        events: Vec<EventId>,
        event_groups: Vec<EventGroupId>,
        time_groups: Vec<TimeGroupId>,
        times: Vec<TimeId>,
    ) -> Kind {
        let role = RoleId(self.dice.below(2) as u32);
        match kind {
            19 => Kind::LimitDistances(LimitDistances {
                event_groups,
                time_groups,
                distance: self.limits(3),
            }),
            20 => Kind::LimitSeparations(LimitSeparations {
                event_groups,
                time_groups,
                separation: self.limits(4),
            }),
            21 => {
                let pairs = events.into_iter().zip(event_groups);
                Kind::FinishTimeGroups(FinishTimeGroups {
                    finishes: pairs
                        .map(|(event, others)| Finish { event, others })
                        .collect(),
                    time_groups,
                    first: self.dice.below(2) == 0,
                })
            }
            22 => Kind::LimitConcurrence(LimitConcurrence {
                event_groups,
                times,
                limits: self.limits(3),
                none_is_free: self.dice.below(2) == 0,
            }),
            23 => {
                let number = self.dice.below(3) as u16;
                let measure = [
                    ChangeMeasure::InEach(number),
                    ChangeMeasure::InAll(number),
                    ChangeMeasure::Between(number),
                ][self.dice.below(3)];
                let labelled = self.points(6);
                Kind::LimitChanges(LimitChanges {
                    event_groups,
                    role,
                    labels: labelled
                        .into_iter()
                        .map(|resource| (ResourceId(resource), self.dice.below(3) as u16))
                        .collect(),
                    time_groups,
                    measure,
                })
            }
            24 => Kind::LimitHolders(LimitHolders {
                event_groups,
                role,
                most: self.dice.below(3) as u16,
            }),
            25 => Kind::KeepHolders(KeepHolders {
                event_groups,
                role,
                time_groups,
            }),
            26 => self.meetings(),
            27 => self.travel(time_groups),
            _ => self.nearness(),
        }
    }

    fn nearness(&mut self) -> Kind {
        let mut stop = |_| {
            (
                EventId(self.dice.below(6) as u32),
                RoleId(self.dice.below(2) as u32),
            )
        };
        let groups = vec![
            (0..2).map(&mut stop).collect(),
            (0..5).map(&mut stop).collect(),
        ];
        let placed = self.points(6).into_iter();
        Kind::KeepNear(KeepNear {
            groups,
            places: placed
                .map(|resource| (ResourceId(resource), self.dice.below(3) as u16))
                .collect(),
            apart: (0..3)
                .map(|_| (0..3).map(|_| self.dice.below(2) == 0).collect())
                .collect(),
        })
    }

    fn travel(&mut self, time_groups: Vec<TimeGroupId>) -> Kind {
        // Mostly few stops; at times more than are sorted, which takes long.
        let many = if self.dice.below(32) == 0 { 150 } else { 20 };
        let mut stop = |_| Stop {
            event: EventId(self.dice.below(6) as u32),
            role: RoleId(self.dice.below(2) as u32),
            parts: self.points(3).into_iter().map(|part| part as u16).collect(),
        };
        let travellers = vec![
            (0..8).map(&mut stop).collect(),
            (0..many).map(&mut stop).collect(),
        ];
        let mut now = 0;
        let mut tick = |_| {
            let begin = now + self.dice.below(3) as u32;
            now = begin + 1 + self.dice.below(3) as u32;
            (begin, now)
        };
        let clock = (0..self.times).map(&mut tick).collect();
        let placed = self.points(6).into_iter();
        Kind::AllowTravel(AllowTravel {
            travellers,
            places: placed
                .map(|resource| (ResourceId(resource), self.dice.below(3) as u16))
                .collect(),
            ways: (0..3)
                .map(|_| (0..3).map(|_| self.dice.below(6) as u16).collect())
                .collect(),
            clock,
            time_groups,
        })
    }
}
