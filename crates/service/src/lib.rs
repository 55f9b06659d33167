//! One call from bytes to bytes, as programs in other languages make it: a [`Context`] with a number of threads that
//! any number of calls share, documents in UTF-8 in and out, every fault as a code and a list of diagnostics, no
//! panic that gets out.
//!
//! The C ABI and the Python package are thin skins over this crate, so that both do the same.
#![forbid(unsafe_code)]

mod answer;
mod context;
mod files;
mod jobs;
mod options;
mod questions;
mod turns;
mod watch;

pub use answer::{Answer, Status, guarded, refuse};
pub use context::{Context, THREADS_MAX};
pub use files::{Format, NamedFile};
pub use options::CallOptions;
pub use watch::{Call, Cancel, News};

/// Most bytes that a document may have: more than any school needs, and little enough to answer for.
pub const DOCUMENT_MAX: usize = 256 << 20;
