//! The solver against trying every value: tiny random models, where the right answer can be had without any idea.

use super::*;
use proptest::prelude::*;

/// A model as plain numbers: ranges with costs, and rows of coefficients with a kind (0 at most, 1 at least, 2 exactly) and a bound.
#[derive(Debug, Clone)]
struct Numbers {
    columns: Vec<(i64, i64, i64)>,
    rows: Vec<(Vec<i64>, u8, i64)>,
}

fn numbers() -> impl Strategy<Value = Numbers> {
    (1_usize..=4).prop_flat_map(|size| {
        let columns = prop::collection::vec((-2_i64..=2, 0_i64..=3, -9_i64..=9), size);
        let rows = prop::collection::vec(
            (prop::collection::vec(-4_i64..=4, size), 0_u8..3, -6_i64..=6),
            0..=3,
        );
        (columns, rows).prop_map(|(columns, rows)| Numbers { columns, rows })
    })
}

fn stated(numbers: &Numbers) -> Model {
    let mut model = Model::new();
    let vars: Vec<Var> = numbers
        .columns
        .iter()
        .map(|&(low, width, cost)| {
            let var = model.integer(low..=low + width);
            model.add_cost(var, cost);
            var
        })
        .collect();
    for (coefficients, kind, bound) in &numbers.rows {
        let terms = vars.iter().copied().zip(coefficients.iter().copied());
        match kind {
            0 => model.at_most(terms, *bound),
            1 => model.at_least(terms, *bound),
            _ => model.exactly(terms, *bound),
        }
    }
    model
}

/// The least cost over all values, from the numbers themselves and not from the model.
fn cheapest(numbers: &Numbers) -> Option<i64> {
    let mut all: Vec<Vec<i64>> = vec![Vec::new()];
    for &(low, width, _) in &numbers.columns {
        all = all
            .iter()
            .flat_map(|start| {
                (low..=low + width).map(|value| [start.as_slice(), &[value]].concat())
            })
            .collect();
    }
    let product = |a: &[i64], b: &[i64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<i64>();
    let costs: Vec<i64> = numbers.columns.iter().map(|column| column.2).collect();
    all.iter()
        .filter(|values| {
            numbers
                .rows
                .iter()
                .all(|(coefficients, kind, bound)| match kind {
                    0 => product(coefficients, values) <= *bound,
                    1 => product(coefficients, values) >= *bound,
                    _ => product(coefficients, values) == *bound,
                })
        })
        .map(|values| product(&costs, values))
        .min()
}

proptest! {
    #[test]
    fn the_solver_agrees_with_trying_everything(numbers in numbers(), first in any::<i8>()) {
        let mut model = stated(&numbers);
        if first % 2 == 0 {
            // Now and then a partial start, sensible or not: it may help, and must never change the answer.
            model.integer(0..=0);
            let var = model.integer(-3..=3);
            model.start_at(var, i64::from(first) / 32);
        }
        let solved = model.solve(&Limits::default(), &Control::default()).expect("a tiny model solves");
        let found = solved.solution.as_ref().map(|solution| solution.objective);
        prop_assert_eq!(found, cheapest(&numbers));
        let status = if found.is_some() { Status::Optimal } else { Status::Infeasible };
        prop_assert_eq!(solved.status, status);
        prop_assert_eq!(solved.gap(), found.map(|_| 0));
    }

    #[test]
    fn a_row_means_the_same_when_reduced(numbers in numbers()) {
        let model = stated(&numbers);
        for row in &model.rows {
            let reduced = row.reduced();
            let mut values: Vec<i64> = vec![-3; numbers.columns.len()];
            loop {
                prop_assert_eq!(reduced.as_ref().is_some_and(|row| row.holds(&values)), row.holds(&values));
                // The next values, counting from -3 to 3 in each place.
                let Some(place) = values.iter().position(|&value| value < 3) else { break };
                values[place] += 1;
                values[..place].fill(-3);
            }
        }
    }
}
