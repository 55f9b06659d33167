//! The C ABI as tests in Rust call it: the very functions that C calls.
#![allow(dead_code, unsafe_code, missing_docs)]

use std::mem::{size_of, zeroed};

use uurwerk_ffi::*;

/// Options with nothing set but their size.
pub fn options() -> UurwerkOptions {
    UurwerkOptions {
        size: size_of::<UurwerkOptions>(),
        // SAFETY: numbers, pointers and functions that may be absent: all zero is a value of the struct.
        ..unsafe { zeroed() }
    }
}

/// Takes what a call wrote and gives the memory back.
pub fn take(mut bytes: UurwerkBytes) -> Vec<u8> {
    let mut copy = Vec::new();
    if !bytes.data.is_null() {
        // SAFETY: the library wrote so many bytes there.
        copy.extend(unsafe { std::slice::from_raw_parts(bytes.data, bytes.length) });
    }
    // SAFETY: the library wrote it, and nobody else has it.
    unsafe { uurwerk_bytes_free(&mut bytes) };
    copy
}

/// A context that is freed at the end.
pub struct Context(pub *mut UurwerkContext);

// SAFETY: every function of the library may be called from any thread.
unsafe impl Sync for Context {}
// SAFETY: as above.
unsafe impl Send for Context {}

impl Context {
    pub fn new(threads: u32) -> Self {
        Self(uurwerk_context_new(threads))
    }

    pub fn plan(&self, school: &[u8], options: &UurwerkOptions) -> (UurwerkStatus, Vec<u8>) {
        let mut output = UurwerkBytes::default();
        // SAFETY: the context lives, the school and the options are borrowed, the output is writable.
        let status = unsafe {
            uurwerk_context_plan(self.0, school.as_ptr(), school.len(), options, &mut output)
        };
        (status, take(output))
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        // SAFETY: made in `new`, freed once.
        unsafe { uurwerk_context_free(self.0) };
    }
}

/// A cancel token that is freed at the end.
pub struct Token(pub *mut UurwerkCancel);

// SAFETY: every function of the library may be called from any thread.
unsafe impl Sync for Token {}
// SAFETY: as above.
unsafe impl Send for Token {}

impl Token {
    pub fn new() -> Self {
        Self(uurwerk_cancel_new())
    }

    pub fn request(&self) {
        // SAFETY: made in `new`, not freed yet.
        unsafe { uurwerk_cancel_request(self.0) };
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        // SAFETY: made in `new`, freed once.
        unsafe { uurwerk_cancel_free(self.0) };
    }
}
