//! The shared library shows what the header declares, and nothing else.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::process::Command;

use common::{have, here, library, run};

#[test]
fn what_is_exported_is_what_the_header_declares() {
    if !have("nm", "--version") {
        return;
    }
    let listed = run(Command::new("nm")
        .args(["--dynamic", "--defined-only", "--format=posix"])
        .arg(library()));
    let listed = String::from_utf8(listed.stdout).unwrap();
    let exported: BTreeSet<&str> = listed
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    let header = std::fs::read_to_string(here().join("include/uurwerk.h")).unwrap();
    let code: String = header
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let declared: BTreeSet<&str> = code
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .filter(|word| word.starts_with("uurwerk_"))
        .collect();
    assert!(declared.len() >= 18, "{declared:?}");
    assert_eq!(exported, declared);
}
