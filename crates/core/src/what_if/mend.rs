//! A plan in which hard rules do not hold, mended where they do not: loads and times of a small area are decided anew together.
//!
//! The school is the same before and after; what cannot stay is what breaks a rule. The least change is looked for, so that loads
//! stay near the best ones, and the first area that holds a plan without hard cost ends the search.

use uurwerk_model::{Mode, PlanDocument, School, TeacherIx};

use super::area::RADII;
use super::base::Base;
use super::faults::Faults;
use super::follow::Loads;
use super::programme::Question;
use super::scene::Scene;
use super::search::{LARGEST, Search};
use super::{Ask, bound};
use crate::allocate::{Facts, PostIx, Problem};
use crate::case::{Allocation, Timetable};
use crate::control::{Control, Options};
use crate::rules::Settings;
use crate::schedule::refusals;

/// So many of the iterations asked for go into each variable of a programme: writing down and simplifying a programme is work that no
/// other limit counts.
const ITERATIONS_PER_VARIABLE: u64 = 4;

/// How often loads are counted again before something else is tried.
const ROUNDS: usize = 12;
/// Of so many posts in a clash is asked what it costs to give them to somebody else.
const GUESSES: usize = 4;

/// Holders of posts that cannot all be.
type Apart = Vec<Vec<(PostIx, TeacherIx)>>;

/// What came of mending.
pub(crate) struct Mended {
    /// Other loads.
    pub allocation: Allocation,
    /// A timetable to go on from.
    pub timetable: Timetable,
}

/// Loads near those of a plan for which a timetable is found, or for which one looks more likely.
///
/// 1. Where counting says which lessons one person cannot have together, the loads are decided anew without that, with the fewest
///    changes; their times are as before, for the search to go on from.
/// 2. Otherwise areas around what is broken are decided anew with their times. Every area is one integer programme, bounded by
///    `control` and by work where iterations are given.
/// 3. Where no area holds a plan, one of the lessons that clash gets another teacher, whichever takes the fewest changes.
pub(crate) fn mend(
    school: &School,
    settings: &Settings,
    plan: &PlanDocument,
    options: &Options,
    control: &Control,
) -> Option<Mended> {
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
        largest: largest(options),
        any_will_do: true,
    };
    let times = search.base_timetable();
    let on_from_here = |loads: Loads| Mended {
        allocation: scene.allocation(&loads),
        timetable: times.clone(),
    };
    if let Some(loads) = heard(&search, Apart::new()) {
        return Some(on_from_here(loads));
    }
    search.grow(0..RADII);
    if let Some(best) = search.best.take().filter(|best| best.hard == 0) {
        return Some(Mended {
            allocation: best.allocation,
            timetable: best.timetable,
        });
    }
    guessed(&search).map(on_from_here)
}

/// Loads near the base against which counting has nothing to say, or else those that keep some holders apart; `None` where the loads of the
/// base are like that, or when none are found.
fn heard(search: &Search, mut apart: Apart) -> Option<Loads> {
    let scene = search.scene;
    let mut loads = scene.base.holders.clone();
    for round in 0..ROUNDS {
        let known = apart.len();
        let refused = refusals(scene.school, scene.settings, &scene.allocation(&loads));
        for refusal in refused {
            let posts = refusal.held.iter().flat_map(|(lesson, teacher)| {
                let posts = scene.facts.posts_of(*lesson).iter().map(|post| post.ix);
                let own = posts.filter(|post| loads[post.at()] == Some(*teacher));
                own.map(|post| (post, *teacher))
            });
            let posts: Vec<_> = posts.collect();
            if !posts.is_empty() && !apart.contains(&posts) {
                apart.push(posts);
            }
        }
        if apart.len() == known && (round > 0 || apart.is_empty()) {
            return (round > 0).then_some(loads);
        }
        if (search.control.stop)() {
            return None;
        }
        loads = nearest(search, &apart)?;
    }
    None
}

/// The loads with the fewest changes in which none of these sets of posts is held as it is.
fn nearest(search: &Search, apart: &Apart) -> Option<Loads> {
    let mut faults = search.faults.clone();
    for (post, _) in apart.iter().flatten() {
        faults.posts[post.at()] = true;
    }
    let question = Question {
        apart,
        with_times: false,
        ..search.question(None, &[])
    };
    let (limits, control) = (search.limits(), search.mip_control());
    let (scene, problem) = (search.scene, search.problem);
    let reply = bound::by_loads(scene, problem, &faults, &question, &limits, &control);
    reply.found.map(|found| found.holders)
}

/// How large the programme of an area may be: under `--iterations` so large that simplifying it is in proportion.
fn largest(options: &Options) -> usize {
    let counted = options.iterations.map(|n| n / ITERATIONS_PER_VARIABLE);
    let counted = counted.and_then(|n| usize::try_from(n).ok());
    counted.map_or(LARGEST, |n| n.min(LARGEST))
}

/// Loads in which one of the posts that clash has another holder: of a few, those with the fewest changes.
fn guessed(search: &Search) -> Option<Loads> {
    let (base, problem) = (&search.scene.base.holders, search.problem);
    let open = base.iter().enumerate().filter_map(|(at, holder)| {
        let post = search.scene.facts.posts[at].ix;
        let choice = &problem.choices[at];
        let others =
            search.faults.posts[at] && choice.settled().is_none() && choice.teachers.len() > 1;
        holder.filter(|_| others).map(|teacher| (post, teacher))
    });
    let tried = open.take(GUESSES).filter_map(|post| {
        let stopped = (search.control.stop)();
        heard(search, vec![vec![post]]).filter(|_| !stopped)
    });
    tried.min_by_key(|loads| {
        loads
            .iter()
            .zip(base)
            .filter(|(new, old)| new != old)
            .count()
    })
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
