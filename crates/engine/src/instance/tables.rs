//! What the incremental state looks up: for each event and resource, who attends and which points of application to re-evaluate.
//! A *monitor* is one point of one constraint; monitors that the same change wakes form an *account*, whose cost is kept as one number.

use super::csr::Csr;
use crate::constraint::bits::Groups;
use crate::{Cost, CostFunction, EventId, Limits};

/// No time, no resource, no meet.
pub(crate) const NONE: u32 = u32::MAX;
/// No start time.
pub(crate) const UNPLACED: u16 = u16::MAX;

/// How a deviation is charged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Price {
    hard: i64,
    soft: i64,
    function: CostFunction,
}

impl Price {
    pub fn new(constraint: &crate::Constraint) -> Self {
        let weight = i64::from(constraint.weight);
        let (hard, soft) = if constraint.required {
            (weight, 0)
        } else {
            (0, weight)
        };
        Self {
            hard,
            soft,
            function: constraint.cost_function,
        }
    }

    /// The cost of a deviation.
    #[inline]
    pub fn cost(self, deviation: i64) -> Cost {
        let value = self.function.apply(deviation);
        Cost {
            hard: self.hard * value,
            soft: self.soft * value,
        }
    }

    /// Whether it is hard.
    pub const fn is_hard(self) -> bool {
        self.hard > 0
    }
}

/// A run of bit sets in [`Tables::masks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Masks {
    pub first: u32,
    pub count: u32,
}

/// What a monitor of a resource measures.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ResourceMeasure {
    Unavailable(Masks),
    Idle(Masks, Limits),
    Cluster(Masks, Limits),
    Busy(Masks, Limits),
    /// The length of the longest run that costs nothing.
    Runs(Masks, u16),
    Holes(Masks, Limits),
    /// How many groups may begin late.
    Early(Masks, u16),
    /// Limits in units of one over the common denominator.
    Workload(Limits),
}

/// What a monitor of the times of an event measures.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TimeMeasure {
    Assigned,
    /// The preferred starts, and the only duration that counts, or 0 for any.
    Preferred(Masks, u16),
}

/// What a monitor of the durations of an event measures.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ShapeMeasure {
    /// Limits of a duration, and of the number of meets.
    Split(Limits, Limits),
    /// The duration that counts, and limits of the number of meets.
    Distribute(u16, Limits),
}

/// What a monitor of an open demand measures.
#[derive(Clone, Copy, Debug)]
pub(crate) enum DemandMeasure {
    Assigned,
    /// First word of the set of preferred resources in [`Tables::resource_sets`].
    Preferred(u32),
}

/// One point of application of one constraint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Monitor<M> {
    pub measure: M,
    pub price: Price,
}

/// A demand that is met beforehand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fixed {
    pub resource: u32,
}

/// A demand that the solver is to meet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open {
    /// Position among the event's resources.
    pub index: u32,
    /// Workload of one time, in units of one over the common denominator.
    pub load: i64,
}

/// An event group under one spread constraint.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spread {
    /// Which of [`Tables::spread_limits`].
    pub table: u32,
    /// Its first counter; one for each time group.
    pub counters: u32,
    pub price: Price,
}

/// The time groups of a spread constraint.
#[derive(Clone, Debug)]
pub(crate) struct SpreadTable {
    pub limits: Vec<Limits>,
    /// For each time, the time groups it is in.
    pub groups: Csr<u32>,
}

/// An event group under one constraint on how many of its meets run at a time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Concurrence {
    /// The times that count.
    pub times: Masks,
    /// Its first counter; one for each time, whether it counts or not.
    pub counters: u32,
    pub limits: Limits,
    pub none_is_free: bool,
    pub price: Price,
}

/// A group of meetings, as lists with an entry for each.
#[derive(Clone, Debug)]
pub(crate) struct Gathering {
    /// The times of all, one after another.
    pub times: Masks,
    /// Whose busy times are taken out of which meeting's times, and whose others.
    pub free: Vec<(u8, u32)>,
    pub busy: Vec<(u8, u32)>,
    pub attendances: Vec<Attendance>,
    /// See `hold_meetings::deviation`.
    pub rivals: Vec<u8>,
    pub weights: Vec<i64>,
    pub price: Price,
}

/// Who may come to a meeting, and how many must.
#[derive(Clone, Debug)]
pub(crate) struct Attendance {
    pub meeting: u8,
    pub least: u8,
    /// By member: when they can come, and what must not be busy then.
    pub can: Masks,
    pub members: Vec<Vec<u32>>,
}

/// A linked event group.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub events: Vec<u32>,
    pub price: Price,
}

/// An ordered pair.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order {
    pub first: u32,
    pub second: u32,
    pub separation: Limits,
    pub price: Price,
}

/// An event group under one constraint on split assignments.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unsplit {
    /// Its first counter; one for each resource.
    pub counters: u32,
    pub price: Price,
}

/// Monitors whose cost is kept together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Account {
    Resource(u32),
    Times(u32),
    Shape(u32),
    Demand(u32),
    Spread(u32),
    Link(u32),
    Order(u32),
    Unsplit(u32),
    Relation(u32),
    Concurrence(u32),
    Gathering(u32),
}

/// How many sorts of accounts there are.
pub(crate) const SORTS: usize = 11;

/// All of it.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    /// Words of a bit set of times: 1, 2, 4 or 64.
    pub words: usize,
    pub times: usize,
    pub resources: usize,
    /// Bit sets of times, `words` words each.
    pub masks: Vec<u64>,
    /// For each of them what [`crate::constraint::bits::shift`] says.
    pub shifts: Vec<u8>,
    /// Words of a bit set of resources.
    pub resource_words: usize,
    pub resource_sets: Vec<u64>,

    pub event_duration: Vec<u16>,
    /// Preassigned start, or [`UNPLACED`].
    pub event_time: Vec<u16>,
    /// First meet slot of each event, and one more: an event has as many slots as durations.
    pub meet_first: Vec<u32>,
    pub meet_event: Vec<u32>,
    /// First task of each meet slot, and one more: one for each open demand.
    pub task_first: Vec<u32>,
    pub fixed: Csr<Fixed>,
    pub open: Csr<Open>,
    pub demand_event: Vec<u32>,
    /// Workload that a resource has whatever the solution, and the unit of all workloads.
    pub fixed_load: Vec<i64>,
    pub load_unit: i64,

    /// What the clashes of each resource are charged: apart, because they decide most moves and are the quickest to count.
    pub clash_prices: Csr<Price>,
    pub resource_monitors: Csr<Monitor<ResourceMeasure>>,
    pub time_monitors: Csr<Monitor<TimeMeasure>>,
    pub shape_monitors: Csr<Monitor<ShapeMeasure>>,
    /// By open demand.
    pub demand_monitors: Csr<Monitor<DemandMeasure>>,

    pub spreads: Vec<Spread>,
    pub spread_tables: Vec<SpreadTable>,
    pub spread_counters: usize,
    pub spreads_of_event: Csr<u32>,
    pub concurrences: Vec<Concurrence>,
    pub concurrences_of_event: Csr<u32>,
    pub gatherings: Vec<Gathering>,
    pub gatherings_of_resource: Csr<u32>,
    pub links: Vec<Link>,
    pub links_of_event: Csr<u32>,
    pub orders: Vec<Order>,
    pub orders_of_event: Csr<u32>,
    pub unsplits: Vec<Unsplit>,
    /// Counters at the start: what preassigned resources count.
    pub unsplit_counters: Vec<u32>,
    /// By open demand.
    pub unsplits_of_demand: Csr<u32>,
    pub relations: super::relations::Relations,

    /// First account of each sort, in the order of [`Account`].
    pub accounts: [u32; SORTS + 1],
    /// For each event and possible duration up to the event's, the starts worth trying.
    pub starts: super::domain::Starts,
    /// Bit sets of times, a row as in `starts`.
    pub costless: Vec<u64>,
    /// For each open demand, the resources worth trying.
    pub candidates: Csr<u32>,
    /// By open demand: whether nobody holding it breaks no hard constraint by itself.
    pub optional: Vec<bool>,
}

impl Tables {
    /// The meet slots of an event.
    #[inline]
    pub fn slots(&self, event: usize) -> std::ops::Range<usize> {
        self.meet_first[event] as usize..self.meet_first[event + 1] as usize
    }

    /// The tasks of a meet slot.
    #[inline]
    pub fn tasks(&self, meet: usize) -> std::ops::Range<usize> {
        self.task_first[meet] as usize..self.task_first[meet + 1] as usize
    }

    /// The position of an account among all.
    #[inline]
    pub const fn place(&self, account: Account) -> usize {
        let (sort, index) = match account {
            Account::Resource(index) => (0, index),
            Account::Times(index) => (1, index),
            Account::Shape(index) => (2, index),
            Account::Demand(index) => (3, index),
            Account::Spread(index) => (4, index),
            Account::Link(index) => (5, index),
            Account::Order(index) => (6, index),
            Account::Unsplit(index) => (7, index),
            Account::Relation(index) => (8, index),
            Account::Concurrence(index) => (9, index),
            Account::Gathering(index) => (10, index),
        };
        (self.accounts[sort] + index) as usize
    }

    /// Every account, in order of place.
    pub fn all_accounts(&self) -> impl Iterator<Item = Account> {
        type Make = fn(u32) -> Account;
        let sorts: [Make; SORTS] = [
            Account::Resource,
            Account::Times,
            Account::Shape,
            Account::Demand,
            Account::Spread,
            Account::Link,
            Account::Order,
            Account::Unsplit,
            Account::Relation,
            Account::Concurrence,
            Account::Gathering,
        ];
        let counts = self
            .accounts
            .windows(2)
            .map(|ends| ends[1] - ends[0])
            .collect::<Vec<_>>();
        sorts
            .into_iter()
            .zip(counts)
            .flat_map(|(make, count)| (0..count).map(make))
    }

    /// The bit sets of a run.
    #[inline]
    pub fn mask<const W: usize>(&self, masks: Masks) -> &[[u64; W]] {
        let (sets, _) = self.masks.as_chunks::<W>();
        &sets[masks.first as usize..(masks.first + masks.count) as usize]
    }

    /// The bit sets of a run, as time groups to count in.
    #[inline]
    pub fn groups<const W: usize>(&self, masks: Masks) -> Groups<'_, W> {
        let shifts = &self.shifts[masks.first as usize..(masks.first + masks.count) as usize];
        Groups {
            sets: self.mask(masks),
            shifts,
        }
    }

    /// The starts at which a meet costs its event nothing. Row as in [`Tables::starts`].
    #[inline]
    pub fn costless_starts<const W: usize>(&self, row: usize) -> &[u64; W] {
        let (sets, _) = self.costless.as_chunks::<W>();
        &sets[row]
    }

    /// The deviation of a spread group none of whose meets has a start.
    pub fn empty_spread(&self, spread: Spread) -> i64 {
        let limits = &self.spread_tables[spread.table as usize].limits;
        limits.iter().map(|limits| limits.deviation(0)).sum()
    }

    /// What this number of clashes costs a resource.
    #[inline]
    pub fn clash_cost(&self, resource: usize, clashes: i64) -> Cost {
        let mut cost = Cost::ZERO;
        if clashes != 0 {
            for price in self.clash_prices.row(resource) {
                cost += price.cost(clashes);
            }
        }
        cost
    }

    /// The number of accounts.
    pub const fn account_count(&self) -> usize {
        self.accounts[SORTS] as usize
    }

    /// The event of an open demand.
    #[inline]
    pub fn event_of_demand(&self, demand: usize) -> usize {
        self.demand_event[demand] as usize
    }

    /// The event of a meet slot.
    pub fn event_of(&self, meet: usize) -> EventId {
        EventId(self.meet_event[meet])
    }
}
