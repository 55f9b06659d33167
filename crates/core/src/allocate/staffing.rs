//! An allocation seen from three sides (post, teacher, class), measured from the definitions.
//!
//! This is the slow and plain twin of what the search keeps up to date.

use uurwerk_model::{ClassIx, Finding, LessonIx, Message, TeacherIx};

use super::facts::{Facts, Post, TeacherLoad, classes_of};
use crate::case::Allocation;
use crate::rules::LoadRule;

/// Who holds every post, and what every teacher holds.
pub struct Staffing<'a> {
    /// The school as posts.
    pub facts: &'a Facts<'a>,
    /// The holder of every post.
    pub holders: Vec<Option<TeacherIx>>,
    /// The counting posts of every teacher.
    pub hands: Vec<Vec<&'a Post>>,
}

/// What a finding says, and the lessons that it is about.
pub type Said = (Message, Vec<LessonIx>);

impl<'a> Staffing<'a> {
    /// Sorts an allocation out.
    pub fn of(facts: &'a Facts<'a>, allocation: &Allocation) -> Self {
        let holder = |post: &Post| {
            let lesson = allocation.teachers.get(post.lesson.at());
            lesson.and_then(|l| l.get(post.position).copied().flatten())
        };
        Self::with(facts, facts.posts.iter().map(holder).collect())
    }

    /// Sorts holders out, one for every post.
    pub fn with(facts: &'a Facts<'a>, holders: Vec<Option<TeacherIx>>) -> Self {
        let mut hands = vec![Vec::new(); facts.tasks.len()];
        for (post, holder) in facts.posts.iter().zip(&holders) {
            if let Some(teacher) = holder.filter(|_| post.counts) {
                hands[teacher.at()].push(post);
            }
        }
        Self {
            facts,
            holders,
            hands,
        }
    }

    /// The load of one teacher.
    pub fn load(&self, teacher: TeacherIx) -> TeacherLoad<'_> {
        TeacherLoad::new(self.facts, teacher, &self.hands[teacher.at()])
    }

    /// The holders of a class's counting posts.
    pub fn staff(&self, class: ClassIx) -> Vec<TeacherIx> {
        let posts = self.facts.class_posts[class.at()].iter();
        posts.filter_map(|post| self.holders[post.at()]).collect()
    }

    /// A rule's total deviation.
    pub fn deviation(&self, rule: &dyn LoadRule) -> i64 {
        let posts = self.facts.posts.iter().zip(&self.holders);
        let posts: i64 = posts.map(|(post, holder)| rule.post(post, *holder)).sum();
        let teachers = self.facts.teachers();
        let teachers: i64 = teachers.map(|t| rule.teacher(t, &self.load(t))).sum();
        let classes = (0..self.facts.class_posts.len()).map(ClassIx::from);
        let classes: i64 = classes.map(|c| rule.class(c, &self.staff(c))).sum();
        let peaks = self.facts.teachers();
        let peak = peaks.map(|t| rule.peak(t, &self.load(t))).max();
        posts + teachers + classes + peak.unwrap_or(0)
    }

    /// One finding for every post that deviates.
    pub fn posts_off(&self, rule: &dyn LoadRule, say: impl Fn(&Post) -> Message) -> Vec<Finding> {
        let posts = self.facts.posts.iter().zip(&self.holders);
        let off = posts.filter_map(|(post, holder)| {
            let deviation = rule.post(post, *holder);
            (deviation > 0).then(|| {
                let message = say(post).with("lesson", self.facts.label(post.lesson));
                let message = match holder {
                    Some(t) => message.with("teacher", self.name(*t)),
                    None => message,
                };
                Finding {
                    deviation,
                    message,
                    people: holder.iter().map(|t| self.id(*t)).collect(),
                    classes: self.class_ids(post.lesson),
                    lessons: vec![self.facts.school.lesson(post.lesson).id.clone()],
                }
            })
        });
        off.collect()
    }

    /// One finding for every teacher who deviates; the message learns name and deviation (`n`).
    pub fn teachers_off(
        &self,
        rule: &dyn LoadRule,
        say: impl Fn(&TeacherLoad) -> Said,
    ) -> Vec<Finding> {
        let off = self.facts.teachers().filter_map(|teacher| {
            let load = self.load(teacher);
            let deviation = rule.teacher(teacher, &load);
            (deviation > 0).then(|| {
                let (message, lessons) = say(&load);
                self.about(teacher, deviation, message, lessons)
            })
        });
        off.collect()
    }

    /// One finding for the teacher at the peak, the first of equals; none when the peak is 0.
    pub fn peak_off(
        &self,
        rule: &dyn LoadRule,
        say: impl Fn(&TeacherLoad) -> Said,
    ) -> Vec<Finding> {
        let peak = |teacher: &TeacherIx| rule.peak(*teacher, &self.load(*teacher));
        let worst = self
            .facts
            .teachers()
            .max_by_key(|t| (peak(t), std::cmp::Reverse(*t)));
        let worst = worst.filter(|t| peak(t) > 0);
        let finding = worst.map(|teacher| {
            let (message, lessons) = say(&self.load(teacher));
            self.about(teacher, peak(&teacher), message, lessons)
        });
        finding.into_iter().collect()
    }

    fn about(
        &self,
        teacher: TeacherIx,
        deviation: i64,
        message: Message,
        mut lessons: Vec<LessonIx>,
    ) -> Finding {
        lessons.sort_unstable();
        lessons.dedup();
        let message = message.with("teacher", self.name(teacher));
        Finding {
            deviation,
            message: message.with("n", deviation),
            people: vec![self.id(teacher)],
            classes: Vec::new(),
            lessons: self.lesson_ids(&lessons),
        }
    }

    /// One finding for every class that deviates; the message learns name and deviation (`n`).
    pub fn classes_off(
        &self,
        rule: &dyn LoadRule,
        say: impl Fn(ClassIx, &[TeacherIx]) -> (Message, Vec<TeacherIx>),
    ) -> Vec<Finding> {
        let classes = (0..self.facts.class_posts.len()).map(ClassIx::from);
        let off = classes.filter_map(|class| {
            let staff = self.staff(class);
            let deviation = rule.class(class, &staff);
            (deviation > 0).then(|| {
                let (message, people) = say(class, &staff);
                let message = message.with("class", self.facts.school.class(class).name.as_str());
                Finding {
                    deviation,
                    message: message.with("n", deviation),
                    people: people.into_iter().map(|t| self.id(t)).collect(),
                    classes: vec![self.facts.school.class(class).id.clone()],
                    lessons: Vec::new(),
                }
            })
        });
        off.collect()
    }

    fn name(&self, teacher: TeacherIx) -> &str {
        &self.facts.school.teacher(teacher).name
    }

    fn id(&self, teacher: TeacherIx) -> uurwerk_model::TeacherId {
        self.facts.school.teacher(teacher).id.clone()
    }

    fn lesson_ids(&self, lessons: &[LessonIx]) -> Vec<uurwerk_model::LessonId> {
        let ids = lessons
            .iter()
            .map(|l| self.facts.school.lesson(*l).id.clone());
        ids.collect()
    }

    fn class_ids(&self, lesson: LessonIx) -> Vec<uurwerk_model::ClassId> {
        let classes = classes_of(self.facts.school, lesson).into_iter();
        classes
            .map(|c| self.facts.school.class(c).id.clone())
            .collect()
    }
}
