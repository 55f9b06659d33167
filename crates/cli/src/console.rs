//! What people see: progress and faults on stderr, results on stdout, in their language.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use uurwerk::report::Style;
use uurwerk::{
    ConflictDocument, Diagnostic, Diagnostics, Language, Message, Progress, Severity, Stage,
    Standing,
};

use crate::args::{Common, Format, LogLevel};
use crate::clock::Clock;
use crate::exit::{Exit, Failure, say};
use crate::files;

/// The terminal, as this run wants it used.
pub struct Console {
    /// Language of messages.
    pub language: Language,
    /// What goes to stdout.
    pub format: Format,
    level: LogLevel,
    quiet: bool,
}

impl Console {
    /// The console that the options ask for.
    pub fn new(common: &Common) -> Self {
        Self {
            language: common.lang.unwrap_or_else(language_of_environment),
            format: common.format,
            level: common.log_level,
            quiet: common.quiet,
        }
    }

    /// Prints a result.
    pub fn print(&self, text: &str) -> Result<(), Failure> {
        let mut out = std::io::stdout().lock();
        let printed = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        match printed {
            // A reader that has seen enough (`| head`) is no fault.
            Err(fault) if fault.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::File(
                anyhow::Error::new(fault).context("cannot write to stdout"),
            )),
            _ => Ok(()),
        }
    }

    /// Prints a summary for people unless they asked for quiet.
    pub fn summary(&self, text: &str) -> Result<(), Failure> {
        if self.quiet { Ok(()) } else { self.print(text) }
    }

    /// Gives an answer of one sentence: in words, or as a document with its name and numbers.
    pub fn answer(&self, message: &Message) -> Result<(), Failure> {
        match self.format {
            Format::Json => self.print(&files::json(message)?),
            Format::Text => self.summary(&format!("{}\n", message.text(self.language))),
        }
    }

    /// Colours only for people who look at a terminal and did not refuse them.
    pub fn style(&self) -> Style {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        if std::io::stdout().is_terminal() && !refused {
            Style::Ansi
        } else {
            Style::Plain
        }
    }

    /// Tells what is being done.
    pub fn info(&self, message: &Message) {
        if self.level >= LogLevel::Info && !self.quiet {
            say(&message.text(self.language));
        }
    }

    /// Tells what looks odd.
    pub fn warnings(&self, warnings: &Diagnostics) {
        if self.level >= LogLevel::Warn && !self.quiet {
            self.diagnostics(warnings);
        }
    }

    /// Tells every fault: file, place, code, words, remedy.
    fn diagnostics(&self, faults: &Diagnostics) {
        for fault in faults.iter() {
            say(&self.diagnostic(fault));
        }
    }

    fn diagnostic(&self, fault: &Diagnostic) -> String {
        let kind = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut text = format!(
            "{kind} {} {}\n  {}",
            fault.code(),
            fault.whereabouts(),
            fault.text(self.language)
        );
        let remedy = fault.remedy(self.language);
        if !remedy.is_empty() {
            text.push_str("\n  -> ");
            text.push_str(&remedy);
        }
        text
    }

    /// Tells why a command failed and with which status to leave.
    pub fn failure(&self, failure: &Failure) -> Exit {
        match failure {
            Failure::Input(faults) => {
                self.diagnostics(faults);
                Exit::Input
            }
            Failure::Conflict(conflict) => {
                say(self.conflict(conflict).trim_end_matches('\n'));
                Exit::Conflict
            }
            Failure::Usage(text) => {
                say(&format!("error: {text}"));
                Exit::Usage
            }
            Failure::File(fault) => {
                say(&format!("error: {fault:#}"));
                Exit::Input
            }
        }
    }

    /// A conflict in words.
    pub fn conflict(&self, conflict: &ConflictDocument) -> String {
        let head = if conflict.minimal {
            "cli-conflict-minimal"
        } else {
            "cli-conflict"
        };
        let n = conflict.demands.len() as i64;
        let mut text = Message::new(head).with("n", n).text(self.language);
        text.push('\n');
        if let Some(reason) = &conflict.reason {
            text.push_str(&format!("  {}\n", reason.text(self.language)));
        }
        for demand in &conflict.demands {
            text.push_str(&format!(
                "  * {}\n    {}\n",
                demand.message.text(self.language),
                demand.pointer
            ));
        }
        if !conflict.repairs.is_empty() {
            text.push_str(&Message::new("cli-conflict-repairs").text(self.language));
            text.push('\n');
        }
        for repair in &conflict.repairs {
            let id = match repair.standing {
                Standing::Solvable => "cli-repair",
                Standing::Unknown => "cli-repair-unknown",
                Standing::Contradicted => "cli-repair-contradicted",
            };
            for (at, gives) in repair.gives.iter().enumerate() {
                let mark = if at == 0 { "*" } else { "+" };
                let words = gives.message.text(self.language);
                text.push_str(&format!("  {mark} {words}\n"));
            }
            let cost = Message::new(id).with("cost", repair.cost);
            text.push_str(&format!("    {}\n", cost.text(self.language)));
        }
        text
    }

    /// A bar of so many jobs with the time left, on stderr, for a terminal only.
    pub fn bar(&self, jobs: usize) -> ProgressBar {
        let shown = std::io::stderr().is_terminal() && !self.quiet && self.level >= LogLevel::Info;
        if !shown {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(jobs as u64);
        // As below: a constant template.
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(250));
        bar
    }

    /// A line of progress on stderr, for a terminal only.
    pub fn progress<'a>(&'a self, clock: &'a Clock) -> Meter<'a> {
        let shown = std::io::stderr().is_terminal() && !self.quiet && self.level >= LogLevel::Info;
        let bar = if shown {
            ProgressBar::new_spinner()
        } else {
            ProgressBar::hidden()
        };
        // The template is a constant that the library's own tests would accept; without it the default serves.
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(250));
        Meter {
            bar,
            clock,
            language: self.language,
            last: Mutex::new(None),
        }
    }
}

/// A running line of progress.
pub struct Meter<'a> {
    bar: ProgressBar,
    clock: &'a Clock,
    language: Language,
    last: Mutex<Option<Progress>>,
}

impl Meter<'_> {
    /// Shows where the run stands.
    pub fn show(&self, progress: Progress) {
        // A poisoned lock only means that another thread died while telling; the news is still good.
        let mut last = self
            .last
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if *last == Some(progress) {
            return;
        }
        *last = Some(progress);
        let stage = match progress.stage {
            Stage::Allocation => "cli-progress-allocation",
            Stage::Timetable => "cli-progress-timetable",
            Stage::Measurement => "cli-progress-measurement",
        };
        let number = |n: Option<i64>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
        let left = self
            .clock
            .remaining()
            .map_or_else(|| "-".to_owned(), |left| left.as_secs().to_string());
        let line = Message::new("cli-progress")
            .with("stage", Message::new(stage).text(self.language))
            .with("hard", number(progress.hard))
            .with("soft", number(progress.soft))
            .with("bound", number(progress.bound))
            .with("left", left);
        self.bar.set_message(line.text(self.language));
    }
}

impl Drop for Meter<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn language_of_environment() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| value.parse().ok())
        .unwrap_or_default()
}
