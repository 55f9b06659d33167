//! The jobs of a context, one function each.

use std::time::Duration;

use serde::Serialize;
use uurwerk::{Control, Diagnostic, Diagnostics, Header, Kind, Options, PlanDocument, School};

use crate::answer::{Answer, Status, guarded, refuse, worded};
use crate::context::Context;
use crate::files::{self, NamedFile};
use crate::watch::{Call, Watch};
use crate::{DOCUMENT_MAX, Format};

/// A check that takes longer is no check.
const CHECK_LIMIT: Duration = Duration::from_millis(1500);

/// A document of the caller; `None` when a null pointer was handed in.
pub(crate) type Input<'a> = Option<&'a [u8]>;

/// A job that has its threads.
pub(crate) struct Job<'w> {
    pub options: Options,
    pub control: &'w Control<'w>,
    pub watch: &'w Watch<'w>,
}

/// What a job does, and so how many threads it takes and how long it may last.
#[derive(Clone, Copy)]
pub(crate) enum Effort {
    /// Searches, with the threads and the time limit of the call.
    Search,
    /// Counts, for a moment.
    Count,
    /// Reads and writes.
    Read,
}

impl Context {
    /// Decides who teaches what, when and where for a school.
    pub fn plan(&self, school: Input, call: &Call) -> Answer {
        self.job(call, Effort::Search, |job| {
            let school = read_school(school)?;
            let better = |plan: &dyn Fn() -> PlanDocument| job.watch.better(plan);
            let plan = uurwerk::plan_watched(&school, &job.options, job.control, &better);
            Ok(Answer::plan(plan, call.options.language))
        })
    }

    /// Decides who teaches what, and nothing more.
    pub fn allocate(&self, school: Input, call: &Call) -> Answer {
        self.job(call, Effort::Search, |job| {
            let school = read_school(school)?;
            let plan = uurwerk::plan_loads(&school, &job.options, job.control);
            Ok(Answer::plan(plan, call.options.language))
        })
    }

    /// Decides when and where: for a plan of `school`, whose teachers stay; for a school, as [`Context::plan`];
    /// for a FET file or an XHSTT archive of one instance, which come back in their own format.
    pub fn timetable(&self, document: Input, school: Input, call: &Call) -> Answer {
        match document.map_or(Format::School, Format::of) {
            Format::Plan => self.job(call, Effort::Search, |job| {
                let school = read_school(school)?;
                let old = PlanDocument::parse(text(document)?)?;
                let better = |plan: &dyn Fn() -> PlanDocument| job.watch.better(plan);
                let plan =
                    uurwerk::plan_times_watched(&school, &old, &job.options, job.control, &better);
                Ok(Answer::plan(plan, call.options.language))
            }),
            Format::Fet => self.job(call, Effort::Search, |job| {
                files::solve_fet(bytes(document)?, job, call.options.language)
            }),
            Format::Xhstt => self.job(call, Effort::Search, |job| {
                files::solve_xhstt(bytes(document)?, job)
            }),
            // The rest is no document that is timetabled: the reader of schools says so.
            _ => self.plan(document, call),
        }
    }

    /// Whether a school is valid and can be served at all, by counting, in under 2 s. The answer counts what there
    /// is and lists what looks odd.
    pub fn check(&self, school: Input, call: &Call) -> Answer {
        self.job(call, Effort::Count, |job| {
            let school = read_school(school)?;
            let language = call.options.language;
            Ok(match uurwerk::check(&school, job.control) {
                Ok(()) => Answer::json(
                    Status::Done,
                    &Checked {
                        lessons: school.lessons().len(),
                        staff: school.staff().len(),
                        classes: school.classes().len(),
                        rooms: school.rooms().len(),
                        diagnostics: worded(school.warnings(), language),
                    },
                ),
                Err(failure) => Answer::failure(failure, language),
            })
        })
    }

    /// Makes a school of the files of others; the report says what had to be assumed.
    pub fn convert(
        &self,
        inputs: &[NamedFile],
        from: Option<Format>,
        profile: Option<&[u8]>,
        call: &Call,
    ) -> Answer {
        self.job(call, Effort::Read, |_| {
            let (school, assumed) = files::import(inputs, from, profile)?;
            let mut notes = assumed;
            notes.0.extend(school.warnings().iter().cloned());
            let answer = Answer::json(Status::Done, school.document());
            Ok(answer.reporting(&notes, call.options.language))
        })
    }

    /// Waits for the call's turn, does the job, words its faults, catches its panics.
    pub(crate) fn job(
        &self,
        call: &Call,
        effort: Effort,
        job: impl FnOnce(&Job) -> Result<Answer, Diagnostics>,
    ) -> Answer {
        guarded(|| {
            let options = call.options.repeatable(self.threads());
            let (need, longest) = match effort {
                Effort::Search => (options.threads, None),
                Effort::Count => (1, Some(CHECK_LIMIT)),
                Effort::Read => (1, None),
            };
            let watch = Watch::begin(*call, longest);
            let done = watch.run(self.turns(), need, |control| {
                job(&Job {
                    options,
                    control,
                    watch: &watch,
                })
            });
            done.unwrap_or_else(|faults| {
                let missing =
                    |fault: &Diagnostic| matches!(fault.code(), "UW0510" | "UW0513" | "UW0517");
                let status = match faults.iter().any(missing) {
                    true => Status::Usage,
                    false => Status::Input,
                };
                refuse(status, &faults, call.options.language)
            })
        })
    }
}

/// What a check counted.
#[derive(Serialize)]
struct Checked<'a> {
    lessons: usize,
    staff: usize,
    classes: usize,
    rooms: usize,
    diagnostics: Vec<crate::answer::Fault<'a>>,
}

pub(crate) fn read_school(document: Input) -> Result<School, Diagnostics> {
    School::parse(text(document)?)
}

pub(crate) fn bytes(document: Input<'_>) -> Result<&[u8], Diagnostics> {
    let fault = match document {
        None => Diagnostic::error("UW0510", ""),
        Some(bytes) if bytes.len() > DOCUMENT_MAX => {
            Diagnostic::error("UW0515", "").with("limit", DOCUMENT_MAX as i64 >> 20)
        }
        Some(bytes) => return Ok(bytes),
    };
    Err(Diagnostics(vec![fault]))
}

/// A document that must be there, called so in the fault when it is not.
pub(crate) fn required<'a>(document: Input<'a>, what: &str) -> Result<&'a str, Diagnostics> {
    if document.is_none() {
        let fault = Diagnostic::error("UW0513", "").with("what", what);
        return Err(Diagnostics(vec![fault]));
    }
    text(document)
}

pub(crate) fn text(document: Input<'_>) -> Result<&str, Diagnostics> {
    std::str::from_utf8(bytes(document)?).map_err(|fault| {
        let fault = Diagnostic::error("UW0501", "").with("offset", fault.valid_up_to() as i64);
        Diagnostics(vec![fault])
    })
}

/// Whether a document says of itself that it is a plan.
pub(crate) fn is_plan(document: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct AnyDocument {
        uurwerk: Header,
    }
    serde_json::from_slice::<AnyDocument>(document).is_ok_and(|d| d.uurwerk.kind == Kind::Plan)
}
