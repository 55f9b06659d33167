//! On the schools of the shared folder: all are read, the incremental cost equals the cost from scratch, what is written is read back, and FET
//! itself counts what is counted here. The files are found through `UURWERK_SHARED` (default: `shared` beside the workspace); without them,
//! or without the program `fet-cl`, the tests say so and end.

use std::path::{Path, PathBuf};
use std::process::Command;
use uurwerk_engine::{Control, SearchOptions, Solution, evaluate, probe, solve};
use uurwerk_formats::fet::{FetFile, read, read_solution, write_solution};

fn examples(greatest: u64) -> Vec<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var_os("UURWERK_SHARED")
        .map_or_else(|| PathBuf::from(default), PathBuf::from)
        .join("fet/examples");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: no FET files in {}", folder.display());
        return Vec::new();
    };
    let fits = |path: &PathBuf| path.metadata().is_ok_and(|data| data.len() <= greatest);
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(fits);
    files.sort();
    assert!(!files.is_empty());
    files
}

fn file(path: &Path) -> FetFile {
    let bytes = std::fs::read(path).expect("a file that was listed");
    read(&bytes).unwrap_or_else(|faults| panic!("{}: {}", path.display(), faults[0]))
}

fn solved(file: &FetFile, iterations: u64) -> uurwerk_engine::Outcome {
    let options = SearchOptions {
        iterations: Some(iterations),
        ..SearchOptions::default()
    };
    solve(&file.instance, &options, &Control::endless()).expect("no start solution")
}

#[test]
fn every_school_is_read_and_nothing_of_it_left_aside() {
    for path in examples(u64::MAX) {
        let file = file(&path);
        let left: Vec<_> = file
            .notes
            .iter()
            .filter(|note| ["UW3250", "UW3251"].contains(&note.code))
            .collect();
        assert!(left.is_empty(), "{}: {left:?}", path.display());
        assert_eq!(
            file.origins.len(),
            file.instance.problem().constraints.len()
        );
    }
}

#[test]
fn chained_edits_agree_with_evaluation_from_scratch() {
    for path in examples(230_000) {
        let mismatch =
            probe::random_edits(&file(&path).instance, &Solution::default(), 7, 400, 100)
                .expect("the empty solution is valid");
        assert_eq!(mismatch, None, "{}", path.display());
    }
}

#[test]
fn what_is_written_is_read_back() {
    for path in examples(200_000) {
        let file = file(&path);
        let outcome = solved(&file, 20_000);
        let text = write_solution(&file, &outcome.solution);
        let again = read_solution(text.as_bytes(), &file)
            .unwrap_or_else(|faults| panic!("{}: {}", path.display(), faults[0]));
        let cost = evaluate(&file.instance, &again).expect("valid").cost;
        assert_eq!(cost, outcome.cost, "{}", path.display());
    }
}

/// Whatever of a timetable has no place stands where the file's own locks put it, on reading and in a file read anew.
#[test]
fn an_unfinished_timetable_costs_the_same_however_it_is_read() {
    for path in examples(170_000) {
        let file = file(&path);
        let mut unfinished = solved(&file, 5_000).solution;
        for meet in unfinished.meets.iter_mut().step_by(2) {
            meet.start = None;
        }
        let cost = |file: &FetFile, solution: &Solution| {
            evaluate(&file.instance, solution).expect("valid").cost
        };
        let text = write_solution(&file, &unfinished);
        let read_back = read_solution(text.as_bytes(), &file).expect("what was written");
        let written = read(text.as_bytes()).expect("what was written");
        let in_itself = read_solution(text.as_bytes(), &written).expect("what was written");
        assert_eq!(cost(&file, &read_back), cost(&written, &in_itself));
        let again = write_solution(&file, &read_back);
        assert_eq!(text, again, "{}", path.display());
    }
}

#[test]
#[ignore = "solving a school and having FET judge it takes half a minute"]
fn fet_counts_the_soft_conflicts_that_are_counted_here() {
    let Some(path) = examples(u64::MAX)
        .into_iter()
        .find(|path| path.ends_with("sa-saudi2.fet"))
    else {
        return;
    };
    let file = file(&path);
    let outcome = solved(&file, 6_000_000);
    assert_eq!(outcome.cost.hard, 0);
    let folder = std::env::temp_dir().join(format!("uurwerk-fet-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("temporary folder");
    let locked = folder.join("locked.fet");
    std::fs::write(&locked, write_solution(&file, &outcome.solution)).expect("temporary file");
    let run = Command::new("fet-cl")
        .arg(format!("--inputfile={}", locked.display()))
        .arg(format!("--outputdir={}", folder.display()))
        .args(["--language=en_US", "--htmllevel=0", "--timelimitseconds=20"])
        .env("QT_QPA_PLATFORM", "offscreen")
        .output();
    if let Err(error) = run {
        println!("skipped: fet-cl does not run: {error}");
        return;
    }
    let report = folder.join("timetables/locked/locked_soft_conflicts.txt");
    let report = std::fs::read_to_string(report).expect("FET accepts the timetable");
    std::fs::remove_dir_all(&folder).expect("temporary folder");
    let total = format!(
        "Total soft conflicts: {}",
        file.soft_total(outcome.cost.soft)
    );
    assert!(
        report.lines().any(|line| line == total),
        "{total}: {report}"
    );
}
