//! The C ABI of Uurwerk: documents in, documents out, with lengths; nothing global; no panic crosses.
//!
//! `include/uurwerk.h` is made from these files and checked by a test. Every function may be called
//! from any thread, several at a time; a call blocks until it is done, cancelled or out of time.
//! Here are pointers and nothing else: what a call does is in `uurwerk-service`.
// The boundary to C is the one place that must trust pointers; each use says why it may.
#![allow(unsafe_code)]
#![deny(unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks)]

mod bytes;
mod callbacks;
mod calls;
mod handles;
mod options;
mod questions;

use std::ffi::c_char;

use uurwerk::Language;
use uurwerk_service::{Call, CallOptions, Context, Status, guarded, refuse};

pub use bytes::{UurwerkBytes, uurwerk_bytes_free};
pub use callbacks::{UURWERK_UNKNOWN, UurwerkCallbacks, UurwerkProgress, UurwerkStage};
pub use calls::{
    UURWERK_FORMAT_ASC, UURWERK_FORMAT_CSV, UURWERK_FORMAT_GUESS, UURWERK_FORMAT_ONEROSTER,
    UURWERK_FORMAT_SCHOOL, UURWERK_FORMAT_UNTIS, UURWERK_FORMAT_XLSX, UurwerkFile,
    uurwerk_context_allocate, uurwerk_context_check, uurwerk_context_convert, uurwerk_context_plan,
    uurwerk_context_timetable,
};
pub use handles::{
    UurwerkCancel, UurwerkContext, uurwerk_cancel_free, uurwerk_cancel_new, uurwerk_cancel_request,
    uurwerk_context_free, uurwerk_context_new, uurwerk_context_threads,
};
pub use options::{UURWERK_LANGUAGE_EN, UURWERK_LANGUAGE_FR, UURWERK_LANGUAGE_NL, UurwerkOptions};
pub use questions::{uurwerk_context_compare, uurwerk_context_explain, uurwerk_context_what_if};

/// The version of the ABI that this header describes. It grows when functions or fields are added;
/// nothing is removed or changes its meaning.
pub const UURWERK_ABI_VERSION: u32 = 3;

/// How a call ended; the same numbers as the exit status of the command line.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UurwerkStatus {
    /// Done: the output is what the function says; of a plan, every hard rule holds.
    Done = 0,
    /// The school or its policy is wrong: the output is `{"diagnostics": [...]}`.
    Input = 1,
    /// The call is wrong (a null pointer, unknown options): the output is `{"diagnostics": [...]}`.
    Usage = 2,
    /// The demands contradict each other: the output is a conflict.
    Conflict = 3,
    /// Cancelled, out of time, or a hard rule is broken: the output is the best so far, or what the function says.
    OutOfTime = 4,
    /// A bug in Uurwerk, caught: the output is `{"diagnostics": [...]}`. Handles stay usable.
    Internal = 5,
}

impl From<Status> for UurwerkStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::Done,
            Status::Input => Self::Input,
            Status::Usage => Self::Usage,
            Status::Conflict => Self::Conflict,
            Status::OutOfTime => Self::OutOfTime,
            Status::Internal => Self::Internal,
        }
    }
}

/// Plans a school in a context of its own: the shortest way to a plan. `uurwerk_context_plan` is the same
/// with a context, a cancel token and better plans on the way.
///
/// `school` is a document of kind `school`; `options` is a JSON object, or null for the defaults:
/// `{"seed": 1, "threads": 2, "iterations": null, "time_limit_ms": 60000, "language": "en"}`.
/// `callbacks` may be null. `output`, unless null, receives JSON that the caller gives back with
/// `uurwerk_bytes_free`; it is written whatever the status.
///
/// # Safety
/// `school` and `options` must point to as many readable bytes as their lengths say, or be null with
/// length 0; `callbacks` and `output` must be valid or null; all of it for the whole call.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_plan(
    school: *const u8,
    school_length: usize,
    options: *const u8,
    options_length: usize,
    callbacks: *const UurwerkCallbacks,
    output: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises that each pair is null or readable for its length.
    let (school, options) = unsafe {
        (
            bytes::borrow(school, school_length),
            bytes::borrow(options, options_length),
        )
    };
    // SAFETY: the caller promises that it is null or valid; the struct is copied.
    let callbacks = unsafe { callbacks.as_ref() }.copied().unwrap_or_default();
    let functions = callbacks::Functions {
        user: callbacks.user,
        cancel: callbacks.cancel,
        progress: callbacks.progress,
        better: None,
    };
    let answer = guarded(|| match CallOptions::parse(options) {
        Ok(options) => {
            let call = Call {
                options: &options,
                cancelled: &|| functions.cancelled(),
                progress: &|news| functions.tell(news),
                better: None,
            };
            Context::new(options.threads.unwrap_or(0)).plan(school, &call)
        }
        Err(faults) => refuse(Status::Usage, &faults, Language::En),
    });
    // SAFETY: the caller promises that the output is null or writable.
    unsafe { calls::give(answer, output, std::ptr::null_mut()) }
}

/// The version of the library, such as `0.1.0`; never null, never to be given back.
#[unsafe(no_mangle)]
pub extern "C" fn uurwerk_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// The version of the ABI that the library has; a program may go on when it is at least the
/// `UURWERK_ABI_VERSION` that it was compiled with.
#[unsafe(no_mangle)]
pub extern "C" fn uurwerk_abi_version() -> u32 {
    UURWERK_ABI_VERSION
}
