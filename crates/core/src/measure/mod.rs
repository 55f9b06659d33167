//! What every rule measured and cost, from the definitions.
