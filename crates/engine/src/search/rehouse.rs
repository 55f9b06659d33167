//! Rehousing: a meet gets a resource that another meet has, which takes a free one instead. A lesson that needs a laboratory need not wait for one
//! in which a lesson is taught that could be anywhere. It is the augmenting path of bipartite matching, no longer than two steps.

use super::mend::running;
use super::walker::Walker;
use crate::{MeetId, TaskId};

/// Meets in the way that are asked to take another resource.
const ASKED: usize = 6;

impl<const W: usize> Walker<'_, W> {
    /// Gives a placed meet's open demand, for which no resource is free, one that becomes free; false when none was found. Demands that should have
    /// one resource with others stay as they are.
    pub(super) fn rehouse(&mut self, meet: MeetId, demand: usize, task: TaskId) -> bool {
        if !self.rehouses {
            return false;
        }
        let mut asked = 0;
        for resource in self.some_candidates(demand) {
            let Some((other, theirs, wanted)) = self.in_way(resource, meet, task) else {
                continue;
            };
            if let Some(free) = self.free_candidate(other, wanted) {
                self.state.set_holder(other, theirs, free);
                self.state.set_holder(meet, task, resource);
                debug_assert!(
                    running(self, meet).all(|time| self.state.count(resource, time) == 1),
                    "the resource is free for the meet now"
                );
                return true;
            }
            asked += 1;
            if asked == ASKED {
                break;
            }
        }
        false
    }

    /// The only meet that a resource attends while another runs, with its task and demand that have the resource; none where there are more, or where
    /// it must have just this one.
    fn in_way(&self, resource: u32, meet: MeetId, task: TaskId) -> Option<(MeetId, TaskId, usize)> {
        let own = self.state.holder(task) == resource;
        let mut found = None;
        for time in running(self, meet) {
            let other = self.beside(resource, time, meet, own)?;
            if other.is_some_and(|other| other == meet || found.is_some_and(|it| it != other)) {
                return None;
            }
            found = found.or(other);
        }
        let other = found?;
        let (wanted, theirs) = self.demand_for(other, resource)?;
        let unsplits = self.tables().unsplits_of_demand.row(wanted);
        unsplits.is_empty().then_some((other, theirs, wanted))
    }
}

#[cfg(test)]
mod tests {
    use crate::search::dice::Dice;
    use crate::search::walker::Walker;
    use crate::{
        AssignResource, AvoidClashes, Constraint, Cost, Event, EventId, EventResource, Instance,
        Kind, Meet, MeetId, PreferResources, Problem, Resource, ResourceId, ResourceTypeId, RoleId,
        Solution, TimeId,
    };

    /// The first lesson needs room 0, where the second is; that one goes elsewhere, whichever of the two rooms the first has now.
    #[test]
    fn who_can_be_anywhere_makes_room() {
        let (room, rooms) = (RoleId(0), ResourceTypeId(0));
        let event = Event {
            duration: 1,
            workload: 1,
            time: None,
            resources: vec![EventResource::open(rooms, room, 0)],
        };
        let kinds = [
            Kind::AssignResource(AssignResource {
                events: vec![EventId(0), EventId(1)],
                role: room,
            }),
            Kind::PreferResources(PreferResources {
                events: vec![EventId(0)],
                role: room,
                preferred: vec![ResourceId(0)],
            }),
            Kind::AvoidClashes(AvoidClashes {
                resources: vec![ResourceId(0), ResourceId(1)],
            }),
        ];
        let problem = Problem {
            times: 1,
            resource_types: 1,
            resources: vec![
                Resource {
                    resource_type: rooms
                };
                2
            ],
            events: vec![event; 2],
            constraints: kinds.map(|kind| Constraint::required(1, kind)).to_vec(),
            ..Problem::default()
        };
        let instance = match Instance::compile(problem) {
            Ok(instance) => instance,
            Err(faults) => panic!("the problem is valid: {}", faults[0]),
        };
        for first in [None, Some(0), Some(1)] {
            let meets = (0..).zip([first, Some(0)]).map(|(event, room)| Meet {
                event: EventId(event),
                duration: 1,
                start: Some(TimeId(0)),
                resources: vec![room.map(ResourceId)],
            });
            let meets = meets.collect();
            let mut walker = Walker::<1>::new(&instance, &Solution { meets }, Dice::new(1, 0));
            walker.rehouses = true;
            walker.refit(MeetId(0));
            walker.state.settle();
            let expected = i64::from(first == Some(1)); // not in need of a room, only of another one
            assert_eq!(
                walker.state.cost(),
                Cost {
                    hard: expected,
                    soft: 0
                }
            );
        }
    }
}
