use super::*;
use crate::search::dice::Dice;
use crate::{
    AssignTime, AvoidClashes, Constraint, Event, EventId, EventResource, Instance, Kind, Meet,
    PreferTimes, Problem, Resource, ResourceId, ResourceTypeId, Solution, TimeId, construct, probe,
};

/// A constructed timetable of a tight problem is mended to less hard cost, to what the incremental cost says, and no piece is cut.
#[test]
fn mends_a_tight_timetable() {
    let problem = probe::tight_problem(1, 5);
    let Ok(instance) = Instance::compile(problem) else {
        panic!("the generated problem is valid");
    };
    let first = construct::shaped(&instance);
    let mut walker = Walker::<1>::new(&instance, &first, Dice::new(5, 0));
    construct::place_all(&mut walker, &|| false);
    let before = walker.state.cost();
    assert!(
        before.hard > 0,
        "a greedy timetable of a full week has clashes"
    );
    let mut mender = Mender::new(&walker, true, 1);
    let trials = mender.mend(&mut walker, 200_000, &|| false);
    assert!(trials > 0);
    assert!(walker.state.cost().hard < before.hard);
    assert_eq!(walker.state.cost(), walker.state.recount());
}

/// What must give way at a start whatever else is never more than what the start costs in the end, and no start is forgotten that can be had.
#[test]
fn looks_at_the_least_first() {
    let Ok(instance) = Instance::compile(probe::tight_problem(1, 3)) else {
        panic!("the generated problem is valid");
    };
    let first = construct::shaped(&instance);
    let mut walker = Walker::<1>::new(&instance, &first, Dice::new(3, 0));
    construct::place_all(&mut walker, &|| false);
    let mut mender = Mender::new(&walker, true, 1);
    mender.begin(&mut walker, &|| false);
    mender.go_on(&mut walker, 2000, &|| false);
    let waiting: Vec<MeetId> = mender.waiting.clone();
    for meet in waiting {
        if walker.state.start(meet) != UNPLACED {
            continue;
        }
        let choices = mender.choices(&mut walker, meet);
        assert!(choices.is_sorted_by_key(|&(least, _)| least));
        let mark = walker.state.mark();
        for &start in walker.starts(meet) {
            let price = mender.enter(&mut walker, mark, meet, start, u64::MAX);
            walker.state.revert(mark);
            let Some((price, _)) = price else { continue };
            let least = choices.iter().find(|&&(_, other)| other == start);
            assert!(least.is_some_and(|&(least, _)| least <= price));
        }
    }
}

/// The more soft cost weighs, the less of it mending leaves; and there is none that it would have to leave.
#[test]
fn would_rather_push_others_out_than_be_disliked() {
    let left = |typical| {
        let events = || (0..4).map(EventId).collect::<Vec<_>>();
        let event = Event {
            duration: 1,
            workload: 1,
            time: None,
            resources: vec![EventResource::preassigned(
                ResourceTypeId(0),
                ResourceId(0),
                0,
            )],
        };
        let likes = |event: u32| {
            let preferred = vec![TimeId(event as u16)];
            let events = vec![EventId(event)];
            let duration = None;
            Kind::PreferTimes(PreferTimes {
                events,
                preferred,
                duration,
            })
        };
        let resources = vec![ResourceId(0)];
        let mut constraints = vec![
            Constraint::required(1, Kind::AssignTime(AssignTime { events: events() })),
            Constraint::required(1, Kind::AvoidClashes(AvoidClashes { resources })),
        ];
        constraints.extend((0..4).map(|event| Constraint::preferred(10, likes(event))));
        let problem = Problem {
            times: 6,
            resource_types: 1,
            resources: vec![Resource {
                resource_type: ResourceTypeId(0),
            }],
            events: vec![event; 4],
            constraints,
            ..Problem::default()
        };
        let Ok(instance) = Instance::compile(problem) else {
            panic!("the problem is valid");
        };
        // Two that clash, one of them where a third would like to be.
        let meet = |(event, start): (u32, u16)| Meet {
            event: EventId(event),
            duration: 1,
            start: Some(TimeId(start)),
            resources: vec![Some(ResourceId(0))],
        };
        let meets = [(0, 1), (1, 1), (2, 2), (3, 0)].map(meet).to_vec();
        let mut walker = Walker::<1>::new(&instance, &Solution { meets }, Dice::new(1, 0));
        Mender::new(&walker, true, typical).mend(&mut walker, 1000, &|| false);
        walker.state.cost()
    };
    let (minding, careless) = (left(10), left(1_000_000));
    assert_eq!((minding.hard, careless.hard), (0, 0));
    assert!(minding.soft < careless.soft, "{minding:?}, {careless:?}");
}

/// Told to stop at once, it leaves the timetable as it was.
#[test]
fn gives_back_what_it_took_out() {
    let Ok(instance) = Instance::compile(probe::tight_problem(1, 7)) else {
        panic!("the generated problem is valid");
    };
    let first = construct::shaped(&instance);
    let mut walker = Walker::<1>::new(&instance, &first, Dice::new(7, 0));
    construct::place_all(&mut walker, &|| false);
    let (before, solution) = (walker.state.cost(), walker.state.solution());
    let trials = Mender::new(&walker, true, 1).mend(&mut walker, 1000, &|| true);
    assert_eq!(trials, 0);
    assert_eq!(walker.state.cost(), before);
    assert_eq!(walker.state.solution(), solution);
}
