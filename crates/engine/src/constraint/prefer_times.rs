//! PreferTimes: for each event without preassigned time, the sum of the durations of its meets (of one duration, if that is given) that
//! start at a time that is not preferred; meets without a time do not count.

use super::bits;
use crate::instance::tables::UNPLACED;
use super::view::View;
use crate::{EventId, TimeId};

/// Points: the events without preassigned time, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreferTimes {
    /// The events.
    pub events: Vec<EventId>,
    /// The preferred start times, as a set.
    pub preferred: Vec<TimeId>,
    /// When given, only meets of this duration count.
    pub duration: Option<u16>,
}

impl PreferTimes {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let unloved = |event| {
            let meets = view.meets(event).iter().filter(|meet| self.duration.is_none_or(|duration| duration == meet.duration));
            let meets = meets.filter(|meet| meet.start.is_some_and(|start| !self.preferred.contains(&start)));
            meets.map(|meet| i64::from(meet.duration)).sum()
        };
        view.open_events(&self.events).map(unloved).collect()
    }
}

/// Incremental form: what one meet adds to the deviation. `only` is the duration that counts, or 0 for any.
#[inline]
pub(crate) fn unloved<const W: usize>(start: u16, duration: u16, preferred: &[u64; W], only: u16) -> i64 {
    let counts = start != UNPLACED && (only == 0 || only == duration) && !bits::contains(preferred, start);
    if counts { i64::from(duration) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn durations_with_another_start() {
        let kind = |duration| Kind::PreferTimes(PreferTimes { events: vec![EventId(0), EventId(2)], preferred: vec![TimeId(1)], duration });
        // Event 0 starts well; of event 2 a double and a single start elsewhere.
        let meets = || vec![meet(0, 2, Some(1), None), meet(2, 2, Some(2), None), meet(2, 1, Some(5), None)];
        assert_eq!(deviations(kind(None), meets()), [0, 3]);
        assert_eq!(deviations(kind(Some(1)), meets()), [0, 1]);
    }
}
