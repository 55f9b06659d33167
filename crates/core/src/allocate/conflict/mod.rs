//! Demands that contradict each other, named so that a director can choose which one to give up.
//!
//! Counting comes first: by Hall's theorem, if some lessons together ask for more hours than the contracts of
//! all who may teach them allow, no search is needed to see why ([`by_counting`]). What counting does not see
//! is found by solving the component again and again with demands left out ([`by_leaving_out`]).

mod counting;
mod filter;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use counting::shortage;

use std::collections::BTreeSet;

use uurwerk_model::Demand;

use super::exact;
use super::model::DemandKey;
use super::problem::{Component, Problem};
use crate::control::Control;

/// Demands that cannot hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The demands, in the order lessons, people, classes.
    pub demands: Vec<Demand>,
    /// Whether it is proved that leaving out any one of them makes the rest possible.
    pub minimal: bool,
}

impl std::fmt::Display for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let demands: Vec<String> = self.demands.iter().map(|d| d.message.to_string()).collect();
        f.write_str(&demands.join("; "))
    }
}

impl std::error::Error for Conflict {}

/// The conflict of a component that counting hours shows, when there is one.
pub fn by_counting(
    problem: &Problem,
    component: &Component,
    control: &Control,
) -> Option<Conflict> {
    let seen = shortage(problem, component)?;
    Some(shrunk(problem, component, seen, control))
}

/// The conflict of a component that is known to have no solution.
pub fn by_leaving_out(problem: &Problem, component: &Component, control: &Control) -> Conflict {
    shrunk(
        problem,
        component,
        exact::demands(problem, component),
        control,
    )
}

/// Contradicting demands made few; as they are, and not called minimal, when time does not allow it.
fn shrunk(
    problem: &Problem,
    component: &Component,
    demands: BTreeSet<DemandKey>,
    control: &Control,
) -> Conflict {
    filter::shrink(problem, component, demands, control)
        .unwrap_or_else(|demands| words::conflict(problem, &demands, false))
}
