//! Clashes of what alternates: the machine charges for them exactly when the rules measure any.

use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_machine_sees_the_clashes_that_the_rules_see(
        chance in chance(),
        turns in prop::collection::vec(0..3_u8, 6),
    ) {
        let mut sample = sample(&chance, Mode::Hard);
        // The first lesson may have a co-teacher of some hours, and keeps its weeks.
        for (lesson, turn) in turns.iter().enumerate().take(chance.lessons.len()).skip(1) {
            let is_even = sample.document.lessons[lesson].hours.is_multiple_of(2);
            if is_even && *turn < 2 {
                sample.every_second(lesson, *turn);
            }
        }
        for id in ["X1", "X2"] {
            let (charged, measured) = charged_in(&sample, &chance, id);
            prop_assert_eq!(charged > 0, measured[id] > 0, "{}", id);
        }
        let (charged, measured) = charged_in(&sample, &chance, "X3");
        prop_assert!(charged >= measured["X3"]);
    }
}
