//! What a search can move at all.

use super::tables::{NONE, ShapeMeasure, Tables, UNPLACED};
use std::collections::BTreeMap;

/// What can be moved at all, from the instance.
#[derive(Clone, Debug)]
pub(crate) struct Movable {
    /// Meet slots of events without preassigned time.
    pub meets: Vec<u32>,
    /// Meet slots with open demands.
    pub staffed: Vec<u32>,
    /// Events without preassigned time that can be split.
    pub splittable: Vec<u32>,
    /// For each event, the events that constraints link it to; by hard ones also through others.
    pub linked: Vec<Vec<u32>>,
    /// By event: whether each of its open demands is one of such a set, so that a resource is never changed for one meet alone.
    pub bound: Vec<bool>,
    /// By open demand: such a set that it is in, or [`NONE`].
    pub set_of: Vec<u32>,
    /// For each constrained set of demands that should have one resource: the demands.
    pub unsplit: Vec<Vec<u32>>,
}

impl Movable {
    /// From the tables of an instance.
    pub fn new(tables: &Tables) -> Self {
        let free = |event: &usize| tables.event_time[*event] == UNPLACED;
        let events = 0..tables.event_duration.len();
        let slots = |event: usize| tables.slots(event).map(|slot| slot as u32);
        let mut linked = vec![Vec::new(); events.len()];
        let hard = tables.links.iter().filter(|link| link.price.is_hard());
        let soft = tables.links.iter().filter(|link| !link.price.is_hard());
        let mut links = merged(hard.map(|link| link.events.clone()).collect());
        links.extend(soft.map(|link| link.events.clone()));
        for link in &links {
            for &event in link {
                let others = link
                    .iter()
                    .filter(|&&other| other != event && free(&(other as usize)));
                linked[event as usize].extend(others);
            }
        }
        for list in &mut linked {
            list.sort_unstable();
            list.dedup();
        }
        let mut unsplit: Vec<Vec<u32>> = vec![Vec::new(); tables.unsplits.len()];
        for demand in 0..tables.demand_event.len() {
            for &group in tables.unsplits_of_demand.row(demand) {
                unsplit[group as usize].push(demand as u32);
            }
        }
        // One resource for each of two sets that share a demand is one resource for both.
        let (hard, soft): (Vec<_>, Vec<_>) = unsplit
            .into_iter()
            .zip(&tables.unsplits)
            .partition(|(_, unsplit)| unsplit.price.is_hard());
        let demands = |(demands, _): (Vec<u32>, _)| demands;
        let mut unsplit: Vec<Vec<u32>> = soft.into_iter().map(demands).collect();
        unsplit.extend(merged(hard.into_iter().map(demands).collect()));
        // A set of one demand counts too: its pieces should have one resource.
        let mut set_of = vec![NONE; tables.demand_event.len()];
        for (set, demands) in (0..).zip(&unsplit) {
            for &demand in demands {
                set_of[demand as usize] = set;
            }
        }
        Self {
            meets: events.clone().filter(free).flat_map(slots).collect(),
            staffed: events
                .clone()
                .filter(|&event| !tables.open.row(event).is_empty())
                .flat_map(slots)
                .collect(),
            splittable: events
                .clone()
                .filter(|&event| free(&event) && !must_stay_whole(tables, event))
                .map(|event| event as u32)
                .collect(),
            linked,
            bound: events
                .map(|event| {
                    let mut demands = tables.open.range(event);
                    demands.all(|demand| !tables.unsplits_of_demand.row(demand).is_empty())
                })
                .collect(),
            set_of,
            unsplit,
        }
    }
}

/// Sets put together where they share a member; what is left have none in common.
fn merged(sets: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    // Each set leads to an earlier one that it belongs to, or to itself.
    let mut leads: Vec<usize> = (0..sets.len()).collect();
    let root = |leads: &[usize], mut set: usize| {
        while leads[set] != set {
            set = leads[set];
        }
        set
    };
    let mut set_of = BTreeMap::new();
    for (set, members) in sets.iter().enumerate() {
        for &member in members {
            let other = *set_of.entry(member).or_insert(set);
            let (one, other) = (root(&leads, set), root(&leads, other));
            leads[one.max(other)] = one.min(other);
        }
    }
    let mut all = vec![Vec::new(); sets.len()];
    for (set, members) in sets.into_iter().enumerate() {
        all[root(&leads, set)].extend(members);
    }
    all.retain(|set| !set.is_empty());
    for set in &mut all {
        set.sort_unstable();
        set.dedup();
    }
    all
}

/// Whether an event cannot be cut into pieces, or only at hard cost.
fn must_stay_whole(tables: &Tables, event: usize) -> bool {
    let mut monitors = tables.shape_monitors.row(event).iter();
    tables.event_duration[event] == 1
        || monitors.any(|monitor| {
            let whole =
                matches!(monitor.measure, ShapeMeasure::Split(_, amount) if amount.max == 1);
            whole && monitor.price.is_hard()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_that_share_members_are_one() {
        let sets = vec![
            vec![4, 1],
            vec![7],
            vec![2, 3],
            vec![],
            vec![3, 4],
            vec![9, 8],
        ];
        assert_eq!(merged(sets), [vec![1, 2, 3, 4], vec![7], vec![8, 9]]);
    }
}
