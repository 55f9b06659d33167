//! For the tests of the kinds: one constraint on a small problem, evaluated from the definition and by the incremental state.

use crate::instance::tables::NONE;
use crate::solution::state::State;
use crate::{
    Constraint, CostFunction, Event, EventId, EventResource, Instance, Kind, Meet, MeetId, Problem,
    Resource, ResourceId, ResourceTypeId, RoleId, Solution, TaskId, TimeGroupId, TimeId, evaluate,
};

/// Role of the open demand of every event of [`problem`].
pub(crate) const ROLE: RoleId = RoleId(0);
/// The days of [`problem`]: times 0 to 3 and 4 to 7.
pub(crate) const DAYS: [TimeGroupId; 2] = [TimeGroupId(0), TimeGroupId(1)];

/// Eight times in two days; two events of duration 2 and one of duration 3; each is attended by resource 0 and asks for one of 1 and 2. The
/// event group holds the first two.
fn problem(kind: Kind) -> Problem {
    let event = |duration: u16| Event {
        duration,
        workload: duration.into(),
        time: None,
        resources: vec![
            EventResource::preassigned(ResourceTypeId(0), ResourceId(0), duration.into()),
            EventResource::open(ResourceTypeId(1), ROLE, 3),
        ],
    };
    let resource = |number| Resource {
        resource_type: ResourceTypeId(number),
    };
    Problem {
        times: 8,
        time_groups: vec![(0..4).map(TimeId).collect(), (4..8).map(TimeId).collect()],
        resource_types: 2,
        resources: vec![resource(0), resource(1), resource(1)],
        events: vec![event(2), event(2), event(3)],
        event_groups: vec![vec![EventId(0), EventId(1)]],
        constraints: vec![Constraint {
            required: true,
            weight: 1,
            cost_function: CostFunction::Linear,
            kind,
        }],
    }
}

/// A meet of event `event`; `start` and `holder` may be none.
pub(crate) fn meet(event: u32, duration: u16, start: Option<u16>, holder: Option<u32>) -> Meet {
    Meet {
        event: EventId(event),
        duration,
        start: start.map(TimeId),
        resources: vec![Some(ResourceId(0)), holder.map(ResourceId)],
    }
}

/// The deviations at the points of the constraint, from the definition, when the incremental state, both made afresh and edited into place,
/// gives their sum.
pub(crate) fn deviations(kind: Kind, meets: Vec<Meet>) -> Vec<i64> {
    let instance = Instance::compile(problem(kind)).expect("valid problem");
    let solution = Solution { meets };
    let full = evaluate(&instance, &solution).expect("valid solution");
    let complete = instance.complete(&solution).expect("valid solution");
    assert_eq!(
        State::<1>::new(&instance, &complete).cost(),
        full.cost,
        "state made afresh"
    );
    assert_eq!(
        edited(&instance, &complete).settle(),
        full.cost,
        "state edited into place"
    );
    full.constraints[0].deviations.clone()
}

/// The state that starts with every event in one unassigned meet and is edited to the solution.
fn edited<'a>(instance: &'a Instance, solution: &Solution) -> State<'a, 1> {
    let empty = instance
        .complete(&Solution::default())
        .expect("valid solution");
    let mut state = State::<1>::new(instance, &empty);
    let tables = instance.tables();
    for event in 0..tables.event_duration.len() {
        let mut whole = MeetId(tables.slots(event).start as u32);
        let meets: Vec<_> = solution
            .meets
            .iter()
            .filter(|meet| meet.event.index() == event)
            .collect();
        for (position, meet) in meets.iter().enumerate() {
            let rest = state.duration(whole) - meet.duration;
            let bud = if position + 1 < meets.len() {
                state.split(whole, rest)
            } else {
                None
            };
            state.set_start(whole, meet.start.map_or(u16::MAX, |start| start.0));
            let task = TaskId(tables.tasks(whole.index()).start as u32);
            state.set_holder(
                whole,
                task,
                meet.resources[1].map_or(NONE, |resource| resource.0),
            );
            whole = bud.unwrap_or(whole);
        }
    }
    state
}
