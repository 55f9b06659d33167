//! `uurwerk what-if` and `uurwerk compare`: the smallest change to a plan, and plans side by side.

use std::path::{Path, PathBuf};

use uurwerk::what_if::{Ask, Documents, Measure, Named, difference, what_if_documents};
use uurwerk::{
    Diagnostic, Diagnostics, DifferenceDocument, PlanFailure, ScenarioDocument, School, report,
};

use super::plan::{exit_of, read, watched};
use crate::args::{Common, Format, Order};
use crate::clock::Clock;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// What `what-if` is given.
pub struct Request<'a> {
    pub plan: &'a Path,
    pub school: &'a Path,
    pub scenarios: &'a [PathBuf],
    pub order: &'a [Order],
    pub list: u32,
    pub take: Option<u32>,
    pub output: Option<&'a Path>,
    pub school_output: Option<&'a Path>,
    pub html: Option<&'a Path>,
}

/// Plans anew with the smallest change, writes the plan and the changed school, tells the difference.
pub fn run(common: &Common, console: &Console, request: &Request) -> Result<Exit, Failure> {
    if request.take.is_some_and(|take| take > request.list) {
        return Err(Failure::Usage(
            "--take N: the list has no more plans than --list says".to_owned(),
        ));
    }
    let clock = Clock::start(common);
    let documents = files::both(read(console, request.school), files::plan(request.plan));
    let ((school, plan), chain) = files::both(documents, chain(request.scenarios))?;
    let scenarios: Vec<ScenarioDocument> = chain.iter().map(|(_, s)| s.clone()).collect();
    let ask = Ask {
        order: order(request.order),
        steps: request.list,
        ..Ask::default()
    };
    let found = watched(common, console, &clock, |options, control| {
        what_if_documents(&school, &plan, &scenarios, &ask, options, control)
    });
    let found = found.map_err(|(at, failure)| match (failure, at) {
        (PlanFailure::Conflict(conflict), _) => Failure::Conflict(conflict),
        (PlanFailure::Input(faults), Some(at)) => files::located(faults, &chain[at].0),
        (PlanFailure::Input(faults), None) => files::located(faults, request.plan),
    })?;
    let Documents {
        school: changed,
        plans,
        difference,
    } = found;
    // The list may have become shorter than was asked for.
    let chosen = (request.take.unwrap_or(0) as usize).min(plans.len().saturating_sub(1));
    let Some(plan) = plans.get(chosen) else {
        return Ok(Exit::OutOfTime); // A what-if without an error gives a plan.
    };
    if let Some(path) = request.output {
        files::write(path, files::json(plan)?.as_bytes())?;
    }
    if let Some(path) = request.school_output {
        files::write(path, files::json(changed.document())?.as_bytes())?;
    }
    tell(console, &difference, &[&school, &changed], request.html)?;
    let seconds = format!("{:.1}", clock.elapsed().as_secs_f64());
    console.info(&uurwerk::Message::new("cli-took").with("seconds", seconds));
    Ok(exit_of(plan))
}

/// Compares plans.
pub fn compare(
    console: &Console,
    plans: &[PathBuf],
    schools: &[PathBuf],
    html: Option<&Path>,
) -> Result<Exit, Failure> {
    let (documents, schools) = files::both(
        files::all(plans.iter().map(|path| files::plan(path))),
        files::all(schools.iter().map(|path| files::school(path))),
    )?;
    let schools: Vec<&School> = schools.iter().collect();
    let names: Vec<String> = plans
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let named: Vec<Named> = names
        .iter()
        .zip(&documents)
        .map(|(name, plan)| Named { name, plan })
        .collect();
    tell(console, &difference(&named, &schools), &schools, html)?;
    Ok(Exit::Done)
}

fn tell(
    console: &Console,
    difference: &DifferenceDocument,
    schools: &[&School],
    html: Option<&Path>,
) -> Result<(), Failure> {
    if let Some(path) = html {
        let page = report::difference_html(difference, schools, console.language);
        files::write(path, page.as_bytes())?;
    }
    match console.format {
        Format::Json => console.print(&files::json(difference)?),
        Format::Text => console.summary(&report::difference_text(
            difference,
            schools,
            console.language,
        )),
    }
}

/// The measures in the order asked for; those that were not named come after.
pub fn order(asked: &[Order]) -> [Measure; 3] {
    let named = asked.iter().map(|order| match order {
        Order::Lessons => Measure::Lessons,
        Order::People => Measure::People,
        Order::Classes => Measure::Classes,
    });
    let all = [Measure::Lessons, Measure::People, Measure::Classes];
    let mut order: Vec<Measure> = Vec::new();
    for measure in named.chain(all) {
        if !order.contains(&measure) {
            order.push(measure);
        }
    }
    [order[0], order[1], order[2]] // Every measure is in `all`, and none is twice.
}

/// The scenarios, each after those that it builds on, with their files.
pub fn chain(paths: &[PathBuf]) -> Result<Vec<(PathBuf, ScenarioDocument)>, Failure> {
    let chains = files::all(paths.iter().map(|path| one_chain(path)))?;
    Ok(chains.into_iter().flatten().collect())
}

fn one_chain(path: &Path) -> Result<Vec<(PathBuf, ScenarioDocument)>, Failure> {
    let mut own: Vec<(PathBuf, ScenarioDocument)> = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let scenario = files::scenario(&path)?;
        let same = |known: &PathBuf| {
            std::fs::canonicalize(known).ok() == std::fs::canonicalize(&path).ok()
        };
        if own.iter().any(|(known, _)| same(known)) {
            let fault =
                Diagnostic::error("UW0704", "/base").with("path", path.display().to_string());
            return Err(files::located(Diagnostics(vec![fault]), &path));
        }
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        next = scenario.base.as_ref().map(|base| folder.join(base));
        own.push((path, scenario));
    }
    own.reverse();
    Ok(own)
}
