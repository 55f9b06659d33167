//! M1 and M8: facts about mentoring that no decision changes (memo 2.1).

use uurwerk_model::{FTE, TaskKind};

use crate::case::{Case, hours22};
use crate::rules::Params;

/// M1: mentor hours missing: one full-time mentor for `ratio` starters.
pub(crate) fn m1_mentor_hours(case: &Case, params: &Params) -> i64 {
    let needed = case.starters().count() as i64 * FTE / params.get("ratio").max(1);
    let tasks = case.school.staff.iter().flat_map(|t| &t.tasks);
    let available: i64 = tasks
        .filter(|task| task.kind == TaskKind::Mentoring)
        .map(|task| task.load.0)
        .sum();
    hours22((needed - available).max(0))
}

/// M8: starters without exactly one mentor, and mentors who evaluate their starter.
pub(crate) fn m8_one_mentor_each(case: &Case, _: &Params) -> i64 {
    let pairs = &case.school.mentoring.pairs;
    let alone = case
        .starters()
        .filter(|(_, s)| pairs.iter().filter(|p| p.starter == s.id).count() != 1)
        .count();
    let evaluating = pairs.iter().filter(|pair| {
        let starter = case.school.staff.iter().find(|t| t.id == pair.starter);
        starter.is_some_and(|s| s.evaluator.as_ref() == Some(&pair.mentor))
    });
    (alone + evaluating.count()) as i64
}
