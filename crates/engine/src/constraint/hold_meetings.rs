//! HoldMeetings: for each group of meetings, the least weight of those that cannot be held. A meeting is held at one of its times, when some
//! resources are not busy and some are, and when enough of its members can come; no resource is kept free for two meetings at once.
//!
//! Meetings are no events: they make nobody busy, so they neither fill idle times nor stand in the way of a search. Where one would be held is
//! told by [`HoldMeetings::held`].

use super::bits;
use super::view::View;
use crate::{Fault, Instance, ResourceId, Solution, TimeId};

/// Points: the groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldMeetings {
    /// The groups, each of at most [`HoldMeetings::MOST`] meetings. Meetings of different groups take no notice of each other, so those that keep
    /// the same resource free belong in one.
    pub groups: Vec<Vec<Meeting>>,
}

/// A meeting of one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The times at which it may be held, as a set.
    pub times: Vec<TimeId>,
    /// Who must not be busy then, and is kept free.
    pub free: Vec<ResourceId>,
    /// Who must be busy then: whoever is to be seen at work. Many may look at once.
    pub busy: Vec<ResourceId>,
    /// Of whom only some must be there.
    pub quorum: Option<Quorum>,
    /// What it counts when it is not held.
    pub weight: u32,
}

/// People of whom enough must be able to come to a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quorum {
    /// How many of them.
    pub least: u8,
    /// All of them, at most [`Quorum::MOST`].
    pub members: Vec<Member>,
}

impl Quorum {
    /// The greatest number of members.
    pub const MOST: usize = u8::MAX as usize;

    /// Whether enough members can come at a time.
    fn is_met(&self, view: &View, time: TimeId) -> bool {
        let free = |resource: &ResourceId| view.attendance(*resource)[time.index()] == 0;
        let can = |member: &&Member| member.times.contains(&time) && member.free.iter().all(free);
        self.members.iter().filter(can).count() >= usize::from(self.least)
    }

    /// The resources of all members.
    pub(crate) fn resources(&self) -> impl Iterator<Item = ResourceId> {
        self.members.iter().flat_map(|member| member.free.iter().copied())
    }
}

/// Somebody who may come to a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The times at which they can, as a set.
    pub times: Vec<TimeId>,
    /// What must not be busy then: they themselves, or what stands for them in some weeks.
    pub free: Vec<ResourceId>,
}

impl HoldMeetings {
    /// The greatest number of meetings in a group: to choose among all ways of holding them is quick only for a few.
    pub const MOST: usize = 8;

    /// For each group and meeting, when it is held; as much weight of meetings as possible is.
    ///
    /// # Errors
    /// The faults of the solution.
    pub fn held(
        &self,
        instance: &Instance,
        solution: &Solution,
    ) -> Result<Vec<Vec<Option<TimeId>>>, Vec<Fault>> {
        let solution = instance.complete(solution)?;
        let view = View::new(instance.problem(), &solution);
        Ok(self.groups.iter().map(|group| best(group, &view)).collect())
    }

    pub(crate) fn deviations(&self, view: &View) -> Vec<i64> {
        let missed = |group: &Vec<Meeting>| {
            let held = best(group, view);
            let missed = group.iter().zip(held).filter(|(_, held)| held.is_none());
            missed.map(|(meeting, _)| i64::from(meeting.weight)).sum()
        };
        self.groups.iter().map(missed).collect()
    }
}

/// Times for the meetings of a group so that the least weight is missed: all ways are tried, those that miss as much as a known one not to the end.
fn best(group: &[Meeting], view: &View) -> Vec<Option<TimeId>> {
    let possible = |meeting: &Meeting| {
        let busy = |resource: &ResourceId, time: &TimeId| {
            view.attendance(*resource)[time.index()] > 0
        };
        let mut times = meeting.times.clone();
        times.sort_unstable();
        times.dedup();
        times.retain(|time| {
            !meeting.free.iter().any(|resource| busy(resource, time))
                && meeting.busy.iter().all(|resource| busy(resource, time))
                && meeting.quorum.as_ref().is_none_or(|quorum| quorum.is_met(view, *time))
        });
        times
    };
    let times: Vec<Vec<TimeId>> = group.iter().map(possible).collect();
    let mut order: Vec<usize> = (0..group.len())
        .filter(|&place| !times[place].is_empty())
        .collect();
    order.sort_by_key(|&place| times[place].len());
    let mut trial = Trial {
        group,
        times: &times,
        held: vec![None; group.len()],
        best: vec![None; group.len()],
        least: i64::MAX,
    };
    trial.go_on(&order, 0);
    trial.best
}

struct Trial<'a> {
    group: &'a [Meeting],
    times: &'a [Vec<TimeId>],
    held: Vec<Option<TimeId>>,
    best: Vec<Option<TimeId>>,
    least: i64,
}

impl Trial<'_> {
    fn go_on(&mut self, rest: &[usize], missed: i64) {
        if missed >= self.least {
            return;
        }
        let Some((&place, rest)) = rest.split_first() else {
            self.least = missed;
            self.best.clone_from(&self.held);
            return;
        };
        for &time in &self.times[place] {
            let taken = self.group.iter().zip(&self.held).any(|(other, held)| {
                *held == Some(time) && are_rivals(&self.group[place], other)
            });
            if !taken {
                self.held[place] = Some(time);
                self.go_on(rest, missed);
                self.held[place] = None;
            }
        }
        self.go_on(rest, missed + i64::from(self.group[place].weight));
    }
}

/// Whether two meetings cannot be held at once: they keep the same resource free, or somebody is a member of both.
pub(crate) fn are_rivals(one: &Meeting, other: &Meeting) -> bool {
    let all = |meeting: &Meeting| -> Vec<ResourceId> {
        let members = meeting.quorum.iter().flat_map(Quorum::resources);
        meeting.free.iter().copied().chain(members).collect()
    };
    let others = all(other);
    all(one).iter().any(|resource| others.contains(resource))
}

/// Incremental form: the least weight that is missed of meetings that could be held at these times; `rivals` is a bit for each meeting that must not
/// be held at the same time, itself left out.
///
/// A meeting with more times than rivals is held whatever those do, so it is left out, and then others may be.
#[inline]
pub(crate) fn deviation<const W: usize>(times: &[[u64; W]], rivals: &[u8], weights: &[i64]) -> i64 {
    let mut counts = [0; HoldMeetings::MOST];
    let (mut missed, mut open) = (0, 0_u8);
    for (place, (times, &rivals)) in times.iter().zip(rivals).enumerate() {
        counts[place] = bits::count(times);
        if counts[place] == 0 {
            missed += weights[place];
        } else if counts[place] <= i64::from(rivals.count_ones()) {
            open |= 1 << place;
        }
    }
    loop {
        let before = open;
        for place in 0..times.len() {
            let met = open >> place & 1 == 1;
            if met && counts[place] > i64::from((rivals[place] & open).count_ones()) {
                open &= !(1 << place);
            }
        }
        if open == 0 {
            return missed;
        }
        if open == before {
            let mut least = i64::MAX;
            let mut left: [[u64; W]; HoldMeetings::MOST] = [[0; W]; HoldMeetings::MOST];
            left[..times.len()].copy_from_slice(times);
            branch(&left, rivals, weights, open, 0, &mut least);
            return missed + least;
        }
    }
}

/// All ways to hold the open meetings.
fn branch<const W: usize>(
    left: &[[u64; W]; HoldMeetings::MOST],
    rivals: &[u8],
    weights: &[i64],
    open: u8,
    missed: i64,
    least: &mut i64,
) {
    if missed >= *least {
        return;
    }
    if open == 0 {
        *least = missed;
        return;
    }
    // The tightest first.
    let places = (0..rivals.len()).filter(|place| open >> place & 1 == 1);
    let Some(place) = places.min_by_key(|&place| bits::count(&left[place])) else {
        return; // one is open
    };
    let rest = open & !(1 << place);
    for word in 0..W {
        let mut times = left[place][word];
        while times != 0 {
            let time = times & times.wrapping_neg();
            times &= times - 1;
            let mut then = *left;
            for (other, then) in then.iter_mut().enumerate().take(rivals.len()) {
                if rivals[place] >> other & 1 == 1 {
                    then[word] &= !time;
                }
            }
            branch(&then, rivals, weights, rest, missed, least);
        }
    }
    branch(left, rivals, weights, rest, missed + weights[place], least);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use crate::constraint::testing::{deviations, meet};

    fn meeting(times: &[u16], free: &[u32], busy: &[u32], weight: u32) -> Meeting {
        Meeting {
            times: times.iter().copied().map(TimeId).collect(),
            free: free.iter().copied().map(ResourceId).collect(),
            busy: busy.iter().copied().map(ResourceId).collect(),
            quorum: None,
            weight,
        }
    }

    #[test]
    fn enough_members_are_there() {
        // Resource 0 is busy at 0, 1, 4 and 5; resource 1 at 0 and 1, resource 2 at 4 and 5.
        let missed = |least: u8, times: &[u16], meetings: usize| {
            let member = |(times, resource): (&[u16], u32)| Member {
                times: times.iter().copied().map(TimeId).collect(),
                free: vec![ResourceId(resource)],
            };
            let all: &[u16] = &[0, 1, 2, 3, 4, 5];
            // The third cannot come at 3.
            let members = [(all, 0), (all, 1), (&[0, 1, 2, 4, 5], 2)];
            let one = Meeting {
                quorum: Some(Quorum {
                    least,
                    members: members.map(member).into(),
                }),
                ..meeting(times, &[], &[], 1)
            };
            let groups = vec![vec![one; meetings]];
            let meets = vec![meet(0, 2, Some(0), Some(1)), meet(1, 2, Some(4), Some(2))];
            deviations(Kind::HoldMeetings(HoldMeetings { groups }), meets)
        };
        assert_eq!(missed(3, &[0, 1, 3, 4, 5], 1), [1]);
        assert_eq!(missed(3, &[2], 1), [0]);
        assert_eq!(missed(2, &[3], 1), [0]);
        assert_eq!(missed(2, &[0, 4], 1), [1]);
        assert_eq!(missed(1, &[0, 4], 1), [0]);
        assert_eq!(missed(1, &[0, 4], 2), [0]);
        // The same people do not meet twice at once.
        assert_eq!(missed(1, &[4], 2), [1]);
    }

    #[test]
    fn meetings_held_and_missed() {
        let missed = |groups: Vec<Vec<Meeting>>| {
            // Resource 0 is busy at 0, 1, 4 and 5; resource 1 at 0 and 1, resource 2 at 4 and 5.
            let meets = vec![meet(0, 2, Some(0), Some(1)), meet(1, 2, Some(4), Some(2))];
            deviations(Kind::HoldMeetings(HoldMeetings { groups }), meets)
        };
        // 1 looks at 0 at 4 or 5; 2 looks at 0 at 0 or 1; nobody is free while 0 is at work at 0.
        assert_eq!(missed(vec![vec![meeting(&[0, 1, 4, 5], &[1], &[0], 1)]]), [0]);
        assert_eq!(missed(vec![vec![meeting(&[0, 1], &[1], &[0], 3)]]), [3]);
        assert_eq!(missed(vec![vec![meeting(&[0, 1, 2], &[0, 1, 2], &[], 1)]]), [0]);
        // Both want 1 at 2, or the second at 3.
        let first = meeting(&[2], &[1], &[], 2);
        let second = |times| meeting(times, &[1, 2], &[], 5);
        assert_eq!(missed(vec![vec![first.clone(), second(&[2])]]), [2]);
        assert_eq!(missed(vec![vec![first.clone(), second(&[2, 3])]]), [0]);
        // In different groups they take no notice of each other.
        assert_eq!(missed(vec![vec![first], vec![second(&[2])]]), [0, 0]);
        // Three of 1 at two times.
        let three = vec![meeting(&[2, 3], &[1], &[], 4); 3];
        assert_eq!(missed(vec![three]), [4]);
    }
}
