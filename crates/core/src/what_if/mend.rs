//! A plan in which hard rules do not hold, mended where they do not: loads and times of a small area are decided anew together.
//!
//! The school is the same before and after; what cannot stay is what breaks a rule. The least change is looked for, so that loads
//! stay near the best ones, and the first area that holds a plan without hard cost ends the search.

use uurwerk_model::{Mode, PlanDocument, School};

use super::Ask;
use super::area::{Area, RADII};
use super::base::Base;
use super::faults::Faults;
use super::scene::Scene;
use super::search::{LARGEST, Search};
use crate::allocate::{Facts, Problem};
use crate::case::{Allocation, Timetable};
use crate::control::{Control, Options};
use crate::rules::Settings;

/// So many of the iterations asked for go into each variable of a programme: writing down and simplifying a programme is work that no
/// other limit counts.
const ITERATIONS_PER_VARIABLE: u64 = 4;

/// Loads and times near those of a plan that keep every hard rule, if some are found.
///
/// Every area is one integer programme, bounded by `control` and by work where iterations are given.
pub(crate) fn mend(
    school: &School,
    settings: &Settings,
    plan: &PlanDocument,
    options: &Options,
    control: &Control,
) -> Option<(Allocation, Timetable)> {
    if school.alternates() {
        return None; // The programmes take every week for like any other.
    }
    let facts = Facts::of(school);
    let base = Base::carry(&facts, school, plan);
    let ask = Ask::default();
    let scene = Scene::of(&facts, settings, &base, &ask.locks);
    let problem = Problem::of(&facts, settings);
    let mut faults = Faults::of(&scene, &problem);
    faults.measured(&scene, plan);
    let mut search = Search {
        from: school,
        plan,
        scene: &scene,
        problem: &problem,
        faults: &faults,
        ask: &ask,
        options,
        control,
        best: None,
        bound: 0,
    };
    let counted = options.iterations.map(|n| n / ITERATIONS_PER_VARIABLE);
    let largest = counted.map_or(LARGEST, |n| {
        usize::try_from(n).map_or(LARGEST, |n| n.min(LARGEST))
    });
    let mut last: Option<Area> = None;
    for radius in 0..RADII {
        let area = Area::of(&scene, &problem, &faults, radius);
        let too_large = area.size(&scene, &problem) > largest;
        if too_large || (control.stop)() {
            break;
        }
        if last.as_ref() != Some(&area) {
            search.try_area(&area);
        }
        if search.best.as_ref().is_some_and(|best| best.hard == 0) {
            break;
        }
        last = Some(area);
    }
    let best = search.best.filter(|best| best.hard == 0)?;
    Some((best.allocation, best.timetable))
}

impl Faults {
    /// Adds what breaks hard rules as they were measured: rules about meetings and half-days clash nowhere.
    fn measured(&mut self, scene: &Scene, plan: &PlanDocument) {
        let broken = plan.rules.iter().filter(|rule| rule.mode == Mode::Hard);
        for finding in broken.flat_map(|rule| &rule.findings) {
            let mut lessons: Vec<_> = finding
                .lessons
                .iter()
                .filter_map(|id| scene.school.lesson_ix(id))
                .collect();
            if lessons.is_empty() {
                let people = finding.people.iter();
                let people: Vec<_> = people
                    .filter_map(|id| scene.school.teacher_ix(id))
                    .collect();
                let held = scene.facts.posts.iter().filter(|post| {
                    scene.base.holders[post.ix.at()].is_some_and(|t| people.contains(&t))
                });
                lessons.extend(held.map(|post| post.lesson));
            }
            for lesson in lessons {
                for post in scene.facts.posts_of(lesson) {
                    self.posts[post.ix.at()] |= post.counts;
                }
                for event in &scene.of_lesson[lesson.at()] {
                    self.events[*event] = true;
                }
            }
        }
    }
}
