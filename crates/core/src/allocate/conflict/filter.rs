//! The deletion filter: leave demands out, first many at a time, then one by one, and keep only those without
//! which the contradiction is gone.

use std::collections::BTreeSet;
use std::time::Duration;

use super::{Conflict, words};
use crate::allocate::model::{Ask, DemandKey, Model};
use crate::allocate::problem::{Component, Problem};
use crate::control::Control;
use uurwerk_mip::{self as mip, Limits, Status};

/// Work that one question may cost.
const LP_ITERATIONS: u64 = 100_000;
const NODES: u64 = 2_000;
/// Questions that one conflict may cost.
const QUESTIONS: u32 = 600;
/// Kept back for the caller.
const MARGIN: Duration = Duration::from_millis(200);

/// Shrinks demands that contradict each other.
///
/// # Errors
/// Gives the demands back when it cannot be shown (in time) that they contradict each other.
pub fn shrink(
    problem: &Problem,
    component: &Component,
    demands: BTreeSet<DemandKey>,
    control: &Control,
) -> Result<Conflict, BTreeSet<DemandKey>> {
    let mut oracle = Oracle {
        problem,
        component,
        control,
        questions: QUESTIONS,
    };
    if oracle.contradict(&demands) != Some(true) {
        return Err(demands);
    }
    let mut kept: Vec<DemandKey> = demands.into_iter().collect();
    let mut certain = true;
    let mut chunk = kept.len().div_ceil(2).max(1);
    loop {
        let mut at = 0;
        while at < kept.len() {
            let end = (at + chunk).min(kept.len());
            let rest = kept[..at].iter().chain(&kept[end..]).copied().collect();
            match oracle.contradict(&rest) {
                Some(true) => {
                    kept.drain(at..end);
                }
                answer => {
                    // Only what single demands answer decides whether the result is minimal.
                    certain &= answer.is_some() || chunk > 1;
                    at = end;
                }
            }
        }
        if chunk == 1 {
            break;
        }
        chunk = chunk.div_ceil(2);
    }
    let kept = kept.into_iter().collect();
    Ok(words::conflict(problem, &kept, certain))
}

struct Oracle<'o, 'a> {
    problem: &'o Problem<'a>,
    component: &'o Component,
    control: &'o Control<'o>,
    questions: u32,
}

impl Oracle<'_, '_> {
    /// Whether demands contradict each other; `None` when that was not settled.
    fn contradict(&mut self, demands: &BTreeSet<DemandKey>) -> Option<bool> {
        let over = || {
            let left = (self.control.remaining)();
            (self.control.stop)() || left.is_some_and(|left| left < MARGIN)
        };
        self.questions = self.questions.checked_sub(1)?;
        if over() {
            return None;
        }
        let model = Model::of(self.problem, self.component, Ask::Only(demands));
        let limits = Limits {
            nodes: Some(NODES),
            lp_iterations: Some(LP_ITERATIONS),
            time: (self.control.remaining)().map(|left| left.saturating_sub(MARGIN)),
            seed: 0,
        };
        let control = mip::Control {
            stop: &over,
            progress: &|_| (),
        };
        match model.programme.solve(&limits, &control).ok()?.status {
            Status::Infeasible => Some(true),
            Status::Optimal | Status::Feasible => Some(false),
            Status::Unknown => None,
        }
    }
}
