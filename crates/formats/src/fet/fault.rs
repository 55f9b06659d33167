//! The codes of a FET file's faults, `UW3200` to `UW3249`, and of what is noted about a file that can be read, `UW3250` to `UW3299`.

use crate::xml::Codes;

pub use crate::xml::XmlFault as FetFault;
pub(super) use crate::xml::{ENOUGH, Faults};

/// What the reader of XML itself finds.
pub(super) const CODES: Codes = Codes {
    encoding: "UW3201",
    syntax: "UW3202",
    doctype: "UW3203",
    depth: "UW3204",
    element: ELEMENT,
    missing: MISSING,
    value: VALUE,
    more: MORE,
};

/// An element that does not belong where it stands.
pub(super) const ELEMENT: &str = "UW3205";
/// A required element is missing.
pub(super) const MISSING: &str = "UW3206";
/// A value that is not what it should be.
pub(super) const VALUE: &str = "UW3207";
/// A name or number used twice.
pub(super) const DUPLICATE: &str = "UW3208";
/// A reference to what does not exist.
pub(super) const REFERENCE: &str = "UW3209";
/// A number of things that is not the number of those that follow: FET itself does not read such a file.
pub(super) const COUNT: &str = "UW3210";
/// A weight below 100 where FET itself takes no other.
pub(super) const WEIGHT: &str = "UW3211";
/// The problem is refused by the engine.
pub(super) const PROBLEM: &str = "UW3212";
/// The timetable in the file is not one of its activities.
pub(super) const SOLUTION: &str = "UW3213";

/// There are more faults than are listed.
const MORE: &str = "UW3214";

/// Constraints of a family that is not known.
pub(super) const UNKNOWN: &str = "UW3250";
/// Constraints of a family that is known but cannot be held to.
pub(super) const UNMAPPED: &str = "UW3251";
/// Constraints that are held to more strictly than FET does.
pub(super) const STRICTER: &str = "UW3252";
/// Constraints whose soft conflicts are counted in another way than FET does.
pub(super) const APPROXIMATE: &str = "UW3253";
/// A mode of FET in which constraints mean something else.
pub(super) const MODE: &str = "UW3254";
