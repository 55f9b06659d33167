//! Runs the school bench: `schoolbench INSTANCE.json --job loads [--time-limit 60s] [--seed N] [--threads N] [-o A.json]`.
//! The last line says `cost=C bound=B`.
#![allow(clippy::disallowed_methods)] // The edge that keeps the time of a run.

use std::time::{Duration, Instant};

use uurwerk::allocate::allocate;
use uurwerk::rules::Settings;
use uurwerk::{Control, Options, Progress, School};
use uurwerk_benches::loads::{self, Fault};

struct Args {
    instance: String,
    out: Option<String>,
    limit: Duration,
    options: Options,
    verbose: bool,
}

fn args() -> Result<Args, Fault> {
    let mut words = std::env::args().skip(1);
    let mut args = Args {
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
                if value()? != "loads" {
                    return Err("the only job here is: loads".into());
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
    let document = loads::document(&instance)?;
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
