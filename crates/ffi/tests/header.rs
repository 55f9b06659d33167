//! The header in `include/` says what the library does: made again from the source, it is the same.
#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;

#[test]
fn the_header_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(root.join("cbindgen.toml")).unwrap();
    // The modules come with it.
    let builder = cbindgen::Builder::new()
        .with_config(config)
        .with_src(root.join("src/lib.rs"));
    let mut made = Vec::new();
    builder.generate().unwrap().write(&mut made);
    let made = String::from_utf8(made).unwrap();
    let names = made.split(|c: char| !c.is_alphanumeric() && c != '_');
    let called = names.filter(|name| name.starts_with("uurwerk_"));
    let called: std::collections::BTreeSet<_> = called.collect();
    let declared = |name: &&str| {
        let declaration = format!("{name}(");
        let lines = made.lines().filter(|line| !line.starts_with("//"));
        lines.filter(|line| line.contains(&declaration)).count() > 1
    };
    let twice: Vec<_> = called.into_iter().filter(declared).collect();
    assert_eq!(twice, Vec::<&str>::new(), "declared twice");
    let path = root.join("include/uurwerk.h");
    if std::env::var_os("UURWERK_BLESS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        kept, made,
        "run with UURWERK_BLESS=1 to renew include/uurwerk.h"
    );
}
