//! Ways from room to room: time to walk between buildings (G6), staying where one is (G7).
//!
//! Of two blocks of somebody, the one cannot end in a room while the other begins in one that is too far. Blocks that
//! exclude each other count in one row.

use std::collections::BTreeMap;

use uurwerk_mip::Var;
use uurwerk_model::LessonIx;

use super::rooms::Rooms;
use super::{Key, Part};
use crate::rules::g6_ways::way;
use crate::rules::occupancy::classes_of;
use crate::rules::walks::Walker;
use crate::schedule::{cover, pattern};

/// By slot, the kinds of rooms where somebody's block may start, and the variable that says so.
type Places = Vec<Vec<(usize, Var)>>;

/// A lesson that somebody attends, in blocks of one kind.
struct Visit {
    kind: usize,
    lesson: LessonIx,
    places: Places,
}

/// Whether somebody who leaves a kind of room at the end of a slot is too far from another at the beginning of a second.
type Far<'f> = &'f dyn Fn(usize, usize, usize, usize) -> bool;

impl Part<'_, '_, '_> {
    /// Everybody's ways, as far as they are asked about.
    pub(super) fn ways(&mut self, rooms: &Rooms) {
        let school = self.oracle.problem.facts.school;
        let slots = school.slots();
        let own = |kind: usize| school.room(rooms.kinds[kind][0]);
        let number = |rule: &str, name: &str| {
            let setting = self.oracle.settings.get(rule);
            setting.map_or(0, |setting| setting.param(name))
        };
        let factor = number("G7", "teachers");
        let kinds = 0..rooms.kinds.len();
        let row = |from: usize| -> Vec<i64> {
            let setting = self.oracle.settings.get("G6");
            let way = |to| setting.map_or(0, |setting| way(school, setting, own(from), own(to)));
            kinds.clone().map(way).collect()
        };
        let minutes: Vec<Vec<i64>> = kinds.clone().map(row).collect();
        let too_far = |from: usize, left: usize, to: usize, come: usize| {
            let between = i64::from(slots[come].start.0) - i64::from(slots[left].end.0);
            slots[left].day == slots[come].day && minutes[from][to] > between
        };
        let changed = |from: usize, left: usize, to: usize, come: usize| {
            let place = |slot: usize| (slots[slot].day, slots[slot].half_day);
            come == left + 1 && place(left) == place(come) && from != to
        };
        let all = self.keys.iter().copied().chain(self.lenient.map(|l| l.key));
        for key in all.collect::<Vec<_>>() {
            match key {
                Key::Ways(walker) => self.walk(key, walker, 1, rooms, &too_far),
                Key::Changes(walker @ Walker::Class(_)) => {
                    self.walk(key, walker, 1, rooms, &changed);
                }
                Key::Changes(walker) => self.walk(key, walker, factor, rooms, &changed),
                _ => (),
            }
        }
    }

    fn walk(&mut self, key: Key, walker: Walker, factor: i64, rooms: &Rooms, far: Far) {
        let visits = self.visits(walker, rooms);
        let (cliques, count) = self.cliques(walker, &visits);
        let clashes = self.is_hard(match walker {
            Walker::Teacher(_) => "X1",
            Walker::Class(_) => "X2",
        });
        let price = self.soft(key).map(|weight| weight * factor);
        if price.is_some() || !clashes {
            // Each pair of lessons for itself: it has its own price, and others may run at the same time.
            for (first, of_first) in visits.iter().zip(&cliques) {
                for (second, of_second) in visits.iter().zip(&cliques) {
                    if of_first.iter().any(|clique| of_second.contains(clique)) {
                        self.keep_apart(&[first], &[second], price, far);
                    }
                }
            }
            return;
        }
        for clique in 0..count {
            // Linked lessons run at once: of each set one goes with the firsts, one with the seconds, and so on.
            let mut layers: Vec<Vec<&Visit>> = Vec::new();
            let members = visits.iter().zip(&cliques);
            for (visit, _) in members.filter(|(_, of_visit)| of_visit.contains(&clique)) {
                let taken = |layer: &Vec<&Visit>| layer.iter().any(|v| v.kind == visit.kind);
                match layers.iter_mut().find(|layer| !taken(layer)) {
                    Some(layer) => layer.push(visit),
                    None => layers.push(vec![visit]),
                }
            }
            for first in &layers {
                for second in &layers {
                    self.keep_apart(first, second, None, far);
                }
            }
        }
    }

    /// No block of the first lessons ends in a room from which it is too far to where one of the second begins. Of either
    /// at most one runs at a time.
    fn keep_apart(&mut self, first: &[&Visit], second: &[&Visit], price: Option<i64>, far: Far) {
        for left in 0..self.slots {
            let mut ending: BTreeMap<usize, Vec<(Var, i64)>> = BTreeMap::new();
            for visit in first {
                let start = (left + 1).checked_sub(usize::from(self.alike[visit.kind].length));
                for (kind, var) in start.iter().flat_map(|start| &visit.places[*start]) {
                    ending.entry(*kind).or_default().push((*var, 1));
                }
            }
            for come in left + 1..self.slots {
                let coming: Vec<(usize, Var)> =
                    second.iter().flat_map(|v| v.places[come].clone()).collect();
                let mut broken = None;
                for (from, terms) in &ending {
                    let there = coming.iter().filter(|(to, _)| far(*from, left, *to, come));
                    let there: Vec<(Var, i64)> = there.map(|(_, var)| (*var, 1)).collect();
                    if there.is_empty() {
                        continue;
                    }
                    self.at_most_one([terms.clone(), there].concat(), price, &mut broken);
                }
            }
        }
    }

    /// What somebody attends: a block is in the room of its lesson's first need.
    fn visits(&mut self, walker: Walker, rooms: &Rooms) -> Vec<Visit> {
        let school = self.oracle.problem.facts.school;
        let mut visits = Vec::new();
        for share in rooms.shares.iter().filter(|share| share.need == 0) {
            let places = match walker {
                Walker::Class(class) => {
                    let there = classes_of(school, share.lesson).contains(&class);
                    there.then(|| share.places.clone())
                }
                Walker::Teacher(teacher) => {
                    let given = self.given.iter().filter(|given| {
                        given.teacher == teacher
                            && (given.kind, given.lesson) == (share.kind, share.lesson)
                    });
                    let starts = given.map(|given| given.starts.clone()).collect::<Vec<_>>();
                    let some = !starts.is_empty();
                    some.then(|| self.given_in(&share.places, share.kind, &starts))
                }
            };
            visits.extend(places.map(|places| Visit {
                kind: share.kind,
                lesson: share.lesson,
                places,
            }));
        }
        visits
    }

    /// Where blocks start that a teacher gives, whose posts say where: the block is there and the teacher gives it.
    fn given_in(&mut self, places: &Places, kind: usize, posts: &[Vec<Option<Var>>]) -> Places {
        let mut own = vec![Vec::new(); self.slots];
        for (slot, rooms) in places.iter().enumerate() {
            let all = self.alike[kind].starts[slot];
            let given: Vec<Var> = posts.iter().filter_map(|starts| starts[slot]).collect();
            for (room, place) in rooms.iter().filter(|_| !given.is_empty()) {
                if given.iter().any(|var| Some(*var) == all) {
                    own[slot].push((*room, *place));
                    continue;
                }
                let there = self.model.programme.binary();
                for given in &given {
                    let both = [(*place, 1), (*given, 1), (there, -1)];
                    self.model.programme.at_most(both, 1);
                }
                own[slot].push((*room, there));
            }
        }
        own
    }

    /// Which visits need the same people: by visit the cliques that it is in, and how many there are.
    fn cliques(&self, walker: Walker, visits: &[Visit]) -> (Vec<Vec<usize>>, usize) {
        let school = self.oracle.problem.facts.school;
        match walker {
            Walker::Teacher(_) => (vec![vec![0]; visits.len()], 1),
            Walker::Class(class) => {
                let taking = |visit: &Visit| {
                    let lesson = school.lesson(visit.lesson);
                    let pattern = pattern(school.class(class), lesson.groups.iter());
                    (pattern, lesson.weeks.weeks())
                };
                cover(&visits.iter().map(taking).collect::<Vec<_>>())
            }
        }
    }
}
