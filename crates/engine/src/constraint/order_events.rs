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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::testing::{deviations, meet};
    use crate::{Kind, Limits};

    #[test]
    fn times_between_two_events() {
        let pair = EventPair { first: EventId(0), second: EventId(2), separation: Limits { min: 1, max: 2 } };
        let kind = || Kind::OrderEvents(OrderEvents { pairs: vec![pair] });
        // The first ends before time 2; the second starts there, which is one too early, or at 5, which is one too late.
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(0), None), meet(2, 3, Some(2), None)]), [1]);
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(0), None), meet(2, 3, Some(5), None)]), [1]);
        // The other way round: it would have to start five times later.
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(2), None), meet(2, 3, Some(0), None)]), [5]);
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(2), None)]), [0]);
    }
}
