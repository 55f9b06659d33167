//! One event after another in a sub-programme: the last end of the first and the first start of the second, each as a sum of variables that
//! count the times before it.

use super::incumbent::Incumbent;
use super::sheet::{Part, Price, Sheet, Sum};
use super::variables::Variables;
use crate::{EventId, EventPair, Limits};

/// Charges a pair.
pub(super) fn write(
    now: &Incumbent,
    variables: &Variables,
    pair: &EventPair,
    price: Price,
    sheet: &mut Sheet,
) {
    let times = i64::from(now.problem.times);
    let (ends, assigned_first) = moments(now, variables, pair.first, &|start, duration| {
        i64::from(start) + i64::from(duration)
    });
    let (starts, assigned_second) =
        moments(now, variables, pair.second, &|start, _| i64::from(start));
    if !(ends.possible && starts.possible) {
        return; // a fixed meet has no time, so that the pair costs nothing
    }
    let end = counted(times, &ends, true, sheet);
    let start = counted(times, &starts, false, sheet);
    let apart = start.plus(&end, -1);
    // Without a time for every meet the separation is never too little or too great.
    let missing = assigned_first.plus(&assigned_second, 1);
    let slack = 2 * times + i64::from(pair.separation.min);
    let mut parts = vec![Part {
        sum: Part::below(&apart, pair.separation.min.into())
            .sum
            .plus(&missing, -slack),
        unit: 1,
    }];
    if pair.separation.max != Limits::NONE {
        parts.push(Part {
            sum: Part::above(&apart, pair.separation.max.into())
                .sum
                .plus(&missing, -slack),
            unit: 1,
        });
    }
    sheet.charge(price, parts);
}

/// The moments that an event's meets may have: of the fixed ones, and of the free ones by variable.
struct Moments {
    possible: bool,
    fixed: Vec<i64>,
    free: Vec<(i64, uurwerk_mip::Var)>,
}

/// The moments of an event, and how many of its free meets have no time.
fn moments(
    now: &Incumbent,
    variables: &Variables,
    event: EventId,
    moment: &dyn Fn(u16, u16) -> i64,
) -> (Moments, Sum) {
    let mut moments = Moments {
        possible: true,
        fixed: Vec::new(),
        free: Vec::new(),
    };
    let mut missing = Sum::default();
    for meet in variables.fixed_meets(now, event) {
        match meet.start {
            Some(start) => moments.fixed.push(moment(start.0, meet.duration)),
            None => moments.possible = false,
        }
    }
    for start in variables.starts.get(&event.0).into_iter().flatten() {
        match start.start {
            Some(at) => moments.free.push((moment(at, start.duration), start.var)),
            None => missing.terms.push((start.var, 1)),
        }
    }
    (moments, missing)
}

/// The greatest moment (or the least) as a sum: the number of times `t` with a moment after `t` (or with every moment after `t`).
fn counted(times: i64, moments: &Moments, greatest: bool, sheet: &mut Sheet) -> Sum {
    let mut sum = Sum::default();
    for time in 0..times {
        // Greatest: 1 when some moment is after. Least: 1 when none is at or before.
        let matters = |moment: i64| {
            if greatest {
                moment > time
            } else {
                moment <= time
            }
        };
        let hits: Vec<uurwerk_mip::Var> = moments
            .free
            .iter()
            .filter(|(moment, _)| matters(*moment))
            .map(|(_, var)| *var)
            .collect();
        let any = if moments.fixed.iter().any(|&moment| matters(moment)) {
            Sum::constant(1)
        } else if hits.is_empty() {
            Sum::default()
        } else {
            let now = hits.iter().any(|var| sheet.start()[var.index()] > 0);
            let any = Sum::of(sheet.integer(1, now.into()));
            let all = hits
                .iter()
                .fold(Sum::default(), |sum, var| sum.plus(&Sum::of(*var), 1));
            if sheet.range(&all).1 > 1 {
                hits.iter()
                    .for_each(|var| sheet.at_most_zero(Sum::of(*var).plus(&any, -1)));
                sheet.at_most_zero(any.clone().plus(&all, -1));
            } else {
                sheet.zero(any.clone().plus(&all, -1));
            }
            any
        };
        sum.add(
            &if greatest {
                any
            } else {
                Sum::constant(1).plus(&any, -1)
            },
            1,
        );
    }
    sum
}
