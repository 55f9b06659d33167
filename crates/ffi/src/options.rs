//! The options of a call in a context: a struct that can grow.

use std::ffi::c_void;
use std::mem::{offset_of, size_of, zeroed};
use std::ptr::NonNull;

use uurwerk::{Diagnostic, Diagnostics, Language};
use uurwerk_service::{CallOptions, Cancel};

use crate::callbacks::{Functions, UurwerkProgress};
use crate::handles::UurwerkCancel;

/// No struct of options is ever larger: a greater size is a field that was never set.
const SIZE_MAX: usize = 4096;

/// How to do one call. Set everything to zero, then `size`, then what matters:
/// `UurwerkOptions options = {.size = sizeof options, .seed = 7};`. Later versions append fields, for
/// which zero means what was done before.
#[repr(C)]
pub struct UurwerkOptions {
    /// The size of this struct as the caller was compiled with it.
    pub size: usize,
    /// Seed of every random choice; 0 means 1.
    pub seed: u64,
    /// Stop by work done instead of by the clock (the same seed, threads and iterations give the same
    /// bytes); 0 means by the clock.
    pub iterations: u64,
    /// Wall-clock limit when there are no iterations, kept within 1 s; 0 means 60 000.
    pub time_limit_ms: u64,
    /// Threads for this call, at most those of the context; 0 means all of them.
    pub threads: u32,
    /// Language of diagnostics: `UURWERK_LANGUAGE_EN`, `_NL` or `_FR`.
    pub language: i32,
    /// Ends the call when requested; may be null. It may be freed while the call runs.
    pub cancel: *const UurwerkCancel,
    /// Handed to every callback unchanged.
    pub user: Option<NonNull<c_void>>,
    /// Told where the call stands; may be null. Called by one thread at a time, not always the same;
    /// the pointer is valid during the call only. Must return soon and must not unwind.
    pub progress: Option<
        unsafe extern "C" fn(user: Option<NonNull<c_void>>, progress: *const UurwerkProgress),
    >,
    /// Told of better plans while the timetable is sought, at most ten a second; may be null. A plan
    /// document as UTF-8, valid during the call only. Called as `progress` is.
    pub better: Option<
        unsafe extern "C" fn(user: Option<NonNull<c_void>>, plan: *const u8, plan_length: usize),
    >,
}

/// Where each field ends and the next one begins. A size that cuts a field leaves it out: half a pointer is none.
const FIELDS: [usize; 11] = [
    offset_of!(UurwerkOptions, size),
    offset_of!(UurwerkOptions, seed),
    offset_of!(UurwerkOptions, iterations),
    offset_of!(UurwerkOptions, time_limit_ms),
    offset_of!(UurwerkOptions, threads),
    offset_of!(UurwerkOptions, language),
    offset_of!(UurwerkOptions, cancel),
    offset_of!(UurwerkOptions, user),
    offset_of!(UurwerkOptions, progress),
    offset_of!(UurwerkOptions, better),
    size_of::<UurwerkOptions>(),
];

/// English diagnostics.
pub const UURWERK_LANGUAGE_EN: i32 = 0;
/// Dutch diagnostics.
pub const UURWERK_LANGUAGE_NL: i32 = 1;
/// French diagnostics.
pub const UURWERK_LANGUAGE_FR: i32 = 2;

/// Options that were read.
#[derive(Default)]
pub(crate) struct Read {
    pub options: CallOptions,
    pub functions: Functions,
    pub cancel: Option<Cancel>,
}

/// Copies the caller's options; null means the defaults.
///
/// # Errors
/// UW0514 for a size that no version has; UW0511 for a field that is out of range, or unknown here and
/// not zero.
///
/// # Safety
/// `options` must be null or readable for as many bytes as its first field says.
pub(crate) unsafe fn read(options: *const UurwerkOptions) -> Result<Read, Diagnostics> {
    if options.is_null() {
        return Ok(Read::default());
    }
    let bytes = options.cast::<u8>();
    // SAFETY: the caller promises that at least the first field is there.
    let size = unsafe { options.cast::<usize>().read_unaligned() };
    let known = size_of::<UurwerkOptions>();
    if !(size_of::<usize>()..=SIZE_MAX).contains(&size) {
        let fault = Diagnostic::error("UW0514", "").with("size", size.to_string());
        return Err(Diagnostics(vec![fault]));
    }
    // SAFETY: numbers, pointers and functions that may be absent: all zero is a value of the struct.
    let mut copy: UurwerkOptions = unsafe { zeroed() };
    let target = (&raw mut copy).cast::<u8>();
    let whole = FIELDS.iter().copied().filter(|end| *end <= size).max();
    // SAFETY: the caller promises `size` readable bytes; the copy has `known`; they are two objects.
    unsafe { bytes.copy_to_nonoverlapping(target, whole.unwrap_or(0)) };
    for at in known..size {
        // SAFETY: below `size`, so readable as promised.
        if unsafe { bytes.add(at).read() } != 0 {
            return Err(wrong(
                "a field of a later version is set, which this version does not know",
            ));
        }
    }
    copy.read()
}

fn wrong(detail: &str) -> Diagnostics {
    Diagnostics(vec![Diagnostic::error("UW0511", "").with("detail", detail)])
}

impl UurwerkOptions {
    fn read(&self) -> Result<Read, Diagnostics> {
        let language = match self.language {
            UURWERK_LANGUAGE_EN => Language::En,
            UURWERK_LANGUAGE_NL => Language::Nl,
            UURWERK_LANGUAGE_FR => Language::Fr,
            other => return Err(wrong(&format!("language {other} is not known"))),
        };
        let or = |number: u64, default: u64| if number == 0 { default } else { number };
        let default = CallOptions::default();
        let options = CallOptions {
            seed: or(self.seed, default.seed),
            threads: (self.threads > 0).then_some(self.threads),
            iterations: (self.iterations > 0).then_some(self.iterations),
            time_limit_ms: or(self.time_limit_ms, default.time_limit_ms),
            language,
        };
        // SAFETY: the caller promises that it is null or a handle that was not freed.
        let cancel = unsafe { self.cancel.as_ref() };
        Ok(Read {
            options,
            functions: Functions {
                user: self.user,
                cancel: None,
                progress: self.progress,
                better: self.better,
            },
            cancel: cancel.map(UurwerkCancel::copy),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zero() -> UurwerkOptions {
        // SAFETY: as in `read`.
        unsafe { zeroed() }
    }

    fn code(options: &UurwerkOptions) -> Option<String> {
        // SAFETY: the options are as large as their size says, or the size is refused.
        let faults = unsafe { read(options) }.err()?;
        Some(faults.0[0].code().to_owned())
    }

    #[test]
    fn nothing_set_means_the_defaults() {
        let options = UurwerkOptions {
            size: size_of::<UurwerkOptions>(),
            ..zero()
        };
        // SAFETY: as large as it says.
        let found = unsafe { read(&options) }.unwrap().options;
        assert_eq!((found.seed, found.time_limit_ms), (1, 60_000));
        assert_eq!((found.iterations, found.threads), (None, None));
    }

    #[test]
    fn a_struct_of_another_version_is_read_as_far_as_it_is_known() {
        #[repr(C)]
        struct Later {
            known: UurwerkOptions,
            news: u64,
        }
        let mut later = Later {
            known: UurwerkOptions {
                size: size_of::<Later>(),
                seed: 9,
                ..zero()
            },
            news: 0,
        };
        let pointer = (&raw const later).cast::<UurwerkOptions>();
        // SAFETY: the struct is as large as it says.
        assert_eq!(unsafe { read(pointer) }.unwrap().options.seed, 9);
        later.news = 1;
        let pointer = (&raw const later).cast::<UurwerkOptions>();
        // SAFETY: as above.
        let refused = unsafe { read(pointer) };
        assert_eq!(refused.err().unwrap().0[0].code(), "UW0511");
        let earlier = [16_usize, 5]; // size and seed, nothing more
        // SAFETY: sixteen bytes, as it says.
        let known = unsafe { read(earlier.as_ptr().cast()) }.unwrap();
        assert_eq!(known.options.seed, 5);
        // A size that ends within the pointer to a token leaves it out.
        let mut cut = zero();
        cut.cancel = std::ptr::dangling();
        for size in offset_of!(UurwerkOptions, cancel)..offset_of!(UurwerkOptions, user) {
            cut.size = size;
            // SAFETY: larger than it says, and the pointer is not looked at.
            assert!(unsafe { read(&cut) }.unwrap().cancel.is_none());
        }
    }

    #[test]
    fn sizes_and_languages_that_cannot_be_are_refused() {
        for size in [0, 7, SIZE_MAX + 1, usize::MAX] {
            assert_eq!(
                code(&UurwerkOptions { size, ..zero() }).as_deref(),
                Some("UW0514")
            );
        }
        let size = size_of::<UurwerkOptions>();
        let options = UurwerkOptions {
            size,
            language: 3,
            ..zero()
        };
        assert_eq!(code(&options).as_deref(), Some("UW0511"));
    }
}
