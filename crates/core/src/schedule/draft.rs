//! The timetable instance in the making: times, people, classes, rooms and blocks are there from the
//! start; every rule adds its constraints.
//!
//! Resources are the teachers, the classes (each also as the cliques of pupils that cannot be in two
//! places), and the rooms. A period of the week is a time; a block is an event of fixed length. What happens in some weeks only
//! stands in the one week with everything else; a teacher who has such things is one resource more for each week, and those
//! cannot be in two places.

use std::collections::BTreeMap;

use uurwerk_engine::{
    Constraint, CostFunction, Event, EventGroupId, EventId, EventResource, Kind, Limits, Problem,
    Resource, ResourceId, ResourceTypeId, SplitEvents, TimeGroupId, TimeId,
};
use uurwerk_model::{
    Class, ClassIx, Group, LessonIx, Mode, Recurrence, Role, RoomIx, School, TeacherIx, WeekSet,
};

use super::blocks::{Block, blocks};
use super::cliques::{Pattern, Taking, cover};
use crate::case::Allocation;
use crate::rules::Setting;
use crate::rules::occupancy::{attending, classes_of, days, lessons, staff};

const TEACHERS: ResourceTypeId = ResourceTypeId(0);
const CLASSES: ResourceTypeId = ResourceTypeId(1);
const ROOMS: ResourceTypeId = ResourceTypeId(2);

/// What a protected event is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Mentor and starter talk: position of the pair.
    Meeting(usize),
    /// The mentor watches the starter: position of the pair, and the lesson.
    Observation(usize, LessonIx),
    /// A team meets: position of the team.
    Team(usize),
}

/// The work at which somebody is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Work {
    /// Lessons in a position that counts.
    Teaching,
    /// Lessons in the position of a trainee.
    Practice,
}

impl Work {
    fn is_in(self, role: Role) -> bool {
        match self {
            Self::Teaching => role.counts(),
            Self::Practice => role == Role::Trainee,
        }
    }
}

/// The timetable instance that time rules add to.
pub struct Draft<'a> {
    /// The school.
    pub school: &'a School,
    /// Who teaches what.
    pub allocation: &'a Allocation,
    problem: Problem,
    blocks: Vec<Block>,
    of_lesson: Vec<Vec<EventId>>,
    days: Vec<TimeGroupId>,
    half_days: Vec<TimeGroupId>,
    pupils: Vec<ResourceId>,
    /// Of every teacher who has things in some weeks only, one resource for each week of the cycle.
    weekly: Vec<Vec<ResourceId>>,
    protected: Vec<(Purpose, EventId)>,
    working: BTreeMap<(TeacherIx, Work), ResourceId>,
}

/// What the solver gets, and what is needed to read its answer.
pub(crate) struct Drafted {
    pub problem: Problem,
    pub blocks: Vec<Block>,
    pub protected: Vec<(Purpose, EventId)>,
}

impl<'a> Draft<'a> {
    /// The school without any rule.
    pub(crate) fn new(school: &'a School, allocation: &'a Allocation) -> Self {
        let mut draft = Self {
            school,
            allocation,
            problem: Problem {
                times: school.slots().len() as u16,
                resource_types: 3,
                ..Problem::default()
            },
            blocks: blocks(school),
            of_lesson: lessons(school)
                .map(|l| vec![EventId::default(); school.blocks(l).len()])
                .collect(),
            days: Vec::new(),
            half_days: Vec::new(),
            pupils: Vec::new(),
            weekly: Vec::new(),
            protected: Vec::new(),
            working: BTreeMap::new(),
        };
        draft.days = draft.time_groups(days(school).into_iter().map(Iterator::collect));
        let half_days = school.half_days().into_iter();
        draft.half_days = draft.time_groups(half_days.map(|h| h.iter().map(|s| s.at()).collect()));
        let kinds = [
            (TEACHERS, school.staff().len()),
            (CLASSES, school.classes().len()),
            (ROOMS, school.rooms().len()),
        ];
        for (kind, count) in kinds {
            (0..count).for_each(|_| _ = draft.resource(kind));
        }
        draft.weekly = staff(school).map(|t| draft.weeks_of(t)).collect();
        draft.add_events();
        draft.add_pupils();
        draft.keep_whole();
        draft
    }

    fn time_groups(&mut self, groups: impl Iterator<Item = Vec<usize>>) -> Vec<TimeGroupId> {
        let first = self.problem.time_groups.len();
        let times = |slots: Vec<usize>| slots.into_iter().map(|s| TimeId(s as u16)).collect();
        self.problem.time_groups.extend(groups.map(times));
        (first..self.problem.time_groups.len())
            .map(|group| TimeGroupId(group as u32))
            .collect()
    }

    fn resource(&mut self, resource_type: ResourceTypeId) -> ResourceId {
        self.problem.resources.push(Resource { resource_type });
        ResourceId(self.problem.resources.len() as u32 - 1)
    }

    /// A resource for each week of the cycle of a teacher, where some weeks differ.
    fn weeks_of(&mut self, teacher: TeacherIx) -> Vec<ResourceId> {
        let school = self.school;
        let document = school.document();
        let id = &school.teacher(teacher).id;
        let held = self.allocation.teachers.iter().enumerate();
        let lessons = held.filter(|(_, teachers)| teachers.contains(&Some(teacher)));
        let lessons = lessons.map(|(at, _)| school.lessons()[at].weeks);
        let pairs = document.mentoring.pairs.iter();
        let pairs = pairs.filter(|p| p.mentor == *id || p.starter == *id);
        let teams = document.teams.iter().filter(|t| t.members.contains(id));
        let all = lessons
            .chain(pairs.map(|p| p.weeks))
            .chain(teams.map(|t| t.weeks));
        match all.map(|weeks| weeks.every).max().unwrap_or(1) {
            0 | 1 => Vec::new(),
            cycle => (0..cycle).map(|_| self.resource(TEACHERS)).collect(),
        }
    }

    /// What a teacher who attends something makes busy: the teacher, and the weeks.
    fn attendance(
        &self,
        teacher: TeacherIx,
        workload: u32,
        weeks: WeekSet,
    ) -> impl Iterator<Item = EventResource> + use<> {
        let own = self.weekly[teacher.at()].iter().enumerate();
        let own = own.filter(|(week, _)| weeks.iter().any(|w| w == *week));
        let mut busy = vec![self.teacher(teacher)];
        busy.extend(own.map(|(_, resource)| *resource));
        let attend = move |resource| EventResource::preassigned(TEACHERS, resource, workload);
        busy.into_iter().map(attend)
    }

    /// One event for each block: first the rooms that it asks for, then teachers and classes.
    fn add_events(&mut self) {
        for block in &self.blocks {
            let workload = u32::from(block.length);
            let mut resources = Vec::new();
            for room in &block.rooms {
                resources.push(EventResource::open(ROOMS, room.role, workload));
            }
            let given = |kind, id: u32| EventResource::preassigned(kind, ResourceId(id), workload);
            for (lesson, index) in &block.parts {
                let teachers = attending(self.school, self.allocation, *lesson, *index);
                for (_, teacher) in teachers {
                    resources.extend(self.attendance(teacher, workload, block.weeks));
                }
                self.of_lesson[lesson.at()][*index] = block.event;
            }
            let first_class = self.school.staff().len() as u32;
            for class in block_classes(self.school, block) {
                resources.push(given(CLASSES, first_class + class.0));
            }
            self.problem.events.push(Event {
                duration: u16::from(block.length),
                workload,
                time: None,
                resources,
            });
        }
    }

    /// The resources that keep pupils out of two places: the class itself where one is enough.
    fn add_pupils(&mut self) {
        let school = self.school;
        for class in (0..school.classes().len()).map(ClassIx::from) {
            let (events, patterns) = patterns(school, &self.blocks, class);
            let (cliques, count) = cover(&patterns);
            if count <= 1 {
                self.pupils.push(self.class(class));
                continue;
            }
            let resources: Vec<_> = (0..count).map(|_| self.resource(CLASSES)).collect();
            for (event, cliques) in events.iter().zip(cliques) {
                let event = &mut self.problem.events[event.index()];
                let workload = event.workload;
                let given = |c: usize| EventResource::preassigned(CLASSES, resources[c], workload);
                event.resources.extend(cliques.into_iter().map(given));
            }
            self.pupils.extend(resources);
        }
    }

    /// A block is never cut into pieces: the solver does not try, as the constraint is hard.
    fn keep_whole(&mut self) {
        let long = self.blocks.iter().filter(|b| b.length > 1);
        let events: Vec<EventId> = long.map(|b| b.event).collect();
        if !events.is_empty() {
            let kind = Kind::SplitEvents(SplitEvents {
                events,
                durations: Limits::at_least(1),
                amount: Limits { min: 1, max: 1 },
            });
            self.problem.constraints.push(Constraint::required(1, kind));
        }
    }

    /// Adds a constraint of a rule: required when the rule is hard, at the rule's weight when soft;
    /// `factor` units of deviation for each unit of the cost function.
    pub(crate) fn charge(
        &mut self,
        setting: &Setting,
        factor: u32,
        cost_function: CostFunction,
        kind: Kind,
    ) {
        let required = setting.mode == Mode::Hard;
        let weight = if required { 1 } else { setting.weight };
        self.problem.constraints.push(Constraint {
            required,
            weight: weight.saturating_mul(factor),
            cost_function,
            kind,
        });
    }

    /// All blocks, in the order of their events.
    pub(crate) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The events of a lesson, block by block.
    pub(crate) fn events_of(&self, lesson: LessonIx) -> &[EventId] {
        &self.of_lesson[lesson.at()]
    }

    /// The event of a block of a lesson; `None` when there is no such block.
    pub(crate) fn event_of(&self, lesson: LessonIx, block: usize) -> Option<EventId> {
        self.of_lesson[lesson.at()].get(block).copied()
    }

    /// Makes a group of different events.
    pub(crate) fn event_group(&mut self, events: Vec<EventId>) -> EventGroupId {
        self.problem.event_groups.push(events);
        EventGroupId(self.problem.event_groups.len() as u32 - 1)
    }

    /// The days.
    pub(crate) fn days(&self) -> &[TimeGroupId] {
        &self.days
    }

    /// The half-days.
    pub(crate) fn half_days(&self) -> &[TimeGroupId] {
        &self.half_days
    }

    /// The resource of a teacher.
    pub(crate) fn teacher(&self, teacher: TeacherIx) -> ResourceId {
        ResourceId(teacher.0)
    }

    /// The resources of all teachers.
    pub(crate) fn teachers(&self) -> Vec<ResourceId> {
        staff(self.school).map(|t| self.teacher(t)).collect()
    }

    /// The resources that stand for teachers, who cannot be in two places: the teacher, or each of the weeks.
    pub(crate) fn people(&self) -> Vec<ResourceId> {
        let one = |t: TeacherIx| match &self.weekly[t.at()][..] {
            [] => vec![self.teacher(t)],
            weeks => weeks.to_vec(),
        };
        staff(self.school).flat_map(one).collect()
    }

    /// The resources of a teacher in some weeks, all of them free when the teacher is free in these.
    pub(crate) fn teacher_in(&self, teacher: TeacherIx, weeks: WeekSet) -> Vec<ResourceId> {
        let weekly = &self.weekly[teacher.at()];
        if weekly.is_empty() || weeks == WeekSet::ALL {
            return vec![self.teacher(teacher)];
        }
        // Where things come every second week there are two resources for the four weeks.
        let own = |week: usize| weekly[week % weekly.len()];
        let mut own: Vec<ResourceId> = weeks.iter().map(own).collect();
        own.sort_unstable();
        own.dedup();
        own
    }

    /// The resource of a class, busy whenever any of its pupils is.
    pub(crate) fn class(&self, class: ClassIx) -> ResourceId {
        ResourceId(self.school.staff().len() as u32 + class.0)
    }

    /// The resources that stand for pupils, who cannot be in two places.
    pub(crate) fn pupils(&self) -> &[ResourceId] {
        &self.pupils
    }

    /// The resource of a room.
    pub(crate) fn room(&self, room: RoomIx) -> ResourceId {
        let before = self.school.staff().len() + self.school.classes().len();
        ResourceId(before as u32 + room.0)
    }

    /// The resources of all rooms.
    pub(crate) fn rooms(&self) -> Vec<ResourceId> {
        let rooms = (0..self.school.rooms().len()).map(RoomIx::from);
        rooms.map(|r| self.room(r)).collect()
    }

    /// The times at which a block of this length can start without leaving its half-day.
    pub(crate) fn starts(&self, length: u8) -> Vec<TimeId> {
        let slots = (0..self.school.slots().len()).map(uurwerk_model::SlotIx::from);
        let inside = slots.filter(|s| self.school.block_fits(*s, length));
        inside.map(|s| TimeId(s.0 as u16)).collect()
    }

    /// Adds an event of one period at which these people meet.
    pub(crate) fn meeting(&mut self, purpose: Purpose, people: &[TeacherIx]) -> EventId {
        let event = EventId(self.problem.events.len() as u32);
        let weeks = purpose.weeks(self.school).weeks();
        let attend = |t: &TeacherIx| self.attendance(*t, 1, weeks);
        let resources = people.iter().flat_map(attend).collect();
        self.problem.events.push(Event {
            duration: 1,
            workload: 1,
            time: None,
            resources,
        });
        self.protected.push((purpose, event));
        event
    }

    /// Makes one more teacher attend a block.
    pub(crate) fn attend(&mut self, purpose: Purpose, event: EventId, teacher: TeacherIx) {
        let weeks = purpose.weeks(self.school).weeks();
        let workload = self.problem.events[event.index()].workload;
        let attend = self.attendance(teacher, workload, weeks);
        self.problem.events[event.index()].resources.extend(attend);
        self.protected.push((purpose, event));
    }

    /// How many periods protected events for such a purpose take.
    pub(crate) fn periods_for(&self, is_it: impl Fn(Purpose) -> bool) -> usize {
        let events = self.protected.iter().filter(|(purpose, _)| is_it(*purpose));
        let periods = events.map(|(_, event)| self.problem.events[event.index()].duration);
        periods.map(usize::from).sum()
    }

    /// A resource that is busy exactly when a teacher teaches in a position that counts: the teacher also is in
    /// conversations and teams, which nobody can watch. No rule on people is about it.
    pub(crate) fn teaching(&mut self, teacher: TeacherIx) -> ResourceId {
        self.working(teacher, Work::Teaching)
    }

    /// The same for some work of a teacher.
    pub(crate) fn working(&mut self, teacher: TeacherIx, work: Work) -> ResourceId {
        if let Some(known) = self.working.get(&(teacher, work)) {
            return *known;
        }
        let events = self.events_with(teacher, work);
        let resource = self.busy_in(&events);
        self.working.insert((teacher, work), resource);
        resource
    }

    /// The blocks in which a teacher does such work.
    pub(crate) fn events_with(&self, teacher: TeacherIx, work: Work) -> Vec<EventId> {
        let does = |(lesson, index): &(LessonIx, usize)| {
            let positions = &self.school.lesson(*lesson).positions;
            let there = attending(self.school, self.allocation, *lesson, *index);
            let mut there = there.into_iter();
            there.any(|(p, t)| t == teacher && work.is_in(positions[p].role))
        };
        let blocks = self.blocks.iter().filter(|b| b.parts.iter().any(does));
        blocks.map(|b| b.event).collect()
    }

    /// A resource that is busy exactly in these events; no rule on people is about it.
    pub(crate) fn busy_in(&mut self, events: &[EventId]) -> ResourceId {
        let resource = self.resource(TEACHERS);
        for event in events {
            let event = &mut self.problem.events[event.index()];
            let attend = EventResource::preassigned(TEACHERS, resource, event.workload);
            event.resources.push(attend);
        }
        resource
    }

    /// Whether a teacher attends an event.
    pub(crate) fn is_there(&self, teacher: TeacherIx, event: EventId) -> bool {
        let resource = Some(self.teacher(teacher));
        let resources = &self.problem.events[event.index()].resources;
        resources.iter().any(|r| r.preassigned == resource)
    }

    /// The instance and the way back.
    pub(crate) fn finish(self) -> Drafted {
        Drafted {
            problem: self.problem,
            blocks: self.blocks,
            protected: self.protected,
        }
    }
}

/// The classes that a block touches, each once.
pub(crate) fn block_classes(school: &School, block: &Block) -> Vec<ClassIx> {
    let parts = block.parts.iter();
    let mut classes: Vec<_> = parts.flat_map(|(l, _)| classes_of(school, *l)).collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}

/// Whether the instance leaves out timetables that the school could have, so that no bound follows from it: a room is taken in
/// all weeks, who leaves the phase of a meeting open gets one, who of a team comes to a meeting with a quorum is nobody's time yet, and of
/// the windows of a gathering the first is meant, in all weeks.
pub(super) fn is_narrow(school: &School) -> bool {
    let document = school.document();
    let is_open = |weeks: Recurrence| !weeks.is_weekly() && weeks.phase.is_none();
    let mut lessons = document.lessons.iter();
    lessons.any(|lesson| !lesson.weeks.is_weekly() && !lesson.rooms.is_empty())
        || document.mentoring.pairs.iter().any(|p| is_open(p.weeks))
        || document
            .teams
            .iter()
            .any(|t| is_open(t.weeks) || t.quorum.is_some())
        || is_open(document.mentoring.exchange)
        || is_open(document.mentoring.intervision)
        || document
            .gatherings
            .iter()
            .any(|g| g.windows.len() > 1 || !g.weeks.is_weekly())
}

/// How groups take a class; empty when they do not.
pub(crate) fn pattern<'g>(class: &Class, groups: impl Iterator<Item = &'g Group>) -> Pattern {
    let place = |group: &Group| {
        let part = group.part.as_ref()?;
        let partitions = &class.partitions;
        let at = partitions.iter().position(|p| p.id == part.partition)?;
        let parts = &partitions[at].parts;
        Some((at, parts.iter().position(|p| p.id == part.part)?))
    };
    let own = groups.filter(|group| group.class == class.id);
    let mut pattern: Pattern = own.map(place).collect();
    pattern.sort_unstable();
    pattern.dedup();
    pattern
}

/// The blocks that touch a class, and how and in which weeks each takes it.
pub(crate) fn patterns(
    school: &School,
    blocks: &[Block],
    class: ClassIx,
) -> (Vec<EventId>, Vec<Taking>) {
    let (mut events, mut patterns) = (Vec::new(), Vec::new());
    for block in blocks {
        let lessons = block.parts.iter().map(|(l, _)| school.lesson(*l));
        let pattern = pattern(school.class(class), lessons.flat_map(|l| &l.groups));
        if !pattern.is_empty() {
            events.push(block.event);
            patterns.push((pattern, block.weeks));
        }
    }
    (events, patterns)
}
