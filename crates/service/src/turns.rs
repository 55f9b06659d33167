//! Who may compute: the threads of a context, lent to its calls in turn.
//!
//! The search asks some hundred times a second whether to stop. A call that has computed for [`QUANTUM`] while others
//! wait gives its threads back inside that question and queues again, so any number of calls advance side by side
//! with no more threads at work than the context has. A call that must end (cancelled, out of time) does not wait:
//! it gets the little that ending takes at once. A pool whose threads steal work would be simpler and could not
//! promise that: a thread that waits for a part of one call would start another call on top of it.
#![allow(clippy::disallowed_methods)]

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a call computes before it lets another go first.
const QUANTUM: Duration = Duration::from_millis(30);
/// How often a call that waits looks whether it must end.
const PATIENCE: Duration = Duration::from_millis(10);

/// The threads of a context.
#[derive(Debug)]
pub(crate) struct Turns {
    threads: u32,
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Debug)]
struct Queue {
    free: u32,
    next: u64,
    waiting: VecDeque<u64>,
}

/// One call's part of them; given back when dropped, also by a panic.
pub(crate) struct Turn<'t> {
    turns: &'t Turns,
    need: u32,
    held: Mutex<Held>,
}

struct Held {
    /// False while waiting, and for a call that had to end before its turn came.
    has: bool,
    since: Instant,
}

/// What is guarded is whole at every moment, so a panic elsewhere does not spoil it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Turns {
    pub fn new(threads: u32) -> Self {
        let queue = Queue {
            free: threads,
            next: 0,
            waiting: VecDeque::new(),
        };
        Self {
            threads,
            queue: Mutex::new(queue),
            changed: Condvar::new(),
        }
    }

    pub fn threads(&self) -> u32 {
        self.threads
    }

    /// Waits for `need` threads, or until `must_end`.
    pub fn enter(&self, need: u32, must_end: &dyn Fn() -> bool) -> Turn<'_> {
        let need = need.clamp(1, self.threads);
        let has = self.take(need, must_end);
        let since = Instant::now();
        Turn {
            turns: self,
            need,
            held: Mutex::new(Held { has, since }),
        }
    }

    /// First come, first served; false when `must_end` came first.
    fn take(&self, need: u32, must_end: &dyn Fn() -> bool) -> bool {
        let mut queue = lock(&self.queue);
        let ticket = queue.next;
        queue.next += 1;
        queue.waiting.push_back(ticket);
        loop {
            let served = queue.waiting.front() == Some(&ticket) && queue.free >= need;
            if served || must_end() {
                queue.waiting.retain(|other| *other != ticket);
                if served {
                    queue.free -= need;
                }
                self.changed.notify_all();
                return served;
            }
            let waited = self.changed.wait_timeout(queue, PATIENCE);
            queue = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn give(&self, need: u32) {
        lock(&self.queue).free += need;
        self.changed.notify_all();
    }

    fn others_wait(&self) -> bool {
        !lock(&self.queue).waiting.is_empty()
    }
}

impl Turn<'_> {
    /// Lets others go first when it is their turn. All workers of a call wait here together.
    pub fn pause(&self, must_end: &dyn Fn() -> bool) {
        let mut held = lock(&self.held);
        if held.has && held.since.elapsed() >= QUANTUM && self.turns.others_wait() {
            self.turns.give(self.need);
            held.has = false;
            held.has = self.turns.take(self.need, must_end);
            held.since = Instant::now();
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if lock(&self.held).has {
            self.turns.give(self.need);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

    fn never() -> bool {
        false
    }

    #[test]
    fn no_more_compute_than_there_are_threads_and_all_advance() {
        let turns = Turns::new(2);
        let (now, most) = (AtomicU32::new(0), AtomicU32::new(0));
        let begun = AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| {
                    let turn = turns.enter(1, &never);
                    begun.fetch_add(1, Ordering::SeqCst);
                    // Each goes on until all have begun: without turns that would never be.
                    while begun.load(Ordering::SeqCst) < 6 {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::sleep(Duration::from_millis(1));
                        now.fetch_sub(1, Ordering::SeqCst);
                        turn.pause(&never);
                    }
                });
            }
        });
        assert!((1..=2).contains(&most.load(Ordering::SeqCst)));
        assert_eq!(lock(&turns.queue).free, 2);
    }

    #[test]
    fn a_call_that_must_end_does_not_wait() {
        let turns = Turns::new(1);
        let first = turns.enter(1, &never);
        let end = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let second = scope.spawn(|| drop(turns.enter(1, &|| end.load(Ordering::SeqCst))));
            end.store(true, Ordering::SeqCst);
            second.join().expect("no panic");
        });
        drop(first);
        let queue = lock(&turns.queue);
        assert_eq!((queue.free, queue.waiting.len()), (1, 0));
    }

    #[test]
    fn a_panic_gives_the_threads_back() {
        let turns = Turns::new(3);
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _turn = turns.enter(7, &never);
            panic!("as a bug would");
        }));
        assert!(caught.is_err());
        assert_eq!(lock(&turns.queue).free, 3);
    }
}
