//! `uurwerk check`: what is wrong with a school, before a plan.

use std::path::Path;
use std::time::Duration;

use uurwerk::Message;

use super::fet;
use super::plan::{read, refused};
use crate::args::Common;
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
            console.answer(&counts)?;
            Ok(Exit::Done)
        }
        Err(failure) => Err(refused(failure, path)),
    }
}
