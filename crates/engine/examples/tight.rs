//! Solves a generated problem of the size of a school: `tight BLOCKS SEED SECONDS THREADS`.

use std::time::Instant;
use uurwerk_engine::{Control, Cost, Instance, SearchOptions, probe, solve};

#[expect(clippy::disallowed_methods, reason = "the caller has the clock")]
fn main() -> Result<(), String> {
    let arguments: Result<Vec<u32>, _> =
        std::env::args().skip(1).map(|text| text.parse()).collect();
    let Ok([blocks, seed, seconds, threads]) = arguments.as_deref() else {
        return Err("usage: tight BLOCKS SEED SECONDS THREADS".to_owned());
    };
    let problem = probe::tight_problem(*blocks as usize, u64::from(*seed));
    println!(
        "{} events, {} resources",
        problem.events.len(),
        problem.resources.len()
    );
    let instance = Instance::compile(problem).map_err(|faults| format!("{faults:?}"))?;
    let begin = Instant::now();
    let used = || begin.elapsed().as_secs_f64() / f64::from(*seconds);
    let tell = |cost: Cost, _: &_| eprintln!("{:8.2} s  {cost}", begin.elapsed().as_secs_f64());
    let control = Control {
        stop: &|| used() >= 1.0,
        used: Some(&used),
        incumbent: Some(&tell),
    };
    let options = SearchOptions {
        seed: u64::from(*seed),
        threads: *threads as usize,
        ..SearchOptions::default()
    };
    let outcome = solve(&instance, &options, &control).map_err(|faults| format!("{faults:?}"))?;
    println!(
        "{} bound {} {:.0} moves/s",
        outcome.cost,
        outcome.bound.cost,
        outcome.iterations as f64 / begin.elapsed().as_secs_f64()
    );
    Ok(())
}
