//! Whole runs: the same work gives the same answer, and a run that ends at once gives one too.

use super::*;
use crate::tiny::Tiny;

#[test]
fn the_same_work_gives_the_same_allocation() {
    let school = (0..).find_map(|seed| random_school(seed * 7919)).unwrap();
    let settings = Settings::of(&school.document().policy).unwrap();
    let options = Options {
        iterations: Some(5_000),
        threads: 2,
        ..Options::default()
    };
    let run = || allocate(&school, &settings, &options, &Control::UNBOUNDED);
    assert_eq!(run(), run());
}

#[test]
fn a_run_that_is_stopped_at_once_still_gives_everybody_something() {
    let tiny = Tiny::new()
        .class("1A", 1, 0)
        .teacher("ann", 9, [0, 4, 22], &["WIS"])
        .teacher("bob", 9, [0, 4, 22], &["WIS"])
        .lesson("L1", "WIS", &["1A"], 4)
        .lesson("L2", "WIS", &["1A"], 4);
    let school = tiny.school();
    let settings = Settings::of(&school.document().policy).unwrap();
    let control = Control {
        stop: &|| true,
        remaining: &|| None,
        progress: &|_| (),
    };
    let done = allocate(&school, &settings, &Options::default(), &control).unwrap();
    assert!(
        done.allocation
            .teachers
            .iter()
            .flatten()
            .all(Option::is_some)
    );
    assert!(done.proof.hard == 0 && done.proof.bound <= done.proof.soft);
}
