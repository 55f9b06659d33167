//! LinkEvents: for each event group, the number of times at which some but not all of its events run.

use super::view::{View, running};
use crate::EventGroupId;

/// Points: the event groups, with multiplicity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkEvents {
    /// The event groups.
    pub event_groups: Vec<EventGroupId>,
}

impl LinkEvents {
    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let deviation = |group: &EventGroupId| {
            let events = &view.problem.event_groups[group.index()];
            let mut run = vec![0; usize::from(view.problem.times)];
            for &event in events {
                let mut runs = vec![false; run.len()];
                for meet in view.meets(event) {
                    runs[running(meet)].fill(true);
                }
                run.iter_mut().zip(runs).for_each(|(count, runs)| *count += usize::from(runs));
            }
            run.iter().filter(|&&count| count > 0 && count < events.len()).count() as i64
        };
        self.event_groups.iter().map(deviation).collect()
    }
}

/// Incremental form: the deviation of a group whose events run at these times.
#[inline]
pub(crate) fn deviation<const W: usize>(runs: impl Iterator<Item = [u64; W]>) -> i64 {
    let (mut some, mut all) = ([0; W], [u64::MAX; W]);
    for run in runs {
        for word in 0..W {
            some[word] |= run[word];
            all[word] &= run[word];
        }
    }
    (0..W).map(|word| i64::from((some[word] & !all[word]).count_ones())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    #[test]
    fn times_of_some_but_not_all() {
        let kind = || Kind::LinkEvents(LinkEvents { event_groups: vec![EventGroupId(0)] });
        // Times 0 and 1 against 1 and 2: two are not shared. An event without time shares none.
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(0), None), meet(1, 2, Some(1), None)]), [2]);
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(0), None), meet(1, 1, Some(1), None), meet(1, 1, Some(0), None)]), [0]);
        assert_eq!(deviations(kind(), vec![meet(0, 2, Some(0), None)]), [2]);
    }
}
