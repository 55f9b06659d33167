//! `uurwerk sweep`: many scenarios on all cores, resumed where a run was interrupted.
//!
//! Every result is a file of its own, written whole and renamed; a scenario's row is written last, so that a row that is
//! there stands for everything else. A row is taken over when what it was made from is unchanged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context;
use rayon::prelude::*;
use uurwerk::what_if::sweep::{Outcome, SweepRow, key};
use uurwerk::what_if::{Ask, what_if_documents};
use uurwerk::{
    Diagnostic, Diagnostics, Message, Options, PlanDocument, PlanFailure, School, report,
};

use super::plan::read;
use super::what_if::{chain, order};
use crate::args::{Common, Order};
use crate::clock::{self, Clock};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::files;

/// What `sweep` is given.
pub struct Request<'a> {
    pub base: &'a Path,
    pub school: &'a Path,
    pub scenarios: &'a Path,
    pub output: &'a Path,
    pub order: &'a [Order],
}

/// Runs every scenario that is not done yet, then writes the tables.
pub fn run(common: &Common, console: &Console, request: &Request) -> Result<Exit, Failure> {
    let clock = Clock::start(common);
    let all = clock::options(common);
    // One thread a scenario: the scenarios run side by side.
    let job = Job {
        console,
        clock: &clock,
        school: read(console, request.school)?,
        plan: files::plan(request.base)?,
        output: request.output,
        ask: Ask {
            order: order(request.order),
            ..Ask::default()
        },
        options: Options { threads: 1, ..all },
    };
    let paths = scenarios(request.scenarios)?;
    let mut rows: BTreeMap<usize, SweepRow> = BTreeMap::new();
    for (at, path) in paths.iter().enumerate() {
        rows.extend(job.known(path).map(|row| (at, row)));
    }
    let done = rows.len();
    let bar = console.bar(paths.len());
    bar.set_position(done as u64);
    let open: Vec<(usize, &PathBuf)> = paths
        .iter()
        .enumerate()
        .filter(|(at, _)| !rows.contains_key(at))
        .collect();
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(all.threads.max(1) as usize)
        .build()
        .context("cannot start threads")?;
    let fresh: Result<Vec<_>, Failure> = pool.install(|| {
        let each = open.into_par_iter().map(|(at, path)| {
            let row = job.run(path)?;
            bar.inc(1);
            Ok(row.map(|row| (at, row)))
        });
        each.collect()
    });
    bar.finish_and_clear();
    let fresh: Vec<(usize, SweepRow)> = fresh?.into_iter().flatten().collect();
    let now = fresh.len();
    rows.extend(fresh);
    let complete = rows.len() == paths.len();
    let rows: Vec<SweepRow> = rows.into_values().collect();
    let table = request.output.join("table.csv");
    files::write(&table, &csv(&rows)?)?;
    let page = report::sweep_html(&job.school.document().name, &rows, console.language);
    files::write(&request.output.join("index.html"), page.as_bytes())?;
    console.info(
        &Message::new("cli-sweep")
            .with("done", done as i64)
            .with("all", paths.len() as i64)
            .with("now", now as i64)
            .with("table", table.display().to_string()),
    );
    let is_wrong = |row: &SweepRow| row.outcome == Outcome::Wrong;
    Ok(match complete {
        _ if rows.iter().any(is_wrong) => Exit::Input,
        true => Exit::Done,
        false => Exit::OutOfTime,
    })
}

/// The scenarios of a folder, by name.
fn scenarios(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable = |fault: std::io::Error| {
        let fault = Diagnostic::error("UW0500", "").with("detail", fault.to_string());
        files::located(Diagnostics(vec![fault]), folder)
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|e| e == "json") && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

struct Job<'a> {
    console: &'a Console,
    clock: &'a Clock,
    school: School,
    plan: PlanDocument,
    output: &'a Path,
    ask: Ask,
    options: Options,
}

impl Job<'_> {
    fn place(&self, folder: &str, path: &Path, ending: &str) -> PathBuf {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        self.output.join(folder).join(format!("{stem}.{ending}"))
    }

    /// The row of a scenario that is done and unchanged.
    fn known(&self, path: &Path) -> Option<SweepRow> {
        let text = std::fs::read(self.place("rows", path, "json")).ok()?;
        let row: SweepRow = serde_json::from_slice(&text).ok()?;
        let scenarios: Vec<_> = chain(&[path.to_owned()])
            .ok()?
            .into_iter()
            .map(|(_, s)| s)
            .collect();
        (row.key == key(&self.plan, &scenarios, &self.ask, &self.options)).then_some(row)
    }

    /// Runs a scenario and writes what came of it; `None` when somebody interrupted it.
    fn run(&self, path: &Path) -> Result<Option<SweepRow>, Failure> {
        if self.clock.interrupted() {
            return Ok(None);
        }
        let clock = self.clock.again();
        let file = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let scenarios = match chain(&[path.to_owned()]) {
            Ok(chain) => chain
                .into_iter()
                .map(|(_, scenario)| scenario)
                .collect::<Vec<_>>(),
            Err(failure) => {
                // It is told and left for the next run: what is wrong with it may be another file.
                self.console.failure(&failure);
                return Ok(Some(SweepRow::without_plan(
                    String::new(),
                    file,
                    String::new(),
                    Outcome::Wrong,
                )));
            }
        };
        let key = key(&self.plan, &scenarios, &self.ask, &self.options);
        let name = scenarios.last().map_or(String::new(), |s| s.name.clone());
        let row =
            |outcome| SweepRow::without_plan(key.clone(), file.clone(), name.clone(), outcome);
        let found = clock.control(&|_| (), |control| {
            what_if_documents(
                &self.school,
                &self.plan,
                &scenarios,
                &self.ask,
                &self.options,
                control,
            )
        });
        if self.clock.interrupted() {
            return Ok(None);
        }
        let mut row = match found {
            Ok(found) => {
                if let Some(plan) = found.plans.first() {
                    files::write(
                        &self.place("plans", path, "json"),
                        files::json(plan)?.as_bytes(),
                    )?;
                }
                let difference = files::json(&found.difference)?;
                files::write(
                    &self.place("differences", path, "json"),
                    difference.as_bytes(),
                )?;
                let schools = [&self.school, &found.school];
                let page =
                    report::difference_html(&found.difference, &schools, self.console.language);
                files::write(&self.place("pages", path, "html"), page.as_bytes())?;
                row(Outcome::Done).with(&found)
            }
            Err((_, PlanFailure::Conflict(conflict))) => {
                let conflict = files::json(&conflict)?;
                files::write(&self.place("conflicts", path, "json"), conflict.as_bytes())?;
                row(Outcome::Conflict)
            }
            Err((_, PlanFailure::Input(faults))) => {
                self.console.failure(&files::located(faults, path));
                row(Outcome::Wrong)
            }
        };
        row.millis = u64::try_from(clock.elapsed().as_millis()).unwrap_or(u64::MAX);
        files::write(
            &self.place("rows", path, "json"),
            files::json(&row)?.as_bytes(),
        )?;
        Ok(Some(row))
    }
}

fn csv(rows: &[SweepRow]) -> Result<Vec<u8>, Failure> {
    let write = || -> anyhow::Result<Vec<u8>> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record([
            "file",
            "name",
            "outcome",
            "changed",
            "at_least",
            "proved",
            "teachers",
            "times",
            "people",
            "classes",
            "rooms",
            "new",
            "gone",
            "hard",
            "soft",
            "milliseconds",
        ])?;
        for row in rows {
            let c = row.changes;
            let counts = [c.lessons, row.at_least].map(|n| n.to_string());
            let others = [
                c.teachers, c.times, c.people, c.classes, c.rooms, c.new, c.gone,
            ]
            .map(|n| n.to_string());
            let mut record = vec![
                row.file.clone(),
                row.name.clone(),
                row.outcome.name().to_owned(),
            ];
            record.extend(counts);
            record.push(row.proved.to_string());
            record.extend(others);
            record.extend([
                row.hard.to_string(),
                row.soft.to_string(),
                row.millis.to_string(),
            ]);
            csv.write_record(&record)?;
        }
        Ok(csv.into_inner().map_err(|fault| fault.into_error())?)
    };
    write()
        .context("cannot write the table")
        .map_err(Failure::File)
}
