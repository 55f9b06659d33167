//! Why a school cannot be served: the least set of demands that contradict each other, over loads and time together,
//! proved, and what would have to give.
//!
//! * `demand`: what can contradict each other;
//! * `oracle`, `time`: whether some demands can hold together, by one exact integer programme over just these;
//! * `find`: where to look, counting first;
//! * `held`: the same about the loads of an allocation, for the feedback of a timetable;
//! * `shrink`: from a contradiction to a least one, with its proof;
//! * `repair`: what would have to give, ranked by cost;
//! * `why`: why somebody teaches something, and what it would cost if not;
//! * `words`: all of it as messages with their place in the school document.
//!
//! Sources: Hall 1935 (counting); Junker, AAAI 2004 (QuickXplain); Chinneck, Feasibility and Infeasibility in
//! Optimization, 2008 (deletion filters, elastic programmes).

mod demand;
mod find;
mod held;
mod oracle;
mod repair;
mod shrink;
mod time;
mod why;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use held::contradiction;
pub use why::{Alternative, Answer, Moved, Question, Shift, why};

use std::collections::BTreeSet;

use uurwerk_model::{ConflictDocument, Diagnostics, Header, Kind, LessonIx, School};

use crate::control::Control;
use crate::plan::identity;
use crate::rules::Settings;
use demand::{Key, understands_all};
use find::Found;
use oracle::{Oracle, facts_without_times};

/// What is known about whether a school can be served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explained {
    /// It cannot, and this is why.
    Conflict(Box<ConflictDocument>),
    /// It is proved that every hard rule can hold.
    Possible,
    /// Neither was shown within the time.
    Unknown,
}

/// Looks for demands of a school that contradict each other, makes them few, proves that none can be left out, and
/// ranks what would have to give.
///
/// Questions are bounded by work and by `control`; the answer does not depend on chance.
///
/// ```
/// use uurwerk::explain::{Explained, explain};
/// use uurwerk::{Control, School};
///
/// let school = School::parse(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/allocate/example.json"))).expect("a valid school");
/// assert_eq!(explain(&school, &Control::UNBOUNDED)?, Explained::Possible);
/// # Ok::<(), uurwerk::Diagnostics>(())
/// ```
///
/// # Errors
/// The policy's faults.
pub fn explain(school: &School, control: &Control) -> Result<Explained, Diagnostics> {
    let settings = Settings::of(&school.document().policy)?;
    let facts = facts_without_times(school);
    let mut oracle = Oracle::of(&facts, &settings, control);
    let keys = demand::all(&oracle.problem, &settings);
    Ok(match find::find(&mut oracle, &keys) {
        Found::Contradiction(seeds, reason) => {
            let mut core = shrink::shrink(&mut oracle, &seeds);
            core.minimal &= understands_all(&oracle.problem, &settings);
            Explained::Conflict(Box::new(document(&mut oracle, &keys, &core, reason)))
        }
        Found::Possible if understands_all(&oracle.problem, &settings) => Explained::Possible,
        Found::Possible | Found::Nothing => Explained::Unknown,
    })
}

/// A lesson as people speak of it: subject and classes.
pub fn lesson_name(school: &School, lesson: LessonIx) -> String {
    crate::rules::telling::lesson_name(school, lesson)
}

fn document(
    oracle: &mut Oracle,
    keys: &BTreeSet<Key>,
    core: &shrink::Core,
    reason: Option<uurwerk_model::Message>,
) -> ConflictDocument {
    let demands = words::demands(oracle, &core.keys);
    let repairs = match core.minimal {
        true => repair::repairs(oracle, keys, &core.keys),
        false => Vec::new(),
    };
    ConflictDocument {
        uurwerk: Header::of(Kind::Conflict),
        school: identity(oracle.problem.facts.school),
        demands,
        minimal: core.minimal,
        reason,
        repairs,
    }
}
