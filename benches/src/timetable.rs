//! The school bench's second job (when) as a problem of the engine: the loads as planted, one event for each block.
//!
//! | judge | here |
//! |--|--|
//! | clash of a teacher or class | `AvoidClashes` |
//! | rooms of a kind | `LimitConcurrence` over the blocks that need it, at most as many as there are rooms |
//! | a block over noon or the end of a day, or when its teacher is not there | `PreferTimes`: such starts are never tried |
//! | blocks of a unit on one day | `SpreadEvents`, at most one in each day |
//! | idle hours of a teacher | `LimitIdleTimes` |
//! | holes of a class, from its first period on | `LimitHoles` |
//! | observation, co-planning | `HoldMeetings`, those that share a teacher in one group |
//!
//! No constraint is made for kinds with a room for every class: they can be short only while a class clashes. A block at a time when its teacher is
//! away is one violation here and one for each period to the judge; in every other case hard and soft cost are the judge's.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};
use uurwerk_engine::{
    AssignTime, AvoidClashes, Constraint, CostFunction, Event, EventGroupId, EventId,
    EventResource, HoldMeetings, Instance, Kind, LimitConcurrence, LimitHoles, LimitIdleTimes,
    Limits, Meet, Meeting, PreferTimes, Problem, Resource, ResourceId, ResourceTypeId, Solution,
    SplitEvents, SpreadEvents, SpreadLimit, TimeGroupId, TimeId,
};

use crate::loads::Fault;

#[derive(Deserialize)]
struct School {
    periods: Vec<u16>,
    noon: u16,
    rooms: BTreeMap<String, u32>,
    weights: Weights,
    classes: Vec<Value>,
    teachers: Vec<Teacher>,
    units: Vec<Unit>,
    mentors: Vec<[u32; 2]>,
    teams: Vec<Vec<u32>>,
}

#[derive(Deserialize)]
struct Weights {
    day: u32,
    tgap: u32,
    cgap: u32,
    obs: u32,
    coplan: u32,
}

#[derive(Deserialize)]
struct Teacher {
    unavailable: Vec<u16>,
}

#[derive(Deserialize)]
struct Unit {
    class: u32,
    blocks: Vec<u16>,
    room: String,
    planted: u32,
}

const TEACHER: ResourceTypeId = ResourceTypeId(0);
const CLASS: ResourceTypeId = ResourceTypeId(1);

/// An instance of the bench, for the engine.
pub struct Timetable {
    /// Event by event the blocks of the units.
    pub instance: Instance,
    /// Number of blocks of each unit.
    blocks: Vec<usize>,
    meetings: HoldMeetings,
    /// By group and meeting: the mentor pair, or the team after all pairs.
    places: Vec<Vec<usize>>,
    pairs: usize,
}

impl Timetable {
    /// The instance as the bench writes it.
    ///
    /// # Errors
    /// What the instance lacks or contradicts.
    pub fn new(instance: &Value) -> Result<Self, Fault> {
        let school = School::deserialize(instance)?;
        let (meetings, places) = meetings(&school);
        let problem = problem(&school, meetings.clone())?;
        let instance = Instance::compile(problem).map_err(|faults| format!("{faults:?}"))?;
        Ok(Self {
            instance,
            blocks: school.units.iter().map(|unit| unit.blocks.len()).collect(),
            meetings,
            places,
            pairs: school.mentors.len(),
        })
    }

    /// The bench's answer: the start of each block of each unit, and when pairs observe and teams plan; -1 for never.
    ///
    /// # Errors
    /// The solution is not one of the instance.
    pub fn answer(&self, solution: &Solution) -> Result<Value, Fault> {
        let faulty = |faults| Fault::from(format!("{faults:?}"));
        let solution = self.instance.complete(solution).map_err(faulty)?;
        let slot = |time: Option<TimeId>| time.map_or(-1, |time| i32::from(time.0));
        let mut starts = vec![-1; self.instance.problem().events.len()];
        for meet in &solution.meets {
            starts[meet.event.index()] = slot(meet.start);
        }
        let mut rest = starts.as_slice();
        let units = self.blocks.iter().map(|&blocks| {
            let (unit, others) = rest.split_at(blocks);
            rest = others;
            unit
        });
        let units: Vec<&[i32]> = units.collect();
        let held = self
            .meetings
            .held(&self.instance, &solution)
            .map_err(faulty)?;
        let mut slots = vec![-1; self.places.iter().map(Vec::len).sum()];
        for (place, held) in self.places.iter().flatten().zip(held.iter().flatten()) {
            slots[*place] = slot(*held);
        }
        let (pairs, teams) = slots.split_at(self.pairs);
        Ok(json!({ "start": units, "obs": pairs, "coplan": teams }))
    }

    /// The solution in which the blocks, unit after unit, start so.
    pub fn solution(&self, starts: &[Option<u16>]) -> Solution {
        let events = (0..).map(EventId).zip(&self.instance.problem().events);
        let meets = events.zip(starts).map(|((id, event), start)| Meet {
            event: id,
            duration: event.duration,
            start: start.map(TimeId),
            resources: event
                .resources
                .iter()
                .map(|asked| asked.preassigned)
                .collect(),
        });
        Solution {
            meets: meets.collect(),
        }
    }
}

/// The meetings, and which pair or team each is.
fn meetings(school: &School) -> (HoldMeetings, Vec<Vec<usize>>) {
    let weights = &school.weights;
    let slots: u16 = school.periods.iter().sum();
    let meeting = |free: &[u32], busy: &[u32], weight| {
        let away = |time: &u16| {
            let mut teachers = free.iter().filter_map(|&t| school.teachers.get(t as usize));
            teachers.any(|teacher| teacher.unavailable.contains(time))
        };
        let resources = |teachers: &[u32]| teachers.iter().copied().map(ResourceId).collect();
        Meeting {
            times: (0..slots).filter(|time| !away(time)).map(TimeId).collect(),
            free: resources(free),
            busy: resources(busy),
            quorum: None,
            weight,
        }
    };
    let pairs = school.mentors.iter();
    let pairs = pairs.map(|&[mentor, starter]| meeting(&[mentor], &[starter], weights.obs));
    let teams = school.teams.iter();
    let teams = teams.map(|team| meeting(team, &[], weights.coplan));
    // Those that share a teacher who is kept free, directly or through others, come together.
    let mut groups: Vec<Vec<(usize, Meeting)>> = Vec::new();
    for (place, meeting) in pairs.chain(teams).enumerate() {
        let shares = |group: &Vec<(usize, Meeting)>| {
            let mut free = group.iter().flat_map(|(_, other)| &other.free);
            free.any(|teacher| meeting.free.contains(teacher))
        };
        let (together, mut apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(shares);
        let mut group: Vec<(usize, Meeting)> = together.into_iter().flatten().collect();
        group.push((place, meeting));
        apart.push(group);
        groups = apart;
    }
    let places = groups
        .iter()
        .map(|group| group.iter().map(|&(place, _)| place).collect());
    let places = places.collect();
    let groups = groups.into_iter();
    let groups = groups.map(|group| group.into_iter().map(|(_, meeting)| meeting).collect());
    let groups = groups.collect();
    (HoldMeetings { groups }, places)
}

fn problem(school: &School, meetings: HoldMeetings) -> Result<Problem, Fault> {
    let teachers = school.teachers.len() as u32;
    let mut days: Vec<Vec<TimeId>> = Vec::new();
    let mut next = 0_u16;
    for &periods in &school.periods {
        let end = next.checked_add(periods).ok_or("too many periods")?;
        days.push((next..end).map(TimeId).collect());
        next = end;
    }
    let day_ids: Vec<TimeGroupId> = (0..days.len() as u32).map(TimeGroupId).collect();
    // Where blocks of a length may start.
    let starts = |length: u16| {
        let fits = |day: &Vec<TimeId>, period: u16| {
            let end = period + length;
            usize::from(end) <= day.len() && !(period < school.noon && school.noon < end)
        };
        let of_day = |day: &Vec<TimeId>| {
            let periods = (0..).zip(day).filter(|&(period, _)| fits(day, period));
            periods.map(|(_, &time)| time).collect::<Vec<_>>()
        };
        days.iter().flat_map(of_day).collect::<Vec<TimeId>>()
    };
    let (mut events, mut spread, mut event_groups) = (Vec::new(), Vec::new(), Vec::new());
    let mut wishes: BTreeMap<(u16, u32), Vec<EventId>> = BTreeMap::new();
    let mut needs: BTreeMap<&str, Vec<EventId>> = BTreeMap::new();
    for unit in &school.units {
        let first = events.len() as u32;
        for &length in &unit.blocks {
            let id = EventId(events.len() as u32);
            wishes.entry((length, unit.planted)).or_default().push(id);
            needs.entry(&unit.room).or_default().push(id);
            let class = ResourceId(teachers.saturating_add(unit.class));
            events.push(Event {
                duration: length,
                workload: length.into(),
                time: None,
                resources: vec![
                    EventResource::preassigned(TEACHER, ResourceId(unit.planted), length.into()),
                    EventResource::preassigned(CLASS, class, length.into()),
                ],
            });
        }
        if unit.blocks.len() > 1 {
            spread.push(EventGroupId(event_groups.len() as u32));
            event_groups.push((first..events.len() as u32).map(EventId).collect());
        }
    }
    let all: Vec<EventId> = (0..events.len() as u32).map(EventId).collect();
    let long = |event: &&EventId| events[event.index()].duration > 1;
    let teacher_ids: Vec<ResourceId> = (0..teachers).map(ResourceId).collect();
    let classes = teachers..teachers + school.classes.len() as u32;
    let class_ids: Vec<ResourceId> = classes.map(ResourceId).collect();
    let step = |kind| Constraint {
        cost_function: CostFunction::Step,
        ..Constraint::required(1, kind)
    };
    let weights = &school.weights;
    let mut constraints = vec![
        step(Kind::AssignTime(AssignTime {
            events: all.clone(),
        })),
        Constraint::required(
            1,
            Kind::SplitEvents(SplitEvents {
                events: all.iter().filter(long).copied().collect(),
                durations: Limits::at_least(1),
                amount: Limits { min: 1, max: 1 },
            }),
        ),
        Constraint::required(
            1,
            Kind::AvoidClashes(AvoidClashes {
                resources: [teacher_ids.as_slice(), &class_ids].concat(),
            }),
        ),
        Constraint::preferred(
            weights.day,
            Kind::SpreadEvents(SpreadEvents {
                event_groups: spread,
                limits: day_ids
                    .iter()
                    .map(|&time_group| SpreadLimit {
                        time_group,
                        limits: Limits::at_most(1),
                    })
                    .collect(),
            }),
        ),
        Constraint::preferred(
            weights.tgap,
            Kind::LimitIdleTimes(LimitIdleTimes {
                resources: teacher_ids,
                time_groups: day_ids.clone(),
                limits: Limits::at_most(0),
            }),
        ),
        Constraint::preferred(
            weights.cgap,
            Kind::LimitHoles(LimitHoles {
                resources: class_ids,
                time_groups: day_ids,
                limits: Limits::at_most(0),
            }),
        ),
        Constraint::preferred(1, Kind::HoldMeetings(meetings)),
    ];
    for ((length, teacher), events) in wishes {
        let teacher = school.teachers.get(teacher as usize);
        let away = teacher.map_or(&[][..], |teacher| &teacher.unavailable);
        let mut preferred = starts(length);
        preferred.retain(|start| (start.0..start.0 + length).all(|time| !away.contains(&time)));
        constraints.push(step(Kind::PreferTimes(PreferTimes {
            events,
            preferred,
            duration: None,
        })));
    }
    for (kind, events) in needs {
        let rooms = *school.rooms.get(kind).ok_or(format!("no rooms {kind}"))?;
        if (rooms as usize) < school.classes.len() {
            let group = EventGroupId(event_groups.len() as u32);
            event_groups.push(events);
            constraints.push(Constraint::required(
                1,
                Kind::LimitConcurrence(LimitConcurrence {
                    event_groups: vec![group],
                    times: (0..next).map(TimeId).collect(),
                    limits: Limits::at_most(rooms),
                    none_is_free: true,
                }),
            ));
        }
    }
    let resource = |resource_type| Resource { resource_type };
    let resources = std::iter::repeat_n(resource(TEACHER), school.teachers.len());
    let classes = std::iter::repeat_n(resource(CLASS), school.classes.len());
    Ok(Problem {
        times: next,
        time_groups: days,
        resource_types: 2,
        resources: resources.chain(classes).collect(),
        events,
        event_groups,
        constraints,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{bench, judged};
    use uurwerk_engine::{Control, Cost, SearchOptions, evaluate, solve};

    /// The engine's cost is the judge's, for timetables drawn at random with some blocks left out, and for one that was searched for.
    #[test]
    fn the_engine_costs_what_the_judge_says() {
        let Some(bench) = bench() else {
            eprintln!("the school bench is not there: nothing to compare with");
            return;
        };
        for name in ["small-s1", "medium-s2", "large-s3"] {
            let path = bench.join(format!("instances/{name}.json"));
            let text = std::fs::read_to_string(&path).unwrap();
            let raw: Value = serde_json::from_str(&text).unwrap();
            let table = Timetable::new(&raw).unwrap();
            let school = School::deserialize(&raw).unwrap();
            let mut free: Vec<Vec<TimeId>> =
                vec![Vec::new(); table.instance.problem().events.len()];
            for constraint in &table.instance.problem().constraints {
                if let Kind::PreferTimes(c) = &constraint.kind {
                    (c.events.iter())
                        .for_each(|event| free[event.index()].clone_from(&c.preferred));
                }
            }
            let mut dice = 7_u64;
            let mut draw = |sides: usize| {
                dice = dice
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (dice >> 33) as usize % sides
            };
            let mut solutions: Vec<Solution> = (0..3)
                .map(|left_out| {
                    let starts: Vec<_> = free
                        .iter()
                        .map(|free| (draw(10) >= left_out).then(|| free[draw(free.len())].0))
                        .collect();
                    table.solution(&starts)
                })
                .collect();
            if school.classes.len() < 20 {
                let options = SearchOptions {
                    iterations: Some(40_000),
                    ..SearchOptions::default()
                };
                let found = solve(&table.instance, &options, &Control::endless()).unwrap();
                assert_eq!(found.cost.hard, 0, "{name}");
                solutions.push(found.solution);
            }
            for solution in &solutions {
                let cost = evaluate(&table.instance, solution).unwrap().cost;
                let answer = table.answer(solution).unwrap();
                let (hard, soft) = judged(&bench, &path, "tt", &answer);
                assert_eq!(cost, Cost { hard, soft }, "{name}");
            }
        }
    }
}
