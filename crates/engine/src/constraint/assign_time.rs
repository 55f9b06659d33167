//! AssignTime: for each event without preassigned time, the sum of the durations of its meets that have no time.

use crate::instance::tables::UNPLACED;
use super::view::View;
use crate::EventId;

/// Points: the events without preassigned time, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignTime {
    /// The events.
    pub events: Vec<EventId>,
}

impl AssignTime {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let unassigned = |event| {
            let meets = view.meets(event).iter().filter(|meet| meet.start.is_none());
            meets.map(|meet| i64::from(meet.duration)).sum()
        };
        view.open_events(&self.events).map(unassigned).collect()
    }
}

/// Incremental form: what one meet adds to the deviation.
#[inline]
pub(crate) const fn unassigned(start: u16, duration: u16) -> i64 {
    if start == UNPLACED { duration as i64 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn durations_without_time() {
        let kind = Kind::AssignTime(AssignTime { events: vec![EventId(0), EventId(2), EventId(2)] });
        // Event 2 is listed twice, so its unplaced time is charged twice.
        let meets = vec![meet(0, 2, Some(0), None), meet(2, 2, Some(4), None), meet(2, 1, None, None)];
        assert_eq!(deviations(kind, meets), [0, 1, 1]);
    }
}
