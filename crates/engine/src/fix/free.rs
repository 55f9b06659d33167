//! What a sub-programme may change, made whole: meets that hard links hold together move together or not at all, and tasks that a hard
//! constraint gives to one resource change hands together.

use super::incumbent::Incumbent;
use crate::{EventGroupId, Kind, LinkEvents, RoleId};
use std::collections::{BTreeMap, BTreeSet};

/// A demand in a meet: the meet's position in the solution and the demand's in the event.
pub(super) type Task = (usize, usize);

/// What a sub-programme may change. Everything else stays as it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Free {
    /// Meets whose start is free, as positions in the solution.
    pub times: BTreeSet<usize>,
    /// Demands whose resource is free: meet and position of the demand in the event.
    pub tasks: BTreeSet<Task>,
}

/// For each meet the meets that must start when it does: those that a hard link now holds to the same times, with the meet itself. Meets that
/// nothing is linked to stand alone.
pub(super) fn bundles(now: &Incumbent) -> Vec<Vec<usize>> {
    let mut parent: Vec<usize> = (0..now.meets.len()).collect();
    let hard = now
        .problem
        .constraints
        .iter()
        .filter(|constraint| constraint.required && constraint.weight > 0);
    let links = hard.filter_map(|constraint| match &constraint.kind {
        Kind::LinkEvents(LinkEvents { event_groups }) => Some(event_groups),
        _ => None,
    });
    for group in links.flatten() {
        // The meets of each event by start and length; only events that are cut alike run in parallel, piece by piece.
        let ordered = now.problem.event_groups[group.index()].iter().map(|event| {
            let mut meets = now.of_event[event.index()].clone();
            meets.sort_by_key(|&meet| (now.start(meet), now.meets[meet].duration));
            meets
        });
        let ordered: Vec<Vec<usize>> = ordered.collect();
        let shape = |meets: &Vec<usize>| -> Vec<_> {
            meets
                .iter()
                .map(|&meet| (now.meets[meet].start, now.meets[meet].duration))
                .collect()
        };
        let Some(first) = ordered.first() else {
            continue;
        };
        let placed = first.iter().all(|&meet| now.meets[meet].start.is_some());
        if placed && ordered.iter().all(|meets| shape(meets) == shape(first)) {
            for meets in &ordered[1..] {
                for (&one, &other) in first.iter().zip(meets) {
                    let (one, other) = (root(&mut parent, one), root(&mut parent, other));
                    parent[one.max(other)] = one.min(other);
                }
            }
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for meet in 0..parent.len() {
        members
            .entry(root(&mut parent, meet))
            .or_default()
            .push(meet);
    }
    (0..parent.len())
        .map(|meet| members[&root(&mut parent, meet)].clone())
        .collect()
}

/// For each open task that a hard constraint against split assignments now holds to one resource with others: all of them.
pub(super) fn hands(now: &Incumbent) -> BTreeMap<Task, Vec<Task>> {
    let mut tasks: Vec<Task> = Vec::new();
    for (position, meet) in now.meets.iter().enumerate() {
        let open = now
            .demands(position)
            .iter()
            .enumerate()
            .filter(|(index, demand)| {
                demand.preassigned.is_none() && meet.resources[*index].is_some()
            });
        tasks.extend(open.map(|(index, _)| (position, index)));
    }
    let place: BTreeMap<Task, usize> = tasks.iter().copied().zip(0..).collect();
    let mut parent: Vec<usize> = (0..tasks.len()).collect();
    let hard = now
        .problem
        .constraints
        .iter()
        .filter(|constraint| constraint.required && constraint.weight > 0);
    for constraint in hard {
        let Kind::AvoidSplitAssignments(unsplit) = &constraint.kind else {
            continue;
        };
        for &group in &unsplit.event_groups {
            let members = role_of_group(now, group, unsplit.role);
            let holders: BTreeSet<_> = members
                .iter()
                .map(|&(meet, index)| now.meets[meet].resources[index])
                .collect();
            let open: Option<Vec<usize>> = members
                .iter()
                .map(|task| place.get(task).copied())
                .collect();
            // A given or missing resource among them, or several: nothing to change hands in one piece.
            if let Some(open) = open.filter(|_| holders.len() == 1) {
                for pair in open.windows(2) {
                    let (one, other) = (root(&mut parent, pair[0]), root(&mut parent, pair[1]));
                    parent[one.max(other)] = one.min(other);
                }
            }
        }
    }
    let mut members: BTreeMap<usize, Vec<Task>> = BTreeMap::new();
    for (at, &task) in tasks.iter().enumerate() {
        members.entry(root(&mut parent, at)).or_default().push(task);
    }
    let together = members.into_values().filter(|members| members.len() > 1);
    together
        .flat_map(|members| {
            members
                .clone()
                .into_iter()
                .map(move |task| (task, members.clone()))
        })
        .collect()
}

/// The tasks of a role in an event group, open or not.
pub(super) fn role_of_group(now: &Incumbent, group: EventGroupId, role: RoleId) -> Vec<Task> {
    let events = now.problem.event_groups[group.index()].iter();
    let meets = events.flat_map(|event| now.of_event[event.index()].iter().copied());
    let tasks = meets.flat_map(|meet| {
        let demands = now.demands(meet).iter().enumerate();
        demands
            .filter(|(_, demand)| demand.role == Some(role))
            .map(move |(index, _)| (meet, index))
            .collect::<Vec<_>>()
    });
    tasks.collect()
}

/// What holds parts of the incumbent together.
pub(super) struct Ties {
    /// For each meet those that start with it, itself among them.
    pub bundles: Vec<Vec<usize>>,
    /// For each task those that have its resource, itself among them; tasks on their own are left out.
    pub hands: BTreeMap<Task, Vec<Task>>,
}

impl Ties {
    pub fn new(now: &Incumbent) -> Self {
        Self {
            bundles: bundles(now),
            hands: hands(now),
        }
    }

    /// The tasks that change hands with this one, itself among them.
    pub fn hands(&self, task: Task) -> Vec<Task> {
        self.hands.get(&task).cloned().unwrap_or_else(|| vec![task])
    }

    /// Whether the meets of a bundle can be moved.
    pub fn is_movable(&self, now: &Incumbent, meet: usize) -> bool {
        self.bundles[meet].iter().all(|&meet| now.is_movable(meet))
    }
}

fn root(parent: &mut [usize], mut meet: usize) -> usize {
    while parent[meet] != meet {
        parent[meet] = parent[parent[meet]];
        meet = parent[meet];
    }
    meet
}
