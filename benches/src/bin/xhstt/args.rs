//! The arguments, and where things are.

use anyhow::{Result, bail};
use clap::Parser;
use std::path::PathBuf;

/// What results depend on: a commit to anything else leaves them valid.
pub const SOURCES: &[&str] = &["crates/engine", "crates/mip", "crates/formats/src/xhstt"];

/// Solves the instances of the XHSTT archive, has the results judged, and regenerates the table of results
#[derive(Parser)]
#[command(name = "xhstt", max_term_width = 100)]
pub struct Args {
    /// Instances, by name or the beginning of it [default: all]
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub instances: Vec<String>,
    /// Seeds
    #[arg(
        long,
        value_name = "NUMBERS",
        value_delimiter = ',',
        default_value = "1,2,3"
    )]
    pub seeds: Vec<u64>,
    /// Time limits in seconds, reading and writing included
    #[arg(long, value_name = "SECONDS", value_delimiter = ',', default_value = "60", value_parser = clap::value_parser!(u32).range(1..))]
    pub limits: Vec<u32>,
    /// Threads of the solver
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=256))]
    pub threads: u32,
    /// Folder of the table, the plots, the records and the finished runs
    #[arg(long, value_name = "FOLDER", default_value_os_t = root().join("benches/xhstt"))]
    pub output: PathBuf,
    /// Folder of what the solver wrote
    #[arg(long, value_name = "FOLDER", default_value_os_t = root().join("target/bench/xhstt"))]
    pub state: PathBuf,
    /// Make no runs, only the table of those that are there
    #[arg(long)]
    pub table: bool,
    /// Make runs again that are there
    #[arg(long)]
    pub again: bool,
    /// Let the newest run of an older version stand in the table where this version has none
    #[arg(long)]
    pub older: bool,
}

impl Args {
    /// The folder of the XHSTT archive, from `UURWERK_SHARED` (default: `shared` beside the checkout).
    pub fn archive(&self) -> Result<PathBuf> {
        let shared = std::env::var_os("UURWERK_SHARED")
            .map_or_else(|| root().join("../shared"), PathBuf::from);
        let folder = shared.join("xhstt");
        if !folder.is_dir() {
            bail!(
                "there is no XHSTT archive in {}: set UURWERK_SHARED to the folder that holds `xhstt`",
                folder.display()
            );
        }
        Ok(folder)
    }

    /// Whether an instance was asked for.
    pub fn wants(&self, name: &str) -> bool {
        self.instances.is_empty()
            || self
                .instances
                .iter()
                .any(|wanted| name.starts_with(wanted.as_str()))
    }

    /// Limits and seeds, in order: one seed of all before the next, so that an interrupted series says something of every limit.
    pub fn runs(&self) -> impl Iterator<Item = (u32, u64)> + '_ {
        self.limits
            .iter()
            .flat_map(|&limit| self.seeds.iter().map(move |&seed| (limit, seed)))
    }
}

/// The checkout.
pub fn root() -> PathBuf {
    let benches = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    benches
        .parent()
        .map_or_else(|| benches.clone(), PathBuf::from)
}
