//! Hours in difficult classes and everybody's fair share of them: what D4, D5 and D6 have in common.
//!
//! With `D` the hours of counting positions in lessons with a difficulty of at least `threshold`, and `H` the hours
//! of all counting positions, the fair share of a teacher is `ceil(target x D / H)`, the target in hours at noemer 22.

use uurwerk_model::TeacherIx;

use super::Param;
use crate::allocate::{Facts, HOUR, Post, Sum, Take, TeacherLoad, ceil_div};

/// The number that says which classes are difficult.
pub(super) const THRESHOLD: Param = Param {
    name: "threshold",
    default: 70,
    min: 0,
    max: 100,
};

/// Who has how many of the difficult hours.
pub(super) struct HardHours {
    threshold: i64,
    shares: Vec<i64>,
}

impl HardHours {
    /// Works the shares of a school out.
    pub(super) fn of(facts: &Facts, threshold: i64) -> Self {
        let mut rule = Self {
            threshold,
            shares: Vec::new(),
        };
        let counting = || facts.posts.iter().filter(|post| post.counts);
        let hard: i64 = counting().map(|post| rule.hours(post)).sum();
        let all: i64 = counting().map(|post| post.hours).sum();
        let staff = facts.school.staff().iter();
        let share = |target: i64| ceil_div(target * hard, HOUR * all.max(1));
        rule.shares = staff.map(|t| share(t.contract.target.0)).collect();
        rule
    }

    /// The hours of a post, if it is in a difficult class.
    pub(super) fn hours(&self, post: &Post) -> i64 {
        if post.difficulty >= self.threshold {
            post.hours
        } else {
            0
        }
    }

    /// The difficult hours of a load.
    pub(super) fn held(&self, load: &TeacherLoad) -> i64 {
        load.sum(|post| self.hours(post))
    }

    /// The fair share of a teacher, in hours.
    pub(super) fn share(&self, teacher: TeacherIx) -> i64 {
        self.shares[teacher.at()]
    }

    /// The difficult hours above a limit, as a sum of the model.
    pub(super) fn above(&self, takes: &[Take], limit: i64) -> Sum {
        let mut above = Sum::of(takes, |post| self.hours(post));
        above.constant -= limit;
        above
    }
}
