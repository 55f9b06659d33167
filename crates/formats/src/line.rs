//! Lines and columns of a text.

/// Line and column (in characters) of a byte of a text, counting from 1.
pub(crate) fn of_byte(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (
        count(before.matches('\n').count() + 1),
        count(before[start..].chars().count() + 1),
    )
}
