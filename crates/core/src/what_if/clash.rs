//! The times of an area: starts of its events, who is where, and rows that keep people and pupils out of two places at once.
//!
//! A variable says that an event starts somewhere; where its teacher is open too, one variable for each start and teacher,
//! so that the relaxation is that of an assignment. Rooms are counted by Hall's condition for each set of suitable rooms;
//! which room it is comes later (`rooms`). Mentors' meetings and observations are decided along with them when they are hard.

use std::collections::BTreeMap;

use uurwerk_mip as mip;
use uurwerk_model::{ProtectedKind, ProtectedSlot, SlotIx, TeacherIx};

use super::area::{Area, Keep};
use super::scene::Scene;
use crate::allocate::{Fact, Model, PostIx, Problem};
use crate::rules::guarded::pair;
use crate::rules::occupancy::{attends, occupied, slots_of};
use crate::schedule::Purpose;

pub(super) type Terms = Vec<(mip::Var, i64)>;
type Rows<K> = BTreeMap<K, Terms>;

/// What is settled about times outside the area.
pub(super) struct Times {
    /// Who is busy when.
    busy: Vec<Vec<bool>>,
    /// Which pupils are busy when.
    pupils: Vec<Vec<bool>>,
    /// The mentoring pairs whose time is decided anew: place in the document, mentor, starter.
    pub(super) pairs: Vec<(usize, [TeacherIx; 2])>,
}

/// What the solver decides about times.
#[derive(Default)]
pub(super) struct Placing {
    starts: BTreeMap<usize, Vec<(SlotIx, mip::Var)>>,
    pub(super) meetings: Vec<(Purpose, SlotIx, mip::Var)>,
}

impl Placing {
    /// The variable of a start.
    pub fn start(&self, event: usize, start: SlotIx) -> Option<mip::Var> {
        let starts = self.starts.get(&event)?;
        starts
            .iter()
            .find(|(slot, _)| *slot == start)
            .map(|(_, var)| *var)
    }

    /// Whether nothing about times is decided.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Whether the programme decides where an event starts.
    pub fn is_free(&self, event: usize) -> bool {
        self.starts.contains_key(&event)
    }

    /// The starts that are those of the base plan.
    pub fn staying(&self, scene: &Scene) -> Vec<mip::Var> {
        let own = |at: &usize| self.start(*at, scene.events[*at].start?);
        self.starts.keys().filter_map(own).collect()
    }

    /// The starts of all events in a solution.
    pub fn starts(&self, scene: &Scene, solution: &mip::Solution) -> Vec<Option<SlotIx>> {
        let start = |(at, event): (usize, &super::scene::Event)| match self.starts.get(&at) {
            Some(starts) => starts
                .iter()
                .find(|(_, v)| solution.value(*v) == 1)
                .map(|(s, _)| *s),
            None => event.start,
        };
        scene.events.iter().enumerate().map(start).collect()
    }

    /// The protected time that a solution decides.
    pub fn protected(&self, scene: &Scene, solution: &mip::Solution) -> Vec<ProtectedSlot> {
        let chosen = self
            .meetings
            .iter()
            .filter(|(_, _, var)| solution.value(*var) == 1);
        chosen
            .filter_map(|(purpose, slot, _)| purpose.slot(scene.school, *slot))
            .collect()
    }
}

impl Times {
    pub fn of(scene: &Scene, area: &Area, problem: &Problem) -> Self {
        let slots = scene.school.slots().len();
        let groups = scene
            .events
            .iter()
            .flat_map(|e| &e.pupils)
            .max()
            .map_or(0, |most| most + 1);
        let mut times = Self {
            busy: vec![vec![false; slots]; scene.school.staff().len()],
            pupils: vec![vec![false; slots]; groups],
            pairs: Vec::new(),
        };
        let mut touched = vec![false; scene.school.staff().len()];
        for (at, event) in scene.events.iter().enumerate() {
            for post in &event.posts {
                if area.posts[post.at()] {
                    problem.choices[post.at()]
                        .teachers
                        .iter()
                        .for_each(|t| touched[t.at()] = true);
                }
                let holder = scene.base.holders[post.at()];
                if let Some(teacher) = holder.filter(|_| area.posts[post.at()] || area.events[at]) {
                    touched[teacher.at()] = true;
                }
            }
            let Some(start) = event.start.filter(|_| !area.events[at]) else {
                continue;
            };
            for slot in event.slots(start) {
                event
                    .pupils
                    .iter()
                    .for_each(|group| times.pupils[*group][slot] = true);
                for post in event.posts.iter().filter(|post| !area.posts[post.at()]) {
                    if let Some(teacher) = scene.base.holders[post.at()] {
                        times.busy[teacher.at()][slot] = true;
                    }
                }
            }
        }
        for (at, entry) in scene.school.document().mentoring.pairs.iter().enumerate() {
            if let Some(people) = pair(scene.school, entry)
                && (area.keep == Keep::Nothing || people.iter().any(|t| touched[t.at()]))
            {
                times.pairs.push((at, people));
            }
        }
        times.keep_protected(scene, area);
        times
    }

    /// Protected time that is not decided anew keeps its people busy.
    fn keep_protected(&mut self, scene: &Scene, area: &Area) {
        if area.keep == Keep::Nothing {
            return;
        }
        for slot in &scene.base.protected {
            let people = occupied(scene.school, slot);
            let anew = |kind, rule| {
                let of_pair = |(_, pair): &(usize, [TeacherIx; 2])| {
                    slot.people.len() == 2
                        && slot
                            .people
                            .iter()
                            .zip(pair)
                            .all(|(id, t)| scene.school.teacher_ix(id) == Some(*t))
                };
                slot.kind == kind && scene.is_hard(rule) && self.pairs.iter().any(of_pair)
            };
            let decided =
                anew(ProtectedKind::Meeting, "M9") || anew(ProtectedKind::Observation, "M10");
            let is_team = slot.kind == ProtectedKind::Team && !scene.is_hard("C1");
            let range = slots_of(scene.school, slot);
            let possible = people.iter().all(|t| !scene.is_barred(*t, range.clone()));
            if decided || is_team && area.keep == Keep::NotTeams || !possible {
                continue;
            }
            for teacher in people {
                range
                    .clone()
                    .for_each(|at| self.busy[teacher.at()][at] = true);
            }
        }
    }

    /// Whether somebody is free in all these slots and can come.
    pub(super) fn is_free(
        &self,
        scene: &Scene,
        teacher: TeacherIx,
        mut slots: std::ops::Range<usize>,
    ) -> bool {
        slots.all(|slot| !self.busy[teacher.at()][slot] && !scene.never[teacher.at()][slot])
    }

    /// Whether somebody can be there at all events of a post that stay where they are.
    pub fn can_attend(&self, scene: &Scene, area: &Area, teacher: TeacherIx, post: PostIx) -> bool {
        let info = scene.facts.post(post);
        let events = scene.of_lesson[info.lesson.at()].iter().enumerate();
        let mut there = events.filter(|(block, at)| {
            !area.events[**at] && attends(scene.school, info.lesson, info.position, *block)
        });
        there.all(|(_, at)| {
            let event = &scene.events[*at];
            event
                .start
                .is_none_or(|start| self.is_free(scene, teacher, event.slots(start)))
        })
    }

    /// Adds the times of the area to the programme of its loads.
    pub fn write(
        &self,
        scene: &Scene,
        area: &Area,
        problem: &Problem,
        model: &mut Model,
    ) -> Placing {
        let mut sheet = Sheet {
            times: self,
            scene,
            area,
            placing: Placing::default(),
            people: Rows::new(),
            pupils: Rows::new(),
            watched: BTreeMap::new(),
        };
        for at in 0..scene.events.len() {
            match area.events[at] {
                true => sheet.place(at, problem, model),
                false => sheet.stay(at, model),
            }
        }
        sheet.rooms(model);
        sheet.mentors(problem, model);
        for terms in sheet.people.into_values().chain(sheet.pupils.into_values()) {
            if terms.len() > 1 {
                model.programme.at_most(terms, 1);
            }
        }
        sheet.placing
    }
}

/// The rows in the making.
pub(super) struct Sheet<'s> {
    pub(super) times: &'s Times,
    pub(super) scene: &'s Scene<'s>,
    pub(super) area: &'s Area,
    pub(super) placing: Placing,
    /// What could keep somebody busy in a slot.
    pub(super) people: Rows<(TeacherIx, usize)>,
    pupils: Rows<(usize, usize)>,
    /// Where a teacher could be seen teaching: by teacher, event and slot.
    pub(super) watched: BTreeMap<(TeacherIx, usize, usize), Terms>,
}

impl Sheet<'_> {
    fn open_holders(&self, model: &Model, post: PostIx) -> Vec<(TeacherIx, Fact)> {
        let options = model.options(post).iter();
        options
            .filter_map(|(holder, fact)| Some(((*holder)?, *fact)))
            .collect()
    }

    /// An event that stays: whoever takes a post of it is busy then.
    fn stay(&mut self, at: usize, model: &Model) {
        let event = &self.scene.events[at];
        let Some(start) = event.start else { return };
        for post in event.posts.iter().filter(|post| self.area.posts[post.at()]) {
            for (teacher, fact) in self.open_holders(model, *post) {
                let Fact::Open(var) = fact else { continue };
                for slot in event.slots(start) {
                    self.people
                        .entry((teacher, slot))
                        .or_default()
                        .push((var, 1));
                    self.watched
                        .entry((teacher, at, slot))
                        .or_default()
                        .push((var, 1));
                }
            }
        }
    }

    /// An event that may move.
    fn place(&mut self, at: usize, problem: &Problem, model: &mut Model) {
        let event = &self.scene.events[at];
        let settled: Vec<TeacherIx> = event
            .posts
            .iter()
            .filter(|post| !self.area.posts[post.at()])
            .filter_map(|post| problem.choices[post.at()].settled().flatten())
            .collect();
        let possible = |start: &&SlotIx| {
            let slots = event.slots(**start);
            settled
                .iter()
                .all(|t| self.times.is_free(self.scene, *t, slots.clone()))
                && event
                    .pupils
                    .iter()
                    .all(|g| slots.clone().all(|s| !self.times.pupils[*g][s]))
        };
        let starts: Vec<SlotIx> = event.starts.iter().filter(possible).copied().collect();
        let starts: Vec<_> = starts
            .into_iter()
            .map(|s| (s, model.programme.binary()))
            .collect();
        model
            .programme
            .exactly(starts.iter().map(|(_, var)| (*var, 1)), 1);
        for (start, var) in &starts {
            for slot in event.slots(*start) {
                for group in &event.pupils {
                    self.pupils
                        .entry((*group, slot))
                        .or_default()
                        .push((*var, 1));
                }
                for teacher in &settled {
                    self.people
                        .entry((*teacher, slot))
                        .or_default()
                        .push((*var, 1));
                    self.watched
                        .entry((*teacher, at, slot))
                        .or_default()
                        .push((*var, 1));
                }
            }
        }
        for post in event.posts.iter().filter(|post| self.area.posts[post.at()]) {
            self.assign(at, *post, &starts, model);
        }
        self.placing.starts.insert(at, starts);
    }

    /// The teacher of an open post of an event that may move.
    fn assign(
        &mut self,
        at: usize,
        post: PostIx,
        starts: &[(SlotIx, mip::Var)],
        model: &mut Model,
    ) {
        let event = &self.scene.events[at];
        let mut by_start: Vec<Terms> = vec![Vec::new(); starts.len()];
        for (teacher, fact) in self.open_holders(model, post) {
            let mut by_teacher = Terms::new();
            for ((start, _), own) in starts.iter().zip(&mut by_start) {
                if fact == Fact::Settled(false)
                    || !self.times.is_free(self.scene, teacher, event.slots(*start))
                {
                    continue;
                }
                let both = model.programme.binary();
                own.push((both, -1));
                by_teacher.push((both, 1));
                for slot in event.slots(*start) {
                    self.people
                        .entry((teacher, slot))
                        .or_default()
                        .push((both, 1));
                    self.watched
                        .entry((teacher, at, slot))
                        .or_default()
                        .push((both, 1));
                }
            }
            match fact {
                Fact::Open(var) => {
                    by_teacher.push((var, -1));
                    model.programme.exactly(by_teacher, 0);
                }
                Fact::Settled(so) => model.programme.exactly(by_teacher, i64::from(so)),
            }
        }
        let may_be_empty = model
            .options(post)
            .iter()
            .any(|(holder, _)| holder.is_none());
        if !may_be_empty {
            for ((_, start), mut own) in starts.iter().zip(by_start) {
                own.push((*start, 1));
                model.programme.exactly(own, 0);
            }
        }
    }

    /// In no slot do more events ask for rooms of a set than there are.
    fn rooms(&self, model: &mut Model) {
        if !self.scene.is_hard("X3") || !self.scene.is_hard("X6") {
            return;
        }
        let slots = self.scene.school.slots().len();
        for (set, inside) in self.scene.suitable.iter().zip(self.scene.inside()) {
            let mut asked = vec![0_i64; slots];
            let mut terms: Vec<Terms> = vec![Vec::new(); slots];
            for (at, event) in self.scene.events.iter().enumerate() {
                let needs = event.needs.iter().filter(|(_, own)| inside[*own]).count() as i64;
                if needs == 0 {
                    continue;
                }
                if let Some(starts) = self.placing.starts.get(&at) {
                    for (start, var) in starts {
                        event
                            .slots(*start)
                            .for_each(|slot| terms[slot].push((*var, needs)));
                    }
                } else if let Some(start) = event.start {
                    event.slots(start).for_each(|slot| asked[slot] += needs);
                }
            }
            for (asked, terms) in asked.into_iter().zip(terms) {
                let room = (set.len() as i64 - asked).max(0);
                if terms.iter().map(|(_, needs)| needs).sum::<i64>() > room {
                    model.programme.at_most(terms, room);
                }
            }
        }
    }
}
