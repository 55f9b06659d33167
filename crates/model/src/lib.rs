//! The documents of Uurwerk as plain data: what a director hands in ([`SchoolDocument`]), what comes
//! back ([`PlanDocument`]), and what is said about either ([`Diagnostic`]).
//!
//! Nothing here searches and nothing here has a cost. A [`School`] in hand is valid: it can only be
//! made by [`School::parse`] or [`School::from_document`], which report every fault at once.
#![forbid(unsafe_code)]

mod diagnostic;
mod difference;
mod figures;
mod fte;
mod hash;
mod id;
mod message;
mod parse;
mod plan;
mod prices;
mod scenario;
mod schema;
pub mod school;
mod validate;

pub use diagnostic::{Diagnostic, Diagnostics, Place, Severity};
pub use difference::*;
pub use figures::{figure, usual_noemer};
pub use fte::{FTE, FteUnits};
pub use hash::sha256;
pub use id::*;
pub use message::{Argument, Language, Message};
pub use parse::sensitive;
pub use plan::*;
pub use prices::*;
pub use scenario::*;
pub use schema::schema;
pub use school::*;
