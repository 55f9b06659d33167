//! Solves the first instance of an XHSTT archive: `xhstt_solve INSTANCE.xml SECONDS SEED THREADS OUT.xml`.

use std::time::Instant;
use uurwerk_engine::{Control, SearchOptions, solve};
use uurwerk_formats::xhstt::{SolutionGroup, read_archive, write_archive};

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, seconds, seed, threads, out] = &arguments[..] else {
        return Err("usage: xhstt_solve INSTANCE.xml SECONDS SEED THREADS OUT.xml".to_owned());
    };
    let number = |text: &String| {
        text.parse::<u32>()
            .map_err(|error| format!("{text}: {error}"))
    };
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let archive = read_archive(&bytes).map_err(|faults| {
        faults
            .iter()
            .map(|fault| format!("{file}: {fault}\n"))
            .collect::<String>()
    })?;
    let instance = archive
        .instances
        .first()
        .ok_or("the archive has no instance")?;
    let (begin, seconds) = (Instant::now(), f64::from(number(seconds)?));
    let used = || begin.elapsed().as_secs_f64() / seconds;
    let stop = || used() >= 1.0;
    let tell = |cost: uurwerk_engine::Cost, _: &_| {
        eprintln!("{:8.2} s  {cost}", begin.elapsed().as_secs_f64())
    };
    let options = SearchOptions {
        seed: u64::from(number(seed)?),
        threads: number(threads)? as usize,
        ..SearchOptions::default()
    };
    let control = Control {
        stop: &stop,
        used: Some(&used),
        incumbent: Some(&tell),
    };
    let outcome =
        solve(&instance.instance, &options, &control).map_err(|faults| format!("{faults:?}"))?;
    let (moves, time) = (outcome.iterations as f64, begin.elapsed().as_secs_f64());
    println!(
        "{} {} bound {} moves/s {:.0} time {time:.2}",
        instance.id,
        outcome.cost,
        outcome.bound.cost,
        moves / time
    );
    let group = SolutionGroup {
        id: "uurwerk".into(),
        contributor: "Uurwerk".into(),
        ..SolutionGroup::default()
    };
    std::fs::write(out, write_archive(instance, &group, &[outcome.solution]))
        .map_err(|error| format!("{out}: {error}"))
}
