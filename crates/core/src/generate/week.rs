//! Plants when everything is given: proof that a timetable exists. The events of the week are placed by
//! a search; then every mentor must be able to watch the starter once.

mod events;
mod search;

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{ClassId, Lesson, MentorPair, RoomKind, TeacherId, Team};

use super::dice::Dice;
use super::people::Person;
use events::Events;
use search::Search;

/// Rounds of the search; after each that fails, those who could not be placed come more often.
const ROUNDS: usize = 8;

/// A planted week: the first slot of every block of every lesson, and of meetings and teams.
pub(super) struct Week {
    pub(super) starts: Vec<Vec<usize>>,
    pub(super) meetings: Vec<usize>,
    pub(super) teams: Vec<usize>,
    /// Per mentor pair, a slot in which the starter teaches and the mentor is free.
    pub(super) observations: Vec<usize>,
}

impl Week {
    /// The slots in which each person has something, as sets.
    pub(super) fn busy(&self, demands: &Demands<'_>, people: &[Person]) -> Vec<u64> {
        let mut busy = vec![0_u64; people.len()];
        for (set, person) in busy.iter_mut().zip(people) {
            for lesson in &person.leads {
                let lengths = demands.lessons[*lesson].block_lengths();
                for (start, length) in self.starts[*lesson].iter().zip(lengths) {
                    *set |= events::run(*start, usize::from(length));
                }
            }
            // A co-teacher of one hour attends the first block, which is one period long.
            for lesson in &person.co {
                *set |= 1 << self.starts[*lesson][0];
            }
            let is = |id: &TeacherId| *id == person.teacher.id;
            for (number, pair) in demands.pairs.iter().enumerate() {
                if is(&pair.mentor) {
                    *set |= 1 << self.observations[number];
                }
                if is(&pair.mentor) || is(&pair.starter) {
                    *set |= 1 << self.meetings[number];
                }
            }
            for (team, slot) in demands.teams.iter().zip(&self.teams) {
                if team.members.iter().any(is) {
                    *set |= 1 << slot;
                }
            }
        }
        busy
    }
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
