//! The C ABI of Uurwerk: JSON in, JSON out, with lengths; nothing global; no panic crosses.
//!
//! `include/uurwerk.h` is made from this file and checked by a test. Every function may be called
//! from any thread, several at a time; a call blocks until it is done, cancelled or out of time.
// The boundary to C is the one place that must trust pointers; each use says why it may.
#![allow(unsafe_code)]

mod bytes;
mod callbacks;
mod options;
mod run;

use std::ffi::c_char;

pub use bytes::UurwerkBytes;
pub use callbacks::{UURWERK_UNKNOWN, UurwerkCallbacks, UurwerkProgress, UurwerkStage};

/// How a call ended; the same numbers as the exit status of the command line.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UurwerkStatus {
    /// Done, every hard rule holds: the output is a plan.
    Done = 0,
    /// The school or its policy is wrong: the output is `{"diagnostics": [...]}`.
    Input = 1,
    /// The call is wrong (a null pointer, unknown options): the output is `{"diagnostics": [...]}`.
    Usage = 2,
    /// The demands contradict each other: the output is a conflict.
    Conflict = 3,
    /// Cancelled or out of time before every hard rule held: the output is the best plan so far.
    OutOfTime = 4,
    /// A bug in Uurwerk, caught: the output is `{"diagnostics": [...]}`.
    Internal = 5,
}

/// Plans a school: who teaches what, when and where.
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
    let (status, json) = run::guarded(|| run::plan(school, options, &callbacks));
    // SAFETY: the caller promises that it is null or writable.
    if let Some(output) = unsafe { output.as_mut() } {
        *output = UurwerkBytes::from_vec(json);
    }
    status
}

/// Gives back what a call wrote; does nothing for null or for what was given back already.
///
/// # Safety
/// `bytes` must be null or point to what a call of this library wrote, unchanged.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_bytes_free(bytes: *mut UurwerkBytes) {
    // SAFETY: the caller promises that it is null or valid.
    if let Some(bytes) = unsafe { bytes.as_mut() } {
        // SAFETY: the caller promises that this library wrote it; it is emptied so twice does no harm.
        unsafe { std::mem::take(bytes).free() };
    }
}

/// The version of the library, such as `0.1.0`; never null, never to be given back.
#[unsafe(no_mangle)]
pub extern "C" fn uurwerk_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}
