//! What no plan can change less than: lessons that cannot stay by themselves, and what the loads of the whole school demand.

use uurwerk_mip as mip;

use super::Measure;
use super::area::{Area, Keep};
use super::faults::Faults;
use super::programme::{self, Question, Reply};
use super::scene::Scene;
use crate::allocate::{Problem, classes_of};

/// Counts the lessons that change whatever is decided, and of each further set of rivals all but one.
pub(super) fn by_counting(scene: &Scene, faults: &Faults, measure: Measure) -> i64 {
    let mut counted = faults.forced.clone();
    let mut sum = counted.iter().filter(|forced| **forced).count() as i64;
    match measure {
        Measure::Lessons => {
            for rivals in &faults.rivals {
                // Sets that share no lesson add up.
                if rivals.lessons.iter().all(|l| !counted[l.at()]) {
                    sum += rivals.change as i64;
                    rivals.lessons.iter().for_each(|l| counted[l.at()] = true);
                }
            }
            sum
        }
        Measure::People => {
            let lessons = counted.iter().enumerate().filter(|(_, forced)| **forced);
            // Of several people one may stay where another goes.
            let alone = |(lesson, _): (usize, &bool)| {
                let posts = scene.facts.posts_of(lesson.into());
                let mut holders: Vec<_> = posts
                    .iter()
                    .filter_map(|p| scene.base.holders[p.ix.at()])
                    .collect();
                holders.dedup();
                (holders.len() == 1).then(|| holders[0])
            };
            distinct(lessons.filter_map(alone).collect())
        }
        Measure::Classes => {
            let lessons = counted.iter().enumerate().filter(|(_, forced)| **forced);
            distinct(
                lessons
                    .flat_map(|(l, _)| classes_of(scene.school, l.into()))
                    .collect(),
            )
        }
    }
}

fn distinct<T: Ord>(mut things: Vec<T>) -> i64 {
    things.sort_unstable();
    things.dedup();
    things.len() as i64
}

/// The loads alone, of every part of the school in which something cannot stay: a programme without times, so that
/// what it proves holds for every timetable.
pub(super) fn by_loads(
    scene: &Scene,
    problem: &Problem,
    faults: &Faults,
    question: &Question,
    limits: &mip::Limits,
    control: &mip::Control,
) -> Reply {
    let mut area = Area {
        posts: vec![false; scene.facts.posts.len()],
        events: vec![false; scene.events.len()],
        keep: Keep::Nothing,
    };
    for component in &problem.components {
        if component.posts.iter().any(|post| faults.posts[post.at()]) {
            for post in &component.posts {
                let choice = &problem.choices[post.at()];
                area.posts[post.at()] = choice.settled().is_none() || faults.posts[post.at()];
            }
        }
    }
    for (post, held) in area.posts.iter_mut().zip(&scene.holds.posts) {
        *post &= !held;
    }
    programme::solve(scene, &area, faults, question, limits, control)
}

/// Whether the lessons that cannot stay are not enough: no plan changes them alone, with all else as it is. The programme asks no
/// more of a plan than the hard rules do, so that its word is a proof.
pub(super) fn forced_are_not_enough(
    scene: &Scene,
    faults: &Faults,
    question: &Question,
    limits: &mip::Limits,
    control: &mip::Control,
) -> bool {
    let mut area = Area {
        posts: vec![false; scene.facts.posts.len()],
        events: vec![false; scene.events.len()],
        keep: Keep::Nothing,
    };
    for (lesson, own) in scene.of_lesson.iter().enumerate() {
        if !faults.forced[lesson] && scene.base.had[lesson] {
            continue;
        }
        own.iter().for_each(|event| area.events[*event] = true);
        for event in own {
            // Linked lessons move together.
            for (fellow, _) in &scene.events[*event].parts {
                scene.of_lesson[fellow.at()]
                    .iter()
                    .for_each(|e| area.events[*e] = true);
            }
        }
        for post in scene.facts.posts_of(lesson.into()) {
            area.posts[post.ix.at()] = post.counts;
        }
    }
    for (post, held) in area.posts.iter_mut().zip(&scene.holds.posts) {
        *post &= !held;
    }
    for (event, held) in area.events.iter_mut().zip(&scene.holds.events) {
        *event &= !held;
    }
    programme::solve(scene, &area, faults, question, limits, control).impossible
}
