//! One run: read, solve within the limit, write, and let the judge say what the result costs.

use crate::archive::InstanceFile;
use crate::judge;
use crate::store::{self, Key, Run};
use anyhow::{Context, Result, anyhow, bail};
use std::path::Path;
use std::sync::Mutex;
use uurwerk_benches::clock::{self, Stopwatch};
use uurwerk_benches::machine;
use uurwerk_engine::{Control, SearchOptions, solve};
use uurwerk_formats::xhstt::{ArchiveInstance, SolutionGroup, read_archive, write_archive};

/// By how many seconds a run may miss its limit.
const GRACE: f64 = 1.0;
/// Which part of its limit a run may leave unused, and a second besides: exact programmes are begun only when they can be done in time.
const UNUSED: f64 = 0.02;

/// Makes a run, whose archive goes into the file `path`.
pub fn make(file: &InstanceFile, key: &Key, path: &Path, folder: &Path) -> Result<Run> {
    let load = machine::load();
    let watch = Stopwatch::start();
    let archive = read(&file.path)?;
    let limit = f64::from(key.limit);
    let incumbents = Mutex::new(Vec::new());
    let options = SearchOptions {
        seed: key.seed,
        threads: key.threads as usize,
        ..SearchOptions::default()
    };
    let control = Control {
        stop: &|| watch.seconds() >= limit,
        used: Some(&|| watch.seconds() / limit),
        incumbent: Some(&|cost, _| {
            // A poisoned lock only means that another listener died; the list is still a list.
            let mut list = incumbents
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            list.push((watch.seconds(), cost.hard, cost.soft));
        }),
    };
    let begin = watch.seconds();
    let outcome = solve(&archive.instance, &options, &control)
        .map_err(|faults| anyhow!("the solver refused its own start: {faults:?}"))?;
    let solved = watch.seconds();
    let text = write_archive(
        &archive,
        &group(key),
        std::slice::from_ref(&outcome.solution),
    );
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    let written = watch.seconds();
    let judged = judge::cost(folder, &[path])?;
    if judged != outcome.cost {
        bail!(
            "the solver claims {}, the judge says {judged}; see {}",
            outcome.cost,
            path.display()
        );
    }
    if written > limit + GRACE {
        bail!("took {written:.2} s with a limit of {limit} s");
    }
    if written < limit * (1.0 - UNUSED) - GRACE && outcome.cost > outcome.bound.cost {
        bail!(
            "gave up after {written:.2} s of {limit} s, with {} and no proof that it is least",
            outcome.cost
        );
    }
    let incumbents = incumbents
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok(Run {
        key: key.clone(),
        cost: (outcome.cost.hard, outcome.cost.soft),
        bound: (outcome.bound.cost.hard, outcome.bound.cost.soft),
        seconds: (solved - begin, written),
        moves: outcome.iterations,
        incumbents: store::thin(&incumbents),
        load: (load, machine::load()),
        processor: machine::processor(),
        ended: clock::now(),
    })
}

/// The one instance of a file.
pub fn read(path: &Path) -> Result<ArchiveInstance> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut archive =
        read_archive(&bytes).map_err(|faults| anyhow!("{}: {}", path.display(), faults[0]))?;
    if archive.instances.len() != 1 {
        bail!(
            "{} holds {} instances instead of one",
            path.display(),
            archive.instances.len()
        );
    }
    Ok(archive.instances.remove(0))
}

/// What is said of the run in the archive that it writes.
pub fn group(key: &Key) -> SolutionGroup {
    SolutionGroup {
        id: format!("uurwerk-{}-seed-{}", key.version, key.seed),
        contributor: "Uurwerk".to_owned(),
        date: clock::date(clock::now()),
        description: format!("{} threads, {} s", key.threads, key.limit),
    }
}
