//! XHSTT archives on the command line: solve one, or cost the solutions in one.

use std::path::Path;

use uurwerk::engine::{Control, Cost, Evaluation, Fault, SearchOptions, evaluate, solve};
use uurwerk::{Diagnostic, Diagnostics, Message};
use uurwerk_formats::xhstt::{
    Archive, ArchiveInstance, SolutionGroup, StoredSolution, XhsttFault, read_archive,
    read_solutions, write_archive,
};

use crate::args::Common;
use crate::clock::{self, Clock};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Solves the one instance of an archive and writes an archive with one solution group.
pub fn timetable(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let archive = archive(path)?;
    let [instance] = archive.instances.as_slice() else {
        let found = archive.instances.len() as i64;
        let fault = Diagnostic::error("UW0502", "").with("found", found);
        return Err(files::located(Diagnostics(vec![fault]), path));
    };
    let options = clock::options(common);
    let search = SearchOptions {
        seed: options.seed,
        threads: options.threads as usize,
        iterations: options.iterations,
        start: None,
    };
    let meter = console.progress(&clock);
    let limit = common.time_limit.as_secs_f64().max(1e-9);
    let outcome = solve(
        &instance.instance,
        &search,
        &Control {
            stop: &|| clock.stop(),
            used: Some(&|| clock.elapsed().as_secs_f64() / limit),
            incumbent: Some(&|cost, _| meter.show(progress(cost))),
        },
    );
    drop(meter);
    let outcome = outcome.map_err(|faults| refused(&faults, path))?;
    let group = SolutionGroup {
        id: format!(
            "uurwerk-{}-seed-{}",
            env!("CARGO_PKG_VERSION"),
            options.seed
        ),
        contributor: "Uurwerk".to_owned(),
        date: String::new(),
        description: format!(
            "{} threads, {} iterations",
            options.threads,
            options
                .iterations
                .map_or_else(|| "no limit of".to_owned(), |n| n.to_string())
        ),
    };
    if let Some(output) = output {
        let text = write_archive(instance, &group, std::slice::from_ref(&outcome.solution));
        files::write(output, text.as_bytes())?;
    }
    let bound = outcome.bound.cost;
    console.summary(&format!(
        "{} hard={} soft={} bound=({}, {})\n",
        instance.id, outcome.cost.hard, outcome.cost.soft, bound.hard, bound.soft
    ))?;
    // An instance may have no solution without hard cost; then meeting the bound is all that can be asked.
    Ok(if outcome.cost.hard <= bound.hard {
        Exit::Done
    } else {
        Exit::OutOfTime
    })
}

/// Costs every stored solution of an instance, constraint by constraint.
pub fn costs(console: &Console, path: &Path, solutions: Option<&Path>) -> Result<Exit, Failure> {
    let archive = archive(path)?;
    let from = solutions.unwrap_or(path);
    let found: Vec<StoredSolution> = read_solutions(&files::bytes(from)?, &archive.instances)
        .map_err(|faults| located(&faults, from))?;
    if found.is_empty() {
        let fault = Diagnostic::error("UW0503", "");
        return Err(files::located(Diagnostics(vec![fault]), from));
    }
    let mut feasible = true;
    for stored in &found {
        let instance = &archive.instances[stored.instance];
        let evaluation = evaluate(&instance.instance, &stored.solution)
            .map_err(|faults| refused(&faults, from))?;
        feasible &= evaluation.cost.hard == 0;
        console.print(&costs_of(console, instance, stored, &evaluation))?;
    }
    Ok(if feasible {
        Exit::Done
    } else {
        Exit::OutOfTime
    })
}

fn costs_of(
    console: &Console,
    instance: &ArchiveInstance,
    stored: &StoredSolution,
    evaluation: &Evaluation,
) -> String {
    let mut text = Message::new("cli-evaluated")
        .with("instance", instance.id.as_str())
        .with("group", stored.group.as_str())
        .text(console.language);
    text.push('\n');
    for (name, constraint) in instance
        .names
        .constraints
        .iter()
        .zip(&evaluation.constraints)
    {
        if constraint.cost != Cost::default() {
            text.push_str(&format!(
                "  {name}\thard={}\tsoft={}\n",
                constraint.cost.hard, constraint.cost.soft
            ));
        }
    }
    text.push_str(&format!(
        "hard={} soft={}\n",
        evaluation.cost.hard, evaluation.cost.soft
    ));
    text
}

fn archive(path: &Path) -> Result<Archive, Failure> {
    read_archive(&files::bytes(path)?).map_err(|faults| located(&faults, path))
}

fn located(faults: &[XhsttFault], path: &Path) -> Failure {
    files::located(
        Diagnostics(faults.iter().map(Diagnostic::from).collect()),
        path,
    )
}

fn refused(faults: &[Fault], path: &Path) -> Failure {
    let faults = faults.iter().map(|fault| {
        Diagnostic::error("UW3113", "")
            .with("id", "")
            .with("detail", fault.to_string())
    });
    files::located(Diagnostics(faults.collect()), path)
}

/// A search's progress as the console shows it.
pub fn progress(cost: Cost) -> uurwerk::Progress {
    uurwerk::Progress {
        stage: uurwerk::Stage::Timetable,
        hard: Some(cost.hard),
        soft: Some(cost.soft),
        bound: None,
    }
}
