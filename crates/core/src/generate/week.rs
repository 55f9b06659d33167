//! Plants when everything is given: proof that a timetable exists. Guided ejection search: a block
//! that finds no free place pushes out the cheapest ones, and blocks that were hard to place grow
//! dear (after Nagata and Bräysy 2009, "A powerful route minimization heuristic for the vehicle
//! routing problem with time windows", where the routes are ours to read as periods).

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    ClassId, Lesson, LinkId, MentorPair, PartId, PartitionId, RoomKind, TeacherId, Team,
};

use super::dice::Dice;
use super::grid::{self, DAYS, SLOTS};
use super::people::Person;

/// Rounds of the search; after each that fails, those who could not be placed come more often.
const ROUNDS: usize = 8;
/// Steps a round for each event.
const STEPS: usize = 60;

/// A planted week: the first slot of every block of every lesson, and of meetings and teams.
pub(super) struct Week {
    pub(super) starts: Vec<Vec<usize>>,
    pub(super) meetings: Vec<usize>,
    pub(super) teams: Vec<usize>,
    /// Per mentor pair, a slot in which the starter teaches and the mentor is free.
    pub(super) observations: Vec<usize>,
}

/// What a block does to a class: takes it whole, or one part of one division.
type Touch = (usize, Option<(PartitionId, PartId)>);

/// Things that happen at the same time: a block of linked lessons, a meeting, a team.
struct Event {
    length: usize,
    people: Vec<usize>,
    touches: Vec<Touch>,
    rooms: Vec<(usize, usize)>,
    /// Where it may start.
    starts: Vec<usize>,
    /// Events of the same lesson, which belong on different days.
    lesson: usize,
}

/// The demands of a week.
pub(super) struct Demands<'a> {
    pub(super) lessons: &'a [Lesson],
    pub(super) classes: &'a [ClassId],
    pub(super) rooms: BTreeMap<RoomKind, usize>,
    pub(super) pairs: &'a [MentorPair],
    pub(super) teams: &'a [Team],
}

/// Plants the week; people whose absence stands in the way give it up. `None` when even that fails.
pub(super) fn plant(seed: u64, demands: &Demands<'_>, people: &mut [Person]) -> Option<Week> {
    let mut dice = Dice::of(seed, "week");
    for _ in 0..ROUNDS {
        let Events { events, places } = Events::of(demands, people);
        let mut search = Search::new(&events, demands, people.len());
        let stuck = search.run(&mut dice);
        if stuck.is_empty() {
            let week = places.week(&search.at);
            match observations(demands, people, &search, &week) {
                Ok(observations) => {
                    return Some(Week {
                        observations,
                        ..week
                    });
                }
                Err(pair) => {
                    for at in [pair.0, pair.1] {
                        people[at].absent = 0;
                    }
                }
            }
        }
        for person in stuck.iter().flat_map(|e| &events[*e].people) {
            people[*person].absent = 0;
        }
    }
    None
}

/// All events, and which of them stand for which block.
struct Events {
    events: Vec<Event>,
    places: Places,
}

/// The event of every block, meeting and team.
struct Places {
    blocks: Vec<Vec<usize>>,
    meetings: Vec<usize>,
    teams: Vec<usize>,
}

impl Places {
    fn week(&self, at: &[Option<usize>]) -> Week {
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
    fn of(demands: &Demands<'_>, people: &[Person]) -> Self {
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
fn run(start: usize, length: usize) -> u64 {
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

/// The state of the search: which events hold which people, classes and rooms in each slot.
struct Search<'a> {
    events: &'a [Event],
    capacity: Vec<usize>,
    at: Vec<Option<usize>>,
    person: Vec<[Option<usize>; SLOTS]>,
    class: Vec<Vec<Vec<usize>>>,
    room: Vec<Vec<Vec<usize>>>,
    /// Events of a lesson on each day.
    days: BTreeMap<usize, [usize; DAYS]>,
    price: Vec<u64>,
}

impl<'a> Search<'a> {
    fn new(events: &'a [Event], demands: &Demands<'_>, people: usize) -> Self {
        Self {
            events,
            capacity: demands.rooms.values().copied().collect(),
            at: vec![None; events.len()],
            person: vec![[None; SLOTS]; people],
            class: vec![vec![Vec::new(); SLOTS]; demands.classes.len()],
            room: vec![vec![Vec::new(); SLOTS]; demands.rooms.len()],
            days: BTreeMap::new(),
            price: vec![1; events.len()],
        }
    }

    /// Places everything it can; returns what is left when the steps run out.
    fn run(&mut self, dice: &mut Dice) -> Vec<usize> {
        let mut waiting: Vec<usize> = (0..self.events.len()).collect();
        waiting.sort_by_key(|e| {
            let event = &self.events[*e];
            (event.people.len() * event.length + event.length, *e)
        });
        for _ in 0..self.events.len() * STEPS {
            let Some(event) = waiting.pop() else {
                break;
            };
            let Some((start, pushed)) = self.cheapest(event, dice) else {
                return vec![event];
            };
            if !pushed.is_empty() {
                self.price[event] += 1;
            }
            for other in &pushed {
                self.remove(*other);
            }
            self.place(event, start);
            waiting.extend(pushed);
        }
        waiting
    }

    /// The start that pushes out the cheapest events, among equals the best spread over the days;
    /// `None` when the event has no start at all.
    fn cheapest(&self, event: usize, dice: &mut Dice) -> Option<(usize, Vec<usize>)> {
        let e = &self.events[event];
        let own_days = self.days.get(&e.lesson);
        let mut best: Option<((u64, usize, usize), usize, Vec<usize>)> = None;
        for start in &e.starts {
            let pushed = self.in_the_way(event, *start);
            let price: u64 = pushed.iter().map(|p| self.price[*p]).sum();
            let crowd = own_days.map_or(0, |days| days[grid::place(*start).0]);
            let crowd = if e.lesson == usize::MAX { 0 } else { crowd };
            let key = (price, crowd, dice.below(1000));
            if best.as_ref().is_none_or(|(least, _, _)| key < *least) {
                best = Some((key, *start, pushed));
            }
        }
        best.map(|(_, start, pushed)| (start, pushed))
    }

    fn in_the_way(&self, event: usize, start: usize) -> Vec<usize> {
        let e = &self.events[event];
        let mut pushed = Vec::new();
        for slot in start..start + e.length {
            pushed.extend(e.people.iter().filter_map(|p| self.person[*p][slot]));
            for (class, part) in &e.touches {
                let there = &self.class[*class][slot];
                let clashing = there.iter().filter(|o| self.clash(**o, *class, part));
                pushed.extend(clashing);
            }
        }
        pushed.sort_unstable();
        pushed.dedup();
        for slot in start..start + e.length {
            for (kind, need) in &e.rooms {
                self.make_room(*kind, slot, *need, &mut pushed);
            }
        }
        pushed
    }

    /// Whether an event that is there takes more of the class than another part of the same division.
    fn clash(&self, other: usize, class: usize, part: &Option<(PartitionId, PartId)>) -> bool {
        let theirs = self.events[other].touches.iter();
        theirs
            .filter(|(c, _)| *c == class)
            .any(|(_, their)| match (part, their) {
                (Some(mine), Some(their)) => mine.0 != their.0 || mine.1 == their.1,
                _ => true,
            })
    }

    /// Adds the cheapest events to those pushed out until enough rooms of a kind are free.
    fn make_room(&self, kind: usize, slot: usize, need: usize, pushed: &mut Vec<usize>) {
        let takes = |e: usize| {
            let rooms = self.events[e].rooms.iter();
            rooms
                .filter(|(k, _)| *k == kind)
                .map(|(_, n)| n)
                .sum::<usize>()
        };
        let mut staying: Vec<usize> = self.room[kind][slot]
            .iter()
            .filter(|e| !pushed.contains(e))
            .copied()
            .collect();
        staying.sort_by_key(|e| (std::cmp::Reverse(self.price[*e]), *e));
        let mut used: usize = staying.iter().map(|e| takes(*e)).sum();
        while used + need > self.capacity[kind] {
            let Some(cheapest) = staying.pop() else { break };
            used -= takes(cheapest);
            pushed.push(cheapest);
        }
    }

    fn place(&mut self, event: usize, start: usize) {
        let e = &self.events[event];
        self.at[event] = Some(start);
        self.days.entry(e.lesson).or_default()[grid::place(start).0] += 1;
        for slot in start..start + e.length {
            for person in &e.people {
                self.person[*person][slot] = Some(event);
            }
            for (class, _) in &e.touches {
                let there = &mut self.class[*class][slot];
                if !there.contains(&event) {
                    there.push(event);
                }
            }
            for (kind, _) in &e.rooms {
                self.room[*kind][slot].push(event);
            }
        }
    }

    fn remove(&mut self, event: usize) {
        let e = &self.events[event];
        let Some(start) = self.at[event].take() else {
            return;
        };
        self.days.entry(e.lesson).or_default()[grid::place(start).0] -= 1;
        for slot in start..start + e.length {
            for person in &e.people {
                self.person[*person][slot] = None;
            }
            for (class, _) in &e.touches {
                self.class[*class][slot].retain(|o| *o != event);
            }
            for (kind, _) in &e.rooms {
                self.room[*kind][slot].retain(|o| *o != event);
            }
        }
    }
}

/// For each pair a slot in which the starter teaches and the mentor has nothing; or the first pair
/// that has none.
fn observations(
    demands: &Demands<'_>,
    people: &[Person],
    search: &Search<'_>,
    week: &Week,
) -> Result<Vec<usize>, (usize, usize)> {
    let place = |id: &TeacherId| people.iter().position(|p| p.teacher.id == *id).unwrap_or(0);
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut found = Vec::new();
    for pair in demands.pairs {
        let (mentor, starter) = (place(&pair.mentor), place(&pair.starter));
        let lessons = people[starter].leads.iter().flat_map(|l| {
            let lengths = demands.lessons[*l].block_lengths();
            let blocks = week.starts[*l].iter().zip(lengths);
            blocks.flat_map(|(start, length)| *start..*start + usize::from(length))
        });
        let free = |slot: &usize| {
            search.person[mentor][*slot].is_none()
                && people[mentor].absent & (1 << slot) == 0
                && !taken.contains(&(mentor, *slot))
        };
        let Some(slot) = lessons.into_iter().find(free) else {
            return Err((mentor, starter));
        };
        taken.insert((mentor, slot));
        found.push(slot);
    }
    Ok(found)
}
