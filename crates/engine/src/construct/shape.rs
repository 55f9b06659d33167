//! Into which pieces an event is cut, judged by its constraints on splitting alone.

use crate::constraint::{distribute_split_events, split_events};
use crate::instance::tables::{ShapeMeasure, Tables};
use crate::{Cost, EventId, Instance, Meet, Solution};

/// Events longer than this are cut into pieces of about equal length only: they have too many partitions to look at.
const LONGEST: u16 = 28;

/// The unassigned solution with each event that is free in time cut into the cheapest pieces; preassigned things are filled in.
pub(crate) fn shaped(instance: &Instance) -> Solution {
    let (tables, problem) = (instance.tables(), instance.problem());
    let mut meets = Vec::new();
    for (id, event) in (0..).map(EventId).zip(&problem.events) {
        let pieces = if event.time.is_some() {
            vec![event.duration]
        } else {
            pieces(tables, id.index(), event.duration)
        };
        let resources: Vec<_> = event
            .resources
            .iter()
            .map(|demand| demand.preassigned)
            .collect();
        meets.extend(pieces.into_iter().map(|duration| Meet {
            event: id,
            duration,
            start: event.time,
            resources: resources.clone(),
        }));
    }
    Solution { meets }
}

/// The durations of the pieces, longest first; of equally cheap ones the fewest.
fn pieces(tables: &Tables, event: usize, duration: u16) -> Vec<u16> {
    let monitors = tables.shape_monitors.row(event);
    if monitors.is_empty() && usize::from(duration) <= tables.times {
        return vec![duration];
    }
    let cost = |pieces: &[u16]| {
        // A piece that fits nowhere can never be placed.
        let homeless = pieces
            .iter()
            .filter(|&&piece| {
                tables
                    .starts
                    .row(tables.meet_first[event] as usize + usize::from(piece) - 1)
                    .is_empty()
            })
            .count();
        let mut cost = Cost {
            hard: homeless as i64 * 1000,
            soft: 0,
        };
        for monitor in monitors {
            let meets = pieces.iter().copied();
            cost += monitor.price.cost(match monitor.measure {
                ShapeMeasure::Split(durations, amount) => {
                    split_events::deviation(meets, durations, amount)
                }
                ShapeMeasure::Distribute(duration, amount) => {
                    distribute_split_events::deviation(meets, duration, amount)
                }
            });
        }
        cost
    };
    let mut best = (vec![duration], cost(&[duration]));
    if duration <= LONGEST {
        partitions(duration, duration, &mut Vec::new(), &mut |pieces| {
            let found = cost(pieces);
            if found < best.1 || (found == best.1 && pieces.len() < best.0.len()) {
                best = (pieces.to_vec(), found);
            }
        });
        return best.0;
    }
    for count in 2..=duration {
        let (least, longer) = (duration / count, usize::from(duration % count));
        let mut pieces = vec![least; usize::from(count)];
        pieces[..longer].fill(least + 1);
        let found = cost(&pieces);
        if found < best.1 {
            best = (pieces, found);
        }
    }
    best.0
}

/// Calls `see` with every way to write `rest` as a sum of falling parts of at most `greatest`, after the parts that are there.
fn partitions(rest: u16, greatest: u16, parts: &mut Vec<u16>, see: &mut impl FnMut(&[u16])) {
    if rest == 0 {
        return see(parts);
    }
    for part in (1..=rest.min(greatest)).rev() {
        parts.push(part);
        partitions(rest - part, part, parts, see);
        parts.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_has_seven_partitions() {
        let mut seen = 0;
        partitions(5, 5, &mut Vec::new(), &mut |parts| {
            assert_eq!(parts.iter().sum::<u16>(), 5);
            seen += 1;
        });
        assert_eq!(seen, 7);
    }
}
