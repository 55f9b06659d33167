//! The bench programs and what they share.

pub mod loads;
