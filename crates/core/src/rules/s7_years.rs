//! The years that a starter teaches lie close together.
//!
//! Deviation of a starter: the highest year (leerjaar) among the preparations of the counting positions less the
//! lowest, above `max`, in years.
//! Source: memo 2.2 ("verspreid over verschillende klassen in verschillende graden" is what to avoid).

use uurwerk_model::{Finding, Message, Mode, TeacherIx};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing, Sum, Take, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "S7",
    source: Source::Memo("2.2"),
    unit: "unit-years",
    modes: Modes::always(Mode::Measure),
    weight: 8,
    params: &[Param {
        name: "max",
        default: 1,
        min: 0,
        max: 7,
    }],
    body: Body::Load(|facts, setting| {
        Box::new(CloseYears {
            facts,
            max: setting.param("max"),
        })
    }),
};

struct CloseYears<'a> {
    facts: &'a Facts<'a>,
    max: i64,
}

impl CloseYears<'_> {
    fn year(&self, post: &Post) -> Option<u8> {
        post.prep.map(|prep| self.facts.preps[prep].year)
    }

    fn ends(&self, load: &TeacherLoad) -> Option<(u8, u8)> {
        let years = || load.posts.iter().filter_map(|post| self.year(post));
        Some((years().min()?, years().max()?))
    }
}

impl LoadRule for CloseYears<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::limits_if(self.facts.is_starter(teacher))
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        match self.ends(load) {
            Some((low, high)) if self.facts.is_starter(teacher) => {
                (i64::from(high - low) - self.max).max(0)
            }
            _ => 0,
        }
    }

    /// Between two years there is a step for every year above the lowest; a load spans the steps that have
    /// something below them and something above: both, less one for having anything at all.
    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if !self.facts.is_starter(teacher) {
                continue;
            }
            let mut takes = model.takes(teacher);
            takes.retain(|take| self.year(take.post).is_some());
            let mut years: Vec<u8> = takes.iter().filter_map(|t| self.year(t.post)).collect();
            years.sort_unstable();
            let (Some(low), Some(high)) = (years.first(), years.last()) else {
                continue;
            };
            let mut span = Sum::constant(-self.max);
            let anything = model.any(&takes);
            for step in low + 1..=*high {
                let is_below = |take: &Take| self.year(take.post) < Some(step);
                let (below, above): (Vec<Take>, Vec<Take>) =
                    takes.iter().partition(|t| is_below(t));
                span.add(model.any(&below), 1);
                span.add(model.any(&above), 1);
                span.add(anything, -1);
            }
            model.charge(span, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let (low, high) = self.ends(load).unwrap_or_default();
            let message = Message::new("finding-S7")
                .with("low", i64::from(low))
                .with("high", i64::from(high))
                .with("max", self.max);
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn years_far_apart_count_for_a_starter() {
        let tiny = |experience| {
            Tiny::new()
                .class("1A", 1, 0)
                .class("2A", 2, 0)
                .class("5A", 5, 0)
                .teacher("ann", experience, [0, 7, 22], &["WIS"])
                .lesson("L1", "WIS", &["1A"], 4)
                .lesson("L2", "WIS", &["2A"], 3)
                .lesson("L3", "WIS", &["5A"], 2)
        };
        let given = [("L1", "ann"), ("L2", "ann"), ("L3", "ann")];
        assert_eq!(tiny(1).deviation("S7", &given[..2]), 0);
        assert_eq!(tiny(1).deviation("S7", &given), 3); // 5 - 1 - 1
        assert_eq!(tiny(1).deviation("S7", &given[1..]), 2); // 5 - 2 - 1
        assert_eq!(tiny(1).deviation("S7", &[]), 0);
        assert_eq!(tiny(9).deviation("S7", &given), 0);
    }
}
