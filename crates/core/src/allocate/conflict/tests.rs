//! Conflicts whose only reason is known beforehand.

use uurwerk_model::Language;

use crate::allocate::{Conflict, allocate, check};
use crate::control::{Control, Options};
use crate::rules::Settings;
use crate::tiny::Tiny;

fn conflict(tiny: &Tiny) -> Conflict {
    let school = tiny.school();
    let settings = Settings::of(&school.document().policy).unwrap();
    let conflict =
        allocate(&school, &settings, &Options::default(), &Control::UNBOUNDED).unwrap_err();
    for message in conflict.demands.iter().map(|demand| &demand.message) {
        for language in Language::ALL {
            let words = message.text(language);
            assert!(words != message.id && !words.contains("{$"), "{words}");
        }
    }
    conflict
}

fn pointers(conflict: &Conflict) -> Vec<&str> {
    conflict
        .demands
        .iter()
        .map(|demand| demand.pointer.as_str())
        .collect()
}

/// Three physics lessons of four hours in the third graad, and one qualified half-timer of ten hours.
fn physics() -> Tiny {
    let mut tiny = Tiny::new()
        .teacher("ann", 9, [0, 10, 10], &["FYS"])
        .teacher("bob", 9, [0, 20, 22], &["NED"]);
    for class in ["5A", "5B", "5C"] {
        tiny = tiny
            .class(class, 5, 0)
            .lesson(&format!("F{class}"), "FYS", &[class], 4);
        tiny = tiny.lesson(&format!("N{class}"), "NED", &[class], 3);
    }
    tiny
}

#[test]
fn twelve_hours_asked_of_a_teacher_of_ten() {
    let conflict = conflict(&physics());
    assert_eq!(
        pointers(&conflict),
        [
            "/lessons/0",
            "/lessons/2",
            "/lessons/4",
            "/staff/0/contract"
        ]
    );
    assert!(conflict.minimal);
    let school = physics().school();
    let settings = Settings::of(&school.document().policy).unwrap();
    assert_eq!(
        check(&school, &settings, &Control::UNBOUNDED),
        Err(conflict)
    );
}

#[test]
fn a_contract_that_no_lesson_can_fill() {
    let tiny = Tiny::new()
        .class("1A", 1, 0)
        .teacher("ann", 9, [10, 12, 22], &["NED"])
        .teacher("bob", 9, [0, 12, 22], &["NED", "WIS"])
        .lesson("L1", "NED", &["1A"], 5)
        .lesson("L2", "NED", &["1A"], 4)
        .lesson("L3", "WIS", &["1A"], 4);
    let conflict = conflict(&tiny);
    assert_eq!(pointers(&conflict), ["/staff/0/contract"]); // 9 h of Dutch in all
    assert!(conflict.minimal);
}

#[test]
fn locks_against_a_rule_for_a_starter() {
    let tiny = Tiny::new()
        .class("1A", 1, 0)
        .class("3A", 3, 0)
        .teacher("ann", 1, [0, 12, 22], &["WIS"])
        .teacher("bob", 9, [0, 12, 22], &["WIS"])
        .lesson("L1", "WIS", &["1A"], 4)
        .lesson("L2", "WIS", &["3A"], 4)
        .lesson("L3", "WIS", &["3A"], 4)
        .lock("L1", "ann")
        .lock("L2", "ann");
    let conflict = conflict(&tiny);
    assert_eq!(pointers(&conflict), ["/locks/0", "/locks/1", "/staff/0"]);
    let rules: Vec<_> = conflict
        .demands
        .iter()
        .map(|d| d.rule.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(rules, ["K1", "K1", "S2"]);
    assert!(conflict.minimal);
}

#[test]
fn hours_that_only_fit_when_lessons_are_cut() {
    // 5 + 5 + 4 = 14 hours for two teachers of 7 each: the hours match, the lessons do not.
    let tiny = Tiny::new()
        .class("1A", 1, 0)
        .teacher("ann", 9, [0, 7, 7], &["WIS"])
        .teacher("bob", 9, [0, 7, 7], &["WIS"])
        .lesson("L1", "WIS", &["1A"], 5)
        .lesson("L2", "WIS", &["1A"], 5)
        .lesson("L3", "WIS", &["1A"], 4);
    let conflict = conflict(&tiny);
    let all = [
        "/lessons/0",
        "/lessons/1",
        "/lessons/2",
        "/staff/0/contract",
        "/staff/1/contract",
    ];
    assert_eq!(pointers(&conflict), all);
    assert!(conflict.minimal);
}

#[test]
fn linked_lessons_need_two_people() {
    let tiny = Tiny::new()
        .class("1A", 1, 0)
        .class("1B", 1, 0)
        .teacher("ann", 9, [0, 7, 22], &["WIS"])
        .lesson("L1", "WIS", &["1A"], 4)
        .lesson("L2", "WIS", &["1B"], 4)
        .with(|school| {
            school
                .lessons
                .iter_mut()
                .for_each(|l| l.link = Some("split".into()))
        });
    let conflict = conflict(&tiny);
    assert_eq!(pointers(&conflict), ["/lessons/0", "/lessons/1"]);
}
