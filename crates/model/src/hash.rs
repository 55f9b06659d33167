//! The identity of a text: SHA-256 in lower-case hexadecimal.

use sha2::{Digest, Sha256};

/// SHA-256 of some bytes, in lower-case hexadecimal.
///
/// ```
/// assert!(uurwerk_model::sha256(b"").starts_with("e3b0c44298fc"));
/// ```
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
