//! The model as the caller states it: variables, costs and rows in whole numbers, and what they say about given values.

use crate::{Control, Fault, Limits, Solved, solve};
use std::ops::RangeInclusive;

/// Largest magnitude of a single number: far above any real cost, far below where a 53-bit mantissa starts to round.
const LARGEST: i128 = 1 << 40;
/// Largest magnitude that a row or the cost can add up to, so that every sum is exact in a 53-bit mantissa.
const LARGEST_SUM: i128 = 1 << 52;

/// A whole-number variable of a [`Model`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Var(u32);

impl Var {
    /// Its place in the model: 0 for the first one made.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An integer programme: minimise a cost over whole-number variables within rows.
///
/// The methods that take a [`Var`] panic when it belongs to a larger model, as a slice does for a wrong index.
#[derive(Debug, Clone, Default)]
pub struct Model {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    pub(crate) constant: i64,
}

#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) low: i64,
    pub(crate) high: i64,
    pub(crate) cost: i64,
    pub(crate) start: Option<i64>,
}

/// The sum of coefficient times variable compared with a bound. Terms are sorted by variable, merged, and never zero.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) terms: Vec<(Var, i64)>,
    pub(crate) sense: Sense,
    pub(crate) bound: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    AtMost,
    AtLeast,
    Exactly,
}

impl Model {
    /// A model with nothing in it, whose only answer costs 0.
    pub fn new() -> Self {
        Self::default()
    }

    /// A new variable that is 0 or 1.
    pub fn binary(&mut self) -> Var {
        self.integer(0..=1)
    }

    /// A new variable with a whole value in `range`; an empty range makes the model infeasible.
    pub fn integer(&mut self, range: RangeInclusive<i64>) -> Var {
        let var = Var(self.columns.len() as u32);
        let (low, high) = range.into_inner();
        self.columns.push(Column {
            low,
            high,
            cost: 0,
            start: None,
        });
        var
    }

    /// Adds `cost` for every unit of the variable; calls add up.
    pub fn add_cost(&mut self, var: Var, cost: i64) {
        // A saturated sum is above what `solve` accepts, so nothing is lost in silence; the same below.
        let column = &mut self.columns[var.index()];
        column.cost = column.cost.saturating_add(cost);
    }

    /// Adds a cost that every answer has.
    pub fn add_constant(&mut self, cost: i64) {
        self.constant = self.constant.saturating_add(cost);
    }

    /// What a unit of every variable costs, zeros left out.
    pub fn costs(&self) -> impl Iterator<Item = (Var, i64)> + '_ {
        let columns = self.columns.iter().enumerate();
        let costs = columns.map(|(at, column)| (Var(at as u32), column.cost));
        costs.filter(|(_, cost)| *cost != 0)
    }

    /// The cost that every answer has.
    pub fn constant(&self) -> i64 {
        self.constant
    }

    /// A row: the sum of coefficient times variable is at most `bound`. A variable named twice has its coefficients added.
    pub fn at_most(&mut self, terms: impl IntoIterator<Item = (Var, i64)>, bound: i64) {
        self.row(terms, Sense::AtMost, bound);
    }

    /// A row: the sum of coefficient times variable is at least `bound`.
    pub fn at_least(&mut self, terms: impl IntoIterator<Item = (Var, i64)>, bound: i64) {
        self.row(terms, Sense::AtLeast, bound);
    }

    /// A row: the sum of coefficient times variable is exactly `value`.
    pub fn exactly(&mut self, terms: impl IntoIterator<Item = (Var, i64)>, value: i64) {
        self.row(terms, Sense::Exactly, value);
    }

    fn row(&mut self, terms: impl IntoIterator<Item = (Var, i64)>, sense: Sense, bound: i64) {
        let mut terms: Vec<_> = terms.into_iter().collect();
        terms.sort_by_key(|&(var, _)| var);
        terms.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 = first.1.saturating_add(later.1);
            }
            same
        });
        terms.retain(|&(_, coefficient)| coefficient != 0);
        if let Some(&(last, _)) = terms.last() {
            assert!(
                last.index() < self.columns.len(),
                "variable {} is not of this model",
                last.index()
            );
        }
        self.rows.push(Row {
            terms,
            sense,
            bound,
        });
    }

    /// Proposes a value to begin from. When every variable has one and they hold, the answer is never worse than they are, however
    /// early the run ends; when only some have one, the solver tries to complete them.
    pub fn start_at(&mut self, var: Var, value: i64) {
        self.columns[var.index()].start = Some(value);
    }

    /// Proposes a value for every variable, in order; see [`Model::start_at`].
    pub fn start_with(&mut self, values: &[i64]) {
        for (column, value) in self.columns.iter_mut().zip(values) {
            column.start = Some(*value);
        }
    }

    /// How many variables there are.
    pub fn variables(&self) -> usize {
        self.columns.len()
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The exact cost of these values (one a variable, in order), or `None` when they break a row or a range.
    pub fn evaluate(&self, values: &[i64]) -> Option<i64> {
        let in_range =
            |(column, &value): (&Column, &i64)| (column.low..=column.high).contains(&value);
        if values.len() != self.columns.len()
            || !self.columns.iter().zip(values).all(in_range)
            || !self.rows.iter().all(|row| row.holds(values))
        {
            return None;
        }
        let cost = |(column, &value): (&Column, &i64)| i128::from(column.cost) * i128::from(value);
        let total: i128 = self.columns.iter().zip(values).map(cost).sum();
        i64::try_from(total + i128::from(self.constant)).ok()
    }

    /// Solves within the limits.
    ///
    /// # Errors
    /// Only for a number too large to be exact, or a failure of the solver itself; a model without an answer is a result.
    pub fn solve(&self, limits: &Limits, control: &Control) -> Result<Solved, Fault> {
        self.check_sizes()?;
        solve::solve(self, limits, control)
    }

    /// The cost of the cheapest values when the rows are forgotten: a bound that is always true.
    pub(crate) fn trivial_bound(&self) -> i64 {
        let least = |column: &Column| (column.cost * column.low).min(column.cost * column.high);
        self.constant + self.columns.iter().map(least).sum::<i64>()
    }

    /// Refuses what the solver's floating-point numbers could not hold exactly. Everything after it may use plain arithmetic.
    fn check_sizes(&self) -> Result<(), Fault> {
        let reach =
            |column: &Column| i128::from(column.low.unsigned_abs().max(column.high.unsigned_abs()));
        within("constant cost", self.constant.into(), LARGEST)?;
        let mut cost = i128::from(self.constant.unsigned_abs());
        for column in &self.columns {
            within("range of a variable", column.low.into(), LARGEST)?;
            within("range of a variable", column.high.into(), LARGEST)?;
            within("cost", column.cost.into(), LARGEST)?;
            cost += i128::from(column.cost.unsigned_abs()) * reach(column);
        }
        within("total cost", cost, LARGEST_SUM)?;
        for row in &self.rows {
            within("bound of a row", row.bound.into(), LARGEST)?;
            let mut sum = 0;
            for &(var, coefficient) in &row.terms {
                within("coefficient", coefficient.into(), LARGEST)?;
                sum += i128::from(coefficient.unsigned_abs()) * reach(&self.columns[var.index()]);
            }
            within("sum of a row", sum, LARGEST_SUM)?;
        }
        Ok(())
    }
}

impl Row {
    /// Whether the values keep the row, in exact arithmetic.
    pub(crate) fn holds(&self, values: &[i64]) -> bool {
        let sum: i128 = self
            .terms
            .iter()
            .map(|&(var, coefficient)| i128::from(coefficient) * i128::from(values[var.index()]))
            .sum();
        let bound = i128::from(self.bound);
        match self.sense {
            Sense::AtMost => sum <= bound,
            Sense::AtLeast => sum >= bound,
            Sense::Exactly => sum == bound,
        }
    }

    /// The same row for whole numbers with its coefficients divided by their greatest common divisor, which keeps the solver's
    /// tolerances small beside them (3 * 6090 x <= 20000 becomes x <= 1). `None` when no whole numbers can keep it.
    pub(crate) fn reduced(&self) -> Option<Row> {
        let divisor = self.terms.iter().fold(0, |divisor, &(_, coefficient)| {
            gcd(divisor, coefficient.abs())
        });
        if divisor == 0 {
            return self.holds(&[]).then(|| self.clone());
        }
        let bound = match self.sense {
            Sense::AtMost => self.bound.div_euclid(divisor),
            Sense::AtLeast => -(-self.bound).div_euclid(divisor),
            Sense::Exactly if self.bound % divisor != 0 => return None,
            Sense::Exactly => self.bound / divisor,
        };
        let terms = self
            .terms
            .iter()
            .map(|&(var, coefficient)| (var, coefficient / divisor))
            .collect();
        Some(Row {
            terms,
            sense: self.sense,
            bound,
        })
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn within(what: &'static str, value: i128, limit: i128) -> Result<(), Fault> {
    if value.abs() <= limit {
        Ok(())
    } else {
        Err(Fault::TooLarge { what, value, limit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_merged_and_reduced() {
        let mut model = Model::new();
        let (x, y) = (model.integer(0..=9), model.integer(0..=9));
        // 4y + 6x + 2y - 12x is 6y - 6x; at most 20 means y - x <= 3, at least 20 means y - x >= 4.
        let terms = [(y, 4), (x, 6), (y, 2), (x, -12)];
        model.at_most(terms, 20);
        model.at_least(terms, 20);
        model.exactly(terms, 20);
        let reduced: Vec<_> = model.rows.iter().map(Row::reduced).collect();
        let [Some(most), Some(least), None] = &reduced[..] else {
            panic!("{reduced:?}")
        };
        assert_eq!((&most.terms[..], most.bound), (&[(x, -1), (y, 1)][..], 3));
        assert_eq!(least.bound, 4);
    }

    #[test]
    fn evaluation_is_exact() {
        let mut model = Model::new();
        let (x, y) = (model.integer(-2..=2), model.binary());
        model.add_cost(x, 3);
        model.add_cost(y, 10);
        model.add_cost(y, -1);
        model.add_constant(100);
        model.at_least([(x, 1), (y, 2)], 1);
        assert_eq!(model.evaluate(&[-1, 1]), Some(100 - 3 + 9));
        assert_eq!(model.evaluate(&[-2, 1]), None, "-2 + 2 is below 1");
        assert_eq!(model.evaluate(&[3, 1]), None, "3 is out of range");
        assert_eq!(model.evaluate(&[1]), None, "a value is missing");
        assert_eq!(model.trivial_bound(), 100 - 6);
    }

    #[test]
    fn numbers_beyond_exact_arithmetic_are_refused() {
        let mut model = Model::new();
        let x = model.integer(0..=i64::MAX);
        let limits = Limits::default();
        let refused = |model: &Model| match model.solve(&limits, &Control::default()) {
            Err(Fault::TooLarge { what, .. }) => what,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(&model), "range of a variable");
        model.columns[x.index()].high = 1 << 30;
        model.add_cost(x, 1 << 30);
        assert_eq!(refused(&model), "total cost");
        model.add_cost(x, i64::MAX);
        model.add_cost(x, i64::MAX);
        assert_eq!(refused(&model), "cost");
    }
}
