//! What a caller holds without looking inside.

use uurwerk_service::{Cancel, Context};

/// A number of threads, shared by any number of calls at once.
#[derive(Debug)]
pub struct UurwerkContext(Context);

/// Cancels the calls that it was given to.
#[derive(Debug)]
pub struct UurwerkCancel(Cancel);

impl UurwerkContext {
    /// The same context, kept alive while a call runs.
    pub(crate) fn copy(&self) -> Context {
        self.0.clone()
    }
}

impl UurwerkCancel {
    /// The same token, kept alive while a call runs.
    pub(crate) fn copy(&self) -> Cancel {
        self.0.clone()
    }
}

/// A context of so many threads, at most 256; 0 means all cores of the machine. Never null; to be
/// freed with `uurwerk_context_free`. It takes no threads until a call runs.
#[unsafe(no_mangle)]
pub extern "C" fn uurwerk_context_new(threads: u32) -> *mut UurwerkContext {
    Box::into_raw(Box::new(UurwerkContext(Context::new(threads))))
}

/// How many threads a context has; 0 for null.
///
/// # Safety
/// `context` must be null or come from `uurwerk_context_new` and not be freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_threads(context: *const UurwerkContext) -> u32 {
    // SAFETY: the caller promises that it is null or valid.
    unsafe { context.as_ref() }.map_or(0, |context| context.0.threads())
}

/// Frees a context; does nothing for null. Calls that run in it go on to their end.
///
/// # Safety
/// `context` must be null or come from `uurwerk_context_new` and not be freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_free(context: *mut UurwerkContext) {
    if !context.is_null() {
        // SAFETY: the caller promises that `uurwerk_context_new` made this box and that it is given
        // back once.
        drop(unsafe { Box::from_raw(context) });
    }
}

/// A token that cancels calls. Never null; to be freed with `uurwerk_cancel_free`.
#[unsafe(no_mangle)]
pub extern "C" fn uurwerk_cancel_new() -> *mut UurwerkCancel {
    Box::into_raw(Box::new(UurwerkCancel(Cancel::default())))
}

/// Cancels every call that has the token, now and later, from any thread; does nothing for null. A
/// cancelled call ends soon, with the best that it has.
///
/// # Safety
/// `cancel` must be null or come from `uurwerk_cancel_new` and not be freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_cancel_request(cancel: *const UurwerkCancel) {
    // SAFETY: the caller promises that it is null or valid.
    if let Some(cancel) = unsafe { cancel.as_ref() } {
        cancel.0.request();
    }
}

/// Frees a token; does nothing for null. Calls that have it go on.
///
/// # Safety
/// `cancel` must be null or come from `uurwerk_cancel_new` and not be freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_cancel_free(cancel: *mut UurwerkCancel) {
    if !cancel.is_null() {
        // SAFETY: the caller promises that `uurwerk_cancel_new` made this box and that it is given
        // back once.
        drop(unsafe { Box::from_raw(cancel) });
    }
}
