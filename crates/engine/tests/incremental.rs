//! The incremental cost equals the cost from scratch after chained edits with splits, merges and undo, on problems with all constraint
//! kinds and the three cost functions; and a search with a number of iterations is reproducible.

use proptest::prelude::*;
use uurwerk_engine::{Control, Instance, SearchOptions, Solution, evaluate, probe, solve};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn one_word(seed: u64, times in 6_u16..=64) {
        check(seed, times)?;
    }

    #[test]
    fn two_words(seed: u64, times in 65_u16..=128) {
        check(seed, times)?;
    }

    #[test]
    fn four_words(seed: u64, times in 129_u16..=256) {
        check(seed, times)?;
    }

    #[test]
    fn search_is_reproducible_and_never_claims_a_cost_it_has_not(seed: u64, threads in 1_usize..=3) {
        let instance = compile(12, seed)?;
        let options = SearchOptions { seed, threads, iterations: Some(600), start: None };
        let (one, two) = (solve(&instance, &options, &Control::endless()), solve(&instance, &options, &Control::endless()));
        let one = one.map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?;
        prop_assert_eq!(&Ok(one.clone()), &two);
        let found = evaluate(&instance, &one.solution).map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?;
        prop_assert_eq!(found.cost, one.cost);
        prop_assert!(one.bound.cost <= one.cost, "bound {} above cost {}", one.bound.cost, one.cost);
    }
}

/// Few cases: weeks this long are rare, and slow.
#[test]
fn more_than_four_words() {
    for (times, seed) in [(257, 1), (300, 2), (700, 3), (1200, 4)] {
        let checked = check(seed, times);
        assert!(checked.is_ok(), "{times} times: {checked:?}");
    }
}

#[test]
fn random_problems_have_every_kind_and_every_cost_function() {
    let problem = probe::random_problem_of_all_kinds(64, 1);
    let mut kinds = Vec::new();
    let mut functions = Vec::new();
    for constraint in &problem.constraints {
        let kind = std::mem::discriminant(&constraint.kind);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
        if !functions.contains(&constraint.cost_function) {
            functions.push(constraint.cost_function);
        }
    }
    assert_eq!((kinds.len(), functions.len()), (29, 3));
}

#[test]
#[ignore = "a million edits take seconds, in a release build"]
fn a_million_chained_edits_with_every_kind() {
    for (times, seed) in [(40, 1), (120, 2), (250, 3)] {
        let problem = probe::random_problem_of_all_kinds(times, seed);
        let instance = Instance::compile(problem).expect("valid");
        let mismatch = probe::random_edits(&instance, &Solution::default(), seed, 1_000_000, 1_000)
            .expect("the empty solution is valid");
        assert_eq!(mismatch, None, "{times} times");
    }
}

fn compile(times: u16, seed: u64) -> Result<Instance, TestCaseError> {
    Instance::compile(probe::random_problem_of_all_kinds(times, seed))
        .map_err(|faults| TestCaseError::fail(format!("{faults:?}")))
}

fn check(seed: u64, times: u16) -> Result<(), TestCaseError> {
    let instance = compile(times, seed)?;
    let mismatch = probe::random_edits(&instance, &Solution::default(), seed, 100, 4)
        .map_err(|faults| TestCaseError::fail(format!("{faults:?}")))?;
    prop_assert_eq!(mismatch, None);
    Ok(())
}
