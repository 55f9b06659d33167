//! The unsafe corner: HiGHS with a callback that asks whether to stop and tells how far it is.
//!
//! The `highs` crate has no callbacks and no 64-bit figures, so this file calls `highs-sys` for those and for
//! nothing else (HiGHS 1.15, `interfaces/highs_c_api.h` and `lp_data/HighsCallbackStruct.h`).
#![allow(unsafe_code)] // HiGHS has a C interface only; every call is in this file, and nothing unsafe is visible outside it.

use crate::{Fault, Limits};
use highs::{HighsModelStatus, HighsSolutionStatus, Model, SolvedModel};
use highs_sys::{
    Highs_getInt64InfoValue, Highs_setCallback, Highs_startCallback, HighsCallbackDataIn,
    HighsCallbackDataOut, HighsInt, STATUS_ERROR, kHighsCallbackMipImprovingSolution,
    kHighsCallbackMipInterrupt,
};
use std::any::Any;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, PoisonError};

/// The callback's news: a better incumbent or a better bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Found {
    pub(crate) incumbent: Option<f64>,
    pub(crate) bound: f64,
    pub(crate) nodes: u64,
}

/// What HiGHS said at the end.
#[derive(Debug)]
pub(crate) struct Finish {
    pub(crate) infeasible: bool,
    pub(crate) values: Option<Vec<f64>>,
    /// Minus infinity when there is none.
    pub(crate) bound: f64,
    pub(crate) nodes: u64,
    pub(crate) lp_iterations: u64,
}

impl Default for Finish {
    /// The end of a run that did not begin.
    fn default() -> Self {
        Self {
            infeasible: false,
            values: None,
            bound: f64::NEG_INFINITY,
            nodes: 0,
            lp_iterations: 0,
        }
    }
}

/// Runs HiGHS on one thread, to proof or to a limit, with or without its simplifying a model first.
pub(crate) fn run(
    mut programme: Model,
    presolve: bool,
    start: Option<&[f64]>,
    limits: &Limits,
    stop: &(dyn Fn() -> bool + Sync),
    seen: &dyn Fn(Found),
) -> Result<Finish, Fault> {
    set_options(&mut programme, presolve, limits)?;
    if start.is_some() {
        let refused = |_| Fault::Solver("HiGHS refuses the proposed start".to_owned());
        programme
            .try_set_solution(start, None, None, None)
            .map_err(refused)?;
    }
    let most_iterations = limits
        .lp_iterations
        .map(|most| i64::try_from(most).unwrap_or(i64::MAX));
    let nothing = Found {
        incumbent: None,
        bound: f64::NEG_INFINITY,
        nodes: 0,
    };
    let watch = Watch {
        stop,
        seen,
        most_iterations,
        state: Mutex::new(State {
            last: nothing,
            panic: None,
        }),
    };
    let outcome = run_watched(programme, &watch);
    if let Some(panic) = watch
        .state
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
        .panic
    {
        resume_unwind(panic);
    }
    outcome
}

fn set_options(programme: &mut Model, presolve: bool, limits: &Limits) -> Result<(), Fault> {
    fn set(
        programme: &mut Model,
        name: &str,
        value: impl highs::HighsOptionValue,
    ) -> Result<(), Fault> {
        let refused = |_| Fault::Solver(format!("HiGHS refuses the option {name}"));
        programme.try_set_option(name, value).map_err(refused)
    }
    let clipped = |limit: u64| c_int::try_from(limit).unwrap_or(c_int::MAX);
    programme.make_quiet();
    // HiGHS would start a pool of workers for every thread that calls it, and callers already run models in parallel.
    set(programme, "threads", 1)?;
    set(programme, "random_seed", clipped(limits.seed.into()))?;
    if !presolve {
        set(programme, "presolve", "off")?;
    }
    // Proof to the last unit: costs are whole, so an answer less than one unit above the bound is optimal.
    set(programme, "mip_rel_gap", 0.0)?;
    set(programme, "mip_abs_gap", 0.5)?;
    if let Some(nodes) = limits.nodes {
        set(programme, "mip_max_nodes", clipped(nodes))?;
    }
    if let Some(time) = limits.time {
        set(programme, "time_limit", time.as_secs_f64())?;
    }
    if limits.prompt {
        for heuristic in ["rins", "rens", "root_reduced_cost"] {
            set(programme, &format!("mip_heuristic_run_{heuristic}"), false)?;
        }
    }
    Ok(())
}

fn run_watched(mut programme: Model, watch: &Watch) -> Result<Finish, Fault> {
    let data: *const Watch = watch;
    // SAFETY: the pointer is that of a live model. HiGHS keeps `data` and passes it to `on_callback` only while it runs, inside
    // `try_solve` below; the model is consumed there and dropped in this function, before `watch` is.
    let status = unsafe {
        Highs_setCallback(
            programme.as_mut_ptr(),
            Some(on_callback),
            data.cast_mut().cast(),
        )
    };
    accepted(status, "the callback")?;
    for kind in [
        kHighsCallbackMipInterrupt,
        kHighsCallbackMipImprovingSolution,
    ] {
        // SAFETY: the pointer is that of a live model with a callback set.
        accepted(
            unsafe { Highs_startCallback(programme.as_mut_ptr(), kind) },
            "the callback",
        )?;
    }
    let solved = programme
        .try_solve()
        .map_err(|status| Fault::Solver(format!("HiGHS ended with {status:?}")))?;
    finish(&solved)
}

fn finish(solved: &SolvedModel) -> Result<Finish, Fault> {
    use HighsModelStatus as S;
    let infeasible = match solved.status() {
        // Every variable has finite bounds, so an unbounded model is not possible.
        S::Infeasible | S::UnboundedOrInfeasible => true,
        S::Optimal | S::ReachedTimeLimit | S::ReachedIterationLimit | S::ReachedSolutionLimit => {
            false
        }
        S::ReachedInterrupt | S::ReachedMemoryLimit | S::Unknown => false,
        other => return Err(Fault::Solver(format!("HiGHS ended with {other:?}"))),
    };
    let found = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
    let bound = solved
        .double_info_value(c"mip_dual_bound")
        .unwrap_or(f64::NEG_INFINITY);
    Ok(Finish {
        infeasible,
        values: found.then(|| solved.get_solution().columns().to_vec()),
        bound: if infeasible { f64::NEG_INFINITY } else { bound },
        nodes: count(solved, c"mip_node_count"),
        lp_iterations: u64::try_from(solved.simplex_iteration_count()).unwrap_or(0),
    })
}

/// A 64-bit figure of the finished run; 0 when HiGHS has none.
fn count(solved: &SolvedModel, name: &CStr) -> u64 {
    let mut value = 0_i64;
    // SAFETY: the pointer is that of a live model (read only, as the C signature says), the name ends in a zero byte, and HiGHS
    // writes one 64-bit number or nothing.
    let status = unsafe { Highs_getInt64InfoValue(solved.as_ptr(), name.as_ptr(), &mut value) };
    if status == STATUS_ERROR {
        0
    } else {
        u64::try_from(value).unwrap_or(0)
    }
}

fn accepted(status: HighsInt, what: &str) -> Result<(), Fault> {
    if status == STATUS_ERROR {
        Err(Fault::Solver(format!("HiGHS refuses {what}")))
    } else {
        Ok(())
    }
}

/// What the callback works with. Only shared references and a lock, so it would be sound even if HiGHS called from several threads.
struct Watch<'a> {
    stop: &'a (dyn Fn() -> bool + Sync),
    seen: &'a dyn Fn(Found),
    most_iterations: Option<i64>,
    state: Mutex<State>,
}

struct State {
    last: Found,
    panic: Option<Box<dyn Any + Send>>,
}

impl Watch<'_> {
    /// Tells the news, if it is any.
    fn tell(&self, data: &HighsCallbackDataOut) {
        let cost = data.mip_primal_bound;
        let now = Found {
            incumbent: cost.is_finite().then_some(cost),
            bound: data.mip_dual_bound,
            nodes: u64::try_from(data.mip_node_count).unwrap_or(0),
        };
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let cheaper = now
            .incumbent
            .is_some_and(|new| state.last.incumbent.is_none_or(|old| new < old));
        if cheaper || (now.bound.is_finite() && now.bound > state.last.bound) {
            state.last = now;
            (self.seen)(now);
        }
    }

    /// Whether the run is to end.
    fn ends(&self, data: &HighsCallbackDataOut) -> bool {
        let worked = self
            .most_iterations
            .is_some_and(|most| data.mip_total_lp_iterations >= most);
        worked || self.has_panicked() || (self.stop)()
    }

    fn has_panicked(&self) -> bool {
        self.state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .panic
            .is_some()
    }
}

/// Called by HiGHS. A panic of the caller's closures must not cross C++, so it is kept, the run is ended, and `run` resumes it.
extern "C" fn on_callback(
    kind: c_int,
    _message: *const c_char,
    out: *const HighsCallbackDataOut,
    answer: *mut HighsCallbackDataIn,
    watch: *mut c_void,
) {
    // SAFETY: `watch` is what `run_watched` registered, alive for the whole run and only ever shared; `out` is a structure of HiGHS
    // for the duration of this call, or null, which `as_ref` turns into `None`.
    let (watch, out) = unsafe { (&*watch.cast::<Watch>(), out.as_ref()) };
    let Some(out) = out else { return };
    let look = || {
        watch.tell(out);
        kind == kHighsCallbackMipInterrupt && watch.ends(out)
    };
    let ends = catch_unwind(AssertUnwindSafe(look)).unwrap_or_else(|panic| {
        watch
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .panic = Some(panic);
        kind == kHighsCallbackMipInterrupt
    });
    // SAFETY: `answer` is a structure of HiGHS that only this call touches until it returns, or null.
    if let Some(answer) = unsafe { answer.as_mut() }
        && ends
    {
        answer.user_interrupt = 1;
    }
}
