//! What if: a plan for a changed school that is as near as possible to the one that exists, with a proof of how near.
//!
//! 1. The base plan is carried over by names (`base`), and what of it cannot stay is found (`faults`).
//! 2. The exact programme of a small area around the faults (`area`, `programme`, `clash`) is solved; the area grows until the
//!    changes meet the lower bound or time is over. Rooms follow (`rooms`).
//! 3. The bound (`bound`) is what the loads alone, of the whole school, and the faults of single lessons demand.
//!    The loads with the fewest changes that the bound is made of point at one more area (`follow`).
//! 4. Where no area holds a plan, the engine searches near the base plan (`near`); it also gives the plans between hardly any
//!    change and the best (`steps`). Where weeks differ, the programmes are about loads alone, and all times come from there.
//!
//! Locks are no wishes: what they keep is a constant in every programme, and a plan that differs there is never given.

mod area;
mod base;
mod bound;
mod clash;
mod count;
mod difference;
mod documents;
mod faults;
mod finish;
mod follow;
mod holds;
mod mend;
mod mentors;
mod near;
mod programme;
mod rooms;
mod scene;
mod search;
mod steps;
pub mod sweep;
#[cfg(test)]
mod tests;

pub use count::{Classes, changes};
pub use difference::{Named, difference};
pub use documents::{Documents, apply_all, what_if_documents};
pub(crate) use mend::{Mended, mend};

use uurwerk_model::{Answer, ChangeBudget, Diagnostic, Diagnostics, Hold, PlanDocument, School};

use crate::control::{Control, Options};
use crate::plan::PlanFailure;

/// What a change is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Lessons that get another teacher or another time.
    Lessons,
    /// People whose week changes.
    People,
    /// Classes whose week changes.
    Classes,
}

/// What is asked of a what-if.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which changes count first, second and third; each measure once.
    pub order: [Measure; 3],
    /// What must stay as it is in the base plan.
    pub locks: Vec<Hold>,
    /// How much may change.
    pub budget: ChangeBudget,
    /// How many plans to look for beyond the smallest change, towards the best.
    pub steps: u32,
}

impl Default for Ask {
    fn default() -> Self {
        Self {
            order: [Measure::Lessons, Measure::People, Measure::Classes],
            locks: Vec::new(),
            budget: ChangeBudget::default(),
            steps: 0,
        }
    }
}

/// What a what-if found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The plan with the smallest change, then those that change more and cost less.
    pub plans: Vec<PlanDocument>,
    /// What is proved about the smallest change, and how far each plan is from the base.
    pub answer: Answer,
}

/// Plans a changed school anew from the plan of the school as it was, with the smallest change.
///
/// `from` is the school that `base` was made for, `school` the same after a scenario
/// ([`uurwerk_model::ScenarioDocument::apply`]). The first plan given keeps every hard rule, if one was found that does; its
/// certificate says so. The run ends when everything asked for is proved, or when `control` or the iterations say so.
///
/// # Errors
/// A base plan that is not of `from` or has no timetable (UW0706), locks on what the scenario itself changes (UW0705), faults of
/// the policy, or a conflict when no allocation keeps the hard rules.
pub fn what_if(
    from: &School,
    base: &PlanDocument,
    school: &School,
    ask: &Ask,
    options: &Options,
    control: &Control,
) -> Result<WhatIf, PlanFailure> {
    if base.certificate.timetable.is_none() {
        return Err(Diagnostics(vec![Diagnostic::error("UW0706", "/timetable")]).into());
    }
    search::run(from, base, school, ask, options, control)
}
