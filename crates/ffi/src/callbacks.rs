//! What the library asks and tells its caller during a long call.

use std::ffi::c_void;

use uurwerk::{Progress, Stage};

/// A number that is not known yet.
pub const UURWERK_UNKNOWN: i64 = i64::MIN;

/// Functions of the caller; each may be null. They may be called from several threads at once, must
/// return at once and must not unwind.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct UurwerkCallbacks {
    /// Handed to every callback unchanged.
    pub user: Option<std::ptr::NonNull<c_void>>,
    /// Returns true to stop now with the best plan so far.
    pub cancel: Option<unsafe extern "C" fn(user: Option<std::ptr::NonNull<c_void>>) -> bool>,
    /// Told where the run stands; the pointer is valid during the call only.
    pub progress: Option<
        unsafe extern "C" fn(
            user: Option<std::ptr::NonNull<c_void>>,
            progress: *const UurwerkProgress,
        ),
    >,
}

// SAFETY: the pointer is only handed back to the caller's functions, which the documentation asks to
// be callable from any thread.
unsafe impl Sync for UurwerkCallbacks {}

/// The parts of a run.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UurwerkStage {
    /// Who teaches what.
    Allocation = 0,
    /// When and where.
    Timetable = 1,
    /// What it costs.
    Measurement = 2,
}

/// Where a run stands; `UURWERK_UNKNOWN` for what is not known yet.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct UurwerkProgress {
    /// What is being worked on.
    pub stage: UurwerkStage,
    /// Deviation of hard rules of the best so far.
    pub hard: i64,
    /// Cost of soft rules of the best so far.
    pub soft: i64,
    /// Proved lower bound on that cost.
    pub bound: i64,
}

impl UurwerkCallbacks {
    /// Whether the caller wants to stop.
    pub(crate) fn cancelled(&self) -> bool {
        // SAFETY: the caller gave the function for this use, with this pointer.
        self.cancel
            .is_some_and(|cancel| unsafe { cancel(self.user) })
    }

    /// Tells the caller where the run stands.
    pub(crate) fn tell(&self, progress: Progress) {
        let Some(tell) = self.progress else { return };
        let number = |n: Option<i64>| n.unwrap_or(UURWERK_UNKNOWN);
        let progress = UurwerkProgress {
            stage: match progress.stage {
                Stage::Allocation => UurwerkStage::Allocation,
                Stage::Timetable => UurwerkStage::Timetable,
                Stage::Measurement => UurwerkStage::Measurement,
            },
            hard: number(progress.hard),
            soft: number(progress.soft),
            bound: number(progress.bound),
        };
        // SAFETY: the caller gave the function for this use; the progress outlives the call.
        unsafe { tell(self.user, &progress) };
    }
}
