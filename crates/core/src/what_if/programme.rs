//! The exact programme of an area: who takes its posts and when its events run, so that every hard rule about loads holds,
//! nobody is in two places, and as little as possible changes.
//!
//! The load rules write themselves down as they do for an allocation ([`Model`]); `clash` adds the times. What changes is
//! counted by one variable a lesson, a person and a class.

use std::collections::BTreeMap;

use uurwerk_mip as mip;
use uurwerk_model::{ChangeBudget, ClassIx, LessonIx, ProtectedSlot, SlotIx, TeacherIx};

use super::Measure;
use super::area::Area;
use super::clash::{self, Times};
use super::faults::Faults;
use super::scene::Scene;
use crate::allocate::{Ask, Choice, Component, Fact, Model, PostIx, Problem, classes_of, demands};

/// What makes one answer better than another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// Fewer changes, by the measures in order.
    Fewest,
    /// Less cost of the soft rules about loads.
    Cheapest,
}

/// What a programme is asked.
pub(super) struct Question<'q> {
    /// What counts first, second, third.
    pub order: &'q [Measure; 3],
    /// At most so many changes.
    pub budget: ChangeBudget,
    /// What is looked for.
    pub goal: Goal,
    /// Only answers with at most so many changes by the first measure.
    pub at_most: Option<i64>,
    /// Starts of events that cannot all be.
    pub cuts: &'q [Vec<(usize, SlotIx)>],
    /// Holders of posts that cannot all be.
    pub apart: &'q [Vec<(PostIx, TeacherIx)>],
    /// Whether times count, or loads alone: then the answer is a bound.
    pub with_times: bool,
}

/// An answer.
pub(super) struct Found {
    /// The holder of every post.
    pub holders: Vec<Option<TeacherIx>>,
    /// The start of every event.
    pub starts: Vec<Option<SlotIx>>,
    /// Protected time of mentors that was decided with it.
    pub protected: Vec<ProtectedSlot>,
}

/// What came of a question.
pub(super) struct Reply {
    /// The best answer found.
    pub found: Option<Found>,
    /// No answer has fewer changes by the first measure.
    pub bound: i64,
    /// Whether it is proved that there is no answer.
    pub impossible: bool,
}

/// The variables that count what changes.
#[derive(Default)]
pub(super) struct Counts {
    lessons: BTreeMap<LessonIx, mip::Var>,
    people: BTreeMap<TeacherIx, mip::Var>,
    classes: BTreeMap<ClassIx, mip::Var>,
}

impl Counts {
    fn of(&self, measure: Measure) -> Vec<(mip::Var, i64)> {
        let one = |var: &mip::Var| (*var, 1);
        match measure {
            Measure::Lessons => self.lessons.values().map(one).collect(),
            Measure::People => self.people.values().map(one).collect(),
            Measure::Classes => self.classes.values().map(one).collect(),
        }
    }

    /// The variable that says whether a lesson of the base plan changes.
    fn lesson(&mut self, programme: &mut mip::Model, lesson: LessonIx) -> mip::Var {
        *self
            .lessons
            .entry(lesson)
            .or_insert_with(|| programme.binary())
    }

    fn person(&mut self, programme: &mut mip::Model, teacher: TeacherIx) -> mip::Var {
        *self
            .people
            .entry(teacher)
            .or_insert_with(|| programme.binary())
    }

    fn class(&mut self, programme: &mut mip::Model, class: ClassIx) -> mip::Var {
        *self
            .classes
            .entry(class)
            .or_insert_with(|| programme.binary())
    }
}

/// States and solves the programme of an area.
pub(super) fn solve(
    scene: &Scene,
    area: &Area,
    faults: &Faults,
    question: &Question,
    limits: &mip::Limits,
    control: &mip::Control,
) -> Reply {
    let mut problem = Problem::of(scene.facts, scene.settings);
    let times = question
        .with_times
        .then(|| Times::of(scene, area, &problem));
    restrict(scene, area, &mut problem, times.as_ref());
    let component = component(scene, area, &problem);
    let demands = demands(&problem, &component);
    let ask = match question.goal {
        Goal::Fewest => Ask::Only(&demands),
        Goal::Cheapest => Ask::Everything,
    };
    let mut model = Model::of(&problem, &component, ask);
    let mut counts = Counts::default();
    let mut placing = clash::Placing::default();
    if let Some(times) = &times {
        placing = times.write(scene, area, &problem, &mut model);
    }
    count(scene, area, faults, &mut model, &placing, &mut counts);
    for cut in question.cuts {
        let terms: Vec<_> = cut
            .iter()
            .filter_map(|(event, start)| placing.start(*event, *start))
            .collect();
        let free = cut.iter().filter(|(event, _)| area.events[*event]).count();
        if terms.len() == free {
            let most = terms.len() as i64 - 1;
            model
                .programme
                .at_most(terms.into_iter().map(|var| (var, 1)), most);
        }
    }
    for together in question.apart {
        let facts = together.iter().map(|(post, teacher)| {
            let mut options = model.options(*post).iter();
            let fact = options.find(|(holder, _)| *holder == Some(*teacher));
            fact.map_or(Fact::Settled(false), |(_, fact)| *fact)
        });
        let facts: Vec<Fact> = facts.collect();
        if facts.contains(&Fact::Settled(false)) {
            continue;
        }
        let open = facts.iter().filter_map(|fact| match fact {
            Fact::Open(var) => Some((*var, 1)),
            Fact::Settled(_) => None,
        });
        let open: Vec<_> = open.collect();
        let most = open.len() as i64 - 1;
        model.programme.at_most(open, most);
    }
    let budget = question.budget;
    let limited = [
        (Measure::Lessons, budget.lessons),
        (Measure::People, budget.people),
        (Measure::Classes, budget.classes),
    ];
    for (measure, most) in limited {
        if let Some(most) = most {
            model.programme.at_most(counts.of(measure), i64::from(most));
        }
    }
    let staying = placing.staying(scene);
    let (solution, bound, impossible) = ask_in_turn(
        &model.programme,
        &counts,
        &staying,
        question,
        limits,
        control,
    );
    let found = solution.map(|solution| {
        let mut holders: Vec<_> = problem
            .choices
            .iter()
            .map(|c| c.settled().flatten())
            .collect();
        for (post, holder) in model.holders(&solution) {
            holders[post.at()] = holder;
        }
        Found {
            starts: placing.starts(scene, &solution),
            protected: placing.protected(scene, &solution),
            holders,
        }
    });
    Reply {
        found,
        bound,
        impossible,
    }
}

/// The measures one after the other, then the blocks that move: each at its least, given those before it. Only the first is
/// proved.
fn ask_in_turn(
    programme: &mip::Model,
    counts: &Counts,
    staying: &[mip::Var],
    question: &Question,
    limits: &mip::Limits,
    control: &mip::Control,
) -> (Option<mip::Solution>, i64, bool) {
    let mut programme = programme.clone();
    if let Some(most) = question.at_most {
        programme.at_most(counts.of(question.order[0]), most);
    }
    let mut answer: Option<mip::Solution> = None;
    let mut bound = 0;
    let measures = question.order.iter().map(|measure| counts.of(*measure));
    let blocks = staying.iter().map(|var| (*var, -1)).collect();
    let turns: Vec<Vec<(mip::Var, i64)>> = match question.goal {
        Goal::Fewest => measures.chain([blocks]).collect(),
        Goal::Cheapest => vec![Vec::new()], // The rules have written their costs down themselves.
    };
    for (turn, terms) in turns.into_iter().enumerate() {
        if turn > 0 && (!question.with_times || (control.stop)()) {
            break;
        }
        let mut asked = programme.clone();
        for (var, weight) in &terms {
            asked.add_cost(*var, *weight);
        }
        if let Some(start) = &answer {
            asked.start_with(start.values());
        }
        let shorter = mip::Limits {
            time: limits.time.map(|time| time / if turn == 0 { 1 } else { 6 }),
            nodes: limits
                .nodes
                .map(|nodes| nodes / if turn == 0 { 1 } else { 6 }),
            ..limits.clone()
        };
        let Ok(solved) = asked.solve(&shorter, control) else {
            break; // A failure of the solver proves nothing; what was found stands.
        };
        if turn == 0 {
            bound = solved.bound.max(0);
            if solved.status == mip::Status::Infeasible {
                return (None, bound, true);
            }
        }
        let Some(solution) = solved.solution else {
            break;
        };
        let value: i64 = terms
            .iter()
            .map(|(var, weight)| weight * solution.value(*var))
            .sum();
        programme.at_most(terms, value);
        answer = Some(solution);
    }
    (answer, bound, false)
}

/// Posts outside the area keep their holders; inside, nobody may hold one who cannot be there when it runs.
fn restrict(scene: &Scene, area: &Area, problem: &mut Problem, times: Option<&Times>) {
    for (at, choice) in problem.choices.iter_mut().enumerate() {
        if !area.posts[at] {
            *choice = match (scene.base.holders[at], choice.settled()) {
                (Some(teacher), _) if scene.facts.posts[at].counts => Choice {
                    teachers: vec![teacher],
                    may_be_empty: false,
                },
                (_, Some(settled)) => Choice {
                    teachers: settled.into_iter().collect(),
                    may_be_empty: false,
                },
                (Some(teacher), _) => Choice {
                    teachers: vec![teacher],
                    may_be_empty: false,
                },
                (None, None) => Choice::default(),
            };
            continue;
        }
        let post = &scene.facts.posts[at];
        choice.teachers.retain(|teacher| {
            let locked =
                scene.holds.people[teacher.at()] && scene.base.holders[at] != Some(*teacher);
            !locked && times.is_none_or(|times| times.can_attend(scene, area, *teacher, post.ix))
        });
    }
}

/// The part of the school that the area touches.
fn component(scene: &Scene, area: &Area, problem: &Problem) -> Component {
    let mut component = Component::default();
    for post in scene
        .facts
        .posts
        .iter()
        .filter(|post| area.posts[post.ix.at()])
    {
        component.posts.push(post.ix);
        component
            .teachers
            .extend(&problem.choices[post.ix.at()].teachers);
        // Who gives a post up must still have enough.
        component.teachers.extend(scene.base.holders[post.ix.at()]);
        component
            .classes
            .extend(classes_of(scene.school, post.lesson));
    }
    component.teachers.sort_unstable();
    component.teachers.dedup();
    component.classes.sort_unstable();
    component.classes.dedup();
    component
}

/// Ties the counting variables to the decisions.
fn count(
    scene: &Scene,
    area: &Area,
    faults: &Faults,
    model: &mut Model,
    placing: &clash::Placing,
    counts: &mut Counts,
) {
    let school = scene.school;
    for lesson in (0..school.lessons().len()).map(LessonIx::from) {
        let posts: Vec<PostIx> = scene.facts.posts_of(lesson).iter().map(|p| p.ix).collect();
        let events = &scene.of_lesson[lesson.at()];
        let open =
            posts.iter().any(|p| area.posts[p.at()]) || events.iter().any(|e| area.events[*e]);
        let had = scene.base.had[lesson.at()];
        let rival = placing.is_empty() && faults.rivals.iter().any(|r| r.lessons.contains(&lesson));
        if !open && !(had && (rival || faults.forced[lesson.at()])) {
            continue;
        }
        let changed = counts.lesson(&mut model.programme, lesson);
        if !had || faults.forced[lesson.at()] {
            model.programme.at_least([(changed, 1)], 1);
        }
        for post in posts.iter().filter(|p| area.posts[p.at()]) {
            let base = scene.base.holders[post.at()];
            let options: Vec<_> = model.options(*post).to_vec();
            if let (Some(base), true) = (base, had) {
                let stays = options.iter().find(|(holder, _)| *holder == Some(base));
                match stays.map(|(_, fact)| *fact) {
                    Some(Fact::Open(var)) => model.programme.at_least([(changed, 1), (var, 1)], 1),
                    Some(Fact::Settled(true)) => (),
                    _ => model.programme.at_least([(changed, 1)], 1),
                }
            }
            for (holder, fact) in options {
                let (Some(teacher), Fact::Open(var)) = (holder, fact) else {
                    continue;
                };
                if holder != base {
                    let person = counts.person(&mut model.programme, teacher);
                    model.programme.at_least([(person, 1), (var, -1)], 0);
                }
            }
        }
        for event in events.iter().filter(|e| area.events[**e] && had) {
            let stays = scene.events[*event]
                .start
                .and_then(|start| placing.start(*event, start));
            match stays {
                Some(var) => model.programme.at_least([(changed, 1), (var, 1)], 1),
                None if placing.is_free(*event) => model.programme.at_least([(changed, 1)], 1),
                None => (),
            }
        }
        if had {
            count_people(scene, area, model, placing, counts, lesson);
        }
        for class in classes_of(school, lesson) {
            let class = counts.class(&mut model.programme, class);
            model.programme.at_least([(class, 1), (changed, -1)], 0);
        }
        if !had {
            counts.lessons.remove(&lesson); // What is new is no change of a lesson.
        }
    }
    for rivals in &faults.rivals {
        let vars: Option<Vec<_>> = rivals
            .lessons
            .iter()
            .map(|l| counts.lessons.get(l).copied())
            .collect();
        if let Some(vars) = vars {
            let terms = vars.into_iter().map(|var| (var, 1));
            model.programme.at_least(terms, rivals.change as i64);
        }
    }
}

/// Whose week changes with a lesson of the base plan: whoever gives it up, and everybody there when it moves.
fn count_people(
    scene: &Scene,
    area: &Area,
    model: &mut Model,
    placing: &clash::Placing,
    counts: &mut Counts,
    lesson: LessonIx,
) {
    for post in scene.facts.posts_of(lesson) {
        let Some(base) = scene.base.holders[post.ix.at()] else {
            continue;
        };
        let stays = model
            .options(post.ix)
            .iter()
            .find(|(holder, _)| *holder == Some(base));
        let stays = stays.map(|(_, fact)| *fact);
        let moved = scene.of_lesson[lesson.at()]
            .iter()
            .filter(|event| placing.is_free(**event));
        let at_base = moved.map(|event| {
            let start = scene.events[*event].start;
            start.and_then(|start| placing.start(*event, start))
        });
        let mut reasons: Vec<Option<mip::Var>> = at_base.collect();
        match stays {
            _ if !area.posts[post.ix.at()] => (),
            Some(Fact::Settled(true)) => (),
            Some(Fact::Open(var)) => reasons.push(Some(var)),
            Some(Fact::Settled(false)) | None => reasons.push(None),
        }
        if reasons.is_empty() {
            continue;
        }
        let person = counts.person(&mut model.programme, base);
        for stays in reasons {
            let terms = std::iter::once((person, 1)).chain(stays.map(|var| (var, 1)));
            model.programme.at_least(terms, 1);
        }
    }
}
