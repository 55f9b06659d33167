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

/// How many of some sets have each time: a number for each, in binary, with a plane of bits for each digit.
pub(crate) struct Tally<const W: usize>([[u64; W]; u8::BITS as usize]);

impl<const W: usize> Tally<W> {
    /// Of no sets.
    #[inline]
    pub(crate) fn new() -> Self {
        Self([[0; W]; u8::BITS as usize])
    }

    /// With one more set, of at most 255.
    #[inline]
    pub(crate) fn add(&mut self, set: &[u64; W]) {
        let mut carry = *set;
        for plane in &mut self.0 {
            for (plane, carry) in plane.iter_mut().zip(&mut carry) {
                (*plane, *carry) = (*plane ^ *carry, *plane & *carry);
            }
        }
    }

    /// The times that at least so many sets have.
    #[inline]
    pub(crate) fn at_least(&self, least: u8) -> [u64; W] {
        let (mut more, mut equal) = ([0; W], [u64::MAX; W]);
        for (digit, plane) in self.0.iter().enumerate().rev() {
            let asked = least >> digit & 1 == 1;
            for word in 0..W {
                if asked {
                    equal[word] &= plane[word];
                } else {
                    more[word] |= equal[word] & plane[word];
                    equal[word] &= !plane[word];
                }
            }
        }
        std::array::from_fn(|word| more[word] | equal[word])
    }
}

/// The number of times.
#[inline]
pub(crate) fn count<const W: usize>(set: &[u64; W]) -> i64 {
    set.iter().map(|word| i64::from(word.count_ones())).sum()
}

/// Those times of `group` that lie from the first to the last time of `set`.
#[inline]
pub(crate) fn between<const W: usize>(set: &[u64; W], group: &[u64; W]) -> [u64; W] {
    let mut later = [0; W];
    let mut seen = false;
    for word in 0..W {
        later[word] = if seen {
            u64::MAX
        } else if set[word] != 0 {
            !0 << set[word].trailing_zeros()
        } else {
            0
        };
        seen |= set[word] != 0;
    }
    let mut result = [0; W];
    seen = false;
    for word in (0..W).rev() {
        let earlier = if seen {
            u64::MAX
        } else if set[word] != 0 {
            !0 >> set[word].leading_zeros()
        } else {
            0
        };
        seen |= set[word] != 0;
        result[word] = later[word] & earlier & group[word];
    }
    result
}

/// Each time of the set put one later.
#[inline]
pub(crate) fn later<const W: usize>(set: &[u64; W]) -> [u64; W] {
    std::array::from_fn(|word| set[word] << 1 | if word > 0 { set[word - 1] >> 63 } else { 0 })
}

/// How many times of `group` are before the first of `set`; 0 for the empty set.
#[inline]
pub(crate) fn before_first<const W: usize>(set: &[u64; W], group: &[u64; W]) -> i64 {
    let mut before = 0;
    for word in 0..W {
        if set[word] != 0 {
            let lower = (1 << set[word].trailing_zeros()) - 1;
            return before + i64::from((group[word] & lower).count_ones());
        }
        before += i64::from(group[word].count_ones());
    }
    0
}

/// Adds the times `from..to`.
#[inline]
pub(crate) fn add_run<const W: usize>(set: &mut [u64; W], from: usize, to: usize) {
    for time in from..to {
        set[time / 64] |= 1 << (time % 64);
    }
}

/// The longest run of times for which idle times are looked up.
const LOOKED_UP: usize = 10;
/// For each set of times of a short day: how many there are, and how many idle ones between the first and the last.
static DAYS: [(u8, u8); 1 << LOOKED_UP] = {
    let mut days = [(0, 0); 1 << LOOKED_UP];
    let mut set: usize = 1;
    while set < days.len() {
        let busy = set.count_ones();
        let span = usize::BITS - set.leading_zeros() - set.trailing_zeros();
        days[set] = (busy as u8, (span - busy) as u8);
        set += 1;
    }
    days
};
/// For each set of times of a short day: how many times are not in it but before its last.
static HOLES: [u8; 1 << LOOKED_UP] = {
    let mut holes = [0; 1 << LOOKED_UP];
    let mut set: usize = 1;
    while set < holes.len() {
        holes[set] = (usize::BITS - set.leading_zeros() - set.count_ones()) as u8;
        set += 1;
    }
    holes
};
/// The shift of a group that is no short day.
const LONG: u8 = u8::MAX;

/// The first time of a group that is a run of few times within one word, for [`Groups`]; a mark for any other group.
pub(crate) fn shift(group: &[u64]) -> u8 {
    let low = group[0];
    if group[1..].iter().any(|&word| word != 0)
        || low == 0
        || low >> low.trailing_zeros() >= 1 << LOOKED_UP
        || (low >> low.trailing_zeros()).count_ones() + low.leading_zeros() + low.trailing_zeros()
            != u64::BITS
    {
        LONG
    } else {
        low.trailing_zeros() as u8
    }
}

/// Time groups, prepared for counting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Groups<'a, const W: usize> {
    /// The times of each.
    pub sets: &'a [[u64; W]],
    /// Its [`shift`].
    pub shifts: &'a [u8],
}

impl<'a, const W: usize> Groups<'a, W> {
    /// For each group the number of busy times, and of idle ones between the first and the last busy one.
    #[inline]
    pub fn busy_and_idle(
        self,
        busy: &[u64; W],
    ) -> impl Iterator<Item = (i64, i64)> + use<'a, '_, W> {
        self.sets.iter().zip(self.shifts).map(|(group, &shift)| {
            if shift == LONG {
                let within = both(busy, group);
                let times = count(&within);
                (times, count(&between(&within, group)) - times)
            } else {
                // The processor the code is built for may have no instruction to count bits; a look-up is faster on all of them.
                let (times, idle) =
                    DAYS[((busy[0] & group[0]) >> shift) as usize & ((1 << LOOKED_UP) - 1)];
                (times.into(), idle.into())
            }
        })
    }

    /// For each group the number of times that are not busy but before the last busy one.
    #[inline]
    pub fn holes(self, busy: &[u64; W]) -> impl Iterator<Item = i64> + use<'a, '_, W> {
        self.sets.iter().zip(self.shifts).map(|(group, &shift)| {
            if shift == LONG {
                let within = both(busy, group);
                let idle = count(&between(&within, group)) - count(&within);
                idle + before_first(&within, group)
            } else {
                let set = ((busy[0] & group[0]) >> shift) as usize & ((1 << LOOKED_UP) - 1);
                HOLES[set].into()
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_between_the_first_and_the_last() {
        assert_eq!(between(&[0_u64], &[!0]), [0]);
        assert_eq!(between(&[0b1001_0000_u64], &[0b1011_0111]), [0b1011_0000]);
        // Times 62 to 66.
        assert_eq!(
            between(&[1_u64 << 62, 0b100], &[!0, 0b101]),
            [0b11 << 62, 0b101]
        );
        assert_eq!(count(&[1_u64 << 63, 0b10]), 2);
    }

    #[test]
    fn later_and_before() {
        assert_eq!(later(&[1_u64 << 63 | 1, 0b10]), [0b10, 0b101]);
        assert_eq!(before_first(&[0_u64, 0b100], &[0b11, 0b110]), 3);
        assert_eq!(before_first(&[0_u64], &[0b11]), 0);
    }

    #[test]
    fn short_and_long_days_are_counted_alike() {
        let groups = [[0b1111_1000], [0x7fff_u64 << 20], [0b1010_0000]];
        let shifts = groups.map(|group: [u64; 1]| shift(&group));
        assert_eq!(shifts, [3, LONG, LONG]);
        let groups = Groups {
            sets: &groups,
            shifts: &shifts,
        };
        let busy = [0b1001_0000 | 0b1001 << 20];
        // X . . X in the first and the second; the third has only its end.
        assert_eq!(
            groups.busy_and_idle(&busy).collect::<Vec<_>>(),
            [(2, 2), (2, 2), (1, 0)]
        );
        // One before the first time of the first group, none of the others.
        assert_eq!(groups.holes(&busy).collect::<Vec<_>>(), [3, 2, 1]);
    }
}
