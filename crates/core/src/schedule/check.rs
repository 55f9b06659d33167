//! What counting alone proves impossible, in milliseconds: demands that no timetable can meet.
//!
//! Each test is a relaxation (periods of a block are placed one by one, other people are ignored), so
//! what it refuses is impossible, but not all that is impossible is refused. Only rules that are hard
//! count.

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{
    Demand, LessonIx, Lock, Message, Mode, RoomIx, RuleId, School, SlotIx, TeacherIx,
};

use super::blocks::{Block, blocks};
use super::draft::block_classes;
use super::hall::{Need, crowd};
use crate::case::Allocation;
use crate::rules::guarded::pair;
use crate::rules::occupancy::{NEVER, attending, aversion, staff, suits};
use crate::rules::telling::lesson_name;
use crate::rules::{Settings, c1_teams};

mod together;

use together::Group;

/// Demands that together cannot be met, as far as counting sees, with the teachers that are locked;
/// empty when nothing speaks against a timetable.
pub fn check(school: &School, settings: &Settings) -> Vec<Demand> {
    let mut locked = Allocation::empty(school);
    for lock in &school.document().locks {
        if let Lock::Teacher(lock) = lock
            && let Some(lesson) = school.lesson_ix(&lock.lesson)
            && let Some(place) = locked.teachers[lesson.at()].get_mut(usize::from(lock.position))
        {
            *place = school.teacher_ix(&lock.teacher);
        }
    }
    check_allocation(school, settings, &locked)
}

/// As [`check`], with the teachers of an allocation.
pub fn check_allocation(
    school: &School,
    settings: &Settings,
    allocation: &Allocation,
) -> Vec<Demand> {
    // The shortest is the easiest to understand.
    refusals(school, settings, allocation)
        .into_iter()
        .map(|refusal| refusal.demands)
        .min_by_key(Vec::len)
        .unwrap_or_default()
}

/// Demands that together cannot be met.
pub(crate) struct Refusal {
    /// The demands.
    pub demands: Vec<Demand>,
    /// Who gives what in it: when one of these lessons gets another teacher, the demands may be met.
    pub held: Vec<(LessonIx, TeacherIx)>,
}

/// All that counting sees to be impossible with the teachers of an allocation.
pub(crate) fn refusals(
    school: &School,
    settings: &Settings,
    allocation: &Allocation,
) -> Vec<Refusal> {
    let counter = Counter::new(school, settings, allocation);
    let mut conflicts = counter.blocks();
    // Of pupils who can be in two places in turn the parts know; of people and rooms every week counts like any other.
    let alike = !school.alternates();
    conflicts.extend(
        staff(school)
            .filter(|_| alike)
            .filter_map(|t| counter.teacher(t)),
    );
    let groups = together::groups(school, &counter.blocks);
    let mut told = BTreeSet::new();
    for group in &groups {
        if !told.contains(&group.class)
            && let Some(demands) = counter.class(group)
        {
            told.insert(group.class);
            let held = Vec::new();
            conflicts.push(Refusal { demands, held });
        }
    }
    if alike {
        conflicts.extend(counter.together(&groups));
        let rooms = counter.rooms().into_iter();
        conflicts.extend(rooms.map(|demands| Refusal {
            demands,
            held: Vec::new(),
        }));
    }
    conflicts
}

/// The locks on times, by lesson and block.
fn time_locks(school: &School) -> BTreeMap<(LessonIx, usize), Vec<(usize, SlotIx)>> {
    let mut locks: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (at, lock) in school.document().locks.iter().enumerate() {
        if let Lock::Time(lock) = lock
            && let Some(lesson) = school.lesson_ix(&lock.lesson)
            && let Some(start) = school.slot_ix(&lock.start)
        {
            let block = (lesson, usize::from(lock.block));
            locks.entry(block).or_default().push((at, start));
        }
    }
    locks
}

struct Counter<'a> {
    school: &'a School,
    settings: &'a Settings,
    blocks: Vec<Block>,
    people: Vec<Vec<(LessonIx, TeacherIx)>>,
    aversions: Vec<Vec<i8>>,
    /// By lesson and block, the locks on its time: position among the locks, and the slot.
    locks: BTreeMap<(LessonIx, usize), Vec<(usize, SlotIx)>>,
    /// By block, the slots that it can use.
    usable: Vec<Vec<bool>>,
}

impl<'a> Counter<'a> {
    fn new(school: &'a School, settings: &'a Settings, allocation: &Allocation) -> Self {
        let blocks = blocks(school);
        let there = |(lesson, block): &(LessonIx, usize)| {
            let all = attending(school, allocation, *lesson, *block).into_iter();
            all.map(|(_, t)| (*lesson, t)).collect::<Vec<_>>()
        };
        let people = blocks
            .iter()
            .map(|b| b.parts.iter().flat_map(there).collect());
        let mut counter = Self {
            school,
            settings,
            people: people.collect(),
            blocks,
            aversions: staff(school).map(|t| aversion(school, t)).collect(),
            locks: BTreeMap::new(),
            usable: Vec::new(),
        };
        if counter.is_hard("K2") {
            counter.locks = time_locks(school);
        }
        counter.usable = (0..counter.blocks.len())
            .map(|b| counter.usable(b))
            .collect();
        counter
    }

    fn is_hard(&self, rule: &str) -> bool {
        self.settings
            .get(rule)
            .is_some_and(|s| s.mode == Mode::Hard)
    }

    fn can_come(&self, teacher: TeacherIx, slot: usize) -> bool {
        !self.is_hard("X4") || self.aversions[teacher.at()][slot] != NEVER
    }

    fn demand(&self, pointer: String, rule: &str, message: Message) -> Demand {
        Demand {
            pointer,
            rule: Some(RuleId::from(rule)),
            message,
        }
    }

    /// Locks on the time of a block: position among the locks, and the slot.
    fn locks(&self, block: &Block) -> Vec<(usize, SlotIx)> {
        let locks = block.parts.iter().filter_map(|part| self.locks.get(part));
        locks.flatten().copied().collect()
    }

    /// The slots that a block takes from one of the starts that are possible by itself.
    fn usable(&self, at: usize) -> Vec<bool> {
        let (block, locks) = (&self.blocks[at], self.locks(&self.blocks[at]));
        let mut usable = vec![false; self.school.slots().len()];
        for start in (0..usable.len()).map(SlotIx::from) {
            let run = start.at()..start.at() + usize::from(block.length);
            let possible = self.school.block_fits(start, block.length)
                && locks.iter().all(|(_, lock)| *lock == start)
                && self.people[at]
                    .iter()
                    .all(|(_, t)| run.clone().all(|slot| self.can_come(*t, slot)));
            if possible {
                usable[run].fill(true);
            }
        }
        usable
    }

    /// Blocks that have no place by themselves, or that one teacher gives twice over.
    fn blocks(&self) -> Vec<Refusal> {
        let mut conflicts = Vec::new();
        for (at, block) in self.blocks.iter().enumerate() {
            if !self.usable[at].contains(&true) {
                conflicts.push(Refusal {
                    demands: self.no_start(at, block),
                    held: self.people[at].clone(),
                });
            }
            let people = &self.people[at];
            for (place, (lesson, teacher)) in people.iter().enumerate() {
                let other = people[..place].iter().find(|(_, t)| t == teacher);
                if let Some((other, _)) = other.filter(|_| self.is_hard("X1")) {
                    let message = Message::new("check-twice")
                        .with("teacher", self.name(*teacher))
                        .with("lesson", lesson_name(self.school, *lesson))
                        .with("other", lesson_name(self.school, *other));
                    let pointers = [other.at(), lesson.at()].map(|l| format!("/lessons/{l}"));
                    let demands = pointers.map(|p| self.demand(p, "X1", message.clone()));
                    conflicts.push(Refusal {
                        demands: demands.to_vec(),
                        held: vec![(*other, *teacher), (*lesson, *teacher)],
                    });
                }
            }
        }
        conflicts
    }

    fn name(&self, teacher: TeacherIx) -> &str {
        &self.school.teacher(teacher).name
    }

    fn no_start(&self, at: usize, block: &Block) -> Vec<Demand> {
        let lesson = block.parts[0].0;
        let name = lesson_name(self.school, lesson);
        let message = Message::new("check-no-start")
            .with("lesson", name)
            .with("length", i64::from(block.length));
        let mut demands = vec![self.demand(format!("/lessons/{}", lesson.0), "X0", message)];
        for (lock, _) in self.locks(block) {
            let message = Message::new("check-lock");
            demands.push(self.demand(format!("/locks/{lock}"), "K2", message));
        }
        for (_, teacher) in &self.people[at] {
            if self.is_hard("X4") && self.aversions[teacher.at()].contains(&NEVER) {
                let message =
                    Message::new("check-unavailable").with("teacher", self.name(*teacher));
                let pointer = format!("/staff/{}/wishes", teacher.0);
                demands.push(self.demand(pointer, "X4", message));
            }
        }
        demands
    }

    /// A teacher with more to attend than the slots at which that is possible.
    fn teacher(&self, teacher: TeacherIx) -> Option<Refusal> {
        if !self.is_hard("X1") {
            return None;
        }
        let mut tasks: Vec<(Need, Demand)> = Vec::new();
        let mut lessons = Vec::new();
        for (at, block) in self.blocks.iter().enumerate() {
            let there = self.people[at].iter().find(|(_, t)| *t == teacher);
            if let Some((lesson, _)) = there {
                tasks.push(self.lesson_need(at, block, *lesson, "X1"));
                lessons.push(*lesson);
            }
        }
        self.add_protected(teacher, &mut tasks);
        let (needs, demands): (Vec<_>, Vec<_>) = tasks.into_iter().unzip();
        let (message, involved) = match crowd(&needs) {
            Some(crowd) => {
                let message = Message::new("check-teacher-slots")
                    .with("n", crowd.size as i64)
                    .with("slots", crowd.slots as i64);
                (message, crowd.needs)
            }
            None => self.too_long(teacher)?,
        };
        let message = message.with("teacher", self.name(teacher));
        let mut all = vec![self.demand(format!("/staff/{}", teacher.0), "X4", message)];
        all.extend(involved.iter().map(|need| demands[*need].clone()));
        all.dedup();
        // Protected time comes after the lessons.
        let given = involved.iter().filter_map(|need| lessons.get(*need));
        let mut held: Vec<_> = given.map(|lesson| (*lesson, teacher)).collect();
        held.dedup();
        Some(Refusal { demands: all, held })
    }

    fn lesson_need(
        &self,
        at: usize,
        block: &Block,
        lesson: LessonIx,
        rule: &str,
    ) -> (Need, Demand) {
        let message = Message::new("check-lesson")
            .with("lesson", lesson_name(self.school, lesson))
            .with("length", i64::from(block.length));
        let need = Need {
            size: usize::from(block.length),
            slots: self.usable[at].clone(),
        };
        (
            need,
            self.demand(format!("/lessons/{}", lesson.0), rule, message),
        )
    }

    /// Meetings and observations that a teacher has to attend.
    fn add_protected(&self, teacher: TeacherIx, tasks: &mut Vec<(Need, Demand)>) {
        let mut add = |people: &[TeacherIx], number: u8, rule: &str, pointer: String| {
            let slots = 0..self.school.slots().len();
            let open = slots.map(|s| people.iter().all(|t| self.can_come(*t, s)));
            let need = Need {
                size: usize::from(number),
                slots: open.collect(),
            };
            if number > 0 && people.contains(&teacher) && self.is_hard(rule) {
                let message = Message::new("check-protected").with("n", i64::from(number));
                tasks.push((need, self.demand(pointer, rule, message)));
            }
        };
        for (at, entry) in self.school.document().mentoring.pairs.iter().enumerate() {
            if let Some(people) = pair(self.school, entry) {
                let pointer = format!("/mentoring/pairs/{at}");
                add(&people, entry.meetings, "M9", format!("{pointer}/meetings"));
                add(
                    &people[..1],
                    entry.observations,
                    "M10",
                    format!("{pointer}/observations"),
                );
            }
        }
        for (at, team) in self.school.document().teams.iter().enumerate() {
            let members = c1_teams::members(self.school, team);
            if team.least() < members.len() {
                continue; // Nobody has to be there.
            }
            add(
                &members,
                team.meetings,
                "C1",
                format!("/teams/{at}/meetings"),
            );
        }
    }

    /// Long blocks that do not fit in the runs of periods at which a teacher can come; the blocks by
    /// their position among those of the teacher.
    fn too_long(&self, teacher: TeacherIx) -> Option<(Message, Vec<usize>)> {
        let own = (0..self.blocks.len())
            .filter(|b| self.people[*b].iter().any(|(_, t)| *t == teacher))
            .map(|b| usize::from(self.blocks[b].length));
        let own: Vec<usize> = own.collect();
        let half_days = self.school.half_days();
        let runs: Vec<usize> = half_days
            .iter()
            .flat_map(|h| self.runs(teacher, h))
            .collect();
        let mut lengths = own.clone();
        lengths.sort_unstable();
        lengths.dedup();
        lengths.into_iter().find_map(|length| {
            let room: usize = runs.iter().map(|run| run / length).sum();
            let long = (0..own.len()).filter(|at| own[*at] >= length);
            let long: Vec<usize> = long.collect();
            let message = Message::new("check-teacher-blocks")
                .with("n", long.len() as i64)
                .with("length", length as i64)
                .with("max", room as i64);
            (long.len() > room).then_some((message, long))
        })
    }

    /// The lengths of the runs of periods of a half-day at which a teacher can come.
    fn runs(&self, teacher: TeacherIx, half_day: &[SlotIx]) -> Vec<usize> {
        let split = half_day.split(|slot| !self.can_come(teacher, slot.at()));
        split.map(<[SlotIx]>::len).filter(|run| *run > 0).collect()
    }

    /// A class, or pupils of it, with more lessons than the slots at which they can be.
    fn class(&self, group: &Group) -> Option<Vec<Demand>> {
        if !self.is_hard("X2") {
            return None;
        }
        let class = group.class;
        let tasks = group.blocks.iter().map(|at| {
            let block = &self.blocks[*at];
            let touches = |l: &LessonIx| {
                let alone = Block {
                    parts: vec![(*l, 0)],
                    ..block.clone()
                };
                block_classes(self.school, &alone).contains(&class)
            };
            let mut lessons = block.parts.iter().map(|(l, _)| *l);
            let lesson = lessons.find(touches).unwrap_or(block.parts[0].0);
            self.lesson_need(*at, block, lesson, "X2")
        });
        let (needs, demands): (Vec<_>, Vec<_>) = tasks.unzip();
        let crowd = crowd(&needs)?;
        let message = Message::new("check-class-slots")
            .with("class", self.school.class(class).name.as_str())
            .with("n", crowd.size as i64)
            .with("slots", crowd.slots as i64);
        let mut all = vec![self.demand(format!("/classes/{}", class.0), "X2", message)];
        all.extend(crowd.needs.into_iter().map(|need| demands[need].clone()));
        all.dedup();
        Some(all)
    }

    /// Rooms that are asked for during more periods than they have.
    fn rooms(&self) -> Vec<Vec<Demand>> {
        if !(self.is_hard("X3") && self.is_hard("X6")) {
            return Vec::new();
        }
        let mut asked: BTreeMap<Vec<RoomIx>, Vec<(usize, LessonIx)>> = BTreeMap::new();
        for block in &self.blocks {
            for demand in &block.rooms {
                let need = &self.school.lesson(demand.lesson).rooms[demand.need];
                let rooms = (0..self.school.rooms().len()).map(RoomIx::from);
                let fit = rooms.filter(|r| suits(self.school, need, *r)).collect();
                let use_of_it = (usize::from(block.length), demand.lesson);
                asked.entry(fit).or_default().push(use_of_it);
            }
        }
        let crowded = asked.keys().filter_map(|rooms| {
            let within = asked
                .iter()
                .filter(|(r, _)| r.iter().all(|r| rooms.contains(r)));
            let uses: Vec<_> = within.flat_map(|(_, uses)| uses).collect();
            let periods: usize = uses.iter().map(|(length, _)| length).sum();
            let capacity = rooms.len() * self.school.slots().len();
            (periods > capacity).then(|| self.crowded_rooms(rooms, periods, capacity, &uses))
        });
        crowded.collect()
    }

    fn crowded_rooms(
        &self,
        rooms: &[RoomIx],
        periods: usize,
        capacity: usize,
        uses: &[&(usize, LessonIx)],
    ) -> Vec<Demand> {
        let names: Vec<&str> = rooms
            .iter()
            .map(|r| self.school.room(*r).name.as_str())
            .collect();
        let message = Message::new("check-rooms")
            .with("rooms", names.join(", "))
            .with("count", rooms.len() as i64)
            .with("n", periods as i64)
            .with("slots", capacity as i64);
        let pointer = match rooms {
            [only] => format!("/rooms/{}", only.0),
            _ => "/rooms".to_owned(),
        };
        let mut all = vec![self.demand(pointer, "X3", message)];
        for (length, lesson) in uses {
            let message = Message::new("check-lesson")
                .with("lesson", lesson_name(self.school, *lesson))
                .with("length", *length as i64);
            all.push(self.demand(format!("/lessons/{}/rooms", lesson.0), "X6", message));
        }
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests;
