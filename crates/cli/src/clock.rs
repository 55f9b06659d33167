//! Time and interruption: the one place of the command line that reads a clock.
#![allow(clippy::disallowed_methods)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use uurwerk::{Control, Options, Progress};

use crate::args::Common;
use crate::exit::Exit;

/// A running command's deadline and its Ctrl-C.
pub struct Clock {
    start: Instant,
    limit: Option<Duration>,
    interrupts: Arc<AtomicU32>,
}

impl Clock {
    /// Starts now. Ctrl-C once stops the search and writes the best so far; twice leaves at once.
    pub fn start(common: &Common) -> Self {
        let interrupts = Arc::new(AtomicU32::new(0));
        let seen = Arc::clone(&interrupts);
        // A second handler cannot be set; then the default (leave at once) stays, which is safe.
        let _ = ctrlc::set_handler(move || {
            if seen.fetch_add(1, Ordering::Relaxed) > 0 {
                std::process::exit(Exit::OutOfTime as i32);
            }
        });
        // Runs bounded by work must not depend on the clock.
        let limit = common.iterations.is_none().then_some(common.time_limit);
        Self {
            start: Instant::now(),
            limit,
            interrupts,
        }
    }

    /// The same limit from now on, for one of many jobs; Ctrl-C still ends it.
    pub fn again(&self) -> Self {
        Self {
            start: Instant::now(),
            limit: self.limit,
            interrupts: Arc::clone(&self.interrupts),
        }
    }

    /// Whether somebody pressed Ctrl-C.
    pub fn interrupted(&self) -> bool {
        self.interrupts.load(Ordering::Relaxed) > 0
    }

    /// Since the start.
    pub fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// Until the limit.
    pub fn remaining(&self) -> Option<Duration> {
        self.limit.map(|limit| limit.saturating_sub(self.elapsed()))
    }

    /// Whether the limit has passed or somebody pressed Ctrl-C.
    pub fn stop(&self) -> bool {
        self.interrupts.load(Ordering::Relaxed) > 0
            || self.remaining().is_some_and(|left| left.is_zero())
    }

    /// Runs `job` under this clock.
    pub fn control<T>(
        &self,
        progress: &(dyn Fn(Progress) + Sync),
        job: impl FnOnce(&Control) -> T,
    ) -> T {
        job(&Control {
            stop: &|| self.stop(),
            remaining: &|| self.remaining(),
            progress,
        })
    }
}

/// The options of a run that make it repeatable.
pub fn options(common: &Common) -> Options {
    let cores = std::thread::available_parallelism().map_or(1, |n| n.get() as u32);
    Options {
        seed: common.seed,
        threads: common.threads.unwrap_or(cores),
        iterations: common.iterations,
    }
}
