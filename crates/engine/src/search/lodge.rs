//! Lodging: rooms for a meet that comes back, and for those that are linked to it. Free ones where there are, otherwise those whose meets bear the
//! least grudges, which then give way. Demands that should have one resource together are lodged together: all of them move.

use super::mend::{Mender, STRAY, running};
use super::walker::Walker;
use crate::instance::tables::{Account, NONE, UNPLACED};
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
        if walker.state.start(meet) == UNPLACED {
            return None; // linked to what had to give way for its partner, which need not be linked to that
        }
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
            let unsplits = tables.unsplits_of_demand.row(demand);
            let fits = || {
                !self.doubles(walker, holder, meet)
                    && !walker.state.shut(holder, start, duration)
                    && walker.state.hard_of_relations(demand) == 0
                    && unsplits
                        .iter()
                        .all(|&unsplit| walker.state.hard_of(Account::Unsplit(unsplit)) == 0)
            };
            if if holder == NONE {
                tables.optional[demand]
            } else {
                fits()
            } {
                continue;
            }
            if !unsplits.is_empty() {
                self.move_set(walker, meet, demand, out);
                continue;
            }
            walker.state.set_holder(meet, task, NONE);
            if tables.optional[demand] {
                continue;
            }
            let candidate = self.cheapest(walker, meet, demand, out, |walker, candidate, out| {
                self.evict(walker, candidate, meet, out)?;
                let shut = i64::from(walker.state.shut(candidate, start, duration));
                Some(shut + unrelated(walker, (meet, task), demand, candidate))
            });
            if let Some(candidate) = candidate {
                self.evict(walker, candidate, meet, out)?;
                walker.state.set_holder(meet, task, candidate);
            } else {
                walker.state.set_holder(meet, task, holder);
            }
        }
        Some(())
    }

    /// The candidate for an open demand of a meet whose meets bear the least grudges, apart from those that must give way already. `evict` notes
    /// them and tells what hard cost stays; none when one of them cannot give way.
    fn cheapest<const W: usize>(
        &self,
        walker: &mut Walker<'_, W>,
        meet: MeetId,
        demand: usize,
        out: &mut Vec<MeetId>,
        mut evict: impl FnMut(&mut Walker<'_, W>, u32, &mut Vec<MeetId>) -> Option<i64>,
    ) -> Option<u32> {
        let first = out.len();
        let mut best: Option<(u64, u32)> = None;
        for &candidate in walker.tables().candidates.row(demand) {
            if let Some(stray) = evict(walker, candidate, out) {
                let stray = u64::try_from(stray).unwrap_or(0);
                let dear = STRAY + self.grudges[meet.index()];
                let grudges = self.grudges_of(&out[first..]) + stray * dear;
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
        let best = self.cheapest(walker, meet, demand, out, |walker, candidate, out| {
            self.clear(walker, candidate, &members, meet, out)?;
            let shut = members.iter().filter(|&&(member, _)| {
                let (start, duration) = (walker.state.start(member), walker.state.duration(member));
                walker.state.shut(candidate, start, duration)
            });
            Some(shut.count() as i64)
        });
        if let Some(candidate) = best {
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
                let Some(other) = walker.beside(resource, time, member, there)? else {
                    continue;
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

/// The hard cost of a demand's relations with a candidate.
fn unrelated<const W: usize>(
    walker: &mut Walker<'_, W>,
    (meet, task): (MeetId, TaskId),
    demand: usize,
    candidate: u32,
) -> i64 {
    if walker.tables().relations.of_demand.row(demand).is_empty() {
        return 0;
    }
    walker.state.set_holder(meet, task, candidate);
    let cost = walker.state.hard_of_relations(demand);
    walker.state.set_holder(meet, task, NONE);
    cost
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::dice::Dice;
    use crate::{
        AssignResource, AssignTime, AvoidClashes, AvoidSplitAssignments, Constraint, Cost, Event,
        EventGroupId, EventId, EventResource, Instance, Kind, LimitHolders, LinkEvents, Meet,
        Problem, Resource, ResourceId, ResourceTypeId, RoleId, Solution, TimeId,
    };

    const ROOM: RoleId = RoleId(0);
    const ROOMS: ResourceTypeId = ResourceTypeId(0);

    /// Two events with open rooms, and one that has room 0 at time 0 whatever happens; times and rooms are enough for a timetable without clashes.
    fn problem(times: u16, rooms: u32, more: Vec<Kind>) -> Instance {
        let event = |time, resource| Event {
            duration: 1,
            workload: 1,
            time,
            resources: vec![resource],
        };
        let open = event(None, EventResource::open(ROOMS, ROOM, 0));
        let given = EventResource::preassigned(ROOMS, ResourceId(0), 0);
        let events = || vec![EventId(0), EventId(1)];
        let resources = (0..rooms).map(ResourceId).collect();
        let mut kinds = vec![
            Kind::AssignTime(AssignTime { events: events() }),
            Kind::AssignResource(AssignResource {
                events: events(),
                role: ROOM,
            }),
            Kind::AvoidClashes(AvoidClashes { resources }),
        ];
        kinds.extend(more);
        let problem = Problem {
            times,
            resource_types: 1,
            resources: vec![
                Resource {
                    resource_type: ROOMS
                };
                rooms as usize
            ],
            events: vec![open.clone(), open, event(Some(TimeId(0)), given)],
            event_groups: vec![events()],
            constraints: kinds
                .into_iter()
                .map(|kind| Constraint::required(1, kind))
                .collect(),
            ..Problem::default()
        };
        match Instance::compile(problem) {
            Ok(instance) => instance,
            Err(faults) => panic!("the problem is valid: {}", faults[0]),
        }
    }

    /// The cost that mending leaves when the two events start at these times in these rooms.
    fn mended(instance: &Instance, starts: [u16; 2], rooms: [u32; 2]) -> Cost {
        let open = (0..2).map(|event| Meet {
            event: EventId(event),
            duration: 1,
            start: Some(TimeId(starts[event as usize])),
            resources: vec![Some(ResourceId(rooms[event as usize]))],
        });
        let given = Meet {
            event: EventId(2),
            duration: 1,
            start: Some(TimeId(0)),
            resources: vec![Some(ResourceId(0))],
        };
        let meets = open.chain([given]).collect();
        let mut walker = Walker::<1>::new(instance, &Solution { meets }, Dice::new(1, 0));
        assert!(walker.state.cost().hard > 0, "something is to be mended");
        Mender::new(&walker, true, 1).mend(&mut walker, 1000, &|| false);
        assert_eq!(walker.state.cost(), walker.state.recount());
        walker.state.cost()
    }

    /// All rooms are taken at time 0 but one, and the set is together in another: it moves as a whole.
    #[test]
    fn a_set_with_one_room_moves_together() {
        let event_groups = vec![EventGroupId(0)];
        let unsplit = AvoidSplitAssignments {
            event_groups,
            role: ROOM,
        };
        let instance = problem(2, 2, vec![Kind::AvoidSplitAssignments(unsplit)]);
        assert_eq!(mended(&instance, [0, 1], [0, 0]), Cost::ZERO);
    }

    /// Both run at the only time; the one that moves along with the other needs a room of its own.
    #[test]
    fn those_linked_find_rooms_too() {
        let event_groups = vec![EventGroupId(0)];
        let instance = problem(1, 3, vec![Kind::LinkEvents(LinkEvents { event_groups })]);
        assert_eq!(mended(&instance, [0, 0], [1, 1]), Cost::ZERO);
        assert_eq!(mended(&instance, [0, 0], [0, 2]), Cost::ZERO);
    }

    /// Of the rooms that are free, the one that keeps the number of rooms low.
    #[test]
    fn rooms_suit_relations() {
        let event_groups = vec![EventGroupId(0)];
        let holders = LimitHolders {
            event_groups,
            role: ROOM,
            most: 1,
        };
        let instance = problem(2, 8, vec![Kind::LimitHolders(holders)]);
        assert_eq!(mended(&instance, [0, 1], [0, 5]), Cost::ZERO);
    }
}
