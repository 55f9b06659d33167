//! What the runners share: the clock, what is said of the machine and the version that made a number, and the school bench's loads.

pub mod clock;
pub mod loads;
pub mod machine;
