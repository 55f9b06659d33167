//! The changed school with its base plan, dense: every block with who attends it, whose pupils it takes, which rooms would
//! suit it, and where it may start.

use std::collections::BTreeMap;

use uurwerk_model::{LessonIx, Lock, Mode, RoomIx, School, SlotIx, TeacherIx};

use super::base::Base;
use super::holds::Holds;
use crate::allocate::{Facts, PostIx};
use crate::case::Allocation;
use crate::rules::occupancy::{NEVER, attends, aversion, staff, suits};
use crate::rules::{Settings, c7_workplace};
use crate::schedule::{Draft, RoomDemand};

/// One block, or the blocks of linked lessons that run together.
pub(super) struct Event {
    pub length: usize,
    /// The weeks of the cycle in which it runs; where no weeks differ, the first stands for all.
    pub weeks: Vec<usize>,
    pub parts: Vec<(LessonIx, usize)>,
    /// Its lessons, each once.
    pub lessons: Vec<LessonIx>,
    /// The groups of pupils that it takes, of which none can be in two places.
    pub pupils: Vec<usize>,
    /// The positions that attend it.
    pub posts: Vec<PostIx>,
    /// The rooms it asks for, each with the set of rooms that suit (an index into [`Scene::suitable`]).
    pub needs: Vec<(RoomDemand, usize)>,
    /// Where it starts in the base plan.
    pub start: Option<SlotIx>,
    /// Where it may start.
    pub starts: Vec<SlotIx>,
}

impl Event {
    /// The slots that it takes from a start on.
    pub fn slots(&self, start: SlotIx) -> std::ops::Range<usize> {
        start.at()..start.at() + self.length
    }

    /// The same in each of its weeks.
    pub fn times(&self, start: SlotIx) -> impl Iterator<Item = (usize, usize)> {
        let slots = self.slots(start);
        slots.flat_map(|slot| self.weeks.iter().map(move |week| (slot, *week)))
    }
}

/// Everything that does not depend on what is decided.
pub(super) struct Scene<'a> {
    pub school: &'a School,
    pub settings: &'a Settings,
    pub facts: &'a Facts<'a>,
    pub base: &'a Base,
    pub holds: Holds,
    pub events: Vec<Event>,
    /// The events of each lesson, block by block.
    pub of_lesson: Vec<Vec<usize>>,
    /// Different sets of rooms that a need may be met by.
    pub suitable: Vec<Vec<RoomIx>>,
    /// Slots in which each teacher cannot be there.
    pub never: Vec<Vec<bool>>,
}

impl<'a> Scene<'a> {
    /// Works it out.
    pub fn of(
        facts: &'a Facts<'a>,
        settings: &'a Settings,
        base: &'a Base,
        locks: &[uurwerk_model::Hold],
    ) -> Self {
        let school = facts.school;
        let is_hard = |rule: &str| settings.get(rule).is_some_and(|s| s.mode == Mode::Hard);
        let nobody = Allocation::empty(school);
        let draft = Draft::new(school, &nobody);
        let pupils = draft.pupils().to_vec();
        let drafted = draft.finish();
        let mut suitable: Vec<Vec<RoomIx>> = Vec::new();
        let mut events = Vec::new();
        let cycle = school.cycle();
        for block in &drafted.blocks {
            let resources = &drafted.problem.events[block.event.index()].resources;
            let clique = |r: &uurwerk_engine::EventResource| {
                pupils.iter().position(|p| Some(*p) == r.preassigned)
            };
            let attending = |(lesson, index): &(LessonIx, usize)| {
                let posts = facts.posts_of(*lesson).iter();
                let there = posts.filter(|p| attends(school, *lesson, p.position, *index));
                there.map(|p| p.ix).collect::<Vec<_>>()
            };
            let mut lessons: Vec<LessonIx> = block.parts.iter().map(|(l, _)| *l).collect();
            lessons.sort_unstable();
            lessons.dedup();
            let needs = block.rooms.iter().map(|demand| {
                let need = &school.lesson(demand.lesson).rooms[demand.need];
                let rooms = (0..school.rooms().len()).map(RoomIx::from);
                let rooms: Vec<RoomIx> = rooms.filter(|r| suits(school, need, *r)).collect();
                let known = suitable.iter().position(|known| *known == rooms);
                let set = known.unwrap_or_else(|| {
                    suitable.push(rooms);
                    suitable.len() - 1
                });
                (demand.clone(), set)
            });
            let needs = needs.collect();
            let mut starts = block.parts.iter().map(|(l, b)| base.starts[l.at()][*b]);
            let first = starts.next().flatten();
            events.push(Event {
                length: usize::from(block.length),
                weeks: block.weeks.iter().filter(|week| *week < cycle).collect(),
                lessons,
                pupils: resources.iter().filter_map(clique).collect(),
                posts: block.parts.iter().flat_map(attending).collect(),
                needs,
                start: first.filter(|_| starts.all(|other| other == first)),
                starts: (0..school.slots().len())
                    .map(SlotIx::from)
                    .filter(|slot| school.block_fits(*slot, block.length))
                    .collect(),
                parts: block.parts.clone(),
            });
        }
        let mut of_lesson = vec![Vec::new(); school.lessons().len()];
        for (at, event) in events.iter().enumerate() {
            for (lesson, index) in &event.parts {
                let own: &mut Vec<usize> = &mut of_lesson[lesson.at()];
                own.resize(own.len().max(index + 1), at);
                own[*index] = at;
            }
        }
        if is_hard("C7") {
            keep_workplaces(school, &mut events);
        }
        if is_hard("K2") {
            keep_time_locks(school, &mut events, &of_lesson);
        }
        let never = staff(school).map(|t| {
            let no = aversion(school, t)
                .into_iter()
                .map(|v| v == NEVER && is_hard("X4"));
            no.collect()
        });
        let never = never.collect();
        let holds = Holds::of(facts, base, &events, &of_lesson, locks);
        for (at, event) in events.iter_mut().enumerate() {
            let (length, base_start) = (event.length, event.start);
            let closed = |start: &SlotIx| (start.at()..start.at() + length).any(|s| holds.slots[s]);
            match base_start.filter(|_| holds.events[at]) {
                Some(start) => event.starts.retain(|s| *s == start),
                None => event.starts.retain(|s| !closed(s)),
            }
        }
        Self {
            school,
            settings,
            facts,
            base,
            holds,
            events,
            of_lesson,
            suitable,
            never,
        }
    }

    /// The allocation in which the posts have these holders.
    pub fn allocation(&self, holders: &[Option<TeacherIx>]) -> Allocation {
        let mut allocation = Allocation::empty(self.school);
        for (post, holder) in self.facts.posts.iter().zip(holders) {
            allocation.teachers[post.lesson.at()][post.position] = *holder;
        }
        allocation
    }

    /// Whether a rule must hold.
    pub fn is_hard(&self, rule: &str) -> bool {
        self.settings
            .get(rule)
            .is_some_and(|s| s.mode == Mode::Hard)
    }

    /// Whether somebody can never come at one of these slots.
    pub fn is_barred(&self, teacher: TeacherIx, mut slots: std::ops::Range<usize>) -> bool {
        slots.any(|slot| self.never[teacher.at()][slot])
    }

    /// For each set of suitable rooms, which sets lie within it.
    pub fn inside(&self) -> Vec<Vec<bool>> {
        let within = |set: &Vec<RoomIx>| {
            let others = self.suitable.iter();
            others
                .map(|other| other.iter().all(|room| set.contains(room)))
                .collect()
        };
        self.suitable.iter().map(within).collect()
    }

    /// The events that each group of pupils attends.
    pub fn by_pupils(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut by: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, event) in self.events.iter().enumerate() {
            for group in &event.pupils {
                by.entry(*group).or_default().push(at);
            }
        }
        by
    }
}

fn keep_time_locks(school: &School, events: &mut [Event], of_lesson: &[Vec<usize>]) {
    for lock in &school.document().locks {
        if let Lock::Time(lock) = lock
            && let Some(lesson) = school.lesson_ix(&lock.lesson)
            && let Some(event) = of_lesson[lesson.at()].get(usize::from(lock.block))
            && let Some(start) = school.slot_ix(&lock.start)
        {
            events[*event].starts.retain(|s| *s == start);
        }
    }
}

fn keep_workplaces(school: &School, events: &mut [Event]) {
    if school.document().workplaces.is_empty() {
        return;
    }
    for event in events {
        let parts = event.parts.iter();
        let closed: Vec<usize> = parts
            .flat_map(|(lesson, _)| c7_workplace::closed(school, *lesson))
            .collect();
        let length = event.length;
        let is_open = |start: &SlotIx| {
            let mut slots = start.at()..start.at() + length;
            slots.all(|slot| !closed.contains(&slot))
        };
        event.starts.retain(is_open);
    }
}
