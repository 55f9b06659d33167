//! What a number was measured on: the processor, how busy it was, and the version of the code.

use std::path::Path;
use std::process::Command;

/// The processor and its number of threads: `Intel(R) Xeon(R) Processor, 2 threads`.
pub fn processor() -> String {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let model = std::fs::read_to_string("/proc/cpuinfo")
        .ok()
        .and_then(|text| {
            let line = text.lines().find(|line| line.starts_with("model name"))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        });
    format!(
        "{}, {threads} threads",
        model.as_deref().unwrap_or(std::env::consts::ARCH)
    )
}

/// Processes that ran or waited in the last minute, on average; none where the system does not tell.
pub fn load() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// The last commit that touched any of `paths` below `root`, with `-dirty` behind it when they differ from it now.
///
/// A result depends on the sources of the solver alone: a later commit to anything else leaves it valid.
pub fn version(root: &Path, paths: &[&str]) -> Option<String> {
    let git = |arguments: &[&str]| {
        let output = Command::new("git")
            .arg("-C")
            .arg(root)
            .args(arguments)
            .arg("--")
            .args(paths)
            .output()
            .ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let commit =
        git(&["log", "-1", "--format=%h", "--abbrev=9"]).filter(|commit| !commit.is_empty())?;
    let changed = !git(&["status", "--porcelain"])?.is_empty();
    Some(if changed { commit + "-dirty" } else { commit })
}
