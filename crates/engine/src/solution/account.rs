//! The cost of an account from the state's counts: the monitors that one change wakes, summed. The deviations are those of the constraint
//! files; here they are only looked up and priced.

use super::state::State;
use crate::constraint::{
    assign_resource, assign_time, avoid_split_assignments, avoid_unavailable_times,
    bits::{self, Tally},
    cluster_busy_times, distribute_split_events, hold_meetings, limit_busy_times, limit_holes,
    limit_idle_times, limit_runs, limit_workload, link_events, order_events, prefer_resources,
    prefer_times, split_events, start_early,
};
use crate::instance::tables::{
    Account, DemandMeasure, Gathering, Link, Monitor, Order, ResourceMeasure, ShapeMeasure,
    TimeMeasure, UNPLACED,
};
use crate::{Cost, HoldMeetings};

impl<const W: usize> State<'_, W> {
    /// The cost of an account now.
    #[inline]
    pub(super) fn account(&self, account: Account) -> Cost {
        let tables = self.tables;
        match account {
            Account::Resource(resource) => self.resource_cost(resource as usize),
            Account::Times(event) => self.times_cost(event as usize),
            Account::Shape(event) => self.shape_cost(event as usize),
            Account::Demand(demand) => self.demand_cost(demand as usize),
            Account::Spread(spread) => tables.spreads[spread as usize]
                .price
                .cost(self.spread_deviation[spread as usize]),
            Account::Link(link) => self.link_cost(&tables.links[link as usize]),
            Account::Order(order) => self.order_cost(&tables.orders[order as usize]),
            Account::Relation(relation) => {
                self.relation_cost(&tables.relations.all[relation as usize])
            }
            Account::Concurrence(concurrence) => tables.concurrences[concurrence as usize]
                .price
                .cost(self.concurrence_deviation[concurrence as usize]),
            Account::Gathering(gathering) => {
                let gathering = &tables.gatherings[gathering as usize];
                self.gathering_cost(gathering, |resource| self.busy[resource])
            }
            Account::Unsplit(unsplit) => {
                let different = self.unsplit_different[unsplit as usize];
                tables.unsplits[unsplit as usize]
                    .price
                    .cost(avoid_split_assignments::deviation(different))
            }
        }
    }

    #[inline]
    fn resource_cost(&self, resource: usize) -> Cost {
        self.tables.clash_cost(resource, self.clashes[resource])
            + self.week_cost(resource, &self.busy[resource])
    }

    /// What a resource would cost, clashes apart, if it were busy at these times.
    #[inline]
    pub(super) fn week_cost(&self, resource: usize, busy: &[u64; W]) -> Cost {
        let mut cost = Cost::ZERO;
        for monitor in self.tables.resource_monitors.row(resource) {
            let deviation = self.resource_deviation(resource, busy, monitor);
            if deviation != 0 {
                cost += monitor.price.cost(deviation);
            }
        }
        cost
    }

    /// The deviation of one monitor of a resource.
    #[inline]
    pub(super) fn resource_deviation(
        &self,
        resource: usize,
        busy: &[u64; W],
        monitor: &Monitor<ResourceMeasure>,
    ) -> i64 {
        let tables = self.tables;
        match monitor.measure {
            ResourceMeasure::Unavailable(masks) => {
                avoid_unavailable_times::deviation(busy, &tables.mask(masks)[0])
            }
            ResourceMeasure::Idle(masks, limits) => {
                limit_idle_times::deviation(busy, tables.groups(masks), limits)
            }
            ResourceMeasure::Holes(masks, limits) => {
                limit_holes::deviation(busy, tables.groups(masks), limits)
            }
            ResourceMeasure::Cluster(masks, limits) => {
                cluster_busy_times::deviation(busy, tables.groups(masks), limits)
            }
            ResourceMeasure::Busy(masks, limits) => {
                limit_busy_times::deviation(busy, tables.groups(masks), limits)
            }
            ResourceMeasure::Runs(masks, longest) => {
                limit_runs::deviation(busy, tables.mask(masks), longest)
            }
            ResourceMeasure::Early(masks, late) => {
                start_early::deviation(busy, tables.mask(masks), late)
            }
            ResourceMeasure::Workload(limits) => {
                limit_workload::deviation(self.load[resource], tables.load_unit, limits)
            }
        }
    }

    /// What a group of meetings would cost if resources were busy so.
    #[inline]
    pub(super) fn gathering_cost(
        &self,
        gathering: &Gathering,
        busy: impl Fn(usize) -> [u64; W],
    ) -> Cost {
        let mut times = [[0; W]; HoldMeetings::MOST];
        let count = gathering.weights.len();
        times[..count].copy_from_slice(self.tables.mask(gathering.times));
        for &(meeting, resource) in &gathering.free {
            let busy = busy(resource as usize);
            let times = &mut times[usize::from(meeting)];
            *times = std::array::from_fn(|word| times[word] & !busy[word]);
        }
        for &(meeting, resource) in &gathering.busy {
            let times = &mut times[usize::from(meeting)];
            *times = bits::both(times, &busy(resource as usize));
        }
        for attendance in &gathering.attendances {
            let mut there = Tally::new();
            let can = self.tables.mask(attendance.can);
            for (can, own) in can.iter().zip(&attendance.members) {
                let without = |times: [u64; W], resource: &u32| {
                    let busy = busy(*resource as usize);
                    std::array::from_fn(|word| times[word] & !busy[word])
                };
                there.add(&own.iter().fold(*can, without));
            }
            let times = &mut times[usize::from(attendance.meeting)];
            *times = bits::both(times, &there.at_least(attendance.least));
        }
        let (rivals, weights) = (&gathering.rivals, &gathering.weights);
        let deviation = hold_meetings::deviation(&times[..count], rivals, weights);
        gathering.price.cost(deviation)
    }

    #[inline]
    fn times_cost(&self, event: usize) -> Cost {
        let slots = self.tables.slots(event);
        let (durations, starts) = (
            &self.layout.duration[slots.clone()],
            &self.layout.start[slots],
        );
        let meets = || {
            durations
                .iter()
                .zip(starts)
                .filter(|(duration, _)| **duration > 0)
        };
        let mut cost = Cost::ZERO;
        for monitor in self.tables.time_monitors.row(event) {
            let deviation = match monitor.measure {
                TimeMeasure::Assigned => meets()
                    .map(|(&duration, &start)| assign_time::unassigned(start, duration))
                    .sum(),
                TimeMeasure::Preferred(masks, only) => {
                    let preferred: &[u64; W] = &self.tables.mask(masks)[0];
                    meets()
                        .map(|(&duration, &start)| {
                            prefer_times::unloved(start, duration, preferred, only)
                        })
                        .sum()
                }
            };
            cost += monitor.price.cost(deviation);
        }
        cost
    }

    fn shape_cost(&self, event: usize) -> Cost {
        let durations = &self.layout.duration[self.tables.slots(event)];
        let meets = || durations.iter().copied().filter(|&duration| duration > 0);
        let mut cost = Cost::ZERO;
        for monitor in self.tables.shape_monitors.row(event) {
            let deviation = match monitor.measure {
                ShapeMeasure::Split(durations, amount) => {
                    split_events::deviation(meets(), durations, amount)
                }
                ShapeMeasure::Distribute(duration, amount) => {
                    distribute_split_events::deviation(meets(), duration, amount)
                }
            };
            cost += monitor.price.cost(deviation);
        }
        cost
    }

    #[inline]
    fn demand_cost(&self, demand: usize) -> Cost {
        let tables = self.tables;
        let monitors = tables.demand_monitors.row(demand);
        if monitors.is_empty() {
            return Cost::ZERO;
        }
        let event = tables.event_of_demand(demand);
        let position = demand - tables.open.range(event).start;
        let slots = tables.slots(event);
        let meets = || {
            slots
                .clone()
                .filter(|&slot| self.layout.duration[slot] > 0)
                .map(|slot| {
                    (
                        self.layout.holder[tables.tasks(slot).start + position],
                        self.layout.duration[slot],
                    )
                })
        };
        let mut cost = Cost::ZERO;
        for monitor in monitors {
            let deviation = match monitor.measure {
                DemandMeasure::Assigned => meets()
                    .map(|(holder, duration)| assign_resource::unassigned(holder, duration))
                    .sum(),
                DemandMeasure::Preferred(first) => {
                    let preferred = &tables.resource_sets
                        [first as usize..first as usize + tables.resource_words];
                    meets()
                        .map(|(holder, duration)| {
                            prefer_resources::unloved(holder, duration, preferred)
                        })
                        .sum()
                }
            };
            cost += monitor.price.cost(deviation);
        }
        cost
    }

    fn link_cost(&self, link: &Link) -> Cost {
        let runs = link.events.iter().map(|&event| {
            let mut run = [0; W];
            for slot in self.tables.slots(event as usize) {
                if self.layout.duration[slot] > 0 && self.layout.start[slot] != UNPLACED {
                    let start = usize::from(self.layout.start[slot]);
                    bits::add_run(
                        &mut run,
                        start,
                        start + usize::from(self.layout.duration[slot]),
                    );
                }
            }
            run
        });
        link.price.cost(link_events::deviation(runs))
    }

    fn order_cost(&self, order: &Order) -> Cost {
        let assigned = |event: u32| {
            let used = self
                .tables
                .slots(event as usize)
                .filter(|&slot| self.layout.duration[slot] > 0);
            used.map(|slot| {
                (self.layout.start[slot] != UNPLACED).then_some((
                    i64::from(self.layout.start[slot]),
                    i64::from(self.layout.duration[slot]),
                ))
            })
        };
        let end = assigned(order.first).try_fold(i64::MIN, |end, meet| {
            meet.map(|(start, duration)| end.max(start + duration))
        });
        let start = assigned(order.second).try_fold(i64::MAX, |first, meet| {
            meet.map(|(start, _)| first.min(start))
        });
        order
            .price
            .cost(order_events::deviation(end, start, order.separation))
    }
}
