//! The part of the plan that may change: small around the faults at first, then wider (Phillips, Walker, Ehrgott & Ryan
//! 2017, *Integer programming for minimal perturbation problems in university course timetabling*).

use super::faults::Faults;
use super::scene::Scene;
use crate::allocate::Problem;

/// How often an area grows; the last one holds everything that is not locked.
pub(super) const RADII: usize = 7;

/// What becomes of protected time that is not decided along with the rest.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// It stays where it is.
    All,
    /// The time of teams goes where it can be had afterwards.
    NotTeams,
    /// Nothing is kept, so that the programme asks no more than the hard rules do.
    Nothing,
}

/// What may change.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Area {
    /// Posts that may get another holder.
    pub posts: Vec<bool>,
    /// Events that may get another start.
    pub events: Vec<bool>,
    /// What becomes of protected time.
    pub keep: Keep,
}

impl Area {
    /// The area of a radius.
    pub fn of(scene: &Scene, problem: &Problem, faults: &Faults, radius: usize) -> Self {
        let mut area = Self {
            posts: faults.posts.clone(),
            events: faults.events.clone(),
            keep: if radius < 3 {
                Keep::All
            } else {
                Keep::NotTeams
            },
        };
        for step in 1..=radius {
            match step {
                // The lessons that get another teacher may move.
                1 => area.lessons_of_posts(scene),
                // Whoever takes one may give another away.
                2 => area.chains(scene, problem),
                // What stands in the way of the lessons that move may move.
                3 => area.neighbours_in_time(scene),
                4 => area.lessons_of_posts(scene),
                5 => {
                    area.chains(scene, problem);
                    area.neighbours_in_time(scene);
                }
                _ => {
                    area.posts.fill(true);
                    area.events.fill(true);
                }
            }
        }
        area.without_what_is_held(scene, problem)
    }

    /// This area without what the scenario locks and what nobody could take.
    pub fn without_what_is_held(mut self, scene: &Scene, problem: &Problem) -> Self {
        for (post, held) in self.posts.iter_mut().zip(&scene.holds.posts) {
            *post &= !held;
        }
        for (event, held) in self.events.iter_mut().zip(&scene.holds.events) {
            *event &= !held;
        }
        for (post, choice) in self.posts.iter_mut().zip(&problem.choices) {
            *post &= choice.settled().is_none() || *post && !choice.teachers.is_empty();
        }
        self
    }

    /// About how many variables its programme has: starts, and teachers where they are open too.
    pub fn size(&self, scene: &Scene, problem: &Problem) -> usize {
        let open = |at: usize| {
            let event = &scene.events[at];
            let posts = event.posts.iter().filter(|post| self.posts[post.at()]);
            let takers: usize = posts
                .map(|post| problem.choices[post.at()].teachers.len())
                .sum();
            event.starts.len() * (1 + takers)
        };
        let events = (0..scene.events.len()).filter(|at| self.events[*at]);
        events.map(open).sum()
    }

    /// The events of its posts may move.
    pub fn lessons_of_posts(&mut self, scene: &Scene) {
        for post in &scene.facts.posts {
            if self.posts[post.ix.at()] {
                for event in &scene.of_lesson[post.lesson.at()] {
                    self.events[*event] = true;
                }
            }
        }
    }

    fn chains(&mut self, scene: &Scene, problem: &Problem) {
        let mut takers = vec![false; scene.school.staff().len()];
        for (at, choice) in problem
            .choices
            .iter()
            .enumerate()
            .filter(|(at, _)| self.posts[*at])
        {
            choice.teachers.iter().for_each(|t| takers[t.at()] = true);
            if let Some(holder) = scene.base.holders[at] {
                takers[holder.at()] = true;
            }
        }
        for (at, choice) in problem.choices.iter().enumerate() {
            let held = scene.base.holders[at].is_some_and(|t| takers[t.at()]);
            self.posts[at] |= held && choice.settled().is_none();
        }
    }

    fn neighbours_in_time(&mut self, scene: &Scene) {
        let moving: Vec<usize> = (0..scene.events.len())
            .filter(|at| self.events[*at])
            .collect();
        self.neighbours_of(scene, &moving);
    }

    /// Whatever shares pupils with these events may move.
    pub fn neighbours_of(&mut self, scene: &Scene, moving: &[usize]) {
        let by_pupils = scene.by_pupils();
        for at in moving {
            for group in &scene.events[*at].pupils {
                by_pupils[group]
                    .iter()
                    .for_each(|event| self.events[*event] = true);
            }
        }
    }
}
