//! A C program, compiled against the header and linked to the library, plans a school.
#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

mod common;

use common::libraries;

#[test]
fn a_c_program_plans_a_school() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("plan");
    let libraries = libraries();
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let compiled = Command::new(&compiler)
        .args([
            "-std=c11",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-D_GNU_SOURCE",
            "-I",
        ])
        .arg(root.join("include"))
        .arg(root.join("tests/plan.c"))
        .arg("-L")
        .arg(&libraries)
        .args(["-luurwerk_ffi", "-o"])
        .arg(&program)
        .status()
        .unwrap();
    assert!(compiled.success(), "{compiler} failed");
    let ran = Command::new(&program)
        .arg(root.join("../../fixtures/small.json"))
        .env("LD_LIBRARY_PATH", &libraries)
        .env("DYLD_LIBRARY_PATH", &libraries)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "fine\n");
}
