//! The arguments of every command.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use uurwerk::Language;

/// Decides who teaches what, when and where in a secondary school, and says why.
#[derive(Parser)]
#[command(name = "uurwerk", version, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Args, Clone)]
pub struct Common {
    /// Wall-clock limit, such as 60s, 2m or 500ms
    #[arg(long, global = true, value_name = "TIME", default_value = "60s", value_parser = duration)]
    pub time_limit: Duration,
    /// Seed of every random choice
    #[arg(long, global = true, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Threads [default: all cores]
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=256))]
    pub threads: Option<u32>,
    /// Stop by work done instead of by the clock: same seed, threads and iterations, same bytes
    #[arg(long, global = true, value_name = "N")]
    pub iterations: Option<u64>,
    /// What to print on stdout
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Language of messages: en, nl or fr [default: from LANG, else en]
    #[arg(long, global = true, value_name = "CODE")]
    pub lang: Option<Language>,
    /// How much to tell on stderr
    #[arg(long, global = true, value_enum, default_value_t = LogLevel::Info)]
    pub log_level: LogLevel,
    /// No progress and no summary; faults are still told
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// What goes to stdout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Tables and sentences for people.
    Text,
    /// One JSON document.
    Json,
}

/// How much is told on stderr.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum LogLevel {
    /// Only what stops the command.
    Error,
    /// Also what looks odd.
    Warn,
    /// Also what is being done.
    Info,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Allocate, timetable and measure: the main job
    Plan {
        /// The school
        school: PathBuf,
        /// Where to write the plan
        #[arg(short, long, value_name = "PLAN")]
        output: Option<PathBuf>,
        /// Where to write a page to look at
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    /// Decide who teaches what, with its certificate
    Allocate {
        /// The school
        school: PathBuf,
        /// Where to write the plan
        #[arg(short, long, value_name = "PLAN")]
        output: Option<PathBuf>,
        /// Tell what every rule costs, between proved bounds
        #[arg(long)]
        prices: bool,
        /// Tell how two rules about loads trade off against each other, such as S2,D2
        #[arg(long, value_name = "RULE,RULE", value_parser = two_rules)]
        tradeoff: Option<(String, String)>,
    },
    /// Decide when and where for a plan (its teachers stay), a FET file or an XHSTT instance; for a school the same as plan
    Timetable {
        /// A school, a plan, a FET file or an XHSTT archive
        file: PathBuf,
        /// The school of a plan
        #[arg(long)]
        school: Option<PathBuf>,
        /// Where to write the result, in the format of the input
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
        /// Where to write why no timetable of an XHSTT instance can cost less than the bound
        #[arg(long, value_name = "FILE")]
        certificate: Option<PathBuf>,
    },
    /// Prove what no timetable of an XHSTT instance can cost less than, until the time limit
    Bound {
        /// An XHSTT archive
        file: PathBuf,
        /// Where to write the proof
        #[arg(long, value_name = "FILE")]
        certificate: Option<PathBuf>,
    },
    /// Validate a school and count whether it can be served at all, in under 2 s
    Check {
        /// A school or a FET file
        file: PathBuf,
    },
    /// Cost by rule or constraint, from scratch; the last line is `hard=H soft=S`
    Evaluate {
        /// A school, a FET file or an XHSTT archive
        file: PathBuf,
        /// A plan, or a file with solutions; without it, the solutions in FILE
        solution: Option<PathBuf>,
    },
    /// Say why a school cannot be served (a conflict, when there is one), or why somebody teaches something
    Explain {
        /// The school
        school: PathBuf,
        /// Where to write the conflict
        #[arg(short, long, value_name = "CONFLICT")]
        output: Option<PathBuf>,
        /// The plan that --why and --why-not ask about
        #[arg(long, value_name = "PLAN")]
        plan: Option<PathBuf>,
        /// Why this teacher gives this class or lesson, such as AP,3A
        #[arg(
            long,
            value_name = "TEACHER,CLASS",
            requires = "plan",
            conflicts_with = "why_not"
        )]
        why: Option<String>,
        /// Why this teacher does not, and what it would cost
        #[arg(long, value_name = "TEACHER,CLASS", requires = "plan")]
        why_not: Option<String>,
    },
    /// Check independently everything that a plan claims
    Verify {
        /// The plan
        plan: PathBuf,
        /// The school it was made for
        #[arg(long)]
        school: PathBuf,
    },
    /// Plan a changed school anew, with the smallest change to the plan that exists
    WhatIf {
        /// The plan that exists
        plan: PathBuf,
        /// The school it was made for
        #[arg(long)]
        school: PathBuf,
        /// What changes: scenarios, each on what the one before it made
        #[arg(required = true)]
        scenarios: Vec<PathBuf>,
        /// Where to write the plan with the smallest change
        #[arg(short, long, value_name = "PLAN2")]
        output: Option<PathBuf>,
        /// Where to write the changed school, for which the new plan is
        #[arg(long, value_name = "SCHOOL2")]
        school_output: Option<PathBuf>,
        /// Where to write a page about the difference
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
        /// Which changes count first
        #[arg(long, value_enum, value_delimiter = ',', value_name = "MEASURE")]
        order: Vec<Order>,
        /// Look for so many more plans, from hardly any change to the best, until the time limit
        #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=64))]
        list: u32,
        /// Which plan of the list to write, counting from 0
        #[arg(long, value_name = "N", requires = "list")]
        take: Option<u32>,
    },
    /// Run many scenarios on all cores; resumes where it was interrupted. --time-limit is for each scenario
    Sweep {
        /// The plan that exists
        base: PathBuf,
        /// The school it was made for
        #[arg(long)]
        school: PathBuf,
        /// A folder of scenarios
        scenarios: PathBuf,
        /// The folder for the plans, the differences and the tables
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
        /// Which changes count first
        #[arg(long, value_enum, value_delimiter = ',', value_name = "MEASURE")]
        order: Vec<Order>,
    },
    /// Put plans side by side: rules, people, classes, lessons; who gains and who loses
    Compare {
        /// The plans; the others are compared with the first
        #[arg(required = true, num_args = 2..)]
        plans: Vec<PathBuf>,
        /// A school that the plans are for, for names and classes; may be given again
        #[arg(long)]
        school: Vec<PathBuf>,
        /// Where to write a page
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    /// Convert between formats; say what had to be assumed and what could not be carried over
    Convert {
        /// A school, a plan, a workbook, an aSc file, or a folder of Untis, OneRoster or CSV files
        input: PathBuf,
        /// The file or folder to write
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The format of the input [default: guessed]
        #[arg(long, value_enum)]
        from: Option<From>,
        /// The format of the output [default: by the name of OUT, else a school]
        #[arg(long, value_enum)]
        to: Option<To>,
        /// A TOML file that says what the input does not (or, of a school, what the output does not)
        #[arg(long, value_name = "FILE")]
        profile: Option<PathBuf>,
        /// The school of a plan; with --to plan from files of others: where to write the school, replaced if it is there
        #[arg(long, value_name = "SCHOOL")]
        school: Option<PathBuf>,
        /// The Untis export that the school was made from: what Uurwerk does not decide is kept
        #[arg(long, value_name = "FOLDER")]
        base: Option<PathBuf>,
    },
    /// Replace the names of people in a school, plan or conflict, the same way each time, with a key to go back
    Pseudonymise {
        /// A school, plan or conflict document; the school first
        file: PathBuf,
        /// The key: read when it exists, written with what is new
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// Put the names back
        #[arg(long)]
        restore: bool,
        /// Where to write the document
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
    /// Make up a believable Flemish secondary school
    Generate {
        /// Number of teachers
        #[arg(long, value_name = "N", default_value_t = 25)]
        teachers: u32,
        /// Number of classes [default: what that staff can teach]
        #[arg(long, value_name = "N")]
        classes: Option<u32>,
        /// Where to write the school
        #[arg(short, long, value_name = "SCHOOL")]
        output: Option<PathBuf>,
    },
    /// List the rules, or tell all about one
    Rules {
        /// The rule
        id: Option<String>,
    },
    /// Print the JSON Schema of a kind of document: school, plan, conflict, scenario, difference or prices
    Schema {
        /// The kind
        kind: String,
    },
}

/// What a change is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// Lessons that get another teacher or another time.
    Lessons,
    /// People whose week changes.
    People,
    /// Classes whose week changes.
    Classes,
}

/// Formats that `convert` reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// A school document.
    School,
    /// A plan document, with its school in --school.
    Plan,
    /// Untis text files (GPU001 and so on) in a folder.
    Untis,
    /// A workbook as `--to xlsx` writes it.
    Xlsx,
    /// Tables in a folder, by the names of a profile.
    Csv,
    /// aSc Timetables XML.
    Asc,
    /// OneRoster 1.1 or 1.2 CSV files in a folder.
    Oneroster,
    /// A FET file.
    Fet,
    /// An XHSTT archive.
    Xhstt,
}

/// Formats that `convert` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// A school document.
    School,
    /// A plan of the present teachers and times, every rule measured; --school names where its school goes.
    Plan,
    /// Untis text files in a folder.
    Untis,
    /// Calendars of every teacher, class and room in a folder.
    Ical,
    /// A workbook to fill in, with the plan when there is one.
    Xlsx,
    /// Tables in a folder.
    Csv,
    /// aSc Timetables XML.
    Asc,
    /// OneRoster 1.1 CSV files in a folder.
    Oneroster,
    /// OneRoster 1.2 CSV files in a folder.
    #[value(name = "oneroster12")]
    Oneroster12,
    /// A FET file.
    Fet,
    /// An XHSTT archive.
    Xhstt,
}

/// Reads `S2,D2`; whether the catalogue has such rules is asked later.
fn two_rules(text: &str) -> Result<(String, String), String> {
    match text.split_once(',') {
        Some((first, second)) if !first.eq_ignore_ascii_case(second) => {
            let id = |part: &str| part.trim().to_ascii_uppercase();
            Ok((id(first), id(second)))
        }
        _ => Err(format!("`{text}` is not two rules such as S2,D2")),
    }
}

/// Reads `60s`, `2m`, `500ms`, `1h` or plain seconds.
fn duration(text: &str) -> Result<Duration, String> {
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let number: u64 = number
        .parse()
        .map_err(|_| format!("`{text}` is not a time such as 60s"))?;
    let millis = match unit {
        "ms" => Some(number),
        "" | "s" => number.checked_mul(1_000),
        "m" => number.checked_mul(60_000),
        "h" => number.checked_mul(3_600_000),
        _ => {
            return Err(format!(
                "`{unit}` is not a unit of time; known are ms, s, m, h"
            ));
        }
    };
    millis
        .filter(|ms| *ms <= 30 * 24 * 3_600_000)
        .map(Duration::from_millis)
        .ok_or_else(|| format!("`{text}` is longer than 30 days"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn times_are_read() {
        assert_eq!(duration("60s"), Ok(Duration::from_secs(60)));
        assert_eq!(duration("2m"), Ok(Duration::from_secs(120)));
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("7"), Ok(Duration::from_secs(7)));
        for bad in [
            "",
            "s",
            "1d",
            "-1s",
            "99999999999999999999s",
            "18446744073709551615h",
        ] {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }
}
