//! core

pub mod mip;
