//! The house keeps its plan: which crate may use which, how long a file may be.
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use uurwerk_tests::root;

/// What each crate may use of the project; everything not listed is forbidden.
const ARROWS: &[(&str, &[&str])] = &[
    ("uurwerk-model", &[]),
    ("uurwerk-mip", &[]),
    ("uurwerk-engine", &["uurwerk-mip"]),
    (
        "uurwerk",
        &["uurwerk-model", "uurwerk-mip", "uurwerk-engine"],
    ),
    ("uurwerk-verify", &["uurwerk-model"]),
    ("uurwerk-formats", &["uurwerk-model", "uurwerk-engine"]),
    (
        "uurwerk-cli",
        &["uurwerk", "uurwerk-verify", "uurwerk-formats"],
    ),
    ("uurwerk-service", &["uurwerk", "uurwerk-formats"]),
    ("uurwerk-ffi", &["uurwerk", "uurwerk-service"]),
    ("uurwerk-python", &["uurwerk", "uurwerk-service"]),
];

#[test]
fn arrows_point_down_only() {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        let of_the_house = package["dependencies"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|d| !d["path"].is_null());
        let shipped = of_the_house.filter(|d| d["kind"].is_null());
        let names = shipped
            .map(|d| d["name"].as_str().unwrap().to_owned())
            .collect();
        uses.insert(package["name"].as_str().unwrap().to_owned(), names);
    }
    for (name, allowed) in ARROWS {
        for used in &uses[*name] {
            assert!(
                allowed.contains(&used.as_str()),
                "{name} may not use {used}"
            );
        }
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn a_file_is_one_idea() {
    let mut found = Vec::new();
    for folder in ["crates", "benches", "tests"] {
        sources(&root().join(folder), &mut found);
    }
    assert!(found.len() > 50, "only {} files found", found.len());
    for path in found {
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        if lines > 500 {
            eprintln!("{} has {lines} lines: more than one idea?", path.display());
        }
        assert!(lines <= 800, "{} has {lines} lines", path.display());
    }
}
