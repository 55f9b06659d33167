//! All loads of one teacher as a decision diagram, on which the cheapest load for given duals is a shortest path.
//!
//! Layers are the seat's takes, nodes are what a partial load must remember (sums that a charge still depends on,
//! flags that a later post could raise again), arcs are how many posts of a kind are taken. A charge is paid arc by
//! arc, as the sum that it is about grows, so partial loads that the future cannot tell apart are one node. The
//! diagram is built once; pricing is a sweep over its arcs. Where it would grow too large, charges are left out,
//! dearest form first: loads then look cheaper than they are, so that a bound by shortest paths stays a bound
//! (a relaxed decision diagram: Bergman, Cire, van Hoeve and Hooker, 2016).

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::Rows;
use super::holders::preparations;
use crate::allocate::problem::Price;
use crate::allocate::seats::{Seat, SeatCharge, Seats};

/// Most arcs of one diagram.
const MOST_ARCS: usize = 600_000;
/// Longer than every path: the length of what does not exist.
pub const FAR: i64 = i64::MAX / 4;

/// One way to take some posts of a kind after a partial load.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Step {
    take: u32,
    count: u32,
    cost: i64,
    /// What it adds to the rows of shared charges and of the seat's own peaks.
    rows: Vec<(u32, i64)>,
}

#[derive(Debug, Clone, Copy)]
struct Arc {
    from: u32,
    to: u32,
    step: u32,
}

/// The loads of a seat.
#[derive(Debug)]
pub struct Diagram {
    /// By layer, arcs of one layer together.
    arcs: Vec<Arc>,
    steps: Vec<Step>,
    nodes: usize,
    end: u32,
    /// What an empty load costs, and adds to rows.
    root_cost: i64,
    root_rows: Vec<(u32, i64)>,
    /// By take: the row of its kind.
    kinds: Vec<u32>,
}

/// A shortest path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Its length: what the load costs less what duals pay for it, in parts of a unit.
    pub length: i64,
    /// How many posts of each of the seat's takes.
    pub counts: Vec<(u32, u32)>,
}

#[derive(Clone, PartialEq)]
struct Partial {
    values: Vec<i64>,
    flags: u128,
}

struct Builder<'s> {
    seats: &'s Seats,
    seat: &'s Seat,
    /// By flag: the row of the preparation that is held when it is up.
    held: Vec<Option<u32>>,
    /// By form: its charges, and the row that a peak adds to.
    charges: Vec<Vec<(SeatCharge, Option<u32>)>>,
    shared_row: u32,
    order: Vec<u32>,
    /// By layer: what the takes from there on can add to each form, downwards and upwards.
    reach: Vec<Vec<(i64, i64)>>,
    /// By layer: flags that takes from there on raise.
    later: Vec<u128>,
    /// By form: its least value, and the bits that it takes.
    packing: Vec<(i64, u32)>,
}

impl Diagram {
    /// Builds the diagram of a seat; `None` where a seat has more flags than a diagram can remember.
    pub fn of(seats: &Seats, seat: usize, rows: &Rows) -> Option<Self> {
        let (data, held) = with_preparations(seats, seat, rows.groups as u32);
        let (data, peak_row) = (&data, rows.peaks[seat] as u32);
        if data.flags.len() > 128 {
            return None;
        }
        let mut charges = vec![Vec::new(); data.forms];
        for charge in &data.charges {
            charges[charge.form as usize].push((*charge, None));
        }
        for (at, (_, charge)) in data.peaks.iter().enumerate() {
            let row = (charge.price != Price::Hard).then_some(peak_row + at as u32);
            charges[charge.form as usize].push((*charge, row));
        }
        let mut order: Vec<u32> = (0..data.takes.len() as u32).collect();
        // What shares flags stands together, largest flag first, so that few flags are open at a time.
        let mut sizes = vec![0_i64; data.flags.len()];
        let flags = data.takes.iter().flat_map(|take| &take.flags);
        flags.for_each(|flag| sizes[*flag as usize] += 1);
        order.sort_by_cached_key(|take| {
            let mut own = data.takes[*take as usize].flags.clone();
            own.sort_by_key(|flag| (-sizes[*flag as usize], *flag));
            (own, *take)
        });
        let mut builder = Builder {
            seats,
            seat: data,
            held,
            charges,
            shared_row: rows.shared as u32,
            order,
            reach: Vec::new(),
            later: Vec::new(),
            packing: Vec::new(),
        };
        builder.look_ahead();
        loop {
            if let Some(mut built) = builder.build() {
                let kinds = data.takes.iter().map(|take| rows.kinds as u32 + take.kind);
                built.kinds = kinds.collect();
                return Some(built);
            }
            if !builder.leave_out() {
                return None;
            }
        }
    }

    /// The cheapest load when every row pays its dual, in parts of a unit of cost.
    pub fn shortest(&self, duals: &[i64], parts: i64) -> Path {
        let (root, lengths) = self.lengths(duals, parts);
        let mut reached = vec![(FAR, u32::MAX); self.nodes];
        reached[0].0 = root;
        for (at, arc) in self.arcs.iter().enumerate() {
            let length = reached[arc.from as usize].0 + lengths[arc.step as usize];
            let to = &mut reached[arc.to as usize];
            if length < to.0 {
                *to = (length, at as u32);
            }
        }
        let mut counts = Vec::new();
        let mut node = self.end;
        while let Some(arc) = self.arcs.get(reached[node as usize].1 as usize) {
            let step = &self.steps[arc.step as usize];
            if step.count > 0 {
                counts.push((step.take, step.count));
            }
            node = arc.from;
        }
        Path {
            length: reached[self.end as usize].0,
            counts,
        }
    }

    /// What the root and every step cost less what duals pay for them.
    fn lengths(&self, duals: &[i64], parts: i64) -> (i64, Vec<i64>) {
        let pay = |rows: &[(u32, i64)]| -> i64 {
            let paid = rows
                .iter()
                .map(|(row, amount)| duals[*row as usize] * amount);
            paid.sum()
        };
        let length = |step: &Step| {
            let posts = match step.count {
                0 => 0,
                count => duals[self.kinds[step.take as usize] as usize] * i64::from(count),
            };
            step.cost * parts - posts - pay(&step.rows)
        };
        let root = self.root_cost * parts - pay(&self.root_rows);
        (root, self.steps.iter().map(length).collect())
    }

    /// Every load that is at most this much longer than the shortest; `None` when there are more than `most`.
    pub fn within(
        &self,
        duals: &[i64],
        parts: i64,
        slack: i64,
        most: usize,
    ) -> Option<Vec<Vec<(u32, u32)>>> {
        let (_, lengths) = self.lengths(duals, parts);
        let mut rest = vec![FAR; self.nodes];
        rest[self.end as usize] = 0;
        let mut first = vec![u32::MAX; self.nodes + 1];
        for (at, arc) in self.arcs.iter().enumerate().rev() {
            let length = lengths[arc.step as usize] + rest[arc.to as usize];
            let from = arc.from as usize;
            rest[from] = rest[from].min(length);
            first[from] = at as u32;
        }
        let mut walk = Walk {
            diagram: self,
            lengths: &lengths,
            rest: &rest,
            first: &first,
            most,
            trail: Vec::new(),
            loads: Vec::new(),
        };
        walk.follow(0, slack).then_some(walk.loads)
    }
}

/// A seat with a flag for every preparation, and by flag the row of the preparation that it is about.
fn with_preparations(seats: &Seats, seat: usize, first: u32) -> (Seat, Vec<Option<u32>>) {
    let mut data = seats.seats[seat].clone();
    let mut members: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
    for flag in 0..data.flags.len() as u32 {
        let takes = 0..data.takes.len() as u32;
        let raised = takes.filter(|take| data.takes[*take as usize].flags.contains(&flag));
        members.insert(raised.collect(), flag);
    }
    let mut held = vec![None; data.flags.len()];
    for group in preparations(seats, seat) {
        let takes = 0..data.takes.len() as u32;
        let of = |take: &u32| seats.groups[data.takes[*take as usize].kind as usize] == group;
        let own: Vec<u32> = takes.filter(of).collect();
        let row = Some(first + group as u32);
        if let Some(flag) = members.get(&own) {
            held[*flag as usize] = row;
            continue;
        }
        let flag = data.flags.len() as u32;
        data.flags.push(Vec::new());
        held.push(row);
        for take in own {
            data.takes[take as usize].flags.push(flag);
        }
    }
    (data, held)
}

/// Walks all paths that are short enough.
struct Walk<'d> {
    diagram: &'d Diagram,
    lengths: &'d [i64],
    /// By node: the shortest way to the end, and the first arc.
    rest: &'d [i64],
    first: &'d [u32],
    most: usize,
    trail: Vec<(u32, u32)>,
    loads: Vec<Vec<(u32, u32)>>,
}

impl Walk<'_> {
    /// `false` when there are too many.
    fn follow(&mut self, node: u32, slack: i64) -> bool {
        if node == self.diagram.end {
            self.loads.push(self.trail.clone());
            return self.loads.len() <= self.most;
        }
        let mut at = self.first[node as usize] as usize;
        while let Some(arc) = self.diagram.arcs.get(at).filter(|arc| arc.from == node) {
            at += 1;
            let length = self.lengths[arc.step as usize] + self.rest[arc.to as usize];
            let over = length - self.rest[node as usize];
            if self.rest[arc.to as usize] >= FAR / 2 || over > slack {
                continue;
            }
            let step = &self.diagram.steps[arc.step as usize];
            let taken = step.count > 0;
            if taken {
                self.trail.push((step.take, step.count));
            }
            let go_on = self.follow(arc.to, slack - over);
            if taken {
                self.trail.pop();
            }
            if !go_on {
                return false;
            }
        }
        true
    }
}

impl Builder<'_> {
    fn copies(&self, take: u32) -> i64 {
        let kind = self.seat.takes[take as usize].kind;
        self.seats.kinds[kind as usize].posts.len() as i64
    }

    fn look_ahead(&mut self) {
        let layers = self.order.len();
        self.reach = vec![vec![(0, 0); self.seat.forms]; layers + 1];
        self.later = vec![0; layers + 1];
        for layer in (0..layers).rev() {
            let take = self.order[layer];
            let data = &self.seat.takes[take as usize];
            let (mut reach, mut later) = (self.reach[layer + 1].clone(), self.later[layer + 1]);
            let mut add = |form: u32, amount: i64| {
                let (low, high) = &mut reach[form as usize];
                *low += amount.min(0);
                *high += amount.max(0);
            };
            for (form, amount) in &data.forms {
                add(*form, amount * self.copies(take));
            }
            for flag in &data.flags {
                if later & (1 << flag) == 0 {
                    later |= 1 << flag;
                    for (form, amount) in &self.seat.flags[*flag as usize] {
                        add(*form, *amount);
                    }
                }
            }
            self.reach[layer] = reach;
            self.later[layer] = later;
        }
        let bits = |(low, high): &(i64, i64)| 64 - ((high - low) as u64).leading_zeros();
        self.packing = self.reach[0].iter().map(|r| (r.0, bits(r))).collect();
    }

    /// Leaves out the charges of the form with the widest range, soft ones first; `false` when none are left.
    fn leave_out(&mut self) -> bool {
        let soft = |(charge, _): &(SeatCharge, Option<u32>)| charge.price != Price::Hard;
        let width = |form: &usize| self.packing[*form].1;
        let forms = || 0..self.charges.len();
        let widest = forms()
            .filter(|form| {
                self.charges[*form].iter().any(soft)
                    && !self.charges[*form].iter().any(|c| !soft(c))
            })
            .max_by_key(width);
        let widest = widest.or(forms()
            .filter(|form| !self.charges[*form].is_empty())
            .max_by_key(width));
        widest.is_some_and(|form| {
            self.charges[form].clear();
            true
        })
    }

    fn build(&self) -> Option<Diagram> {
        let layers = self.order.len();
        let bits: u32 = (self.packing.iter().zip(&self.charges))
            .filter(|(_, charges)| !charges.is_empty())
            .map(|((_, bits), _)| bits)
            .sum();
        if bits > 128 {
            return None;
        }
        let root = Partial {
            values: vec![0; self.seat.forms],
            flags: 0,
        };
        let (mut root_cost, mut root_rows) = (0, Vec::new());
        for (charge, row) in self.charges.iter().flatten() {
            self.pay(charge, *row, charge.at(0), &mut root_cost, &mut root_rows);
        }
        let mut steps: FxHashMap<Step, u32> = FxHashMap::default();
        let mut listed: Vec<Step> = Vec::new();
        let mut arcs: Vec<Arc> = Vec::new();
        let mut layer_nodes = vec![root];
        let (mut first, mut nodes) = (0_u32, 1_usize);
        for layer in 0..layers {
            let mut known: FxHashMap<(u128, u128), u32> = FxHashMap::default();
            let mut alike: BTreeMap<(usize, u64), i64> = BTreeMap::new();
            let mut next: Vec<Partial> = Vec::new();
            let take = self.order[layer];
            for (at, partial) in layer_nodes.iter().enumerate() {
                let mut now = partial.clone();
                let mut step = Step {
                    take,
                    count: 0,
                    cost: 0,
                    rows: Vec::new(),
                };
                for count in 0..=self.copies(take) {
                    if count > 0 {
                        step.count = count as u32;
                        if !self.advance(take, layer, &mut now, &mut step) {
                            break;
                        }
                    }
                    let Some(reduced) = self.reduce(layer + 1, &now, &mut alike) else {
                        continue;
                    };
                    let key = if layer + 1 == layers {
                        (0, 0)
                    } else {
                        (self.pack(&reduced.values), reduced.flags)
                    };
                    let to = *known.entry(key).or_insert_with(|| {
                        next.push(reduced);
                        next.len() as u32 - 1
                    });
                    let number = *steps.entry(step.clone()).or_insert_with(|| {
                        listed.push(step.clone());
                        listed.len() as u32 - 1
                    });
                    arcs.push(Arc {
                        from: first + at as u32,
                        to: nodes as u32 + to,
                        step: number,
                    });
                }
                if arcs.len() > MOST_ARCS {
                    return None;
                }
            }
            first = nodes as u32;
            // Without a possible load the end is a node that nothing reaches.
            nodes += next.len().max(1);
            if next.is_empty() {
                break;
            }
            layer_nodes = next;
        }
        arcs.shrink_to_fit();
        Some(Diagram {
            arcs,
            steps: listed,
            nodes,
            end: nodes as u32 - 1,
            root_cost,
            root_rows,
            kinds: Vec::new(),
        })
    }

    fn pay(
        &self,
        charge: &SeatCharge,
        row: Option<u32>,
        units: i64,
        cost: &mut i64,
        rows: &mut Vec<(u32, i64)>,
    ) {
        match (row, charge.price) {
            _ if units == 0 => (),
            (Some(row), _) => match rows.iter_mut().find(|(known, _)| *known == row) {
                Some((_, amount)) => *amount += units,
                None => rows.push((row, units)),
            },
            (None, Price::Soft(weight)) => *cost += weight * units,
            (None, Price::Hard) => (),
        }
    }

    /// Takes one more post; `false` when a hard charge cannot be kept any more.
    fn advance(&self, take: u32, layer: usize, now: &mut Partial, step: &mut Step) -> bool {
        let data = &self.seat.takes[take as usize];
        let mut changes: Vec<(u32, i64)> = data.forms.clone();
        for flag in &data.flags {
            if now.flags & (1 << flag) == 0 {
                now.flags |= 1 << flag;
                changes.extend(&self.seat.flags[*flag as usize]);
                step.rows
                    .extend(self.held[*flag as usize].map(|row| (row, 1)));
            }
        }
        changes.sort_unstable();
        step.cost += data.cost;
        let mut possible = true;
        for change in changes.chunk_by(|a, b| a.0 == b.0) {
            let form = change[0].0;
            let amount: i64 = change.iter().map(|(_, amount)| amount).sum();
            for share in self.seat.shares.iter().filter(|share| share.form == form) {
                step.rows
                    .push((self.shared_row + share.shared, share.scale * amount));
            }
            let value = &mut now.values[form as usize];
            let before = *value;
            *value += amount;
            for (charge, row) in &self.charges[form as usize] {
                let units = charge.at(*value) - charge.at(before);
                self.pay(charge, *row, units, &mut step.cost, &mut step.rows);
                if charge.price == Price::Hard {
                    // More posts of this kind could still bring a falling sum back, but none a rising one.
                    let (low, high) = self.reach[layer][form as usize];
                    let least = (charge.scale * low).min(charge.scale * high);
                    possible &= charge.scale * *value + charge.constant + least <= 0;
                }
            }
        }
        step.rows.sort_unstable();
        possible
    }

    /// What the future needs to know of a partial load; `None` when it cannot be completed.
    fn reduce(
        &self,
        layer: usize,
        now: &Partial,
        alike: &mut BTreeMap<(usize, u64), i64>,
    ) -> Option<Partial> {
        let mut reduced = Partial {
            values: now.values.clone(),
            flags: now.flags & self.later[layer],
        };
        for (form, charges) in self.charges.iter().enumerate() {
            let value = now.values[form];
            let (low, high) = self.reach[layer][form];
            let (mut pattern, mut live) = (0_u64, false);
            for (charge, _) in charges {
                let ends = [low, high].map(|d| charge.scale * (value + d) + charge.constant);
                let (least, most) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
                if charge.price == Price::Hard && least > 0 {
                    return None;
                }
                let idle = most <= 0;
                let steady = least >= 0 && charge.unit == 1 && charge.price != Price::Hard;
                live |= !idle && !steady;
                pattern = pattern * 2 + u64::from(idle);
            }
            reduced.values[form] = if charges.is_empty() {
                0
            } else if live {
                value
            } else {
                *alike.entry((form, pattern)).or_insert(value)
            };
        }
        Some(reduced)
    }

    fn pack(&self, values: &[i64]) -> u128 {
        let mut packed = 0;
        for (form, value) in values.iter().enumerate() {
            if !self.charges[form].is_empty() {
                let (least, bits) = self.packing[form];
                packed = (packed << bits) | (value - least) as u128;
            }
        }
        packed
    }
}
