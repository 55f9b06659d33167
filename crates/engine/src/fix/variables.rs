//! The variables of a sub-programme: a start for each class of free meets, a holder for each free task, and what follows from them for
//! events, demands and resources as sums.
//!
//! Meets that a link holds together share their variables. Pieces of one event that differ in nothing are one class with as many starts
//! as it has pieces, so that the solver does not look at the same timetable twice.

use super::free::{Free, Task, Ties};
use super::incumbent::Incumbent;
use super::sheet::{Sheet, Sum};
use crate::constraint::running;
use crate::{EventId, Kind, Meet, ResourceId, RoleId, Solution, TimeId};
use std::collections::{BTreeMap, BTreeSet};
use uurwerk_mip::Var;

/// One possible start, or none, of a meet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub start: Option<u16>,
    pub duration: u16,
    pub var: Var,
}

/// One possible holder, or none, of a demand in a meet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder {
    pub resource: Option<u32>,
    pub duration: u16,
    pub var: Var,
}

/// Free meets that differ in nothing: as many starts as there are bundles are chosen among `starts`.
pub(super) struct Class {
    /// Each with the meets that start together.
    pub bundles: Vec<Vec<usize>>,
    pub starts: Vec<(Option<u16>, Var)>,
}

/// Tasks that change hands together, and who may have them.
pub(super) struct Hand {
    pub tasks: Vec<Task>,
    pub holders: Vec<(Option<u32>, Var)>,
}

/// What a bundle must share with another to be of its class: for each meet its event, duration and resources, and itself when it is to stand
/// alone.
type Look = Vec<(u32, u16, Vec<Option<ResourceId>>, usize)>;

/// All variables, and what they mean for events, demands and resources.
pub(super) struct Variables {
    pub(super) classes: Vec<Class>,
    pub(super) hands: Vec<Hand>,
    pub(super) free: Free,
    /// For each event with a free meet: the starts that its free meets may have.
    pub starts: BTreeMap<u32, Vec<Start>>,
    /// For each demand (event, position) with a free task: the holders that its free tasks may have.
    pub holders: BTreeMap<(u32, usize), Vec<Holder>>,
    /// For each resource that a free part may attend: how many meets it attends at each time.
    pub attendance: BTreeMap<u32, Vec<Sum>>,
    /// Resources whose attendance is at most one at all times, whatever the variables.
    pub single: BTreeSet<u32>,
}

impl Variables {
    /// The variables of what is free, and of what is tied to it.
    pub fn new(now: &Incumbent, ties: &Ties, mut free: Free, sheet: &mut Sheet) -> Self {
        free.times.retain(|&meet| ties.is_movable(now, meet));
        free.times = free
            .times
            .iter()
            .flat_map(|&meet| ties.bundles[meet].iter().copied())
            .collect();
        free.tasks = free
            .tasks
            .iter()
            .flat_map(|&task| ties.hands(task))
            .collect();
        let mut this = Self {
            classes: Vec::new(),
            hands: Vec::new(),
            free,
            starts: BTreeMap::new(),
            holders: BTreeMap::new(),
            attendance: BTreeMap::new(),
            single: BTreeSet::new(),
        };
        this.prepare_attendance(now, sheet.is_strict());
        let assigned = Assigned::new(now);
        for class in this.alike(now, &ties.bundles) {
            this.add_class(now, class, &assigned, sheet);
        }
        for task in this.free.tasks.clone() {
            let hands = ties.hands(task);
            if hands[0] == task {
                this.add_tasks(now, hands, &assigned, sheet);
            }
        }
        this
    }

    /// The meets of an event whose start is not free.
    pub fn fixed_meets<'s>(
        &'s self,
        now: &'s Incumbent,
        event: EventId,
    ) -> impl Iterator<Item = &'s Meet> {
        let fixed = now.of_event[event.index()]
            .iter()
            .filter(|meet| !self.free.times.contains(meet));
        fixed.map(|&meet| &now.meets[meet])
    }

    /// The meets of an event whose holder of a demand is not free.
    pub fn fixed_tasks<'s>(
        &'s self,
        now: &'s Incumbent,
        event: EventId,
        index: usize,
    ) -> impl Iterator<Item = &'s Meet> {
        let fixed = now.of_event[event.index()]
            .iter()
            .filter(move |&&meet| !self.free.tasks.contains(&(meet, index)));
        fixed.map(|&meet| &now.meets[meet])
    }

    /// Whether a meet's holder of a demand is free.
    pub fn is_free_task(&self, meet: usize, index: usize) -> bool {
        self.free.tasks.contains(&(meet, index))
    }

    /// The incumbent changed to what the values say.
    pub fn solution(&self, now: &Incumbent, value: &dyn Fn(Var) -> i64) -> Solution {
        let mut meets = now.meets.to_vec();
        for class in &self.classes {
            let mut chosen: Vec<Option<u16>> = Vec::new();
            for &(start, var) in &class.starts {
                chosen.extend((0..value(var)).map(|_| start));
            }
            // Bundles that can stay where they are do.
            let mut moved = Vec::new();
            for bundle in &class.bundles {
                let old = now.meets[bundle[0]].start.map(|start| start.0);
                match chosen.iter().position(|&start| start == old) {
                    Some(at) => {
                        chosen.swap_remove(at);
                    }
                    None => moved.push(bundle),
                }
            }
            for (bundle, start) in moved.into_iter().zip(chosen) {
                bundle
                    .iter()
                    .for_each(|&meet| meets[meet].start = start.map(TimeId));
            }
        }
        for Hand { tasks, holders } in &self.hands {
            if let Some(&(resource, _)) = holders.iter().find(|(_, var)| value(*var) > 0) {
                tasks.iter().for_each(|&(meet, index)| {
                    meets[meet].resources[index] = resource.map(ResourceId)
                });
            }
        }
        Solution { meets }
    }

    /// How many starts and holders are to be chosen.
    pub fn choices(&self) -> usize {
        self.classes.len() + self.hands.len()
    }

    /// What the fixed part makes of the attendance of every resource that the free part may attend.
    fn prepare_attendance(&mut self, now: &Incumbent, strict: bool) {
        let mut touched: BTreeSet<u32> = BTreeSet::new();
        for &meet in &self.free.times {
            touched.extend(
                now.meets[meet]
                    .resources
                    .iter()
                    .flatten()
                    .map(|resource| resource.0),
            );
        }
        for &(meet, index) in &self.free.tasks {
            touched.extend(now.candidates(meet, index));
            touched.extend(now.meets[meet].resources[index].map(|resource| resource.0));
        }
        let mut counts: BTreeMap<u32, Vec<i64>> = touched
            .iter()
            .map(|&resource| {
                (
                    resource,
                    now.count[resource as usize]
                        .iter()
                        .map(|&count| i64::from(count))
                        .collect(),
                )
            })
            .collect();
        let leaving: BTreeSet<usize> = self
            .free
            .times
            .iter()
            .copied()
            .chain(self.free.tasks.iter().map(|task| task.0))
            .collect();
        for meet in leaving {
            for (index, resource) in now.meets[meet].resources.iter().enumerate() {
                let free =
                    self.free.times.contains(&meet) || self.free.tasks.contains(&(meet, index));
                if let Some(count) = resource
                    .and_then(|resource| counts.get_mut(&resource.0))
                    .filter(|_| free)
                {
                    running(&now.meets[meet]).for_each(|time| count[time] -= 1);
                }
            }
        }
        if strict {
            let hard = now
                .problem
                .constraints
                .iter()
                .filter(|constraint| constraint.required && constraint.weight > 0);
            let resources = hard.filter_map(|constraint| match &constraint.kind {
                Kind::AvoidClashes(clashes) => Some(&clashes.resources),
                _ => None,
            });
            let clean = resources
                .flatten()
                .filter(|resource| touched.contains(&resource.0) && now.clashes(**resource) == 0);
            self.single = clean.map(|resource| resource.0).collect();
        }
        self.attendance = counts
            .into_iter()
            .map(|(resource, counts)| (resource, counts.into_iter().map(Sum::constant).collect()))
            .collect();
    }

    /// Whether a resource could attend one more meet at these times.
    pub(super) fn has_room(&self, resource: u32, start: u16, duration: u16) -> bool {
        let Some(times) = self
            .attendance
            .get(&resource)
            .filter(|_| self.single.contains(&resource))
        else {
            return true;
        };
        let start = usize::from(start);
        times[start..start + usize::from(duration)]
            .iter()
            .all(|sum| sum.constant == 0)
    }

    /// The free meets in bundles, and those bundles in classes.
    fn alike(&self, now: &Incumbent, bundles: &[Vec<usize>]) -> Vec<Vec<Vec<usize>>> {
        let mut classes: BTreeMap<Look, Vec<Vec<usize>>> = BTreeMap::new();
        for &meet in self
            .free
            .times
            .iter()
            .filter(|&&meet| bundles[meet][0] == meet)
        {
            let bundle = &bundles[meet];
            let look = |&meet: &usize| {
                let data = &now.meets[meet];
                let staffed = self
                    .free
                    .tasks
                    .range((meet, 0)..(meet + 1, 0))
                    .next()
                    .is_some();
                let alone = if staffed || data.start.is_none() {
                    meet
                } else {
                    usize::MAX
                };
                (data.event.0, data.duration, data.resources.clone(), alone)
            };
            let mut looks: Vec<_> = bundle.iter().map(look).collect();
            looks.sort();
            classes.entry(looks).or_default().push(bundle.clone());
        }
        let mut apart = Vec::new();
        for class in classes.into_values() {
            let starts: BTreeSet<u16> = class.iter().map(|bundle| now.start(bundle[0])).collect();
            if starts.len() == class.len() {
                apart.push(class);
            } else {
                apart.extend(class.into_iter().map(|bundle| vec![bundle]));
            }
        }
        apart
    }

    fn add_class(
        &mut self,
        now: &Incumbent,
        bundles: Vec<Vec<usize>>,
        assigned: &Assigned,
        sheet: &mut Sheet,
    ) {
        let bundle = bundles[0].clone();
        let current: BTreeSet<u16> = bundles
            .iter()
            .filter_map(|bundle| now.meets[bundle[0]].start)
            .map(|start| start.0)
            .collect();
        // The resources that the bundle has whatever its start.
        let mut attending = Vec::new();
        for &meet in &bundle {
            for (index, resource) in now.meets[meet].resources.iter().enumerate() {
                if let Some(resource) =
                    resource.filter(|_| !self.free.tasks.contains(&(meet, index)))
                {
                    attending.push((resource.0, now.meets[meet].duration));
                }
            }
        }
        let possible = |start: &u16| {
            bundle
                .iter()
                .all(|&meet| now.starts(meet).binary_search(start).is_ok())
                && attending
                    .iter()
                    .all(|&(resource, duration)| self.has_room(resource, *start, duration))
        };
        let mut starts: BTreeSet<u16> = now
            .starts(bundle[0])
            .iter()
            .copied()
            .filter(possible)
            .collect();
        starts.extend(&current);
        let size = bundles.len() as i64;
        let choice = sheet.choice(size);
        let mut vars: Vec<(Option<u16>, Var)> = starts
            .iter()
            .map(|start| {
                (
                    Some(*start),
                    sheet.chosen(choice, 1, i64::from(current.contains(start))),
                )
            })
            .collect();
        let unplaced = now.meets[bundle[0]].start.is_none();
        if unplaced
            || !sheet.is_strict()
            || !bundle
                .iter()
                .any(|&meet| assigned.times[now.meets[meet].event.index()])
        {
            vars.push((None, sheet.chosen(choice, size, i64::from(unplaced))));
        }
        sheet
            .model
            .exactly(vars.iter().map(|&(_, var)| (var, 1)), size);
        for &(start, var) in &vars {
            for &meet in &bundle {
                let (event, duration) = (now.meets[meet].event.0, now.meets[meet].duration);
                self.starts.entry(event).or_default().push(Start {
                    start,
                    duration,
                    var,
                });
            }
            for &(resource, duration) in &attending {
                self.attend(resource, start, duration, var);
            }
        }
        self.classes.push(Class {
            bundles,
            starts: vars,
        });
    }

    pub(super) fn attend(&mut self, resource: u32, start: Option<u16>, duration: u16, var: Var) {
        if let (Some(times), Some(start)) = (self.attendance.get_mut(&resource), start) {
            let start = usize::from(start);
            times[start..start + usize::from(duration)]
                .iter_mut()
                .for_each(|sum| sum.terms.push((var, 1)));
        }
    }
}

/// Which events must have times and which demands resources.
pub(super) struct Assigned {
    times: Vec<bool>,
    pub resources: BTreeSet<(EventId, RoleId)>,
}

impl Assigned {
    fn new(now: &Incumbent) -> Self {
        let mut this = Self {
            times: vec![false; now.problem.events.len()],
            resources: BTreeSet::new(),
        };
        for constraint in now
            .problem
            .constraints
            .iter()
            .filter(|constraint| constraint.required && constraint.weight > 0)
        {
            match &constraint.kind {
                Kind::AssignTime(c) => c
                    .events
                    .iter()
                    .for_each(|event| this.times[event.index()] = true),
                Kind::AssignResource(c) => this
                    .resources
                    .extend(c.events.iter().map(|&event| (event, c.role))),
                _ => {}
            }
        }
        this
    }
}
