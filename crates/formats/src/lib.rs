//! formats

pub mod xhstt;
