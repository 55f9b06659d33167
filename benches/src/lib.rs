//! What the runners share: the clock, and what is said of the machine and the version that made a number.

pub mod clock;
pub mod machine;
