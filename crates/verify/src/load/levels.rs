//! D7: difficult classes shared out level by level (memo 2.2).

use uurwerk_model::{FTE, Teacher};

use crate::case::{Case, Job, ceil};
use crate::rules::Params;

/// An hour of work at noemer 22, in units.
const HOUR: i64 = 6_090;
/// Difficulty-hours of a full-time job that are one unit, and what a unit above each level counts.
pub(crate) const UNIT: i64 = 10;
pub(crate) const COUNTS: [i64; 4] = [1, 10, 100, 1000];

/// Hours times difficulty of a position.
pub(crate) fn exposure(case: &Case, job: &Job) -> i64 {
    job.hours * case.lessons[job.lesson].difficulty
}

/// What somebody's exposure is measured against: the target, at least one hour.
pub(crate) fn target(teacher: &Teacher) -> i64 {
    teacher.contract.target.0.max(HOUR)
}

/// The four levels: the school's mean exposure of a full-time job, and a step more each.
pub(crate) fn levels(case: &Case, params: &Params) -> [i64; 4] {
    let counting = case.jobs.iter().filter(|job| job.counts());
    let all: i64 = counting.map(|job| exposure(case, job)).sum();
    let targets: i64 = case.staff().map(|(_, teacher)| target(teacher)).sum();
    let mean = all * FTE / targets.max(1);
    [0, 1, 2, 3].map(|level| mean * (params.get("level") + level * params.get("step")) / 100)
}

/// D7: what everybody's exposure is above each level, the higher levels counting more.
pub(crate) fn d7_level_by_level(case: &Case, params: &Params) -> i64 {
    let levels = levels(case, params);
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let own: i64 = case.counting(at).map(|job| exposure(case, job)).sum();
        for (level, counts) in levels.iter().zip(COUNTS) {
            let above = own * FTE - level * target(teacher);
            sum += counts * ceil(above.max(0), UNIT * target(teacher));
        }
    }
    sum
}
