//! The model as the caller states it: variables, costs and rows in whole numbers, and what they say about given values.

use super::{Control, Fault, Limits, Solved};
use std::ops::RangeInclusive;

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
#[derive(Debug, Clone, Default)]
pub struct Model {
    columns: Vec<Column>,
    rows: Vec<Row>,
    constant: i64,
}

#[derive(Debug, Clone)]
struct Column {
    low: i64,
    high: i64,
    cost: i64,
    start: Option<i64>,
}

/// `low <= sum of coefficient * variable <= high`, one side at least.
#[derive(Debug, Clone)]
struct Row {
    terms: Vec<(Var, i64)>,
    low: Option<i64>,
    high: Option<i64>,
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
        let _ = range;
        todo!()
    }

    /// Adds `cost` for every unit of the variable; calls add up.
    pub fn add_cost(&mut self, var: Var, cost: i64) {
        let _ = (var, cost);
        todo!()
    }

    /// Adds a cost that every answer has.
    pub fn add_constant(&mut self, cost: i64) {
        let _ = cost;
        todo!()
    }

    /// A row: the sum of coefficient times variable is at most `bound`. A variable named twice has its coefficients added.
    pub fn at_most(&mut self, terms: impl IntoIterator<Item = (Var, i64)>, bound: i64) {
        let _ = (terms, bound);
        todo!()
    }

    /// A row: the sum of coefficient times variable is at least `bound`.
    pub fn at_least(&mut self, terms: impl IntoIterator<Item = (Var, i64)>, bound: i64) {
        let _ = (terms, bound);
        todo!()
    }

    /// A row: the sum of coefficient times variable is exactly `value`.
    pub fn exactly(&mut self, terms: impl IntoIterator<Item = (Var, i64)>, value: i64) {
        let _ = (terms, value);
        todo!()
    }

    /// Proposes a value to begin from. When every variable has one and they hold, the answer is never worse than they are, however
    /// early the run ends; when only some have one, the solver tries to complete them.
    pub fn start_at(&mut self, var: Var, value: i64) {
        let _ = (var, value);
        todo!()
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
        let _ = values;
        todo!()
    }

    /// Solves within the limits.
    ///
    /// # Errors
    /// Only for a number too large to be exact, or a failure of the solver itself; a model without an answer is a result.
    pub fn solve(&self, limits: &Limits, control: &Control) -> Result<Solved, Fault> {
        let _ = (limits, control);
        todo!()
    }
}
