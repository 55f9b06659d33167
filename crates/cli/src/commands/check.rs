//! `uurwerk check` and `uurwerk explain`: what is wrong with a school, before and instead of a plan.

use std::path::Path;
use std::time::Duration;

use uurwerk::explain::Explained;
use uurwerk::{Message, PlanFailure};

use super::fet;
use super::plan::{exit_of, read, refused, watched};
use crate::args::{Common, Format};
use crate::clock::Clock;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files::{self, FileKind};

/// A check that takes longer is no check.
const LIMIT: Duration = Duration::from_millis(1500);

/// Validates a school and counts whether it can be served at all.
pub fn run(common: &Common, console: &Console, path: &Path) -> Result<Exit, Failure> {
    let quick = Common {
        time_limit: common.time_limit.min(LIMIT),
        ..common.clone()
    };
    let clock = Clock::start(&quick);
    if files::kind(path)? == FileKind::Fet {
        return fet::check(console, path);
    }
    let school = read(console, path)?;
    match clock.control(&|_| (), |control| uurwerk::check(&school, control)) {
        Ok(()) => {
            let counts = Message::new("cli-check-fine")
                .with("lessons", school.lessons().len() as i64)
                .with("staff", school.staff().len() as i64)
                .with("classes", school.classes().len() as i64);
            console.summary(&format!("{}\n", counts.text(console.language)))?;
            Ok(Exit::Done)
        }
        Err(failure) => Err(refused(failure, path)),
    }
}

/// Looks for the conflict that makes a school impossible.
pub fn explain(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let school = read(console, path)?;
    let explained = clock.control(&|_| (), |control| {
        uurwerk::explain::explain(&school, control)
    });
    let conflict = match explained.map_err(|faults| files::located(faults, path))? {
        Explained::Conflict(conflict) => conflict,
        Explained::Possible => return say(console, "cli-explain-proved", Exit::Done),
        Explained::Unknown => {
            // A plan that keeps every hard rule shows that there is none.
            let planned = watched(common, console, &clock, |options, control| {
                uurwerk::plan(&school, options, control)
            });
            match planned {
                Ok(plan) if exit_of(&plan) == Exit::Done => {
                    return say(console, "cli-explain-none", Exit::Done);
                }
                Ok(_) => return say(console, "cli-explain-unknown", Exit::OutOfTime),
                Err(PlanFailure::Input(faults)) => return Err(files::located(faults, path)),
                Err(PlanFailure::Conflict(conflict)) => conflict,
            }
        }
    };
    let json = files::json(&conflict)?;
    if let Some(output) = output {
        files::write(output, json.as_bytes())?;
    }
    match console.format {
        Format::Json => console.print(&json)?,
        Format::Text => console.print(&console.conflict(&conflict))?,
    }
    Ok(Exit::Conflict)
}

fn say(console: &Console, id: &str, exit: Exit) -> Result<Exit, Failure> {
    console.summary(&format!("{}\n", Message::new(id).text(console.language)))?;
    Ok(exit)
}
