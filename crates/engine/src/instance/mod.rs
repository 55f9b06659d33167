//! The compiled problem: checked once, then flat arrays of dense indices without strings or hash maps, shared by all workers of a search.

mod build;
mod check;
mod csr;
mod domain;
pub(crate) mod movable;
pub(crate) mod relations;
mod sizes;
pub(crate) mod tables;

pub(crate) use build::scaled;

use crate::{Fault, Problem};
use tables::Tables;

/// A checked problem, ready to be evaluated and solved.
#[derive(Clone, Debug)]
pub struct Instance {
    problem: Problem,
    tables: Tables,
    movable: movable::Movable,
}

impl Instance {
    /// Checks a problem and compiles it.
    ///
    /// # Errors
    /// Every fault of the problem, in the order of its lists.
    pub fn compile(problem: Problem) -> Result<Self, Vec<Fault>> {
        let faults = check::faults(&problem);
        if !faults.is_empty() {
            return Err(faults);
        }
        let tables = build::tables(&problem);
        let movable = movable::Movable::new(&tables);
        Ok(Self {
            problem,
            tables,
            movable,
        })
    }

    /// The problem as it was handed in.
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// What the incremental state looks up.
    pub(crate) const fn tables(&self) -> &Tables {
        &self.tables
    }

    /// What a search can move.
    pub(crate) const fn movable(&self) -> &movable::Movable {
        &self.movable
    }
}
