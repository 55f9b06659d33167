//! Nobody has too many pupils to know and report on.
//!
//! The pupils of a teacher are, for every class, the most of its pupils in one lesson of the counting positions.
//! Deviation of a teacher: pupils above `max` for a full-time job, in proportion to the target, rounded up, in pupils.
//! Source: memo 2.2 ("rapporten" are part of what weighs).

use std::collections::BTreeMap;

use uurwerk_model::{ClassIx, FTE, Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, Sum, Take, TeacherLoad, ceil_div};

/// The rule.
pub static RULE: Rule = Rule {
    id: "P3",
    source: Source::Memo("2.2"),
    unit: "unit-pupils",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[Param {
        name: "max",
        default: figure("pupils-most"),
        min: 1,
        max: 1000,
    }],
    body: Body::Load(|facts, setting| {
        let lessons = (0..facts.school.lessons().len()).map(|l| pupils(facts, l));
        Box::new(FewPupils {
            facts,
            pupils: lessons.collect(),
            max: setting.param("max"),
        })
    }),
};

struct FewPupils<'a> {
    facts: &'a Facts<'a>,
    /// By lesson: pupils of every class in it.
    pupils: Vec<BTreeMap<ClassIx, i64>>,
    max: i64,
}

/// Pupils of every class in a lesson.
fn pupils(facts: &Facts, lesson: usize) -> BTreeMap<ClassIx, i64> {
    let mut by_class: BTreeMap<ClassIx, i64> = BTreeMap::new();
    for group in &facts.school.lessons()[lesson].groups {
        if let Some(class) = facts.school.class_ix(&group.class) {
            let pupils = i64::from(facts.school.group_pupils(group));
            *by_class.entry(class).or_default() += pupils;
        }
    }
    by_class
}

impl FewPupils<'_> {
    fn allowed(&self, teacher: TeacherIx) -> i64 {
        let target = self.facts.school.teacher(teacher).contract.target.0;
        ceil_div(self.max * target, FTE)
    }

    fn known(&self, load: &TeacherLoad) -> i64 {
        let mut most: BTreeMap<ClassIx, i64> = BTreeMap::new();
        for post in load.posts {
            for (class, pupils) in &self.pupils[post.lesson.at()] {
                let most = most.entry(*class).or_default();
                *most = (*most).max(*pupils);
            }
        }
        most.into_values().sum()
    }
}

impl LoadRule for FewPupils<'_> {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Limits
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        (self.known(load) - self.allowed(teacher)).max(0)
    }

    /// The most of several numbers is a stair: every step counts if a lesson that high is held.
    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let mut by_class: BTreeMap<ClassIx, Vec<(i64, Take)>> = BTreeMap::new();
            for take in model.takes(teacher) {
                for (class, pupils) in &self.pupils[take.post.lesson.at()] {
                    by_class.entry(*class).or_default().push((*pupils, take));
                }
            }
            let mut above = Sum::constant(-self.allowed(teacher));
            for takes in by_class.into_values() {
                let mut steps: Vec<i64> = takes.iter().map(|(pupils, _)| *pupils).collect();
                steps.sort_unstable();
                steps.dedup();
                let mut below = 0;
                for step in steps {
                    let high = takes.iter().filter(|(pupils, _)| *pupils >= step);
                    let high: Vec<Take> = high.map(|(_, take)| *take).collect();
                    above.add(model.any(&high), step - below);
                    below = step;
                }
            }
            model.charge(above, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new("finding-P3")
                .with("count", self.known(load))
                .with("max", self.allowed(load.teacher));
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn a_class_counts_once_however_often_it_is_seen() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .class("1B", 1, 0)
            .teacher("ann", 9, [0, 5, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 2)
            .lesson("L2", "WIS", &["1A"], 2)
            .lesson("L3", "WIS", &["1B"], 2);
        // 5 of 22 hours: ceil(150 x 5 / 22) = 35 pupils. One class has 20, two have 40.
        assert_eq!(tiny.deviation("P3", &[("L1", "ann"), ("L2", "ann")]), 0);
        let all = ["L1", "L2", "L3"].map(|l| (l, "ann"));
        assert_eq!(tiny.deviation("P3", &all), 5);
    }
}
