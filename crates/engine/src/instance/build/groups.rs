//! Constraints on groups of events or of meetings: each becomes an entry of its own, known to all that it is about.

use super::Builder;
use crate::constraint::hold_meetings;
use crate::instance::csr::Csr;
use crate::instance::tables::{
    Attendance, Concurrence, Gathering, Link, Order, Price, Spread, SpreadTable, Unsplit,
};
use crate::{
    EventGroupId, LimitConcurrence, Meeting, Member, Quorum, ResourceId, RoleId, SpreadEvents,
};

impl Builder<'_> {
    pub(super) fn add_unsplit(&mut self, group: EventGroupId, role: RoleId, price: Price) {
        let counters = self.unsplit_counters.len();
        self.unsplit_counters
            .resize(counters + self.problem.resources.len(), 0);
        let place = self.unsplits.len() as u32;
        self.unsplits.push(Unsplit {
            counters: counters as u32,
            price,
        });
        for &event in &self.problem.event_groups[group.index()] {
            match self.open_demand(event, role) {
                Some(demand) => self.unsplits_of_demand[demand].push(place),
                None => {
                    let given = self.problem.events[event.index()]
                        .resources
                        .iter()
                        .filter(|demand| demand.role == Some(role));
                    given
                        .filter_map(|demand| demand.preassigned)
                        .for_each(|resource| {
                            self.unsplit_counters[counters + resource.index()] += 1
                        });
                }
            }
        }
    }

    pub(super) fn add_spread(&mut self, spread: &SpreadEvents, price: Price) {
        let table = self.spread_tables.len() as u32;
        let mut groups = vec![Vec::new(); usize::from(self.problem.times)];
        for (place, limit) in (0..).zip(&spread.limits) {
            for time in self.distinct(limit.time_group) {
                groups[time.index()].push(place);
            }
        }
        let limits = spread.limits.iter().map(|limit| limit.limits).collect();
        self.spread_tables.push(SpreadTable {
            limits,
            groups: Csr::new(groups),
        });
        for group in &spread.event_groups {
            let place = self.spreads.len() as u32;
            self.spreads.push(Spread {
                table,
                counters: self.spread_counters as u32,
                price,
            });
            self.spread_counters += spread.limits.len();
            self.problem.event_groups[group.index()]
                .iter()
                .for_each(|event| self.spreads_of_event[event.index()].push(place));
        }
    }

    pub(super) fn add_concurrence(&mut self, concurrence: &LimitConcurrence, price: Price) {
        let times = self.mask_run(vec![self.mask(&concurrence.times)]);
        for group in &concurrence.event_groups {
            let place = self.concurrences.len();
            self.concurrences.push(Concurrence {
                times,
                counters: (place * usize::from(self.problem.times)) as u32,
                limits: concurrence.limits,
                none_is_free: concurrence.none_is_free,
                price,
            });
            for event in &self.problem.event_groups[group.index()] {
                self.concurrences_of_event[event.index()].push(place as u32);
            }
        }
    }

    pub(super) fn add_gathering(&mut self, group: &[Meeting], price: Price) {
        let place = self.gatherings.len() as u32;
        let times = group.iter().map(|meeting| self.mask(&meeting.times));
        let times = times.collect();
        let rivals = |(place, meeting): (usize, &Meeting)| {
            let others = group.iter().enumerate().filter(|&(other, rival)| {
                other != place && hold_meetings::are_rivals(meeting, rival)
            });
            others.fold(0, |set, (other, _)| set | 1 << other)
        };
        let members = |who: fn(&Meeting) -> &[ResourceId]| {
            let each = (0..).zip(group).flat_map(move |(meeting, asked)| {
                who(asked).iter().map(move |resource| (meeting, resource.0))
            });
            each.collect::<Vec<(u8, u32)>>()
        };
        let (free, busy) = (members(|m| &m.free), members(|m| &m.busy));
        let mut attendances = Vec::new();
        for (meeting, quorum) in (0..).zip(group.iter().map(|meeting| &meeting.quorum)) {
            if let Some(Quorum { least, members }) = quorum {
                let can = members.iter().map(|member| self.mask(&member.times));
                let can = can.collect();
                let own = |member: &Member| member.free.iter().map(|own| own.0).collect();
                attendances.push(Attendance {
                    meeting,
                    least: *least,
                    can: self.mask_run(can),
                    members: members.iter().map(own).collect(),
                });
            }
        }
        let come = group.iter().flat_map(|meeting| &meeting.quorum);
        let come = come.flat_map(Quorum::resources).map(|own| own.0);
        let named = free.iter().chain(&busy).map(|member| member.1);
        let mut resources: Vec<u32> = named.chain(come).collect();
        resources.sort_unstable();
        resources.dedup();
        for resource in resources {
            self.gatherings_of_resource[resource as usize].push(place);
        }
        let gathering = Gathering {
            times: self.mask_run(times),
            free,
            busy,
            attendances,
            rivals: group.iter().enumerate().map(rivals).collect(),
            weights: group.iter().map(|meeting| meeting.weight.into()).collect(),
            price,
        };
        self.gatherings.push(gathering);
    }

    pub(super) fn add_link(&mut self, group: EventGroupId, price: Price) {
        let events: Vec<u32> = self.problem.event_groups[group.index()]
            .iter()
            .map(|event| event.0)
            .collect();
        for &event in &events {
            self.links_of_event[event as usize].push(self.links.len() as u32);
        }
        self.links.push(Link { events, price });
    }

    pub(super) fn add_order(&mut self, pair: &crate::EventPair, price: Price) {
        let place = self.orders.len() as u32;
        self.orders_of_event[pair.first.index()].push(place);
        if pair.second != pair.first {
            self.orders_of_event[pair.second.index()].push(place);
        }
        self.orders.push(Order {
            first: pair.first.0,
            second: pair.second.0,
            separation: pair.separation,
            price,
        });
    }
}
