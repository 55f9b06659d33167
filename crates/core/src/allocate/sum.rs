//! Linear sums of facts, settled or open: what rules charge.

use uurwerk_mip::Var;

use super::facts::Post;

/// Whether something is so: settled beforehand, or for the solver to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Settled.
    Settled(bool),
    /// Open.
    Open(Var),
}

/// That a certain teacher holds a post.
#[derive(Clone, Copy)]
pub struct Take<'a> {
    /// The post.
    pub post: &'a Post,
    /// Whether it is so.
    pub holds: Fact,
}

/// A linear sum of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub(super) terms: Vec<(Var, i64)>,
    /// What the sum is when every open fact is false.
    pub constant: i64,
}

impl Sum {
    /// A constant.
    pub fn constant(constant: i64) -> Self {
        Self {
            terms: Vec::new(),
            constant,
        }
    }

    /// An amount for every post that is held.
    pub fn of(takes: &[Take], amount: impl Fn(&Post) -> i64) -> Self {
        let mut sum = Self::default();
        for take in takes {
            sum.add(take.holds, amount(take.post));
        }
        sum
    }

    /// Adds an amount if a fact is so.
    pub fn add(&mut self, fact: Fact, amount: i64) {
        match fact {
            Fact::Settled(so) => self.constant += i64::from(so) * amount,
            Fact::Open(var) if amount != 0 => self.terms.push((var, amount)),
            Fact::Open(_) => (),
        }
    }

    /// The same sum with the opposite sign.
    pub fn negated(&self) -> Self {
        Self {
            terms: self
                .terms
                .iter()
                .map(|(var, amount)| (*var, -amount))
                .collect(),
            constant: -self.constant,
        }
    }

    /// The most that the sum can be.
    pub(super) fn most(&self) -> i64 {
        let gains = self.terms.iter().map(|(_, amount)| amount.max(&0));
        self.constant + gains.sum::<i64>()
    }

    /// The sum when the variables have these values.
    pub(super) fn value(&self, values: &[i64]) -> i64 {
        let terms = self.terms.iter();
        self.constant
            + terms
                .map(|(var, amount)| amount * values[var.index()])
                .sum::<i64>()
    }
}
