//! D2 and B1: difficult classes and hours of work, spread over the staff by share (memo 2.2).

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::Graad;

use super::starters::by_year;
use crate::case::{Case, Preparation, ceil, is_starter};
use crate::rules::Params;

/// D2: hours times difficulty above a share of the mean of the same subject and graad.
pub(crate) fn d2_fair_difficulty(case: &Case, params: &Params) -> i64 {
    let mut cells: BTreeMap<(&str, Option<Graad>), (i64, i64)> = BTreeMap::new();
    for job in case.jobs.iter().filter(|j| j.counts()) {
        let taught = &case.lessons[job.lesson];
        let cell = (taught.lesson.subject.as_str(), taught.graad);
        let sums = cells.entry(cell).or_default();
        sums.0 += job.hours * taught.difficulty;
        sums.1 += job.hours;
    }
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let beta = params.get(by_year(teacher));
        let mut over = 0;
        for job in case.counting(at) {
            let taught = &case.lessons[job.lesson];
            let cell = (taught.lesson.subject.as_str(), taught.graad);
            let (weighted, hours) = cells[&cell];
            let mean = weighted / hours.max(1);
            over += job.hours * (100 * taught.difficulty - beta * mean);
        }
        sum += ceil(over.max(0), 10_000);
    }
    sum
}

/// B1: minutes of work above a share of all work, in whole hours.
pub(crate) fn b1_workload(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for ((_, teacher), (work, share)) in case.staff().zip(work_and_share(case, params)) {
        let alpha = params.get(by_year(teacher));
        sum += ceil((100 * work - alpha * share).max(0), 6_000);
    }
    sum
}

/// Minutes of work of every teacher, beside the fair share.
///
/// Work of a teacher is lesson time with what repeats for each lesson and marking, and one
/// preparation for each key, longest lesson first taught once; all work is the same sum over the
/// school, where each key is prepared by about one teacher in two of its positions.
pub(crate) fn work_and_share(case: &Case, params: &Params) -> Vec<(i64, i64)> {
    let per_hour = |lesson: usize| {
        let pupils = case.lessons[lesson].pupils;
        params.get("contact") + params.get("repeat") + params.get("marking") * pupils
    };
    let mut longest: BTreeMap<Preparation, i64> = BTreeMap::new();
    for taught in &case.lessons {
        if let Some(key) = taught.preparation {
            let hours = longest.entry(key).or_default();
            *hours = (*hours).max(i64::from(taught.lesson.hours));
        }
    }
    let mut total = 0;
    let mut positions: BTreeMap<Preparation, i64> = BTreeMap::new();
    for job in case.jobs.iter().filter(|j| j.counts()) {
        total += job.hours * per_hour(job.lesson);
        if let Some(key) = case.lessons[job.lesson].preparation {
            *positions.entry(key).or_default() += 1;
        }
    }
    for (key, count) in &positions {
        total += longest[key] * (params.get("prep") - params.get("repeat")) * ceil(*count, 2);
    }
    let targets: i128 = case
        .staff()
        .map(|(_, t)| i128::from(t.contract.target.0))
        .sum();
    let mut pairs = Vec::new();
    for (at, teacher) in case.staff() {
        let mut work: i64 = case
            .counting(at)
            .map(|j| j.hours * per_hour(j.lesson))
            .sum();
        let keys: BTreeSet<Preparation> = case
            .counting(at)
            .filter_map(|job| case.lessons[job.lesson].preparation)
            .collect();
        let prep = if is_starter(teacher) {
            "starter_prep"
        } else {
            "prep"
        };
        for key in keys {
            work += longest[&key] * (params.get(prep) - params.get("repeat"));
        }
        let share = i128::from(total) * i128::from(teacher.contract.target.0);
        // Loads are bounded, so a share of all work fits; without targets nobody has one.
        let share = if targets > 0 {
            share.div_euclid(targets) as i64
        } else {
            0
        };
        pairs.push((work, share));
    }
    pairs
}
