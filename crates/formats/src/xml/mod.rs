//! XML as the readers of XHSTT and FET files share it: elements with their places, faults with line and column.

mod fault;
mod tree;

pub use fault::XmlFault;
pub(crate) use fault::{Codes, ENOUGH, Faults};
pub(crate) use tree::{Element, parse, text};
