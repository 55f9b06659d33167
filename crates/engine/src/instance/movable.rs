//! What a search can move at all.

use super::tables::{NONE, ShapeMeasure, Tables, UNPLACED};

/// What can be moved at all, from the instance.
#[derive(Clone, Debug)]
pub(crate) struct Movable {
    /// Meet slots of events without preassigned time.
    pub meets: Vec<u32>,
    /// Meet slots with open demands.
    pub staffed: Vec<u32>,
    /// Events without preassigned time that can be split.
    pub splittable: Vec<u32>,
    /// For each event, the events that constraints link it to.
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
        for link in &tables.links {
            for &event in &link.events {
                let others = link
                    .events
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
