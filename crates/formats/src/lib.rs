//! Reading and writing the files of others. Every reader takes bytes and gives a value or every
//! fault in them, each with file, line and field; nothing here touches a disk.
#![forbid(unsafe_code)]

pub mod asc;
pub mod csv;
mod exchange;
pub mod fet;
pub mod ical;
mod line;
mod notes;
pub mod oneroster;
mod roster;
mod table;
pub mod untis;
pub mod xhstt;
pub mod xlsx;
pub mod xml;

pub use exchange::{Decided, Imported, Written, beside_the_school};
