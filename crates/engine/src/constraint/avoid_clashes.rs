//! AvoidClashes: for each resource, the sum over the times of the number of meets that it attends there, less one. A resource that one
//! meet asks for twice clashes with itself.

use super::view::View;
use crate::ResourceId;

/// Points: the resources, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AvoidClashes {
    /// The resources.
    pub resources: Vec<ResourceId>,
}

impl AvoidClashes {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let clashes = |&resource| view.attendance(resource).iter().map(|&count| i64::from(count.saturating_sub(1))).sum();
        self.resources.iter().map(clashes).collect()
    }
}

/// Incremental form: what a meet adds to the deviation, or takes from it, at a time at which `others` meets are attended too.
#[inline]
pub(crate) const fn surplus(others: u32) -> i64 {
    (others > 0) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn meets_too_many() {
        let kind = Kind::AvoidClashes(AvoidClashes { resources: vec![ResourceId(0), ResourceId(1)] });
        // Resource 0 is thrice at time 1 and twice at time 2; resource 1 attends two of the three.
        let meets = vec![meet(0, 2, Some(0), Some(1)), meet(1, 2, Some(1), None), meet(2, 3, Some(1), Some(1))];
        assert_eq!(deviations(kind, meets), [3, 1]);
    }
}
