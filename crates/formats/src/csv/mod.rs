//! CSV tables of a school: one file per table, by the names of a profile that says which file and which column is what, so that exports of
//! administration packages can be read as they come.

mod profile;
mod read;
mod text;
mod write;

pub use profile::{Heads, Profile, TableProfile};
pub use read::read;
pub(crate) use text::lines;
pub use write::write;

/// The files of a folder: names and contents.
pub type Files = [(String, Vec<u8>)];
