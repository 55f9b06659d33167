//! Random choices that are the same on every machine.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// A seeded source of choices.
pub struct Random(Xoshiro256PlusPlus);

impl Random {
    /// Begins with a seed.
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// A number below `n`, for `n` from 1 to 2^32.
    pub fn below(&mut self, n: usize) -> usize {
        // Multiplying 32 random bits out is off from uniform by less than n / 2^32.
        (((self.0.next_u64() >> 32) * n as u64) >> 32) as usize
    }

    /// An exponentially distributed amount with this mean: what a move may cost and still be accepted.
    ///
    /// The logarithm is that of the leading zeros with a straight line between powers of two: at most 9 %
    /// off, and free of floating-point rounding that differs between machines.
    pub fn threshold(&mut self, mean: i64) -> i64 {
        let bits = self.0.next_u64() | 1;
        let zeros = i64::from(bits.leading_zeros());
        let rest = ((bits << zeros << 1) >> 48) as i64; // 16 bits after the leading one
        let log2 = (zeros + 1) * 65_536 - rest; // in 1/65536
        mean * log2 / 65_536 * 11_357 / 16_384 // times ln 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_have_their_mean() {
        let mut random = Random::new(7);
        let sum: i64 = (0..100_000).map(|_| random.threshold(1000)).sum();
        // The straight lines lie above the logarithm by 0.057 in base 2 on average: 1000 x (1 + 0.04).
        let mean = sum / 100_000;
        assert!((1000..1080).contains(&mean), "{mean}");
    }

    #[test]
    fn choices_reach_both_ends() {
        let mut random = Random::new(1);
        let mut seen = [0; 3];
        (0..3000).for_each(|_| seen[random.below(3)] += 1);
        assert!(seen.iter().all(|n| *n > 900), "{seen:?}");
    }
}
