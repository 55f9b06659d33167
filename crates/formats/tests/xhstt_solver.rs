//! On the instances of the XHSTT archive: the incremental cost equals the cost from scratch after chained edits, and what the solver writes has,
//! read back and for an independent evaluator, the cost that the solver claims.
//! The archive is found through `UURWERK_SHARED` (default: `shared` beside the workspace); without it the tests say so and end.

use std::path::{Path, PathBuf};
use std::process::Command;
use uurwerk_engine::{Control, SearchOptions, Solution, evaluate, probe, solve};
use uurwerk_formats::xhstt::{
    ArchiveInstance, SolutionGroup, read_archive, read_solutions, write_archive,
};

fn archive_folder() -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var_os("UURWERK_SHARED")
        .map_or_else(|| PathBuf::from(default), PathBuf::from)
        .join("xhstt");
    if !folder.is_dir() {
        println!("skipped: no XHSTT archive in {}", folder.display());
        return None;
    }
    Some(folder)
}

fn instance(path: &Path) -> ArchiveInstance {
    let bytes = std::fs::read(path).expect("instance file");
    let mut archive =
        read_archive(&bytes).unwrap_or_else(|faults| panic!("{}: {}", path.display(), faults[0]));
    archive.instances.remove(0)
}

fn edits_agree(edits: u64, every: u64, greatest_file: u64) {
    let Some(folder) = archive_folder() else {
        return;
    };
    let mut files: Vec<_> = std::fs::read_dir(folder.join("instances"))
        .expect("instances")
        .flatten()
        .collect();
    files.retain(|file| {
        file.metadata()
            .is_ok_and(|data| data.len() <= greatest_file)
    });
    assert!(!files.is_empty());
    for file in files {
        let archive = instance(&file.path());
        let mismatch =
            probe::random_edits(&archive.instance, &Solution::default(), 7, edits, every)
                .expect("the empty solution is valid");
        assert_eq!(mismatch, None, "{}", archive.id);
    }
}

#[test]
fn chained_edits_agree_with_evaluation_from_scratch() {
    edits_agree(2_000, 500, 300_000);
}

#[test]
#[ignore = "a million edits on every instance take minutes, in a release build"]
fn a_million_chained_edits_agree_with_evaluation_from_scratch() {
    edits_agree(1_000_000, 20_000, u64::MAX);
}

#[test]
fn improving_solutions_are_told_as_they_come() {
    let Some(folder) = archive_folder() else {
        return;
    };
    let archive = instance(&folder.join("instances/BrazilInstance1_XHSTT-v2014.xml"));
    let told = std::sync::Mutex::new(Vec::new());
    let options = SearchOptions {
        threads: 2,
        iterations: Some(100_000),
        ..SearchOptions::default()
    };
    let control = Control {
        incumbent: Some(&|cost, solution| {
            let mut told = told.lock().expect("no listener panics");
            told.push((cost, solution.clone()));
        }),
        ..Control::endless()
    };
    let outcome = solve(&archive.instance, &options, &control).expect("no start solution");
    let told = told.into_inner().expect("no listener panics");
    assert!(told.len() > 1, "told {} times", told.len());
    assert!(told.windows(2).all(|pair| pair[1].0 < pair[0].0));
    for (cost, solution) in &told {
        let found = evaluate(&archive.instance, solution).expect("valid").cost;
        assert_eq!(found, *cost);
    }
    assert_eq!(told.last().map(|(cost, _)| *cost), Some(outcome.cost));
}

#[test]
fn what_the_solver_writes_is_what_others_read() {
    let Some(folder) = archive_folder() else {
        return;
    };
    for name in [
        "BrazilInstance1_XHSTT-v2014",
        "ArtificialSudoku4x4_XHSTT2014A",
    ] {
        let path = folder.join(format!("instances/{name}.xml"));
        let archive = instance(&path);
        let options = SearchOptions {
            iterations: Some(4_000),
            ..SearchOptions::default()
        };
        let outcome =
            solve(&archive.instance, &options, &Control::endless()).expect("no start solution");
        let group = SolutionGroup {
            id: "a & b".to_owned(),
            contributor: "<nobody>".to_owned(),
            ..SolutionGroup::default()
        };
        let text = write_archive(&archive, &group, std::slice::from_ref(&outcome.solution));
        // Our own reader, and the instance repeated in the file, give the same cost again.
        let again = read_archive(text.as_bytes())
            .unwrap_or_else(|faults| panic!("{}", faults[0]))
            .instances
            .remove(0);
        let stored = read_solutions(text.as_bytes(), std::slice::from_ref(&again))
            .unwrap_or_else(|faults| panic!("{}", faults[0]));
        assert_eq!(stored[0].group, "a & b");
        assert_eq!(
            evaluate(&again.instance, &stored[0].solution)
                .expect("valid")
                .cost,
            outcome.cost
        );
        // So does the independent evaluator, when there is a Python to run it.
        let file = std::env::temp_dir().join(format!("uurwerk-{}-{name}.xml", std::process::id()));
        std::fs::write(&file, &text).expect("temporary file");
        let judged = Command::new("python3")
            .arg(folder.join("xhstt_eval.py"))
            .arg(&file)
            .output();
        std::fs::remove_file(&file).expect("temporary file");
        match judged {
            Err(error) => println!("skipped: python3 does not run: {error}"),
            Ok(output) => {
                let line = String::from_utf8_lossy(&output.stdout);
                let expected = format!("hard={}\tsoft={}", outcome.cost.hard, outcome.cost.soft);
                assert!(
                    line.trim_end().ends_with(&expected),
                    "{name}: {line} expected {expected}"
                );
            }
        }
    }
}
