//! The engine's search as the command line runs it, for files that are problems of the engine rather than schools.

use uurwerk::engine::{Control, Cost, Fault, Instance, Outcome, SearchOptions, solve};

use crate::args::Common;
use crate::clock::{self, Clock};
use crate::console::Console;

/// Searches until the clock, which began when the file was read, says stop; shows progress meanwhile.
pub fn search(
    common: &Common,
    console: &Console,
    clock: &Clock,
    instance: &Instance,
) -> Result<Outcome, Vec<Fault>> {
    let options = clock::options(common);
    let search = SearchOptions {
        seed: options.seed,
        threads: options.threads as usize,
        iterations: options.iterations,
        start: None,
    };
    let meter = console.progress(clock);
    let limit = common.time_limit.as_secs_f64().max(1e-9);
    solve(
        instance,
        &search,
        &Control {
            stop: &|| clock.stop(),
            used: Some(&|| clock.elapsed().as_secs_f64() / limit),
            incumbent: Some(&|cost, _| meter.show(progress(cost))),
        },
    )
}

/// A search's progress as the console shows it.
fn progress(cost: Cost) -> uurwerk::Progress {
    uurwerk::Progress {
        stage: uurwerk::Stage::Timetable,
        hard: Some(cost.hard),
        soft: Some(cost.soft),
        bound: None,
    }
}
