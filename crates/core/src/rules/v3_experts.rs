//! Responsibility is no penalty: experts work no more than their share.
//!
//! Work and fair share are those of B1, with the same minutes. Deviation of a teacher with at least `years` years of
//! service who is no starter: work above `percent` of the fair share, in hours of work, rounded up. The work of a mentor
//! or coordinator counts in the contract, so their lessons are fewer and their fair share is what the target says.
//! Source: memo 1.1 (experienced teachers are valued little); hard classes given to experts must not crush them.

use uurwerk_model::{Finding, Mode, TeacherIx, figure};

use super::b1_workload::{UNIT, Workload, minutes, percent};
use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, TeacherLoad};

/// The rule.
pub static RULE: Rule = Rule {
    id: "V3",
    source: Source::Memo("1.1"),
    unit: "unit-work-hours",
    modes: Modes::always(Mode::Measure),
    weight: 2,
    params: &[
        minutes("contact", figure("minutes-contact")),
        minutes("repeat", figure("minutes-repeat")),
        minutes("prep", figure("minutes-prep")),
        minutes("starter_prep", figure("minutes-prep-starter")),
        minutes("marking", figure("minutes-marking")),
        percent("percent", figure("workload-experts")),
        Param {
            name: "years",
            default: figure("responsibility-years"),
            min: 1,
            max: 60,
        },
    ],
    body: Body::Load(|facts, setting| {
        Box::new(Experts {
            facts,
            work: Workload::of(facts, setting),
            percent: setting.param("percent"),
            years: setting.param("years"),
        })
    }),
};

struct Experts<'a> {
    facts: &'a Facts<'a>,
    work: Workload<'a>,
    percent: i64,
    years: i64,
}

impl Experts<'_> {
    fn is_expert(&self, teacher: TeacherIx) -> bool {
        let years = i64::from(self.facts.school.teacher(teacher).experience);
        years >= self.years && !self.facts.is_starter(teacher)
    }
}

impl LoadRule for Experts<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        if !self.is_expert(teacher) {
            return 0;
        }
        self.work.hours_above(load, self.percent)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if self.is_expert(teacher) {
                let above = self.work.above(model, teacher, self.percent);
                model.charge(above, UNIT);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            self.work
                .told("finding-V3", load, ("percent", self.percent))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::b1_workload::testing::ann_and_bob as tiny;

    #[test]
    fn an_expert_above_the_share_counts_and_a_younger_colleague_does_not() {
        // As in B1: 680 + 120 = 800 minutes, and a half is 400. 105 % of it is 420: 380 minutes, seven hours.
        let both = [("L1", "ann"), ("L2", "ann")];
        assert_eq!(tiny(5).deviation("V3", &both), 7);
        assert_eq!(tiny(4).deviation("V3", &both), 0);
        // One lesson each is 340 + 120 = 460 minutes against 420, for both of them.
        assert_eq!(tiny(5).deviation("V3", &[("L1", "ann"), ("L2", "bob")]), 2);
    }
}
