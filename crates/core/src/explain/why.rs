//! Why somebody teaches something, and why not: what the other choice would cost, proved by making it.
//!
//! The other choice is forced by a lock and the whole allocation is decided anew. What that costs is an interval: the
//! allocation found from above, the bound of its proof from below. Where the other choice is impossible, the conflict
//! says why.

use serde::Serialize;
use uurwerk_model::{
    ConflictDocument, Diagnostics, LessonId, LessonIx, Lock, Message, Mode, PlanDocument, RuleId,
    School, TeacherId, TeacherIx, TeacherLock,
};

use super::{Explained, explain};
use crate::allocate::{Facts, Post, allocate, classes_of};
use crate::case::{Allocation, Case};
use crate::control::{Control, Options};
use crate::measure::{measure, totals};
use crate::rules::{Body, Settings};

/// Who teaches (or does not teach) what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Why does the teacher give these lessons?
    Why,
    /// Why does the teacher not give any of these lessons?
    WhyNot,
}

/// The answer to a question about a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The answer in one sentence.
    pub verdict: Message,
    /// Every other choice, the cheapest first, the impossible ones last.
    pub choices: Vec<Alternative>,
}

/// Another choice for a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// The lesson.
    pub lesson: LessonId,
    /// Who would give it.
    pub teacher: TeacherId,
    /// The choice in one sentence, with what it costs.
    pub verdict: Message,
    /// What it costs more than the plan: at least and at most; absent when it is impossible or was not settled.
    pub cost: Option<[i64; 2]>,
    /// The rules that would change: the ones that bind.
    pub rules: Vec<Shift>,
    /// The people whose lessons would change: the ones whose loads bind.
    pub people: Vec<Moved>,
    /// Why it is impossible, when it is.
    pub conflict: Option<Box<ConflictDocument>>,
}

/// A rule whose deviation would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shift {
    /// The rule.
    pub rule: RuleId,
    /// Deviation in the plan.
    pub from: i64,
    /// Deviation with the other choice.
    pub to: i64,
    /// What the change costs.
    pub cost: i64,
}

/// A person whose lessons would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The person.
    pub teacher: TeacherId,
    /// Lessons that they would get.
    pub gains: Vec<LessonId>,
    /// Lessons that they would lose.
    pub loses: Vec<LessonId>,
}

/// Answers a question about a plan; `target` is the id of a class or of a lesson.
///
/// The time that `control` leaves is shared by the other choices.
///
/// # Errors
/// The faults of the policy or of the plan; `None` when the teacher or the target does not exist.
pub fn why(
    school: &School,
    plan: &PlanDocument,
    question: Question,
    teacher: &str,
    target: &str,
    options: &Options,
    control: &Control,
) -> Result<Option<Answer>, Diagnostics> {
    let settings = Settings::of(&school.document().policy)?;
    let (allocation, _) = Case::of_plan(school, plan)?;
    let Some(teacher) = school.teacher_ix(&teacher.into()) else {
        return Ok(None);
    };
    let Some(lessons) = lessons_of(school, target) else {
        return Ok(None);
    };
    let facts = Facts::of(school);
    let asked = Asked {
        school,
        settings: &settings,
        facts: &facts,
        allocation: &allocation,
        teacher,
        target,
        options,
        control,
    };
    Ok(Some(match question {
        Question::Why => asked.why(&lessons),
        Question::WhyNot => asked.why_not(&lessons),
    }))
}

/// The lessons of a class, or the lesson, of this id.
fn lessons_of(school: &School, target: &str) -> Option<Vec<LessonIx>> {
    if let Some(class) = school.class_ix(&target.into()) {
        let lessons = (0..school.lessons().len()).map(LessonIx::from);
        return Some(
            lessons
                .filter(|l| classes_of(school, *l).contains(&class))
                .collect(),
        );
    }
    school.lesson_ix(&target.into()).map(|lesson| vec![lesson])
}

struct Asked<'a> {
    school: &'a School,
    settings: &'a Settings,
    facts: &'a Facts<'a>,
    allocation: &'a Allocation,
    teacher: TeacherIx,
    target: &'a str,
    options: &'a Options,
    control: &'a Control<'a>,
}

impl Asked<'_> {
    fn holder(&self, post: &Post) -> Option<TeacherIx> {
        self.allocation.teachers[post.lesson.at()][post.position]
    }

    fn posts(&self, lessons: &[LessonIx]) -> Vec<&Post> {
        let posts = lessons.iter().flat_map(|l| self.facts.posts_of(*l));
        posts.filter(|post| post.counts).collect()
    }

    fn say(&self, id: &str) -> Message {
        Message::new(id)
            .with("teacher", self.school.teacher(self.teacher).name.as_str())
            .with("target", self.target)
    }

    /// Every other choice for the posts that the teacher holds there.
    fn why(&self, lessons: &[LessonIx]) -> Answer {
        let held = self.posts(lessons).into_iter();
        let held: Vec<&Post> = held
            .filter(|p| self.holder(p) == Some(self.teacher))
            .collect();
        let others = held.iter().flat_map(|post| {
            let able = self
                .facts
                .teachers()
                .filter(|t| *t != self.teacher && self.facts.level(*t, post).is_some());
            able.map(|t| (*post, t))
        });
        let others: Vec<(&Post, TeacherIx)> = others.collect();
        let verdict = match (held.is_empty(), others.is_empty()) {
            (true, _) => Some("why-not-held"),
            (false, true) => Some("why-nobody-else"),
            (false, false) => None,
        };
        self.answer(verdict, others, "why-best", "why-must")
    }

    /// The teacher at every post there for which they are qualified.
    fn why_not(&self, lessons: &[LessonIx]) -> Answer {
        let posts = self.posts(lessons);
        let held = posts.iter().any(|p| self.holder(p) == Some(self.teacher));
        let able: Vec<(&Post, TeacherIx)> = posts
            .into_iter()
            .filter(|post| self.facts.level(self.teacher, post).is_some())
            .map(|post| (post, self.teacher))
            .collect();
        let verdict = match (held, able.is_empty()) {
            (true, _) => Some("why-not-does"),
            (false, true) => Some("why-not-qualified"),
            (false, false) => None,
        };
        let able = if held { Vec::new() } else { able };
        self.answer(verdict, able, "why-not-best", "why-not-impossible")
    }

    fn answer(
        &self,
        verdict: Option<&str>,
        others: Vec<(&Post, TeacherIx)>,
        best: &str,
        none: &str,
    ) -> Answer {
        let count = others.len() as u32;
        let mut choices = Vec::new();
        for (at, (post, teacher)) in others.into_iter().enumerate() {
            let share = (self.control.remaining)().map(|left| left / (count - at as u32));
            let begun = (self.control.remaining)();
            let remaining = || {
                let (Some(share), Some(begun)) = (share, begun) else {
                    return None;
                };
                let used = begun.saturating_sub((self.control.remaining)().unwrap_or_default());
                Some(share.saturating_sub(used))
            };
            let stop = || (self.control.stop)() || remaining().is_some_and(|left| left.is_zero());
            let control = Control {
                stop: &stop,
                remaining: &remaining,
                progress: self.control.progress,
            };
            choices.push(self.choice(post, teacher, &control));
        }
        choices.sort_by_key(|choice| match (choice.cost, &choice.conflict) {
            (Some([low, high]), _) => (0, high, low),
            (None, None) => (1, 0, 0),
            (None, Some(_)) => (2, 0, 0),
        });
        let verdict = match (verdict, choices.first()) {
            (Some(id), _) => self.say(id),
            (
                None,
                Some(Alternative {
                    cost: Some([low, high]),
                    ..
                }),
            ) => self.say(best).with("low", *low).with("high", *high),
            (
                None,
                Some(Alternative {
                    conflict: Some(_), ..
                }),
            ) => self.say(none),
            _ => self.say("why-unsettled"),
        };
        Answer { verdict, choices }
    }

    /// What it costs to have a teacher at a post.
    fn choice(&self, post: &Post, teacher: TeacherIx, control: &Control) -> Alternative {
        let id = &self.school.lesson(post.lesson).id;
        let say = |message: &str| {
            Message::new(message)
                .with("teacher", self.school.teacher(teacher).name.as_str())
                .with("lesson", self.facts.label(post.lesson))
        };
        let mut choice = Alternative {
            lesson: id.clone(),
            teacher: self.school.teacher(teacher).id.clone(),
            verdict: say("why-choice-unsettled"),
            cost: None,
            rules: Vec::new(),
            people: Vec::new(),
            conflict: None,
        };
        let mut document = self.school.document().clone();
        document.locks.retain(|lock| {
            !matches!(lock, Lock::Teacher(lock) if lock.lesson == *id && usize::from(lock.position) == post.position)
        });
        document.locks.push(Lock::Teacher(TeacherLock {
            lesson: id.clone(),
            // A lesson has far fewer positions than a byte counts (validation, UW0190).
            position: post.position as u8,
            teacher: choice.teacher.clone(),
        }));
        document.policy.rules.entry("K1".into()).or_default().mode = Some(Mode::Hard);
        // The validator may refuse a lock that plainly contradicts another.
        let Ok(forced) = School::from_document(document) else {
            choice.verdict = say("why-choice-impossible");
            return choice;
        };
        let Ok(settings) = Settings::of(&forced.document().policy) else {
            return choice;
        };
        match allocate(&forced, &settings, self.options, control) {
            Ok(found) if found.proof.hard == 0 => {
                let (_, planned) = self.costs(self.allocation);
                let (_, cost) = self.costs(&found.allocation);
                let low = found.proof.bound.min(cost) - planned;
                let high = cost - planned;
                choice.cost = Some([low, high]);
                let id = if low == high {
                    "why-choice-proved"
                } else {
                    "why-choice"
                };
                choice.verdict = say(id).with("low", low).with("high", high);
                choice.rules = self.shifts(&found.allocation);
                choice.people = self.moved(&found.allocation);
            }
            Ok(_) => (),
            Err(_) => {
                choice.verdict = say("why-choice-impossible");
                if let Ok(Explained::Conflict(conflict)) = explain(&forced, control) {
                    choice.conflict = Some(conflict);
                }
            }
        }
        choice
    }

    /// Deviation of hard load rules and cost of soft ones, on the school as it is.
    fn costs(&self, allocation: &Allocation) -> (i64, i64) {
        totals(&self.results(allocation))
    }

    fn results(&self, allocation: &Allocation) -> Vec<uurwerk_model::RuleResult> {
        let case = Case {
            school: self.school,
            allocation,
            timetable: None,
        };
        let loads = |id: &RuleId| {
            let rule = self
                .settings
                .get(id.as_str())
                .map(|setting| &setting.rule.body);
            matches!(rule, Some(Body::Load(_)))
        };
        let results = measure(&case, self.settings).into_iter();
        results.filter(|result| loads(&result.rule)).collect()
    }

    fn shifts(&self, other: &Allocation) -> Vec<Shift> {
        let both = self
            .results(self.allocation)
            .into_iter()
            .zip(self.results(other));
        let decided = both.filter(|(before, after)| {
            matches!(before.mode, Mode::Hard | Mode::Soft) && before.deviation != after.deviation
        });
        let shift =
            |(before, after): (uurwerk_model::RuleResult, uurwerk_model::RuleResult)| Shift {
                rule: before.rule,
                from: before.deviation,
                to: after.deviation,
                cost: after.cost - before.cost,
            };
        let mut shifts: Vec<Shift> = decided.map(shift).collect();
        shifts.sort_by_key(|shift| -shift.cost);
        shifts
    }

    fn moved(&self, other: &Allocation) -> Vec<Moved> {
        let before = self.allocation.by_teacher(self.school);
        let after = other.by_teacher(self.school);
        let people = self.facts.teachers().filter_map(|teacher| {
            let (old, new) = (&before[teacher.at()], &after[teacher.at()]);
            let beyond = |these: &[(LessonIx, usize)], those: &[(LessonIx, usize)]| {
                let own = these.iter().filter(|post| !those.contains(post));
                own.map(|(l, _)| self.school.lesson(*l).id.clone())
                    .collect::<Vec<_>>()
            };
            let moved = Moved {
                teacher: self.school.teacher(teacher).id.clone(),
                gains: beyond(new, old),
                loses: beyond(old, new),
            };
            (!moved.gains.is_empty() || !moved.loses.is_empty()).then_some(moved)
        });
        people.collect()
    }
}
