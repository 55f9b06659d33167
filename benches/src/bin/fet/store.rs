//! Finished runs, one JSON object a line.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Who ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Program {
    /// The peer.
    Fet,
    /// This project.
    Uurwerk,
}

/// One run of one program on one file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Run {
    /// The file's name without its ending.
    pub file: String,
    /// Who ran.
    pub program: Program,
    /// Seed.
    pub seed: u32,
    /// Commit of the solver; empty for FET.
    pub version: String,
    /// Threads.
    pub threads: u32,
    /// Whether FET says that no hard conflict is left.
    pub solved: bool,
    /// Wall-clock seconds, from reading the file to having written the timetable.
    pub seconds: f64,
    /// Soft conflicts as FET counts them.
    pub soft: Option<f64>,
    /// What Uurwerk itself says of its timetable.
    pub claimed: Option<String>,
    /// How busy the machine was.
    pub load: Option<f64>,
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let outcome = if self.solved { "solved" } else { "not solved" };
        write!(
            f,
            "{} {:?} seed {}: {outcome} in {:.2} s",
            self.file, self.program, self.seed, self.seconds
        )?;
        if let Some(soft) = self.soft {
            write!(f, ", soft {soft}")?;
        }
        match &self.claimed {
            Some(claimed) => write!(f, " ({claimed})"),
            None => Ok(()),
        }
    }
}

/// The runs so far.
pub struct Store {
    folder: PathBuf,
    runs: Vec<Run>,
}

impl Store {
    /// Opens, or makes, the store in a folder.
    pub fn open(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        let text = std::fs::read_to_string(folder.join("runs.jsonl")).unwrap_or_default();
        // A line that was cut off by an interruption is a run that is not there.
        let runs = text
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        Ok(Self {
            folder: folder.to_owned(),
            runs,
        })
    }

    /// Where runs may leave their files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All runs.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// A run that is there, of a version if one is given.
    pub fn find(
        &self,
        file: &str,
        program: Program,
        seed: u32,
        version: Option<&str>,
    ) -> Option<&Run> {
        self.runs.iter().find(|run| {
            run.file == file
                && run.program == program
                && run.seed == seed
                && version.is_none_or(|version| run.version == version)
        })
    }

    /// Keeps a run.
    pub fn keep(&mut self, run: Run) -> Result<Run> {
        let mut file = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.folder.join("runs.jsonl"))?;
        writeln!(file, "{}", serde_json::to_string(&run)?)?;
        self.runs.push(run.clone());
        Ok(run)
    }
}
