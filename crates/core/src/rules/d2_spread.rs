//! Difficult classes are spread fairly.
//!
//! Within a cell (subject and graad) the mean difficulty of an hour is `mean = floor(sum of hours x
//! difficulty / sum of hours)` over the counting positions of the school. Deviation of a teacher:
//! `ceil(max(0, sum of hours x (100 x difficulty - beta x mean)) / 10000)` in difficulty-hours (one hour
//! in a class of difficulty 100), with `beta` percent by year of service: `year_1` and `year_2` (and
//! later) for starters, `others` for everyone else.
//! Source: memo 2.2 ("moeilijke klassen eerlijk verdelen").

use uurwerk_model::{Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing, Sum, TeacherLoad, ceil_div};

/// Percent of difficulty in one difficulty-hour, times percent of beta.
const UNIT: i64 = 10_000;

/// The rule.
pub static RULE: Rule = Rule {
    id: "D2",
    source: Source::Memo("2.2"),
    unit: "unit-difficulty-hours",
    modes: Modes {
        memo: Mode::Soft,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 4,
    params: &[
        Param {
            name: "year_1",
            default: figure("difficulty-year-1"),
            min: 0,
            max: 300,
        },
        Param {
            name: "year_2",
            default: figure("difficulty-year-2"),
            min: 0,
            max: 300,
        },
        Param {
            name: "others",
            default: 110,
            min: 0,
            max: 300,
        },
    ],
    body: Body::Load(|facts, setting| {
        let betas = ["year_1", "year_2", "others"].map(|name| setting.param(name));
        Box::new(FairSpread::of(facts, betas))
    }),
};

struct FairSpread<'a> {
    facts: &'a Facts<'a>,
    betas: [i64; 3],
    /// Mean difficulty of an hour by cell.
    means: Vec<i64>,
}

impl<'a> FairSpread<'a> {
    fn of(facts: &'a Facts<'a>, betas: [i64; 3]) -> Self {
        let cells = facts.posts.iter().map(|post| post.cell + 1).max();
        let mut sums = vec![(0, 0); cells.unwrap_or(0)];
        for post in facts.posts.iter().filter(|post| post.counts) {
            let (hours, difficulty) = &mut sums[post.cell];
            *hours += post.hours;
            *difficulty += post.hours * post.difficulty;
        }
        let mean = |(hours, difficulty): (i64, i64)| difficulty / hours.max(1);
        Self {
            facts,
            betas,
            means: sums.into_iter().map(mean).collect(),
        }
    }

    fn beta(&self, teacher: TeacherIx) -> i64 {
        let year = self.facts.school.teacher(teacher).experience;
        match (self.facts.is_starter(teacher), year) {
            (true, 0..=1) => self.betas[0],
            (true, _) => self.betas[1],
            (false, _) => self.betas[2],
        }
    }

    /// How much a post weighs above the fair share of its cell.
    fn above(&self, post: &Post, beta: i64) -> i64 {
        post.hours * (100 * post.difficulty - beta * self.means[post.cell])
    }
}

impl LoadRule for FairSpread<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Work // Easy lessons make up for difficult ones.
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let beta = self.beta(teacher);
        ceil_div(load.sum(|post| self.above(post, beta)).max(0), UNIT)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let beta = self.beta(teacher);
            let above = Sum::of(&model.takes(teacher), |post| self.above(post, beta));
            model.charge(above, UNIT);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let hours = load.sum(|post| post.hours).max(1);
            let fair = load.sum(|post| post.hours * self.means[post.cell]);
            let message = Message::new("finding-D2")
                .with(
                    "mean",
                    load.sum(|post| post.hours * post.difficulty) / hours,
                )
                .with("fair", fair / hours)
                .with("beta", self.beta(load.teacher));
            let beta = self.beta(load.teacher);
            let hard = load.posts.iter().filter(|post| self.above(post, beta) > 0);
            (message, hard.map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn difficulty_above_the_share_counts() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 20)
                .class("1B", 1, 80)
                .teacher("ann", experience, [0, 7, 22], &["WIS"])
                .teacher("bob", 9, [0, 7, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 4)
                .lesson("L2", "WIS", &["1B"], 4)
        };
        // The mean is 50. In 1B an experienced teacher has 4 x (8000 - 110 x 50) = 10000: one unit exactly.
        let given = [("L1", "bob"), ("L2", "ann")];
        assert_eq!(tiny(9).deviation("D2", &given), 1);
        // A starter of the first year: 4 x (8000 - 80 x 50) = 16000, rounded up to two.
        assert_eq!(tiny(1).deviation("D2", &given), 2);
        // Both together: 4 x (2000 - 5500) + 10000 is below nothing.
        assert_eq!(tiny(9).deviation("D2", &[("L1", "ann"), ("L2", "ann")]), 0);
    }
}
