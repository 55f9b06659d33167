//! OneRoster CSV, versions 1.1 and 1.2 (1EdTech): staff and classes in, who teaches which class out.
//!
//! OneRoster knows no times. A class of the type `homeroom` is a class of the school, one of the type `scheduled` is a lesson; its periods, a
//! free text in the standard, are written and read as places of the week with commas between them.

mod read;
mod records;
mod write;

pub use read::read;
pub use write::{Version, write};
