//! What lies in the folder of the archive: instances, and the best costs that anybody published. Read when run, never kept in the project.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use uurwerk_engine::Cost;

/// An instance's file.
pub struct InstanceFile {
    /// Its name without `.xml`.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
}

/// The best known cost of each instance, by name.
pub type BestKnown = BTreeMap<String, Cost>;

/// The instances, in the order of their names.
pub fn instances(folder: &Path) -> Result<Vec<InstanceFile>> {
    let folder = folder.join("instances");
    let entries =
        std::fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if let Some(name) = path
            .file_stem()
            .filter(|_| path.extension().is_some_and(|end| end == "xml"))
        {
            found.push(InstanceFile {
                name: name.to_string_lossy().into_owned(),
                path: path.clone(),
            });
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// The table of best known costs.
pub fn best_known(folder: &Path) -> Result<BestKnown> {
    let path = folder.join("best-known.csv");
    let read = || -> Result<BestKnown> {
        let mut table = csv::Reader::from_path(&path)?;
        let mut best = BestKnown::new();
        for row in table.deserialize() {
            let row: Row = row?;
            best.insert(
                row.instance,
                Cost {
                    hard: row.best_known_hard,
                    soft: row.best_known_soft,
                },
            );
        }
        Ok(best)
    };
    read().with_context(|| format!("cannot read {}", path.display()))
}

#[derive(serde::Deserialize)]
struct Row {
    instance: String,
    best_known_hard: i64,
    best_known_soft: i64,
}
