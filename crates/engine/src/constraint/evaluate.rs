//! The cost of a solution from scratch, from the definitions alone: shares no code with the incremental state.

use super::view::View;
use crate::{Cost, Fault, Instance, Solution};

/// What a solution costs, in all and constraint by constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// Total cost.
    pub cost: Cost,
    /// One entry for each constraint of the problem, in its order.
    pub constraints: Vec<ConstraintCost>,
}

/// What one constraint costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstraintCost {
    /// Its cost, hard or soft.
    pub cost: Cost,
    /// Deviation at each point of application, in the order of the constraint's list (points with preassignment, which do not count, left out).
    pub deviations: Vec<i64>,
}

/// Evaluates a solution, completed as [`Instance::complete`] does, from scratch.
///
/// # Errors
/// The faults of an invalid solution.
pub fn evaluate(instance: &Instance, solution: &Solution) -> Result<Evaluation, Vec<Fault>> {
    let solution = instance.complete(solution)?;
    let view = View::new(instance.problem(), &solution);
    let mut cost = Cost::ZERO;
    let constraints = instance.problem().constraints.iter().map(|constraint| {
        let deviations = constraint.kind.deviations(&view);
        let sum: i64 = deviations
            .iter()
            .map(|&deviation| constraint.cost_function.apply(deviation))
            .sum();
        let sum = sum * i64::from(constraint.weight);
        let own = if constraint.required {
            Cost { hard: sum, soft: 0 }
        } else {
            Cost { hard: 0, soft: sum }
        };
        cost += own;
        ConstraintCost {
            cost: own,
            deviations,
        }
    });
    let constraints = constraints.collect();
    Ok(Evaluation { cost, constraints })
}
