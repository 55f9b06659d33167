//! `uurwerk verify`: an independent check of everything that a plan claims.

use std::path::Path;

use uurwerk::Message;

use crate::args::Format;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Checks a plan against its school; the last line is `hard=H soft=S`.
pub fn run(console: &Console, plan: &Path, school: &Path) -> Result<Exit, Failure> {
    let (document, school) = files::both(files::plan(plan), files::school(school))?;
    let verdict = uurwerk_verify::verify(&school, &document);
    if console.format == Format::Json {
        console.print(&files::json(&verdict)?)?;
    }
    if !verdict.faults.0.is_empty() {
        return Err(files::located(verdict.faults, plan));
    }
    if console.format == Format::Text {
        let agreed = Message::new("cli-verified").with("rules", document.rules.len() as i64);
        console.summary(&format!("{}\n", agreed.text(console.language)))?;
        console.print(&format!("hard={} soft={}\n", verdict.hard, verdict.soft))?;
    }
    Ok(if verdict.hard == 0 {
        Exit::Done
    } else {
        Exit::OutOfTime
    })
}
