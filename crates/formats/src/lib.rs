//! Reading and writing the files of others. Every reader takes bytes and gives a value or every
//! fault in them, each with file, line and field; nothing here touches a disk.
#![forbid(unsafe_code)]

pub mod fet;
pub mod untis;
pub mod xhstt;
pub mod xml;
