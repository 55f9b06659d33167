//! The codes of an XHSTT file's faults, `UW3100` to `UW3199`: one for each kind of fault.

use crate::xml::Codes;

pub use crate::xml::XmlFault as XhsttFault;
pub(super) use crate::xml::{ENOUGH, Faults};

/// What the reader of XML itself finds.
pub(super) const CODES: Codes = Codes {
    encoding: "UW3101",
    syntax: "UW3102",
    doctype: "UW3103",
    depth: "UW3104",
    element: ELEMENT,
    missing: MISSING,
    value: VALUE,
    more: MORE,
};

/// An element that does not belong where it stands, or stands out of order.
pub(super) const ELEMENT: &str = "UW3105";
/// A required element or attribute is missing.
pub(super) const MISSING: &str = "UW3106";
/// A value that is not what it should be.
pub(super) const VALUE: &str = "UW3107";
/// An id used twice.
pub(super) const DUPLICATE: &str = "UW3108";
/// A reference to what does not exist.
pub(super) const REFERENCE: &str = "UW3109";
/// A resource of the wrong type.
pub(super) const TYPE: &str = "UW3110";
/// A value of an older dialect.
pub(super) const OBSOLETE: &str = "UW3111";
/// The problem is refused by the engine.
pub(super) const PROBLEM: &str = "UW3112";
/// A solution is not valid for its instance.
pub(super) const SOLUTION: &str = "UW3113";
/// There are more faults than are listed.
const MORE: &str = "UW3114";
