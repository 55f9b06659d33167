//! The crate from outside: known optima, proofs, limits, cancelling, starts.

use super::*;
use std::ops::RangeInclusive;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

fn solve(model: &Model) -> Solved {
    model
        .solve(&Limits::default(), &Control::default())
        .expect("a small model solves")
}

/// A small generator of its own, so that the instances never change: the usual 64-bit linear congruence, top bits.
fn numbers(mut state: u64) -> impl FnMut(u64) -> i64 {
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) % below) as i64
    }
}

/// A knapsack of several dimensions: small, but with a gap that the root of the tree does not close.
fn knapsack(items: usize, dimensions: usize) -> (Model, Vec<Var>) {
    let mut next = numbers(7);
    let mut model = Model::new();
    let takes: Vec<Var> = (0..items).map(|_| model.binary()).collect();
    let mut worth = vec![0; items];
    for _ in 0..dimensions {
        let weights: Vec<i64> = (0..items).map(|_| 10 + next(90)).collect();
        worth
            .iter_mut()
            .zip(&weights)
            .for_each(|(worth, weight)| *worth += weight);
        model.at_most(
            takes.iter().copied().zip(weights.iter().copied()),
            weights.iter().sum::<i64>() / 2,
        );
    }
    for (&take, worth) in takes.iter().zip(worth) {
        model.add_cost(take, -worth - next(20));
    }
    (model, takes)
}

#[test]
fn a_knapsack_by_hand() {
    // Worth 10, 7, 6 at weights 5, 4, 3 within 7: the last two are worth 13 at weight 7, the first alone 10.
    let mut model = Model::new();
    let items: Vec<Var> = [10, 7, 6]
        .map(|worth| (worth, model.binary()))
        .into_iter()
        .map(|(worth, item)| {
            model.add_cost(item, -worth);
            item
        })
        .collect();
    model.at_most(items.iter().copied().zip([5, 4, 3]), 7);
    model.add_constant(100);
    let solved = solve(&model);
    assert_eq!(
        (solved.status, solved.bound, solved.gap()),
        (Status::Optimal, 87, Some(0))
    );
    let solution = solved.solution.expect("optimal");
    assert_eq!(
        items
            .iter()
            .map(|&item| solution.value(item))
            .collect::<Vec<_>>(),
        [0, 1, 1]
    );
}

#[test]
fn a_general_integer_row() {
    // Hours at noemers 22 and 21: 6090 x + 6380 y = 37410 is 21 x + 22 y = 129, and below 7 only x = y = 3 gives it.
    let mut model = Model::new();
    let (x, y) = (model.integer(0..=6), model.integer(0..=6));
    model.exactly([(x, 6090), (y, 6380)], 37_410);
    let solution = solve(&model).solution.expect("feasible");
    assert_eq!((solution.value(x), solution.value(y)), (3, 3));
}

#[test]
fn models_without_an_answer() {
    // Three lessons, two teachers of at most one lesson each.
    let mut model = Model::new();
    let takes: Vec<Var> = (0..6).map(|_| model.binary()).collect();
    for lesson in 0..3 {
        model.exactly([(takes[2 * lesson], 1), (takes[2 * lesson + 1], 1)], 1);
    }
    for teacher in 0..2 {
        model.at_most((0..3).map(|lesson| (takes[2 * lesson + teacher], 1)), 1);
    }
    let solved = solve(&model);
    assert_eq!(
        (solved.status, solved.solution, solved.bound),
        (Status::Infeasible, None, 0)
    );

    let mut empty_range = Model::new();
    empty_range.integer(RangeInclusive::new(1, 0));
    assert_eq!(solve(&empty_range).status, Status::Infeasible);

    let mut odd = Model::new();
    let x = odd.integer(0..=100);
    odd.exactly([(x, 2)], 3);
    assert_eq!(solve(&odd).status, Status::Infeasible);

    let mut nothing = Model::new();
    nothing.at_least([], 1);
    assert_eq!(solve(&nothing).status, Status::Infeasible);
}

#[test]
fn a_model_with_nothing_in_it() {
    let mut model = Model::new();
    model.add_constant(5);
    let solved = solve(&model);
    assert_eq!(
        (solved.status, solved.solution.map(|found| found.objective)),
        (Status::Optimal, Some(5))
    );
}

#[test]
fn a_stop_ends_the_run_with_a_true_bound() {
    let (model, _) = knapsack(16, 4);
    let best = solve(&model).solution.expect("feasible").objective;
    for polls in [0, 1, 5, 20] {
        let asked = AtomicU32::new(0);
        let stop = || asked.fetch_add(1, Ordering::Relaxed) >= polls;
        let solved = model
            .solve(
                &Limits::default(),
                &Control {
                    stop: &stop,
                    ..Control::default()
                },
            )
            .expect("no fault");
        assert!(
            solved.bound <= best,
            "{} polls: bound {} above the optimum {best}",
            polls,
            solved.bound
        );
        assert!(
            asked.load(Ordering::Relaxed) <= polls + 10,
            "asked {} times after {polls}",
            asked.load(Ordering::Relaxed)
        );
        if let Some(found) = &solved.solution {
            assert!(found.objective >= best);
        }
        if polls == 0 {
            assert_eq!(solved.status, Status::Unknown, "nothing was run");
        }
    }
}

#[test]
fn a_node_limit_is_reproducible_and_bounds_truly() {
    let (model, takes) = knapsack(16, 4);
    let best = solve(&model).solution.expect("feasible").objective;
    let limits = Limits {
        nodes: Some(3),
        seed: 5,
        ..Limits::default()
    };
    let once = model.solve(&limits, &Control::default()).expect("no fault");
    let again = model.solve(&limits, &Control::default()).expect("no fault");
    assert_eq!(once, again);
    assert_eq!(once.status, Status::Feasible);
    assert!(once.bound < best, "the limit was to leave a gap");
    let found = once.solution.expect("a knapsack has answers");
    let values: Vec<i64> = takes.iter().map(|&take| found.value(take)).collect();
    assert_eq!(model.evaluate(&values), Some(found.objective));
}

#[test]
fn an_iteration_limit_is_reproducible() {
    let (model, _) = knapsack(16, 4);
    let limits = Limits {
        lp_iterations: Some(100),
        ..Limits::default()
    };
    let once = model.solve(&limits, &Control::default()).expect("no fault");
    assert_eq!(
        once,
        model.solve(&limits, &Control::default()).expect("no fault")
    );
    assert!(once.lp_iterations < solve(&model).lp_iterations);
}

#[test]
fn a_whole_start_is_never_lost() {
    let (mut model, takes) = knapsack(16, 4);
    let best = solve(&model).solution.expect("feasible");
    for &take in &takes {
        model.start_at(take, best.value(take));
    }
    // Stopped before the first poll, after it, and at the root: the start is there each time.
    for polls in [0, 1, 2] {
        let asked = AtomicU32::new(0);
        let stop = || asked.fetch_add(1, Ordering::Relaxed) >= polls;
        let solved = model
            .solve(
                &Limits::default(),
                &Control {
                    stop: &stop,
                    ..Control::default()
                },
            )
            .expect("no fault");
        assert_eq!(solved.solution.as_ref(), Some(&best), "{polls} polls");
    }
    // A start that breaks a row is ignored.
    takes.iter().for_each(|&take| model.start_at(take, 1));
    assert_eq!(
        solve(&model).solution.map(|found| found.objective),
        Some(best.objective)
    );
}

#[test]
fn a_partial_start_is_completed() {
    let (mut model, takes) = knapsack(16, 4);
    let best = solve(&model).solution.expect("feasible");
    takes[..13]
        .iter()
        .for_each(|&take| model.start_at(take, best.value(take)));
    // A quarter of these nodes goes to completing the start, which has three values to find.
    let limits = Limits {
        nodes: Some(40),
        ..Limits::default()
    };
    let told = Mutex::new(Vec::new());
    let progress = |news| told.lock().expect("no panic").push(news);
    let solved = model
        .solve(
            &limits,
            &Control {
                progress: &progress,
                ..Control::default()
            },
        )
        .expect("no fault");
    assert_eq!(
        solved.solution.map(|found| found.objective),
        Some(best.objective)
    );
    let told = told.into_inner().expect("no panic");
    assert!(
        told.iter()
            .all(|news: &Progress| news.incumbent == Some(best.objective)),
        "known from the first news: {told:?}"
    );
}

#[test]
fn news_only_gets_better_and_ends_at_the_answer() {
    let (model, _) = knapsack(16, 4);
    let told = Mutex::new(Vec::new());
    let progress = |news: Progress| told.lock().expect("no panic").push(news);
    let solved = model
        .solve(
            &Limits::default(),
            &Control {
                progress: &progress,
                ..Control::default()
            },
        )
        .expect("no fault");
    let told = told.into_inner().expect("no panic");
    for pair in told.windows(2) {
        assert!(pair[1].bound >= pair[0].bound, "{pair:?}");
        assert!(
            pair[1].incumbent.unwrap_or(i64::MAX) <= pair[0].incumbent.unwrap_or(i64::MAX),
            "{pair:?}"
        );
    }
    let objective = solved.solution.expect("optimal").objective;
    assert_eq!(told.last().and_then(|news| news.incumbent), Some(objective));
    assert!(told.iter().all(|news| news.bound <= objective));
}

#[test]
fn a_panic_of_the_caller_passes_through_whole() {
    let (model, _) = knapsack(16, 4);
    let asked = AtomicU32::new(0);
    let stop = || {
        assert!(asked.fetch_add(1, Ordering::Relaxed) < 2, "enough");
        false
    };
    let run = || {
        model.solve(
            &Limits::default(),
            &Control {
                stop: &stop,
                ..Control::default()
            },
        )
    };
    let payload = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run))
        .expect_err("the stop condition panics");
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"enough"));
    assert_eq!(
        solve(&model).status,
        Status::Optimal,
        "the solver works on afterwards"
    );
}

#[test]
fn models_solve_side_by_side() {
    let (model, _) = knapsack(16, 4);
    let alone = solve(&model);
    let together: Vec<Solved> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| solve(&model))).collect();
        runs.into_iter()
            .map(|run| run.join().expect("no panic"))
            .collect()
    });
    assert!(together.iter().all(|solved| *solved == alone));
}
