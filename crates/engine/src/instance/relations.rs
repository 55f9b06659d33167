//! The tables of relations: constraints that look at when the meets of a few events start and who holds a role in them.

use super::csr::Csr;
use super::tables::{NONE, Price};
use crate::constraint::allow_travel::{Joined, Ways};
use crate::constraint::keep_near::Nearness;
use crate::constraint::limit_changes::{ChangeMeasure, UNLABELLED};
use crate::constraint::relation::NOWHERE;
use crate::{
    AllowTravel, Constraint, EventId, Kind, Limits, Problem, ResourceId, RoleId, TimeGroupId,
};
use std::collections::BTreeMap;

/// An event of a relation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    pub event: u32,
    /// The resource that has the relation's role beforehand, or [`NONE`].
    pub given: u32,
    /// Position of the open demand with the role among those of the event, or [`NONE`].
    pub open: u32,
}

/// What a relation measures. Places are the first entry of a table in [`Relations::places`].
#[derive(Clone, Copy, Debug)]
pub(crate) enum RelationMeasure {
    /// Places, distance.
    Distances(u32, Limits),
    /// Places, separation.
    Separations(u32, Limits),
    /// Places, whether the first member is to come first instead of last.
    Finish(u32, bool),
    /// Which of [`Relations::orders`], which of [`Relations::labels`], what is charged.
    Changes(u32, u32, ChangeMeasure),
    /// Number of resources that cost nothing.
    Holders(u16),
    /// Places.
    Keep(u32),
    /// Which of [`Relations::ways`], which of [`Relations::joined`].
    Travel(u32, u32),
    /// Which of [`Relations::nearness`].
    Near(u32),
}

/// One point of application of a constraint on such things.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    pub members: Vec<Member>,
    pub measure: RelationMeasure,
    pub price: Price,
}

/// All of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Relations {
    pub all: Vec<Relation>,
    pub of_event: Csr<u32>,
    /// By open demand.
    pub of_demand: Csr<u32>,
    /// Tables of one entry for each time: the place of the first of some time groups that holds it.
    pub places: Vec<u16>,
    /// The times of time groups with the place of their group, group after group.
    pub orders: Vec<Vec<(u16, u16)>>,
    /// By resource.
    pub labels: Vec<Vec<u16>>,
    /// What constraints on travel look up.
    pub ways: Vec<Ways>,
    /// By traveller.
    pub joined: Vec<Joined>,
    /// What constraints on places apart look up.
    pub nearness: Vec<Nearness>,
}

/// The relations of a problem in which `check::faults` finds none; `open_first` is the first open demand of each event, and one more.
pub(super) fn relations(problem: &Problem, open_first: &[u32]) -> Relations {
    let mut builder = Builder {
        problem,
        relations: Relations::default(),
        tables: BTreeMap::new(),
        of_event: vec![Vec::new(); problem.events.len()],
        of_demand: vec![Vec::new(); open_first[problem.events.len()] as usize],
    };
    for constraint in &problem.constraints {
        if constraint.weight > 0 {
            builder.add(constraint, open_first);
        }
    }
    Relations {
        of_event: Csr::new(builder.of_event),
        of_demand: Csr::new(builder.of_demand),
        ..builder.relations
    }
}

struct Builder<'p> {
    problem: &'p Problem,
    relations: Relations,
    tables: BTreeMap<Vec<TimeGroupId>, u32>,
    of_event: Vec<Vec<u32>>,
    of_demand: Vec<Vec<u32>>,
}

impl Builder<'_> {
    fn add(&mut self, constraint: &Constraint, open_first: &[u32]) {
        let problem = self.problem;
        let mut groups = None;
        let (measure, role) = match &constraint.kind {
            Kind::LimitDistances(c) => {
                groups = Some(&c.event_groups);
                let places = self.places(&c.time_groups);
                (RelationMeasure::Distances(places, c.distance), None)
            }
            Kind::LimitSeparations(c) => {
                groups = Some(&c.event_groups);
                let places = self.places(&c.time_groups);
                (RelationMeasure::Separations(places, c.separation), None)
            }
            Kind::FinishTimeGroups(c) => {
                let places = self.places(&c.time_groups);
                let measure = RelationMeasure::Finish(places, c.first);
                for finish in &c.finishes {
                    let others = &problem.event_groups[finish.others.index()];
                    let others = others.iter().filter(|&&other| other != finish.event);
                    let events: Vec<EventId> = std::iter::once(&finish.event)
                        .chain(others)
                        .copied()
                        .collect();
                    let members = events.iter().map(|&event| (event, None));
                    self.relate(members, measure, Price::new(constraint), open_first);
                }
                (measure, None)
            }
            Kind::LimitChanges(c) => {
                groups = Some(&c.event_groups);
                let places = self.places(&c.time_groups);
                let order = self.order(places);
                let labels = self.labels(&c.labels);
                (
                    RelationMeasure::Changes(order, labels, c.measure),
                    Some(c.role),
                )
            }
            Kind::LimitHolders(c) => {
                groups = Some(&c.event_groups);
                (RelationMeasure::Holders(c.most), Some(c.role))
            }
            Kind::KeepHolders(c) => {
                groups = Some(&c.event_groups);
                let places = self.places(&c.time_groups);
                (RelationMeasure::Keep(places), Some(c.role))
            }
            Kind::AllowTravel(c) => return self.add_travel(c, Price::new(constraint), open_first),
            Kind::KeepNear(c) => {
                let nearness = Nearness::new(c, problem);
                self.relations.nearness.push(nearness);
                let measure = RelationMeasure::Near(self.relations.nearness.len() as u32 - 1);
                for group in &c.groups {
                    let members = group.iter().map(|&(event, role)| (event, Some(role)));
                    self.relate(members, measure, Price::new(constraint), open_first);
                }
                return;
            }
            _ => return,
        };
        for group in groups.into_iter().flatten() {
            let events = problem.event_groups[group.index()].iter();
            let members = events.map(|&event| (event, role));
            self.relate(members, measure, Price::new(constraint), open_first);
        }
    }

    fn add_travel(&mut self, constraint: &AllowTravel, price: Price, open_first: &[u32]) {
        let places = self.places(&constraint.time_groups) as usize;
        let groups = &self.relations.places[places..][..usize::from(self.problem.times)];
        let ways = Ways::new(constraint, self.problem, groups);
        self.relations.ways.push(ways);
        for stops in &constraint.travellers {
            self.relations.joined.push(Joined::new(stops));
            let measure = RelationMeasure::Travel(
                self.relations.ways.len() as u32 - 1,
                self.relations.joined.len() as u32 - 1,
            );
            let members = stops.iter().map(|stop| (stop.event, Some(stop.role)));
            self.relate(members, measure, price, open_first);
        }
    }

    /// Adds a relation of these events, each with the role that it looks at.
    fn relate(
        &mut self,
        members: impl Iterator<Item = (EventId, Option<RoleId>)>,
        measure: RelationMeasure,
        price: Price,
        open_first: &[u32],
    ) {
        let place = self.relations.all.len() as u32;
        let members = members.map(|(event, role)| {
            let demands = &self.problem.events[event.index()].resources;
            let (mut given, mut open, mut position) = (NONE, NONE, 0);
            for demand in demands {
                let wanted = role.is_some() && demand.role == role;
                match demand.preassigned {
                    Some(resource) if wanted => given = resource.0,
                    Some(_) => {}
                    None => {
                        if wanted {
                            open = position;
                        }
                        position += 1;
                    }
                }
            }
            self.of_event[event.index()].push(place);
            if open != NONE {
                self.of_demand[(open_first[event.index()] + open) as usize].push(place);
            }
            Member {
                event: event.0,
                given,
                open,
            }
        });
        let members = members.collect();
        self.relations.all.push(Relation {
            members,
            measure,
            price,
        });
    }

    /// The table of these time groups; equal ones share it.
    fn places(&mut self, groups: &[TimeGroupId]) -> u32 {
        let problem = self.problem;
        let places = &mut self.relations.places;
        *self.tables.entry(groups.to_vec()).or_insert_with(|| {
            let first = places.len();
            places.resize(first + usize::from(problem.times), NOWHERE);
            for (place, group) in (0..).zip(groups) {
                for time in &problem.time_groups[group.index()] {
                    let entry = &mut places[first + time.index()];
                    *entry = place.min(*entry);
                }
            }
            first as u32
        })
    }

    /// The times in a table of places, group after group.
    fn order(&mut self, places: u32) -> u32 {
        let table = &self.relations.places[places as usize..][..usize::from(self.problem.times)];
        let mut order: Vec<(u16, u16)> = (0..)
            .zip(table)
            .filter(|(_, place)| **place != NOWHERE)
            .map(|(time, &place)| (place, time))
            .collect();
        order.sort_unstable();
        self.relations.orders.push(order);
        self.relations.orders.len() as u32 - 1
    }

    fn labels(&mut self, labels: &[(ResourceId, u16)]) -> u32 {
        let mut by_resource = vec![UNLABELLED; self.problem.resources.len()];
        for &(resource, label) in labels {
            by_resource[resource.index()] = label;
        }
        self.relations.labels.push(by_resource);
        self.relations.labels.len() as u32 - 1
    }
}
