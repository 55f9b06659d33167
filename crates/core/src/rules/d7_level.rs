//! Difficult classes shared out level by level.
//!
//! The exposure of a teacher is `X = sum of hours x difficulty` over the counting positions, for a full-time job:
//! `E = X / target` with the target in full-time equivalents (at least one hour at noemer 22). Level `l` (from 0) is
//! the school's mean exposure times `(level + l x step) / 100`. Deviation of a teacher: for every one of four levels,
//! `10^l` times what `E` is above it, in whole tens of difficulty-hours, rounded up. A unit above a level is worth ten
//! above the one before, so the worst off come first, and whatever makes the sum least cannot lower anybody's exposure
//! above level 0 without raising somebody's above it, counted in those tens.
//! Source: memo 2.2 ("moeilijke klassen eerlijk verdelen"); leximin fairness by levels.

use uurwerk_model::{FTE, Finding, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, HOUR, Model, Post, Staffing, Sum, TeacherLoad, ceil_div};

const LEVEL: Param = Param {
    name: "level",
    default: 100,
    min: 0,
    max: 300,
};
const STEP: Param = Param {
    name: "step",
    default: 25,
    min: 1,
    max: 200,
};
/// What every level counts.
pub(crate) const COUNTS: [i64; 4] = [1, 10, 100, 1000];
/// Difficulty-hours of a full-time job that are one unit.
pub(crate) const UNIT: i64 = 10;

/// The rule.
pub static RULE: Rule = Rule {
    id: "D7",
    source: Source::Memo("2.2"),
    unit: "unit-points",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[LEVEL, STEP],
    body: Body::Load(|facts, setting| Box::new(Exposure::of(facts, setting))),
};

/// The levels of a school.
pub(crate) struct Exposure<'a> {
    facts: &'a Facts<'a>,
    levels: Vec<i64>,
}

impl<'a> Exposure<'a> {
    /// Works the levels out.
    pub(crate) fn of(facts: &'a Facts<'a>, setting: &super::Setting) -> Self {
        let counting = facts.posts.iter().filter(|post| post.counts);
        let all: i64 = counting.map(exposure).sum();
        let mut rule = Self {
            facts,
            levels: Vec::new(),
        };
        let targets: i64 = facts.teachers().map(|t| rule.target(t)).sum();
        let mean = all * FTE / targets.max(1);
        let at = |level: i64| setting.param("level") + level * setting.param("step");
        let levels = 0..COUNTS.len() as i64;
        rule.levels = levels.map(|level| mean * at(level) / 100).collect();
        rule
    }

    /// Every level, in difficulty-hours of a full-time job.
    pub(crate) fn levels(&self) -> &[i64] {
        &self.levels
    }

    /// What exposure is measured against, in units of work.
    pub(crate) fn target(&self, teacher: TeacherIx) -> i64 {
        self.facts
            .school
            .teacher(teacher)
            .contract
            .target
            .0
            .max(HOUR)
    }
}

/// Hours times difficulty of a post.
pub(crate) fn exposure(post: &Post) -> i64 {
    post.hours * post.difficulty
}

impl LoadRule for Exposure<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let target = self.target(teacher);
        let own = load.sum(exposure) * FTE;
        let levels = self.levels.iter().zip(COUNTS);
        let above = levels
            .map(|(level, counts)| counts * ceil_div((own - level * target).max(0), UNIT * target));
        above.sum()
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let target = self.target(teacher);
            for (level, counts) in self.levels.iter().zip(COUNTS) {
                let mut above = Sum::of(&model.takes(teacher), |post| exposure(post) * FTE);
                above.constant -= level * target;
                model.charge_times(above, UNIT * target, counts);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let own = load.sum(exposure) * FTE / self.target(load.teacher);
            let hard = load.posts.iter().filter(|post| post.difficulty > 0);
            let message = Message::new("finding-D7")
                .with("exposure", own)
                .with("level", self.levels.first().copied().unwrap_or(0));
            (message, hard.map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn the_worst_off_count_most() {
        let tiny = Tiny::new()
            .class("1A", 1, 10)
            .class("1B", 1, 50)
            .teacher("ann", 9, [0, 11, 22], &["WIS"])
            .teacher("bob", 9, [0, 11, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 2)
            .lesson("L2", "WIS", &["1B"], 2);
        // Exposures 20 and 100; together 120 of one full-time job: the mean is 120, the levels 120, 150, 180 and 210.
        // Each has half a job: 100 is 200 for a full one. Above: 80, 50, 20, nothing, in tens: 8 + 50 + 200.
        assert_eq!(tiny.deviation("D7", &[("L1", "ann"), ("L2", "bob")]), 258);
        // 120 is 240: 12 + 90 + 600 + 3000.
        assert_eq!(tiny.deviation("D7", &[("L1", "ann"), ("L2", "ann")]), 3702);
    }
}
