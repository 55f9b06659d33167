//! The page of results.

use crate::store::{Program, Run, Store};
use anyhow::Result;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// Writes the page for one version of the solver.
pub fn write(path: &Path, store: &Store, version: &str, threads: usize) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, page(store, version, threads)?)?;
    Ok(())
}

fn page(store: &Store, version: &str, threads: usize) -> Result<String> {
    let mut page = format!(
        "# Files of FET, beside FET itself\n\n\
         `cargo run --release -p uurwerk-benches --bin fet` makes this page; finished runs are kept and not made again.\n\n\
         Both programs ran one after the other on the same machine ({}); FET with one thread, Uurwerk (commit {version}) with {threads}. Times are\n\
         wall-clock seconds from reading the file to having written the timetable, medians over the seeds. Uurwerk stops as soon as no hard\n\
         conflict is left and there are no more soft ones than FET had with the same seed. Its timetables are judged by FET, which is given the\n\
         file with every activity locked: \"solved\" is the number of runs in which FET says that no hard conflict is left, \"soft\" FET's own total.\n\
         The load is the number of processes that wanted the processor, on average.\n\n\
         | file | FET solved | s | soft | Uurwerk solved | s | of FET's time | soft | load |\n|--|--|--|--|--|--|--|--|--|\n",
        uurwerk_benches::machine::processor()
    );
    let files: BTreeSet<&str> = store.runs().iter().map(|run| run.file.as_str()).collect();
    let (mut beaten, mut both) = (0, 0);
    for file in files {
        let of = |program: Program| -> Vec<&Run> {
            store
                .runs()
                .iter()
                .filter(|run| {
                    run.file == file
                        && run.program == program
                        && (program == Program::Fet || run.version == version)
                })
                .collect()
        };
        let (theirs, ours) = (of(Program::Fet), of(Program::Uurwerk));
        let (them, us) = (median(&theirs), median(&ours));
        let part = if theirs.iter().any(|run| run.solved) && !ours.is_empty() {
            both += 1;
            beaten += u32::from(
                us.solved == ours.len() && us.seconds * 2.0 <= them.seconds && us.soft <= them.soft,
            );
            format!("{:.0} %", 100.0 * us.seconds / them.seconds)
        } else {
            "–".to_owned()
        };
        writeln!(
            page,
            "| {file} | {} of {} | {:.1} | {} | {} of {} | {:.1} | {part} | {} | {:.0} |",
            them.solved,
            theirs.len(),
            them.seconds,
            number(them.soft),
            us.solved,
            ours.len(),
            us.seconds,
            number(us.soft),
            us.load
        )?;
    }
    writeln!(
        page,
        "\nOf {both} files that FET solves, {beaten} were solved in every run in at most half of its time with no more soft conflicts."
    )?;
    Ok(page)
}

/// What the runs of one program on one file come to.
#[derive(Default)]
struct Median {
    solved: usize,
    seconds: f64,
    soft: Option<f64>,
    load: f64,
}

fn median(runs: &[&Run]) -> Median {
    let solved: Vec<&&Run> = runs.iter().filter(|run| run.solved).collect();
    // Times of runs without success are limits, and tell nothing beside those of success.
    let timed: Vec<f64> = if solved.is_empty() {
        runs.iter().map(|run| run.seconds).collect()
    } else {
        solved.iter().map(|run| run.seconds).collect()
    };
    Median {
        solved: solved.len(),
        seconds: middle(timed).unwrap_or(f64::NAN),
        soft: middle(solved.iter().filter_map(|run| run.soft).collect()),
        load: middle(runs.iter().filter_map(|run| run.load).collect()).unwrap_or(f64::NAN),
    }
}

fn middle(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

fn number(number: Option<f64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| format!("{number:.2}"))
}
