//! A problem or solution that is not valid gives all its faults at once, and never a panic.

use uurwerk_engine::*;

fn event(resources: Vec<EventResource>) -> Event {
    Event {
        duration: 2,
        workload: 2,
        time: None,
        resources,
    }
}

fn valid() -> Problem {
    Problem {
        times: 4,
        time_groups: vec![vec![TimeId(0), TimeId(2)]],
        resource_types: 2,
        resources: vec![
            Resource {
                resource_type: ResourceTypeId(0),
            },
            Resource {
                resource_type: ResourceTypeId(1),
            },
        ],
        events: vec![event(vec![
            EventResource::preassigned(ResourceTypeId(0), ResourceId(0), 2),
            EventResource::open(ResourceTypeId(1), RoleId(0), 2),
        ])],
        event_groups: vec![vec![EventId(0)]],
        constraints: vec![Constraint::required(
            1,
            Kind::AvoidClashes(AvoidClashes {
                resources: vec![ResourceId(0)],
            }),
        )],
    }
}

fn faults(change: impl FnOnce(&mut Problem)) -> Vec<Fault> {
    let mut problem = valid();
    change(&mut problem);
    Instance::compile(problem).err().unwrap_or_default()
}

#[test]
fn every_fault_of_a_problem_is_named() {
    assert_eq!(faults(|_| {}), []);
    let all = faults(|problem| {
        problem.times = 5000;
        problem.time_groups.push(vec![TimeId(5000)]);
        problem.resources[1].resource_type = ResourceTypeId(9);
        problem.events.push(Event {
            duration: 0,
            time: Some(TimeId(5001)),
            ..event(vec![EventResource::preassigned(
                ResourceTypeId(1),
                ResourceId(0),
                1,
            )])
        });
        problem.event_groups.push(vec![EventId(0), EventId(0)]);
    });
    let expected = [
        Fault::Times(5000),
        Fault::TimeGroup {
            group: TimeGroupId(1),
            time: 5000,
        },
        Fault::ResourceType(ResourceId(1)),
        Fault::NoDuration(EventId(1)),
        Fault::EventTime(EventId(1)),
        Fault::EventResource {
            event: EventId(1),
            index: 0,
        },
        Fault::EventGroup(EventGroupId(1)),
    ];
    assert_eq!(all, expected);
    let roles = faults(|problem| {
        let open = EventResource::open(ResourceTypeId(1), RoleId(0), 1);
        problem.events.push(event(vec![
            open,
            open,
            EventResource { role: None, ..open },
        ]));
    });
    assert_eq!(
        roles,
        [
            Fault::RoleTwice {
                event: EventId(1),
                role: RoleId(0)
            },
            Fault::NoRole {
                event: EventId(1),
                index: 2
            }
        ]
    );
}

#[test]
fn every_fault_of_the_constraints_is_named() {
    let constraint = ConstraintId;
    let all = faults(|problem| {
        let idle = LimitIdleTimes {
            resources: vec![ResourceId(7)],
            time_groups: vec![TimeGroupId(0)],
            limits: Limits { min: 3, max: 1 },
        };
        let unsplit = AvoidSplitAssignments {
            event_groups: vec![EventGroupId(0), EventGroupId(5)],
            role: RoleId(4),
        };
        problem
            .constraints
            .push(Constraint::preferred(1, Kind::LimitIdleTimes(idle)));
        problem.constraints.push(Constraint::preferred(
            1,
            Kind::AvoidSplitAssignments(unsplit),
        ));
    });
    let expected = [
        Fault::Reference {
            constraint: constraint(1),
            what: "resource",
        },
        Fault::Limits(constraint(1)),
        Fault::Reference {
            constraint: constraint(2),
            what: "event group",
        },
        Fault::RoleMissing {
            constraint: constraint(2),
            event: EventId(0),
        },
    ];
    assert_eq!(all, expected);
    let large = faults(|problem| {
        problem.constraints[0] = Constraint {
            cost_function: CostFunction::Quadratic,
            ..Constraint::required(u32::MAX, problem.constraints[0].kind.clone())
        };
        problem.events[0].resources[0].workload = u32::MAX;
    });
    assert!(matches!(large[..], [Fault::TooLarge(_)]), "{large:?}");
}

#[test]
fn every_fault_of_a_solution_is_named() {
    let instance = Instance::compile(valid()).expect("valid");
    let meet = |event, duration, start: Option<u16>, resources| Meet {
        event: EventId(event),
        duration,
        start: start.map(TimeId),
        resources,
    };
    let (given, other) = (Some(ResourceId(0)), Some(ResourceId(1)));
    let meets = vec![
        meet(5, 1, None, vec![]),
        meet(0, 1, Some(4), vec![given, None]),
        meet(0, 1, None, vec![given]),
        meet(0, 1, None, vec![other, None]),
        meet(0, 1, None, vec![None, given]),
    ];
    let found = evaluate(&instance, &Solution { meets })
        .err()
        .unwrap_or_default();
    let expected = [
        Fault::UnknownEvent { meet: 0 },
        Fault::MeetTime { meet: 1 },
        Fault::MeetResources { meet: 2 },
        Fault::MeetContradicts { meet: 3 },
        Fault::MeetContradicts { meet: 4 },
        Fault::Duration {
            event: EventId(0),
            meets: 4,
            event_duration: 2,
        },
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_empty_problem_and_one_that_cannot_move_are_solved() {
    let options = SearchOptions {
        iterations: Some(1000),
        ..SearchOptions::default()
    };
    let empty = Instance::compile(Problem {
        times: 1,
        ..Problem::default()
    })
    .expect("valid");
    assert_eq!(
        solve(&empty, &options, &Control::endless()).map(|outcome| outcome.cost),
        Ok(Cost::ZERO)
    );
    let mut fixed = valid();
    fixed.events[0].time = Some(TimeId(1));
    fixed.constraints.push(Constraint::required(
        3,
        Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
            resources: vec![ResourceId(0)],
            times: vec![TimeId(2)],
        }),
    ));
    let fixed = Instance::compile(fixed).expect("valid");
    assert_eq!(
        solve(&fixed, &options, &Control::endless()).map(|outcome| outcome.cost),
        Ok(Cost { hard: 3, soft: 0 })
    );
}

#[test]
fn bounds_have_reasons_that_sum_up() {
    // Resource 0 is asked for 6 times of 4: two clashes or unassigned times, at the cheaper weight of 2.
    let mut problem = valid();
    problem.events = vec![
        problem.events[0].clone(),
        problem.events[0].clone(),
        problem.events[0].clone(),
    ];
    let events: Vec<EventId> = (0..3).map(EventId).collect();
    problem.constraints = vec![
        Constraint::required(
            2,
            Kind::AssignTime(AssignTime {
                events: events.clone(),
            }),
        ),
        Constraint::required(
            5,
            Kind::AvoidClashes(AvoidClashes {
                resources: vec![ResourceId(0)],
            }),
        ),
    ];
    let bound = bound::lower_bound(&Instance::compile(problem.clone()).expect("valid"));
    assert_eq!(
        (bound.cost, bound.reasons.len()),
        (Cost { hard: 4, soft: 0 }, 1)
    );
    // Two events of two times in a day of four cannot both be without at least one day of two: at most one busy time a day costs 1 twice.
    problem.events.truncate(2);
    problem.event_groups.clear();
    problem.time_groups = vec![(0..2).map(TimeId).collect(), (2..4).map(TimeId).collect()];
    problem.constraints = vec![
        Constraint::required(
            2,
            Kind::AssignTime(AssignTime {
                events: events[..2].to_vec(),
            }),
        ),
        Constraint::required(
            5,
            Kind::AvoidClashes(AvoidClashes {
                resources: vec![ResourceId(0)],
            }),
        ),
        Constraint::preferred(
            3,
            Kind::LimitBusyTimes(LimitBusyTimes {
                resources: vec![ResourceId(0)],
                time_groups: vec![TimeGroupId(0), TimeGroupId(1)],
                limits: Limits::at_most(1),
            }),
        ),
    ];
    let instance = Instance::compile(problem).expect("valid");
    let bound = bound::lower_bound(&instance);
    assert_eq!(bound.cost, Cost { hard: 0, soft: 6 });
    // The search stops at the bound.
    let options = SearchOptions {
        iterations: Some(1_000_000_000),
        ..SearchOptions::default()
    };
    assert_eq!(
        solve(&instance, &options, &Control::endless()).map(|outcome| outcome.cost),
        Ok(bound.cost)
    );
}
