//! What a number was measured on: the processor, how busy it was, and the version of the code.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

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

/// Whether the running program is older than any source file below `root` in `paths`: then its results are not those of [`version`].
pub fn is_stale(root: &Path, paths: &[&str]) -> bool {
    let built = std::env::current_exe()
        .ok()
        .and_then(|program| modified(&program));
    let newest = paths
        .iter()
        .filter_map(|path| newest(&root.join(path)))
        .max();
    matches!((built, newest), (Some(built), Some(newest)) if built < newest)
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}

/// When a file, or the youngest file in a folder, was last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    if !path.is_dir() {
        return modified(path);
    }
    let entries = std::fs::read_dir(path).ok()?;
    entries
        .flatten()
        .filter_map(|entry| newest(&entry.path()))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_stale_when_a_source_is_younger() {
        let folder = std::env::temp_dir().join(format!("uurwerk-stale-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("src")).unwrap();
        std::fs::write(folder.join("src/old.rs"), "").unwrap();
        let old = std::fs::File::options()
            .write(true)
            .open(folder.join("src/old.rs"))
            .unwrap();
        old.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert!(!is_stale(&folder, &["src"]));
        std::fs::write(folder.join("src/young.rs"), "").unwrap();
        assert!(is_stale(&folder, &["src"]));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
