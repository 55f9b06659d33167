//! What alternates: the machine charges for its clashes, and for meetings in some weeks, exactly when the rules measure any.

use super::*;

/// A random school in which lessons of an even number of hours may take turns.
fn in_turn(chance: &Chance, turns: &[u8]) -> Sample {
    let mut sample = sample(chance, Mode::Hard);
    // The first lesson may have a co-teacher of some hours, and keeps its weeks.
    for (lesson, turn) in turns.iter().enumerate().take(chance.lessons.len()).skip(1) {
        let is_even = sample.document.lessons[lesson].hours.is_multiple_of(2);
        if is_even && *turn < 2 {
            sample.every_second(lesson, *turn);
        }
    }
    sample
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_machine_sees_the_clashes_that_the_rules_see(
        chance in chance(),
        turns in prop::collection::vec(0..3_u8, 6),
    ) {
        let sample = in_turn(&chance, &turns);
        for id in ["X1", "X2"] {
            let (charged, measured) = charged_in(&sample, &chance, id);
            prop_assert_eq!(charged > 0, measured[id] > 0, "{}", id);
        }
        let (charged, measured) = charged_in(&sample, &chance, "X3");
        prop_assert!(charged >= measured["X3"]);
    }

    #[test]
    fn the_machine_sees_when_starters_and_mentors_can_meet(
        chance in chance(),
        turns in prop::collection::vec(0..3_u8, 6),
        every in prop::sample::select(vec![1, 2, 4]),
        phase in prop::option::of(0..4_u8),
    ) {
        let mut sample = in_turn(&chance, &turns);
        sample.pair("v", "u", 0, 0);
        sample.pair("w", "t", 0, 0);
        let phase = phase.map(|phase| phase % every);
        let weeks = Recurrence { every, phase };
        sample.document.mentoring.exchange = weeks;
        sample.document.mentoring.intervision = weeks;
        for id in ["M11", "M12"] {
            let (charged, measured) = charged_in(&sample, &chance, id);
            // Where the phase is open, the machine has chosen one.
            let is_open = phase.is_none() && every > 1;
            prop_assert!(charged > 0 || measured[id] == 0, "{}", id);
            prop_assert!(charged == 0 || measured[id] > 0 || is_open, "{}", id);
        }
    }
}
