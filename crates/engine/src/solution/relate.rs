//! The cost of a relation from the layout: see `instance/relations`.

use super::state::State;
use crate::constraint::relation::{Places, Run};
use crate::constraint::{
    allow_travel, finish_time_groups, keep_holders, keep_near, limit_changes, limit_distances,
    limit_holders, limit_separations,
};
use crate::instance::relations::{Relation, RelationMeasure};
use crate::instance::tables::{Account, NONE, UNPLACED};
use crate::{Cost, MeetId};
use std::collections::BTreeMap;

impl<const W: usize> State<'_, W> {
    /// The cost of a relation now.
    pub(super) fn relation_cost(&self, relation: &Relation) -> Cost {
        let relations = &self.tables.relations;
        let runs = self.runs(relation);
        let places = |first: u32| {
            let first = first as usize;
            Places(&relations.places[first..first + self.tables.times])
        };
        let deviation = match relation.measure {
            RelationMeasure::Distances(first, distance) => {
                limit_distances::deviation(runs, places(first), distance)
            }
            RelationMeasure::Separations(first, separation) => {
                limit_separations::deviation(runs, places(first), separation)
            }
            RelationMeasure::Finish(first, comes_first) => {
                finish_time_groups::deviation(runs, places(first), comes_first)
            }
            RelationMeasure::Changes(order, labels, measure) => limit_changes::deviation::<W>(
                runs,
                &relations.orders[order as usize],
                &relations.labels[labels as usize],
                measure,
            ),
            RelationMeasure::Holders(most) => limit_holders::deviation(runs, most),
            RelationMeasure::Keep(first) => keep_holders::deviation(runs, places(first)),
            RelationMeasure::Near(near) => {
                keep_near::deviation(runs, &relations.nearness[near as usize])
            }
            RelationMeasure::Travel(ways, joined) => allow_travel::deviation::<W>(
                runs,
                &relations.ways[ways as usize],
                &relations.joined[joined as usize],
            ),
        };
        relation.price.cost(deviation)
    }

    /// The meets of a relation's events that have a start.
    #[inline]
    fn runs<'s>(&'s self, relation: &'s Relation) -> impl Iterator<Item = Run> + Clone + 's {
        let tables = self.tables;
        (0..)
            .zip(&relation.members)
            .flat_map(move |(event, member)| {
                let slots = tables.slots(member.event as usize);
                let placed = slots.filter(|&slot| {
                    self.layout.duration[slot] > 0 && self.layout.start[slot] != UNPLACED
                });
                placed.map(move |slot| Run {
                    event,
                    start: self.layout.start[slot],
                    end: self.layout.start[slot] + self.layout.duration[slot],
                    holder: if member.open == NONE {
                        member.given
                    } else {
                        self.layout.holder[tables.tasks(slot).start + member.open as usize]
                    },
                })
            })
    }

    /// Where a relation counts different resources: for each of these, the meets for which it is counted. One meet less of several makes no difference.
    pub fn together(&self, account: Account) -> Vec<Vec<MeetId>> {
        let Account::Relation(relation) = account else {
            return Vec::new();
        };
        let tables = self.tables;
        let relation = &tables.relations.all[relation as usize];
        if !matches!(relation.measure, RelationMeasure::Holders(_)) {
            return Vec::new();
        }
        let mut held: BTreeMap<u32, Vec<MeetId>> = BTreeMap::new();
        for member in &relation.members {
            for slot in tables.slots(member.event as usize) {
                if self.layout.duration[slot] > 0
                    && self.layout.start[slot] != UNPLACED
                    && member.open != NONE
                {
                    let holder =
                        self.layout.holder[tables.tasks(slot).start + member.open as usize];
                    held.entry(holder).or_default().push(MeetId(slot as u32));
                }
            }
        }
        held.remove(&NONE);
        held.into_values().collect()
    }
}
