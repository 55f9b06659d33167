//! G2, G3, G4: days without holes, part-timers on few half-days.

use std::collections::BTreeSet;

use uurwerk_model::FTE;

use crate::case::{Case, ceil};
use crate::rules::Params;

/// G2: idle periods of teachers between the first and the last of a day.
pub(crate) fn g2_idle(case: &Case, _: &Params) -> i64 {
    let idle = |who: usize| holes(case, &|p| case.week.at_once(who, p) > 0);
    (0..case.school.staff.len()).map(idle).sum()
}

/// G3: periods without any lesson of a class between the first and the last of a day.
pub(crate) fn g3_class_holes(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for class in 0..case.school.classes.len() {
        let mut busy = vec![false; case.week.periods.len()];
        for block in &case.week.blocks {
            if case.lessons[block.lesson].classes.contains(&class) {
                for period in &block.periods {
                    busy[*period] = true;
                }
            }
        }
        sum += holes(case, &|p| busy[p]);
    }
    sum
}

/// Periods that are not busy between the first and the last busy one of each day.
fn holes(case: &Case, busy: &dyn Fn(usize) -> bool) -> i64 {
    let mut sum = 0;
    for day in 0..case.week.days() {
        let periods = case.week.of_day(day);
        let first = periods.iter().position(|p| busy(*p));
        let last = periods.iter().rposition(|p| busy(*p));
        if let (Some(first), Some(last)) = (first, last) {
            let between = &periods[first..=last];
            sum += between.iter().filter(|p| !busy(**p)).count() as i64;
        }
    }
    sum
}

/// G4: half-days of a teacher above the cap: the teacher's own, or a part-timer's share of the week.
pub(crate) fn g4_half_days(case: &Case, _: &Params) -> i64 {
    let mut sum = 0;
    for (at, teacher) in case.staff() {
        let target = teacher.contract.target.0;
        let cap = match teacher.half_days_max {
            Some(cap) => i64::from(cap),
            None if target < FTE => ceil(case.week.halves() as i64 * target, FTE),
            None => continue,
        };
        let halves: BTreeSet<usize> = (0..case.week.periods.len())
            .filter(|p| case.week.at_once(at, *p) > 0)
            .map(|p| case.week.periods[p].half)
            .collect();
        sum += (halves.len() as i64 - cap).max(0);
    }
    sum
}
