//! Checks what a plan of Uurwerk claims, slowly and plainly, from the definitions of the rules.
//!
//! Nothing here is shared with the core or the engine: this crate depends on the documents alone (a
//! test reads its manifest) and works everything out again from them, so a slip in the core cannot
//! repeat itself here.
#![forbid(unsafe_code)]

mod case;
mod certificate;
mod claims;
mod fairness;
mod load;
mod references;
mod rules;
#[cfg(test)]
mod tests;
mod time;
mod week;

use serde::Serialize;
use uurwerk_model::{Diagnostics, PlanDocument, School};

/// One number that a plan states, beside the number found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// JSON pointer into the plan.
    pub pointer: String,
    /// The rule it is about, such as `S1`; `None` for a number of the certificate.
    pub rule: Option<String>,
    /// What the plan says.
    pub claimed: i64,
    /// What was found.
    pub found: i64,
}

impl Claim {
    /// Whether both agree.
    pub fn holds(&self) -> bool {
        self.claimed == self.found
    }
}

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Every number that was checked, in the order of the plan.
    pub claims: Vec<Claim>,
    /// Every disagreement with its code (UW04xx), place in the plan and remedy; empty when all holds.
    pub faults: Diagnostics,
    /// Deviation of hard rules, found; both stages.
    pub hard: i64,
    /// Cost of soft rules, found; both stages.
    pub soft: i64,
}

impl Verdict {
    /// Whether everything that the plan claims is so. A plan may be honest and still break hard
    /// rules: see [`Verdict::hard`].
    pub fn holds(&self) -> bool {
        self.faults.0.is_empty()
    }
}

/// Checks a plan against the school it was made for: names, settings, the deviation and cost of every
/// rule, and the certificate.
///
/// ```
/// use uurwerk_model::{PlanDocument, School};
/// # fn check(school: &str, plan: &str) -> Result<(), uurwerk_model::Diagnostics> {
/// let verdict = uurwerk_verify::verify(&School::parse(school)?, &PlanDocument::parse(plan)?);
/// println!("hard={} soft={}", verdict.hard, verdict.soft);
/// for fault in verdict.faults.iter() {
///     println!("{}: {}", fault.code(), fault.text(uurwerk_model::Language::En));
/// }
/// # Ok(())
/// # }
/// ```
pub fn verify(school: &School, plan: &PlanDocument) -> Verdict {
    let mut faults = Diagnostics::default();
    references::check(school, plan, &mut faults);
    let case = case::Case::of(school.document(), plan);
    let found = claims::measure(&case);
    let mut claims = Vec::new();
    claims::check(&case, &found, &mut claims, &mut faults);
    let totals = certificate::check(&case, &found, &mut claims, &mut faults);
    Verdict {
        claims,
        faults,
        hard: totals.hard,
        soft: totals.soft,
    }
}
