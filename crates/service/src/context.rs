//! A number of threads, shared by any number of calls.

use std::sync::Arc;

use crate::turns::Turns;

/// Most threads of a context.
pub const THREADS_MAX: u32 = 256;

/// A number of threads that any number of calls, made from any threads, share. Copies are the same context.
///
/// ```
/// use uurwerk_service::{Call, CallOptions, Context, Status};
/// let context = Context::new(2);
/// let options = CallOptions::default();
/// let answer = context.check(Some(b"{"), &Call::unwatched(&options));
/// assert_eq!(answer.status, Status::Input); // UW0001: the text ends too early
/// ```
#[derive(Clone, Debug)]
pub struct Context(Arc<Turns>);

impl Context {
    /// A context of so many threads, at most [`THREADS_MAX`]; 0 means all cores of the machine.
    pub fn new(threads: u32) -> Self {
        let cores = || std::thread::available_parallelism().map_or(1, |n| n.get() as u32);
        let threads = if threads == 0 { cores() } else { threads };
        Self(Arc::new(Turns::new(threads.min(THREADS_MAX))))
    }

    /// How many threads.
    pub fn threads(&self) -> u32 {
        self.0.threads()
    }

    pub(crate) fn turns(&self) -> &Turns {
        &self.0
    }
}
