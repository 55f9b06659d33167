//! The neighbourhoods: which meets and tasks the next sub-programme sets free. Each grows from a seed, mostly a defect of the incumbent,
//! until it has about as many variables as its kind is given.

use super::defects::{Defect, Site};
use super::free::{Free, Task, Ties, role_of_group};
use super::incumbent::Incumbent;
use crate::constraint::running;
use crate::search::dice::Dice;
use crate::{Kind, TimeGroupId};
use std::collections::{BTreeMap, BTreeSet};

/// How a neighbourhood grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Growth {
    /// Times of all meets of some resources that meet each other.
    Resources,
    /// Times of all meets that start in some time groups.
    Windows,
    /// Times of meets along a random walk from resource to resource.
    Walk,
    /// Resources of tasks that compete with each other; times stay.
    Tasks,
    /// Times and resources of meets along a random walk.
    Both,
}

impl Growth {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Resources,
        Self::Windows,
        Self::Walk,
        Self::Tasks,
        Self::Both,
    ];

    /// For reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resources => "resources",
            Self::Windows => "windows",
            Self::Walk => "walk",
            Self::Tasks => "tasks",
            Self::Both => "both",
        }
    }
}

/// Steps in vain after which a neighbourhood is taken as large as it can get.
const PATIENCE: u32 = 60;
/// How often, in percent, a neighbourhood begins at a defect.
const AT_DEFECT: usize = 75;

/// What the neighbourhoods grow in.
pub(super) struct Ground<'a> {
    now: &'a Incumbent<'a>,
    ties: &'a Ties,
    /// For each resource the meets that it attends.
    attended: Vec<Vec<usize>>,
    movable: Vec<usize>,
    tasks: Vec<Task>,
    /// For each task the groups of tasks that should have one resource: positions in `mates`.
    groups: BTreeMap<Task, Vec<usize>>,
    mates: Vec<Vec<Task>>,
    windows: Vec<TimeGroupId>,
}

/// A neighbourhood while it grows.
struct Grown {
    free: Free,
    meets: Vec<usize>,
    left: f64,
}

impl<'a> Ground<'a> {
    pub fn new(now: &'a Incumbent<'a>, ties: &'a Ties) -> Self {
        let mut attended = vec![Vec::new(); now.problem.resources.len()];
        let mut tasks = Vec::new();
        for (position, meet) in now.meets.iter().enumerate() {
            for (index, (resource, demand)) in
                meet.resources.iter().zip(now.demands(position)).enumerate()
            {
                if let Some(resource) = resource {
                    attended[resource.index()].push(position);
                }
                if demand.preassigned.is_none() {
                    tasks.push((position, index));
                }
            }
        }
        let mates = mates(now);
        let mut groups: BTreeMap<Task, Vec<usize>> = BTreeMap::new();
        for (at, tasks) in mates.iter().enumerate() {
            tasks
                .iter()
                .for_each(|&task| groups.entry(task).or_default().push(at));
        }
        let movable = (0..now.meets.len())
            .filter(|&meet| ties.is_movable(now, meet))
            .collect();
        Self {
            movable,
            now,
            ties,
            attended,
            tasks,
            groups,
            mates,
            windows: windows(now),
        }
    }

    /// Whether such a neighbourhood exists at all.
    pub fn allows(&self, growth: Growth) -> bool {
        match growth {
            Growth::Resources | Growth::Walk => !self.movable.is_empty(),
            Growth::Windows => !self.movable.is_empty() && !self.windows.is_empty(),
            Growth::Tasks => !self.tasks.is_empty(),
            Growth::Both => !self.movable.is_empty() && !self.tasks.is_empty(),
        }
    }

    /// A neighbourhood of about `size` variables.
    pub fn grow(&self, growth: Growth, size: f64, defects: &[Defect], dice: &mut Dice) -> Free {
        let mut grown = Grown {
            free: Free::default(),
            meets: Vec::new(),
            left: size,
        };
        let seeds = self.seeds(growth, defects, dice);
        match growth {
            Growth::Resources => self.by_resource(&mut grown, &seeds, dice),
            Growth::Windows => self.by_window(&mut grown, &seeds, dice),
            Growth::Walk | Growth::Both => {
                self.walk(&mut grown, &seeds, growth == Growth::Both, dice)
            }
            Growth::Tasks => self.by_task(&mut grown, &seeds, dice),
        }
        grown.free
    }

    /// The meets to begin with.
    fn seeds(&self, growth: Growth, defects: &[Defect], dice: &mut Dice) -> Vec<usize> {
        if dice.below(100) < AT_DEFECT
            && let Some(defect) = draw(defects, dice)
        {
            let seeds = match &defect.site {
                Site::Events(events) => events
                    .iter()
                    .flat_map(|event| self.now.of_event[event.index()].iter().copied())
                    .collect(),
                Site::Resource(resource) => self.attended[*resource as usize].clone(),
            };
            if !seeds.is_empty() {
                return seeds;
            }
        }
        if growth == Growth::Tasks {
            dice.pick(&self.tasks)
                .map(|task| task.0)
                .into_iter()
                .collect()
        } else {
            dice.pick(&self.movable).into_iter().collect()
        }
    }

    /// Sets the times of a meet and of its bundle free, and its tasks when asked.
    fn free_meet(&self, grown: &mut Grown, meet: usize, staffed: bool) {
        let bundle = &self.ties.bundles[meet];
        if grown.free.times.contains(&meet) || !self.ties.is_movable(self.now, meet) {
            return;
        }
        let starts = self.now.starts(meet).len() as f64;
        grown.left -= starts;
        for &meet in bundle {
            grown.free.times.insert(meet);
            grown.meets.push(meet);
            if staffed {
                let demands = self
                    .now
                    .demands(meet)
                    .iter()
                    .enumerate()
                    .filter(|(_, demand)| demand.preassigned.is_none());
                for (index, _) in demands {
                    self.free_tasks(grown, (meet, index));
                    grown.left -= starts * self.now.candidates(meet, index).len() as f64;
                }
            }
        }
    }

    /// Sets a task and those that change hands with it free.
    fn free_tasks(&self, grown: &mut Grown, task: Task) -> bool {
        let fresh = !grown.free.tasks.contains(&task);
        if fresh {
            grown.free.tasks.extend(self.ties.hands(task));
            grown.left -= self.now.candidates(task.0, task.1).len() as f64;
        }
        fresh
    }

    /// A random resource of a meet.
    fn some_resource(&self, meet: usize, dice: &mut Dice) -> Option<usize> {
        let resources: Vec<usize> = self.now.meets[meet]
            .resources
            .iter()
            .flatten()
            .map(|resource| resource.index())
            .collect();
        dice.pick(&resources)
    }

    fn by_resource(&self, grown: &mut Grown, seeds: &[usize], dice: &mut Dice) {
        let mut taken = BTreeSet::new();
        let mut vain = 0;
        while grown.left > 0.0 && vain < PATIENCE {
            let from = if grown.meets.is_empty() {
                seeds
            } else {
                &grown.meets
            };
            let resource = dice
                .pick(from)
                .and_then(|meet| self.some_resource(meet, dice));
            match resource.filter(|resource| taken.insert(*resource)) {
                Some(resource) => {
                    for &meet in &self.attended[resource] {
                        if grown.left > 0.0 {
                            self.free_meet(grown, meet, false);
                        }
                    }
                }
                None => vain += 1,
            }
        }
    }

    fn by_window(&self, grown: &mut Grown, seeds: &[usize], dice: &mut Dice) {
        let seed = dice.pick(seeds).and_then(|meet| self.now.meets[meet].start);
        for turn in 0..2 {
            // First a window around the seed, then any.
            let around = |window: &&TimeGroupId| {
                turn > 0
                    || seed.is_none_or(|start| {
                        self.now.problem.time_groups[window.index()].contains(&start)
                    })
            };
            let possible: Vec<TimeGroupId> = self.windows.iter().filter(around).copied().collect();
            let Some(window) = dice.pick(&possible).or_else(|| dice.pick(&self.windows)) else {
                return;
            };
            let times = &self.now.problem.time_groups[window.index()];
            let within = |meet: &&usize| {
                self.now.meets[**meet]
                    .start
                    .is_none_or(|start| times.contains(&start))
            };
            let mut meets: Vec<usize> = self.movable.iter().filter(within).copied().collect();
            while grown.left > 0.0 && !meets.is_empty() {
                let meet = meets.swap_remove(dice.below(meets.len()));
                self.free_meet(grown, meet, false);
            }
        }
    }

    fn walk(&self, grown: &mut Grown, seeds: &[usize], staffed: bool, dice: &mut Dice) {
        let mut first: Vec<usize> = seeds.to_vec();
        for _ in 0..4 {
            if !first.is_empty() {
                let seed = first.swap_remove(dice.below(first.len()));
                self.free_meet(grown, seed, staffed);
            }
        }
        let mut vain = 0;
        while grown.left > 0.0 && vain < PATIENCE {
            let before = grown.meets.len();
            let from = if grown.meets.is_empty() {
                seeds
            } else {
                &grown.meets
            };
            let next = dice
                .pick(from)
                .and_then(|meet| self.some_resource(meet, dice));
            if let Some(meet) = next.and_then(|resource| dice.pick(&self.attended[resource])) {
                self.free_meet(grown, meet, staffed);
            }
            vain = if grown.meets.len() > before {
                0
            } else {
                vain + 1
            };
        }
    }

    /// Tasks that ask for the same resources at the same times, should have one resource, or have the same one.
    fn by_task(&self, grown: &mut Grown, seeds: &[usize], dice: &mut Dice) {
        let open: Vec<Task> = self
            .tasks
            .iter()
            .filter(|task| seeds.contains(&task.0))
            .copied()
            .collect();
        let Some(seed) = dice.pick(&open).or_else(|| dice.pick(&self.tasks)) else {
            return;
        };
        let kind = |task: &Task| self.now.demands(task.0)[task.1].resource_type;
        let wanted = kind(&seed);
        let rivals: Vec<Task> = self
            .tasks
            .iter()
            .filter(|task| kind(task) == wanted)
            .copied()
            .collect();
        let mut frontier = vec![seed];
        let mut vain = 0;
        while grown.left > 0.0 && vain < PATIENCE {
            let Some((meet, index)) = dice.pick(&frontier) else {
                return;
            };
            vain = if self.free_tasks(grown, (meet, index)) {
                0
            } else {
                vain + 1
            };
            let data = &self.now.meets[meet];
            let near: Vec<Task> = match dice.below(3) {
                0 => {
                    // All that should stay together, at once: one alone would only be split off.
                    let groups = self
                        .groups
                        .get(&(meet, index))
                        .map_or(&[][..], Vec::as_slice);
                    let mates = dice
                        .pick(groups)
                        .map_or(&[][..], |group| &self.mates[group]);
                    mates.iter().for_each(|&task| {
                        self.free_tasks(grown, task);
                    });
                    mates.to_vec()
                }
                1 => rivals
                    .iter()
                    .filter(|task| {
                        data.resources[index].is_some()
                            && self.now.meets[task.0].resources[task.1] == data.resources[index]
                    })
                    .copied()
                    .collect(),
                _ => rivals
                    .iter()
                    .filter(|task| self.overlap(task.0, meet))
                    .copied()
                    .collect(),
            };
            frontier.extend(dice.pick(&near));
        }
    }

    /// Whether two meets run at the same time.
    fn overlap(&self, one: usize, other: usize) -> bool {
        let (one, other) = (
            running(&self.now.meets[one]),
            running(&self.now.meets[other]),
        );
        one.start < other.end && other.start < one.end
    }
}

/// The groups of open tasks that should have one resource.
fn mates(now: &Incumbent) -> Vec<Vec<Task>> {
    let mut groups = Vec::new();
    for constraint in now
        .problem
        .constraints
        .iter()
        .filter(|constraint| constraint.weight > 0)
    {
        if let Kind::AvoidSplitAssignments(unsplit) = &constraint.kind {
            for &group in &unsplit.event_groups {
                let mut tasks = role_of_group(now, group, unsplit.role);
                tasks.retain(|task| now.demands(task.0)[task.1].preassigned.is_none());
                groups.push(tasks);
            }
        }
    }
    groups
}

/// A defect, the dearer the likelier; where there is hard cost, mostly one of those.
fn draw<'d>(defects: &'d [Defect], dice: &mut Dice) -> Option<&'d Defect> {
    let hard = defects.iter().any(|defect| defect.cost.hard > 0) && dice.below(4) > 0;
    let weight = |defect: &Defect| {
        if hard {
            defect.cost.hard
        } else {
            defect.cost.soft
        }
    };
    let total: i64 = defects.iter().map(weight).sum();
    let mut left = dice.unit() * total as f64;
    defects
        .iter()
        .filter(|defect| weight(defect) > 0)
        .find(|defect| {
            left -= weight(defect) as f64;
            left < 0.0
        })
}

/// Time groups that constraints speak of and that are part of the times only: days, mornings.
fn windows(now: &Incumbent) -> Vec<TimeGroupId> {
    let mut windows = BTreeSet::new();
    for constraint in &now.problem.constraints {
        match &constraint.kind {
            Kind::LimitIdleTimes(c) => windows.extend(&c.time_groups),
            Kind::ClusterBusyTimes(c) => windows.extend(&c.time_groups),
            Kind::LimitBusyTimes(c) => windows.extend(&c.time_groups),
            Kind::SpreadEvents(c) => windows.extend(c.limits.iter().map(|limit| limit.time_group)),
            _ => {}
        }
    }
    let part = |group: &TimeGroupId| {
        (2..=usize::from(now.problem.times) / 2)
            .contains(&now.problem.time_groups[group.index()].len())
    };
    windows.into_iter().filter(part).collect()
}
