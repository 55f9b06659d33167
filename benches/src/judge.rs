//! The school bench's own judge, for tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Where the school bench is, when it is there.
pub fn bench() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let shared = std::env::var_os("UURWERK_SHARED").map_or(beside, PathBuf::from);
    Some(shared.join("schoolbench")).filter(|bench| bench.is_dir())
}

/// What the judge says of an answer to the job `alloc` or `tt`: `(hard, cost)`.
pub fn judged(bench: &Path, instance: &Path, job: &str, answer: &Value) -> (i64, i64) {
    let name = format!("uurwerk-{job}-{}", std::process::id());
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, answer.to_string()).unwrap();
    let judge = bench.join("evaluate.py");
    let said = Command::new("python3")
        .arg(&judge)
        .arg(instance)
        .arg(format!("--{job}"))
        .arg(&file)
        .output()
        .unwrap();
    std::fs::remove_file(&file).unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let line = said
        .lines()
        .find(|line| line.starts_with(&format!("{job} ")))
        .unwrap();
    let number = |name: &str| {
        let (_, rest) = line.split_once(&format!("'{name}': ")).unwrap();
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap()
    };
    (number("hard"), number("cost"))
}
