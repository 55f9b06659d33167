//! `uurwerk allocate`: who teaches what, with its certificate.

use std::path::Path;

use super::plan::{deliver, exit_of, refused};
use crate::args::Common;
use crate::clock::{self, Clock};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Reads a school and decides its loads.
pub fn run(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let school = files::school(path)?;
    console.warnings(school.warnings());
    let meter = console.progress(&clock);
    let planned = clock.control(&|p| meter.show(p), |control| {
        uurwerk::plan_loads(&school, &clock::options(common), control)
    });
    drop(meter);
    let plan = planned.map_err(|failure| refused(failure, path))?;
    deliver(console, &school, &plan, output)?;
    Ok(exit_of(&plan))
}
