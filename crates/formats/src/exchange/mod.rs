//! What every format of schools reads into and writes from: a school, who teaches at present, when and where.

mod decided;
mod lost;

pub use decided::Decided;
pub use lost::beside_the_school;
pub(crate) use lost::{Feature, lacking, left_out};

use uurwerk_model::{Assignment, Diagnostics, Placement, SchoolDocument};

/// A school as a file of others tells it.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The school; `School::from_document` checks it.
    pub document: SchoolDocument,
    /// What had to be assumed or left out, each with a count, examples and what overrides it.
    pub assumptions: Diagnostics,
    /// Who gives the lessons at present.
    pub allocation: Vec<Assignment>,
    /// When and where they are given at present, as far as the files say.
    pub timetable: Vec<Placement>,
}

/// Files to write, and what could not be written into them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Names and contents; one file when the format is one file.
    pub files: Vec<(String, Vec<u8>)>,
    /// What did not fit, each with a count and examples.
    pub lost: Diagnostics,
}
