//! Regenerates `benches/xhstt/RESULTS.md`: solves the instances of the XHSTT archive, lets the independent judge cost what was written, and
//! tables it all. Finished runs are kept in `benches/xhstt/runs.jsonl`, so that the table can be made in pieces: a run that is there is not
//! made again as long as the solver's sources stay the same.
//!
//!     UURWERK_SHARED=../shared cargo run --release -p uurwerk-benches --bin xhstt
//!     ... --instances BR-SA-00,GR --limits 60,600 --seeds 1,2,3
//!     ... --table                                                  # no runs, only the table of what is there

mod archive;
mod args;
mod judge;
mod plot;
mod records;
mod run;
mod store;
mod table;
mod targets;

use anyhow::{Context, Result, bail};
use args::Args;
use clap::Parser;
use std::process::ExitCode;
use store::{Key, Store};

fn main() -> ExitCode {
    match work(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn work(args: &Args) -> Result<()> {
    let folder = args.archive()?;
    let all = archive::instances(&folder)?;
    let best = archive::best_known(&folder)?;
    let chosen: Vec<_> = all
        .iter()
        .filter(|instance| args.wants(&instance.name))
        .collect();
    if chosen.is_empty() {
        bail!("no instance of {} is called so", folder.display());
    }
    let version = uurwerk_benches::machine::version(&args::root(), args::SOURCES)
        .context("the commit of the solver is needed: run this inside its git checkout")?;
    if !args.table && uurwerk_benches::machine::is_stale(&args::root(), args::SOURCES) {
        bail!(
            "this program is older than the solver's sources, so that its results would get a wrong version: run it through cargo"
        );
    }
    std::fs::create_dir_all(&args.output)
        .with_context(|| format!("cannot make {}", args.output.display()))?;
    let mut store = Store::open(&args.output.join("runs.jsonl"), &args.state)?;
    let mut wrong = Vec::new();
    let keys = args
        .runs()
        .flat_map(|(limit, seed)| chosen.iter().map(move |instance| (*instance, limit, seed)));
    let keys = keys.map(|(instance, limit, seed)| {
        let key = Key {
            instance: instance.name.clone(),
            limit,
            seed,
            threads: args.threads,
            version: version.clone(),
        };
        (instance, key)
    });
    for (instance, key) in keys.filter(|_| !args.table) {
        if store.holds(&key) && !args.again {
            continue;
        }
        match run::make(instance, &key, &store.solution(&key), &folder) {
            Ok(run) => {
                println!("{run}");
                store.save(run.clone())?;
                let kept = best
                    .get(&key.instance)
                    .map(|best| records::keep(args, instance, &run, *best, &store, &folder));
                if let Some(path) = kept.transpose()?.flatten() {
                    println!("  better than the best known: kept as {}", path.display());
                }
            }
            Err(fault) => {
                eprintln!("error: {key}: {fault:#}");
                wrong.push(key.to_string());
            }
        }
        // After each run: whoever interrupts the next one has a table of all that was finished.
        report(args, &all, &best, &store, &version)?;
    }
    report(args, &all, &best, &store, &version)?;
    println!("wrote {}", args.output.join("RESULTS.md").display());
    if !wrong.is_empty() {
        bail!("{} runs failed: {}", wrong.len(), wrong.join(", "));
    }
    Ok(())
}

fn report(
    args: &Args,
    all: &[archive::InstanceFile],
    best: &archive::BestKnown,
    store: &Store,
    version: &str,
) -> Result<()> {
    let chosen = store::Selection::new(store.runs(), args.threads, version, args.older);
    let mut plots = Vec::new();
    let names: Vec<&str> = all.iter().map(|instance| instance.name.as_str()).collect();
    let limits = chosen.limits(&args.limits);
    for &limit in &limits {
        if let Some(svg) = plot::cost_over_time(&names, &chosen, best, limit) {
            let name = format!("cost-{limit}s.svg");
            write(&args.output.join(&name), &svg)?;
            plots.push((limit, name));
        }
    }
    let page = table::page(&names, &args.seeds, &limits, &chosen, best, &plots);
    write(&args.output.join("RESULTS.md"), &page)
}

fn write(path: &std::path::Path, text: &str) -> Result<()> {
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
