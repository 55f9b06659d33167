//! Finished runs: one line of JSON each, in a file of the project, so that a table of many hours is made in pieces, on any machine. What the
//! solver wrote lies in a folder of its own, for as long as it lasts.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::{Path, PathBuf};
use uurwerk_engine::Cost;

/// What makes a run the same run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    /// Name of the instance.
    pub instance: String,
    /// Time limit, seconds.
    pub limit: u32,
    /// Seed.
    pub seed: u64,
    /// Threads of the solver.
    pub threads: u32,
    /// Version of the solver: a commit.
    pub version: String,
}

/// A finished run, whose cost the judge confirmed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Run {
    /// Which.
    pub key: Key,
    /// Hard and soft cost.
    pub cost: (i64, i64),
    /// Proved lower bound.
    pub bound: (i64, i64),
    /// Seconds that the solver took, and seconds with reading and writing.
    pub seconds: (f64, f64),
    /// Moves evaluated, all threads together.
    pub moves: u64,
    /// Improving solutions: seconds since the start, hard cost, soft cost. Of those close together the last, see [`thin`].
    pub incumbents: Vec<(f64, i64, i64)>,
    /// Load average before and after.
    pub load: (Option<f64>, Option<f64>),
    /// The processor.
    pub processor: String,
    /// When it ended, seconds since 1970.
    pub ended: u64,
}

impl Run {
    /// What the solution costs.
    pub fn cost(&self) -> Cost {
        Cost {
            hard: self.cost.0,
            soft: self.cost.1,
        }
    }

    /// What no solution can cost less than.
    pub fn bound(&self) -> Cost {
        Cost {
            hard: self.bound.0,
            soft: self.bound.1,
        }
    }

    /// Seconds after which the final cost was reached.
    pub fn reached(&self) -> f64 {
        self.incumbents
            .last()
            .map_or(self.seconds.1, |incumbent| incumbent.0)
    }

    /// Evaluated moves per second and thread.
    pub fn speed(&self) -> f64 {
        self.moves as f64 / self.seconds.0.max(1e-9) / f64::from(self.key.threads)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            instance,
            limit,
            seed,
            threads,
            version,
        } = self;
        write!(f, "{instance}-{limit}s-seed{seed}-t{threads}-{version}")
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (cost, bound) = (self.cost(), self.bound());
        write!(
            f,
            "{}: ({}, {}) bound ({}, {}) reached after {:.1} s of {:.1} s, {:.0} moves/s",
            self.key,
            cost.hard,
            cost.soft,
            bound.hard,
            bound.soft,
            self.reached(),
            self.seconds.1,
            self.speed()
        )
    }
}

/// By how much later than another an incumbent must come to be kept beside it, as a part of the time: less is no pixel of the plot.
const CLOSE: f64 = 0.03;

/// The last of every few incumbents that are close together in time; times to the millisecond.
pub fn thin(incumbents: &[(f64, i64, i64)]) -> Vec<(f64, i64, i64)> {
    let mut kept: Vec<(f64, i64, i64)> = Vec::new();
    let mut begun = 0.0;
    for &(seconds, hard, soft) in incumbents {
        if seconds > begun * (1.0 + CLOSE) {
            begun = seconds;
        } else {
            kept.pop();
        }
        kept.push(((seconds * 1e3).round() / 1e3, hard, soft));
    }
    kept
}

/// The finished runs, and the folder of what the solver wrote.
pub struct Store {
    record: PathBuf,
    folder: PathBuf,
    runs: Vec<Run>,
}

impl Store {
    /// Reads the record, which need not be there, and makes the folder.
    pub fn open(record: &Path, folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        let text = if record.exists() {
            std::fs::read_to_string(record)
                .with_context(|| format!("cannot read {}", record.display()))?
        } else {
            String::new()
        };
        let run = |(line, text)| {
            serde_json::from_str(text)
                .with_context(|| format!("{}:{} is no run", record.display(), line + 1))
        };
        Ok(Self {
            record: record.to_owned(),
            folder: folder.to_owned(),
            runs: text.lines().enumerate().map(run).collect::<Result<_>>()?,
        })
    }

    /// Whether the run is finished. Those of sources that were being changed do not count: nobody knows what they were.
    pub fn holds(&self, key: &Key) -> bool {
        !key.version.ends_with("-dirty") && self.runs.iter().any(|run| run.key == *key)
    }

    /// Where a run's archive is written.
    pub fn solution(&self, key: &Key) -> PathBuf {
        self.folder.join(format!("{key}.xml"))
    }

    /// Keeps a run, in the place of an older one of its key. The record is never half written.
    pub fn save(&mut self, run: Run) -> Result<()> {
        self.runs.retain(|other| other.key != run.key);
        self.runs.push(run);
        self.runs.sort_by(|one, two| one.key.cmp(&two.key));
        let mut text = String::new();
        for run in &self.runs {
            text += &serde_json::to_string(run)?;
            text.push('\n');
        }
        let fresh = self.record.with_extension("new");
        std::fs::write(&fresh, text)
            .and_then(|()| std::fs::rename(&fresh, &self.record))
            .with_context(|| format!("cannot write {}", self.record.display()))
    }

    /// All runs that are there.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }
}

/// The runs that a table speaks of: of one number of threads and one version, and, where wanted, the newest of older ones in the gaps.
pub struct Selection<'r> {
    runs: Vec<&'r Run>,
}

impl<'r> Selection<'r> {
    /// Chooses among all runs.
    pub fn new(all: &'r [Run], threads: u32, version: &str, older: bool) -> Self {
        let fits = |run: &&Run| run.key.threads == threads && (older || run.key.version == version);
        let mut runs: Vec<&Run> = all.iter().filter(fits).collect();
        let place = |run: &Run| (run.key.instance.clone(), run.key.limit, run.key.seed);
        // This version first, then the newest: the first of each place stays.
        runs.sort_by_key(|run| {
            (
                place(run),
                run.key.version != version,
                std::cmp::Reverse(run.ended),
            )
        });
        runs.dedup_by_key(|run| place(run));
        Self { runs }
    }

    /// The runs of an instance with a limit, by seed.
    pub fn of(&self, instance: &str, limit: u32) -> Vec<&'r Run> {
        self.runs
            .iter()
            .copied()
            .filter(|run| run.key.instance == instance && run.key.limit == limit)
            .collect()
    }

    /// All.
    pub fn all(&self) -> impl Iterator<Item = &'r Run> + '_ {
        self.runs.iter().copied()
    }

    /// The limits asked for and those of the runs, ascending.
    pub fn limits(&self, asked: &[u32]) -> Vec<u32> {
        let mut limits: Vec<u32> = self
            .all()
            .map(|run| run.key.limit)
            .chain(asked.iter().copied())
            .collect();
        limits.sort_unstable();
        limits.dedup();
        limits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(instance: &str, seed: u64, soft: i64) -> Run {
        Run {
            key: Key {
                instance: instance.to_owned(),
                limit: 60,
                seed,
                threads: 2,
                version: "0123456".to_owned(),
            },
            cost: (0, soft),
            bound: (0, 0),
            seconds: (59.0, 60.0),
            moves: 1,
            incumbents: vec![(1.0, 0, soft)],
            load: (None, Some(2.0)),
            processor: "any".to_owned(),
            ended: 0,
        }
    }

    #[test]
    fn incumbents_close_together_leave_the_last() {
        let all = [
            (0.0, 9, 0),
            (1.0, 5, 1),
            (1.02, 4, 2),
            (1.029_999, 3, 3),
            (1.04, 2, 4),
            (9.0, 0, 5),
        ];
        let kept = [(0.0, 9, 0), (1.03, 3, 3), (1.04, 2, 4), (9.0, 0, 5)];
        assert_eq!(thin(&all), kept);
        assert_eq!(thin(&[]), []);
    }

    #[test]
    fn runs_are_there_again_and_one_of_a_key_replaces_the_other() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("uurwerk-store-{}", std::process::id()));
        let record = folder.join("runs.jsonl");
        let mut store = Store::open(&record, &folder)?;
        for run in [run("B", 1, 7), run("A", 2, 5), run("B", 1, 6)] {
            store.save(run)?;
        }
        let again = Store::open(&record, &folder)?;
        let found = again
            .runs()
            .iter()
            .map(|run| (run.key.instance.as_str(), run.cost.1));
        assert_eq!(found.collect::<Vec<_>>(), [("A", 5), ("B", 6)]);
        assert!(again.holds(&run("B", 1, 0).key) && !again.holds(&run("B", 2, 0).key));
        std::fs::write(&record, "{}\n")?;
        assert!(Store::open(&record, &folder).is_err());
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
