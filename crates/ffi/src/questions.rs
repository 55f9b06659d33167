//! Questions about plans that exist.

use uurwerk_service::NamedFile;

use crate::UurwerkStatus;
use crate::bytes::{UurwerkBytes, borrow};
use crate::calls::{UurwerkFile, answered, give, give_all, inputs, missing};
use crate::handles::UurwerkContext;
use crate::options::UurwerkOptions;

/// The smallest change to a plan when something changes: `uurwerk what-if`.
///
/// `plan` is a plan of `school`; `scenarios` are scenario documents with their names, each applied to the school that
/// the one before it made (a `base` inside names a file, which nobody opens here: hand it in before). `ask`, or
/// null: `{"order": ["people", "lessons", "classes"], "list": 4, "take": 0}`, what counts first, how many plans to
/// look for on the way to the best (at most 64), and which of them is the output. The output is a plan; `difference`, unless null,
/// receives the difference document with what is proved, and `changed`, unless null, the changed school.
///
/// # Safety
/// As `uurwerk_context_plan`; `scenarios` must be null with count 0, or readable for `scenario_count` structs, whose
/// pointers must be readable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_what_if(
    context: *const UurwerkContext,
    school: *const u8,
    school_length: usize,
    plan: *const u8,
    plan_length: usize,
    scenarios: *const UurwerkFile,
    scenario_count: usize,
    ask: *const u8,
    ask_length: usize,
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
    difference: *mut UurwerkBytes,
    changed: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises what `borrow`, `listed`, `answered` and `give_all` ask for.
    unsafe {
        let school = borrow(school, school_length);
        let plan = borrow(plan, plan_length);
        let ask = borrow(ask, ask_length);
        let answer = answered(context, options, |context, call| {
            match listed(scenarios, scenario_count) {
                Some(scenarios) => context.what_if(school, plan, &scenarios, ask, call),
                None => missing("scenarios"),
            }
        });
        give_all(answer, output, difference, changed)
    }
}

/// Plans side by side, each with the first of them: `uurwerk compare`. `plans` are at least two plan documents with
/// what to call them; `schools`, or null with count 0, the schools that they are for. The output is a difference
/// document.
///
/// # Safety
/// As `uurwerk_context_what_if`, for `plans` and `schools`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_compare(
    context: *const UurwerkContext,
    plans: *const UurwerkFile,
    plan_count: usize,
    schools: *const UurwerkFile,
    school_count: usize,
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises what `listed`, `answered` and `give` ask for.
    unsafe {
        let answer = answered(context, options, |context, call| {
            match (listed(plans, plan_count), listed(schools, school_count)) {
                (Some(plans), Some(schools)) => context.compare(&plans, &schools, call),
                (None, _) => missing("plans"),
                (_, None) => missing("schools"),
            }
        });
        give(answer, output, std::ptr::null_mut())
    }
}

/// Why: `uurwerk explain`. Without a `question` (null): which demands of the school contradict each other; the output
/// is a conflict (`UURWERK_STATUS_CONFLICT`), or `{"possible": true, "by": "proof"}` (or `"plan"`;
/// `UURWERK_STATUS_DONE`), or the same with nulls when time ran out first (`_OUT_OF_TIME`). With one,
/// `{"question": "why", "teacher": ID, "target": ID}` or `"why_not"`, about `plan`, a plan of the school: why a teacher
/// gives a class or lesson, or why not, and what the other choice would cost. `report`, unless null, receives the
/// sentences of the answer in the language of the options: `{"sentences": [...]}`.
///
/// # Safety
/// As `uurwerk_context_plan`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_explain(
    context: *const UurwerkContext,
    school: *const u8,
    school_length: usize,
    plan: *const u8,
    plan_length: usize,
    question: *const u8,
    question_length: usize,
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
    report: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises what `borrow`, `answered` and `give` ask for.
    unsafe {
        let school = borrow(school, school_length);
        let plan = borrow(plan, plan_length);
        let question = borrow(question, question_length);
        let answer = answered(context, options, |context, call| {
            context.explain(school, plan, question, call)
        });
        give(answer, output, report)
    }
}

/// The caller's documents, of which there may be none.
///
/// # Safety
/// As [`inputs`], or null with count 0.
unsafe fn listed<'a>(files: *const UurwerkFile, count: usize) -> Option<Vec<NamedFile<'a>>> {
    if count == 0 {
        return Some(Vec::new());
    }
    // SAFETY: the caller promises it.
    unsafe { inputs(files, count) }
}
