//! Room to know pupils: hours together in few classes, and most of all in one's own.
//!
//! Deviation of a teacher, in hours: for every class of which they are the titularis, hours with it (counting
//! positions) below `own`; and class-hours (hours of a lesson times its classes) below `mean` times the classes taught.
//! Source: memo 2.2 ("ruimte om duurzaam te investeren in relaties met leerlingen").

use std::collections::{BTreeMap, BTreeSet};

use uurwerk_model::{ClassIx, Finding, Message, Mode, TeacherIx, figure};

use super::{Asks, Body, LoadRule, Modes, Param, Rule, Source};
use crate::allocate::{Model, Post, Staffing, Sum, Take, TeacherLoad, classes_of};

/// The rule.
pub static RULE: Rule = Rule {
    id: "P6",
    source: Source::Memo("2.2"),
    unit: "unit-hours",
    modes: Modes::always(Mode::Measure),
    weight: 1,
    params: &[
        Param {
            name: "own",
            default: figure("own-class-hours"),
            min: 0,
            max: 20,
        },
        Param {
            name: "mean",
            default: figure("class-hours-mean"),
            min: 0,
            max: 20,
        },
    ],
    body: Body::Load(|facts, setting| {
        let lessons = (0..facts.school.lessons().len()).map(|l| classes_of(facts.school, l.into()));
        let mut owned = vec![Vec::new(); facts.school.staff().len()];
        for (at, class) in facts.school.classes().iter().enumerate() {
            let titularis = class.titularis.as_ref();
            if let Some(teacher) = titularis.and_then(|t| facts.school.teacher_ix(t)) {
                owned[teacher.at()].push(ClassIx::from(at));
            }
        }
        Box::new(OwnClass {
            classes: lessons.collect(),
            owned,
            own: setting.param("own"),
            mean: setting.param("mean"),
        })
    }),
};

struct OwnClass {
    /// By lesson.
    classes: Vec<Vec<ClassIx>>,
    /// By teacher: the classes that they are the titularis of.
    owned: Vec<Vec<ClassIx>>,
    own: i64,
    mean: i64,
}

impl OwnClass {
    fn classes(&self, post: &Post) -> &[ClassIx] {
        &self.classes[post.lesson.at()]
    }

    fn with(&self, post: &Post, class: ClassIx) -> i64 {
        i64::from(self.classes(post).contains(&class)) * post.hours
    }

    fn class_hours(&self, post: &Post) -> i64 {
        self.classes(post).len() as i64 * post.hours
    }

    /// Hours short of the titularis's own classes, and of the mean.
    fn short(&self, teacher: TeacherIx, load: &TeacherLoad) -> (i64, i64) {
        let owned = self.owned[teacher.at()].iter();
        let own = owned.map(|c| (self.own - load.sum(|post| self.with(post, *c))).max(0));
        let posts = load.posts.iter();
        let classes: BTreeSet<_> = posts.flat_map(|post| self.classes(post)).collect();
        let asked = self.mean * classes.len() as i64;
        let mean = (asked - load.sum(|post| self.class_hours(post))).max(0);
        (own.sum(), mean)
    }
}

impl LoadRule for OwnClass {
    fn asks(&self, _: TeacherIx) -> Asks {
        Asks::Work
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let (own, mean) = self.short(teacher, load);
        own + mean
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            let takes = model.takes(teacher);
            for class in &self.owned[teacher.at()] {
                let mut short = Sum::of(&takes, |post| -self.with(post, *class));
                short.constant += self.own;
                model.charge(short, 1);
            }
            let mut by_class: BTreeMap<ClassIx, Vec<Take>> = BTreeMap::new();
            for take in &takes {
                for class in self.classes(take.post) {
                    by_class.entry(*class).or_default().push(*take);
                }
            }
            let mut short = Sum::of(&takes, |post| -self.class_hours(post));
            for takes in by_class.into_values() {
                short.add(model.any(&takes), self.mean);
            }
            model.charge(short, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let (own, mean) = self.short(load.teacher, load);
            let message = Message::new("finding-P6")
                .with("own", own)
                .with("mean", mean);
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tiny::Tiny;

    #[test]
    fn the_own_class_and_the_mean_are_asked_for() {
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .class("1B", 1, 0)
            .class("1C", 1, 0)
            .teacher("ann", 9, [0, 7, 22], &["WIS"])
            .lesson("L1", "WIS", &["1A"], 3)
            .lesson("L2", "WIS", &["1B", "1C"], 1)
            .with(|school| school.classes[0].titularis = Some("ann".into()));
        assert_eq!(tiny.deviation("P6", &[]), 4); // nothing of the four hours in 1A
        assert_eq!(tiny.deviation("P6", &[("L1", "ann")]), 1); // 4 - 3; three hours of one class are enough
        // Three classes ask for 6 class-hours, and there are 3 + 2.
        assert_eq!(tiny.deviation("P6", &[("L1", "ann"), ("L2", "ann")]), 2);
    }
}
