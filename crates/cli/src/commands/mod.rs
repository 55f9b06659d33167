//! One file per command (small ones share).

mod allocate;
mod bound;
mod catalogue;
mod check;
mod convert;
mod evaluate;
mod fet;
mod plan;
mod search;
mod timetable;
mod verify;
mod xhstt;

use crate::args::{Cli, Command};
use crate::console::Console;
use crate::exit::{Exit, Failure};

/// Runs the command.
pub fn run(cli: &Cli, console: &Console) -> Result<Exit, Failure> {
    let common = &cli.common;
    match &cli.command {
        Command::Plan {
            school,
            output,
            html,
        } => plan::run(common, console, school, output.as_deref(), html.as_deref()),
        Command::Allocate { school, output } => {
            allocate::run(common, console, school, output.as_deref())
        }
        Command::Timetable {
            file,
            school,
            output,
            certificate,
        } => timetable::run(
            common,
            console,
            file,
            school.as_deref(),
            output.as_deref(),
            certificate.as_deref(),
        ),
        Command::Bound { file, certificate } => {
            bound::run(common, console, file, certificate.as_deref())
        }
        Command::Check { file } => check::run(common, console, file),
        Command::Evaluate { file, solution } => evaluate::run(console, file, solution.as_deref()),
        Command::Explain { school, output } => {
            check::explain(common, console, school, output.as_deref())
        }
        Command::Verify { plan, school } => verify::run(console, plan, school),
        Command::Convert {
            input,
            output,
            from,
            to,
            profile,
            school,
            base,
        } => {
            let request = convert::Request {
                input,
                output,
                from: *from,
                to: *to,
                profile: profile.as_deref(),
                school: school.as_deref(),
                base: base.as_deref(),
            };
            convert::run(console, &request)
        }
        Command::Generate {
            teachers,
            classes,
            output,
        } => catalogue::generate(common, console, *teachers, *classes, output.as_deref()),
        Command::Rules { id } => catalogue::rules(console, id.as_deref()),
        Command::Schema { kind } => catalogue::schema(console, kind),
    }
}
