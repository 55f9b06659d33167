//! Costs: hard before soft, compared lexicographically; and how a deviation becomes a cost (XHSTT-2014, section "constraints").

use std::ops::{Add, AddAssign, Sub, SubAssign};

/// What a solution costs. Smaller is better; any amount of `soft` weighs less than one `hard`. No unit: weights times deviations.
///
/// ```
/// use uurwerk_engine::Cost;
/// assert!(Cost { hard: 0, soft: 900 } < Cost { hard: 1, soft: 0 });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cost {
    /// Cost of the required constraints (XHSTT: infeasibility value). Zero means feasible.
    pub hard: i64,
    /// Cost of the others (XHSTT: objective value).
    pub soft: i64,
}

impl Cost {
    /// No cost at all.
    pub const ZERO: Self = Self { hard: 0, soft: 0 };
}

impl Add for Cost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            hard: self.hard + other.hard,
            soft: self.soft + other.soft,
        }
    }
}

impl Sub for Cost {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self {
            hard: self.hard - other.hard,
            soft: self.soft - other.soft,
        }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Cost {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl std::fmt::Display for Cost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "hard={} soft={}", self.hard, self.soft)
    }
}

/// How the deviation `d` of one point of application becomes a cost, before the weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CostFunction {
    /// d
    #[default]
    Linear,
    /// d squared
    Quadratic,
    /// 1 when d > 0, else 0
    Step,
}

impl CostFunction {
    /// The function's value; `deviation` is never negative.
    #[inline]
    pub const fn apply(self, deviation: i64) -> i64 {
        match self {
            Self::Linear => deviation,
            Self::Quadratic => deviation * deviation,
            Self::Step => (deviation > 0) as i64,
        }
    }
}

/// A closed range of counts. The deviation of a count is its distance to the range.
///
/// ```
/// use uurwerk_engine::Limits;
/// let two_to_four = Limits { min: 2, max: 4 };
/// assert_eq!([1, 3, 7].map(|x| two_to_four.deviation(x)), [1, 0, 3]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    /// The least count that costs nothing.
    pub min: u32,
    /// The greatest count that costs nothing; [`Limits::NONE`] for no upper limit.
    pub max: u32,
}

impl Limits {
    /// As `max`: no upper limit.
    pub const NONE: u32 = u32::MAX;

    /// At most `max`.
    pub const fn at_most(max: u32) -> Self {
        Self { min: 0, max }
    }

    /// At least `min`.
    pub const fn at_least(min: u32) -> Self {
        Self {
            min,
            max: Self::NONE,
        }
    }

    /// How far `count` lies outside.
    #[inline]
    pub const fn deviation(self, count: i64) -> i64 {
        let (short, excess) = (self.min as i64 - count, count - self.max as i64);
        if short > 0 {
            short
        } else if excess > 0 && self.max != Self::NONE {
            excess
        } else {
            0
        }
    }
}
