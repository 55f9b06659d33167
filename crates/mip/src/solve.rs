//! From the stated model to the solver and back: good_lp writes the programme, HiGHS solves it, and the answer is checked exactly.

use crate::highs::{self, Finish, Found};
use crate::model::{Model, Row, Sense};
use crate::{Control, Fault, Limits, Progress, Solution, Solved, Status};
use good_lp::{Expression, ProblemVariables, SolverModel, Variable, constraint, variable};

/// How far from a whole number a value of the solver may lie.
const INTEGRALITY: f64 = 1e-6;

/// Largest number of nodes spent on completing a start.
const COMPLETION_NODES: u64 = 500;

/// Solves a model whose numbers have been checked for size.
pub(crate) fn solve(model: &Model, limits: &Limits, control: &Control) -> Result<Solved, Fault> {
    let bound = model.trivial_bound();
    let start = whole_start(model);
    if (control.stop)() {
        return Ok(conclude(start, bound, Finish::default()));
    }
    let rows: Option<Vec<Row>> = model.rows.iter().map(Row::reduced).collect();
    let possible = model.columns.iter().all(|column| column.low <= column.high);
    let Some(rows) = rows.filter(|_| possible) else {
        return Ok(conclude(
            None,
            bound,
            Finish {
                infeasible: true,
                ..Finish::default()
            },
        ));
    };
    if model.columns.is_empty() {
        let empty = Solution {
            objective: model.constant,
            values: Vec::new(),
        };
        return Ok(conclude(Some(empty), bound, Finish::default()));
    }
    let (start, limits, spent) = completed_start(model, start, limits, control)?;

    let seen = |found: Found| {
        let cost = found
            .incumbent
            .map(|cost| cost.round() as i64 + model.constant);
        let incumbent = cost
            .into_iter()
            .chain(start.as_ref().map(|known| known.objective))
            .min();
        let bound = whole_bound(model, found.bound).min(incumbent.unwrap_or(i64::MAX));
        (control.progress)(Progress {
            incumbent,
            bound,
            nodes: spent.nodes + found.nodes,
        });
    };
    let values: Option<Vec<f64>> = start
        .as_ref()
        .map(|known| known.values.iter().map(|&value| value as f64).collect());
    let run = |presolve| {
        let programme = formulate(model, &rows)?;
        let start = values.as_deref();
        highs::run(programme, presolve, start, &limits, control.stop, &seen)
    };
    // Simplifying a model now and then ends in an error where solving it as it is does not.
    let mut finish = run(true).or_else(|_| run(false))?;

    let bound = whole_bound(model, finish.bound);
    let answer = finish
        .values
        .as_deref()
        .map(|values| exact(model, values))
        .transpose()?;
    let best = start
        .into_iter()
        .chain(answer)
        .min_by_key(|solution| solution.objective);
    finish.nodes += spent.nodes;
    finish.lp_iterations += spent.lp_iterations;
    Ok(conclude(best, bound, finish))
}

/// The proposed start, if it is a whole answer already.
fn whole_start(model: &Model) -> Option<Solution> {
    let values: Vec<i64> = model
        .columns
        .iter()
        .map(|column| column.start)
        .collect::<Option<_>>()?;
    let objective = model.evaluate(&values)?;
    Some(Solution { objective, values })
}

/// Work done before the main run.
#[derive(Default)]
struct Spent {
    nodes: u64,
    lp_iterations: u64,
}

/// Tries to complete a start that names only some of the variables, by solving the model with those fixed within a quarter of the
/// limits; gives it with what is left of them. HiGHS can do the same, but its callbacks then mix the bounds of the fixed model with those of the real one.
fn completed_start(
    model: &Model,
    start: Option<Solution>,
    limits: &Limits,
    control: &Control,
) -> Result<(Option<Solution>, Limits, Spent), Fault> {
    let proposed = model
        .columns
        .iter()
        .filter(|column| column.start.is_some())
        .count();
    if proposed == 0 || proposed == model.columns.len() {
        return Ok((start, limits.clone(), Spent::default()));
    }
    let mut fixed = model.clone();
    for column in &mut fixed.columns {
        if let Some(value) = column
            .start
            .take()
            .filter(|value| (column.low..=column.high).contains(value))
        {
            (column.low, column.high) = (value, value);
        }
    }
    let few = Limits {
        nodes: Some(limits.nodes.map_or(COMPLETION_NODES, |most| {
            (most / 4).clamp(1, COMPLETION_NODES)
        })),
        lp_iterations: limits.lp_iterations.map(|most| most / 4),
        time: limits.time.map(|time| time / 4),
        prompt: limits.prompt,
        seed: limits.seed,
    };
    let solved = solve(
        &fixed,
        &few,
        &Control {
            stop: control.stop,
            progress: &|_| (),
        },
    )?;
    let left = Limits {
        nodes: limits.nodes.map(|most| most.saturating_sub(solved.nodes)),
        lp_iterations: limits
            .lp_iterations
            .map(|most| most.saturating_sub(solved.lp_iterations)),
        time: limits.time.map(|time| time - time / 4),
        prompt: limits.prompt,
        seed: limits.seed,
    };
    Ok((
        solved.solution,
        left,
        Spent {
            nodes: solved.nodes,
            lp_iterations: solved.lp_iterations,
        },
    ))
}

/// Writes the programme with good_lp. The constant stays here: good_lp does not pass it on.
fn formulate(model: &Model, rows: &[Row]) -> Result<::highs::Model, Fault> {
    let mut variables = ProblemVariables::new();
    let columns: Vec<Variable> = (model.columns.iter())
        .map(|column| {
            variables.add(
                variable()
                    .integer()
                    .min(column.low as f64)
                    .max(column.high as f64),
            )
        })
        .collect();
    let mut cost = Expression::with_capacity(columns.len());
    for (column, &var) in model.columns.iter().zip(&columns) {
        cost.add_mul(column.cost as f64, var);
    }
    let mut programme = variables
        .minimise(cost)
        .using(good_lp::solvers::highs::highs);
    for row in rows {
        let mut sum = Expression::with_capacity(row.terms.len());
        for &(var, coefficient) in &row.terms {
            sum.add_mul(coefficient as f64, columns[var.index()]);
        }
        let bound = row.bound as f64;
        programme.add_constraint(match row.sense {
            Sense::AtMost => constraint!(sum <= bound),
            Sense::AtLeast => constraint!(sum >= bound),
            Sense::Exactly => constraint!(sum == bound),
        });
    }
    programme
        .try_into_inner()
        .map_err(|error| Fault::Solver(error.to_string()))
}

/// A bound of the solver made a whole cost. Costs are whole, so it may be rounded up, less what the solver's tolerances allow for.
fn whole_bound(model: &Model, bound: f64) -> i64 {
    let trivial = model.trivial_bound();
    if !bound.is_finite() {
        return trivial;
    }
    let tolerance = 1e-6 + 1e-9 * bound.abs();
    trivial.max((bound - tolerance).ceil() as i64 + model.constant)
}

/// The solver's values as whole numbers, held against the model as it was stated.
fn exact(model: &Model, values: &[f64]) -> Result<Solution, Fault> {
    let whole = |&value: &f64| {
        let nearest = value.round();
        ((value - nearest).abs() <= INTEGRALITY).then_some(nearest as i64)
    };
    let values: Vec<i64> = values
        .iter()
        .map(whole)
        .collect::<Option<_>>()
        .ok_or(Fault::Inexact)?;
    let objective = model.evaluate(&values).ok_or(Fault::Inexact)?;
    Ok(Solution { objective, values })
}

/// What the best answer and the bound show together. An answer at the bound is optimal whatever the solver called it, and a bound
/// above an answer can only be the solver's rounding.
fn conclude(solution: Option<Solution>, bound: i64, finish: Finish) -> Solved {
    let bound = solution
        .as_ref()
        .map_or(bound, |found| bound.min(found.objective));
    let status = match &solution {
        Some(found) if found.objective == bound => Status::Optimal,
        Some(_) => Status::Feasible,
        None if finish.infeasible => Status::Infeasible,
        None => Status::Unknown,
    };
    Solved {
        status,
        solution,
        bound,
        nodes: finish.nodes,
        lp_iterations: finish.lp_iterations,
    }
}
