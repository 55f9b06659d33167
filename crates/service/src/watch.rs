//! What surrounds one call: its clock, its cancelling, its listeners.
#![allow(clippy::disallowed_methods)]

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use uurwerk::{Control, PlanDocument, Progress};

use crate::options::CallOptions;
use crate::turns::{Turn, Turns};

/// Least time between two improving plans that are told.
const BETWEEN_PLANS: Duration = Duration::from_millis(100);

/// Cancels calls from wherever a copy of it is; once set it stays set.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Ends every call that was given this, soon, with the best that it has.
    pub fn request(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether that has been asked.
    pub fn requested(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Where a call stands.
#[derive(Clone, Copy, Debug)]
pub struct News {
    /// What is being worked on, with the best cost and the bound.
    pub progress: Progress,
    /// Since the call began.
    pub elapsed: Duration,
}

/// One call: how, and who is told. The listeners are called one at a time, from whichever thread has news.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    /// How.
    pub options: &'a CallOptions,
    /// Whether to stop now; asked often.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Told where the call stands.
    pub progress: &'a (dyn Fn(News) + Sync),
    /// Told of better plans while the timetable is sought, at most ten a second.
    pub better: Option<&'a (dyn Fn(&PlanDocument) + Sync)>,
}

impl<'a> Call<'a> {
    /// A call that nobody watches.
    pub fn unwatched(options: &'a CallOptions) -> Self {
        Self {
            options,
            cancelled: &|| false,
            progress: &|_| {},
            better: None,
        }
    }
}

/// A call that has begun.
pub(crate) struct Watch<'a> {
    call: Call<'a>,
    start: Instant,
    limit: Option<Duration>,
    /// When a better plan was last told; also held while a listener runs.
    told: Mutex<Option<Instant>>,
}

impl<'a> Watch<'a> {
    /// Begins now: waiting for a turn counts.
    pub fn begin(call: Call<'a>, longest: Option<Duration>) -> Self {
        let options = call.options;
        // A call that is bounded by work must not depend on the clock.
        let limit = options.iterations.is_none();
        let limit = limit.then(|| Duration::from_millis(options.time_limit_ms));
        let limit = match (limit, longest) {
            (limit, None) => limit,
            (limit, Some(longest)) => Some(limit.map_or(longest, |limit| limit.min(longest))),
        };
        Self {
            call,
            start: Instant::now(),
            limit,
            told: Mutex::new(None),
        }
    }

    fn remaining(&self) -> Option<Duration> {
        self.limit
            .map(|limit| limit.saturating_sub(self.start.elapsed()))
    }

    fn must_end(&self) -> bool {
        (self.call.cancelled)() || self.remaining().is_some_and(|left| left.is_zero())
    }

    /// Waits for `need` threads of the context and does the job with them.
    pub fn run<T>(&self, turns: &Turns, need: u32, job: impl FnOnce(&Control) -> T) -> T {
        let must_end = || self.must_end();
        let turn: Turn = turns.enter(need, &must_end);
        let stop = || {
            self.must_end() || {
                turn.pause(&must_end);
                self.must_end()
            }
        };
        job(&Control {
            stop: &stop,
            remaining: &|| self.remaining(),
            progress: &|progress| self.tell(progress),
        })
    }

    fn tell(&self, progress: Progress) {
        let _one_at_a_time = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        (self.call.progress)(News {
            progress,
            elapsed: self.start.elapsed(),
        });
    }

    /// Tells of a better plan, unless nobody listens or one was just told.
    pub fn better(&self, plan: &dyn Fn() -> PlanDocument) {
        let Some(better) = self.call.better else {
            return;
        };
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.is_none_or(|at| at.elapsed() >= BETWEEN_PLANS) {
            better(&plan());
            *told = Some(Instant::now());
        }
    }
}
