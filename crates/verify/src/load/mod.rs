//! Who teaches what: the rules of the allocation, each worked out for the whole school at once.

pub(crate) mod balance;
pub(crate) mod basic;
pub(crate) mod contract;
pub(crate) mod growth;
pub(crate) mod levels;
pub(crate) mod mentors;
pub(crate) mod people;
pub(crate) mod shares;
pub(crate) mod starters;
pub(crate) mod strain;
