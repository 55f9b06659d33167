//! The integer programme while it is written down: sums over its variables, each variable with the value that it has in the incumbent, and
//! deviations turned into costs.

use crate::CostFunction;
use std::collections::BTreeMap;
use uurwerk_mip::{Model, Var};

/// A constant plus coefficients times variables.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    pub constant: i64,
    pub terms: Vec<(Var, i64)>,
}

impl Sum {
    /// Without variables.
    pub const fn constant(constant: i64) -> Self {
        Self {
            constant,
            terms: Vec::new(),
        }
    }

    /// One variable.
    pub fn of(var: Var) -> Self {
        Self {
            constant: 0,
            terms: vec![(var, 1)],
        }
    }

    /// Adds `factor` times another sum.
    pub fn add(&mut self, other: &Self, factor: i64) {
        self.constant += factor * other.constant;
        let scaled = other
            .terms
            .iter()
            .map(|&(var, times)| (var, factor * times));
        self.terms.extend(scaled);
    }

    /// The sum plus `factor` times another.
    pub fn plus(mut self, other: &Self, factor: i64) -> Self {
        self.add(other, factor);
        self
    }

    /// Its terms by variable, each variable once.
    pub fn merged(&self) -> BTreeMap<Var, i64> {
        let mut merged = BTreeMap::new();
        for &(var, times) in &self.terms {
            *merged.entry(var).or_default() += times;
        }
        merged
    }

    /// The sum plus a number.
    pub const fn shifted(mut self, by: i64) -> Self {
        self.constant += by;
        self
    }
}

/// What a deviation of one point of application costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Price {
    pub hard: bool,
    /// The constraint's weight, times how often it names the point.
    pub weight: i64,
    pub function: CostFunction,
}

/// One addend of a point's deviation: the sum over `unit`, rounded up, when it is above zero.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub sum: Sum,
    pub unit: i64,
}

impl Part {
    /// How far a count lies above a limit, or zero.
    pub fn above(count: &Sum, limit: i64) -> Self {
        Self {
            sum: count.clone().shifted(-limit),
            unit: 1,
        }
    }

    /// How far a count lies below a limit, or zero.
    pub fn below(count: &Sum, limit: i64) -> Self {
        Self {
            sum: Sum::constant(limit).plus(count, -1),
            unit: 1,
        }
    }

    const fn deviation(&self, value: i64) -> i64 {
        if value <= 0 {
            0
        } else {
            (value - 1) / self.unit + 1
        }
    }
}

/// Deviations that a quadratic cost may rise by, over the incumbent's: enough for any improvement that is worth its price.
const STEEP: i64 = 4;

/// The programme. Every variable is at least 0.
pub(super) struct Sheet {
    pub model: Model,
    /// For each variable its value in the incumbent.
    start: Vec<i64>,
    /// For each variable its greatest value and its choice: variables of one choice sum to at most the choice's size.
    bounds: Vec<(i64, u32)>,
    sizes: Vec<i64>,
    /// What one unit of hard cost costs here.
    hard_unit: i64,
    /// Whether no point may have more hard cost than in the incumbent.
    strict: bool,
}

/// Belongs to no choice.
const ALONE: u32 = u32::MAX;

impl Sheet {
    /// With nothing in it.
    pub fn new(hard_unit: i64, strict: bool) -> Self {
        Self {
            model: Model::new(),
            start: Vec::new(),
            bounds: Vec::new(),
            sizes: Vec::new(),
            hard_unit,
            strict,
        }
    }

    /// Whether no point may have more hard cost than in the incumbent.
    pub const fn is_strict(&self) -> bool {
        self.strict
    }

    /// The incumbent's values.
    pub fn start(&self) -> &[i64] {
        &self.start
    }

    /// A new choice whose variables sum to at most `size`.
    pub fn choice(&mut self, size: i64) -> u32 {
        self.sizes.push(size);
        self.sizes.len() as u32 - 1
    }

    /// A variable of a choice.
    pub fn chosen(&mut self, choice: u32, most: i64, start: i64) -> Var {
        self.start.push(start);
        self.bounds.push((most, choice));
        self.model.integer(0..=most)
    }

    /// The choice of a variable, when only one of that choice's variables can be taken.
    pub fn only_choice(&self, var: Var) -> Option<u32> {
        let choice = self.bounds[var.index()].1;
        (choice != ALONE && self.sizes[choice as usize] == 1).then_some(choice)
    }

    /// A variable from 0 to `most`.
    pub fn integer(&mut self, most: i64, start: i64) -> Var {
        self.chosen(ALONE, most, start)
    }

    /// The value of a sum in the incumbent.
    pub fn value(&self, sum: &Sum) -> i64 {
        let values = sum.terms.iter();
        sum.constant
            + values
                .map(|&(var, times)| times * self.start[var.index()])
                .sum::<i64>()
    }

    /// Bounds that the sum keeps for all values of its variables.
    pub fn range(&self, sum: &Sum) -> (i64, i64) {
        let mut choices: BTreeMap<u32, (i64, i64)> = BTreeMap::new();
        let (mut low, mut high) = (sum.constant, sum.constant);
        for (var, times) in sum.merged() {
            let (most, choice) = self.bounds[var.index()];
            if choice == ALONE {
                low += times.min(0) * most;
                high += times.max(0) * most;
            } else {
                let extremes = choices.entry(choice).or_default();
                *extremes = (extremes.0.min(times), extremes.1.max(times));
            }
        }
        for (choice, (least, greatest)) in choices {
            let size = self.sizes[choice as usize];
            low += least * size;
            high += greatest * size;
        }
        (low, high)
    }

    /// A row: the sum is at most zero.
    pub fn at_most_zero(&mut self, sum: Sum) {
        self.model.at_most(sum.terms, -sum.constant);
    }

    /// A row: the sum is zero.
    pub fn zero(&mut self, sum: Sum) {
        self.model.exactly(sum.terms, -sum.constant);
    }

    /// Charges a point of application for its deviation, the sum of the parts.
    pub fn charge(&mut self, price: Price, parts: Vec<Part>) {
        if price.weight == 0 {
            return;
        }
        let now: i64 = parts
            .iter()
            .map(|part| part.deviation(self.value(&part.sum)))
            .sum();
        let cap = (price.hard && self.strict).then_some(now);
        let mut deviation = Sum::default();
        for part in parts {
            let (low, high) = self.range(&part.sum);
            if high <= 0 {
                continue;
            }
            if cap == Some(0) {
                self.at_most_zero(part.sum);
            } else if low >= 0 && part.unit == 1 {
                deviation.add(&part.sum, 1);
            } else {
                let most = part.deviation(high).min(cap.unwrap_or(i64::MAX));
                let start = part.deviation(self.value(&part.sum));
                let off = Sum::of(self.integer(most, start));
                self.at_most_zero(part.sum.plus(&off, -part.unit));
                deviation.add(&off, 1);
            }
        }
        if cap == Some(0) {
            return;
        }
        let (low, high) = self.range(&deviation);
        let most = high.min(cap.unwrap_or(i64::MAX));
        if most < high {
            self.at_most_zero(deviation.clone().shifted(-most));
        }
        let weight = price.weight * if price.hard { self.hard_unit } else { 1 };
        match price.function {
            CostFunction::Linear => self.cost(&deviation, weight),
            function if low == most => self.model.add_constant(weight * function.apply(low)),
            CostFunction::Step if low > 0 => self.model.add_constant(weight),
            CostFunction::Step => {
                let any = Sum::of(self.integer(1, now.min(1)));
                self.cost(&any, weight);
                self.at_most_zero(deviation.plus(&any, -most));
            }
            CostFunction::Quadratic => self.charge_square(deviation, now, low, most, weight),
        }
    }

    /// Charges the square of a deviation: unit step after unit step, each dearer than the one before, so that their order needs no row.
    fn charge_square(&mut self, deviation: Sum, now: i64, low: i64, most: i64, weight: i64) {
        let most = most.min(now.max(low) + STEEP);
        let mut steps = Sum::constant(low);
        self.model.add_constant(weight * low * low);
        for step in low + 1..=most {
            let taken = Sum::of(self.integer(1, i64::from(step <= now)));
            self.cost(&taken, weight * (2 * step - 1));
            steps.add(&taken, 1);
        }
        self.at_most_zero(deviation.plus(&steps, -1));
    }

    fn cost(&mut self, sum: &Sum, weight: i64) {
        self.model.add_constant(weight * sum.constant);
        for &(var, times) in &sum.terms {
            self.model.add_cost(var, weight * times);
        }
    }
}
