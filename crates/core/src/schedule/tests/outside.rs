//! What the machine charges for experts, workplaces, other schools and projects against what the rules measure.

use super::*;

/// A random school in which everything has a place, and an expert, pupils who are out, people who go elsewhere, and a
/// project.
fn with_world(chance: &Chance, mode: Mode) -> Sample {
    let mut sample = sample(chance, mode);
    let windows = (0..10).map(|slot| sample.slot(slot)).collect();
    sample.document.visits.push(Visit {
        id: "visit".into(),
        name: "visit".to_owned(),
        lesson: "L0".into(),
        windows,
    });
    let rule = sample.document.policy.rules.get_mut(&"C5".into());
    let rule = rule.expect("every rule has a mode");
    rule.params.insert("moves".to_owned(), 0.into());
    sample.document.workplaces.push(Workplace {
        group: sample.document.lessons[0].groups[0].clone(),
        days: vec!["d0".into(), "d3".into()],
    });
    sample.document.gatherings.push(Gathering {
        id: "network".into(),
        name: "network".to_owned(),
        people: vec!["t".into(), "v".into()],
        team: None,
        windows: vec![ClockWindow {
            day: "d1".into(),
            start: ClockTime(600),
            end: ClockTime(700),
        }],
        travel: 20,
        weeks: Recurrence::default(),
    });
    sample.team("network", &["u", "w"], 0);
    let network = sample.document.gatherings[0].clone();
    sample.document.gatherings.push(Gathering {
        id: "of the team".into(),
        people: Vec::new(),
        team: Some("network".into()),
        ..network
    });
    sample.document.rounds.push(Round {
        id: "round".into(),
        name: "round".to_owned(),
        weeks: Weeks { from: 7, to: 7 },
        teachers: ["t", "u", "v"].map(TeacherId::from).to_vec(),
        classes: Vec::new(),
        rooms: Vec::new(),
        teams: vec!["network".into()],
        people: vec!["t".into()],
    });
    sample.document.projects.push(Project {
        id: "project".into(),
        name: "project".to_owned(),
        lessons: vec!["L0".into(), "L1".into()],
        length: 1,
    });
    sample
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_machine_charges_for_the_world_outside_what_the_rules_measure(chance in chance()) {
        let mut chance = chance;
        for (start, _) in &mut chance.places {
            *start = Some(start.unwrap_or(3));
        }
        let singles = |lesson: usize| chance.lessons[lesson].0.contains(&1);
        let never = chance.wishes.iter().any(|(_, _, value)| *value == -3);
        for mode in [Mode::Hard, Mode::Soft] {
            let sample = with_world(&chance, mode);
            let (charged, measured) = charged_in(&sample, &chance, "C7");
            prop_assert_eq!(charged, measured["C7"]);
            for id in ["M13", "C3"] {
                let (charged, measured) = charged_in(&sample, &chance, id);
                prop_assert!(charged == measured[id] || never && charged < measured[id]);
            }
            let (charged, measured) = charged_in(&sample, &chance, "F6");
            prop_assert_eq!(charged, measured["F6"]);
            // The machine sees those who give one block in a class, and no limit for the week.
            let (charged, measured) = charged_in(&sample, &chance, "F2");
            let long = chance.link || chance.lessons.iter().any(|(blocks, ..)| blocks.contains(&2));
            prop_assert!(charged <= measured["F2"] || long);
            // Of longer blocks the first is chosen for the machine beforehand, and belongs in one half-day.
            let (charged, measured) = charged_in(&sample, &chance, "C5");
            let blocks = &chance.lessons[0].0;
            let exact = blocks.iter().all(|length| *length == 1);
            prop_assert!(charged == measured["C5"] || !exact && charged > measured["C5"]);
            let (charged, measured) = charged_in(&sample, &chance, "O5");
            let exact = !singles(0) || !singles(1);
            prop_assert!(charged == measured["O5"] || !exact && charged > measured["O5"]);
        }
    }
}
