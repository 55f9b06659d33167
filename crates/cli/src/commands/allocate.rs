//! `uurwerk allocate`: who teaches what, with its certificate.

use std::path::Path;

use super::plan::{deliver, exit_of, read, refused, watched};
use crate::args::Common;
use crate::clock::Clock;
use crate::console::Console;
use crate::exit::{Exit, Failure};

/// Reads a school and decides its loads.
pub fn run(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let school = read(console, path)?;
    let plan = watched(common, console, &clock, |options, control| {
        uurwerk::plan_loads(&school, options, control)
    });
    let plan = plan.map_err(|failure| refused(failure, path))?;
    deliver(console, &school, &plan, output)?;
    Ok(exit_of(&plan))
}
