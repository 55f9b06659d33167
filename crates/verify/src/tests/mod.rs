//! Tiny hand-made cases.
