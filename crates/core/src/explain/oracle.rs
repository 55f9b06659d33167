//! Whether some demands can hold together: one integer programme over loads and time, of those demands alone.
//!
//! A demand that is left out asks nothing: its lesson may stay without teacher, place or room, its rule may be broken.
//! A lesson that is left out may still be given, so that it can fill somebody's contract. Answers are exact: HiGHS
//! proves that there is none, or gives one that was checked in whole numbers.

use std::collections::BTreeSet;
use std::time::Duration;

use uurwerk_mip::{self as mip, Limits, Status};
use uurwerk_model::{Lock, TeacherIx};

use super::demand::{Key, is_hard};
use super::time;
use crate::allocate::{Ask, Choice, Component, DemandKey, Fact, Facts, Model, PostIx, Problem};
use crate::control::Control;
use crate::rules::{Asks, Settings};

/// Work that one question may cost.
const LP_ITERATIONS: u64 = 400_000;
const NODES: u64 = 3_000;
/// Kept back for the caller.
const MARGIN: Duration = Duration::from_millis(100);

/// What is known about a set of demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They can hold together.
    Possible,
    /// It is proved that they cannot.
    Impossible,
    /// Not settled within the limits.
    Unknown,
}

/// A demand that may be broken at a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lenient {
    /// The demand.
    pub key: Key,
    /// Cost of one unit of deviation.
    pub weight: i64,
    /// Whether the lesson of a [`Key::Staffed`] may be taken by somebody who is not qualified, instead of nobody.
    pub unqualified: bool,
}

/// Answers questions about one school.
pub struct Oracle<'a> {
    /// The school as posts, and its rules; those about qualification and locks on teachers live in the choices.
    pub problem: Problem<'a>,
    /// The school's settings.
    pub settings: &'a Settings,
    /// Who is qualified for each post; everybody where that rule is not hard.
    pub qualified: Vec<Vec<TeacherIx>>,
    /// By post, the lock on its teacher.
    locks: Vec<Option<usize>>,
    control: &'a Control<'a>,
    /// Questions asked so far.
    pub questions: u32,
}

/// The facts of a school without what times say: that is for the programme to decide.
pub fn facts_without_times(school: &uurwerk_model::School) -> Facts<'_> {
    let mut facts = Facts::of(school);
    let mut together = std::mem::take(&mut facts.together);
    let link = |post: &PostIx| &school.lesson(facts.post(*post).lesson).link;
    let lesson = |post: &PostIx| facts.post(*post).lesson;
    together.retain(|set| {
        set.iter().all(|p| lesson(p) == lesson(&set[0]))
            || (link(&set[0]).is_some() && set.iter().all(|p| link(p) == link(&set[0])))
    });
    facts.together = together;
    facts
}

impl<'a> Oracle<'a> {
    /// For a school.
    pub fn of(facts: &'a Facts<'a>, settings: &'a Settings, control: &'a Control<'a>) -> Self {
        let mut problem = Problem::of(facts, settings);
        problem
            .rules
            .retain(|held| !matches!(held.rule.id, "Q1" | "K1"));
        let judged = is_hard(settings, "Q1");
        let able = |post: &crate::allocate::Post| {
            let teachers = facts.teachers();
            let able = teachers.filter(|t| !judged || facts.level(*t, post).is_some());
            match post.counts {
                true => able.collect(),
                false => Vec::new(),
            }
        };
        let mut locks = vec![None; facts.posts.len()];
        for (at, lock) in facts.school.document().locks.iter().enumerate() {
            if let Lock::Teacher(lock) = lock
                && let Some(lesson) = facts.school.lesson_ix(&lock.lesson)
                && let Some(post) = facts.post_ix(lesson, usize::from(lock.position))
            {
                locks[post.at()] = locks[post.at()].or(Some(at));
            }
        }
        Self {
            qualified: facts.posts.iter().map(able).collect(),
            problem,
            settings,
            locks,
            control,
            questions: 0,
        }
    }

    /// Whether the caller wants an end.
    pub fn is_over(&self) -> bool {
        let left = (self.control.remaining)();
        (self.control.stop)() || left.is_some_and(|left| left < MARGIN)
    }

    /// Who could hold each post of the lessons demanded, whatever else is demanded of them.
    pub fn choices(&self, keys: &BTreeSet<Key>, lenient: Option<Lenient>) -> Vec<Choice> {
        let facts = self.problem.facts;
        let wanting: BTreeSet<TeacherIx> = keys
            .iter()
            .filter_map(|key| match *key {
                Key::Load(rule, t) => {
                    (self.problem.rules[rule].body.asks(t) == Asks::Work).then_some(t)
                }
                _ => None,
            })
            .collect();
        let choice = |post: &crate::allocate::Post| {
            let staffed = Key::Staffed(post.lesson);
            let soft = |key| lenient.filter(|l| l.key == key);
            let lock = self.locks[post.ix.at()].map(Key::TeacherLock);
            let locked = lock.is_some_and(|lock| keys.contains(&lock));
            if locked && let Some(teacher) = post.lock {
                return Choice {
                    teachers: vec![teacher],
                    may_be_empty: false,
                };
            }
            let mut teachers = self.qualified[post.ix.at()].clone();
            // A locked teacher is the director's own choice, qualified or not.
            if let Some(teacher) = post.lock
                && lock.is_some_and(|lock| soft(lock).is_some())
                && !teachers.contains(&teacher)
            {
                teachers.push(teacher);
                teachers.sort_unstable();
            }
            if soft(staffed).is_some_and(|l| l.unqualified) && post.counts {
                return Choice {
                    teachers: facts.teachers().collect(),
                    may_be_empty: false,
                };
            }
            if keys.contains(&staffed) && (post.counts || lock.is_none()) {
                return Choice {
                    teachers,
                    may_be_empty: false,
                };
            }
            // Left out: who could use the work may have it.
            if soft(staffed).is_none() && lock.is_none_or(|lock| soft(lock).is_none()) {
                teachers.retain(|t| wanting.contains(t));
            }
            Choice {
                teachers,
                may_be_empty: true,
            }
        };
        facts.posts.iter().map(choice).collect()
    }

    /// Whether demands can hold together.
    pub fn ask(&mut self, keys: &BTreeSet<Key>) -> Answer {
        match self.solve(keys, None) {
            Some(solved) => match solved.status {
                Status::Infeasible => Answer::Impossible,
                Status::Optimal | Status::Feasible => Answer::Possible,
                Status::Unknown => Answer::Unknown,
            },
            None => Answer::Unknown,
        }
    }

    /// The least cost at which demands can hold together when one more may be broken at a price; `None` when they
    /// cannot, or when that was not settled.
    pub fn least_cost(&mut self, keys: &BTreeSet<Key>, lenient: Lenient) -> Option<i64> {
        let solved = self.solve(keys, Some(lenient))?;
        let proved = solved.status == Status::Optimal;
        Some(solved.solution.filter(|_| proved)?.objective)
    }

    fn solve(&mut self, keys: &BTreeSet<Key>, lenient: Option<Lenient>) -> Option<mip::Solved> {
        self.questions += 1;
        if self.is_over() {
            return None;
        }
        self.problem.choices = self.choices(keys, lenient);
        let choices = &self.problem.choices;
        let facts = self.problem.facts;
        let demanded = |post: &PostIx| {
            let lock = self.locks[post.at()];
            let data = facts.post(*post);
            let by_lock = lock.is_some() && !data.counts;
            (keys.contains(&Key::Staffed(data.lesson)) && !by_lock)
                || lock.is_some_and(|lock| keys.contains(&Key::TeacherLock(lock)))
        };
        let all = facts.posts.iter().map(|post| post.ix);
        let posts: Vec<PostIx> = all
            .filter(|p| demanded(p) || !choices[p.at()].teachers.is_empty())
            .collect();
        let mut demands: BTreeSet<DemandKey> = BTreeSet::new();
        for post in posts.iter().filter(|p| demanded(p)) {
            if choices[post.at()].teachers.is_empty() {
                return Some(impossible());
            }
            if !choices[post.at()].may_be_empty {
                demands.insert(DemandKey::Post(*post));
            }
        }
        let mut teachers: BTreeSet<TeacherIx> = posts
            .iter()
            .flat_map(|p| choices[p.at()].teachers.iter().copied())
            .collect();
        let mut classes = BTreeSet::new();
        for key in keys {
            match *key {
                Key::Load(rule, teacher) => {
                    demands.insert(DemandKey::Teacher(rule, teacher));
                    teachers.insert(teacher);
                }
                Key::LoadClass(rule, class) => {
                    demands.insert(DemandKey::Class(rule, class));
                    classes.insert(class);
                }
                _ => (),
            }
        }
        let mut soft = BTreeSet::new();
        match lenient.map(|l| l.key) {
            Some(Key::Load(rule, teacher)) => {
                soft.insert(DemandKey::Teacher(rule, teacher));
                teachers.insert(teacher);
            }
            Some(Key::LoadClass(rule, class)) => {
                soft.insert(DemandKey::Class(rule, class));
                classes.insert(class);
            }
            _ => (),
        }
        let component = Component {
            teachers: teachers.into_iter().collect(),
            posts,
            classes: classes.into_iter().collect(),
        };
        let mut model = Model::of(&self.problem, &component, Ask::Only(&demands));
        if let Some(lenient) = lenient {
            if !soft.is_empty() {
                model.soften(&soft, lenient.weight);
            }
            self.charge_posts(&mut model, &component, lenient);
        }
        time::add(&mut model, self, &component, keys, lenient);
        let limits = Limits {
            nodes: Some(NODES),
            lp_iterations: Some(LP_ITERATIONS),
            time: (self.control.remaining)().map(|left| left.saturating_sub(MARGIN)),
            prompt: false,
            seed: 0,
        };
        let over = || self.is_over();
        let control = mip::Control {
            stop: &over,
            progress: &|_| (),
        };
        model.programme.solve(&limits, &control).ok()
    }

    /// The price of a post that stays empty, or that goes to somebody whom a demand does not want there.
    fn charge_posts(&self, model: &mut Model, component: &Component, lenient: Lenient) {
        let facts = self.problem.facts;
        for post in &component.posts {
            let data = facts.post(*post);
            let lock = self.locks[post.at()].map(Key::TeacherLock);
            let options = model.options(*post).to_vec();
            for (holder, fact) in options {
                let Fact::Open(var) = fact else { continue };
                let costs = match lenient.key {
                    Key::Staffed(lesson) if lesson == data.lesson => match holder {
                        Some(t) => !self.qualified[post.at()].contains(&t),
                        None => true,
                    },
                    key if Some(key) == lock => holder != data.lock,
                    _ => false,
                };
                if costs {
                    model.programme.add_cost(var, lenient.weight);
                }
            }
        }
    }

    /// The price of one unit of a rule's deviation.
    pub fn weight(&self, rule: &str) -> i64 {
        let weight = self.settings.get(rule).map_or(1, |setting| setting.weight);
        i64::from(weight).max(1)
    }
}

fn impossible() -> mip::Solved {
    mip::Solved {
        status: Status::Infeasible,
        solution: None,
        bound: 0,
        nodes: 0,
        lp_iterations: 0,
    }
}
