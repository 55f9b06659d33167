//! What the end-to-end tests share: where things are, and the real binary.
#![allow(clippy::unwrap_used, clippy::expect_used)]

pub mod planted;
pub mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// The root of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests live in the workspace")
}

/// One of the project's own schools.
pub fn fixture(name: &str) -> PathBuf {
    root().join("fixtures").join(name)
}

/// A file of the shared data, or `None` (told on stderr) where there is none.
pub fn shared(path: &str) -> Option<PathBuf> {
    let folder =
        std::env::var_os("UURWERK_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let file = folder.join(path);
    if file.exists() {
        return Some(file);
    }
    eprintln!(
        "skipped: {} is absent (set UURWERK_SHARED to the shared data)",
        file.display()
    );
    None
}

/// The `uurwerk` binary, built once in the profile of the tests.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        // .../target/PROFILE/deps/test-HASH
        let test = std::env::current_exe().expect("a test knows where it is");
        let profile = test
            .ancestors()
            .nth(2)
            .expect("cargo puts tests in PROFILE/deps");
        let mut build = Command::new(env!("CARGO"));
        build
            .args(["build", "--quiet", "--locked", "--package", "uurwerk-cli"])
            .current_dir(root());
        if profile.file_name().is_some_and(|name| name == "release") {
            build.arg("--release");
        }
        build.arg("--target-dir").arg(
            profile
                .parent()
                .expect("a profile lies in the target folder"),
        );
        assert!(
            build.status().expect("cargo runs").success(),
            "the binary does not build"
        );
        profile.join(format!("uurwerk{}", std::env::consts::EXE_SUFFIX))
    })
}

/// Runs `uurwerk` with these arguments, messages in English.
pub fn uurwerk<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Output {
    Command::new(binary())
        .args(arguments)
        .env("LC_ALL", "C")
        .env_remove("LANG")
        .output()
        .expect("the binary runs")
}

/// What a run said on stderr.
pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What a run said on stdout.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Plans a school and lets the independent checker judge it: exit 0 from both, or the test fails.
pub fn plan_and_verify(school: &Path, options: &[&str]) -> uurwerk::PlanDocument {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let plan = folder.path().join("plan.json");
    let page = folder.path().join("plan.html");
    let mut arguments = vec![
        "plan",
        school.to_str().expect("UTF-8"),
        "-o",
        plan.to_str().expect("UTF-8"),
    ];
    arguments.extend(["--html", page.to_str().expect("UTF-8")]);
    arguments.extend(options);
    let planned = uurwerk(&arguments);
    assert_eq!(planned.status.code(), Some(0), "plan: {}", errors(&planned));
    let verified = uurwerk(&[
        "verify",
        plan.to_str().expect("UTF-8"),
        "--school",
        school.to_str().expect("UTF-8"),
    ]);
    assert_eq!(
        verified.status.code(),
        Some(0),
        "verify: {}{}",
        said(&verified),
        errors(&verified)
    );
    assert!(
        said(&verified)
            .lines()
            .last()
            .is_some_and(|line| line.starts_with("hard=0 ")),
        "{}",
        said(&verified)
    );
    let html = std::fs::read_to_string(page).expect("the page was written");
    assert!(html.starts_with("<!DOCTYPE html>"), "the page is no page");
    let json = std::fs::read_to_string(plan).expect("the plan was written");
    uurwerk::PlanDocument::parse(&json).expect("the plan is a valid document")
}

/// Every lesson of the school is taught and timetabled.
pub fn assert_complete(school: &uurwerk::School, plan: &uurwerk::PlanDocument) {
    let positions: usize = school
        .lessons()
        .iter()
        .map(|lesson| lesson.positions.len())
        .sum();
    let blocks: usize = school
        .lessons()
        .iter()
        .map(|lesson| lesson.block_lengths().len())
        .sum();
    assert_eq!(plan.allocation.len(), positions, "positions filled");
    assert_eq!(plan.timetable.len(), blocks, "blocks placed");
}
