//! XHSTT archives on the command line: solve one, or cost the solutions in one.

use std::path::Path;

use serde::Serialize;
use uurwerk::engine::{Cost, Evaluation, Fault, evaluate};
use uurwerk::{Diagnostic, Diagnostics, Message};
use uurwerk_formats::xhstt::{
    Archive, ArchiveInstance, SolutionGroup, StoredSolution, XhsttFault, read_archive,
    read_solutions, write_archive,
};

use super::bound;
use super::search::search;
use crate::args::{Common, Format};
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
    certificate: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let instance = &only_instance(path)?;
    let options = clock::options(common);
    let outcome = search(common, console, &clock, &instance.instance);
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
    let (cost, bound) = (outcome.cost, outcome.bound.cost);
    if console.format == Format::Json {
        console.print(&files::json(&Timetabled {
            instance: &instance.id,
            hard: cost.hard,
            soft: cost.soft,
            bound: [bound.hard, bound.soft],
        })?)?;
    } else {
        console.summary(&format!(
            "{} {cost} bound=({}, {})\n",
            instance.id, bound.hard, bound.soft
        ))?;
        console.summary(&bound::gap(console, cost, bound))?;
        console.summary(&bound::reasons(console, instance, &outcome.bound))?;
    }
    if let Some(certificate) = certificate {
        bound::write(instance, &outcome.bound, certificate)?;
    }
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
    let mut costed = Vec::new();
    for stored in &found {
        let instance = &archive.instances[stored.instance];
        let evaluation = evaluate(&instance.instance, &stored.solution)
            .map_err(|faults| refused(&faults, from))?;
        costed.push(Costed::new(instance, stored, &evaluation));
    }
    if console.format == Format::Json {
        console.print(&files::json(&costed)?)?;
    } else {
        costed
            .iter()
            .try_for_each(|costed| console.print(&costed.text(console)))?;
    }
    Ok(if costed.iter().all(|costed| costed.hard == 0) {
        Exit::Done
    } else {
        Exit::OutOfTime
    })
}

/// What is said of a solved instance.
#[derive(Serialize)]
struct Timetabled<'a> {
    instance: &'a str,
    hard: i64,
    soft: i64,
    bound: [i64; 2],
}

/// What a stored solution costs.
#[derive(Serialize)]
struct Costed<'a> {
    instance: &'a str,
    group: &'a str,
    /// The constraints that cost something.
    constraints: Vec<Charged<'a>>,
    hard: i64,
    soft: i64,
}

/// What a constraint costs.
#[derive(Serialize)]
struct Charged<'a> {
    id: &'a str,
    hard: i64,
    soft: i64,
}

impl<'a> Costed<'a> {
    fn new(
        instance: &'a ArchiveInstance,
        stored: &'a StoredSolution,
        evaluation: &Evaluation,
    ) -> Self {
        let names = instance.names.constraints.iter();
        let constraints = names
            .zip(&evaluation.constraints)
            .filter(|(_, constraint)| constraint.cost != Cost::default())
            .map(|(id, constraint)| Charged {
                id,
                hard: constraint.cost.hard,
                soft: constraint.cost.soft,
            });
        Self {
            instance: &instance.id,
            group: &stored.group,
            constraints: constraints.collect(),
            hard: evaluation.cost.hard,
            soft: evaluation.cost.soft,
        }
    }

    fn text(&self, console: &Console) -> String {
        let mut text = Message::new("cli-evaluated")
            .with("instance", self.instance)
            .with("group", self.group)
            .text(console.language);
        text.push('\n');
        for Charged { id, hard, soft } in &self.constraints {
            text.push_str(&format!("  {id}\thard={hard}\tsoft={soft}\n"));
        }
        text.push_str(&format!("hard={} soft={}\n", self.hard, self.soft));
        text
    }
}

/// The instance of an archive that holds one.
pub fn only_instance(path: &Path) -> Result<ArchiveInstance, Failure> {
    let mut instances = archive(path)?.instances;
    match instances.pop() {
        Some(instance) if instances.is_empty() => Ok(instance),
        last => {
            let found = (instances.len() + usize::from(last.is_some())) as i64;
            let fault = Diagnostic::error("UW0502", "").with("found", found);
            Err(files::located(Diagnostics(vec![fault]), path))
        }
    }
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
