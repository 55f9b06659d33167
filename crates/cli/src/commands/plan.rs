//! `uurwerk plan`: the main job.

use std::path::Path;

use uurwerk::{Control, Message, Options, PlanDocument, PlanFailure, School, Status, report};

use crate::args::{Common, Format};
use crate::clock::{self, Clock};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Reads a school, plans it, writes the plan and the page, tells the summary.
pub fn run(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
    html: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let school = read(console, path)?;
    let plan = watched(common, console, &clock, |options, control| {
        uurwerk::plan(&school, options, control)
    });
    let plan = plan.map_err(|failure| refused(failure, path))?;
    // The plan comes first: no page that cannot be written takes it along.
    deliver(console, &school, &plan, output)?;
    if let Some(page) = html {
        files::write(
            page,
            report::html(&school, &plan, console.language).as_bytes(),
        )?;
    }
    let seconds = format!("{:.1}", clock.elapsed().as_secs_f64());
    console.info(&Message::new("cli-took").with("seconds", seconds));
    Ok(exit_of(&plan))
}

/// Reads a school and tells what looks odd in it.
pub fn read(console: &Console, path: &Path) -> Result<School, Failure> {
    let school = files::school(path)?;
    console.warnings(school.warnings());
    Ok(school)
}

/// Runs a long job under the clock, with its progress on the terminal.
pub fn watched<T>(
    common: &Common,
    console: &Console,
    clock: &Clock,
    job: impl FnOnce(&Options, &Control) -> T,
) -> T {
    let meter = console.progress(clock);
    clock.control(&|progress| meter.show(progress), |control| {
        job(&clock::options(common), control)
    })
}

/// What a refused school is to the command line.
pub fn refused(failure: PlanFailure, path: &Path) -> Failure {
    match failure {
        PlanFailure::Input(faults) => files::located(faults, path),
        PlanFailure::Conflict(conflict) => Failure::Conflict(conflict),
    }
}

/// Writes a plan where it was asked for and tells about it.
pub fn deliver(
    console: &Console,
    school: &School,
    plan: &PlanDocument,
    output: Option<&Path>,
) -> Result<(), Failure> {
    let json = files::json(plan)?;
    if let Some(output) = output {
        files::write(output, json.as_bytes())?;
    }
    match (console.format, output) {
        (Format::Json, None) => console.print(&json),
        (Format::Json, Some(_)) => console.print(&files::json(&report::summary(
            school,
            plan,
            console.language,
        ))?),
        (Format::Text, _) => {
            let summary = report::summary(school, plan, console.language);
            console.summary(&report::text(&summary, console.style()))
        }
    }
}

/// Whether every hard rule holds.
pub fn exit_of(plan: &PlanDocument) -> Exit {
    let proofs = [
        Some(plan.certificate.allocation),
        plan.certificate.timetable,
    ];
    let incomplete = proofs
        .iter()
        .flatten()
        .any(|proof| proof.status == Status::Incomplete);
    if incomplete {
        Exit::OutOfTime
    } else {
        Exit::Done
    }
}
