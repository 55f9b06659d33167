//! Generated schools against the rules, counted from scratch, and the fixtures of the repository.

use super::*;

/// The fixtures: file, staff, seed.
const FIXTURES: [(&str, u32, u64); 2] = [("small", 25, 2026), ("large", 95, 2026)];

/// A fixture is what its options give. With `UURWERK_BLESS=1` the files are written anew.
#[test]
fn fixtures_are_what_their_options_give() {
    for (name, teachers, seed) in FIXTURES {
        let options = GenerateOptions {
            teachers,
            seed,
            ..GenerateOptions::default()
        };
        let school = generate(&options).unwrap();
        let text = serde_json::to_string_pretty(&school).unwrap() + "\n";
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");
        let path = format!("{root}/{name}.json");
        if std::env::var_os("UURWERK_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let file = std::fs::read_to_string(&path).unwrap();
        assert!(file == text, "{name}.json differs from what its seed gives");
        assert!(file.len() < 2_000_000);
    }
}
