//! `uurwerk timetable`: when and where, for whatever kind of file comes in.

use std::path::Path;

use uurwerk::Message;

use super::plan::{deliver, exit_of, read, refused, watched};
use super::{fet, xhstt};
use crate::args::Common;
use crate::clock::Clock;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files::{self, FileKind};

/// Makes the timetable of a school, of a plan whose teachers stay, of a FET file or of an XHSTT instance.
pub fn run(
    common: &Common,
    console: &Console,
    path: &Path,
    school: Option<&Path>,
    output: Option<&Path>,
    certificate: Option<&Path>,
) -> Result<Exit, Failure> {
    match files::kind(path)? {
        FileKind::Fet => fet::timetable(common, console, path, output),
        FileKind::Xml => xhstt::timetable(common, console, path, output, certificate),
        FileKind::Plan => {
            let Some(school) = school else {
                return Err(Failure::Usage(
                    Message::new("cli-needs-school").text(console.language),
                ));
            };
            of_plan(common, console, path, school, output)
        }
        FileKind::Other => super::plan::run(common, console, path, output, None),
    }
}

fn of_plan(
    common: &Common,
    console: &Console,
    path: &Path,
    school_path: &Path,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let (school, old) = files::both(read(console, school_path), files::plan(path))?;
    let planned = watched(common, console, &clock, |options, control| {
        uurwerk::plan_times(&school, &old, options, control)
    });
    let plan = planned.map_err(|failure| refused(failure, path))?;
    deliver(console, &school, &plan, output)?;
    Ok(exit_of(&plan))
}
