//! Counts in the programme: what a constraint limits, and what a deviation costs.

use super::{Sum, Writer};
use crate::{Constraint, CostFunction, Limits};
use uurwerk_mip::Var;

/// A sum with what it can be at the least and at the most, given the other rows.
pub(super) struct Count {
    pub sum: Sum,
    pub least: i64,
    pub most: i64,
}

impl Writer<'_, '_> {
    /// A hard limit.
    pub(super) fn require(&mut self, count: &Count, limits: Limits) {
        if limits.max != Limits::NONE && i64::from(limits.max) < count.most {
            self.model
                .at_most(count.sum.iter().copied(), i64::from(limits.max));
        }
        if i64::from(limits.min) > count.least {
            self.model
                .at_least(count.sum.iter().copied(), i64::from(limits.min));
        }
    }

    /// A variable that is at least the deviation of a count, with the greatest value that it needs; none when nothing can deviate.
    pub(super) fn deviation(&mut self, count: &Count, limits: Limits) -> Option<(Var, i64)> {
        let short = i64::from(limits.min) - count.least;
        let excess = if limits.max == Limits::NONE {
            0
        } else {
            count.most - i64::from(limits.max)
        };
        let greatest = short.max(excess);
        if greatest <= 0 {
            return None;
        }
        let deviation = self.model.integer(0..=greatest);
        if short > 0 {
            self.model.at_least(
                count.sum.iter().copied().chain([(deviation, 1)]),
                i64::from(limits.min),
            );
        }
        if excess > 0 {
            self.model.at_most(
                count.sum.iter().copied().chain([(deviation, -1)]),
                i64::from(limits.max),
            );
        }
        Some((deviation, greatest))
    }

    /// The cost of a point whose deviation is the sum of these.
    pub(super) fn charge_sum(&mut self, deviations: Vec<(Var, i64)>, constraint: &Constraint) {
        let weight = i64::from(constraint.weight);
        let (deviation, greatest) = match (deviations.as_slice(), constraint.cost_function) {
            ([], _) => return,
            (&[one], _) => one,
            (_, CostFunction::Linear) => {
                deviations
                    .iter()
                    .for_each(|&(deviation, _)| self.model.add_cost(deviation, weight));
                return;
            }
            _ => {
                let greatest = deviations.iter().map(|(_, greatest)| greatest).sum();
                let sum = self.model.integer(0..=greatest);
                self.model.at_least(
                    deviations
                        .iter()
                        .map(|&(deviation, _)| (deviation, -1))
                        .chain([(sum, 1)]),
                    0,
                );
                (sum, greatest)
            }
        };
        match constraint.cost_function {
            CostFunction::Linear => self.model.add_cost(deviation, weight),
            CostFunction::Step => {
                let any = self.model.binary();
                self.model.at_least([(any, greatest), (deviation, -1)], 0);
                self.model.add_cost(any, weight);
            }
            CostFunction::Quadratic => {
                // The square is the greatest of its chords between whole numbers.
                let square = self.model.integer(0..=greatest * greatest);
                for below in 0..greatest {
                    self.model.at_least(
                        [(square, 1), (deviation, -(2 * below + 1))],
                        -below * (below + 1),
                    );
                }
                self.model.add_cost(square, weight);
            }
        }
    }
}
