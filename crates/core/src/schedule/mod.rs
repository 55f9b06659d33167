//! When and where.
