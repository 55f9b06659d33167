//! What the machine charges for trainees against what the rules measure.

use super::*;

/// A random school with students, who practise in a block each, and a teacher in training.
fn with_trainees(chance: &Chance, mode: Mode) -> Sample {
    let mut sample = sample(chance, mode);
    let hours = |lesson: usize| chance.lessons[lesson].0[0];
    sample.practise(0, "x", hours(0));
    sample.practise(1, "y", hours(1));
    let members = ["x", "y", "z"];
    let count = if chance.part_time { 2 } else { 3 };
    sample.trainees("stage", &members[..count], Some("u"));
    sample.trainees("lio", &["t"], Some("w"));
    sample.document.trainees[1].kind = TraineeKind::InService;
    if chance.link {
        sample.document.trainees[0].days = vec!["d0".into(), "d4".into()];
    }
    sample
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_machine_charges_for_interns_what_the_rules_measure(chance in chance()) {
        for mode in [Mode::Hard, Mode::Soft] {
            let sample = with_trainees(&chance, mode);
            for id in ["T1", "T2", "T4", "T5"] {
                let (charged, measured) = charged_in(&sample, &chance, id);
                prop_assert_eq!(charged, measured[id], "{} {:?}", id, mode);
            }
            // A block that is given by the mentor and stands nowhere is no lesson watched.
            let (charged, measured) = charged_in(&sample, &chance, "T3");
            let hosts = [0, 1].map(|lesson| TEACHERS[chance.lessons[lesson].2]);
            prop_assert!(charged <= measured["T3"]);
            prop_assert!(charged == measured["T3"] || hosts.contains(&"u"));
        }
    }

    #[test]
    fn with_one_colleague_as_good_as_any(chance in chance()) {
        for mode in [Mode::Hard, Mode::Soft] {
            let (charged, measured) = charged_in(&with_trainees(&chance, mode), &chance, "T7");
            // Lessons that two give together are no matter of time.
            let together = if mode == Mode::Soft { 10 } else { 1 };
            prop_assert!(charged + together >= measured["T7"]);
        }
    }
}
