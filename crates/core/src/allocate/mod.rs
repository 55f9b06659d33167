//! Who teaches what.
