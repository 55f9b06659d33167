//! S1, S2, S3, D1, D3, P1: few subjects, graden, cells and preparations, no hardest classes (memo
//! 2.2 and its neighbours).

use std::collections::BTreeSet;

use uurwerk_model::Teacher;

use crate::case::{Case, is_starter};
use crate::rules::Params;

/// S1: subjects of a starter above the most.
pub(crate) fn s1_subjects(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, _) in case.starters() {
        let subjects: BTreeSet<_> = case
            .counting(at)
            .map(|job| &case.lessons[job.lesson].lesson.subject)
            .collect();
        sum += over(subjects.len(), params.get("max"));
    }
    sum
}

/// S2: graden of a starter above the most.
pub(crate) fn s2_graden(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, _) in case.starters() {
        let graden: BTreeSet<_> = case
            .counting(at)
            .filter_map(|job| case.lessons[job.lesson].graad)
            .collect();
        sum += over(graden.len(), params.get("max"));
    }
    sum
}

/// S3: pairs of subject and graad above the most, for everybody.
pub(crate) fn s3_cells(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let cells: BTreeSet<_> = case
            .counting(at)
            .map(|job| &case.lessons[job.lesson])
            .map(|taught| (&taught.lesson.subject, taught.graad))
            .collect();
        let most = if is_starter(teacher) {
            "starter_max"
        } else {
            "max"
        };
        sum += over(cells.len(), params.get(most));
    }
    sum
}

/// D1: hours of a starter in the hardest classes above what the year of service allows.
pub(crate) fn d1_hardest_classes(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.starters() {
        let hours: i64 = case
            .counting(at)
            .filter(|job| case.lessons[job.lesson].difficulty >= params.get("threshold"))
            .map(|job| job.hours)
            .sum();
        let allowed = match teacher.experience {
            0 | 1 => params.get("year_1"),
            2 => params.get("year_2"),
            _ => params.get("later"),
        };
        sum += (hours - allowed).max(0);
    }
    sum
}

/// D3: starters in one hard class above the most.
pub(crate) fn d3_one_hard_class(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (class, c) in case.school.classes.iter().enumerate() {
        if i64::from(c.difficulty) < params.get("threshold") {
            continue;
        }
        let starters: BTreeSet<usize> = case
            .starters()
            .map(|(at, _)| at)
            .filter(|at| {
                let mut own = case.counting(*at);
                own.any(|job| case.lessons[job.lesson].classes.contains(&class))
            })
            .collect();
        sum += over(starters.len(), params.get("max"));
    }
    sum
}

/// P1: preparations above what is allowed.
pub(crate) fn p1_preparations(case: &Case, params: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let keys: BTreeSet<_> = case
            .counting(at)
            .filter_map(|job| case.lessons[job.lesson].preparation)
            .collect();
        sum += over(keys.len(), params.get(by_year(teacher)));
    }
    sum
}

/// The parameter for a teacher: starters in their first year, other starters, others.
pub(crate) fn by_year(teacher: &Teacher) -> &'static str {
    match (is_starter(teacher), teacher.experience) {
        (true, 0 | 1) => "year_1",
        (true, _) => "year_2",
        (false, _) => "others",
    }
}

fn over(count: usize, most: i64) -> i64 {
    (count as i64 - most).max(0)
}
