//! FET itself, run as a program of its own: as the peer that solves a file, and as the judge of a file that is locked in full.

use anyhow::{Context, Result};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use uurwerk_benches::clock::Stopwatch;

/// How a run of FET ended.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Whether it says that every hard constraint holds.
    pub accepted: bool,
    /// Its total of soft conflicts.
    pub soft: Option<f64>,
    /// Wall-clock time.
    pub seconds: f64,
}

/// Runs FET on a file. Its own limit is looked at only between two activities, and a refused place is tried for minutes: after the limit it is
/// stopped from here.
pub fn fet(file: &Path, folder: &Path, seed: u32, limit: f64) -> Result<Verdict> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let seeds = ["10", "11", "12", "20", "21", "22"]
        .map(|part| format!("--randomseeds{part}={}", seed + 10));
    let watch = Stopwatch::start();
    let child = Command::new("fet-cl")
        .arg(format!(
            "--inputfile={}",
            std::path::absolute(file)?.display()
        ))
        .arg(format!(
            "--outputdir={}",
            std::path::absolute(folder)?.display()
        ))
        .args([
            "--language=en_US",
            "--htmllevel=0",
            "--writetimetableconflicts=true",
        ])
        .arg(format!("--timelimitseconds={}", limit.ceil()))
        .args(seeds)
        .env("QT_QPA_PLATFORM", "offscreen")
        .env("LC_ALL", "C.UTF-8")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start fet-cl (Debian package `fet`)")?;
    wait(child, &watch, limit + 5.0)?;
    let seconds = watch.seconds();
    let result = std::fs::read_to_string(folder.join("logs/result.txt")).unwrap_or_default();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let report = folder.join(format!("timetables/{stem}/{stem}_soft_conflicts.txt"));
    let soft = std::fs::read_to_string(report).ok().and_then(|text| {
        let line = text.lines().find_map(|line| {
            line.trim_start_matches('\u{feff}')
                .strip_prefix("Total soft conflicts: ")
        })?;
        line.trim().parse().ok()
    });
    Ok(Verdict {
        accepted: result.contains("Simulation successful"),
        soft,
        seconds,
    })
}

/// What FET says of a file in which every activity is locked. Soft constraints are broken by lot while it places the activities, so a valid
/// timetable may be refused once; three times would be too unlikely.
pub fn judge(file: &Path, folder: &Path) -> Result<Verdict> {
    let mut verdict = fet(file, folder, 1, 10.0)?;
    for seed in 2..4 {
        if verdict.accepted {
            break;
        }
        verdict = fet(file, folder, seed, 10.0)?;
    }
    Ok(verdict)
}

fn wait(mut child: Child, watch: &Stopwatch, limit: f64) -> Result<()> {
    while child.try_wait()?.is_none() {
        if watch.seconds() > limit {
            child.kill()?;
            child.wait()?;
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}
