//! Generated problems that are tight but feasible by construction: every group of attendants is busy at all times of the week.
//!
//! The planted solution is a set of Latin squares. Twelve groups and twelve lines form a block; at time `t` group `g` is on line
//! `(g + shift(t)) mod 12`, so each group meets each line as often as its shift occurs, and no line twice at a time.

use crate::search::dice::Dice;
use crate::{
    AssignResource, AssignTime, AvoidClashes, AvoidUnavailableTimes, ClusterBusyTimes, Constraint,
    Event, EventGroupId, EventId, EventResource, Kind, LimitBusyTimes, LimitIdleTimes, Limits,
    PreferResources, PreferTimes, Problem, Resource, ResourceId, ResourceTypeId, RoleId,
    SpreadEvents, SpreadLimit, TimeGroupId, TimeId,
};

const GROUPS: usize = 12;
/// A week of days with these numbers of times, as in many Flemish schools: 36 in all.
const DAYS: [u16; 5] = [8, 8, 4, 8, 8];
const HALF: ResourceTypeId = ResourceTypeId(0);
const LEADER: ResourceTypeId = ResourceTypeId(1);
const PLACE: ResourceTypeId = ResourceTypeId(2);
const ROLE: RoleId = RoleId(0);
/// Lines below this need one of a few special places; the others one of the common places.
const SPECIAL_LINES: usize = 4;

/// A problem of `blocks` blocks: 12 groups of two halves each, 24 leaders and about 20 places a block. Four blocks have the size of a large
/// school. No hard cost is needed.
pub fn tight_problem(blocks: usize, seed: u64) -> Problem {
    let mut maker = Maker {
        problem: Problem::default(),
        dice: Dice::new(seed, 77),
        blocks,
        busy: Vec::new(),
        wants: vec![Vec::new(); SPECIAL_LINES + 1],
    };
    maker.times();
    maker.resources();
    let shifts = maker.shifts();
    maker.events(&shifts);
    maker.constraints();
    maker.problem
}

struct Maker {
    problem: Problem,
    dice: Dice,
    blocks: usize,
    /// By leader, then time: busy in the planted solution.
    busy: Vec<Vec<bool>>,
    /// Events that want a place of each sort; the last sort is the common one.
    wants: Vec<Vec<EventId>>,
}

impl Maker {
    fn times(&mut self) {
        let mut first = 0;
        for length in DAYS {
            self.problem
                .time_groups
                .push((first..first + length).map(TimeId).collect());
            first += length;
        }
        self.problem.times = first;
    }

    fn resources(&mut self) {
        self.problem.resource_types = 3;
        let places = SPECIAL_LINES * self.special() + self.common();
        for (count, resource_type) in [
            (self.blocks * GROUPS * 2, HALF),
            (self.blocks * GROUPS * 2, LEADER),
            (places, PLACE),
        ] {
            self.problem
                .resources
                .extend((0..count).map(|_| Resource { resource_type }));
        }
        self.busy = vec![vec![false; usize::from(self.problem.times)]; self.blocks * GROUPS * 2];
    }

    /// Special places of each sort, of which as many as there are blocks are in use at all times.
    const fn special(&self) -> usize {
        self.blocks + 1
    }

    /// Common places, of which eight a block are in use at all times.
    const fn common(&self) -> usize {
        self.blocks * (GROUPS - SPECIAL_LINES) + 3
    }

    fn half(&self, block: usize, group: usize, half: usize) -> ResourceId {
        ResourceId(((block * GROUPS + group) * 2 + half) as u32)
    }

    fn leader(&self, leader: usize) -> ResourceId {
        ResourceId((self.blocks * GROUPS * 2 + leader) as u32)
    }

    fn places(&self, sort: usize) -> Vec<ResourceId> {
        let count = if sort == SPECIAL_LINES {
            self.common()
        } else {
            self.special()
        };
        let first = self.blocks * GROUPS * 4 + sort * self.special();
        (first..first + count)
            .map(|place| ResourceId(place as u32))
            .collect()
    }

    /// For each shift its three planted times, the first two adjacent on one day when they are to be a double.
    fn shifts(&mut self) -> Vec<[u16; 3]> {
        let mut doubles = Vec::new();
        let mut singles: Vec<u16> = (0..self.problem.times).collect();
        for day in self.problem.time_groups.clone() {
            let start = usize::from(self.dice.below(2) == 1);
            for pair in day[start * 2..].chunks(4) {
                doubles.push([pair[0].0, pair[1].0]);
                singles.retain(|time| !pair[..2].iter().any(|taken| taken.0 == *time));
            }
        }
        doubles.truncate(6);
        for _ in doubles.len()..6 {
            doubles.push([singles.remove(0), singles.remove(0)]);
        }
        let all: Vec<u16> = (0..self.problem.times).collect();
        let mut rest: Vec<u16> = all
            .into_iter()
            .filter(|time| !doubles.iter().flatten().any(|taken| taken == time))
            .collect();
        let mut take = |dice: &mut Dice| rest.swap_remove(dice.below(rest.len()));
        let mut shifts: Vec<[u16; 3]> = doubles
            .iter()
            .map(|&[one, two]| [one, two, take(&mut self.dice)])
            .collect();
        shifts.extend((6..GROUPS).map(|_| {
            [
                take(&mut self.dice),
                take(&mut self.dice),
                take(&mut self.dice),
            ]
        }));
        shifts
    }

    fn events(&mut self, shifts: &[[u16; 3]]) {
        for block in 0..self.blocks {
            for group in 0..GROUPS {
                for (shift, times) in shifts.iter().enumerate() {
                    let line = (group + shift) % GROUPS;
                    // Each line of a block is shared by two leaders, one for each half of the groups.
                    let leader = (block * GROUPS + line) * 2 + usize::from(group >= GROUPS / 2);
                    times
                        .iter()
                        .for_each(|&time| self.busy[leader][usize::from(time)] = true);
                    let double = times[1] == times[0] + 1;
                    let pieces: &[u16] = if double { &[2, 1] } else { &[1, 1, 1] };
                    self.lessons(block, group, line, leader, pieces);
                }
            }
        }
    }

    fn lessons(&mut self, block: usize, group: usize, line: usize, leader: usize, pieces: &[u16]) {
        let sort = line.min(SPECIAL_LINES);
        let mut members = Vec::new();
        for &duration in pieces {
            let given = |resource_type, resource| {
                EventResource::preassigned(resource_type, resource, u32::from(duration))
            };
            let resources = vec![
                given(HALF, self.half(block, group, 0)),
                given(HALF, self.half(block, group, 1)),
                given(LEADER, self.leader(leader)),
                EventResource::open(PLACE, ROLE, u32::from(duration)),
            ];
            let id = EventId(self.problem.events.len() as u32);
            self.problem.events.push(Event {
                duration,
                workload: u32::from(duration),
                time: None,
                resources,
            });
            self.wants[sort].push(id);
            members.push(id);
        }
        self.problem.event_groups.push(members);
    }

    fn constraints(&mut self) {
        let all: Vec<EventId> = (0..self.problem.events.len() as u32).map(EventId).collect();
        let resources = (0..self.problem.resources.len() as u32)
            .map(ResourceId)
            .collect();
        let leaders: Vec<ResourceId> = (0..self.busy.len())
            .map(|leader| self.leader(leader))
            .collect();
        let groups = (0..self.problem.event_groups.len() as u32)
            .map(EventGroupId)
            .collect();
        let days: Vec<TimeGroupId> = (0..DAYS.len() as u32).map(TimeGroupId).collect();
        // A double starts where the next time is of the same day.
        let starts = self
            .problem
            .time_groups
            .iter()
            .flat_map(|day| day[..day.len() - 1].to_vec())
            .collect();
        let mut constraints = vec![
            Constraint::required(
                1,
                Kind::AssignTime(AssignTime {
                    events: all.clone(),
                }),
            ),
            Constraint::required(
                1,
                Kind::AssignResource(AssignResource {
                    events: all.clone(),
                    role: ROLE,
                }),
            ),
            Constraint::required(
                1,
                Kind::PreferTimes(PreferTimes {
                    events: all,
                    preferred: starts,
                    duration: Some(2),
                }),
            ),
            Constraint::required(1, Kind::AvoidClashes(AvoidClashes { resources })),
        ];
        for (sort, events) in self.wants.iter().enumerate() {
            let kind = PreferResources {
                events: events.clone(),
                role: ROLE,
                preferred: self.places(sort),
            };
            constraints.push(Constraint::required(1, Kind::PreferResources(kind)));
        }
        for leader in 0..self.busy.len() {
            let free: Vec<TimeId> = (0..self.problem.times)
                .filter(|&time| !self.busy[leader][usize::from(time)])
                .map(TimeId)
                .collect();
            let times = (0..free.len() / 2)
                .filter_map(|_| self.dice.pick(&free))
                .collect();
            let kind = AvoidUnavailableTimes {
                resources: vec![self.leader(leader)],
                times,
            };
            constraints.push(Constraint::required(1, Kind::AvoidUnavailableTimes(kind)));
        }
        let one_a_day = days
            .iter()
            .map(|&time_group| SpreadLimit {
                time_group,
                limits: Limits::at_most(1),
            })
            .collect();
        constraints.extend([
            Constraint::preferred(
                4,
                Kind::SpreadEvents(SpreadEvents {
                    event_groups: groups,
                    limits: one_a_day,
                }),
            ),
            Constraint::preferred(
                1,
                Kind::LimitIdleTimes(LimitIdleTimes {
                    resources: leaders.clone(),
                    time_groups: days.clone(),
                    limits: Limits::at_most(0),
                }),
            ),
            Constraint::preferred(
                2,
                Kind::ClusterBusyTimes(ClusterBusyTimes {
                    resources: leaders.clone(),
                    time_groups: days.clone(),
                    limits: Limits::at_most(4),
                }),
            ),
            Constraint::preferred(
                1,
                Kind::LimitBusyTimes(LimitBusyTimes {
                    resources: leaders,
                    time_groups: days,
                    limits: Limits { min: 2, max: 6 },
                }),
            ),
        ]);
        self.problem.constraints = constraints;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Control, Instance, SearchOptions, solve};

    #[test]
    fn one_block_is_solved_without_hard_cost() {
        let instance =
            Instance::compile(tight_problem(1, 1)).expect("the generator makes valid problems");
        let options = SearchOptions {
            iterations: Some(150_000),
            ..SearchOptions::default()
        };
        let outcome = solve(&instance, &options, &Control::endless()).expect("no start solution");
        assert_eq!(outcome.cost.hard, 0, "{}", outcome.cost);
    }
}
