//! XHSTT-2014 archives: the public format of high-school timetabling problems and their solutions.
//!
//! [`read_archive`] gives the instances of an archive, compiled for the engine, with the names that the engine does not keep;
//! [`read_solutions`] reads timetables for them, and [`write_archive`] writes timetables in the order of children that strict readers want.
//! Source: Post et al., *XHSTT: an XML archive for high school timetabling problems in different countries*.

mod certificate;
mod constraints;
mod events;
mod fault;
mod instance;
mod names;
mod solutions;
mod tree;
mod write;

pub use certificate::certificate;
pub use fault::XhsttFault;
pub use instance::{Archive, ArchiveInstance};
pub use names::Names;
pub use solutions::{StoredSolution, read_solutions};
pub use write::{SolutionGroup, write_archive, write_solutions};

/// Reads the instances of an archive; solutions in it are left aside (see [`read_solutions`]).
///
/// ```
/// let faults = uurwerk_formats::xhstt::read_archive(b"<HighSchoolTimetableArchive><Oops/></HighSchoolTimetableArchive>").err();
/// assert_eq!(faults.map(|faults| faults[0].code), Some("UW3105"));
/// ```
///
/// # Errors
/// Every fault of the file, each with its line and column: text that is not XML or not UTF-8, document type definitions, unknown or misplaced
/// elements, missing or wrong values, references to what does not exist, and whatever the engine finds wrong with the problem.
pub fn read_archive(bytes: &[u8]) -> Result<Archive, Vec<XhsttFault>> {
    instance::read(bytes)
}
