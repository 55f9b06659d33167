//! Pupils whom a teacher knows, reports on and answers for: what P3 and P4 have in common.
//!
//! The pupils of a teacher are, for every class, the most of its pupils in one lesson of the counting positions. Those of
//! a class whose titularis the teacher is may count several times.

use std::collections::BTreeMap;

use uurwerk_model::{ClassIx, FTE, Finding, Message, TeacherIx};

use super::{Asks, LoadRule};
use crate::allocate::{Facts, Model, Staffing, Sum, Take, TeacherLoad, ceil_div};

/// At most so many pupils for a full-time job, in proportion to the target.
pub(super) struct FewPupils<'a> {
    facts: &'a Facts<'a>,
    /// By lesson: pupils of every class in it.
    pupils: Vec<BTreeMap<ClassIx, i64>>,
    /// By class: its titularis.
    titularis: Vec<Option<TeacherIx>>,
    max: i64,
    /// How often a pupil of a class counts for its titularis.
    own: i64,
    /// The key of the finding.
    finding: &'static str,
}

impl<'a> FewPupils<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, max: i64, own: i64, finding: &'static str) -> Self {
        let school = facts.school;
        let lessons = (0..school.lessons().len()).map(|l| pupils(facts, l));
        let titularis = |class: &uurwerk_model::Class| {
            let titularis = class.titularis.as_ref();
            titularis.and_then(|teacher| school.teacher_ix(teacher))
        };
        Self {
            facts,
            pupils: lessons.collect(),
            titularis: school.classes().iter().map(titularis).collect(),
            max,
            own,
            finding,
        }
    }

    fn allowed(&self, teacher: TeacherIx) -> i64 {
        let target = self.facts.school.teacher(teacher).contract.target.0;
        ceil_div(self.max * target, FTE)
    }

    /// How often a pupil of a class counts for a teacher.
    fn times(&self, teacher: TeacherIx, class: ClassIx) -> i64 {
        match self.titularis[class.at()] == Some(teacher) {
            true => self.own,
            false => 1,
        }
    }

    fn known(&self, load: &TeacherLoad) -> i64 {
        let mut most: BTreeMap<ClassIx, i64> = BTreeMap::new();
        for post in load.posts {
            for (class, pupils) in &self.pupils[post.lesson.at()] {
                let most = most.entry(*class).or_default();
                *most = (*most).max(*pupils);
            }
        }
        let counted = most.into_iter();
        counted
            .map(|(class, pupils)| pupils * self.times(load.teacher, class))
            .sum()
    }
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
            for (class, takes) in by_class {
                let times = self.times(teacher, class);
                let mut steps: Vec<i64> = takes.iter().map(|(pupils, _)| *pupils).collect();
                steps.sort_unstable();
                steps.dedup();
                let mut below = 0;
                for step in steps {
                    let high = takes.iter().filter(|(pupils, _)| *pupils >= step);
                    let high: Vec<Take> = high.map(|(_, take)| *take).collect();
                    above.add(model.any(&high), times * (step - below));
                    below = step;
                }
            }
            model.charge(above, 1);
        }
    }

    fn explain(&self, staffing: &Staffing) -> Vec<Finding> {
        staffing.teachers_off(self, |load| {
            let message = Message::new(self.finding)
                .with("count", self.known(load))
                .with("max", self.allowed(load.teacher));
            (message, load.posts.iter().map(|post| post.lesson).collect())
        })
    }
}
