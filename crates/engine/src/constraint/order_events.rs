//! OrderEvents: for each pair, how far the number of times between the end of the first event and the start of the second is off its
//! limits; a pair with an unassigned meet costs nothing.

use super::view::View;
use crate::EventId;

/// Points: the pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderEvents {
    /// The pairs.
    pub pairs: Vec<EventPair>,
}

/// Two events, the second to come after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventPair {
    /// The event that comes first.
    pub first: EventId,
    /// The event that comes second.
    pub second: EventId,
    /// How many times lie between them; the number is negative when they overlap or come in the other order.
    pub separation: crate::Limits,
}

impl OrderEvents {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |pair: &EventPair| {
            let ends: Option<Vec<_>> = view.meets(pair.first).iter().map(|meet| meet.start.map(|start| start.index() + usize::from(meet.duration))).collect();
            let starts: Option<Vec<_>> = view.meets(pair.second).iter().map(|meet| meet.start.map(|start| start.index())).collect();
            let (end, start) = (ends.and_then(|ends| ends.into_iter().max()), starts.and_then(|starts| starts.into_iter().min()));
            end.zip(start).map_or(0, |(end, start)| pair.separation.deviation(start as i64 - end as i64))
        };
        self.pairs.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a pair, from the last end of the first event and the first start of the second; none when a meet of
/// the event is unassigned.
#[inline]
pub(crate) fn deviation(end: Option<i64>, start: Option<i64>, separation: crate::Limits) -> i64 {
    end.zip(start).map_or(0, |(end, start)| separation.deviation(start - end))
}
