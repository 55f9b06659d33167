//! FET files on the command line: solve one, cost the timetable in one, check one.

use std::path::Path;

use uurwerk::engine::{Cost, Fault, evaluate};
use uurwerk::{Diagnostic, Diagnostics, Message};
use uurwerk_formats::fet::{FetFault, FetFile, read, read_solution, write_solution};

use super::search::search;
use crate::args::Common;
use crate::clock::Clock;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Solves a file and writes it back with the timetable as locks.
pub fn timetable(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let file = file(console, path)?;
    let outcome = search(common, console, &clock, &file.instance);
    let outcome = outcome.map_err(|faults| refused(&faults, path))?;
    let text = write_solution(&file, &outcome.solution);
    // What is written also has the file's own locks: they hold for whatever was left without a place.
    let written = read_solution(text.as_bytes(), &file).map_err(|faults| located(&faults, path))?;
    let cost = evaluate(&file.instance, &written).map_err(|faults| refused(&faults, path))?;
    if let Some(output) = output {
        files::write(output, text.as_bytes())?;
    }
    console.summary(&summary(console, &file, cost.cost))?;
    Ok(exit_of(cost.cost))
}

/// Costs the timetable that the locks of a file make, constraint by constraint.
pub fn costs(console: &Console, path: &Path, solution: Option<&Path>) -> Result<Exit, Failure> {
    let file = file(console, path)?;
    let from = solution.unwrap_or(path);
    let stored =
        read_solution(&files::bytes(from)?, &file).map_err(|faults| located(&faults, from))?;
    let evaluation = evaluate(&file.instance, &stored).map_err(|faults| refused(&faults, from))?;
    let mut costs = vec![Cost::default(); file.constraints.len()];
    let mut implied = Cost::default();
    for (origin, constraint) in file.origins.iter().zip(&evaluation.constraints) {
        *origin.map_or(&mut implied, |origin| &mut costs[origin]) += constraint.cost;
    }
    for (constraint, cost) in file.constraints.iter().zip(costs) {
        if cost != Cost::default() {
            console.print(&format!(
                "  {}:{}\thard={}\tsoft={}\n",
                constraint.line,
                constraint.family,
                cost.hard,
                file.soft_total(cost.soft)
            ))?;
        }
    }
    console.print(&summary(console, &file, evaluation.cost))?;
    Ok(exit_of(evaluation.cost))
}

/// Reads a file and tells what there is in it.
pub fn check(console: &Console, path: &Path) -> Result<Exit, Failure> {
    let file = file(console, path)?;
    let problem = file.instance.problem();
    let counts = Message::new("cli-fet-fine")
        .with("activities", problem.events.len() as i64)
        .with("constraints", file.constraints.len() as i64);
    console.answer(&counts)?;
    Ok(Exit::Done)
}

/// The cost in the engine's whole numbers on the last line, as every command gives it, and before it the total as FET counts.
fn summary(console: &Console, file: &FetFile, cost: Cost) -> String {
    let total = Message::new("cli-fet-total")
        .with("total", file.soft_total(cost.soft))
        .text(console.language);
    format!("{total}\nhard={} soft={}\n", cost.hard, cost.soft)
}

fn exit_of(cost: Cost) -> Exit {
    if cost.hard == 0 {
        Exit::Done
    } else {
        Exit::OutOfTime
    }
}

/// Reads a file, and tells what of it is not held to.
fn file(console: &Console, path: &Path) -> Result<FetFile, Failure> {
    let file = read(&files::bytes(path)?).map_err(|faults| located(&faults, path))?;
    let name = path.display().to_string();
    let notes = file
        .notes
        .iter()
        .map(|note| Diagnostic::from(note).in_file(name.clone()));
    console.warnings(&Diagnostics(notes.collect()));
    Ok(file)
}

fn located(faults: &[FetFault], path: &Path) -> Failure {
    files::located(
        Diagnostics(faults.iter().map(Diagnostic::from).collect()),
        path,
    )
}

fn refused(faults: &[Fault], path: &Path) -> Failure {
    let faults = faults.iter().map(|fault| {
        Diagnostic::error("UW3213", "")
            .with("id", "")
            .with("detail", fault.to_string())
    });
    files::located(Diagnostics(faults.collect()), path)
}
