//! Clients as a vendor would write them, in four languages, each run as its own process. A client whose language is
//! not on the machine is skipped, which it says.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::{compiled, fine, fixture, have, here, installed, library, run, tiny};

#[test]
fn a_program_in_c() {
    let folder = tempfile::tempdir().unwrap();
    in_c(&tiny(folder.path()));
}

#[test]
fn a_program_in_python() {
    let folder = tempfile::tempdir().unwrap();
    in_python(&tiny(folder.path()));
}

#[test]
fn a_program_in_java() {
    let folder = tempfile::tempdir().unwrap();
    in_java(&tiny(folder.path()));
}

#[test]
fn a_program_in_node() {
    let folder = tempfile::tempdir().unwrap();
    in_node(&tiny(folder.path()));
}

#[test]
#[ignore = "long: four plans of the fixture, meant for the optimised build"]
fn all_of_them_plan_the_small_fixture() {
    in_c(&fixture());
    in_python(&fixture());
    in_java(&fixture());
    in_node(&fixture());
}

fn in_c(school: &Path) {
    if !have("cc", "--version") {
        return;
    }
    let prefix = tempfile::tempdir().unwrap();
    installed(prefix.path());
    let program = compiled(prefix.path(), &[]);
    let said = fine(
        Command::new(program)
            .arg(school)
            .env("LD_LIBRARY_PATH", prefix.path().join("lib"))
            .env("DYLD_LIBRARY_PATH", prefix.path().join("lib")),
    );
    assert!(
        said.contains("planned: ") && said.contains("cancelled: ") && said.contains("refused: ")
    );
}

/// What `pkg-config` says is enough to compile and link.
#[test]
fn pkg_config_knows_the_library() {
    if !have("pkg-config", "--version") {
        return;
    }
    let prefix = tempfile::tempdir().unwrap();
    installed(prefix.path());
    let asked = run(Command::new("pkg-config")
        .args(["--cflags", "--libs", "uurwerk"])
        .env("PKG_CONFIG_PATH", prefix.path().join("lib/pkgconfig")));
    let flags = String::from_utf8(asked.stdout).unwrap();
    let program = prefix.path().join("client");
    run(Command::new("cc")
        .args(["-std=c11", "-D_GNU_SOURCE", "-pthread"])
        .arg(here().join("examples/c/client.c"))
        .args(flags.split_whitespace())
        .arg("-o")
        .arg(program));
}

fn in_python(school: &Path) {
    if have("python3", "--version") {
        fine(
            Command::new("python3")
                .arg(here().join("examples/python/client.py"))
                .arg(school)
                .env("UURWERK_LIBRARY", library()),
        );
    }
}

/// JNA, as Debian's libjna-java installs it or where `JNA_JAR` says.
fn jna() -> Option<PathBuf> {
    let told = std::env::var_os("JNA_JAR").map(PathBuf::from);
    let found = told.unwrap_or_else(|| Path::new("/usr/share/java/jna.jar").to_owned());
    found.exists().then_some(found)
}

fn in_java(school: &Path) {
    if !have("javac", "-version") {
        return;
    }
    let Some(jna) = jna() else {
        eprintln!("skipped: JNA is not on this machine (Debian: apt-get install libjna-java)");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    run(Command::new("javac")
        .arg("-Xlint:all,-serial")
        .arg("-Werror")
        .arg("-cp")
        .arg(&jna)
        .arg("-d")
        .arg(folder.path())
        .arg(here().join("examples/java/Client.java")));
    let path = std::env::join_paths([jna.as_path(), folder.path()]).unwrap();
    fine(
        Command::new("java")
            .arg("-cp")
            .arg(path)
            .arg(format!("-Duurwerk.library={}", library().display()))
            .arg("Client")
            .arg(school),
    );
}

/// The folder with koffi in node_modules, as `scripts/setup-clients.sh` leaves it.
fn koffi() -> Option<PathBuf> {
    let told = std::env::var_os("KOFFI_MODULES").map(PathBuf::from);
    let found = told.unwrap_or_else(|| here().join("../../.tools/node/node_modules"));
    found.join("koffi").exists().then_some(found)
}

fn in_node(school: &Path) {
    if !have("node", "--version") {
        return;
    }
    let Some(modules) = koffi() else {
        eprintln!("skipped: koffi is not installed (scripts/setup-clients.sh installs it)");
        return;
    };
    fine(
        Command::new("node")
            .arg(here().join("examples/node/client.js"))
            .arg(school)
            .env("NODE_PATH", modules)
            .env("UURWERK_LIBRARY", library()),
    );
}

/// The client in C under valgrind's memcheck: no access that is wrong, nothing lost.
#[test]
#[ignore = "long: valgrind, meant for the optimised build"]
fn the_program_in_c_loses_no_memory() {
    if !have("valgrind", "--version") || !have("cc", "--version") {
        return;
    }
    let prefix = tempfile::tempdir().unwrap();
    installed(prefix.path());
    let program = compiled(prefix.path(), &["-g"]);
    fine(
        Command::new("valgrind")
            .args(["--quiet", "--error-exitcode=9", "--leak-check=full"])
            .args([
                "--show-leak-kinds=definite,indirect",
                "--errors-for-leak-kinds=definite,indirect",
            ])
            .arg(program)
            .arg(tiny(prefix.path()))
            .arg("200")
            .env("LD_LIBRARY_PATH", prefix.path().join("lib")),
    );
}
