//! Lodging: rooms for a meet that comes back, and for those that are linked to it. Free ones where there are, otherwise those whose meets bear the
//! least grudges, which then give way. Demands that should have one resource together are lodged together: all of them move.

use super::mend::{Mender, STRAY, running};
use super::walker::Walker;
use crate::instance::tables::{NONE, UNPLACED};
use crate::{MeetId, TaskId};

impl Mender {
    /// Gives the open demands of a meet and of its partners resources, and takes out, with those in `out`, who must give way. None when somebody
    /// who must cannot.
    pub(super) fn lodge<const W: usize>(
        &self,
        walker: &mut Walker<'_, W>,
        meet: MeetId,
        out: &mut Vec<MeetId>,
    ) -> Option<()> {
        self.lodge_one(walker, meet, out)?;
        if !walker.movable.linked[walker.event(meet)].is_empty() {
            let partners: Vec<MeetId> = walker.partners(meet).collect();
            for partner in partners {
                self.lodge_one(walker, partner, out)?;
            }
        }
        (walker.state.start(meet) != UNPLACED).then_some(())
    }

    fn lodge_one<const W: usize>(
        &self,
        walker: &mut Walker<'_, W>,
        meet: MeetId,
        out: &mut Vec<MeetId>,
    ) -> Option<()> {
        let before = out.len();
        self.room(walker, meet, out)?;
        for &out in &out[before..] {
            walker.shift(out, UNPLACED);
        }
        Some(())
    }

    /// Notes whom the resource, which is to attend the meet, attends meanwhile; none when one of them cannot give way or there are several.
    fn evict<const W: usize>(
        &self,
        walker: &Walker<'_, W>,
        resource: u32,
        meet: MeetId,
        out: &mut Vec<MeetId>,
    ) -> Option<()> {
        for time in running(walker, meet) {
            if !self.guarded[resource as usize] || walker.state.count(resource, time) == 0 {
                continue;
            }
            let other = walker.state.sole(resource, time)?;
            self.give_way(walker, other, meet, out)?;
        }
        Some(())
    }

    /// Notes that a meet gives way for another; none when it cannot, or goes along with that one.
    fn give_way<const W: usize>(
        &self,
        walker: &Walker<'_, W>,
        other: MeetId,
        meet: MeetId,
        out: &mut Vec<MeetId>,
    ) -> Option<()> {
        let linked = &walker.movable.linked[walker.event(meet)];
        let along = linked.contains(&(walker.event(other) as u32))
            && walker.state.start(other) == walker.state.start(meet);
        if other == meet || along || !walker.is_free(other) {
            return None;
        }
        if !out.contains(&other) {
            out.push(other);
        }
        Some(())
    }

    /// Gives the open demands of a meet resources: the ones they have, free ones, or those whose meets bear the least grudges, which are then
    /// added to `out`.
    fn room<const W: usize>(
        &self,
        walker: &mut Walker<'_, W>,
        meet: MeetId,
        out: &mut Vec<MeetId>,
    ) -> Option<()> {
        let tables = walker.tables();
        let (start, duration) = (walker.state.start(meet), walker.state.duration(meet));
        walker.refit(meet);
        let demands = tables.open.range(walker.event(meet));
        for (demand, task) in demands.zip(tables.tasks(meet.index())) {
            let task = TaskId(task as u32);
            let holder = walker.state.holder(task);
            if (holder == NONE && tables.optional[demand])
                || (holder != NONE
                    && !self.doubles(walker, holder, meet)
                    && !walker.state.shut(holder, start, duration))
            {
                continue;
            }
            if !tables.unsplits_of_demand.row(demand).is_empty() {
                self.move_set(walker, meet, demand, out);
                continue;
            }
            walker.state.set_holder(meet, task, NONE);
            if tables.optional[demand] {
                continue;
            }
            if let Some(candidate) = self.cheapest(walker, meet, demand, out) {
                self.evict(walker, candidate, meet, out)?;
                walker.state.set_holder(meet, task, candidate);
            } else {
                walker.state.set_holder(meet, task, holder);
            }
        }
        Some(())
    }

    /// The candidate for an open demand whose meets bear the least grudges, apart from those that must give way already.
    fn cheapest<const W: usize>(
        &self,
        walker: &Walker<'_, W>,
        meet: MeetId,
        demand: usize,
        out: &mut Vec<MeetId>,
    ) -> Option<u32> {
        let first = out.len();
        let mut best: Option<(u64, u32)> = None;
        for &candidate in walker.tables().candidates.row(demand) {
            if self.evict(walker, candidate, meet, out).is_some() {
                let evicted = out[first..].iter();
                let grudges: u64 = evicted.map(|out| self.grudges[out.index()]).sum();
                let (start, duration) = (walker.state.start(meet), walker.state.duration(meet));
                let shut = walker.state.shut(candidate, start, duration);
                let grudges = grudges + u64::from(shut) * (STRAY + self.grudges[meet.index()]);
                if best.is_none_or(|(least, _)| grudges < least) {
                    best = Some((grudges, candidate));
                }
            }
            out.truncate(first);
        }
        best.map(|(_, candidate)| candidate)
    }

    /// Gives the whole set of an open demand, one of those that should have one resource, the candidate whose meets bear the least grudges, and adds
    /// these to `out`. The set may stay where it is.
    fn move_set<const W: usize>(
        &self,
        walker: &mut Walker<'_, W>,
        meet: MeetId,
        demand: usize,
        out: &mut Vec<MeetId>,
    ) {
        let set = walker.movable.set_of[demand] as usize;
        let placed = |member: &(MeetId, TaskId)| walker.state.start(member.0) != UNPLACED;
        let members: Vec<(MeetId, TaskId)> = walker.tasks_of(set).filter(placed).collect();
        let first = out.len();
        let mut best: Option<(u64, u32)> = None;
        for &candidate in walker.tables().candidates.row(demand) {
            if self.clear(walker, candidate, &members, meet, out).is_some() {
                let evicted = out[first..].iter();
                let grudges: u64 = evicted.map(|out| self.grudges[out.index()]).sum();
                let shut = members.iter().filter(|&&(member, _)| {
                    let (start, duration) =
                        (walker.state.start(member), walker.state.duration(member));
                    walker.state.shut(candidate, start, duration)
                });
                let grudges = grudges + shut.count() as u64 * (STRAY + self.grudges[meet.index()]);
                if best.is_none_or(|(least, _)| grudges < least) {
                    best = Some((grudges, candidate));
                }
            }
            out.truncate(first);
        }
        if let Some((_, candidate)) = best {
            // Clear a moment ago.
            let cleared = self.clear(walker, candidate, &members, meet, out);
            debug_assert!(cleared.is_some(), "the set's new resource was clear");
            walker.give(set, candidate);
        }
    }

    /// Notes whom a resource attends while the meets of a set run that are to have it; none when one of them cannot give way.
    fn clear<const W: usize>(
        &self,
        walker: &Walker<'_, W>,
        resource: u32,
        members: &[(MeetId, TaskId)],
        meet: MeetId,
        out: &mut Vec<MeetId>,
    ) -> Option<()> {
        if !self.guarded[resource as usize] {
            return Some(());
        }
        for &(member, task) in members {
            let there = walker.state.holder(task) == resource;
            for time in running(walker, member) {
                let other = match walker.state.count(resource, time) - u32::from(there) {
                    0 => continue,
                    _ if there => walker.state.other(resource, time, member)?,
                    _ => walker.state.sole(resource, time)?,
                };
                if members.iter().any(|&(member, _)| member == other) {
                    return None;
                }
                self.give_way(walker, other, meet, out)?;
            }
        }
        Some(())
    }
}
