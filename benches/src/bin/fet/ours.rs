//! Uurwerk on a file: read, solve until no hard conflict is left and no more soft ones than FET has, write, and let FET judge what was written.

use crate::judge;
use crate::name;
use crate::store::{Program, Run};
use anyhow::{Result, anyhow};
use std::path::Path;
use std::sync::Mutex;
use uurwerk_benches::clock::Stopwatch;
use uurwerk_engine::{Control, Cost, SearchOptions, evaluate, solve};
use uurwerk_formats::fet;

/// What FET did with the file.
pub struct Goal {
    /// Its time, or its limit when it did not solve the file.
    pub seconds: f64,
    /// Its soft conflicts, when it solved the file.
    pub soft: Option<f64>,
    /// Threads to use.
    pub threads: usize,
}

/// Seconds that a run gets at the least: what comes after FET's time is no success, but worth knowing.
const LEAST: f64 = 20.0;

/// Makes one run.
pub fn run(file: &Path, seed: u32, goal: &Goal, version: &str, folder: &Path) -> Result<Run> {
    let watch = Stopwatch::start();
    let bytes = std::fs::read(file)?;
    let read = fet::read(&bytes).map_err(|faults| anyhow!("{}", faults[0]))?;
    // What FET counts as `goal.soft` is this much here; a millionth more takes up the rounding of its report.
    let most = goal
        .soft
        .map(|soft| ((soft + 1e-6) * 1e8 / f64::from(read.unit)).floor() as i64);
    let reached = |cost: Cost| cost.hard == 0 && most.is_none_or(|most| cost.soft <= most);
    let hit = Mutex::new(false);
    let done = || {
        *hit.lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    };
    // Half of FET's time is the goal; a search that misses it goes on, cooling anew.
    let plan = goal.seconds / 2.0;
    let limit = goal.seconds.max(LEAST);
    let mut best: Option<(Cost, uurwerk_engine::Solution)> = None;
    let mut round = 0;
    while watch.seconds() < limit && best.as_ref().is_none_or(|(cost, _)| !reached(*cost)) {
        let (from, to) = (
            watch.seconds(),
            if round == 0 {
                plan
            } else {
                (watch.seconds() * 2.0).min(limit)
            },
        );
        let outcome = solve(
            &read.instance,
            &SearchOptions {
                seed: u64::from(seed) + 1000 * round,
                threads: goal.threads,
                iterations: None,
                start: None,
            },
            &Control {
                stop: &|| done() || watch.seconds() >= to,
                used: Some(&|| (watch.seconds() - from) / (to - from)),
                incumbent: Some(&|cost, _| {
                    if reached(cost) {
                        *hit.lock()
                            .unwrap_or_else(std::sync::PoisonError::into_inner) = true;
                    }
                }),
            },
        )
        .map_err(|faults| anyhow!("{}", faults[0]))?;
        if best.as_ref().is_none_or(|(cost, _)| outcome.cost < *cost) {
            best = Some((outcome.cost, outcome.solution));
        }
        round += 1;
    }
    let (_, solution) = best.ok_or_else(|| anyhow!("no time at all"))?;
    let text = fet::write_solution(&read, &solution);
    let written = fet::read_solution(text.as_bytes(), &read).map_err(|f| anyhow!("{}", f[0]))?;
    let cost = evaluate(&read.instance, &written)
        .map_err(|f| anyhow!("{}", f[0]))?
        .cost;
    let path = folder.join(format!("{}-uurwerk-{seed}.fet", name(file)));
    std::fs::write(&path, text)?;
    let seconds = watch.seconds();
    let verdict = judge::judge(&path, &folder.join(format!("{}-judge-{seed}", name(file))))?;
    Ok(Run {
        file: name(file),
        program: Program::Uurwerk,
        seed,
        version: version.to_owned(),
        threads: goal.threads as u32,
        solved: verdict.accepted,
        seconds,
        soft: verdict.soft,
        claimed: Some(format!(
            "{} hard, {} soft",
            cost.hard,
            read.soft_total(cost.soft)
        )),
        load: uurwerk_benches::machine::load(),
    })
}
