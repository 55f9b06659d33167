//! `uurwerk allocate`: who teaches what, with its certificate, and what the rules cost.

use std::path::Path;

use uurwerk::prices::{Request, prices};
use uurwerk::{Message, report};

use super::plan::{deliver, exit_of, read, refused, watched};
use crate::args::{Common, Format};
use crate::clock::Clock;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// Reads a school and decides its loads; tells prices when they are asked for.
pub fn run(
    common: &Common,
    console: &Console,
    path: &Path,
    output: Option<&Path>,
    request: &Request,
) -> Result<Exit, Failure> {
    if let Some(rule) = request.unknown_rule() {
        let message = Message::new("cli-no-such-load-rule").with("rule", rule);
        return Err(Failure::Usage(message.text(console.language)));
    }
    let clock = Clock::start(common);
    let school = read(console, path)?;
    if *request == Request::default() {
        let plan = watched(common, console, &clock, |options, control| {
            uurwerk::plan_loads(&school, options, control)
        });
        let plan = plan.map_err(|failure| refused(failure, path))?;
        deliver(console, &school, &plan, output)?;
        return Ok(exit_of(&plan));
    }
    let priced = watched(common, console, &clock, |options, control| {
        prices(&school, request, options, control)
    });
    let (plan, priced) = priced.map_err(|failure| refused(failure, path))?;
    if let Some(output) = output {
        files::write(output, files::json(&plan)?.as_bytes())?;
    }
    match console.format {
        Format::Json => console.print(&files::json(&priced)?)?,
        Format::Text => {
            let text = report::prices(&school, &priced, console.language, console.style());
            console.summary(&text)?;
        }
    }
    Ok(exit_of(&plan))
}
