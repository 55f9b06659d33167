//! Sets of times as bit sets of `W` words; with `W` = 1, which covers a usual week, everything here is a few instructions.

/// Whether a time is in the set.
#[inline]
pub(crate) fn contains<const W: usize>(set: &[u64; W], time: u16) -> bool {
    set[usize::from(time) / 64] >> (time % 64) & 1 == 1
}

/// The times in both sets.
#[inline]
pub(crate) fn both<const W: usize>(one: &[u64; W], other: &[u64; W]) -> [u64; W] {
    std::array::from_fn(|word| one[word] & other[word])
}

/// The number of times.
#[inline]
pub(crate) fn count<const W: usize>(set: &[u64; W]) -> i64 {
    set.iter().map(|word| i64::from(word.count_ones())).sum()
}

/// The number of times from the first to the last, both counted; 0 for the empty set.
#[inline]
pub(crate) fn span<const W: usize>(set: &[u64; W]) -> i64 {
    if W == 1 {
        return if set[0] == 0 {
            0
        } else {
            64 - i64::from(set[0].leading_zeros()) - i64::from(set[0].trailing_zeros())
        };
    }
    let place = |word: usize| word as i64 * 64;
    let first = (0..W)
        .find(|&word| set[word] != 0)
        .map(|word| place(word) + i64::from(set[word].trailing_zeros()));
    let last = (0..W)
        .rev()
        .find(|&word| set[word] != 0)
        .map(|word| place(word) + 63 - i64::from(set[word].leading_zeros()));
    first.zip(last).map_or(0, |(first, last)| last - first + 1)
}

/// Adds the times `from..to`.
#[inline]
pub(crate) fn add_run<const W: usize>(set: &mut [u64; W], from: usize, to: usize) {
    for time in from..to {
        set[time / 64] |= 1 << (time % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        assert_eq!(span(&[0_u64]), 0);
        assert_eq!(span(&[0b1001_0000]), 4); // times 4 to 7
        assert_eq!(span(&[1_u64 << 63, 0b10]), 3); // times 63 to 65
        assert_eq!(count(&[1_u64 << 63, 0b10]), 2);
    }
}
