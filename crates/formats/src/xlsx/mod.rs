//! Workbooks: a school that a director fills in, with drop-downs, explanations in three languages, and the plan when there is one.

mod read;
mod write;

pub use read::read;
pub use write::write;
