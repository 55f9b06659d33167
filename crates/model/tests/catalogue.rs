//! Every code that a source file of the workspace reports has words and a remedy, and every code
//! with words is reported somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use uurwerk_model::{Diagnostic, Language, Message};

/// The codes of the form `UW0123` in string literals of the Rust files below a folder.
fn codes_below(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            codes_below(&path, codes);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            for piece in text.split("\"UW").skip(1) {
                let digits = piece.split('"').next().unwrap_or_default();
                if digits.len() == 4 && digits.chars().all(|c| c.is_ascii_digit()) {
                    codes.insert(format!("UW{digits}"));
                }
            }
        }
    }
}

fn used() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for entry in fs::read_dir(crates).expect("the crates").flatten() {
        let source = entry.path().join("src");
        if source.is_dir() {
            codes_below(&source, &mut codes);
        }
    }
    codes
}

#[test]
fn every_code_has_words_and_a_remedy() {
    let used = used();
    assert!(used.len() > 80, "{} codes found", used.len());
    for code in &used {
        for language in Language::ALL {
            assert!(
                Message::is_known(code, language),
                "{code} in {}",
                language.code()
            );
            let remedy = Diagnostic::error(code, "").remedy(language);
            assert!(!remedy.is_empty(), "{code} in {}", language.code());
        }
    }
}

#[test]
fn every_code_with_words_is_reported_somewhere() {
    let used = used();
    let catalogue = include_str!("../locales/en/diagnostics.ftl");
    for line in catalogue.lines().filter(|l| l.starts_with("UW")) {
        let code = line.split(' ').next().unwrap_or_default();
        assert!(used.contains(code), "{code} is never reported");
    }
}
