//! Scenarios through the real binary: the smallest change, the comparison, and sweeps that are killed and resumed.
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use uurwerk_tests::{binary, errors, fixture, said, uurwerk};

/// A folder with the small school's plan in it.
fn planned(limit: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan.json");
    let arguments: Vec<OsString> = vec![
        "plan".into(),
        fixture("small.json").into(),
        "-o".into(),
        plan.clone().into(),
        "--time-limit".into(),
        limit.into(),
        "--quiet".into(),
    ];
    let output = uurwerk(&arguments);
    assert!(
        matches!(output.status.code(), Some(0 | 4)),
        "{}",
        errors(&output)
    );
    (folder, plan)
}

fn write(folder: &Path, name: &str, changes: &str) -> PathBuf {
    let path = folder.join(name);
    let json = format!(
        r#"{{"uurwerk": {{"kind": "scenario", "version": 1}}, "name": "{name}", {changes}}}"#
    );
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(&path, json).unwrap();
    path
}

/// A school year without one teacher of the small school, who is named by place.
fn no_mondays(teacher: usize) -> String {
    let school = std::fs::read_to_string(fixture("small.json")).unwrap();
    let school: serde_json::Value = serde_json::from_str(&school).unwrap();
    let staff = school["staff"].as_array().unwrap();
    let id = staff[teacher % staff.len()]["id"].as_str().unwrap();
    let day = school["grid"]["days"][teacher % 5]["id"].as_str().unwrap();
    format!(
        r#""changes": [{{"availability_changes": {{"teacher": "{id}", "never": [{{"slot": {{"day": "{day}", "period": "1"}}}}]}}}}]"#
    )
}

#[test]
fn a_changed_school_is_planned_near_the_plan_that_exists() {
    let (folder, plan) = planned("6s");
    let scenario = write(folder.path(), "monday.json", &no_mondays(3));
    let at = |name: &str| folder.path().join(name);
    let output = uurwerk(&[
        OsString::from("what-if"),
        plan.clone().into(),
        "--school".into(),
        fixture("small.json").into(),
        scenario.into(),
        "-o".into(),
        at("new.json").into(),
        "--school-output".into(),
        at("school.json").into(),
        "--html".into(),
        at("page.html").into(),
        "--format".into(),
        "json".into(),
        "--time-limit".into(),
        "10s".into(),
    ]);
    assert!(
        matches!(output.status.code(), Some(0 | 4)),
        "{}",
        errors(&output)
    );
    let difference = uurwerk::DifferenceDocument::parse(&said(&output)).unwrap();
    let answer = difference.answer.clone().unwrap();
    assert!(answer.at_least <= answer.changed);
    assert_eq!(difference.plans[1].changes.lessons, answer.changed);
    let verified = uurwerk(&[
        OsString::from("verify"),
        at("new.json").into(),
        "--school".into(),
        at("school.json").into(),
    ]);
    assert_eq!(verified.status.code(), Some(0), "{}", errors(&verified));
    let page = std::fs::read_to_string(at("page.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && !page.contains("<script"));
    for language in ["en", "nl", "fr"] {
        let compared = uurwerk(&[
            OsString::from("compare"),
            plan.clone().into(),
            at("new.json").into(),
            "--school".into(),
            at("school.json").into(),
            "--lang".into(),
            language.into(),
        ]);
        assert_eq!(compared.status.code(), Some(0), "{}", errors(&compared));
        for line in said(&compared).lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}

/// A school of eight teachers in which many of the small lessons take turns, week by week.
fn in_turn() -> uurwerk::School {
    let options = uurwerk::generate::GenerateOptions {
        teachers: 8,
        classes: None,
        seed: 3,
    };
    let mut document = uurwerk::generate::generate(&options).unwrap();
    let small = document.lessons.iter_mut();
    let small = small.filter(|l| l.link.is_none() && l.blocks.is_empty() && l.hours <= 2);
    for (at, lesson) in small.enumerate().filter(|(at, _)| at % 3 > 0) {
        lesson.weeks = uurwerk::Recurrence {
            every: 2,
            phase: Some((at % 3 - 1) as u8),
        };
    }
    let locked = |lock: &uurwerk::Lock| matches!(lock, uurwerk::Lock::Teacher(_));
    document.locks.retain(locked);
    uurwerk::School::from_document(document).unwrap()
}

#[test]
fn where_weeks_differ_the_checker_agrees_with_what_is_found() {
    let school = in_turn();
    assert!(school.alternates());
    let options = |iterations| uurwerk::Options {
        iterations: Some(iterations),
        ..uurwerk::Options::default()
    };
    let unbounded = uurwerk::Control::UNBOUNDED;
    let Ok(base) = uurwerk::plan(&school, &options(100_000), &unbounded) else {
        panic!("the school can be planned")
    };
    assert!(uurwerk_verify::verify(&school, &base).holds());
    let day = &school.document().grid.days[0].id;
    for teacher in [2, 5] {
        let teacher = &school.staff()[teacher].id;
        let changes = serde_json::json!([
            {"availability_changes": {"teacher": teacher, "never": [{"slot": {"day": day, "period": "2"}}]}},
        ]);
        let scenario = serde_json::json!({
            "uurwerk": {"kind": "scenario", "version": 1}, "name": "what if", "changes": changes,
        });
        let scenario = uurwerk::ScenarioDocument::parse(&scenario.to_string()).unwrap();
        let ask = uurwerk::what_if::Ask::default();
        let found = uurwerk::what_if::what_if_documents(
            &school,
            &base,
            &[scenario],
            &ask,
            &options(100_000),
            &unbounded,
        )
        .unwrap();
        for plan in &found.plans {
            let verdict = uurwerk_verify::verify(&found.school, plan);
            assert!(verdict.holds(), "{verdict:?}");
        }
        // The loads stay as they are, and nearly all times.
        let answer = found.difference.answer.unwrap();
        assert!(answer.changed <= 10, "{answer:?}");
    }
}

#[test]
fn scenarios_that_build_on_each_other_in_a_circle_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.json", r#""base": "b.json""#);
    let b = write(folder.path(), "b.json", r#""base": "a.json""#);
    let school = std::fs::read_to_string(fixture("small.json")).unwrap();
    let school = uurwerk::School::parse(&school).unwrap();
    let options = uurwerk::Options {
        iterations: Some(500),
        ..uurwerk::Options::default()
    };
    let Ok(plan) = uurwerk::plan(&school, &options, &uurwerk::Control::UNBOUNDED) else {
        panic!("the small school can be planned")
    };
    let path = folder.path().join("plan.json");
    std::fs::write(&path, serde_json::to_string(&plan).unwrap()).unwrap();
    let output = uurwerk(&[
        OsString::from("what-if"),
        path.into(),
        "--school".into(),
        fixture("small.json").into(),
        b.into(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("UW0704"), "{}", errors(&output));
}

fn sweep(plan: &Path, scenarios: &Path, output: &Path, limit: &str) -> Command {
    let mut command = Command::new(binary());
    command
        .arg("sweep")
        .arg(plan)
        .arg("--school")
        .arg(fixture("small.json"))
        .arg(scenarios)
        .arg("-o")
        .arg(output)
        .args(["--time-limit", limit, "--threads", "2", "--quiet"])
        .env("LC_ALL", "C")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// The rows that are there, each whole, with when they were written.
fn rows(output: &Path) -> BTreeMap<PathBuf, (String, std::time::SystemTime)> {
    let mut rows = BTreeMap::new();
    let Ok(entries) = std::fs::read_dir(output.join("rows")) else {
        return rows;
    };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.extension().is_none_or(|e| e != "json") {
            continue; // A file that was being written when the run was killed.
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let row: serde_json::Value =
            serde_json::from_str(&text).unwrap_or_else(|f| panic!("{f}: {text}"));
        if matches!(row["outcome"].as_str(), Some("done" | "incomplete")) {
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let plan =
                std::fs::read_to_string(output.join("plans").join(format!("{stem}.json"))).unwrap();
            uurwerk::PlanDocument::parse(&plan).unwrap();
        }
        let written = std::fs::metadata(&path).unwrap().modified().unwrap();
        rows.insert(path, (text, written));
    }
    rows
}

/// Runs a sweep over so many scenarios, each within a limit, killing it so many times.
fn killed(scenarios: usize, kills: u32, limit: &str) {
    let (folder, plan) = planned("3s");
    let source = folder.path().join("scenarios");
    for at in 0..scenarios {
        write(&source, &format!("s{at:03}.json"), &no_mondays(at));
    }
    let output = folder.path().join("out");
    let mut known: BTreeMap<PathBuf, (String, std::time::SystemTime)> = BTreeMap::new();
    let mut chance: u64 = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..kills {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let mut child = sweep(&plan, &source, &output, limit).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(300 + (chance >> 33) % 1_500));
        child.kill().unwrap(); // SIGKILL
        child.wait().unwrap();
        let now = rows(&output);
        for (path, before) in &known {
            assert!(
                now.get(path) == Some(before),
                "{} was done again",
                path.display()
            );
        }
        known = now;
    }
    let last = sweep(&plan, &source, &output, limit).status().unwrap();
    assert_eq!(last.code(), Some(0));
    let all = rows(&output);
    assert_eq!(all.len(), scenarios);
    for (path, before) in &known {
        assert!(
            all.get(path) == Some(before),
            "{} was done again",
            path.display()
        );
    }
    let table = std::fs::read_to_string(output.join("table.csv")).unwrap();
    assert_eq!(table.lines().count(), scenarios + 1);
    assert!(output.join("index.html").exists());
}

#[test]
fn a_sweep_goes_on_where_it_was_killed() {
    killed(4, 2, "2s");
}

#[test]
#[ignore = "a minute at most: run by the project's checks in release mode"]
fn a_sweep_of_two_hundred_survives_ten_kills() {
    killed(200, 10, "500ms");
}
