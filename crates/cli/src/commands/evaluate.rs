//! `uurwerk evaluate`: cost by rule or by constraint, from scratch.

use std::path::Path;

use uurwerk::{Message, Mode, RuleResult};

use super::plan::refused;
use super::{fet, xhstt};
use crate::args::Format;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files::{self, FileKind};

/// Costs a plan for a school, the timetable of a FET file, or the solutions of an XHSTT archive.
pub fn run(console: &Console, path: &Path, solution: Option<&Path>) -> Result<Exit, Failure> {
    match files::kind(path)? {
        FileKind::Fet => return fet::costs(console, path, solution),
        FileKind::Xml => return xhstt::costs(console, path, solution),
        FileKind::Plan | FileKind::Other => {}
    }
    let Some(plan) = solution else {
        return Err(Failure::Usage(
            Message::new("cli-needs-plan").text(console.language),
        ));
    };
    let (school, document) = files::both(files::school(path), files::plan(plan))?;
    let results =
        uurwerk::evaluate(&school, &document).map_err(|failure| refused(failure, plan))?;
    if console.format == Format::Json {
        console.print(&files::json(&results)?)?;
    } else {
        for result in &results {
            console.print(&line(result, console))?;
        }
    }
    let hard: i64 = results
        .iter()
        .filter(|r| r.mode == Mode::Hard)
        .map(|r| r.deviation)
        .sum();
    let soft: i64 = results.iter().map(|r| r.cost).sum();
    if console.format == Format::Text {
        console.print(&format!("hard={hard} soft={soft}\n"))?;
    }
    Ok(if hard == 0 {
        Exit::Done
    } else {
        Exit::OutOfTime
    })
}

fn line(result: &RuleResult, console: &Console) -> String {
    let title = Message::new(&format!("rule-{}", result.rule)).text(console.language);
    format!(
        "{:<4}{:>8}{:>8}  {title}\n",
        result.rule.as_str(),
        result.deviation,
        result.cost
    )
}
