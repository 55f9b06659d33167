//! DistributeSplitEvents: for each event, how far the number of its meets of exactly the given duration is off its limits.

use super::view::View;
use crate::{EventId, Limits};

/// Points: the events, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributeSplitEvents {
    /// The events.
    pub events: Vec<EventId>,
    /// The duration that counts.
    pub duration: u16,
    /// How many meets of that duration an event may have.
    pub amount: Limits,
}

impl DistributeSplitEvents {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |&event| {
            let amount = view.meets(event).iter().filter(|meet| meet.duration == self.duration).count();
            self.amount.deviation(amount as i64)
        };
        self.events.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of an event whose meets have these durations.
#[inline]
pub(crate) fn deviation(meets: impl Iterator<Item = u16>, duration: u16, amount: Limits) -> i64 {
    amount.deviation(meets.filter(|&meet| meet == duration).count() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn meets_of_one_duration() {
        let kind = DistributeSplitEvents { events: vec![EventId(0), EventId(2)], duration: 1, amount: Limits { min: 1, max: 2 } };
        // Event 0 has no single, event 2 has three.
        let meets = vec![meet(2, 1, None, None), meet(2, 1, Some(3), None), meet(2, 1, None, None)];
        assert_eq!(deviations(Kind::DistributeSplitEvents(kind), meets), [1, 1]);
    }
}
