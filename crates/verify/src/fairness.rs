//! The certificate of fair exposure, checked from the numbers that it gives.
//!
//! Let everybody's exposure have a price. Whoever holds a position pays at least the cheapest price among those who may
//! hold it, so together they pay at least the sum of those; and nobody pays more than the own deviation from D7 and the
//! most that payment can be above that, which is at one of the levels. The difference is a deviation that no
//! allocation avoids.

use uurwerk_model::{Diagnostic, Diagnostics, FTE, Lock, Mode, Status};

use crate::Claim;
use crate::case::{Case, Job};
use crate::claims::Measured;
use crate::load::levels::{COUNTS, UNIT, exposure, levels, target};

/// Parts that prices are given in.
const PARTS: i128 = 4096;

/// Checks what the certificate says, if it says anything.
pub(crate) fn check(
    case: &Case,
    found: &[Measured],
    claims: &mut Vec<Claim>,
    faults: &mut Diagnostics,
) {
    let Some(stated) = &case.plan.certificate.fairness else {
        return;
    };
    let Some(measured) = found.iter().find(|measured| measured.rule.id == "D7") else {
        return;
    };
    let levels = levels(case, &measured.params);
    let proved = proved(case, found, &levels);
    let is_fair = match stated.status {
        Status::Optimal => stated.bound == measured.deviation,
        Status::Feasible => true,
        Status::Incomplete => false,
    };
    let holds = stated.reached == measured.deviation
        && stated.level == levels[0]
        && stated.bound <= proved.max(0)
        && stated.bound <= stated.reached
        && is_fair;
    if !holds {
        faults.push(
            Diagnostic::error("UW0427", "/certificate/fairness")
                .with("claimed", stated.reached)
                .with("bound", stated.bound)
                .with("found", measured.deviation)
                .with("proved", proved),
        );
    }
    claims.push(Claim {
        pointer: "/certificate/fairness/bound".to_owned(),
        rule: Some("D7".to_owned()),
        claimed: stated.bound,
        found: proved.clamp(0, measured.deviation),
    });
}

/// What the stated prices prove, in whole units of D7.
fn proved(case: &Case, found: &[Measured], levels: &[i64; 4]) -> i64 {
    let stated = case.plan.certificate.fairness.iter();
    let stated: Vec<_> = stated.flat_map(|proof| &proof.prices).collect();
    let price = |teacher: usize| -> i128 {
        let mut own = stated
            .iter()
            .filter(|own| own.teacher == case.school.staff[teacher].id);
        own.next().map_or(0, |own| i128::from(own.price.max(0)))
    };
    let prices: Vec<i128> = (0..case.school.staff.len()).map(price).collect();
    let mut sum: i128 = 0;
    for job in case.jobs.iter().filter(|job| job.counts()) {
        let cheapest = may_hold(case, found, job)
            .map(|teacher| prices[teacher])
            .min();
        sum += cheapest.unwrap_or(0) * i128::from(exposure(case, job));
    }
    for (at, teacher) in case.staff() {
        // Above the last level a price may not rise faster than the deviation.
        let target = i128::from(target(teacher));
        let steepest: i128 = COUNTS.iter().map(|counts| i128::from(*counts)).sum();
        if prices[at] * target * i128::from(UNIT) > steepest * i128::from(FTE) * PARTS {
            return 0;
        }
        let mut most: i128 = 0;
        for at_level in levels {
            let paid = prices[at] * i128::from(*at_level) * target * i128::from(UNIT);
            let mut deviation: i128 = 0;
            for (level, counts) in levels.iter().zip(COUNTS) {
                deviation += i128::from(counts) * i128::from((at_level - level).max(0));
            }
            let above = paid - deviation * PARTS * i128::from(FTE);
            // Rounded up, so that nothing is claimed too much.
            most = most.max(-(-above).div_euclid(i128::from(FTE) * i128::from(UNIT)));
        }
        sum -= most;
    }
    i64::try_from(-(-sum).div_euclid(PARTS)).unwrap_or(0)
}

/// Who may hold a position as far as hard rules on staffing, qualifications and locks say; nobody at all where it may
/// stay empty.
fn may_hold<'c>(
    case: &'c Case,
    found: &[Measured],
    job: &'c Job,
) -> Box<dyn Iterator<Item = usize> + 'c> {
    let is_hard = |id: &str| {
        found
            .iter()
            .any(|m| m.rule.id == id && m.mode == Mode::Hard)
    };
    if !is_hard("A1") {
        return Box::new(std::iter::empty());
    }
    if is_hard("K1") && job.locked {
        let mut locks = case.school.locks.iter();
        let own = locks.find_map(|lock| match lock {
            Lock::Teacher(lock)
                if lock.lesson == case.lessons[job.lesson].lesson.id
                    && usize::from(lock.position) == job.position =>
            {
                case.school
                    .staff
                    .iter()
                    .position(|teacher| teacher.id == lock.teacher)
            }
            _ => None,
        });
        return Box::new(own.into_iter());
    }
    let free = !is_hard("Q1") || job.locked;
    let staff = 0..case.school.staff.len();
    Box::new(staff.filter(move |teacher| free || case.level(*teacher, job.lesson).is_some()))
}
