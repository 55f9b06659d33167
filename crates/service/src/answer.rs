//! What a call gives back: a status and JSON, whatever happens.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;
use uurwerk::{
    Diagnostic, Diagnostics, Language, Place, PlanDocument, PlanFailure, Proof, Severity,
};

/// How a call ended; the same numbers as the exit status of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Done, every hard rule holds.
    Done = 0,
    /// A document is wrong.
    Input = 1,
    /// The call is wrong.
    Usage = 2,
    /// The demands contradict each other.
    Conflict = 3,
    /// Cancelled or out of time before every hard rule held.
    OutOfTime = 4,
    /// A bug, caught.
    Internal = 5,
}

/// A status, and the document that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How the call ended.
    pub status: Status,
    /// A document, or `{"diagnostics": [...]}`; JSON but for what is written in a format of others.
    pub output: Vec<u8>,
    /// What should be known beside the document: `{"diagnostics": [...]}`, or what the job says; or empty.
    pub report: Vec<u8>,
    /// The school that a what-if made; else empty.
    pub school: Vec<u8>,
}

impl Answer {
    /// Bytes that are a document already.
    pub(crate) fn of(status: Status, output: Vec<u8>) -> Self {
        Self {
            status,
            output,
            report: Vec::new(),
            school: Vec::new(),
        }
    }

    /// A document as JSON.
    pub(crate) fn json(status: Status, document: &impl Serialize) -> Self {
        match serde_json::to_vec(document) {
            Ok(json) => Self::of(status, json),
            Err(fault) => bug(&fault.to_string()),
        }
    }

    /// A plan, or why there is none.
    pub(crate) fn plan(plan: Result<PlanDocument, PlanFailure>, language: Language) -> Self {
        match plan {
            Ok(plan) => {
                let proofs = [
                    Some(plan.certificate.allocation),
                    plan.certificate.timetable,
                ];
                let incomplete = |proof: &Proof| proof.status == uurwerk::Status::Incomplete;
                let status = match proofs.iter().flatten().any(incomplete) {
                    true => Status::OutOfTime,
                    false => Status::Done,
                };
                Self::json(status, &plan)
            }
            Err(failure) => Self::failure(failure, language),
        }
    }

    /// Why there is no plan.
    pub(crate) fn failure(failure: PlanFailure, language: Language) -> Self {
        match failure {
            PlanFailure::Input(faults) => refuse(Status::Input, &faults, language),
            PlanFailure::Conflict(conflict) => Self::json(Status::Conflict, &conflict),
        }
    }

    /// The same with what it says in words.
    pub(crate) fn saying(mut self, sentences: &[String]) -> Self {
        let words = serde_json::json!({ "sentences": sentences });
        // Strings alone cannot fail to serialise.
        self.report = serde_json::to_vec(&words).unwrap_or_default();
        self
    }

    /// The same with what should be known beside it.
    pub(crate) fn reporting(mut self, notes: &Diagnostics, language: Language) -> Self {
        self.report = refuse(self.status, notes, language).output;
        self
    }
}

/// Runs `call`; a panic becomes [`Status::Internal`] with its message.
pub fn guarded(call: impl FnOnce() -> Answer) -> Answer {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| {
        let detail = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied());
        bug(detail.unwrap_or("unknown"))
    })
}

fn bug(detail: &str) -> Answer {
    let fault = Diagnostic::error("UW0512", "").with("detail", detail);
    refuse(Status::Internal, &Diagnostics(vec![fault]), Language::En)
}

/// A fault as the caller's users read it.
#[derive(Serialize)]
pub(crate) struct Fault<'a> {
    code: &'a str,
    severity: Severity,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    place: &'a Place,
    text: String,
    remedy: String,
}

/// Faults with their words.
pub(crate) fn worded(faults: &Diagnostics, language: Language) -> Vec<Fault<'_>> {
    let fault = |fault: &'_ Diagnostic| -> (String, String) {
        (fault.text(language), fault.remedy(language))
    };
    faults
        .0
        .iter()
        .map(|found| {
            let (text, remedy) = fault(found);
            Fault {
                code: found.code(),
                severity: found.severity,
                file: found.file.as_deref(),
                place: &found.place,
                text,
                remedy,
            }
        })
        .collect()
}

/// An answer that is nothing but faults.
pub fn refuse(status: Status, faults: &Diagnostics, language: Language) -> Answer {
    // Strings and numbers alone cannot fail to serialise.
    let json = serde_json::to_vec(&serde_json::json!({ "diagnostics": worded(faults, language) }));
    Answer::of(status, json.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_answer() {
        let answer = guarded(|| panic!("{} is no number", "x"));
        assert_eq!(answer.status, Status::Internal);
        let text = String::from_utf8(answer.output).expect("UTF-8");
        assert!(
            text.contains("UW0512") && text.contains("x is no number"),
            "{text}"
        );
    }
}
