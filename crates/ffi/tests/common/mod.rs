//! What the tests of the clients share: where the library is, how a program is run, when a test is skipped.
#![allow(dead_code, missing_docs, clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of this crate.
pub fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The school that the clients plan in the optimised build.
pub fn fixture() -> PathBuf {
    here().join("../../fixtures/small.json")
}

/// A very small school as a file in `folder`, for the unoptimised build.
pub fn tiny(folder: &Path) -> PathBuf {
    let options = uurwerk::generate::GenerateOptions {
        teachers: 6,
        classes: None,
        seed: 1,
    };
    let school = uurwerk::generate::generate(&options).unwrap();
    let path = folder.join("school.json");
    std::fs::write(&path, serde_json::to_vec(&school).unwrap()).unwrap();
    path
}

/// The folder where cargo puts the shared library beside this test.
pub fn libraries() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let deps = test.parent().unwrap();
    let found = [deps, deps.parent().unwrap()].into_iter().find(|folder| {
        folder.join("libuurwerk_ffi.so").exists() || folder.join("libuurwerk_ffi.dylib").exists()
    });
    found
        .expect("cargo builds the shared library for the tests of its package")
        .to_owned()
}

/// The shared library itself.
pub fn library() -> PathBuf {
    let folder = libraries();
    let linux = folder.join("libuurwerk_ffi.so");
    if linux.exists() {
        linux
    } else {
        folder.join("libuurwerk_ffi.dylib")
    }
}

/// Whether a tool is there; a test without it says so and passes.
pub fn have(tool: &str, what: &str) -> bool {
    let there = Command::new(tool).arg(what).output().is_ok();
    if !there {
        eprintln!("skipped: {tool} is not on this machine");
    }
    there
}

/// Runs a program to its end; its output when it ends well.
pub fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{command:?}\n{said}");
    output
}

/// Runs a client and expects its last word.
pub fn fine(command: &mut Command) -> String {
    let output = run(command);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.ends_with("fine\n"), "{said}");
    said
}

/// A prefix as an installation would make it: include/, lib/ and lib/pkgconfig/.
pub fn installed(prefix: &Path) {
    let make = |folder: &str| std::fs::create_dir_all(prefix.join(folder)).unwrap();
    make("include");
    make("lib/pkgconfig");
    let header = here().join("include/uurwerk.h");
    std::fs::copy(header, prefix.join("include/uurwerk.h")).unwrap();
    let name = library().extension().unwrap().to_owned();
    let placed = prefix.join("lib/libuurwerk").with_extension(name);
    std::fs::copy(library(), placed).unwrap();
    let description = std::fs::read_to_string(here().join("uurwerk.pc.in")).unwrap();
    let description = description
        .replace("@PREFIX@", prefix.to_str().unwrap())
        .replace("@VERSION@", env!("CARGO_PKG_VERSION"));
    std::fs::write(prefix.join("lib/pkgconfig/uurwerk.pc"), description).unwrap();
}

/// Compiles the C client against an installation; the program.
pub fn compiled(prefix: &Path, more: &[&str]) -> PathBuf {
    let program = prefix.join("client");
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    run(Command::new(compiler)
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-D_GNU_SOURCE"])
        .args(more)
        .arg(here().join("examples/c/client.c"))
        .arg("-I")
        .arg(prefix.join("include"))
        .arg("-L")
        .arg(prefix.join("lib"))
        .args(["-luurwerk", "-pthread", "-o"])
        .arg(&program));
    program
}
