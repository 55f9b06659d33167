//! Uurwerk decides who teaches what, when and where in a secondary school, and says why.
//!
//! Data flows one way: a [`School`] comes in; [`allocate`] decides who teaches what; [`schedule`]
//! decides when and where; [`measure`] says what every rule of [`rules`] cost; all of it together
//! is a [`PlanDocument`]. Nothing here reads a file or a clock: the caller's [`Control`] says when to
//! stop.
#![deny(unsafe_code)]

pub mod allocate;
mod case;
mod control;
mod convert;
pub mod explain;
mod exposure;
mod feedback;
pub mod generate;
pub mod measure;
mod plan;
pub mod prices;
pub mod pseudonymise;
pub mod report;
pub mod rules;
pub mod schedule;
#[cfg(test)]
mod tiny;
pub mod what_if;

pub use case::{Allocation, Case, Timetable};
pub use control::{Control, Options, Progress, Stage};
pub use plan::{
    BetterPlan, PlanFailure, adopt, check, evaluate, plan, plan_loads, plan_times,
    plan_times_watched, plan_watched,
};
pub use uurwerk_engine as engine;
pub use uurwerk_model::*;
