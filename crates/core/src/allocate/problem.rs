//! The allocation as a problem: rules with their price, who may hold which post, and the parts of the
//! school that can be decided one by one.
//!
//! Two teachers belong to the same part when a post could go to either, or when a rule about a class (D3) or about
//! the worst off (D5) makes the cost of one depend on the other: connected components of the qualification graph.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;
use uurwerk_model::{ClassIx, Mode, TeacherIx};

use super::facts::{Facts, Post, PostIx};
use super::staffing::Staffing;
use crate::rules::{Body, LoadRule, Rule, Settings};

/// What a rule's deviation is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Price {
    /// It must be 0.
    Hard,
    /// Cost of one unit.
    Soft(i64),
}

/// A rule that decides something in this school.
pub struct Held<'a> {
    /// The rule.
    pub rule: &'static Rule,
    /// What its deviation is worth.
    pub price: Price,
    /// Its body for this school.
    pub body: Box<dyn LoadRule + 'a>,
}

/// Cost of an allocation, or of a part of it; smaller is better, hard before soft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    /// Deviation of hard rules.
    pub hard: i64,
    /// Cost of soft rules.
    pub soft: i64,
}

impl Score {
    /// Adds a deviation at its price.
    pub fn charge(&mut self, price: Price, deviation: i64) {
        match price {
            Price::Hard => self.hard += deviation,
            Price::Soft(weight) => self.soft += weight * deviation,
        }
    }
}

impl std::ops::AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.hard += other.hard;
        self.soft += other.soft;
    }
}

impl std::ops::Sub for Score {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self {
            hard: self.hard - other.hard,
            soft: self.soft - other.soft,
        }
    }
}

/// Who may hold a post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The teachers, in the order of the staff.
    pub teachers: Vec<TeacherIx>,
    /// Whether it may stay empty.
    pub may_be_empty: bool,
}

impl Choice {
    /// The only possibility, when there is only one; a post that nobody may hold stays empty.
    pub fn settled(&self) -> Option<Option<TeacherIx>> {
        match (&self.teachers[..], self.may_be_empty) {
            ([], _) => Some(None),
            ([only], false) => Some(Some(*only)),
            _ => None,
        }
    }
}

/// A part of the school that can be decided by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Component {
    /// Its teachers.
    pub teachers: Vec<TeacherIx>,
    /// Its posts, settled ones included.
    pub posts: Vec<PostIx>,
    /// Its classes, where a rule looks at them.
    pub classes: Vec<ClassIx>,
}

/// The whole problem.
pub struct Problem<'a> {
    /// The school as posts.
    pub facts: &'a Facts<'a>,
    /// Hard and soft rules, in the order of the catalogue.
    pub rules: Vec<Held<'a>>,
    /// Who may hold each post.
    pub choices: Vec<Choice>,
    /// The parts, smallest first.
    pub components: Vec<Component>,
}

impl<'a> Problem<'a> {
    /// Poses the problem of a school under its settings.
    pub fn of(facts: &'a Facts<'a>, settings: &Settings) -> Self {
        let mut rules = Vec::new();
        for setting in settings.iter() {
            let price = match setting.mode {
                Mode::Hard => Price::Hard,
                Mode::Soft => Price::Soft(setting.weight.into()),
                Mode::Measure | Mode::Off => continue,
            };
            if let Body::Load(build) = setting.rule.body {
                rules.push(Held {
                    rule: setting.rule,
                    price,
                    body: build(facts, setting),
                });
            }
        }
        let mut problem = Self {
            facts,
            choices: facts
                .posts
                .iter()
                .map(|post| choice(facts, &rules, post))
                .collect(),
            rules,
            components: Vec::new(),
        };
        problem.keep_apart();
        problem.components = problem.split();
        problem
    }

    /// Takes a teacher out of the choice for a post that runs together with a post settled on them.
    fn keep_apart(&mut self) {
        for set in &self.facts.together {
            for post in set {
                let Some(Some(teacher)) = self.choices[post.at()].settled() else {
                    continue;
                };
                for other in set.iter().filter(|other| *other != post) {
                    let choice = &mut self.choices[other.at()];
                    if choice.settled().is_none() {
                        choice.teachers.retain(|t| *t != teacher);
                    }
                }
            }
        }
    }

    /// Whether a lock alone decides who holds a post. Nobody but the director can undo such a decision, so two
    /// of them that run together are left to the timetable's rules.
    pub fn is_locked(&self, post: PostIx) -> bool {
        self.facts.post(post).lock.is_some() && self.choices[post.at()].settled().is_some()
    }

    /// Posts that a teacher holds beside another that runs at the same time. What only locks decide counts once.
    pub fn doubly_booked(&self, holders: &[Option<TeacherIx>]) -> i64 {
        let mut sum = 0;
        for set in &self.facts.together {
            let mut held: BTreeMap<TeacherIx, (bool, i64)> = BTreeMap::new();
            for post in set {
                if let Some(teacher) = holders[post.at()] {
                    let (locked, others) = held.entry(teacher).or_default();
                    match self.is_locked(*post) {
                        true => *locked = true,
                        false => *others += 1,
                    }
                }
            }
            let beside = held.into_values();
            sum += beside
                .map(|(locked, others)| (i64::from(locked) + others - 1).max(0))
                .sum::<i64>();
        }
        sum
    }

    /// The score of whole holders, from the definitions.
    pub fn score(&self, holders: &[Option<TeacherIx>]) -> Score {
        let staffing = Staffing::with(self.facts, holders.to_vec());
        let mut score = Score {
            hard: self.doubly_booked(holders),
            soft: 0,
        };
        for held in &self.rules {
            score.charge(held.price, staffing.deviation(held.body.as_ref()));
        }
        score
    }

    /// Posts of a component with a choice.
    pub fn open(&self, component: &Component) -> usize {
        let open = |post: &&PostIx| self.choices[post.at()].settled().is_none();
        component.posts.iter().filter(open).count()
    }

    /// The rules that look at a class, and through it at a teacher.
    pub fn couples(&self, class: ClassIx, teacher: TeacherIx) -> bool {
        self.rules
            .iter()
            .any(|held| held.body.couples(class, teacher))
    }

    /// The parts that the choices leave independent.
    pub(crate) fn split(&self) -> Vec<Component> {
        let (posts, staff) = (self.facts.posts.len(), self.facts.tasks.len());
        let classes = self.facts.class_posts.len();
        // Nodes: teachers, then posts, then classes.
        let mut sets = UnionFind::<usize>::new(staff + posts + classes);
        for (post, choice) in self.choices.iter().enumerate() {
            for teacher in &choice.teachers {
                sets.union(teacher.at(), staff + post);
            }
        }
        for class in (0..classes).map(ClassIx::from) {
            for post in &self.facts.class_posts[class.at()] {
                let choice = &self.choices[post.at()];
                if choice.settled().is_some() {
                    continue; // A settled teacher is a constant to the class.
                }
                let coupled = choice.teachers.iter().filter(|t| self.couples(class, **t));
                coupled.for_each(|t| {
                    sets.union(t.at(), staff + posts + class.at());
                });
            }
        }
        if self.rules.iter().any(|held| held.body.has_peak()) {
            (1..staff).for_each(|teacher| {
                sets.union(0, teacher);
            });
        }
        let mut parts: BTreeMap<usize, Component> = BTreeMap::new();
        for node in 0..staff + posts + classes {
            let part = parts.entry(sets.find(node)).or_default();
            match node {
                n if n < staff => part.teachers.push(TeacherIx::from(n)),
                n if n < staff + posts => part.posts.push(PostIx((n - staff) as u32)),
                n => part.classes.push(ClassIx::from(n - staff - posts)),
            }
        }
        let mut parts: Vec<Component> = parts.into_values().collect();
        parts.sort_by_key(|part| part.posts.len());
        parts
    }
}

/// Who may hold a post: everyone whom no hard rule and no locked time rules out. A hard lock decides alone, so that a lock
/// against another rule is seen as the conflict that it is. Positions that do not count are filled by locks.
fn choice(facts: &Facts, rules: &[Held], post: &Post) -> Choice {
    let hard = || rules.iter().filter(|held| held.price == Price::Hard);
    let locks_hold = hard().any(|held| held.rule.id == "K1");
    if let Some(teacher) = post.lock.filter(|_| locks_hold || !post.counts) {
        return Choice {
            teachers: vec![teacher],
            may_be_empty: false,
        };
    }
    let allowed = |holder| hard().all(|held| !held.body.forbids(post, holder));
    let teachers = facts
        .teachers()
        .filter(|t| post.counts && !facts.is_barred(*t, post) && allowed(Some(*t)));
    Choice {
        teachers: teachers.collect(),
        may_be_empty: allowed(None),
    }
}
