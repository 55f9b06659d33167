//! LimitWorkload: for each resource, how far its total workload is off the limits, rounded up. A meet counts its event resource's workload
//! in proportion to its duration; only the final amount is rounded.

use crate::instance::scaled;
use super::view::View;
use crate::{Limits, ResourceId};

/// Points: the resources, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitWorkload {
    /// The resources.
    pub resources: Vec<ResourceId>,
    /// How much workload a resource may have.
    pub limits: Limits,
}

impl LimitWorkload {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |&resource| {
            let load = view.workload(resource);
            let short = i128::from(self.limits.min) * load.under - load.over;
            let excess = if self.limits.max == Limits::NONE { 0 } else { load.over - i128::from(self.limits.max) * load.under };
            let off = short.max(excess).max(0);
            ((off + load.under - 1) / load.under) as i64
        };
        self.resources.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a load given in parts of which `unit` make one.
#[inline]
pub(crate) const fn deviation(load: i64, unit: i64, limits: Limits) -> i64 {
    let (min, max) = scaled(limits, unit);
    let off = if load < min {
        min - load
    } else if load > max {
        load - max
    } else {
        0
    };
    (off + unit - 1) / unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn fractions_are_rounded_up_once() {
        let kind = |limits| Kind::LimitWorkload(LimitWorkload { resources: vec![ResourceId(1)], limits });
        // Each event asks for workload 3: one time of two is 3/2, one time of three is 1; together 5/2.
        let meets = || vec![meet(0, 1, None, Some(1)), meet(0, 1, None, None), meet(2, 1, None, Some(1)), meet(2, 2, None, None)];
        assert_eq!(deviations(kind(Limits::at_most(1)), meets()), [2]); // 3/2 too many
        assert_eq!(deviations(kind(Limits::at_least(3)), meets()), [1]); // 1/2 too few
        assert_eq!(deviations(kind(Limits::at_most(3)), meets()), [0]);
    }
}
