//! S6, P7, P8, B2, V3: what weighs on a load as a whole (memo 1.1 and 2.2).

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{FTE, figure};

use super::balance::work_and_share;
use crate::case::{Case, ceil, hours22, is_starter, tasks};
use crate::rules::Params;

/// S6: hours that the largest block of a starter is short.
pub(crate) fn s6_coherence(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, _) in case.starters() {
        let mut blocks: BTreeMap<(&str, u8), i64> = BTreeMap::new();
        let mut hours = 0;
        for job in case.counting(at) {
            hours += job.hours;
            if let Some((subject, year, _)) = case.lessons[job.lesson].preparation {
                *blocks.entry((subject, year)).or_default() += job.hours;
            }
        }
        let largest = blocks.values().max().copied().unwrap_or(0);
        sum += ceil((params.get("percent") * hours - 100 * largest).max(0), 100);
    }
    sum
}

/// P7: points of the index of four burdens above the threshold.
pub(crate) fn p7_risk(case: &Case, params: &Params) -> i64 {
    let work = work_and_share(case, params);
    let mut sum = 0;
    for ((at, teacher), (work, share)) in case.staff().zip(work) {
        let starter = is_starter(teacher);
        let (mut preparations, mut graden, mut hard) = (BTreeSet::new(), BTreeSet::new(), 0);
        for job in case.counting(at) {
            let taught = &case.lessons[job.lesson];
            preparations.extend(taught.preparation);
            graden.extend(taught.graad);
            if taught.difficulty >= params.get("hard") {
                hard += job.hours;
            }
        }
        let most_preparations = match (starter, teacher.experience) {
            (true, 0 | 1) => figure("preparations-year-1"),
            (true, _) => figure("preparations-year-2"),
            (false, _) => figure("preparations-others"),
        };
        let most_hard = match (starter, teacher.experience) {
            (true, 0 | 1) => figure("hard-hours-year-1"),
            (true, 2) => figure("hard-hours-year-2"),
            _ => figure("hard-hours-later"),
        };
        let most_graden = if starter { figure("graden-most") } else { 2 };
        let points = burden(work, share)
            + burden(preparations.len() as i64, most_preparations)
            + burden(graden.len() as i64, most_graden)
            + burden(hard, most_hard);
        sum += (points / 4 - params.get("threshold")).max(0);
    }
    sum
}

/// 50 points at the limit, 100 at twice as much and beyond.
fn burden(amount: i64, limit: i64) -> i64 {
    if limit == 0 {
        return if amount > 0 { 100 } else { 0 };
    }
    (amount * 50 / limit).min(100)
}

/// P8: plage of starters, and their tasks beyond the allowed number.
pub(crate) fn p8_no_extra(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.starters() {
        sum += hours22((case.load(at) - FTE).max(0));
        let allowed = params.get(if teacher.experience <= 1 {
            "year_1"
        } else {
            "year_2"
        });
        let mut loads: Vec<i64> = teacher.tasks.iter().map(|task| task.load.0).collect();
        loads.sort_unstable();
        let many = (loads.len() as i64 - allowed).max(0) as usize;
        sum += loads
            .iter()
            .take(many)
            .map(|l| hours22(*l).max(1))
            .sum::<i64>();
    }
    sum
}

/// B2: lessons of the first years above a part of the target.
pub(crate) fn b2_growth(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let name = match teacher.experience {
            0 | 1 => "year_1",
            2 => "year_2",
            _ => "year_3",
        };
        if teacher.experience <= 3 || is_starter(teacher) {
            let lessons = case.load(at) - tasks(teacher);
            let cap = params.get(name) * teacher.contract.target.0 / 100;
            sum += hours22((lessons - cap).max(0));
        }
    }
    sum
}

/// V3: work of experts above a part of the fair share, in whole hours.
pub(crate) fn v3_experts(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for ((_, teacher), (work, share)) in case.staff().zip(work_and_share(case, params)) {
        if i64::from(teacher.experience) >= params.get("years") && !is_starter(teacher) {
            sum += ceil((100 * work - params.get("percent") * share).max(0), 6_000);
        }
    }
    sum
}
