//! Runs the school bench: `schoolbench INSTANCE.json --job loads|timetable [--time-limit 60s] [--seed N] [--threads N] [-o A.json]`.
//! The last line says `cost=C bound=B`.
#![allow(clippy::disallowed_methods)] // The edge that keeps the time of a run.

use std::time::{Duration, Instant};

use serde_json::Value;
use uurwerk::allocate::allocate;
use uurwerk::rules::Settings;
use uurwerk::{Control, Options, Progress, School};
use uurwerk_benches::loads::{self, Fault};
use uurwerk_benches::timetable::Timetable;
use uurwerk_engine::{Control as Steering, Cost, SearchOptions, solve};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Job {
    Loads,
    Timetable,
}

struct Args {
    job: Job,
    instance: String,
    out: Option<String>,
    limit: Duration,
    options: Options,
    verbose: bool,
}

fn args() -> Result<Args, Fault> {
    let mut words = std::env::args().skip(1);
    let mut args = Args {
        job: Job::Loads,
        instance: String::new(),
        out: None,
        limit: Duration::from_secs(60),
        options: Options {
            threads: 2,
            ..Options::default()
        },
        verbose: false,
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} wants a value"));
        match word.as_str() {
            "--job" => {
                args.job = match value()?.as_str() {
                    "loads" => Job::Loads,
                    "timetable" => Job::Timetable,
                    _ => return Err("the jobs are: loads, timetable".into()),
                }
            }
            "--time-limit" => {
                let text = value()?;
                let seconds: f64 = text.trim_end_matches('s').parse()?;
                args.limit = Duration::try_from_secs_f64(seconds)?;
            }
            "--seed" => args.options.seed = value()?.parse()?,
            "--threads" => args.options.threads = value()?.parse()?,
            "--iterations" => args.options.iterations = Some(value()?.parse()?),
            "-o" => args.out = Some(value()?),
            "--verbose" => args.verbose = true,
            _ if args.instance.is_empty() && !word.starts_with('-') => args.instance = word,
            _ => return Err(format!("unknown: {word}").into()),
        }
    }
    Ok(args)
}

fn main() -> Result<(), Fault> {
    let args = args()?;
    let begun = Instant::now();
    let instance = serde_json::from_str(&std::fs::read_to_string(&args.instance)?)?;
    match args.job {
        Job::Loads => run_loads(&args, &instance, begun),
        Job::Timetable => run_timetable(&args, &instance, begun),
    }
}

/// What a run leaves of the time limit, so that the answer is written in time.
const MARGIN: Duration = Duration::from_millis(100);

fn run_timetable(args: &Args, instance: &Value, begun: Instant) -> Result<(), Fault> {
    let table = Timetable::new(instance)?;
    let options = SearchOptions {
        seed: args.options.seed,
        threads: args.options.threads as usize,
        iterations: args.options.iterations,
        start: None,
    };
    let limit = args.limit.saturating_sub(MARGIN);
    let used = || begun.elapsed().as_secs_f64() / limit.as_secs_f64().max(1e-3);
    let tell = |cost: Cost, _: &_| {
        if args.verbose {
            eprintln!("{:7.2} {cost}", begun.elapsed().as_secs_f64());
        }
    };
    let steering = Steering {
        stop: &|| args.options.iterations.is_none() && begun.elapsed() >= limit,
        used: Some(&used),
        incumbent: Some(&tell),
    };
    let searching = Instant::now();
    let found = solve(&table.instance, &options, &steering).map_err(|f| format!("{f:?}"))?;
    let rate = found.iterations as f64 / searching.elapsed().as_secs_f64().max(1e-9);
    if let Some(out) = &args.out {
        std::fs::write(out, table.answer(&found.solution)?.to_string())?;
    }
    println!(
        "hard={} seconds={:.1} moves={} moves/s={rate:.0}",
        found.cost.hard,
        begun.elapsed().as_secs_f64(),
        found.iterations,
    );
    println!("cost={} bound={}", found.cost.soft, found.bound.cost.soft);
    Ok(())
}

fn run_loads(args: &Args, instance: &Value, begun: Instant) -> Result<(), Fault> {
    let document = loads::document(instance)?;
    let school = School::parse(&document.to_string())
        .map_err(|faults| format!("{:.300}", format!("{faults:?}")))?;
    let settings = Settings::of(&school.document().policy)
        .map_err(|faults| format!("{:.300}", format!("{faults:?}")))?;
    let remaining = || Some(args.limit.saturating_sub(begun.elapsed()));
    let tell = |news: Progress| {
        if args.verbose {
            let at = begun.elapsed().as_secs_f64();
            eprintln!(
                "{at:7.2} hard={:?} soft={:?} bound={:?}",
                news.hard, news.soft, news.bound
            );
        }
    };
    let control = Control {
        stop: &|| begun.elapsed() >= args.limit,
        remaining: &remaining,
        progress: &tell,
    };
    let done = allocate(&school, &settings, &args.options, &control)?;
    if let Some(out) = &args.out {
        std::fs::write(out, loads::answer(&school, &done.allocation).to_string())?;
    }
    println!(
        "hard={} seconds={:.1}",
        done.proof.hard,
        begun.elapsed().as_secs_f64()
    );
    println!("cost={} bound={}", done.proof.soft, done.proof.bound);
    Ok(())
}
