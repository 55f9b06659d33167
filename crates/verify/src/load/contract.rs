//! B4, B5, B6, R1: loads against contracts and rights, in hours at noemer 22.

use crate::case::{Case, hours22, tasks};
use crate::rules::Params;

/// B4: loads outside the contract's range.
pub(crate) fn b4_within_contract(case: &Case, _: &Params) -> i64 {
    let outside = |(at, teacher): (usize, &uurwerk_model::Teacher)| {
        let load = case.load(at);
        let under = teacher.contract.min.0 - load;
        let over = load - teacher.contract.max.0;
        hours22(under.max(over).max(0))
    };
    case.staff().map(outside).sum()
}

/// B5: loads beside the target; an hour above it counts several times.
pub(crate) fn b5_at_target(case: &Case, params: &Params) -> i64 {
    let beside = |(at, teacher): (usize, &uurwerk_model::Teacher)| {
        let over = case.load(at) - teacher.contract.target.0;
        if over > 0 {
            params.get("above") * hours22(over)
        } else {
            hours22(-over)
        }
    };
    case.staff().map(beside).sum()
}

/// B6: hours above targets, and hours of counting positions that nobody holds.
pub(crate) fn b6_teacher_hours(case: &Case, _: &Params) -> i64 {
    let above = |(at, teacher): (usize, &uurwerk_model::Teacher)| {
        hours22((case.load(at) - teacher.contract.target.0).max(0))
    };
    let nobody = case
        .jobs
        .iter()
        .filter(|job| job.teacher.is_none() && job.counts());
    case.staff().map(above).sum::<i64>() + nobody.map(|job| job.hours).sum::<i64>()
}

/// R1: volumes that people have a right to and do not get; tasks fill a right without subjects and
/// graden only.
pub(crate) fn r1_rights(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        for right in &teacher.rights {
            let mut got = 0;
            for job in case.counting(at) {
                let taught = &case.lessons[job.lesson];
                let subject =
                    right.subjects.is_empty() || right.subjects.contains(&taught.lesson.subject);
                let graad = right.graden.is_empty()
                    || taught.graad.is_some_and(|g| right.graden.contains(&g));
                if subject && graad {
                    got += job.load;
                }
            }
            if right.subjects.is_empty() && right.graden.is_empty() {
                got += tasks(teacher);
            }
            sum += hours22((right.volume.0 - got).max(0));
        }
    }
    sum
}
