//! In which weeks something happens: every week, every second week, every fourth week (A and B weeks, and so on).
//!
//! Weeks are counted from the first of the school year. After four weeks everything comes again, so that a set of weeks is
//! four bits.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Every so many weeks.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Recurrence {
    /// Every week (1), every second week (2) or every fourth week (4).
    #[schemars(range(min = 1, max = 4))]
    pub every: u8,
    /// The first of these weeks in which it happens, counting from 0: of every second week, 0 are the A weeks and 1 the B
    /// weeks. Lessons without it begin in the first; for meetings without it the planner chooses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 3))]
    pub phase: Option<u8>,
}

impl Default for Recurrence {
    fn default() -> Self {
        Self {
            every: 1,
            phase: None,
        }
    }
}

impl Recurrence {
    /// Whether it happens every week.
    pub fn is_weekly(&self) -> bool {
        self.every <= 1
    }

    /// Whether these are weeks that come again after four, and a phase among them.
    pub fn is_possible(self) -> bool {
        matches!(self.every, 1 | 2 | 4) && self.phase.is_none_or(|phase| phase < self.every)
    }

    /// The weeks; in the first where no phase is said.
    ///
    /// ```
    /// use uurwerk_model::Recurrence;
    /// let (a, b) = (Recurrence { every: 2, phase: None }, Recurrence { every: 2, phase: Some(1) });
    /// assert!(!a.weeks().meets(b.weeks()));
    /// assert!(a.weeks().meets(Recurrence::default().weeks()));
    /// ```
    pub fn weeks(self) -> WeekSet {
        let (every, phase) = (self.every.max(1), self.phase.unwrap_or(0));
        let own = (0..WeekSet::CYCLE).filter(|week| week % every == phase % every);
        WeekSet(own.map(|week| 1 << week).sum())
    }

    /// The same in the nth phase where none is said, so that meetings without one are spread over the weeks.
    #[must_use]
    pub fn spread(self, nth: usize) -> Self {
        let every = self.every.max(1);
        let phase = self.phase.unwrap_or((nth % usize::from(every)) as u8);
        Self {
            phase: (every > 1).then_some(phase),
            ..self
        }
    }

    /// Every way to say the phase: one where it is said.
    pub fn choices(self) -> Vec<Self> {
        match self.phase {
            Some(_) => vec![self],
            None => (0..usize::from(self.every.max(1)))
                .map(|nth| self.spread(nth))
                .collect(),
        }
    }

    /// Whether what happens in these weeks is enough for what is asked for.
    ///
    /// ```
    /// use uurwerk_model::Recurrence;
    /// let asked = Recurrence { every: 2, phase: None };
    /// assert!(Recurrence { every: 2, phase: Some(1) }.serves(asked));
    /// assert!(Recurrence::default().serves(asked));
    /// assert!(!Recurrence { every: 4, phase: Some(1) }.serves(asked));
    /// ```
    pub fn serves(self, asked: Self) -> bool {
        let (own, choices) = (self.weeks(), asked.choices());
        choices.iter().any(|choice| own.covers(choice.weeks()))
    }
}

/// Some of the weeks of a cycle of four, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekSet(u8);

impl WeekSet {
    /// Weeks after which everything comes again.
    pub const CYCLE: u8 = 4;
    /// Every week.
    pub const ALL: Self = Self(0b1111);

    /// The weeks of the cycle, counting from 0.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..usize::from(Self::CYCLE)).filter(move |week| self.0 & 1 << week != 0)
    }

    /// Whether there is a week that is in both.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all weeks of the other are in this one.
    pub fn covers(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// The weeks that come one later.
    #[must_use]
    pub fn next(self) -> Self {
        Self((self.0 << 1 | self.0 >> (Self::CYCLE - 1)) & Self::ALL.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_of_four_weeks() {
        let weeks = |every, phase| Recurrence { every, phase }.weeks();
        assert_eq!(weeks(1, None), WeekSet::ALL);
        assert_eq!(weeks(2, Some(1)).iter().collect::<Vec<_>>(), [1, 3]);
        assert_eq!(weeks(4, Some(3)).next(), weeks(4, Some(0)));
        assert_eq!(weeks(2, Some(0)).next(), weeks(2, Some(1)));
        assert!(weeks(2, Some(0)).covers(weeks(4, Some(2))));
        assert!(!weeks(2, Some(0)).covers(weeks(4, Some(1))));
    }

    #[test]
    fn phases_are_chosen_where_none_is_said() {
        let open = Recurrence {
            every: 2,
            phase: None,
        };
        assert_eq!(open.choices().len(), 2);
        assert_eq!(open.spread(3).phase, Some(1));
        assert_eq!(Recurrence::default().spread(3), Recurrence::default());
        assert_eq!(Recurrence::default().choices().len(), 1);
        let impossible = [(3, None), (2, Some(2)), (1, Some(1))];
        assert!(impossible.iter().all(|(every, phase)| {
            !Recurrence {
                every: *every,
                phase: *phase,
            }
            .is_possible()
        }));
    }
}
