//! What the library asks and tells its caller during a long call.

use std::ffi::c_void;
use std::ptr::NonNull;

use uurwerk::Stage;
use uurwerk_service::News;

/// A number that is not known yet.
pub const UURWERK_UNKNOWN: i64 = i64::MIN;

/// What the caller wants handed to its functions.
pub(crate) type User = Option<NonNull<c_void>>;
/// Asks whether to stop.
pub(crate) type CancelFunction =
    Option<unsafe extern "C" fn(user: Option<NonNull<c_void>>) -> bool>;
/// Tells where the run stands.
pub(crate) type ProgressFunction =
    Option<unsafe extern "C" fn(user: Option<NonNull<c_void>>, progress: *const UurwerkProgress)>;
/// Hands over a better plan.
pub(crate) type BetterFunction = Option<
    unsafe extern "C" fn(user: Option<NonNull<c_void>>, plan: *const u8, plan_length: usize),
>;

/// Functions of the caller for `uurwerk_plan`; each may be null. `cancel` may be called from several
/// threads at once. They must return at once and must not unwind.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct UurwerkCallbacks {
    /// Handed to every callback unchanged.
    pub user: Option<NonNull<c_void>>,
    /// Returns true to stop now with the best plan so far.
    pub cancel: Option<unsafe extern "C" fn(user: Option<NonNull<c_void>>) -> bool>,
    /// Told where the run stands; the pointer is valid during the call only.
    pub progress: Option<
        unsafe extern "C" fn(user: Option<NonNull<c_void>>, progress: *const UurwerkProgress),
    >,
}

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

/// Where a run stands; `UURWERK_UNKNOWN` for what is not known yet. Later versions may append fields.
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
    /// Milliseconds since the call began.
    pub elapsed_ms: u64,
}

/// The caller's functions of one call, whichever way they came.
#[derive(Clone, Copy, Default)]
pub(crate) struct Functions {
    pub user: User,
    pub cancel: CancelFunction,
    pub progress: ProgressFunction,
    pub better: BetterFunction,
}

// SAFETY: the pointer is only handed back to the caller's functions, which the documentation asks to
// be callable from any thread.
unsafe impl Sync for Functions {}

impl Functions {
    /// Whether the caller wants to stop.
    pub fn cancelled(&self) -> bool {
        self.cancel.is_some_and(|cancel| {
            // SAFETY: the caller gave the function for this use, with this pointer.
            unsafe { cancel(self.user) }
        })
    }

    /// Tells the caller where the run stands.
    pub fn tell(&self, news: News) {
        let Some(tell) = self.progress else { return };
        let number = |n: Option<i64>| n.unwrap_or(UURWERK_UNKNOWN);
        let progress = UurwerkProgress {
            stage: match news.progress.stage {
                Stage::Allocation => UurwerkStage::Allocation,
                Stage::Timetable => UurwerkStage::Timetable,
                Stage::Measurement => UurwerkStage::Measurement,
            },
            hard: number(news.progress.hard),
            soft: number(news.progress.soft),
            bound: number(news.progress.bound),
            elapsed_ms: u64::try_from(news.elapsed.as_millis()).unwrap_or(u64::MAX),
        };
        // SAFETY: the caller gave the function for this use; the progress outlives the call.
        unsafe { tell(self.user, &progress) };
    }

    /// Hands the caller a better plan.
    pub fn better(&self, plan: &[u8]) {
        let Some(better) = self.better else { return };
        // SAFETY: the caller gave the function for this use; the bytes outlive the call.
        unsafe { better(self.user, plan.as_ptr(), plan.len()) };
    }
}
