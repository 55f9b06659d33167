//! One component through the mathematical model: from the search's allocation to a better one, a proved bound,
//! or the proof that none exists.

use std::collections::BTreeSet;

use uurwerk_mip::{Control, Limits, Status};
use uurwerk_model::TeacherIx;

use super::facts::PostIx;
use super::model::{Ask, DemandKey, Model};
use super::problem::{Component, Price, Problem, Score};
use super::search::State;
use super::seats::Seats;

/// Holders of a component's posts.
pub type Holders = Vec<(PostIx, Option<TeacherIx>)>;

/// What is known about a component.
#[derive(Clone, Debug)]
pub struct Known {
    /// The best holders.
    pub holders: Holders,
    /// Their score.
    pub score: Score,
    /// No holders that keep the hard rules cost less.
    pub bound: i64,
    /// Whether it is proved that none keep the hard rules.
    pub impossible: bool,
}

impl Known {
    /// Whether nothing is left to find: no holders keep the hard rules, or none cost less.
    pub fn is_settled(&self) -> bool {
        self.impossible || self.score.soft == self.bound
    }

    /// Takes better holders over.
    pub fn improve(&mut self, found: Option<(Holders, Score)>) {
        if let Some((holders, score)) = found.filter(|(_, score)| *score < self.score) {
            self.holders = holders;
            self.score = score;
        }
    }
}

/// Improves what is known about a component within the limits.
pub fn improve(
    problem: &Problem,
    component: &Component,
    known: &mut Known,
    limits: &Limits,
    control: &Control,
) {
    if problem.open(component) == 0 {
        // One possibility is the best one, and where it breaks a rule there is no other.
        known.impossible = known.score.hard > 0;
        known.bound = known.score.soft;
        return;
    }
    if known.score.hard > 0 && !find_feasible(problem, component, known, limits, control) {
        return;
    }
    let model = Model::of(problem, component, Ask::Everything);
    solve(model, problem, known, limits, control);
}

/// Looks for holders that keep the hard rules, costs aside; `false` when none were found.
fn find_feasible(
    problem: &Problem,
    component: &Component,
    known: &mut Known,
    limits: &Limits,
    control: &Control,
) -> bool {
    let demands = demands(problem, component);
    let model = Model::of(problem, component, Ask::Only(&demands));
    let Ok(solved) = model.programme.solve(limits, control) else {
        return false; // A failure of the solver proves nothing either way.
    };
    known.impossible = solved.status == Status::Infeasible;
    let Some(solution) = solved.solution else {
        return false;
    };
    known.holders = model.holders(&solution);
    known.score = score(problem, component, &known.holders);
    known.score.hard == 0
}

fn solve(
    mut model: Model,
    problem: &Problem,
    known: &mut Known,
    limits: &Limits,
    control: &Control,
) {
    let values = model.values(&whole(problem, &known.holders));
    if let Some(values) = values.filter(|_| known.score.hard == 0) {
        model.start_at(&values);
    }
    let Ok(solved) = model.programme.solve(limits, control) else {
        return; // A failure of the solver proves nothing; the search's allocation stands.
    };
    known.bound = known.bound.max(solved.bound.min(known.score.soft));
    if let Some(solution) = solved.solution
        && solution.objective < known.score.soft
    {
        known.holders = model.holders(&solution);
        known.score.soft = solution.objective;
    }
}

/// Every demand that a component's hard rules make.
pub fn demands(problem: &Problem, component: &Component) -> BTreeSet<DemandKey> {
    let posts = component.posts.iter().copied().map(DemandKey::Post);
    let rules = problem.rules.iter().enumerate();
    let hard = rules.filter(|(_, held)| held.price == Price::Hard);
    let by_rule = hard.flat_map(|(at, _)| {
        let teachers = component.teachers.iter();
        let teachers = teachers.map(move |t| DemandKey::Teacher(at, *t));
        let classes = component.classes.iter();
        teachers.chain(classes.map(move |c| DemandKey::Class(at, *c)))
    });
    posts.chain(by_rule).collect()
}

/// Holders of the whole school: these for the component, settled ones elsewhere.
pub fn whole(problem: &Problem, holders: &Holders) -> Vec<Option<TeacherIx>> {
    let mut whole: Vec<_> = problem
        .choices
        .iter()
        .map(|c| c.settled().flatten())
        .collect();
    for (post, holder) in holders {
        whole[post.at()] = *holder;
    }
    whole
}

/// The score of a component under these holders.
fn score(problem: &Problem, component: &Component, holders: &Holders) -> Score {
    let model = Model::of(problem, component, Ask::Everything);
    let seats = Seats::of(&model, component);
    let mut state = State::new(&seats);
    state.adopt(&seats.numbered(holders));
    state.score()
}
