//! Linked events in a sub-programme: at each time at which some but not all of them run, one unit of deviation.

use super::incumbent::Incumbent;
use super::sheet::{Part, Price, Sheet, Sum};
use super::variables::Variables;
use crate::EventId;
use crate::constraint::running;

/// Charges the group for the times at which its events part.
pub(super) fn write(
    now: &Incumbent,
    variables: &Variables,
    events: &[EventId],
    price: Price,
    sheet: &mut Sheet,
) {
    let mut parts = Vec::new();
    for time in 0..usize::from(now.problem.times) {
        let runs: Vec<Sum> = events
            .iter()
            .map(|&event| runs(now, variables, event, time, sheet))
            .collect();
        parts.extend(parted(runs, sheet));
    }
    sheet.charge(price, parts);
}

/// Whether an event runs at a time: 0 or 1.
fn runs(
    now: &Incumbent,
    variables: &Variables,
    event: EventId,
    time: usize,
    sheet: &mut Sheet,
) -> Sum {
    let fixed = variables
        .fixed_meets(now, event)
        .filter(|meet| running(meet).contains(&time))
        .count();
    let mut sum = Sum::constant(fixed as i64);
    for start in variables.starts.get(&event.0).into_iter().flatten() {
        let first = start.start.map(usize::from);
        if first.is_some_and(|first| (first..first + usize::from(start.duration)).contains(&time)) {
            sum.terms.push((start.var, 1));
        }
    }
    let (low, high) = sheet.range(&sum);
    let mut attending = now.problem.events[event.index()]
        .resources
        .iter()
        .filter_map(|demand| demand.preassigned);
    if high <= 1 || attending.any(|resource| variables.single.contains(&resource.0)) {
        return sum;
    }
    if low >= 1 {
        return Sum::constant(1);
    }
    // It runs when any of its meets does.
    let any = Sum::of(sheet.integer(1, sheet.value(&sum).min(1)));
    for &(var, _) in &sum.terms {
        sheet.at_most_zero(Sum::of(var).plus(&any, -1));
    }
    sheet.at_most_zero(any.clone().plus(&sum, -1));
    any
}

/// One when some of the events run but not all, as parts of a deviation.
fn parted(runs: Vec<Sum>, sheet: &mut Sheet) -> Vec<Part> {
    let ranges: Vec<(i64, i64)> = runs.iter().map(|run| sheet.range(run)).collect();
    if ranges.iter().all(|range| range.0 == range.1) {
        let (some, all) = (
            ranges.iter().any(|range| range.1 > 0),
            ranges.iter().all(|range| range.1 > 0),
        );
        return vec![Part {
            sum: Sum::constant((some && !all).into()),
            unit: 1,
        }];
    }
    if let [one, other] = &runs[..] {
        let gap = |one: &Sum, other: &Sum| Part {
            sum: one.clone().plus(other, -1),
            unit: 1,
        };
        return vec![gap(one, other), gap(other, one)];
    }
    let (some, all) = (
        runs.iter().any(|run| sheet.value(run) > 0),
        runs.iter().all(|run| sheet.value(run) > 0),
    );
    let some = Sum::of(sheet.integer(1, some.into()));
    let all = Sum::of(sheet.integer(1, all.into()));
    for run in runs {
        sheet.at_most_zero(run.clone().plus(&some, -1));
        sheet.at_most_zero(all.clone().plus(&run, -1));
    }
    vec![Part {
        sum: some.plus(&all, -1),
        unit: 1,
    }]
}
