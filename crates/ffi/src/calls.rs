//! The jobs of a context.

use uurwerk::{Diagnostic, Diagnostics, Language};
use uurwerk_service::{Answer, Call, Context, Format, NamedFile, Status, guarded, refuse};

use crate::UurwerkStatus;
use crate::bytes::{UurwerkBytes, borrow};
use crate::handles::UurwerkContext;
use crate::options::{self, Read, UurwerkOptions};

/// Most files of one call.
const FILES_MAX: usize = 10_000;

/// A file of the caller, such as GPU002.TXT of an Untis export.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct UurwerkFile {
    /// Its name in UTF-8.
    pub name: *const u8,
    /// Bytes of the name.
    pub name_length: usize,
    /// What is in it; null with length 0 for an empty file.
    pub data: *const u8,
    /// How many bytes.
    pub length: usize,
}

/// Guess the format from the names and the content.
pub const UURWERK_FORMAT_GUESS: i32 = 0;
/// A school document.
pub const UURWERK_FORMAT_SCHOOL: i32 = 1;
/// Untis text files (GPU001 and so on), several together.
pub const UURWERK_FORMAT_UNTIS: i32 = 2;
/// A workbook (XLSX, ODS), one file.
pub const UURWERK_FORMAT_XLSX: i32 = 3;
/// Tables as CSV files, several together.
pub const UURWERK_FORMAT_CSV: i32 = 4;
/// A file of aSc Timetables.
pub const UURWERK_FORMAT_ASC: i32 = 5;
/// The CSV files of OneRoster 1.1 or 1.2, several together.
pub const UURWERK_FORMAT_ONEROSTER: i32 = 6;

/// Decides who teaches what, when and where for a school: `uurwerk plan`.
///
/// The output is a plan (`UURWERK_STATUS_DONE`, `_OUT_OF_TIME`), a conflict (`_CONFLICT`) or
/// `{"diagnostics": [...]}` (every other status), as UTF-8; it is written whatever the status and is
/// given back with `uurwerk_bytes_free`. `options` may be null for the defaults, `output` may be null.
/// The call blocks until it is done, cancelled or out of time; any number may run in one context, from
/// any threads, and take turns on its threads.
///
/// # Safety
/// `context` must come from `uurwerk_context_new`; `school` must be readable for `school_length` bytes
/// or be null; `options` must be null or as large as its `size` says, with what it points to valid;
/// `output` must be null or writable. All of it until the call returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_plan(
    context: *const UurwerkContext,
    school: *const u8,
    school_length: usize,
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises what `of_school` asks for.
    unsafe {
        of_school(
            Context::plan,
            context,
            (school, school_length),
            options,
            output,
        )
    }
}

/// Decides who teaches what, and nothing more: `uurwerk allocate`. As `uurwerk_context_plan`; the plan
/// has no timetable.
///
/// # Safety
/// As `uurwerk_context_plan`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_allocate(
    context: *const UurwerkContext,
    school: *const u8,
    school_length: usize,
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises what `of_school` asks for.
    unsafe {
        of_school(
            Context::allocate,
            context,
            (school, school_length),
            options,
            output,
        )
    }
}

/// Decides when and where: `uurwerk timetable`. `document` is a plan of `school`, whose teachers stay; or
/// a school, a FET file or an XHSTT archive of one instance, and `school` is null. What comes out is in
/// the format of what went in (a plan for a school). `report`, unless null, receives what should be
/// known beside it: `{"diagnostics": [...]}`, or nothing.
///
/// # Safety
/// As `uurwerk_context_plan`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_timetable(
    context: *const UurwerkContext,
    document: *const u8,
    document_length: usize,
    school: *const u8,
    school_length: usize,
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
    report: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises what `borrow`, `answered` and `give` ask for.
    unsafe {
        let document = borrow(document, document_length);
        let school = borrow(school, school_length);
        let answer = answered(context, options, |context, call| {
            context.timetable(document, school, call)
        });
        give(answer, output, report)
    }
}

/// Whether a school is valid and can be served at all, in under 2 s: `uurwerk check`. The output counts
/// lessons, staff, classes and rooms and lists what looks odd; or it is a conflict, or the faults.
///
/// # Safety
/// As `uurwerk_context_plan`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_check(
    context: *const UurwerkContext,
    school: *const u8,
    school_length: usize,
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises what `of_school` asks for.
    unsafe {
        of_school(
            Context::check,
            context,
            (school, school_length),
            options,
            output,
        )
    }
}

/// Makes a school document of the files of others: `uurwerk convert`. `from` is one of
/// `UURWERK_FORMAT_GUESS`, `_SCHOOL`, `_UNTIS`, `_XLSX`, `_CSV`, `_ASC`, `_ONEROSTER`; `profile`, a TOML document or null, says what the files do
/// not. `report`, unless null, receives what had to be assumed: `{"diagnostics": [...]}`.
///
/// # Safety
/// As `uurwerk_context_plan`; `files` must be readable for `file_count` structs, whose pointers must be
/// readable for their lengths.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn uurwerk_context_convert(
    context: *const UurwerkContext,
    files: *const UurwerkFile,
    file_count: usize,
    from: i32,
    profile: *const u8,
    profile_length: usize,
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
    report: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises what `borrow`, `inputs`, `answered` and `give` ask for.
    unsafe {
        let profile = borrow(profile, profile_length);
        let answer = answered(context, options, |context, call| {
            let from = match from {
                UURWERK_FORMAT_GUESS => None,
                UURWERK_FORMAT_SCHOOL => Some(Format::School),
                UURWERK_FORMAT_UNTIS => Some(Format::Untis),
                UURWERK_FORMAT_XLSX => Some(Format::Xlsx),
                UURWERK_FORMAT_CSV => Some(Format::Csv),
                UURWERK_FORMAT_ASC => Some(Format::Asc),
                UURWERK_FORMAT_ONEROSTER => Some(Format::Oneroster),
                other => return wrong(&format!("format {other} is not known")),
            };
            match inputs(files, file_count) {
                Some(inputs) => context.convert(&inputs, from, profile, call),
                None => missing("files"),
            }
        });
        give(answer, output, report)
    }
}

/// The caller's files; `None` when a pointer is missing, a name is not UTF-8 or they are too many.
///
/// # Safety
/// `files` must be null or readable for `count` structs, whose pointers are as [`borrow`] asks.
pub(crate) unsafe fn inputs<'a>(
    files: *const UurwerkFile,
    count: usize,
) -> Option<Vec<NamedFile<'a>>> {
    if files.is_null() || count > FILES_MAX {
        return None;
    }
    let mut inputs = Vec::new();
    for at in 0..count {
        // SAFETY: below the count that the caller promises.
        let file = unsafe { files.add(at).read_unaligned() };
        // SAFETY: the caller promises that each pair is null or readable for its length.
        let (name, content) = unsafe {
            (
                borrow(file.name, file.name_length),
                borrow(file.data, file.length),
            )
        };
        let content = match content {
            None if file.length > 0 => return None,
            content => content.unwrap_or_default(),
        };
        inputs.push(NamedFile {
            name: std::str::from_utf8(name?).ok()?,
            content,
        });
    }
    Some(inputs)
}

/// A job that takes a school and gives a document.
///
/// # Safety
/// As [`borrow`], [`answered`] and [`give`] ask.
unsafe fn of_school(
    job: fn(&Context, Option<&[u8]>, &Call) -> Answer,
    context: *const UurwerkContext,
    (school, school_length): (*const u8, usize),
    options: *const UurwerkOptions,
    output: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: the caller promises it.
    unsafe {
        let school = borrow(school, school_length);
        let answer = answered(context, options, |context, call| job(context, school, call));
        give(answer, output, std::ptr::null_mut())
    }
}

/// Reads the options and does the job; whatever goes wrong is in the answer.
///
/// # Safety
/// `context` must be null or valid; `options` as [`options::read`] asks, with what it points to valid.
pub(crate) unsafe fn answered(
    context: *const UurwerkContext,
    options: *const UurwerkOptions,
    job: impl FnOnce(&Context, &Call) -> Answer,
) -> Answer {
    // SAFETY: the caller promises that it is null or valid.
    let context = unsafe { context.as_ref() }.map(UurwerkContext::copy);
    // SAFETY: the caller promises it.
    let read = unsafe { options::read(options) };
    guarded(|| {
        let Some(context) = context else {
            return missing("context");
        };
        let Read {
            options,
            functions,
            cancel,
        } = match read {
            Ok(read) => read,
            Err(faults) => return refuse(Status::Usage, &faults, Language::En),
        };
        let better = |plan: &uurwerk::PlanDocument| {
            // A plan that cannot be written will be reported when it is the answer.
            if let Ok(json) = serde_json::to_vec(plan) {
                functions.better(&json);
            }
        };
        let call = Call {
            options: &options,
            cancelled: &|| cancel.as_ref().is_some_and(|cancel| cancel.requested()),
            progress: &|news| functions.tell(news),
            better: functions.better.is_some().then_some(&better),
        };
        job(&context, &call)
    })
}

pub(crate) fn missing(what: &str) -> Answer {
    let fault = Diagnostic::error("UW0513", "").with("what", what);
    refuse(Status::Usage, &Diagnostics(vec![fault]), Language::En)
}

fn wrong(detail: &str) -> Answer {
    let fault = Diagnostic::error("UW0511", "").with("detail", detail);
    refuse(Status::Usage, &Diagnostics(vec![fault]), Language::En)
}

/// Hands the answer over.
///
/// # Safety
/// `output` and `report` must each be null or writable.
pub(crate) unsafe fn give(
    answer: Answer,
    output: *mut UurwerkBytes,
    report: *mut UurwerkBytes,
) -> UurwerkStatus {
    // SAFETY: null is allowed, the caller promises the others.
    unsafe { give_all(answer, output, report, std::ptr::null_mut()) }
}

/// Hands the answer over, with the school that it made.
///
/// # Safety
/// `output`, `report` and `school` must each be null or writable.
pub(crate) unsafe fn give_all(
    answer: Answer,
    output: *mut UurwerkBytes,
    report: *mut UurwerkBytes,
    school: *mut UurwerkBytes,
) -> UurwerkStatus {
    for (target, bytes) in [
        (output, answer.output),
        (report, answer.report),
        (school, answer.school),
    ] {
        if !target.is_null() {
            // SAFETY: not null, so writable as promised; what was there is not ours to free.
            unsafe { target.write(UurwerkBytes::from_vec(bytes)) };
        }
    }
    answer.status.into()
}

#[cfg(test)]
mod tests {
    use std::ptr::null;

    use super::*;
    use crate::{UurwerkBytes, handles, uurwerk_bytes_free};

    #[test]
    fn handles_come_and_go() {
        let context = handles::uurwerk_context_new(2);
        let cancel = handles::uurwerk_cancel_new();
        // SAFETY: each is given back once; null is allowed.
        unsafe {
            handles::uurwerk_cancel_request(cancel);
            handles::uurwerk_cancel_free(cancel);
            handles::uurwerk_cancel_free(std::ptr::null_mut());
            assert_eq!(handles::uurwerk_context_threads(context), 2);
            handles::uurwerk_context_free(context);
            handles::uurwerk_context_free(std::ptr::null_mut());
        }
    }

    /// The ways out that need no solver, so that Miri can follow them too; reading the words for it takes it minutes.
    #[test]
    fn what_cannot_be_done_is_told_and_the_context_lives_on() {
        let context = handles::uurwerk_context_new(2);
        let mut bytes = UurwerkBytes::default();
        let text = |bytes: &UurwerkBytes| {
            // SAFETY: the library wrote so many bytes there.
            let slice = unsafe { borrow(bytes.data, bytes.length) };
            String::from_utf8(slice.unwrap_or_default().to_vec()).unwrap()
        };
        for (document, code) in [
            (&b"{"[..], "UW0001"),
            (b"\xff", "UW0501"),
            (b"[[", "UW0001"),
        ] {
            let (school, length) = (document.as_ptr(), document.len());
            // SAFETY: the context lives, the document is as long as said, the output is writable.
            let status =
                unsafe { uurwerk_context_plan(context, school, length, null(), &mut bytes) };
            assert_eq!(status, UurwerkStatus::Input);
            assert!(text(&bytes).contains(code));
            // SAFETY: the library wrote it.
            unsafe { uurwerk_bytes_free(&mut bytes) };
        }
        // SAFETY: nulls are allowed.
        let status = unsafe { uurwerk_context_check(null(), null(), 0, null(), &mut bytes) };
        assert_eq!(status, UurwerkStatus::Usage);
        assert!(text(&bytes).contains("UW0513"));
        let file = UurwerkFile {
            name: b"\xff".as_ptr(),
            name_length: 1,
            data: null(),
            length: 0,
        };
        let mut report = UurwerkBytes::default();
        // SAFETY: the library wrote the first; one file is there, the outputs are writable.
        let status = unsafe {
            uurwerk_bytes_free(&mut bytes);
            let (out, rep) = (&raw mut bytes, &raw mut report);
            uurwerk_context_convert(context, &file, 1, 0, null(), 0, null(), out, rep)
        };
        assert_eq!(status, UurwerkStatus::Usage);
        assert!(report.data.is_null());
        // SAFETY: each is given back once.
        unsafe {
            uurwerk_bytes_free(&mut bytes);
            handles::uurwerk_context_free(context);
        }
    }
}
