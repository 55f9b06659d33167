//! Linear programmes that grow by columns, for column generation: solved again and again from the last basis.
//!
//! Whole numbers go in, and whole numbers come out: duals in units of 1/[`DUAL`] cost and values in units of 1/[`DUAL`].
//! They are roundings of the solver's, so the caller builds on them only what holds for any duals (a Lagrangian
//! bound) or is checked exactly.

use highs::{Col, ColProblem, HighsModelStatus, Model, Row, Sense};

use super::Fault;

/// Parts that a unit of cost, or a unit of a variable, is given in.
pub const DUAL: i64 = 1 << 12;

/// Largest rounded dual; what the solver gives beyond it is cut, which no caller may mind.
const LARGEST: f64 = 1e12;

/// A linear programme: minimise the cost of columns that are at least 0, within rows.
///
/// ```
/// use uurwerk_mip::{DUAL, Linear};
///
/// let mut linear = Linear::new()?;
/// let row = linear.row(Some(3), None, &[])?;
/// linear.column(5, 0, None, &[(row, 1)])?;
/// let optimum = linear.solve()?.expect("it has an answer");
/// assert_eq!((optimum.duals[row], optimum.values[0]), (5 * DUAL, 3 * DUAL));
/// # Ok::<(), uurwerk_mip::Fault>(())
/// ```
pub struct Linear {
    model: Option<Model>,
    rows: Vec<Row>,
    columns: Vec<Col>,
}

/// An optimal basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Optimum {
    /// The least cost, in units of 1/[`DUAL`], rounded down.
    pub cost: i64,
    /// The dual of every row, in the order in which they were made.
    pub duals: Vec<i64>,
    /// The value of every column.
    pub values: Vec<i64>,
}

fn refused<E: std::fmt::Debug>(what: &'static str) -> impl Fn(E) -> Fault {
    move |status| Fault::Solver(format!("HiGHS refuses {what}: {status:?}"))
}

impl Linear {
    /// Nothing in it yet.
    ///
    /// # Errors
    /// A failure of the solver; the same below.
    pub fn new() -> Result<Self, Fault> {
        let empty = ColProblem::default().try_optimise(Sense::Minimise);
        let mut model = empty.map_err(refused("an empty programme"))?;
        model.make_quiet();
        model
            .try_set_option("threads", 1)
            .map_err(refused("an option"))?;
        Ok(Self {
            model: Some(model),
            rows: Vec::new(),
            columns: Vec::new(),
        })
    }

    fn model(&mut self) -> Result<&mut Model, Fault> {
        let lost = || Fault::Solver("HiGHS failed before".to_owned());
        self.model.as_mut().ok_or_else(lost)
    }

    /// A new row with its bounds and its coefficients by column; its number.
    ///
    /// # Errors
    /// See [`Linear::new`].
    pub fn row(
        &mut self,
        low: Option<i64>,
        high: Option<i64>,
        terms: &[(usize, i64)],
    ) -> Result<usize, Fault> {
        let low = low.map_or(f64::NEG_INFINITY, |low| low as f64);
        let high = high.map_or(f64::INFINITY, |high| high as f64);
        let terms: Vec<(Col, f64)> = (terms.iter())
            .map(|(column, amount)| (self.columns[*column], *amount as f64))
            .collect();
        let row = self.model()?.try_add_row(low..=high, terms);
        self.rows.push(row.map_err(refused("a row"))?);
        Ok(self.rows.len() - 1)
    }

    /// A new column with its least and greatest value and its coefficients by row; its number.
    ///
    /// # Errors
    /// See [`Linear::new`].
    pub fn column(
        &mut self,
        cost: i64,
        low: i64,
        high: Option<i64>,
        terms: &[(usize, i64)],
    ) -> Result<usize, Fault> {
        let terms: Vec<(Row, f64)> = (terms.iter())
            .map(|(row, amount)| (self.rows[*row], *amount as f64))
            .collect();
        let bounds = low as f64..=high.map_or(f64::INFINITY, |high| high as f64);
        let column = self.model()?.try_add_column(cost as f64, bounds, terms);
        self.columns.push(column.map_err(refused("a column"))?);
        Ok(self.columns.len() - 1)
    }

    /// Gives a column another least and greatest value.
    ///
    /// # Errors
    /// See [`Linear::new`].
    pub fn bound(&mut self, column: usize, low: i64, high: Option<i64>) -> Result<(), Fault> {
        let column = self.columns[column];
        let bounds = low as f64..=high.map_or(f64::INFINITY, |high| high as f64);
        self.model()?.change_column_bounds(column, bounds);
        Ok(())
    }

    /// Solves from the last basis; `None` when it has no optimal answer.
    ///
    /// # Errors
    /// See [`Linear::new`].
    pub fn solve(&mut self) -> Result<Option<Optimum>, Fault> {
        let Some(model) = self.model.take() else {
            return Err(Fault::Solver("HiGHS failed before".to_owned()));
        };
        let solved = model.try_solve().map_err(refused("to solve"))?;
        let optimal = solved.status() == HighsModelStatus::Optimal;
        let solution = solved.get_solution();
        let whole = |values: &[f64]| {
            let scaled = values.iter().map(|value| value * DUAL as f64);
            scaled
                .map(|value| value.clamp(-LARGEST, LARGEST).round() as i64)
                .collect()
        };
        let cost = solved.objective_value() * DUAL as f64;
        let optimum = Optimum {
            cost: cost.clamp(-LARGEST, LARGEST).floor() as i64,
            duals: whole(solution.dual_rows()),
            values: whole(solution.columns()),
        };
        self.model = Some(solved.into());
        Ok(optimal.then_some(optimum))
    }
}
