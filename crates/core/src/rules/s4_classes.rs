//! Starters teach few classes.
//!
//! Deviation of a starter: different classes in the lessons of the counting positions, above `year_1` or `year_2`
//! (and later), in classes. A part of a class is that class.
//! Source: memo 2.2 ("verspreid over verschillende klassen in verschillende graden" is what to avoid).

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{ClassIx, Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Facts, Model, Staffing, Sum, Take, TeacherLoad, classes_of};

/// The rule.
pub static RULE: Rule = Rule {
    id: "S4",
    source: Source::Memo("2.2"),
    unit: "unit-classes",
    modes: Modes {
        memo: Mode::Measure,
        strict: Mode::Soft,
        law: Mode::Measure,
    },
    weight: 2,
    params: &[
        Param {
            name: "year_1",
            default: figure("classes-year-1"),
            min: 1,
            max: 40,
        },
        Param {
            name: "year_2",
            default: figure("classes-year-2"),
            min: 1,
            max: 40,
        },
    ],
    body: Body::Load(|facts, setting| {
        let lessons = (0..facts.school.lessons().len()).map(|l| classes_of(facts.school, l.into()));
        Box::new(FewClasses {
            facts,
            classes: lessons.collect(),
            allowed: ["year_1", "year_2"].map(|name| setting.param(name)),
        })
    }),
};

struct FewClasses<'a> {
    facts: &'a Facts<'a>,
    /// By lesson.
    classes: Vec<Vec<ClassIx>>,
    allowed: [i64; 2],
}

impl FewClasses<'_> {
    fn allowed(&self, teacher: TeacherIx) -> i64 {
        let first = self.facts.school.teacher(teacher).experience <= 1;
        self.allowed[usize::from(!first)]
    }

    fn held(&self, load: &TeacherLoad) -> i64 {
        let posts = load.posts.iter();
        let classes: BTreeSet<_> = posts.flat_map(|p| &self.classes[p.lesson.at()]).collect();
        classes.len() as i64
    }
}

impl LoadRule for FewClasses<'_> {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::limits_if(self.facts.is_starter(teacher))
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        if !self.facts.is_starter(teacher) {
            return 0;
        }
        (self.held(load) - self.allowed(teacher)).max(0)
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            if !self.facts.is_starter(teacher) {
                continue;
            }
            let mut by_class: BTreeMap<ClassIx, Vec<Take>> = BTreeMap::new();
            for take in model.takes(teacher) {
                for class in &self.classes[take.post.lesson.at()] {
                    by_class.entry(*class).or_default().push(take);
                }
            }
            let mut above = Sum::constant(-self.allowed(teacher));
            for takes in by_class.into_values() {
                above.add(model.any(&takes), 1);
            }
            model.charge(above, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new("finding-S4")
                .with("count", self.held(load))
                .with("max", self.allowed(load.teacher));
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn classes_beyond_eight_or_nine_count_once_each() {
        let tiny = |experience| {
            let mut tiny = Tiny::new().teacher("ann", experience, [0, 7, 22], &["WIS"]);
            for class in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"] {
                tiny = tiny.class(class, 1, 0);
                tiny = tiny.lesson(&format!("L{class}"), "WIS", &[class], 1);
            }
            tiny.lesson("joint", "WIS", &["A", "B", "J"], 1)
        };
        let all = [
            "LA", "LB", "LC", "LD", "LE", "LF", "LG", "LH", "LI", "joint",
        ]
        .map(|l| (l, "ann"));
        assert_eq!(tiny(1).deviation("S4", &all), 2); // A to I, and J in the joint lesson: 10 - 8
        assert_eq!(tiny(2).deviation("S4", &all), 1); // 10 - 9
        assert_eq!(tiny(1).deviation("S4", &all[..8]), 0);
        assert_eq!(tiny(9).deviation("S4", &all), 0);
    }
}
