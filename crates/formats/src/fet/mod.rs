//! FET files, versions 5 and 6: the format of the free timetabling program of that name.
//!
//! [`read`] gives a [`FetFile`]: the week, the people, the rooms and the activities compiled for the engine, with a note for every family of
//! constraints that is not held to. [`read_solution`] reads the timetable that locks in a file make, and [`write_solution`] writes the file
//! back, byte for byte, with such locks added, so that FET shows the timetable and reports its soft conflicts itself.

mod atoms;
mod availability;
mod between;
mod changes;
mod data;
mod entities;
mod families;
mod fault;
mod file;
mod load;
mod locks;
mod mapper;
mod names;
mod notes;
mod placing;
mod reduce;
mod rooms;
mod weight;

pub use fault::FetFault;
pub use file::{FetConstraint, FetFile};
pub use notes::Note;

use uurwerk_engine::Solution;

/// The origin of what no constraint of the file asks for.
const IMPLIED: u32 = u32::MAX;

/// Whether bytes look like a FET file, by the name of their first element.
///
/// ```
/// use uurwerk_formats::fet::looks_like_fet;
/// assert!(looks_like_fet(b"<?xml version=\"1.0\"?>\n<fet version=\"6.8.5\">"));
/// assert!(!looks_like_fet(b"<HighSchoolTimetableArchive/>"));
/// ```
pub fn looks_like_fet(bytes: &[u8]) -> bool {
    file::looks_like(bytes)
}

/// Reads a FET file.
///
/// ```
/// let faults = uurwerk_formats::fet::read(b"<fet version=\"6.8.5\"><Days_List/></fet>").err();
/// assert_eq!(faults.map(|faults| faults[0].code), Some("UW3206")); // no hours
/// ```
///
/// # Errors
/// Every fault of the file, each with its line and column: text that is not XML or not UTF-8, document type definitions, missing or wrong
/// values, counts that FET itself would stumble over, names of what does not exist. Families of constraints that are not known are no faults:
/// they are in [`FetFile::notes`].
pub fn read(bytes: &[u8]) -> Result<FetFile, Vec<FetFault>> {
    file::read(bytes)
}

/// Reads the timetable that the locks of weight 100 in a file make, for the activities of `file`; those without lock have no time.
///
/// # Errors
/// The faults of a file that is no FET file, or that locks what `file` does not have.
pub fn read_solution(bytes: &[u8], file: &FetFile) -> Result<Solution, Vec<FetFault>> {
    locks::read(bytes, file)
}

/// The file with a solution as locks, everything else byte for byte as it was read. Locks that the file had stay in it, and hold for activities
/// to which the solution gives no place: what was written is what [`read_solution`] reads of it. The solution must be valid for the file's instance, as
/// the solver or [`read_solution`] gave it.
pub fn write_solution(file: &FetFile, solution: &Solution) -> String {
    locks::write(file, solution)
}
