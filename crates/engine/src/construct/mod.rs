//! Construction: a first solution, most constrained events first. It need not be good, only quick and near enough for the search.

mod greedy;
mod shape;

pub(crate) use greedy::place_all;
pub(crate) use shape::shaped;
