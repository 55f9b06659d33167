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

use uurwerk_model::{ConflictDocument, Demand, Header, Kind, School, SchoolIdentity};

use super::exact;
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

impl Conflict {
    /// The document of kind `conflict`.
    pub fn document(self, school: &School) -> ConflictDocument {
        ConflictDocument {
            uurwerk: Header::of(Kind::Conflict),
            school: SchoolIdentity {
                name: school.document().name.clone(),
                sha256: school.hash(),
            },
            demands: self.demands,
            minimal: self.minimal,
        }
    }
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
    let seen = counting::shortage(problem, component)?;
    Some(
        filter::shrink(problem, component, seen, control)
            .unwrap_or_else(|seen| words::conflict(problem, &seen, false)),
    )
}

/// The conflict of a component without solution; `None` when the proof could not be repeated in time.
pub fn by_leaving_out(
    problem: &Problem,
    component: &Component,
    control: &Control,
) -> Option<Conflict> {
    let all = exact::demands(problem, component);
    Some(
        filter::shrink(problem, component, all, control)
            .unwrap_or_else(|all| words::conflict(problem, &all, false)),
    )
}
