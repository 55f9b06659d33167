//! One call from bytes to bytes: the border's clock, its limits and its last defence.
#![allow(clippy::disallowed_methods)]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use serde::Serialize;
use uurwerk::{Control, Diagnostic, Diagnostics, Language, PlanFailure, School, Severity, Status};

use crate::UurwerkStatus;
use crate::callbacks::UurwerkCallbacks;
use crate::options::CallOptions;

type Answer = (UurwerkStatus, Vec<u8>);

/// Runs `call`; a panic becomes [`UurwerkStatus::Internal`] with its message.
pub(crate) fn guarded(call: impl FnOnce() -> Answer) -> Answer {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| {
        let detail = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("unknown");
        let fault = Diagnostic::error("UW0512", "").with("detail", detail);
        refuse(
            UurwerkStatus::Internal,
            &Diagnostics(vec![fault]),
            Language::En,
        )
    })
}

/// Reads the school and the options, plans, writes the answer.
pub(crate) fn plan(
    school: Option<&[u8]>,
    options: Option<&[u8]>,
    callbacks: &UurwerkCallbacks,
) -> Answer {
    let options = match CallOptions::parse(options) {
        Ok(options) => options,
        Err(faults) => return refuse(UurwerkStatus::Usage, &faults, Language::En),
    };
    let language = options.language;
    let Some(json) = school else {
        let fault = Diagnostic::error("UW0510", "");
        return refuse(UurwerkStatus::Usage, &Diagnostics(vec![fault]), language);
    };
    let school = match std::str::from_utf8(json) {
        Ok(text) => School::parse(text),
        Err(fault) => {
            let fault = Diagnostic::error("UW0501", "").with("offset", fault.valid_up_to() as i64);
            Err(Diagnostics(vec![fault]))
        }
    };
    match school {
        Ok(school) => plan_school(&school, &options, callbacks),
        Err(faults) => refuse(UurwerkStatus::Input, &faults, language),
    }
}

fn plan_school(school: &School, options: &CallOptions, callbacks: &UurwerkCallbacks) -> Answer {
    let start = Instant::now();
    let limit = options
        .iterations
        .is_none()
        .then(|| Duration::from_millis(options.time_limit_ms));
    let remaining = || limit.map(|limit| limit.saturating_sub(start.elapsed()));
    let stop = || callbacks.cancelled() || remaining().is_some_and(|left| left.is_zero());
    let progress = |progress| callbacks.tell(progress);
    let control = Control {
        stop: &stop,
        remaining: &remaining,
        progress: &progress,
    };
    match uurwerk::plan(school, &options.repeatable(), &control) {
        Ok(plan) => {
            let proofs = [
                Some(plan.certificate.allocation),
                plan.certificate.timetable,
            ];
            let incomplete = proofs
                .iter()
                .flatten()
                .any(|proof| proof.status == Status::Incomplete);
            let status = if incomplete {
                UurwerkStatus::OutOfTime
            } else {
                UurwerkStatus::Done
            };
            answer(status, &plan)
        }
        Err(PlanFailure::Input(faults)) => refuse(UurwerkStatus::Input, &faults, options.language),
        Err(PlanFailure::Conflict(conflict)) => answer(UurwerkStatus::Conflict, &conflict),
    }
}

fn answer(status: UurwerkStatus, document: &impl Serialize) -> Answer {
    match serde_json::to_vec(document) {
        Ok(json) => (status, json),
        Err(fault) => {
            let fault = Diagnostic::error("UW0512", "").with("detail", fault.to_string());
            refuse(
                UurwerkStatus::Internal,
                &Diagnostics(vec![fault]),
                Language::En,
            )
        }
    }
}

/// A fault as the caller's users read it.
#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    severity: Severity,
    place: &'a uurwerk::Place,
    text: String,
    remedy: String,
}

fn refuse(status: UurwerkStatus, faults: &Diagnostics, language: Language) -> Answer {
    let diagnostics: Vec<Fault> = faults
        .iter()
        .map(|fault| Fault {
            code: fault.code(),
            severity: fault.severity,
            place: &fault.place,
            text: fault.text(language),
            remedy: fault.remedy(language),
        })
        .collect();
    // Strings and numbers alone cannot fail to serialise.
    let json =
        serde_json::to_vec(&serde_json::json!({ "diagnostics": diagnostics })).unwrap_or_default();
    (status, json)
}
