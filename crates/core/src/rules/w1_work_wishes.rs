//! Wishes about work.
//!
//! Deviation of a teacher: for every wish about a class, subject or lesson, when negative its strength times
//! the counting positions that it is about, when positive its strength if there is none, in points.
//! Source: memo 3.2 (in consultation with the teacher); practice.

use uurwerk_model::{ClassIx, Finding, LessonIx, Message, Mode, SubjectIx, TeacherIx, WishTarget};

use super::{Asks, Body, LoadRule, Modes, Rule, Source};
use crate::allocate::{Facts, Model, Post, Staffing, Sum, TeacherLoad, classes_of};

/// The rule.
pub static RULE: Rule = Rule {
    id: "W1",
    source: Source::Memo("3.2"),
    unit: "unit-points",
    modes: Modes::always(Mode::Soft),
    weight: 1,
    params: &[],
    body: Body::Load(|facts, _| Box::new(WorkWishes::of(facts))),
};

/// A wish with its name resolved to the lessons it is about.
struct Wanted {
    value: i64,
    /// By lesson.
    about: Vec<bool>,
}

impl Wanted {
    fn covers(&self, post: &Post) -> bool {
        self.about[post.lesson.at()]
    }

    fn deviation(&self, load: &TeacherLoad) -> i64 {
        let held = load.sum(|post| i64::from(self.covers(post)));
        if self.value < 0 {
            -self.value * held
        } else {
            self.value * i64::from(held == 0)
        }
    }
}

struct WorkWishes {
    wishes: Vec<Vec<Wanted>>,
}

enum Target {
    Class(ClassIx),
    Subject(SubjectIx),
    Lesson(LessonIx),
}

impl WorkWishes {
    fn of(facts: &Facts) -> Self {
        let school = facts.school;
        let target = |on: &WishTarget| match on {
            WishTarget::Class(id) => school.class_ix(id).map(Target::Class),
            WishTarget::Subject(id) => school.subject_ix(id).map(Target::Subject),
            WishTarget::Lesson(id) => school.lesson_ix(id).map(Target::Lesson),
            WishTarget::Slot(_) | WishTarget::HalfDay { .. } | WishTarget::Day(_) => None,
        };
        let is_about = |target: &Target, lesson: LessonIx| match target {
            Target::Class(class) => classes_of(school, lesson).contains(class),
            Target::Subject(subject) => {
                school.subject_ix(&school.lesson(lesson).subject) == Some(*subject)
            }
            Target::Lesson(own) => *own == lesson,
        };
        let lessons = 0..school.lessons().len();
        let wanted = |wish: &uurwerk_model::Wish| {
            let target = target(&wish.on).filter(|_| wish.value != 0)?;
            let about = lessons
                .clone()
                .map(|l| is_about(&target, LessonIx::from(l)));
            Some(Wanted {
                value: wish.value.into(),
                about: about.collect(),
            })
        };
        let wishes = school.staff().iter();
        let wishes = wishes.map(|t| t.wishes.iter().filter_map(wanted).collect());
        Self {
            wishes: wishes.collect(),
        }
    }
}

impl LoadRule for WorkWishes {
    fn asks(&self, teacher: TeacherIx) -> Asks {
        Asks::work_if(!self.wishes[teacher.at()].is_empty())
    }

    fn teacher(&self, teacher: TeacherIx, load: &TeacherLoad) -> i64 {
        let wishes = self.wishes[teacher.at()].iter();
        wishes.map(|wish| wish.deviation(load)).sum()
    }

    fn model(&self, model: &mut Model) {
        for teacher in model.teachers() {
            for wish in &self.wishes[teacher.at()] {
                let mut takes = model.takes(teacher);
                takes.retain(|take| wish.covers(take.post));
                let refused = if wish.value < 0 {
                    Sum::of(&takes, |_| -wish.value)
                } else {
                    let mut missed = Sum::constant(wish.value);
                    missed.add(model.any(&takes), -wish.value);
                    missed
                };
                model.charge(refused, 1);
            }
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let wishes = &self.wishes[load.teacher.at()];
            let refused = wishes.iter().filter(|wish| wish.deviation(load) > 0);
            let message = Message::new("finding-W1").with("count", refused.clone().count() as i64);
            let against = |post: &&&Post| refused.clone().any(|w| w.value < 0 && w.covers(post));
            let lessons = load.posts.iter().filter(against);
            (message, lessons.map(|post| post.lesson).collect())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tiny::Tiny;

    #[test]
    fn refused_wishes_count_their_strength() {
        let wish = |on, value| uurwerk_model::Wish {
            on,
            value,
            reason: None,
        };
        let tiny = Tiny::new()
            .class("1A", 1, 0)
            .class("1B", 1, 0)
            .teacher("ann", 9, [0, 8, 22], &["WIS", "NED"])
            .lesson("L1", "WIS", &["1A"], 4)
            .lesson("L2", "WIS", &["1B"], 4)
            .lesson("L3", "NED", &["1B"], 4)
            .with(|school| {
                school.staff[0].wishes = vec![
                    wish(WishTarget::Subject("WIS".into()), -2),
                    wish(WishTarget::Class("1B".into()), 1),
                    wish(WishTarget::Lesson("L3".into()), 3),
                ];
            });
        assert_eq!(tiny.deviation("W1", &[]), 4); // 1 + 3, wanted and not given
        assert_eq!(tiny.deviation("W1", &[("L1", "ann"), ("L2", "ann")]), 7); // 2 x 2 + 3
        assert_eq!(tiny.deviation("W1", &[("L3", "ann")]), 0);
    }
}
