//! Regenerates `benches/fet/RESULTS.md`: FET and Uurwerk on the same files, on the same machine, one after the other; and what FET says of the
//! timetables that Uurwerk wrote. It needs the program `fet-cl` (Debian package `fet`). Finished runs are kept, so that the table can be made
//! in pieces: a run that is there is not made again as long as the solver's sources stay the same.
//!
//!     UURWERK_SHARED=../shared cargo run --release -p uurwerk-benches --bin fet
//!     ... -- --files sa-,ro-mures --runs 1
//!     ... -- --folder /usr/share/doc/fet-data/examples                # other files
//!     ... -- --table                                                  # no runs, only the table of what is there

mod judge;
mod ours;
mod store;
mod table;

use anyhow::{Context, Result, bail};
use clap::Parser;
use std::path::{Path, PathBuf};
use store::{Program, Run, Store};

/// What to run.
#[derive(Parser, Debug)]
struct Args {
    /// Only files whose name begins so
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    files: Vec<String>,
    /// Where the files are [default: fet/examples of the shared folder]
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// Seconds that FET gets for a file that it has not solved in the first run of 60 s
    #[arg(long, default_value_t = 300)]
    limit: u32,
    /// Runs of each program, with seeds 1, 2, ...; the table has the medians
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=99))]
    runs: u32,
    /// Threads of Uurwerk; FET has one
    #[arg(long, default_value_t = 2)]
    threads: usize,
    /// No runs
    #[arg(long)]
    table: bool,
}

/// The sources that a result depends on.
const SOURCES: &[&str] = &[
    "crates/engine",
    "crates/formats/src/fet",
    "crates/formats/src/xml",
];
/// Seconds in which FET must solve a file for its time to be one to beat.
const USUAL: u32 = 60;

fn main() -> Result<()> {
    let args = Args::parse();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = args.folder.clone().unwrap_or_else(|| {
        std::env::var_os("UURWERK_SHARED")
            .map_or_else(|| root.join("../shared"), PathBuf::from)
            .join("fet/examples")
    });
    let mut files = Vec::new();
    gather(&folder, &mut files)?;
    files.sort();
    files.retain(|file| {
        args.files.is_empty() || args.files.iter().any(|start| name(file).starts_with(start))
    });
    if files.is_empty() {
        bail!("{} holds no such file", folder.display());
    }
    let version = uurwerk_benches::machine::version(&root, SOURCES)
        .context("the commit of the solver is needed: run this inside its git checkout")?;
    let mut store = Store::open(&root.join("target/bench-fet"))?;
    let page = root.join("benches/fet/RESULTS.md");
    for file in files.iter().filter(|_| !args.table) {
        for seed in 1..=args.runs {
            // One after the other, so that both meet the same machine.
            let theirs = match store.find(&name(file), Program::Fet, seed, None) {
                Some(run) => run.clone(),
                None => store.keep(fet(file, seed, &args, &store)?)?,
            };
            println!("{theirs}");
            if let Some(run) = store.find(&name(file), Program::Uurwerk, seed, Some(&version)) {
                println!("{run}");
                continue;
            }
            match ours::run(
                file,
                seed,
                &args_of(&args, &theirs),
                &version,
                store.folder(),
            ) {
                Ok(run) => println!("{}", store.keep(run)?),
                Err(fault) => eprintln!("error: {}: {fault:#}", file.display()),
            }
        }
        table::write(&page, &store, &version, args.threads)?;
    }
    table::write(&page, &store, &version, args.threads)?;
    println!("wrote {}", page.display());
    Ok(())
}

/// A run of FET; a file that it does not solve in the usual time gets the longer one.
fn fet(file: &Path, seed: u32, args: &Args, store: &Store) -> Result<Run> {
    let folder = store.folder().join(format!("{}-fet-{seed}", name(file)));
    let known = store.find(&name(file), Program::Fet, 1, None);
    let limit = if known.is_some_and(|run| !run.solved) {
        args.limit
    } else {
        USUAL
    };
    let mut verdict = judge::fet(file, &folder, seed, limit.into())?;
    if !verdict.accepted && limit < args.limit && seed == 1 {
        verdict = judge::fet(file, &folder, seed, args.limit.into())?;
    }
    Ok(Run {
        file: name(file),
        program: Program::Fet,
        seed,
        version: String::new(),
        threads: 1,
        solved: verdict.accepted,
        seconds: verdict.seconds,
        soft: verdict.soft,
        claimed: None,
        load: uurwerk_benches::machine::load(),
    })
}

/// What Uurwerk is measured against.
fn args_of(args: &Args, theirs: &Run) -> ours::Goal {
    ours::Goal {
        seconds: if theirs.solved {
            theirs.seconds
        } else {
            args.limit.into()
        },
        soft: theirs.soft.filter(|_| theirs.solved),
        threads: args.threads,
    }
}

fn name(file: &Path) -> String {
    file.file_stem()
        .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "fet") {
            files.push(path);
        }
    }
    Ok(())
}
