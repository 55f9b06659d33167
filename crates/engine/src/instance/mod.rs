//! The compiled problem: checked once, then flat arrays of dense indices without strings or hash maps, shared by all workers of a search.

mod check;

use crate::{Fault, Problem};

/// A checked problem, ready to be evaluated and solved.
#[derive(Clone, Debug)]
pub struct Instance {
    problem: Problem,
}

impl Instance {
    /// Checks a problem and compiles it.
    ///
    /// # Errors
    /// Every fault of the problem, in the order of its lists.
    pub fn compile(problem: Problem) -> Result<Self, Vec<Fault>> {
        let faults = check::faults(&problem);
        if faults.is_empty() {
            Ok(Self { problem })
        } else {
            Err(faults)
        }
    }

    /// The problem as it was handed in.
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }
}
