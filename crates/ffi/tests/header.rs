//! The header in `include/` says what the library does: made again from the source, it is the same.
#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;

#[test]
fn the_header_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(root.join("cbindgen.toml")).unwrap();
    let sources = [
        "lib.rs",
        "bytes.rs",
        "callbacks.rs",
        "calls.rs",
        "handles.rs",
        "options.rs",
        "questions.rs",
    ];
    let mut builder = cbindgen::Builder::new().with_config(config);
    for source in sources {
        builder = builder.with_src(root.join("src").join(source));
    }
    let mut made = Vec::new();
    builder.generate().unwrap().write(&mut made);
    let made = String::from_utf8(made).unwrap();
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
