//! Who goes from one lesson to another: what the rules on ways and rooms look at.
//!
//! A block is given in the room of its first need. A teacher goes between the blocks that he attends, pupils between
//! the blocks of their class that need the same ones of them.

use std::collections::BTreeMap;

use uurwerk_engine::{AllowTravel, CostFunction, Kind, ResourceId, RoleId, Stop, TimeGroupId};
use uurwerk_model::{ClassIx, LessonIx, Room, RoomIx, School, TeacherIx};

use super::Setting;
use super::occupancy::{Running, attending, classes_of, running, share_pupils, staff};
use crate::case::{Allocation, Case};
use crate::schedule::{Draft, cover, pattern};

/// Whoever goes from room to room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Walker {
    Teacher(TeacherIx),
    Class(ClassIx),
}

/// All teachers.
pub(crate) fn teachers(school: &School) -> Vec<Walker> {
    staff(school).map(Walker::Teacher).collect()
}

/// All classes.
pub(crate) fn classes(school: &School) -> Vec<Walker> {
    let classes = (0..school.classes().len()).map(ClassIx::from);
    classes.map(Walker::Class).collect()
}

/// The rooms of which a building or a site is known as places, those of one building and site as one: a room of each
/// place, and the place of each room.
pub(super) fn standing<'a>(draft: &Draft<'a>) -> (Vec<&'a Room>, Vec<(ResourceId, u16)>) {
    let school = draft.school;
    let mut known = BTreeMap::new();
    let (mut samples, mut places) = (Vec::new(), Vec::new());
    for (at, room) in school.rooms().iter().enumerate() {
        if room.building.is_none() && room.site.is_none() {
            continue;
        }
        let place = *known
            .entry((&room.building, &room.site))
            .or_insert_with(|| {
                samples.push(room);
                samples.len() - 1
            });
        places.push((draft.room(RoomIx::from(at)), place as u16));
    }
    (samples, places)
}

impl Walker {
    fn is_there(
        self,
        school: &School,
        allocation: &Allocation,
        lesson: LessonIx,
        block: usize,
    ) -> bool {
        match self {
            Self::Teacher(teacher) => {
                let there = attending(school, allocation, lesson, block);
                there.iter().any(|(_, other)| *other == teacher)
            }
            Self::Class(class) => classes_of(school, lesson).contains(&class),
        }
    }
}

/// A placed block and its room.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    pub run: Running,
    pub room: RoomIx,
}

/// The blocks that have a place and a room, and who comes there.
pub(super) struct Visits {
    all: Vec<Visit>,
    of_teacher: Vec<Vec<usize>>,
    of_class: Vec<Vec<usize>>,
}

/// All visits of a case; none while there is no timetable.
pub(super) fn visits(case: &Case) -> Visits {
    let school = case.school;
    let mut visits = Visits {
        all: Vec::new(),
        of_teacher: vec![Vec::new(); school.staff().len()],
        of_class: vec![Vec::new(); school.classes().len()],
    };
    let Some(timetable) = case.timetable else {
        return visits;
    };
    for run in running(school, timetable) {
        let rooms = &timetable.rooms[run.lesson.at()][run.block];
        let Some(room) = rooms.first().copied().flatten() else {
            continue;
        };
        let at = visits.all.len();
        let there = attending(school, case.allocation, run.lesson, run.block);
        let mut there: Vec<_> = there.into_iter().map(|(_, teacher)| teacher).collect();
        there.sort_unstable();
        there.dedup();
        for teacher in there {
            visits.of_teacher[teacher.at()].push(at);
        }
        for class in classes_of(school, run.lesson) {
            visits.of_class[class.at()].push(at);
        }
        visits.all.push(Visit { run, room });
    }
    visits
}

/// The ways of somebody: pairs of blocks of one day, the second of which begins after the first has ended, for a teacher or
/// for some pupils of a class.
pub(super) fn pairs<'v>(
    school: &School,
    visits: &'v Visits,
    walker: Walker,
) -> Vec<(&'v Visit, &'v Visit)> {
    let own = match walker {
        Walker::Teacher(teacher) => &visits.of_teacher[teacher.at()],
        Walker::Class(class) => &visits.of_class[class.at()],
    };
    let same = |one: &Visit, other: &Visit| match walker {
        Walker::Teacher(_) => true,
        Walker::Class(class) => {
            let groups = |visit: &Visit| &school.lesson(visit.run.lesson).groups;
            share_pupils(school, class, groups(one), groups(other))
        }
    };
    let day = |slot: usize| school.slots()[slot].day;
    let mut pairs = Vec::new();
    for first in own.iter().map(|at| &visits.all[*at]) {
        for second in own.iter().map(|at| &visits.all[*at]) {
            let (left, come) = (first.run.slots.end - 1, second.run.slots.start);
            if come > left && day(left) == day(come) && same(first, second) {
                pairs.push((first, second));
            }
        }
    }
    pairs
}

/// Where rooms are, how long the ways are, and what clock they are measured on.
pub(super) struct Map {
    pub places: Vec<(ResourceId, u16)>,
    pub ways: Vec<Vec<u16>>,
    pub clock: Vec<(u32, u32)>,
    pub time_groups: Vec<TimeGroupId>,
}

/// By lesson and block: the role of the demand for the first room.
type Roles = BTreeMap<(LessonIx, usize), RoleId>;

/// Charges for every pair of blocks without time for the way between their rooms, `factor` units each.
pub(super) fn allow(
    setting: &Setting,
    draft: &mut Draft,
    factor: u32,
    map: Map,
    walkers: &[Walker],
) {
    let demands = draft.blocks().iter().flat_map(|block| &block.rooms);
    let roles: Roles = demands
        .filter(|demand| demand.need == 0)
        .map(|demand| ((demand.lesson, demand.block), demand.role))
        .collect();
    let travellers = walkers.iter().map(|walker| stops(draft, &roles, *walker));
    let travellers: Vec<_> = travellers.filter(|stops| stops.len() > 1).collect();
    let kind = Kind::AllowTravel(AllowTravel {
        travellers,
        places: map.places,
        ways: map.ways,
        clock: map.clock,
        time_groups: map.time_groups,
    });
    draft.charge(setting, factor, CostFunction::Linear, kind);
}

/// The events that somebody attends with the demand for the first room of the lesson; the parts of a class are the
/// cliques of its pupils, of which two lessons have one in common exactly when they need the same ones.
fn stops(draft: &Draft, roles: &Roles, walker: Walker) -> Vec<Stop> {
    let school = draft.school;
    let there = |(lesson, block): &(LessonIx, usize)| {
        walker.is_there(school, draft.allocation, *lesson, *block)
    };
    let own: Vec<_> = roles.iter().filter(|entry| there(entry.0)).collect();
    let parts = match walker {
        Walker::Teacher(_) => vec![vec![0]; own.len()],
        Walker::Class(class) => {
            let groups = |lesson: LessonIx| school.lesson(lesson).groups.iter();
            let patterns = own.iter().map(|((l, _), _)| {
                let weeks = school.lesson(*l).weeks.weeks();
                (pattern(school.class(class), groups(*l)), weeks)
            });
            let (cliques, _) = cover(&patterns.collect::<Vec<_>>());
            let parts = |cliques: Vec<usize>| cliques.into_iter().map(|c| c as u16).collect();
            cliques.into_iter().map(parts).collect()
        }
    };
    let placed = own.into_iter().zip(parts);
    placed
        .filter_map(|(((lesson, block), role), parts)| {
            let (event, role) = (draft.event_of(*lesson, *block)?, *role);
            Some(Stop { event, role, parts })
        })
        .collect()
}
