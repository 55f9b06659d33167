//! Building the diagram of a seat: layer by layer, partial loads that the future cannot tell apart being one node.

use rustc_hash::FxHashMap;

use super::seat::{add_cuts, add_held, add_whole, with_preparations};
use super::{Arc, Diagram, Step};
use crate::allocate::columns::cuts::Cuts;
use crate::allocate::columns::part::Part;
use crate::allocate::columns::rows::Rows;
use crate::allocate::problem::Price;
use crate::allocate::seats::{Seat, SeatCharge, Seats};

/// Most arcs of one diagram.
const MOST_ARCS: usize = 600_000;

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
    total_row: u32,
    order: Vec<u32>,
    /// By layer: what the takes from there on can add to each form, downwards and upwards.
    reach: Vec<Vec<(i64, i64)>>,
    /// By layer: flags that takes from there on raise.
    later: Vec<u128>,
    /// By form: its least value, and the bits that it takes.
    packing: Vec<(i64, u32)>,
    /// By layer: the forms of which a partial load there remembers something.
    open: Vec<Vec<usize>>,
    /// The first form that a cut is about.
    cut_forms: usize,
}

impl Diagram {
    /// Builds the diagram of a seat's loads in a part of all allocations; `None` where a seat has more flags than a
    /// diagram can remember. What a diagram of the same seat had to leave out `before` is left out at once.
    pub fn of(
        seats: &Seats,
        seat: usize,
        rows: &Rows,
        cuts: &Cuts,
        part: &Part,
        before: Option<&Self>,
    ) -> Option<Self> {
        let (mut data, held) = with_preparations(seats, seat, rows.groups as u32);
        add_held(&mut data, seats, seat, part);
        add_whole(&mut data, seats, &held, rows.groups as u32, part);
        let cut_forms = data.forms;
        let cut_charges = add_cuts(&mut data, cuts, rows.cuts as u32);
        let (data, peak_row) = (&data, rows.peaks[seat] as u32);
        if data.flags.len() > 128 {
            return None;
        }
        let mut charges = vec![Vec::new(); data.forms];
        for charge in &data.charges {
            charges[charge.form as usize].push((*charge, None));
        }
        for (at, (peak, charge)) in data.peaks.iter().enumerate() {
            let row = (charge.price != Price::Hard).then_some(peak_row + at as u32);
            charges[charge.form as usize].push((*charge, row));
            let high = part.windows[*peak as usize].high;
            if let Some(most) = high.checked_mul(charge.unit) {
                let (price, constant) = (Price::Hard, charge.constant.saturating_sub(most));
                let limit = SeatCharge {
                    constant,
                    price,
                    ..*charge
                };
                charges[charge.form as usize].push((limit, None));
            }
        }
        for (charge, row) in cut_charges {
            charges[charge.form as usize].push((charge, Some(row)));
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
            total_row: rows.total as u32,
            order,
            reach: Vec::new(),
            later: Vec::new(),
            packing: Vec::new(),
            open: Vec::new(),
            cut_forms,
        };
        builder.look_ahead();
        let mut left_out = before.map_or(0, |before| before.left_out);
        if left_out > 0 {
            builder.count_singly();
        }
        for _ in 0..left_out {
            builder.leave_out();
        }
        loop {
            if let Some(built) = builder.build() {
                let kinds = data.takes.iter().map(|take| rows.kinds as u32 + take.kind);
                return Some(Self {
                    kinds: kinds.collect(),
                    left_out,
                    ..built
                });
            }
            if !builder.count_singly() {
                left_out += 1;
                if !builder.leave_out() {
                    return None;
                }
            }
        }
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
        let mut touched = vec![false; self.seat.forms];
        for layer in 0..=layers {
            let both = |form: &usize| touched[*form] && self.reach[layer][*form] != (0, 0);
            self.open.push((0..touched.len()).filter(both).collect());
            if let Some(take) = self.order.get(layer) {
                let take = &self.seat.takes[*take as usize];
                let raised = take
                    .flags
                    .iter()
                    .flat_map(|flag| &self.seat.flags[*flag as usize]);
                for (form, _) in take.forms.iter().chain(raised) {
                    touched[*form as usize] = true;
                }
            }
        }
    }

    /// Counts every post of a cut by itself, which adds more to its row than there is and so looks cheaper; `false`
    /// when that is so already.
    fn count_singly(&mut self) -> bool {
        let cuts = self.charges[self.cut_forms..].iter_mut().flatten();
        let units = cuts.map(|(charge, _)| std::mem::replace(&mut charge.unit, 1));
        units.max().is_some_and(|unit| unit > 1)
    }

    /// Leaves out the charges of the form with the widest range, soft ones first; `false` when none are left.
    fn leave_out(&mut self) -> bool {
        let soft = |(charge, _): &(SeatCharge, Option<u32>)| charge.price != Price::Hard;
        let width = |form: &usize| self.packing[*form].1;
        let forms = || 0..self.cut_forms;
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
        let bits = |open: &Vec<usize>| open.iter().map(|form| self.bits(*form)).sum::<u32>();
        if self.open.iter().map(bits).max() > Some(128) {
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
        // There are millions of arcs, so what one of them needs is not allocated for each.
        let (mut now, mut reduced) = (layer_nodes[0].clone(), layer_nodes[0].clone());
        let mut changes = Vec::new();
        let mut step = Step {
            take: 0,
            count: 0,
            cost: 0,
            rows: Vec::new(),
        };
        for layer in 0..layers {
            let mut known: FxHashMap<(u128, u128), u32> = FxHashMap::default();
            let mut alike: FxHashMap<(usize, u64), i64> = FxHashMap::default();
            let mut next: Vec<Partial> = Vec::new();
            let take = self.order[layer];
            for (at, partial) in layer_nodes.iter().enumerate() {
                now.values.clone_from(&partial.values);
                now.flags = partial.flags;
                (step.take, step.count, step.cost) = (take, 0, 0);
                step.rows.clear();
                for count in 0..=self.copies(take) {
                    if count > 0 {
                        step.count = count as u32;
                        if !self.advance(take, layer, &mut now, &mut step, &mut changes) {
                            break;
                        }
                    }
                    if !self.reduce(layer + 1, &now, &mut alike, &mut reduced) {
                        continue;
                    }
                    let key = if layer + 1 == layers {
                        (0, 0)
                    } else {
                        (self.pack(layer + 1, &reduced.values), reduced.flags)
                    };
                    let to = *known.entry(key).or_insert_with(|| {
                        next.push(reduced.clone());
                        next.len() as u32 - 1
                    });
                    let number = match steps.get(&step) {
                        Some(number) => *number,
                        None => {
                            steps.insert(step.clone(), listed.len() as u32);
                            listed.push(step.clone());
                            listed.len() as u32 - 1
                        }
                    };
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
            left_out: 0,
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
    fn advance(
        &self,
        take: u32,
        layer: usize,
        now: &mut Partial,
        step: &mut Step,
        changes: &mut Vec<(u32, i64)>,
    ) -> bool {
        let data = &self.seat.takes[take as usize];
        changes.clone_from(&data.forms);
        for flag in &data.flags {
            if now.flags & (1 << flag) == 0 {
                now.flags |= 1 << flag;
                changes.extend(&self.seat.flags[*flag as usize]);
                if let Some(row) = self.held[*flag as usize] {
                    step.rows.extend([(row, 1), (self.total_row, 1)]);
                }
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

    /// Fills in what the future needs to know of a partial load; `false` when it cannot be completed.
    fn reduce(
        &self,
        layer: usize,
        now: &Partial,
        alike: &mut FxHashMap<(usize, u64), i64>,
        reduced: &mut Partial,
    ) -> bool {
        reduced.values.clone_from(&now.values);
        reduced.flags = now.flags & self.later[layer];
        for (form, charges) in self.charges.iter().enumerate() {
            let value = now.values[form];
            let (low, high) = self.reach[layer][form];
            let (mut pattern, mut live) = (0_u64, false);
            if (low, high) == (0, 0) && form >= self.cut_forms {
                reduced.values[form] = 0;
                continue;
            }
            for (charge, _) in charges {
                let ends = [low, high].map(|d| charge.scale * (value + d) + charge.constant);
                let (least, most) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
                if charge.price == Price::Hard && least > 0 {
                    return false;
                }
                let idle = most <= 0;
                let steady = least >= 0 && charge.unit == 1 && charge.price != Price::Hard;
                live |= !idle && !steady;
                pattern = pattern * 2 + u64::from(idle);
            }
            reduced.values[form] = if charges.is_empty() {
                0
            } else if form >= self.cut_forms {
                value % charges[0].0.unit
            } else if live {
                value
            } else {
                *alike.entry((form, pattern)).or_insert(value)
            };
        }
        true
    }

    /// Bits that a form takes: none where nothing is charged for it.
    fn bits(&self, form: usize) -> u32 {
        match self.charges[form].is_empty() {
            true => 0,
            false => self.packing[form].1,
        }
    }

    fn pack(&self, layer: usize, values: &[i64]) -> u128 {
        let mut packed = 0;
        for form in &self.open[layer] {
            let bits = self.bits(*form);
            if bits > 0 {
                packed = (packed << bits) | (values[*form] - self.packing[*form].0) as u128;
            }
        }
        packed
    }
}
