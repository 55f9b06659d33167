//! The command line of Uurwerk: arguments in, documents and tables out. It decides nothing itself.

mod args;
mod clock;
mod commands;
mod console;
mod exit;
mod files;

use clap::Parser;

use crate::args::Cli;
use crate::exit::Exit;

fn main() -> std::process::ExitCode {
    exit::report_bugs();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version are asked for: they go to stdout and are no fault.
            let asked = !usage.use_stderr();
            let _ = usage.print();
            return if asked {
                Exit::Done.into()
            } else {
                Exit::Usage.into()
            };
        }
    };
    let console = console::Console::new(&cli.common);
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        commands::run(&cli, &console)
    })) {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(failure)) => console.failure(&failure).into(),
        Err(_) => Exit::Internal.into(),
    }
}
