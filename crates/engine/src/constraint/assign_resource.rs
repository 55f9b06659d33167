//! AssignResource: for each demand with the role that is not preassigned, the sum of the durations of the meets that have no resource for it.

use crate::instance::tables::NONE;
use super::view::View;
use crate::{EventId, RoleId};

/// Points: the open demands with `role` of `events`, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignResource {
    /// The events; those without such a demand are skipped.
    pub events: Vec<EventId>,
    /// The role.
    pub role: RoleId,
}

impl AssignResource {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let unassigned = |(event, index): (EventId, usize)| {
            let meets = view.meets(event).iter().filter(|meet| meet.resources[index].is_none());
            meets.map(|meet| i64::from(meet.duration)).sum()
        };
        view.open_demands(&self.events, self.role).map(unassigned).collect()
    }
}

/// Incremental form: what one meet adds to the deviation; `holder` is its resource for the demand, or [`NONE`].
#[inline]
pub(crate) const fn unassigned(holder: u32, duration: u16) -> i64 {
    if holder == NONE { duration as i64 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{ROLE, deviations, meet};

    #[test]
    fn durations_without_resource() {
        let kind = || Kind::AssignResource(AssignResource { events: vec![EventId(0), EventId(2)], role: ROLE });
        // Of event 2, one meet of two times has nobody.
        let meets = vec![meet(0, 2, None, Some(1)), meet(2, 1, None, Some(1)), meet(2, 2, None, None)];
        assert_eq!(deviations(kind(), meets), [0, 2]);
        assert_eq!(deviations(kind(), vec![]), [2, 3]);
    }
}
