//! From a checked problem to its [`Tables`].

mod groups;

use super::csr::Csr;
use super::tables::{
    Concurrence, DemandMeasure, Fixed, Gathering, Link, Masks, Monitor, Open, Order, Price,
    ResourceMeasure, SORTS, ShapeMeasure, Spread, SpreadTable, Tables, TimeMeasure, UNPLACED,
    Unsplit,
};
use crate::constraint::bits;
use crate::{Constraint, EventId, Kind, Limits, Problem, ResourceId, RoleId, TimeGroupId, TimeId};
use std::collections::BTreeMap;

/// Rows that grow while constraints are read.
type Rows<T> = Vec<Vec<T>>;

struct Builder<'p> {
    problem: &'p Problem,
    words: usize,
    masks: Vec<u64>,
    mask_places: BTreeMap<Vec<u64>, u32>,
    resource_words: usize,
    resource_sets: Vec<u64>,
    load_unit: i64,
    /// First open demand of each event, and one more.
    open_first: Vec<u32>,
    clash_prices: Rows<Price>,
    resource_monitors: Rows<Monitor<ResourceMeasure>>,
    time_monitors: Rows<Monitor<TimeMeasure>>,
    shape_monitors: Rows<Monitor<ShapeMeasure>>,
    demand_monitors: Rows<Monitor<DemandMeasure>>,
    spreads: Vec<Spread>,
    spread_tables: Vec<SpreadTable>,
    spread_counters: usize,
    spreads_of_event: Rows<u32>,
    concurrences: Vec<Concurrence>,
    concurrences_of_event: Rows<u32>,
    gatherings: Vec<Gathering>,
    gatherings_of_resource: Rows<u32>,
    links: Vec<Link>,
    links_of_event: Rows<u32>,
    orders: Vec<Order>,
    orders_of_event: Rows<u32>,
    unsplits: Vec<Unsplit>,
    unsplit_counters: Vec<u32>,
    unsplits_of_demand: Rows<u32>,
}

/// Compiles a problem in which `check::faults` finds none.
pub(super) fn tables(problem: &Problem) -> Tables {
    let mut builder = Builder::new(problem);
    for constraint in problem
        .constraints
        .iter()
        .filter(|constraint| constraint.weight > 0)
    {
        builder.add(constraint);
    }
    builder.finish()
}

impl<'p> Builder<'p> {
    fn new(problem: &'p Problem) -> Self {
        let (events, resources) = (problem.events.len(), problem.resources.len());
        let mut open_first = vec![0];
        for event in &problem.events {
            let open = event
                .resources
                .iter()
                .filter(|demand| demand.preassigned.is_none())
                .count();
            open_first.push(open_first[open_first.len() - 1] + open as u32);
        }
        let demands = open_first[events] as usize;
        Self {
            problem,
            words: words(problem.times),
            masks: Vec::new(),
            mask_places: BTreeMap::new(),
            resource_words: resources.div_ceil(64),
            resource_sets: Vec::new(),
            load_unit: super::sizes::common_denominator(problem).map_or(1, |unit| unit as i64),
            open_first,
            clash_prices: vec![Vec::new(); resources],
            resource_monitors: vec![Vec::new(); resources],
            time_monitors: vec![Vec::new(); events],
            shape_monitors: vec![Vec::new(); events],
            demand_monitors: vec![Vec::new(); demands],
            spreads: Vec::new(),
            spread_tables: Vec::new(),
            spread_counters: 0,
            spreads_of_event: vec![Vec::new(); events],
            concurrences: Vec::new(),
            concurrences_of_event: vec![Vec::new(); events],
            gatherings: Vec::new(),
            gatherings_of_resource: vec![Vec::new(); resources],
            links: Vec::new(),
            links_of_event: vec![Vec::new(); events],
            orders: Vec::new(),
            orders_of_event: vec![Vec::new(); events],
            unsplits: Vec::new(),
            unsplit_counters: Vec::new(),
            unsplits_of_demand: vec![Vec::new(); demands],
        }
    }

    fn add(&mut self, constraint: &Constraint) {
        let price = Price::new(constraint);
        match &constraint.kind {
            Kind::AssignResource(c) => {
                self.at_demands(&c.events, c.role, price, DemandMeasure::Assigned)
            }
            Kind::PreferResources(c) => {
                let first = self.resource_set(&c.preferred);
                self.at_demands(&c.events, c.role, price, DemandMeasure::Preferred(first));
            }
            Kind::AssignTime(c) => self.at_times(&c.events, price, TimeMeasure::Assigned),
            Kind::PreferTimes(c) => {
                let masks = self.mask_run(vec![self.mask(&c.preferred)]);
                self.at_times(
                    &c.events,
                    price,
                    TimeMeasure::Preferred(masks, c.duration.unwrap_or(0)),
                );
            }
            Kind::SplitEvents(c) => {
                self.at_shapes(&c.events, price, ShapeMeasure::Split(c.durations, c.amount))
            }
            Kind::DistributeSplitEvents(c) => self.at_shapes(
                &c.events,
                price,
                ShapeMeasure::Distribute(c.duration, c.amount),
            ),
            Kind::AvoidSplitAssignments(c) => c
                .event_groups
                .iter()
                .for_each(|&group| self.add_unsplit(group, c.role, price)),
            Kind::SpreadEvents(c) => self.add_spread(c, price),
            Kind::LinkEvents(c) => c
                .event_groups
                .iter()
                .for_each(|&group| self.add_link(group, price)),
            Kind::OrderEvents(c) => c.pairs.iter().for_each(|pair| self.add_order(pair, price)),
            Kind::AvoidClashes(c) => c
                .resources
                .iter()
                .for_each(|resource| self.clash_prices[resource.index()].push(price)),
            Kind::AvoidUnavailableTimes(c) => {
                let masks = self.mask_run(vec![self.mask(&c.times)]);
                self.at_resources(&c.resources, price, ResourceMeasure::Unavailable(masks));
            }
            Kind::LimitIdleTimes(c) => {
                let masks = self.group_masks(&c.time_groups);
                self.at_resources(&c.resources, price, ResourceMeasure::Idle(masks, c.limits));
            }
            Kind::ClusterBusyTimes(c) => {
                let masks = self.group_masks(&c.time_groups);
                self.at_resources(
                    &c.resources,
                    price,
                    ResourceMeasure::Cluster(masks, c.limits),
                );
            }
            Kind::LimitBusyTimes(c) => {
                let masks = self.group_masks(&c.time_groups);
                self.at_resources(&c.resources, price, ResourceMeasure::Busy(masks, c.limits));
            }
            Kind::LimitRuns(c) => {
                let masks = self.group_masks(&c.time_groups);
                let measure = ResourceMeasure::Runs(masks, c.longest);
                self.at_resources(&c.resources, price, measure);
            }
            Kind::StartEarly(c) => {
                let masks = self.group_masks(&c.time_groups);
                let measure = ResourceMeasure::Early(masks, c.late);
                self.at_resources(&c.resources, price, measure);
            }
            Kind::LimitHoles(c) => {
                let masks = self.group_masks(&c.time_groups);
                self.at_resources(&c.resources, price, ResourceMeasure::Holes(masks, c.limits));
            }
            Kind::LimitConcurrence(c) => self.add_concurrence(c, price),
            Kind::HoldMeetings(c) => c
                .groups
                .iter()
                .for_each(|group| self.add_gathering(group, price)),
            // See `relations`.
            Kind::LimitDistances(_)
            | Kind::LimitSeparations(_)
            | Kind::FinishTimeGroups(_)
            | Kind::LimitChanges(_)
            | Kind::LimitHolders(_)
            | Kind::KeepHolders(_)
            | Kind::AllowTravel(_)
            | Kind::KeepNear(_) => {}
            Kind::LimitWorkload(c) => {
                self.at_resources(&c.resources, price, ResourceMeasure::Workload(c.limits))
            }
        }
    }

    fn at_resources(&mut self, resources: &[ResourceId], price: Price, measure: ResourceMeasure) {
        for resource in resources {
            self.resource_monitors[resource.index()].push(Monitor { measure, price });
        }
    }

    fn at_times(&mut self, events: &[EventId], price: Price, measure: TimeMeasure) {
        for event in events
            .iter()
            .filter(|event| self.problem.events[event.index()].time.is_none())
        {
            self.time_monitors[event.index()].push(Monitor { measure, price });
        }
    }

    fn at_shapes(&mut self, events: &[EventId], price: Price, measure: ShapeMeasure) {
        for event in events {
            self.shape_monitors[event.index()].push(Monitor { measure, price });
        }
    }

    fn at_demands(
        &mut self,
        events: &[EventId],
        role: RoleId,
        price: Price,
        measure: DemandMeasure,
    ) {
        for event in events {
            if let Some(demand) = self.open_demand(*event, role) {
                self.demand_monitors[demand].push(Monitor { measure, price });
            }
        }
    }

    /// The open demand of an event with a role.
    fn open_demand(&self, event: EventId, role: RoleId) -> Option<usize> {
        let open = self.problem.events[event.index()]
            .resources
            .iter()
            .filter(|demand| demand.preassigned.is_none());
        let position = open
            .enumerate()
            .find(|(_, demand)| demand.role == Some(role))?
            .0;
        Some(self.open_first[event.index()] as usize + position)
    }

    fn distinct(&self, group: TimeGroupId) -> Vec<TimeId> {
        let mut times = self.problem.time_groups[group.index()].clone();
        times.sort_unstable();
        times.dedup();
        times
    }

    fn mask(&self, times: &[TimeId]) -> Vec<u64> {
        let mut mask = vec![0; self.words];
        times
            .iter()
            .for_each(|time| mask[time.index() / 64] |= 1 << (time.index() % 64));
        mask
    }

    fn group_masks(&mut self, groups: &[TimeGroupId]) -> Masks {
        self.mask_run(
            groups
                .iter()
                .map(|&group| self.mask(&self.problem.time_groups[group.index()]))
                .collect(),
        )
    }

    /// The place of a run of masks; equal runs share it, which keeps them in the processor's cache.
    fn mask_run(&mut self, run: Vec<Vec<u64>>) -> Masks {
        let count = run.len() as u32;
        let (words, flat) = (self.words, run.concat());
        let masks = &mut self.masks;
        let first = *self.mask_places.entry(flat).or_insert_with_key(|flat| {
            masks.extend_from_slice(flat);
            ((masks.len() - flat.len()) / words) as u32
        });
        Masks { first, count }
    }

    fn resource_set(&mut self, resources: &[ResourceId]) -> u32 {
        let first = self.resource_sets.len();
        self.resource_sets.resize(first + self.resource_words, 0);
        resources.iter().for_each(|resource| {
            self.resource_sets[first + resource.index() / 64] |= 1 << (resource.index() % 64)
        });
        first as u32
    }

    /// For each event and duration, the starts at which no monitor of the event's times charges anything.
    fn costless(&self) -> Vec<u64> {
        let mut starts = Vec::new();
        let all: Vec<TimeId> = (0..self.problem.times).map(TimeId).collect();
        for (event, monitors) in self.problem.events.iter().zip(&self.time_monitors) {
            for duration in 1..=event.duration {
                let mut set = self.mask(&all);
                for monitor in monitors {
                    if let TimeMeasure::Preferred(masks, only) = monitor.measure
                        && (only == 0 || only == duration)
                    {
                        let preferred =
                            &self.masks[masks.first as usize * self.words..][..self.words];
                        set.iter_mut()
                            .zip(preferred)
                            .for_each(|(set, preferred)| *set &= preferred);
                    }
                }
                starts.extend(set);
            }
        }
        starts
    }

    fn finish(self) -> Tables {
        let problem = self.problem;
        let (mut meet_first, mut meet_event, mut task_first) = (vec![0], Vec::new(), vec![0]);
        let (mut fixed, mut open) = (Vec::new(), Vec::new());
        let mut fixed_load = vec![0; problem.resources.len()];
        let mut demand_event = Vec::new();
        for (id, event) in (0_u32..).zip(&problem.events) {
            let (mut event_fixed, mut event_open) = (Vec::new(), Vec::new());
            for (index, demand) in (0..).zip(&event.resources) {
                // Exact: the unit is a multiple of every denominator.
                let load = i64::from(demand.workload) * self.load_unit;
                match demand.preassigned {
                    Some(resource) => {
                        fixed_load[resource.index()] += load;
                        event_fixed.push(Fixed {
                            resource: resource.0,
                        });
                    }
                    None => event_open.push(Open {
                        index,
                        load: load / i64::from(event.duration),
                    }),
                }
            }
            demand_event.resize(demand_event.len() + event_open.len(), id);
            for _ in 0..event.duration {
                meet_event.push(id);
                task_first.push(task_first[task_first.len() - 1] + event_open.len() as u32);
            }
            meet_first.push(meet_event.len() as u32);
            fixed.push(event_fixed);
            open.push(event_open);
        }
        let (events, demands) = (problem.events.len(), self.demand_monitors.len());
        let relations = super::relations::relations(problem, &self.open_first);
        let counts = [
            problem.resources.len(),
            events,
            events,
            demands,
            self.spreads.len(),
            self.links.len(),
            self.orders.len(),
            self.unsplits.len(),
            relations.all.len(),
            self.concurrences.len(),
            self.gatherings.len(),
        ];
        let mut accounts = [0; SORTS + 1];
        for (sort, count) in counts.into_iter().enumerate() {
            accounts[sort + 1] = accounts[sort] + count as u32;
        }
        Tables {
            words: self.words,
            times: usize::from(problem.times),
            resources: problem.resources.len(),
            shifts: self.masks.chunks(self.words).map(bits::shift).collect(),
            costless: self.costless(),
            masks: self.masks,
            resource_words: self.resource_words,
            resource_sets: self.resource_sets,
            event_duration: problem.events.iter().map(|event| event.duration).collect(),
            event_time: problem
                .events
                .iter()
                .map(|event| event.time.map_or(UNPLACED, |time| time.0))
                .collect(),
            meet_first,
            meet_event,
            task_first,
            fixed: Csr::new(fixed),
            open: Csr::new(open),
            demand_event,
            fixed_load,
            load_unit: self.load_unit,
            clash_prices: Csr::new(self.clash_prices),
            resource_monitors: Csr::new(self.resource_monitors),
            time_monitors: Csr::new(self.time_monitors),
            shape_monitors: Csr::new(self.shape_monitors),
            demand_monitors: Csr::new(self.demand_monitors),
            spreads: self.spreads,
            spread_tables: self.spread_tables,
            spread_counters: self.spread_counters,
            spreads_of_event: Csr::new(self.spreads_of_event),
            concurrences: self.concurrences,
            concurrences_of_event: Csr::new(self.concurrences_of_event),
            gatherings: self.gatherings,
            gatherings_of_resource: Csr::new(self.gatherings_of_resource),
            links: self.links,
            links_of_event: Csr::new(self.links_of_event),
            orders: self.orders,
            orders_of_event: Csr::new(self.orders_of_event),
            unsplits: self.unsplits,
            unsplit_counters: self.unsplit_counters,
            unsplits_of_demand: Csr::new(self.unsplits_of_demand),
            relations,
            accounts,
            starts: super::domain::starts(problem),
            candidates: super::domain::candidates(problem),
            optional: super::domain::optional(problem),
        }
    }
}

/// Words of the bit sets of times: sizes that there is code for. Weeks of more than 256 times are too rare for a size of their own.
fn words(times: u16) -> usize {
    match times {
        ..=64 => 1,
        65..=128 => 2,
        129..=256 => 4,
        _ => usize::from(Problem::MAX_TIMES) / 64,
    }
}

/// Limits in units of one over `unit`; no upper limit stays none. Workloads are compared in these.
pub(crate) const fn scaled(limits: Limits, unit: i64) -> (i64, i64) {
    (
        limits.min as i64 * unit,
        if limits.max == Limits::NONE {
            i64::MAX
        } else {
            limits.max as i64 * unit
        },
    )
}
