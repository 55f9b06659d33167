//! SplitEvents: for each event, the number of its meets that are too short or too long, plus how far the number of meets is off its limits.

use super::view::View;
use crate::{EventId, Limits};

/// Points: the events, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitEvents {
    /// The events.
    pub events: Vec<EventId>,
    /// Durations that a meet may have.
    pub durations: Limits,
    /// How many meets an event may have.
    pub amount: Limits,
}

impl SplitEvents {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |&event| {
            let meets = view.meets(event);
            let unfit = meets.iter().filter(|meet| self.durations.deviation(i64::from(meet.duration)) > 0).count();
            unfit as i64 + self.amount.deviation(meets.len() as i64)
        };
        self.events.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of an event whose meets have these durations.
#[inline]
pub(crate) fn deviation(meets: impl Iterator<Item = u16>, durations: Limits, amount: Limits) -> i64 {
    let (unfit, count) = meets.fold((0, 0), |(unfit, count), duration| (unfit + i64::from(durations.deviation(i64::from(duration)) > 0), count + 1));
    unfit + amount.deviation(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn unfit_durations_and_amounts() {
        let kind = SplitEvents { events: vec![EventId(0), EventId(2)], durations: Limits { min: 2, max: 2 }, amount: Limits::at_least(2) };
        // Event 0: one meet of two times, one too few. Event 2: pieces of two and one, the latter too short.
        let meets = vec![meet(2, 2, None, None), meet(2, 1, None, None)];
        assert_eq!(deviations(Kind::SplitEvents(kind), meets), [1, 1]);
    }
}
