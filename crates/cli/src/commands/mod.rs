//! One file per command (small ones share).

mod allocate;
mod bound;
mod catalogue;
mod check;
mod convert;
mod evaluate;
mod explain;
mod fet;
mod plan;
mod pseudonymise;
mod search;
mod sweep;
mod timetable;
mod verify;
mod what_if;
mod xhstt;

use uurwerk::explain::Question;
use uurwerk::prices::Request;

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
        Command::Allocate {
            school,
            output,
            prices,
            tradeoff,
        } => {
            let request = Request {
                prices: *prices,
                tradeoff: tradeoff.clone(),
            };
            allocate::run(common, console, school, output.as_deref(), &request)
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
        Command::Explain {
            school,
            output,
            plan,
            why,
            why_not,
        } => {
            let asked = why.as_ref().map(|text| (Question::Why, text));
            let asked = asked.or(why_not.as_ref().map(|text| (Question::WhyNot, text)));
            match (plan, asked) {
                (Some(plan), Some((question, text))) => explain::why(
                    common,
                    console,
                    [school, plan],
                    question,
                    text,
                    output.as_deref(),
                ),
                _ => explain::run(common, console, school, output.as_deref()),
            }
        }
        Command::Verify { plan, school } => verify::run(console, plan, school),
        Command::WhatIf {
            plan,
            school,
            scenarios,
            output,
            school_output,
            html,
            order,
            list,
            take,
        } => {
            let request = what_if::Request {
                plan,
                school,
                scenarios,
                order,
                list: *list,
                take: *take,
                output: output.as_deref(),
                school_output: school_output.as_deref(),
                html: html.as_deref(),
            };
            what_if::run(common, console, &request)
        }
        Command::Sweep {
            base,
            school,
            scenarios,
            output,
            order,
        } => {
            let request = sweep::Request {
                base,
                school,
                scenarios,
                output,
                order,
            };
            sweep::run(common, console, &request)
        }
        Command::Compare {
            plans,
            school,
            html,
        } => what_if::compare(console, plans, school, html.as_deref()),
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
        Command::Pseudonymise {
            file,
            key,
            restore: false,
            output,
        } => pseudonymise::run(console, file, key, output),
        Command::Pseudonymise {
            file, key, output, ..
        } => pseudonymise::restore(console, file, key, output),
        Command::Generate {
            teachers,
            classes,
            output,
        } => catalogue::generate(common, console, *teachers, *classes, output.as_deref()),
        Command::Rules { id } => catalogue::rules(console, id.as_deref()),
        Command::Schema { kind } => catalogue::schema(console, kind),
    }
}
