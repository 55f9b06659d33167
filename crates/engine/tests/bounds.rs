//! No bound is above the cheapest of all solutions, which for tiny problems can be listed.
#![allow(missing_docs, clippy::unwrap_used)]

use proptest::prelude::*;
use uurwerk_engine::bound::{self, Argument};
use uurwerk_engine::*;

/// A source of small numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }

    fn some<T: Copy>(&mut self, of: &[T]) -> Vec<T> {
        let chosen: Vec<T> = of.iter().copied().filter(|_| self.below(2) == 0).collect();
        if chosen.is_empty() {
            vec![of[0]]
        } else {
            chosen
        }
    }

    fn limits(&mut self, greatest: u64) -> Limits {
        let min = self.below(greatest) as u32;
        let max = if self.below(4) == 0 {
            Limits::NONE
        } else {
            min + self.below(2) as u32
        };
        Limits { min, max }
    }
}

/// Three events of one or two times, three resources that they are preassigned to, two days of two or three times.
fn tiny(seed: u64) -> Problem {
    let mut dice = Dice(seed);
    let times = 4 + dice.below(2) as u16;
    let mut problem = Problem {
        times,
        resource_types: 1,
        ..Problem::default()
    };
    problem.resources = vec![
        Resource {
            resource_type: ResourceTypeId(0)
        };
        3
    ];
    problem.time_groups = vec![
        (0..2).map(TimeId).collect(),
        (2..times).map(TimeId).collect(),
    ];
    let resources: Vec<ResourceId> = (0..3).map(ResourceId).collect();
    for _ in 0..3 {
        let duration = 1 + dice.below(2) as u16;
        let attended = dice
            .some(&resources)
            .into_iter()
            .map(|resource| EventResource::preassigned(ResourceTypeId(0), resource, 1));
        let time =
            (dice.below(8) == 0).then(|| TimeId(dice.below(u64::from(times - duration)) as u16));
        problem.events.push(Event {
            duration,
            workload: 1,
            time,
            resources: attended.collect(),
        });
    }
    let events: Vec<EventId> = (0..3).map(EventId).collect();
    problem.event_groups = (0..3).map(|_| dice.some(&events)).collect();
    let groups: Vec<EventGroupId> = (0..3).map(EventGroupId).collect();
    let days = [TimeGroupId(0), TimeGroupId(1)];
    let all: Vec<TimeId> = (0..times).map(TimeId).collect();
    let mut constrain = |dice: &mut Dice, required: bool, kind: Kind| {
        let cost_function = [
            CostFunction::Linear,
            CostFunction::Quadratic,
            CostFunction::Step,
        ][[0, 0, 0, 1, 1, 2][dice.below(6) as usize]];
        problem.constraints.push(Constraint {
            required,
            weight: 1 + dice.below(4) as u32,
            cost_function,
            kind,
        });
    };
    if dice.below(8) > 0 {
        constrain(
            &mut dice,
            true,
            Kind::AssignTime(AssignTime {
                events: events.clone(),
            }),
        );
    }
    if dice.below(8) > 0 {
        constrain(
            &mut dice,
            true,
            Kind::AvoidClashes(AvoidClashes {
                resources: resources.clone(),
            }),
        );
    }
    for _ in 0..7 {
        let required = dice.below(4) == 0;
        let events = dice.some(&events);
        let resources = dice.some(&resources);
        let event_groups = dice.some(&groups);
        let time_groups = dice.some(&days);
        let kind = match dice.below(11) {
            0 => Kind::SplitEvents(SplitEvents {
                events,
                durations: dice.limits(3),
                amount: dice.limits(3),
            }),
            1 => Kind::DistributeSplitEvents(DistributeSplitEvents {
                events,
                duration: 1 + dice.below(2) as u16,
                amount: dice.limits(3),
            }),
            2 => Kind::PreferTimes(PreferTimes {
                events,
                preferred: dice.some(&all),
                duration: (dice.below(2) == 0).then_some(1),
            }),
            3 | 4 => Kind::SpreadEvents(SpreadEvents {
                event_groups,
                limits: time_groups
                    .into_iter()
                    .map(|time_group| SpreadLimit {
                        time_group,
                        limits: dice.limits(3),
                    })
                    .collect(),
            }),
            5 => Kind::LinkEvents(LinkEvents {
                event_groups: event_groups[..1].to_vec(),
            }),
            6 => Kind::AvoidUnavailableTimes(AvoidUnavailableTimes {
                resources,
                times: dice.some(&all),
            }),
            7 => Kind::LimitIdleTimes(LimitIdleTimes {
                resources,
                time_groups,
                limits: dice.limits(2),
            }),
            8 => Kind::ClusterBusyTimes(ClusterBusyTimes {
                resources,
                time_groups,
                limits: dice.limits(3),
            }),
            9 => Kind::LimitBusyTimes(LimitBusyTimes {
                resources,
                time_groups,
                limits: dice.limits(4),
            }),
            _ => Kind::AvoidClashes(AvoidClashes { resources }),
        };
        constrain(&mut dice, required, kind);
    }
    problem
}

/// Every way to split an event and to give its meets times or none.
fn ways(problem: &Problem, id: EventId) -> Vec<Vec<Meet>> {
    let event = &problem.events[id.index()];
    let meet = |duration: u16, start: Option<u16>| Meet {
        event: id,
        duration,
        start: start.map(TimeId),
        resources: vec![None; event.resources.len()],
    };
    let starts = |duration: u16| -> Vec<Option<u16>> {
        match event.time {
            Some(_) => vec![None],
            None => (0..=problem.times - duration)
                .map(Some)
                .chain([None])
                .collect(),
        }
    };
    let mut ways: Vec<Vec<Meet>> = starts(event.duration)
        .into_iter()
        .map(|start| vec![meet(event.duration, start)])
        .collect();
    if event.duration == 2 {
        let singles = starts(1);
        for (place, &one) in singles.iter().enumerate() {
            ways.extend(
                singles[place..]
                    .iter()
                    .map(|&other| vec![meet(1, one), meet(1, other)]),
            );
        }
    }
    ways
}

fn cheapest(instance: &Instance) -> Cost {
    let problem = instance.problem();
    let ways: Vec<_> = (0..3).map(|event| ways(problem, EventId(event))).collect();
    let mut least = None;
    for first in &ways[0] {
        for second in &ways[1] {
            for third in &ways[2] {
                let solution = Solution {
                    meets: [first.clone(), second.clone(), third.clone()].concat(),
                };
                let cost = evaluate(instance, &solution).unwrap().cost;
                least = Some(least.map_or(cost, |least: Cost| least.min(cost)));
            }
        }
    }
    least.unwrap()
}

/// The two bounds of a tiny problem, and the truth.
fn bounds(seed: u64) -> (Bound, Bound, Cost) {
    let instance = Instance::compile(tiny(seed)).unwrap();
    let improved = bound::improve(&instance, &|| false, &|_| ());
    (bound::lower_bound(&instance), improved, cheapest(&instance))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_bound_is_above_the_cheapest_solution(seed in any::<u64>()) {
        let (quick, improved, truth) = bounds(seed);
        prop_assert!(quick.cost <= improved.cost, "{quick:?} {improved:?}");
        prop_assert!(improved.cost <= truth, "{truth:?} {improved:?}");
        prop_assert_eq!(improved.reasons.iter().fold(Cost::ZERO, |sum, reason| sum + reason.cost), improved.cost);
        let mut charges: Vec<_> = improved.reasons.iter().filter(|reason| reason.cost.hard == 0).flat_map(|reason| &reason.charges).collect();
        let all = charges.len();
        charges.sort_unstable();
        charges.dedup();
        prop_assert_eq!(charges.len(), all, "a charge counts once");
    }
}

#[test]
#[ignore = "long"]
fn no_bound_is_above_the_cheapest_solution_of_many() {
    let (mut costly, mut tight) = (0, 0);
    for seed in 0..400 {
        let (quick, improved, truth) = bounds(seed);
        assert!(
            quick.cost <= improved.cost && improved.cost <= truth,
            "seed {seed}: {quick:?} {improved:?} {truth:?}"
        );
        costly += u32::from(truth > Cost::ZERO && truth.hard == 0);
        tight += u32::from(truth > Cost::ZERO && truth.hard == 0 && improved.cost == truth);
    }
    assert!(costly > 40, "{costly} cases say something");
    // 106 of 172 when this was written: parts are bounded apart, so what they fight over is not seen.
    assert!(tight * 2 > costly, "{tight} of {costly} bounds are met");
}

#[test]
fn conflicts_of_different_resources_are_seen() {
    // Three lessons of two times: each two share a resource, though none attends all three; there are four times.
    let lesson = |one: u32, other: u32| Event {
        duration: 2,
        workload: 1,
        time: None,
        resources: [one, other]
            .map(|resource| EventResource::preassigned(ResourceTypeId(0), ResourceId(resource), 1))
            .to_vec(),
    };
    let problem = Problem {
        times: 4,
        resource_types: 1,
        resources: vec![
            Resource {
                resource_type: ResourceTypeId(0)
            };
            3
        ],
        events: vec![lesson(0, 1), lesson(1, 2), lesson(2, 0)],
        constraints: vec![
            Constraint::required(
                3,
                Kind::AssignTime(AssignTime {
                    events: (0..3).map(EventId).collect(),
                }),
            ),
            Constraint::required(
                5,
                Kind::AvoidClashes(AvoidClashes {
                    resources: (0..3).map(ResourceId).collect(),
                }),
            ),
        ],
        ..Problem::default()
    };
    let bound = bound::lower_bound(&Instance::compile(problem).unwrap());
    assert_eq!(bound.cost, Cost { hard: 6, soft: 0 });
    let [reason] = &bound.reasons[..] else {
        panic!("{bound:?}")
    };
    assert!(
        matches!(&reason.argument, Argument::Conflict { events, busy: 6, times: 4 } if events.len() == 3)
    );
}
