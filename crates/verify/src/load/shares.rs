//! D4, D5, D6, S7: fair shares of the hours in difficult classes, and years close together (memo 2.2).

use crate::case::{Case, ceil, is_starter};
use crate::rules::Params;

/// An hour of work at noemer 22, in units.
const HOUR: i64 = 6_090;

/// Hours in difficult classes of every teacher, beside the fair share.
fn held_and_share(case: &Case, params: &Params) -> Vec<(i64, i64)> {
    let hard = |lesson: usize| case.lessons[lesson].difficulty >= params.get("threshold");
    let (mut difficult, mut all) = (0, 0);
    for job in case.jobs.iter().filter(|job| job.counts()) {
        all += job.hours;
        if hard(job.lesson) {
            difficult += job.hours;
        }
    }
    let mut pairs = Vec::new();
    for (at, teacher) in case.staff() {
        let own = case.counting(at).filter(|job| hard(job.lesson));
        let held: i64 = own.map(|job| job.hours).sum();
        let share = ceil(teacher.contract.target.0 * difficult, HOUR * all.max(1));
        pairs.push((held, share));
    }
    pairs
}

/// D4: hours in difficult classes above the fair share.
pub(crate) fn d4_fair_share(case: &Case, params: &Params) -> i64 {
    let pairs = held_and_share(case, params).into_iter();
    pairs.map(|(held, share)| (held - share).max(0)).sum()
}

/// D5: the most that anybody is above the fair share.
pub(crate) fn d5_worst_share(case: &Case, params: &Params) -> i64 {
    let pairs = held_and_share(case, params).into_iter();
    let above = pairs.map(|(held, share)| held - share);
    above.max().unwrap_or(0).max(0)
}

/// D6: hours in difficult classes of a starter above a part of the fair share.
pub(crate) fn d6_starters_share(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for ((_, teacher), (held, share)) in case.staff().zip(held_and_share(case, params)) {
        if is_starter(teacher) {
            sum += (held - share * params.get("percent") / 100).max(0);
        }
    }
    sum
}

/// S7: years of a starter further apart than the most.
pub(crate) fn s7_close_years(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, _) in case.starters() {
        let own = case.counting(at);
        let years: Vec<i64> = own
            .filter_map(|job| case.lessons[job.lesson].preparation)
            .map(|preparation| i64::from(preparation.1))
            .collect();
        if let (Some(low), Some(high)) = (years.iter().min(), years.iter().max()) {
            sum += (high - low - params.get("max")).max(0);
        }
    }
    sum
}
