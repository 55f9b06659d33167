//! Sub-programmes against the evaluation from scratch.

use super::*;
use crate::probe::random_problem;
use crate::{ResourceId, TimeId};
use proptest::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// A random complete solution: pieces, starts and holders by chance, some left open.
fn random_solution(instance: &Instance, dice: &mut Dice) -> Solution {
    let problem = instance.problem();
    let mut meets = Vec::new();
    for (id, event) in (0..).map(crate::EventId).zip(&problem.events) {
        let mut left = event.duration;
        while left > 0 {
            let duration = if event.time.is_some() {
                left
            } else {
                1 + dice.below(usize::from(left)) as u16
            };
            left -= duration;
            let room = usize::from(problem.times - duration) + 1;
            let start = (dice.below(6) > 0).then(|| TimeId(dice.below(room) as u16));
            let resources = event.resources.iter().map(|demand| {
                let fitting: Vec<ResourceId> = (0..)
                    .map(ResourceId)
                    .zip(&problem.resources)
                    .filter(|(_, resource)| resource.resource_type == demand.resource_type)
                    .map(|found| found.0)
                    .collect();
                demand
                    .preassigned
                    .or_else(|| dice.pick(&fitting).filter(|_| dice.below(5) > 0))
            });
            meets.push(crate::Meet {
                event: id,
                duration,
                start: event.time.or(start),
                resources: resources.collect(),
            });
        }
    }
    Solution { meets }
}

/// Anything that may be free, each with one chance in two.
fn random_free(now: &Incumbent, dice: &mut Dice) -> Free {
    let mut free = Free::default();
    for meet in 0..now.meets.len() {
        if now.is_movable(meet) && dice.below(2) == 0 {
            free.times.insert(meet);
        }
        for (index, demand) in now.demands(meet).iter().enumerate() {
            if demand.preassigned.is_none() && dice.below(2) == 0 {
                free.tasks.insert((meet, index));
            }
        }
    }
    free
}

/// Solves one random sub-programme of a random problem to proof and holds it against the evaluation.
fn agrees(seed: u64, times: u16, strict: bool) -> Result<bool, TestCaseError> {
    let instance = Instance::compile(random_problem(times, seed)).expect("valid by construction");
    let mut dice = Dice::new(seed, 5);
    let solution = random_solution(&instance, &mut dice);
    let now = Incumbent::new(&instance, &solution.meets);
    let ties = Ties::new(&now);
    let free = random_free(&now, &mut dice);
    const UNIT: i64 = 1000;
    let mut sheet = Sheet::new(UNIT, strict);
    let variables = Variables::new(&now, &ties, free, &mut sheet);
    write(&now, &variables, &mut sheet);
    let start = sheet.start().to_vec();
    let price = |cost: Cost| cost.hard * UNIT + cost.soft;
    let before = evaluate(&instance, &solution).expect("valid").cost;
    let stated = sheet.model.evaluate(&start);
    prop_assert!(stated.is_some(), "the incumbent breaks a row");
    sheet.model.start_with(&start);
    let limits = mip::Limits {
        nodes: Some(3000),
        ..mip::Limits::default()
    };
    let solved = sheet
        .model
        .solve(&limits, &mip::Control::default())
        .expect("no fault");
    let found = solved.solution.expect("the incumbent at least");
    let after = variables.solution(&now, &|var| found.value(var));
    let after = evaluate(&instance, &after).expect("valid").cost;
    let saved = stated.unwrap_or(0) - found.objective;
    let truly = price(before) - price(after);
    if solved.status == mip::Status::Optimal {
        prop_assert_eq!(truly, saved, "{} against {}", before, after);
    } else {
        prop_assert!(truly >= saved, "{} against {}", before, after);
    }
    Ok(solved.status == mip::Status::Optimal)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_programme_costs_what_its_solution_costs(seed in any::<u64>(), times in 6_u16..14, strict in any::<bool>()) {
        agrees(seed, times, strict)?;
    }
}

/// A solution of a generated school that is hardly more than constructed, so that there is much to gain, and its instance.
fn clumsy(seed: u64) -> (Instance, Solution) {
    let instance =
        Instance::compile(crate::probe::tight_problem(1, seed)).expect("valid by construction");
    let options = crate::SearchOptions {
        seed,
        iterations: Some(500),
        ..crate::SearchOptions::default()
    };
    let found = crate::solve(&instance, &options, &crate::Control::endless())
        .expect("nothing to complain about");
    (instance, found.solution)
}

#[test]
fn steps_only_ever_improve_and_repeat_themselves() {
    let (instance, solution) = clumsy(3);
    let first = evaluate(&instance, &solution).expect("valid").cost;
    let effort = Effort {
        lp_iterations: 1500,
        nodes: 20,
        ..Effort::default()
    };
    let run = || {
        let (mut fixer, mut best, mut cost, mut steps) = (
            Fixer::new(&instance, 7, 0),
            solution.clone(),
            first,
            Vec::new(),
        );
        for _ in 0..12 {
            let step = fixer.step(&best, effort, &|| false).expect("valid");
            if let Some((better, its_cost)) = step.better.clone() {
                assert!(its_cost < cost, "{its_cost} after {cost}");
                assert_eq!(evaluate(&instance, &better).expect("valid").cost, its_cost);
                (best, cost) = (better, its_cost);
            }
            steps.push(step);
        }
        (steps, cost)
    };
    let (steps, cost) = run();
    assert!(cost < first, "twelve steps gain nothing on {first}");
    assert_eq!(run(), (steps, cost));
}

#[test]
fn a_step_told_to_stop_gives_up() {
    let (instance, solution) = clumsy(4);
    for polls in [0, 2, 10] {
        let asked = AtomicU32::new(0);
        let stop = || asked.fetch_add(1, Ordering::Relaxed) >= polls;
        Fixer::new(&instance, 1, 0)
            .step(&solution, Effort::default(), &stop)
            .expect("valid");
        let asked = asked.load(Ordering::Relaxed);
        assert!(asked <= polls + 12, "asked {asked} times after {polls}");
    }
}

#[test]
fn linked_meets_move_together() {
    // Two events of one time each, linked, now both at time 0, where the first should not be.
    let event = |resource| crate::Event {
        duration: 1,
        workload: 1,
        time: None,
        resources: vec![crate::EventResource::preassigned(
            crate::ResourceTypeId(0),
            ResourceId(resource),
            1,
        )],
    };
    let both = vec![crate::EventId(0), crate::EventId(1)];
    let problem = Problem {
        times: 3,
        resource_types: 1,
        resources: vec![
            crate::Resource {
                resource_type: crate::ResourceTypeId(0)
            };
            2
        ],
        events: vec![event(0), event(1)],
        event_groups: vec![both],
        constraints: vec![
            crate::Constraint::required(
                1,
                Kind::LinkEvents(crate::LinkEvents {
                    event_groups: vec![crate::EventGroupId(0)],
                }),
            ),
            crate::Constraint::required(
                1,
                Kind::AssignTime(crate::AssignTime {
                    events: vec![crate::EventId(0), crate::EventId(1)],
                }),
            ),
            crate::Constraint::preferred(
                5,
                Kind::PreferTimes(crate::PreferTimes {
                    events: vec![crate::EventId(0)],
                    preferred: vec![TimeId(2)],
                    duration: None,
                }),
            ),
        ],
        ..Problem::default()
    };
    let instance = Instance::compile(problem).expect("valid");
    let meet = |event: u32| crate::Meet {
        event: crate::EventId(event),
        duration: 1,
        start: Some(TimeId(0)),
        resources: vec![Some(ResourceId(event))],
    };
    let solution = Solution {
        meets: vec![meet(0), meet(1)],
    };
    let now = Incumbent::new(&instance, &solution.meets);
    let ties = Ties::new(&now);
    assert_eq!(ties.bundles, [vec![0, 1], vec![0, 1]]);
    let free = Free {
        times: [1].into(),
        ..Free::default()
    };
    let cost = evaluate(&instance, &solution).expect("valid").cost;
    let answer = solve(&now, &ties, free, cost, Effort::default(), 1, &|| false)
        .expect("something to choose");
    let better = answer.solution.expect("a better one");
    assert_eq!(
        better
            .meets
            .iter()
            .map(|meet| meet.start)
            .collect::<Vec<_>>(),
        [Some(TimeId(2)); 2]
    );
}
