//! What the runners share: the clock, what is said of the machine and the version that made a number, and the two jobs of the school bench.

pub mod clock;
#[cfg(test)]
mod judge;
pub mod loads;
pub mod machine;
pub mod timetable;
