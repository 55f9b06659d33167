//! What of the base plan cannot stay in the changed school, and what looks likely to have to give.

use std::collections::BTreeMap;

use uurwerk_model::{ClassIx, LessonIx, TeacherIx};

use super::scene::Scene;
use crate::allocate::{PostIx, Price, Problem, Staffing};

/// Where the base plan no longer fits.
#[derive(Clone)]
pub(super) struct Faults {
    /// Posts that need another holder, or that are part of a load that breaks a rule.
    pub posts: Vec<bool>,
    /// Events that need a place or clash.
    pub events: Vec<bool>,
    /// Lessons of the base plan that change whatever is decided: who taught them cannot, or not then.
    pub forced: Vec<bool>,
    /// Lessons that cannot all stay, set by set.
    pub rivals: Vec<Rivals>,
}

/// Different lessons of which some must change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rivals {
    /// The lessons, in order.
    pub lessons: Vec<LessonIx>,
    /// How many of them must change at least.
    pub change: usize,
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
            let (holder, choice) = (
                scene.base.holders[post.ix.at()],
                &problem.choices[post.ix.at()],
            );
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
        faults.rooms(scene);
        faults.loads(scene, problem);
        for lesson in 0..faults.forced.len() {
            faults.forced[lesson] &= scene.base.had[lesson];
        }
        faults
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
        let mut there: BTreeMap<(usize, usize, usize), Vec<usize>> = BTreeMap::new();
        let staff = scene.school.staff().len();
        for (at, event) in scene.events.iter().enumerate() {
            let Some(start) = event.start else { continue };
            let holders = event
                .posts
                .iter()
                .filter_map(|post| scene.base.holders[post.at()]);
            let mut who: Vec<usize> = holders.map(TeacherIx::at).collect();
            who.extend(event.pupils.iter().map(|group| staff + group));
            who.sort_unstable();
            who.dedup();
            for (slot, week) in event.times(start) {
                for person in &who {
                    there.entry((*person, slot, week)).or_default().push(at);
                }
            }
        }
        for ((person, ..), events) in there {
            if events.len() < 2 {
                continue;
            }
            for at in &events {
                let event = &scene.events[*at];
                self.events[*at] = true;
                for post in event
                    .posts
                    .iter()
                    .filter(|p| scene.base.holders[p.at()].is_some_and(|t| t.at() == person))
                {
                    self.posts[post.at()] |= scene.facts.post(*post).counts;
                }
            }
            self.add_rivals(scene, &events, events.len() - 1);
        }
    }

    /// Of these events so many must change; each is known by the first of its lessons.
    fn add_rivals(&mut self, scene: &Scene, events: &[usize], change: usize) {
        let mut lessons: Vec<LessonIx> = events
            .iter()
            .filter_map(|at| scene.events[*at].lessons.first().copied())
            .collect();
        lessons.sort_unstable();
        lessons.dedup();
        // Events of one lesson would count once.
        let change = change.saturating_sub(events.len() - lessons.len());
        let rivals = Rivals { lessons, change };
        if change > 0 && !self.rivals.contains(&rivals) {
            self.rivals.push(rivals);
        }
    }

    /// Slots in which more rooms of a kind are asked for than there are, in some week.
    fn rooms(&mut self, scene: &Scene) {
        if !scene.is_hard("X3") || !scene.is_hard("X6") {
            return;
        }
        for (set, inside) in scene.suitable.iter().zip(scene.inside()) {
            let (slots, weeks) = (scene.school.slots().len(), scene.school.cycle());
            let mut asked: Vec<Vec<(usize, usize)>> = vec![Vec::new(); slots * weeks];
            for (at, event) in scene.events.iter().enumerate() {
                let needs = event.needs.iter().filter(|(_, own)| inside[*own]).count();
                if let Some(start) = event.start.filter(|_| needs > 0) {
                    event
                        .times(start)
                        .for_each(|(slot, week)| asked[slot * weeks + week].push((at, needs)));
                }
            }
            for asked in asked {
                let sum: usize = asked.iter().map(|(_, needs)| needs).sum();
                let most = asked.iter().map(|(_, needs)| *needs).max().unwrap_or(1);
                if sum > set.len() {
                    let events: Vec<usize> = asked.iter().map(|(at, _)| *at).collect();
                    events.iter().for_each(|at| self.events[*at] = true);
                    self.add_rivals(scene, &events, (sum - set.len()).div_ceil(most));
                }
            }
        }
    }

    fn loads(&mut self, scene: &Scene, problem: &Problem) {
        let facts = scene.facts;
        let staffing = Staffing::with(facts, scene.base.holders.clone());
        for held in problem
            .rules
            .iter()
            .filter(|held| held.price == Price::Hard)
        {
            for teacher in facts.teachers() {
                let load = staffing.load(teacher);
                if held.body.teacher(teacher, &load) > 0 {
                    let own: Vec<PostIx> = load.posts.iter().map(|post| post.ix).collect();
                    own.into_iter()
                        .for_each(|post| self.posts[post.at()] = true);
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
