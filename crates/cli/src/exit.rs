//! Exit statuses, which users rely on, and what becomes of faults on the way to them.

use std::io::Write;
use std::process::ExitCode;

use uurwerk::{ConflictDocument, Diagnostics};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done, and every hard rule holds.
    Done = 0,
    /// The input is wrong.
    Input = 1,
    /// Wrong usage.
    Usage = 2,
    /// The demands contradict each other.
    Conflict = 3,
    /// Time ran out before every hard rule held.
    OutOfTime = 4,
    /// A bug.
    Internal = 5,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command could not do what was asked.
pub enum Failure {
    /// The input is wrong, and this is all that is wrong with it.
    Input(Diagnostics),
    /// The demands contradict each other.
    Conflict(Box<ConflictDocument>),
    /// The combination of arguments makes no sense.
    Usage(String),
    /// A file could not be read or written.
    File(anyhow::Error),
}

impl From<anyhow::Error> for Failure {
    fn from(fault: anyhow::Error) -> Self {
        Self::File(fault)
    }
}

impl From<Diagnostics> for Failure {
    fn from(faults: Diagnostics) -> Self {
        Self::Input(faults)
    }
}

/// Tells people something. Whoever has closed stderr has seen enough: that is no fault, and no bug.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Makes a panic tell people what to do about it, instead of a bare trace.
pub fn report_bugs() {
    std::panic::set_hook(Box::new(|panic| {
        let told = format!(
            "uurwerk {}: internal error (a bug in Uurwerk, not in your file)\n  {panic}\n  \
             Nothing was lost: files are only replaced when they are complete.\n  \
             Please report it with the command line and, if you may share it, the input file.",
            env!("CARGO_PKG_VERSION")
        );
        say(&told);
    }));
}
