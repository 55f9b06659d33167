//! Who teaches what: the school as posts to fill, a local search, the mathematical model, and the conflict
//! when the hard rules cannot hold.
//!
//! 1. The qualification graph falls into components that are decided one by one (`problem`).
//! 2. Annealing finds a good allocation of each (`search`), counting every rule from its definition.
//! 3. HiGHS gets the mathematical model that the rules write (`model`), starts from that allocation, improves
//!    it and proves a bound (`exact`); the bounds of the components add up.
//! 4. Where no allocation exists, counting (Hall's theorem by maximum flow) and then a deletion filter name
//!    the demands that contradict each other (`conflict`).
//!
//! The model is the natural one (a variable for every post and teacher), whose bound is weak where many
//! preparations are shared out; load patterns by column generation fit behind `exact`.

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

#[cfg(test)]
mod tests;

pub use conflict::Conflict;
pub use facts::{
    Facts, HOUR, Post, PostIx, Prep, STARTER_YEARS, TeacherLoad, ceil_div, classes_of, whole_hours,
};
pub use model::{Fact, Model, Sum, Take};
pub use run::{Allocated, allocate, check};
pub use staffing::{Said, Staffing};
