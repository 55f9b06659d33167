//! Better bounds from integer programmes of parts: first each resource with all that it attends, then ever larger unions of parts that share
//! events, up to the whole problem when that is small. The bound is the sum over the parts at hand; a union replaces its parts only when
//! that raises the sum, so the bound never falls.

use super::leeway::Leeway;
use super::programme::{Part, measures_event, on_resources, programme};
use super::{Argument, Bound, Charge, Point, Reason, lower_bound};
use crate::{ConstraintId, Cost, EventId, Instance, Kind, ResourceId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicI64, Ordering};
use uurwerk_mip::{Control, Limits, Model, Status};

/// Programmes of this many variables are small: the whole problem is then taken at once.
const SMALL: usize = 8_000;
/// Simplex iterations for the programme of one resource; each round of unions may take four times as many as the one before.
const ITERATIONS: u64 = 30_000;
/// Variables of a union in the first round; each round may take twice as many as the one before.
const VARIABLES: usize = 2_500;

/// Raises the lower bound until told to stop, or until nothing is left to try. `better` is told of each improvement. Deterministic as far as
/// it gets: stopping later never gives less.
///
/// Takes time: on a large school about half a second for each resource, and more for their unions. Single-threaded.
pub fn improve(
    instance: &Instance,
    stop: &(dyn Fn() -> bool + Sync),
    better: &(dyn Fn(&Bound) + Sync),
) -> Bound {
    let quick = lower_bound(instance);
    if quick.cost.hard > 0 {
        return quick;
    }
    let leeway = Leeway::new(instance.problem());
    let mut forest = Forest::new(&leeway, quick, stop, better);
    match forest.grow() {
        Ok(()) => Bound::sum(forest.reasons()),
        Err(impossible) => {
            let bound = Bound::sum(vec![*impossible]);
            better(&bound);
            bound
        }
    }
}

/// A part with what is proved about it.
struct Tree {
    part: Part,
    reasons: Vec<Reason>,
    /// Its programme has been solved to the end.
    exact: bool,
}

impl Tree {
    fn cost(&self) -> i64 {
        self.reasons.iter().map(|reason| reason.cost.soft).sum()
    }
}

/// Parts that share no charge.
struct Forest<'a, 'p> {
    leeway: &'a Leeway<'p>,
    stop: &'a (dyn Fn() -> bool + Sync),
    better: &'a (dyn Fn(&Bound) + Sync),
    trees: Vec<Tree>,
    /// Charges at events that no part has yet.
    free: BTreeMap<Charge, Vec<EventId>>,
}

impl<'a, 'p> Forest<'a, 'p> {
    fn new(
        leeway: &'a Leeway<'p>,
        quick: Bound,
        stop: &'a (dyn Fn() -> bool + Sync),
        better: &'a (dyn Fn(&Bound) + Sync),
    ) -> Self {
        let (at_resources, free) = charges(leeway);
        let mut forest = Self {
            leeway,
            stop,
            better,
            trees: Vec::new(),
            free,
        };
        let mut parts: Vec<Part> = at_resources
            .into_iter()
            .map(|(resource, charges)| forest.part(resource, charges))
            .collect();
        // Whoever has more to be charged for speaks for the events that it shares with others.
        parts.sort_by_key(|part| {
            (
                std::cmp::Reverse(part.charges.len()),
                part.events.len(),
                part.resources.clone(),
            )
        });
        for mut part in parts {
            forest.claim(&mut part);
            forest.trees.push(Tree {
                part,
                reasons: Vec::new(),
                exact: false,
            });
        }
        // What is left is charged at events that no one resource attends all of.
        while let Some(events) = forest.free.values().next().cloned() {
            let mut part = Part {
                resources: Vec::new(),
                events: forest.closure(events),
                charges: BTreeSet::new(),
            };
            forest.claim(&mut part);
            forest.trees.push(Tree {
                part,
                reasons: Vec::new(),
                exact: false,
            });
        }
        for reason in quick.reasons {
            let owner = forest.trees.iter_mut().find(|tree| {
                reason
                    .charges
                    .iter()
                    .all(|charge| tree.part.charges.contains(charge))
            });
            if let Some(owner) = owner {
                owner.reasons.push(reason);
            }
        }
        forest
    }

    fn part(&self, resource: ResourceId, charges: BTreeSet<Charge>) -> Part {
        Part {
            resources: vec![resource],
            events: self.closure(self.leeway.attended[resource.index()].clone()),
            charges,
        }
    }

    /// The events with all that is linked to them.
    fn closure(&self, events: Vec<EventId>) -> Vec<EventId> {
        let linked = |event: EventId| {
            self.leeway.linked[self.leeway.class[event.index()]]
                .iter()
                .copied()
        };
        let set: BTreeSet<EventId> = events.into_iter().flat_map(linked).collect();
        set.into_iter().collect()
    }

    /// Gives a part the free charges at events that it holds all of.
    fn claim(&mut self, part: &mut Part) {
        let holds = |events: &[EventId]| {
            events
                .iter()
                .all(|event| part.events.binary_search(event).is_ok())
        };
        let (taken, free) = std::mem::take(&mut self.free)
            .into_iter()
            .partition(|(_, events)| holds(events));
        self.free = free;
        let taken: BTreeMap<Charge, Vec<EventId>> = taken;
        part.charges.extend(taken.into_keys());
    }

    fn reasons(&self) -> Vec<Reason> {
        self.trees
            .iter()
            .flat_map(|tree| tree.reasons.iter().cloned())
            .collect()
    }

    fn stopped(&self) -> bool {
        (self.stop)()
    }

    /// # Errors
    /// A reason why there is no solution without hard cost.
    fn grow(&mut self) -> Result<(), Box<Reason>> {
        (self.better)(&Bound::sum(self.reasons()));
        let mut done = Vec::new();
        self.trees.reverse();
        while let Some(tree) = self.trees.pop() {
            if self.stopped() {
                done.push(tree);
                continue;
            }
            let model = programme(self.leeway, &tree.part);
            let others: Vec<Reason> = self
                .trees
                .iter()
                .chain(&done)
                .flat_map(|tree| tree.reasons.iter().cloned())
                .collect();
            done.push(self.solve(tree, &model, Some(ITERATIONS), others)?);
        }
        self.trees = done;
        for round in 0.. {
            if self.stopped() || self.trees.len() < 2 || !self.round(round)? {
                break;
            }
        }
        Ok(())
    }

    /// One round of unions; false when none was possible.
    fn round(&mut self, round: u32) -> Result<bool, Box<Reason>> {
        if round == 0 {
            let whole = self
                .trees
                .iter()
                .map(|tree| tree.part.clone())
                .reduce(|one, other| self.union(one, other));
            if let Some(mut whole) = whole {
                self.claim(&mut whole);
                let model = programme(self.leeway, &whole);
                if model.variables() <= SMALL {
                    let reasons = self.reasons();
                    let tree = Tree {
                        part: whole,
                        reasons,
                        exact: false,
                    };
                    self.trees = vec![self.solve(tree, &model, None, Vec::new())?];
                    return Ok(false);
                }
            }
        }
        let most = VARIABLES << round.min(20);
        let mut pairs = self.pairs();
        let any = !pairs.is_empty();
        let mut taken = vec![false; self.trees.len()];
        pairs.retain(|&(_, one, other)| {
            let fits = !taken[one] && !taken[other];
            if fits {
                (taken[one], taken[other]) = (true, true);
            }
            fits
        });
        let mut slots: Vec<Option<Tree>> = std::mem::take(&mut self.trees)
            .into_iter()
            .map(Some)
            .collect();
        for (_, one, other) in pairs {
            if self.stopped() {
                break;
            }
            let (Some(first), Some(second)) = (&slots[one], &slots[other]) else {
                continue;
            };
            let mut part = self.union(first.part.clone(), second.part.clone());
            self.claim(&mut part);
            let model = programme(self.leeway, &part);
            if model.variables() > most {
                // What it would have claimed is left to others.
                continue;
            }
            let reasons = first
                .reasons
                .iter()
                .chain(&second.reasons)
                .cloned()
                .collect();
            (slots[one], slots[other]) = (None, None);
            let others: Vec<Reason> = slots
                .iter()
                .flatten()
                .flat_map(|tree| tree.reasons.iter().cloned())
                .collect();
            let tree = Tree {
                part,
                reasons,
                exact: false,
            };
            slots[one] = Some(self.solve(
                tree,
                &model,
                Some(ITERATIONS << (2 * (round + 1)).min(30)),
                others,
            )?);
        }
        self.trees = slots.into_iter().flatten().collect();
        Ok(any)
    }

    fn union(&self, one: Part, other: Part) -> Part {
        let merged = |mut list: Vec<EventId>, more: Vec<EventId>| {
            list.extend(more);
            list.sort_unstable();
            list.dedup();
            list
        };
        let mut resources = one.resources;
        resources.extend(other.resources);
        resources.sort_unstable();
        let mut charges = one.charges;
        charges.extend(other.charges);
        Part {
            resources,
            events: merged(one.events, other.events),
            charges,
        }
    }

    /// Pairs of trees that share events, those that share the most for their size first.
    fn pairs(&self) -> Vec<(std::cmp::Reverse<u64>, usize, usize)> {
        let duration =
            |event: &EventId| u64::from(self.leeway.problem.events[event.index()].duration);
        let mut holders: BTreeMap<EventId, Vec<usize>> = BTreeMap::new();
        for (place, tree) in self.trees.iter().enumerate() {
            tree.part
                .events
                .iter()
                .for_each(|event| holders.entry(*event).or_default().push(place));
        }
        let mut shared: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        for (event, holders) in &holders {
            for (place, &one) in holders.iter().enumerate() {
                holders[place + 1..]
                    .iter()
                    .for_each(|&other| *shared.entry((one, other)).or_default() += duration(event));
            }
        }
        let size = |place: usize| {
            self.trees[place]
                .part
                .events
                .iter()
                .map(duration)
                .sum::<u64>()
                .max(1)
        };
        let mut pairs: Vec<_> = shared
            .into_iter()
            .map(|((one, other), shared)| {
                (
                    std::cmp::Reverse(shared * 10_000 / (size(one) + size(other))),
                    one,
                    other,
                )
            })
            .collect();
        pairs.sort_unstable();
        pairs
    }

    /// Solves the programme of a tree; a better bound replaces its reasons. `others` are the reasons of the rest of the forest.
    fn solve(
        &self,
        mut tree: Tree,
        model: &Model,
        iterations: Option<u64>,
        others: Vec<Reason>,
    ) -> Result<Tree, Box<Reason>> {
        let known = AtomicI64::new(tree.cost());
        let reason = |soft: i64, exact: bool| Reason {
            cost: Cost { hard: 0, soft },
            charges: tree.part.charges.iter().copied().collect(),
            argument: Argument::Programme {
                resources: tree.part.resources.clone(),
                events: tree.part.events.len() as u32,
                exact,
            },
        };
        let publish = |reason: Reason| {
            (self.better)(&Bound::sum(
                others.iter().cloned().chain([reason]).collect(),
            ))
        };
        let control = Control {
            stop: self.stop,
            progress: &|progress| {
                if progress.incumbent.is_none_or(|cost| cost >= progress.bound)
                    && known.fetch_max(progress.bound, Ordering::Relaxed) < progress.bound
                {
                    publish(reason(progress.bound, false));
                }
            },
        };
        let limits = Limits {
            lp_iterations: iterations,
            ..Limits::default()
        };
        // A failure of the solver proves nothing, and costs nothing but the time.
        let Ok(solved) = model.solve(&limits, &control) else {
            return Ok(tree);
        };
        if solved.status == Status::Infeasible {
            let mut impossible = reason(0, true);
            impossible.cost.hard = super::leeway::hard(self.leeway.problem)
                .map(|constraint| i64::from(constraint.weight))
                .min()
                .unwrap_or(0);
            return Err(Box::new(impossible));
        }
        let exact = solved.status == Status::Optimal;
        if solved.bound > tree.cost() {
            let reason = reason(solved.bound, exact);
            publish(reason.clone());
            tree.reasons = vec![reason];
        }
        tree.exact = exact;
        Ok(tree)
    }
}

/// Charges of one resource, by resource; and charges at events, with the events.
type Charges = (
    BTreeMap<ResourceId, BTreeSet<Charge>>,
    BTreeMap<Charge, Vec<EventId>>,
);

/// All charges of soft constraints that programmes know.
fn charges(leeway: &Leeway) -> Charges {
    let problem = leeway.problem;
    let (mut at_resources, mut at_events): Charges = Default::default();
    for (id, constraint) in (0..).map(ConstraintId).zip(&problem.constraints) {
        if constraint.required || constraint.weight == 0 {
            continue;
        }
        let charge = |position: usize, point: Point| Charge {
            constraint: id,
            position: position as u32,
            point,
        };
        for (place, &resource) in on_resources(&constraint.kind).iter().enumerate() {
            // The busy times of others are not known from what they are preassigned to.
            if leeway.closed[resource.index()] && leeway.single[resource.index()] {
                at_resources
                    .entry(resource)
                    .or_default()
                    .insert(charge(place, Point::Resource(resource)));
            }
        }
        match &constraint.kind {
            Kind::SpreadEvents(c) => {
                for (place, &group) in c.event_groups.iter().enumerate() {
                    at_events.insert(
                        charge(place, Point::EventGroup(group)),
                        problem.event_groups[group.index()].clone(),
                    );
                }
            }
            Kind::SplitEvents(crate::SplitEvents { events, .. })
            | Kind::DistributeSplitEvents(crate::DistributeSplitEvents { events, .. })
            | Kind::PreferTimes(crate::PreferTimes { events, .. }) => {
                let open = |event: &EventId| {
                    !matches!(constraint.kind, Kind::PreferTimes(_))
                        || problem.events[event.index()].time.is_none()
                };
                for (place, &event) in events.iter().filter(|event| open(event)).enumerate() {
                    if measures_event(leeway, event, &constraint.kind) {
                        at_events.insert(charge(place, Point::Event(event)), vec![event]);
                    }
                }
            }
            _ => {}
        }
    }
    (at_resources, at_events)
}
