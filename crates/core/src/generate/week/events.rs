//! What must be placed in a week: blocks of lessons, linked ones as one; meetings; teams.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{Lesson, LinkId, PartId, PartitionId, RoomKind, TeacherId};

use super::super::grid;
use super::super::people::Person;
use super::{Demands, Week};

/// What a block does to a class: takes it whole, or one part of one division.
pub(super) type Touch = (usize, Option<(PartitionId, PartId)>);

/// Things that happen at the same time: a block of linked lessons, a meeting, a team.
pub(super) struct Event {
    pub(super) length: usize,
    pub(super) people: Vec<usize>,
    pub(super) touches: Vec<Touch>,
    pub(super) rooms: Vec<(usize, usize)>,
    /// Where it may start.
    pub(super) starts: Vec<usize>,
    /// Events of the same lesson, which belong on different days.
    pub(super) lesson: usize,
}

/// All events, and which of them stand for which block.
pub(super) struct Events {
    pub(super) events: Vec<Event>,
    pub(super) places: Places,
}

/// The event of every block, meeting and team.
pub(super) struct Places {
    blocks: Vec<Vec<usize>>,
    meetings: Vec<usize>,
    teams: Vec<usize>,
}

impl Places {
    pub(super) fn week(&self, at: &[Option<usize>]) -> Week {
        let start = |event: &usize| at[*event].unwrap_or_default();
        Week {
            starts: self
                .blocks
                .iter()
                .map(|blocks| blocks.iter().map(start).collect())
                .collect(),
            meetings: self.meetings.iter().map(start).collect(),
            teams: self.teams.iter().map(start).collect(),
            observations: Vec::new(),
        }
    }
}

impl Events {
    pub(super) fn of(demands: &Demands<'_>, people: &[Person]) -> Self {
        let mut events = Vec::new();
        let mut blocks = vec![Vec::new(); demands.lessons.len()];
        let attending = attending(demands.lessons.len(), people);
        for members in together(demands.lessons) {
            let lengths = demands.lessons[members[0]].block_lengths();
            for (block, length) in lengths.iter().enumerate() {
                for member in &members {
                    blocks[*member].push(events.len());
                }
                events.push(lesson_event(
                    demands,
                    &members,
                    block,
                    usize::from(*length),
                    &attending,
                ));
            }
        }
        let mut number: BTreeMap<&TeacherId, usize> = BTreeMap::new();
        number.extend(people.iter().enumerate().map(|(at, p)| (&p.teacher.id, at)));
        let mut meeting = |ids: &[&TeacherId]| {
            let people = ids.iter().filter_map(|id| number.get(id).copied());
            events.push(Event {
                length: 1,
                people: people.collect(),
                touches: Vec::new(),
                rooms: Vec::new(),
                starts: Vec::new(),
                lesson: usize::MAX,
            });
            events.len() - 1
        };
        let meetings = demands.pairs.iter();
        let meetings = meetings
            .map(|pair| meeting(&[&pair.mentor, &pair.starter]))
            .collect();
        let teams = demands.teams.iter();
        let teams = teams
            .map(|team| meeting(&team.members.iter().collect::<Vec<_>>()))
            .collect();
        for event in &mut events {
            let absent = event
                .people
                .iter()
                .fold(0, |set, p| set | people[*p].absent);
            event.starts = grid::starts(event.length);
            event
                .starts
                .retain(|start| run(*start, event.length) & absent == 0);
        }
        Self {
            events,
            places: Places {
                blocks,
                meetings,
                teams,
            },
        }
    }
}

/// A block as a set of slots.
pub(in super::super) fn run(start: usize, length: usize) -> u64 {
    ((1_u64 << length) - 1) << start
}

/// Leads and co-teachers of every lesson; a co-teacher attends the first block.
fn attending(lessons: usize, people: &[Person]) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut attending = vec![(Vec::new(), Vec::new()); lessons];
    for (at, person) in people.iter().enumerate() {
        for lesson in &person.leads {
            attending[*lesson].0.push(at);
        }
        for lesson in &person.co {
            attending[*lesson].1.push(at);
        }
    }
    attending
}

/// Lessons that share a link, each set once; the others alone.
fn together(lessons: &[Lesson]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let mut of_link: BTreeMap<&LinkId, usize> = BTreeMap::new();
    for (at, lesson) in lessons.iter().enumerate() {
        match lesson.link.as_ref() {
            Some(link) if of_link.contains_key(link) => sets[of_link[link]].push(at),
            Some(link) => {
                of_link.insert(link, sets.len());
                sets.push(vec![at]);
            }
            None => sets.push(vec![at]),
        }
    }
    sets
}

fn lesson_event(
    demands: &Demands<'_>,
    members: &[usize],
    block: usize,
    length: usize,
    attending: &[(Vec<usize>, Vec<usize>)],
) -> Event {
    let mut people = Vec::new();
    let mut touches: BTreeSet<Touch> = BTreeSet::new();
    let mut rooms: BTreeMap<usize, usize> = BTreeMap::new();
    let kinds: Vec<&RoomKind> = demands.rooms.keys().collect();
    for member in members {
        let lesson = &demands.lessons[*member];
        people.extend(&attending[*member].0);
        if block == 0 {
            people.extend(&attending[*member].1);
        }
        for group in &lesson.groups {
            let part = group.part.as_ref();
            let class = demands.classes.iter().position(|c| *c == group.class);
            touches.extend(class.map(|class| {
                let part = part.map(|p| (p.partition.clone(), p.part.clone()));
                (class, part)
            }));
        }
        for kind in lesson.rooms.iter().filter_map(|need| need.kind.as_ref()) {
            if let Ok(at) = kinds.binary_search(&kind) {
                *rooms.entry(at).or_default() += 1;
            }
        }
    }
    Event {
        length,
        people,
        touches: touches.into_iter().collect(),
        rooms: rooms.into_iter().collect(),
        starts: Vec::new(),
        lesson: members[0],
    }
}
