//! What of the base plan cannot stay in the changed school, and what looks likely to have to give.

use std::collections::BTreeMap;

use uurwerk_model::{ClassIx, LessonIx, TeacherIx};

use super::scene::Scene;
use crate::allocate::{PostIx, Price, Problem, Staffing};

/// Where the base plan no longer fits.
pub(super) struct Faults {
    /// Posts that need another holder, or that are part of a load that breaks a rule.
    pub posts: Vec<bool>,
    /// Events that need a place or clash.
    pub events: Vec<bool>,
    /// Lessons of the base plan that change whatever is decided: who taught them cannot, or not then.
    pub forced: Vec<bool>,
    /// Lessons of which at most one can stay, set by set.
    pub rivals: Vec<Vec<LessonIx>>,
}

impl Faults {
    /// Looks at every decision of the base plan by itself, then at pairs that share a person or pupils, then at the
    /// loads of teachers and classes.
    pub fn of(scene: &Scene, problem: &Problem) -> Self {
        let facts = scene.facts;
        let mut faults = Self {
            posts: vec![false; facts.posts.len()],
            events: vec![false; scene.events.len()],
            forced: scene.base.lost.clone(),
            rivals: Vec::new(),
        };
        for post in &facts.posts {
            let (holder, choice) = (scene.base.holders[post.ix.at()], &problem.choices[post.ix.at()]);
            let stays = match holder {
                Some(teacher) => choice.teachers.contains(&teacher),
                None => choice.may_be_empty || choice.teachers.is_empty(),
            };
            if !stays {
                faults.posts[post.ix.at()] = true;
                faults.forced[post.lesson.at()] |= holder.is_some() && post.counts;
            }
        }
        faults.times(scene);
        faults.clashes(scene);
        faults.loads(scene, problem);
        for lesson in 0..faults.forced.len() {
            faults.forced[lesson] &= scene.base.had[lesson];
        }
        faults
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        let any = |list: &[bool]| list.iter().any(|b| *b);
        !any(&self.posts) && !any(&self.events) && !any(&self.forced)
    }

    fn times(&mut self, scene: &Scene) {
        for (at, event) in scene.events.iter().enumerate() {
            let start = event.start.filter(|start| event.starts.contains(start));
            let Some(start) = start else {
                self.events[at] = true;
                if event.start.is_some() {
                    self.force(event.lessons.iter());
                }
                continue;
            };
            for post in &event.posts {
                let holder = scene.base.holders[post.at()];
                if holder.is_some_and(|t| scene.is_barred(t, event.slots(start))) {
                    self.events[at] = true;
                    self.posts[post.at()] |= scene.facts.post(*post).counts;
                    self.force([scene.facts.post(*post).lesson].iter());
                }
            }
        }
    }

    fn force<'l>(&mut self, lessons: impl Iterator<Item = &'l LessonIx>) {
        for lesson in lessons {
            self.forced[lesson.at()] = true;
        }
    }

    fn clashes(&mut self, scene: &Scene) {
        let mut there: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        let staff = scene.school.staff().len();
        for (at, event) in scene.events.iter().enumerate() {
            let Some(start) = event.start else { continue };
            let holders = event.posts.iter().filter_map(|post| scene.base.holders[post.at()]);
            let mut who: Vec<usize> = holders.map(TeacherIx::at).collect();
            who.extend(event.pupils.iter().map(|group| staff + group));
            who.sort_unstable();
            who.dedup();
            for slot in event.slots(start) {
                for person in &who {
                    there.entry((*person, slot)).or_default().push(at);
                }
            }
        }
        for ((person, _), events) in there {
            if events.len() < 2 {
                continue;
            }
            for at in &events {
                let event = &scene.events[*at];
                self.events[*at] = true;
                for post in event.posts.iter().filter(|p| {
                    scene.base.holders[p.at()].is_some_and(|t| t.at() == person)
                }) {
                    self.posts[post.at()] |= scene.facts.post(*post).counts;
                }
            }
            let single: Vec<LessonIx> = events.iter().filter_map(|at| scene.events[*at].lessons.first().copied()).collect();
            if !self.rivals.contains(&single) {
                self.rivals.push(single);
            }
        }
    }

    fn loads(&mut self, scene: &Scene, problem: &Problem) {
        let facts = scene.facts;
        let staffing = Staffing::with(facts, scene.base.holders.clone());
        for held in problem.rules.iter().filter(|held| held.price == Price::Hard) {
            for teacher in facts.teachers() {
                let load = staffing.load(teacher);
                if held.body.teacher(teacher, &load) > 0 {
                    let own: Vec<PostIx> = load.posts.iter().map(|post| post.ix).collect();
                    own.into_iter().for_each(|post| self.posts[post.at()] = true);
                    if load.load < scene.school.teacher(teacher).contract.min.0 {
                        self.offer(problem, teacher);
                    }
                }
            }
            for class in (0..facts.class_posts.len()).map(ClassIx::from) {
                if held.body.class(class, &staffing.staff(class)) > 0 {
                    for post in &facts.class_posts[class.at()] {
                        self.posts[post.at()] = true;
                    }
                }
            }
        }
    }

    /// Who has too little may take what they can.
    fn offer(&mut self, problem: &Problem, teacher: TeacherIx) {
        for (at, choice) in problem.choices.iter().enumerate() {
            if choice.settled().is_none() && choice.teachers.contains(&teacher) {
                self.posts[at] = true;
            }
        }
    }
}
