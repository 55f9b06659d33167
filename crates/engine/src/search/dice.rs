//! Random choices, reproducible from a seed.

use rand::{RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// A source of random choices.
#[derive(Clone, Debug)]
pub(crate) struct Dice(Xoshiro256PlusPlus);

impl Dice {
    /// From a seed; `stream` tells workers apart.
    pub fn new(seed: u64, stream: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(
            seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)
                .wrapping_add(stream),
        ))
    }

    /// Less than `sides`, which must not be 0. The bias of the multiplication is below 2^-32 times `sides`, which no search feels.
    #[inline]
    pub fn below(&mut self, sides: usize) -> usize {
        let word: u32 = self.0.random();
        ((u64::from(word) * sides as u64) >> 32) as usize
    }

    /// One of the list; none of an empty list.
    #[inline]
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        if list.is_empty() {
            None
        } else {
            Some(list[self.below(list.len())])
        }
    }

    /// From 0 up to but without 1.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        let word: u32 = self.0.random();
        f64::from(word) / 4_294_967_296.0
    }
}
