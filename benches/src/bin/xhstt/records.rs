//! Solutions better than the best known: kept in the project, without the instance, which is not ours to copy.

use crate::archive::InstanceFile;
use crate::args::Args;
use crate::judge;
use crate::run;
use crate::store::{Run, Store};
use anyhow::{Context, Result, anyhow, bail};
use std::path::{Path, PathBuf};
use uurwerk_engine::{Cost, evaluate};
use uurwerk_formats::xhstt::{ArchiveInstance, read_solutions, write_solutions};

/// Keeps a run's solution when it beats both the best known one and the record that is there; gives its file.
pub fn keep(
    args: &Args,
    file: &InstanceFile,
    run: &Run,
    best: Cost,
    store: &Store,
    folder: &Path,
) -> Result<Option<PathBuf>> {
    if run.cost() >= best {
        return Ok(None);
    }
    let archive = run::read(&file.path)?;
    let path = args
        .output
        .join("records")
        .join(format!("{}.xml", file.name));
    if path.exists() && cost_of(&archive, &path)? <= run.cost() {
        return Ok(None);
    }
    let written = store.solution(&run.key);
    let bytes =
        std::fs::read(&written).with_context(|| format!("cannot read {}", written.display()))?;
    let mut stored = read_solutions(&bytes, std::slice::from_ref(&archive))
        .map_err(|faults| anyhow!("{}: {}", written.display(), faults[0]))?;
    if stored.len() != 1 {
        bail!(
            "{} holds {} solutions instead of one",
            written.display(),
            stored.len()
        );
    }
    let text = write_solutions(
        &archive,
        &run::group(&run.key),
        &[stored.remove(0).solution],
    );
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    // Judged before it takes the place of an older record.
    let fresh = path.with_extension("new");
    std::fs::write(&fresh, text).with_context(|| format!("cannot write {}", fresh.display()))?;
    let judged = judge::cost(folder, &[&file.path, &fresh])?;
    if judged != run.cost() {
        bail!(
            "{}: the judge says {judged}, the run said {}",
            fresh.display(),
            run.cost()
        );
    }
    std::fs::rename(&fresh, &path)?;
    Ok(Some(path))
}

fn cost_of(archive: &ArchiveInstance, path: &Path) -> Result<Cost> {
    let bytes = std::fs::read(path)?;
    let stored = read_solutions(&bytes, std::slice::from_ref(archive))
        .map_err(|faults| anyhow!("{}: {}", path.display(), faults[0]))?;
    let first = stored
        .first()
        .with_context(|| format!("{} holds no solution", path.display()))?;
    let evaluation = evaluate(&archive.instance, &first.solution)
        .map_err(|faults| anyhow!("{}: {}", path.display(), faults[0]))?;
    Ok(evaluation.cost)
}
