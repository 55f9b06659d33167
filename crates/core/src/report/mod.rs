//! The report: what a plan means for people, as plain data, as text for a terminal, and as one page.
//!
//! Everything here is a pure function of a school, a plan and a language; it decides nothing and
//! never changes a plan. The worst-off people come first, and every cost names the rule it comes
//! from with its section of the memorandum.

mod difference;
mod figures;
#[cfg(test)]
mod fixture;
mod layout;
mod lines;
mod moments;
mod page;
mod people;
mod prices;
mod proof;
mod protected;
mod rounds;
mod summary;
mod support;
mod text;
mod trainees;
mod week;
mod words;

pub use difference::difference_text;
pub use figures::{Means, TeacherFigures};
pub use lines::Style;
pub use page::{difference_html, html, sweep_html};
pub use people::{PersonLine, Reason};
pub use prices::prices;
pub use proof::{ProofLine, ProofStage, TierLine};
pub use protected::ProtectedLine;
pub use rounds::{AnswerLine, AskedLine, RoundLine};
pub use summary::{FindingLine, RuleLine, RuleStage, Summary, Totals, summary};
pub use support::{ObservationLine, SupportLine, TeamLine};
pub use text::text;
pub use trainees::{PracticeLine, TraineeLine};
