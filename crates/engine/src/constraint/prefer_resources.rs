//! PreferResources: for each demand with the role that is not preassigned, the sum of the durations of the meets whose resource for it
//! is not a preferred one; meets without a resource do not count.

use crate::instance::tables::NONE;
use super::view::View;
use crate::{EventId, ResourceId, RoleId};

/// Points: the open demands with `role` of `events`, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreferResources {
    /// The events; those without such a demand are skipped.
    pub events: Vec<EventId>,
    /// The role.
    pub role: RoleId,
    /// The preferred resources, as a set.
    pub preferred: Vec<ResourceId>,
}

impl PreferResources {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let mut preferred = vec![false; view.problem.resources.len()];
        for resource in &self.preferred {
            preferred[resource.index()] = true;
        }
        let unloved = |(event, index): (EventId, usize)| {
            let meets = view.meets(event).iter().filter(|meet| meet.resources[index].is_some_and(|resource| !preferred[resource.index()]));
            meets.map(|meet| i64::from(meet.duration)).sum()
        };
        view.open_demands(&self.events, self.role).map(unloved).collect()
    }
}

/// Incremental form: what one meet adds to the deviation; `holder` is its resource for the demand, or [`NONE`].
#[inline]
pub(crate) fn unloved(holder: u32, duration: u16, preferred: &[u64]) -> i64 {
    let loved = holder == NONE || preferred[holder as usize / 64] >> (holder % 64) & 1 == 1;
    if loved { 0 } else { i64::from(duration) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{ROLE, deviations, meet};

    #[test]
    fn durations_with_another_resource() {
        let kind = PreferResources { events: vec![EventId(0), EventId(1), EventId(2)], role: ROLE, preferred: vec![ResourceId(2)] };
        // Event 0 has the wrong one, event 1 nobody, event 2 the right one.
        let meets = vec![meet(0, 2, None, Some(1)), meet(2, 3, None, Some(2))];
        assert_eq!(deviations(Kind::PreferResources(kind), meets), [2, 0, 0]);
    }
}
