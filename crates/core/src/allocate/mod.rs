//! Who teaches what: the school as posts to fill, a local search, the mathematical model, and the conflict
//! when the hard rules cannot hold.
//!
//! 1. The qualification graph falls into components that are decided one by one (`problem`).
//! 2. Every rule writes itself into the mathematical model (`model`). What that says about each teacher is read off
//!    as plain numbers (`seats`): a few sums, and what they cost.
//! 3. Annealing on those numbers finds a good allocation of each component (`search`).
//! 4. Column generation over whole loads of a teacher bounds the cost from below, improves the allocation by integer
//!    programmes over the loads found, and proves it where few loads are left that a better one could contain
//!    (`columns`).
//! 5. HiGHS gets the general model of components that are small enough, starts from that allocation, improves and
//!    proves it (`exact`). The bounds of the components add up.
//! 6. Where no allocation exists, counting (Hall's theorem by maximum flow) and then a deletion filter name
//!    the demands that contradict each other (`conflict`).

mod aim;
mod columns;
mod conflict;
mod exact;
mod facts;
mod model;
mod pace;
mod problem;
mod run;
mod search;
mod seats;
mod settled;
mod staffing;
mod study;
mod sum;
mod tiers;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use exact::demands;

pub use aim::{Aim, Limit, Weights};
pub use conflict::Conflict;
pub(crate) use conflict::shortage;
pub use facts::{
    Facts, HOUR, Post, PostIx, Prep, STARTER_YEARS, TeacherLoad, ceil_div, classes_of, whole_hours,
};
pub use model::Model;
pub(crate) use model::{Ask, DemandKey};
pub(crate) use problem::{Choice, Component, Price, Problem};
pub use run::{Allocated, allocate, allocate_from, check};
pub use staffing::{Said, Staffing};
pub use study::{Answer, Judge, Known, Study};
pub use sum::{Fact, Sum, Take};
pub use tiers::allocate_by_tiers;
