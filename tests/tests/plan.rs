//! The main job on real schools, judged by the checker that shares no code with the solver.
#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;

use uurwerk::{Certificate, Mode, PlanDocument, ProtectedKind, School};
use uurwerk_tests::{assert_complete, fixture, plan_and_verify, shared, uurwerk};

fn school(path: &Path) -> School {
    School::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn assert_holds(school: &School, plan: &PlanDocument) {
    assert_complete(school, plan);
    let broken: Vec<_> = plan
        .rules
        .iter()
        .filter(|r| r.mode == Mode::Hard && r.deviation > 0)
        .collect();
    assert!(broken.is_empty(), "{broken:?}");
    let Certificate {
        allocation,
        timetable,
        ..
    } = plan.certificate;
    assert!(allocation.hard == 0 && allocation.bound <= allocation.soft);
    assert!(timetable.is_some_and(|t| t.hard == 0 && t.bound <= t.soft));
}

#[test]
fn the_small_school_is_planned() {
    let path = fixture("small.json");
    let school = school(&path);
    let plan = plan_and_verify(&path, &["--time-limit", "20s"]);
    assert_holds(&school, &plan);
    let protected = |kind| {
        plan.protected
            .iter()
            .filter(|slot| slot.kind == kind)
            .count()
    };
    let pairs = &school.document().mentoring.pairs;
    let observations: usize = pairs
        .iter()
        .map(|pair| usize::from(pair.observations))
        .sum();
    let meetings: usize = pairs.iter().map(|pair| usize::from(pair.meetings)).sum();
    assert!(observations > 0 && protected(ProtectedKind::Observation) >= observations);
    assert!(meetings > 0 && protected(ProtectedKind::Meeting) >= meetings);
}

#[test]
#[ignore = "a minute: run by the project's checks in release mode"]
fn the_large_school_is_planned() {
    let path = fixture("large.json");
    let plan = plan_and_verify(&path, &["--time-limit", "75s"]);
    assert_holds(&school(&path), &plan);
}

/// Imports the real school, with teachers as they stand or set free.
fn nijverheidsschool(folder: &Path, profile: &str) -> Option<std::path::PathBuf> {
    let untis = shared("untis/nijverheidsschool")?;
    let profile_path = folder.join("profile.toml");
    std::fs::write(&profile_path, profile).unwrap();
    let school = folder.join("school.json");
    let output = uurwerk(&[
        "convert".as_ref(),
        untis.as_os_str(),
        "-o".as_ref(),
        school.as_os_str(),
        "--profile".as_ref(),
        profile_path.as_os_str(),
    ]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        uurwerk_tests::errors(&output)
    );
    Some(school)
}

#[test]
#[ignore = "a minute: run by the project's checks in release mode"]
fn a_real_school_with_its_teachers_is_planned() {
    let folder = tempfile::tempdir().unwrap();
    let Some(path) = nijverheidsschool(folder.path(), "teachers = \"locked\"\n") else {
        return;
    };
    let plan = plan_and_verify(&path, &["--time-limit", "75s"]);
    assert_holds(&school(&path), &plan);
}

#[test]
#[ignore = "a minute: run by the project's checks in release mode"]
fn a_real_school_with_its_teachers_set_free_is_planned() {
    let folder = tempfile::tempdir().unwrap();
    let Some(path) = nijverheidsschool(folder.path(), "teachers = \"free\"\n") else {
        return;
    };
    let plan = plan_and_verify(&path, &["--time-limit", "75s"]);
    assert_holds(&school(&path), &plan);
}
