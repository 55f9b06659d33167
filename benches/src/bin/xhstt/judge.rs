//! The independent judge: an evaluator in another language, written from the specification by others.

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;
use uurwerk_engine::Cost;

/// The cost that the judge gives the one solution in `files` (an archive, or an instance and a solution).
pub fn cost(folder: &Path, files: &[&Path]) -> Result<Cost> {
    let script = folder.join("xhstt_eval.py");
    let output = Command::new("python3")
        .arg(&script)
        .args(files)
        .output()
        .context("python3 does not run")?;
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        bail!(
            "{} failed: {}",
            script.display(),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    let lines: Vec<&str> = said.lines().collect();
    let [line] = lines[..] else {
        bail!("the judge saw {} solutions instead of one", lines.len())
    };
    read(line).with_context(|| format!("the judge said: {line}"))
}

/// Reads `solution group=... instance=... hard=H soft=S`.
fn read(line: &str) -> Option<Cost> {
    let field = |name: &str| {
        line.split('\t')
            .find_map(|field| field.strip_prefix(name)?.parse().ok())
    };
    Some(Cost {
        hard: field("hard=")?,
        soft: field("soft=")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_judges_line_is_read() {
        let good = "solution\tgroup=a b\tinstance=X\thard=2\tsoft=1410";
        assert_eq!(
            read(good),
            Some(Cost {
                hard: 2,
                soft: 1410
            })
        );
        assert_eq!(read("solution\tgroup=a\tinstance=X\tINVALID type"), None);
    }
}
