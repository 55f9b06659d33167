//! Columns against plain enumeration.

use std::time::Duration;

use super::super::{columns, search};
use super::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 144, max_global_rejects: 4096, ..ProptestConfig::default() })]

    /// Columns prove the best of all allocations, where the search has found one that keeps the hard rules, and
    /// never a bound above it.
    #[test]
    fn columns_prove_the_best(seed: u64) {
        on_random(seed, |_, _, problem| {
            let best = best_of_all(problem);
            let (mut total, mut bound, mut whole) = (Score::default(), 0, true);
            for component in &problem.components {
                let seats = Seats::of(&Model::of(problem, component, Ask::Everything), component);
                let effort = search::Effort { moves: 300, first_pass: 300, growth: 1, used: &|| 0 };
                let (mut holders, mut score) = search::search(&seats, None, seed, &effort, &|_, _| ());
                let mut least = 0;
                let part = match seed % 3 {
                    // Without integer programmes all there is to a bound is splitting.
                    0 => uurwerk_mip::Limits { time: Some(Duration::ZERO), ..Default::default() },
                    // Ended at the root, they raise bounds that they do not prove.
                    1 => uurwerk_mip::Limits { nodes: Some(1), ..Default::default() },
                    _ => uurwerk_mip::Limits::default(),
                };
                let ended = seed % 3 != 2;
                let limits = columns::Limits {
                    rounds: 200,
                    stop: &|| false,
                    stop_pricing: &|| false,
                    stop_near: &|| false,
                    near: &|| (),
                    tries: if ended { 0 } else { 4 },
                    each: uurwerk_mip::Limits::default(),
                    proof: part.clone(),
                    part,
                    beside: &|| None,
                    seed,
                };
                columns::improve(&seats, &mut holders, &mut score, &mut least, &limits, &|_, _, _| ());
                whole &= !ended;
                if score.hard == 0 && !ended {
                    prop_assert_eq!(score.soft, least);
                }
                let mut state = State::new(&seats);
                state.adopt(&holders);
                prop_assert_eq!(state.score(), score);
                total += score;
                bound += least;
            }
            if total.hard == 0 && whole {
                prop_assert_eq!((total.soft, bound), (best.soft, best.soft));
            } else if best.hard == 0 {
                prop_assert!(bound <= best.soft);
            }
            Ok(())
        })?;
    }
}
