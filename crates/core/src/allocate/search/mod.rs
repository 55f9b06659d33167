//! Local search over one component: greedy construction, then annealing.
//!
//! Moves give a post to another teacher, swap two posts, push a third one on, or exchange everything that two
//! teachers do for one preparation. Hard rules weigh more while they are broken and less while they hold, so
//! that the search can cross forbidden ground and come back (as the winners of ITC2021 do). All arithmetic is
//! whole-numbered, so equal seeds and move counts give equal answers on every machine.

mod random;
mod state;

use uurwerk_model::TeacherIx;

use random::Random;
pub use state::{Edit, State};

use super::exact::Holders;
use super::facts::PostIx;
use super::problem::{Component, Problem, Score};

/// When a search ends.
pub struct Effort<'c> {
    /// Most moves to try.
    pub moves: u64,
    /// Moves of the first annealing; every next one is twice as long.
    pub first_pass: u64,
    /// Asked now and then: thousandths of the search's time that are over; 1000 or more ends it.
    pub used: &'c (dyn Fn() -> u64 + Sync),
}

/// Moves between two questions to [`Effort::used`].
const ROUND: u64 = 128;
/// Temperature levels of one annealing; each is 15/16 of the one before, so the last is 1/62 of the first.
const LEVELS: u64 = 64;
/// First temperature, in 1/256 units of cost: a move that costs 24 more is accepted one time in three.
const HOTTEST: i64 = 24 * 256;
/// Bounds of the weight of a unit of hard deviation.
const LIGHTEST: i64 = 20;
const HEAVIEST: i64 = 1_000;

/// Searches a component, from these holders or from scratch, and gives the best found with their score.
pub fn search(
    problem: &Problem,
    component: &Component,
    start: Option<&Holders>,
    seed: u64,
    effort: &Effort,
    found: &dyn Fn(Score),
) -> (Holders, Score) {
    let mut annealing = Annealing::new(problem, component, seed);
    match start {
        Some(holders) => {
            annealing.state.apply(holders);
            annealing.state.commit();
            annealing.remember();
        }
        None => annealing.construct(),
    }
    annealing.run(effort, found);
    let best = component.posts.iter().copied().zip(annealing.best);
    (best.collect(), annealing.best_score)
}

struct Annealing<'p, 'a> {
    problem: &'p Problem<'a>,
    component: &'p Component,
    state: State<'p, 'a>,
    random: Random,
    /// Posts with a choice.
    open: Vec<PostIx>,
    /// `allowed[post * staff + teacher]`.
    allowed: Vec<bool>,
    weight: i64,
    /// Best holders, in the order of the component's posts.
    best: Vec<Option<TeacherIx>>,
    best_score: Score,
    edits: Vec<Edit>,
}

impl<'p, 'a> Annealing<'p, 'a> {
    fn new(problem: &'p Problem<'a>, component: &'p Component, seed: u64) -> Self {
        let staff = problem.facts.tasks.len();
        let mut allowed = vec![false; problem.choices.len() * staff];
        let mut holders = vec![None; problem.choices.len()];
        for (post, choice) in problem.choices.iter().enumerate() {
            holders[post] = choice.settled().flatten();
            for teacher in &choice.teachers {
                allowed[post * staff + teacher.at()] = true;
            }
        }
        let is_open = |post: &&PostIx| problem.choices[post.at()].settled().is_none();
        let open = component.posts.iter().filter(is_open).copied().collect();
        let state = State::new(problem, component, holders);
        let best = component
            .posts
            .iter()
            .map(|post| state.holder(*post))
            .collect();
        Self {
            problem,
            component,
            best,
            best_score: state.score(),
            state,
            random: Random::new(seed),
            open,
            allowed,
            weight: 60,
            edits: Vec::new(),
        }
    }

    /// Gives every open post, those with the fewest candidates and the most hours first, to the teacher who
    /// takes it most cheaply.
    fn construct(&mut self) {
        let mut order = self.open.clone();
        order.sort_by_key(|post| {
            let load = self.problem.facts.post(*post).load;
            (self.problem.choices[post.at()].teachers.len(), -load, *post)
        });
        for post in order {
            let choice = &self.problem.choices[post.at()];
            let cheapest = choice.teachers.iter().copied().min_by_key(|teacher| {
                let change = self.state.apply(&[(post, Some(*teacher))]);
                self.state.undo();
                self.energy(change)
            });
            self.state.apply(&[(post, cheapest)]);
            self.state.commit();
        }
        self.remember();
    }

    fn run(&mut self, effort: &Effort, found: &dyn Fn(Score)) {
        let mut done = 0;
        let mut pass = effort.first_pass;
        while !self.open.is_empty() && done < effort.moves && self.best_score != Score::default() {
            let length = pass.min(effort.moves - done).max(ROUND);
            if !self.anneal(length, effort, found) {
                return;
            }
            self.reweigh();
            done += length;
            pass *= 2;
        }
    }

    /// One annealing from hot to cold, faster when its time would be over before its moves; `false` when the
    /// time of the search is over.
    fn anneal(&mut self, length: u64, effort: &Effort, found: &dyn Fn(Score)) -> bool {
        let begun = (effort.used)().min(999);
        let (mut temperature, mut level) = (HOTTEST, 0);
        for at in 0..length {
            if at % ROUND == 0 {
                let used = (effort.used)();
                if used >= 1000 {
                    return false;
                }
                let by_time = (used - begun) * LEVELS / (1000 - begun);
                while level < by_time.max(at * LEVELS / length) {
                    temperature = temperature * 15 / 16;
                    level += 1;
                }
            }
            self.step(temperature);
            if self.state.score() < self.best_score {
                self.remember();
                found(self.best_score);
            }
        }
        true
    }

    fn step(&mut self, temperature: i64) {
        self.propose();
        if self.edits.is_empty() {
            return;
        }
        let change = self.state.apply(&self.edits);
        if self.energy(change) * 256 <= self.random.threshold(temperature) {
            self.state.commit();
        } else {
            self.state.undo();
        }
    }

    fn energy(&self, change: Score) -> i64 {
        change.hard * self.weight + change.soft
    }

    /// Hard rules weigh more after a pass that never kept them, less after one that did.
    fn reweigh(&mut self) {
        self.weight = if self.best_score.hard > 0 {
            (self.weight * 3 / 2).min(HEAVIEST)
        } else {
            (self.weight * 3 / 4).max(LIGHTEST)
        };
    }

    fn remember(&mut self) {
        self.best_score = self.state.score();
        let posts = self.component.posts.iter();
        self.best.clear();
        self.best.extend(posts.map(|post| self.state.holder(*post)));
    }

    /// Fills `edits` with a random move; leaves it empty when the draw was no move.
    fn propose(&mut self) {
        self.edits.clear();
        let post = self.open[self.random.below(self.open.len())];
        let choice = &self.problem.choices[post.at()];
        let from = self.state.holder(post);
        let drawn = self
            .random
            .below(choice.teachers.len() + usize::from(choice.may_be_empty));
        let to = choice.teachers.get(drawn).copied();
        if to == from {
            return;
        }
        let (Some(from), Some(to)) = (from, to) else {
            self.edits.push((post, to));
            return;
        };
        match self.random.below(16) {
            0..=3 => self.edits.push((post, Some(to))),
            4..=10 => self.propose_swap(post, from, to),
            11..=13 => self.propose_chain(post, to),
            _ => self.propose_exchange(post, from, to),
        }
    }

    fn may_hold(&self, teacher: TeacherIx, post: PostIx) -> bool {
        self.allowed[post.at() * self.problem.facts.tasks.len() + teacher.at()]
    }

    /// A random open post in a teacher's hand.
    fn draw_from(&mut self, teacher: TeacherIx) -> Option<PostIx> {
        let hand = self.state.hand(teacher);
        let drawn = hand.get(self.random.below(hand.len().max(1)))?.ix;
        let open = self.problem.choices[drawn.at()].settled().is_none();
        open.then_some(drawn)
    }

    fn propose_swap(&mut self, post: PostIx, from: TeacherIx, to: TeacherIx) {
        if let Some(back) = self.draw_from(to)
            && self.may_hold(from, back)
        {
            self.edits.extend([(post, Some(to)), (back, Some(from))]);
        }
    }

    fn propose_chain(&mut self, post: PostIx, to: TeacherIx) {
        if let Some(pushed) = self.draw_from(to) {
            let choice = &self.problem.choices[pushed.at()].teachers;
            let third = choice[self.random.below(choice.len())];
            if third != to {
                self.edits.extend([(post, Some(to)), (pushed, Some(third))]);
            }
        }
    }

    /// Exchanges all that one teacher does for the preparation of `post` with all that the other does for
    /// the preparation of a random post of theirs.
    fn propose_exchange(&mut self, post: PostIx, from: TeacherIx, to: TeacherIx) {
        self.hand_on(post, from, to);
        if let Some(back) = self.draw_from(to) {
            self.hand_on(back, to, from);
        }
    }

    fn hand_on(&mut self, like: PostIx, from: TeacherIx, to: TeacherIx) {
        let prep = self.problem.facts.post(like).prep;
        for at in 0..self.state.hand(from).len() {
            let post = self.state.hand(from)[at];
            let open = self.problem.choices[post.ix.at()].settled().is_none();
            if post.prep == prep && open && self.may_hold(to, post.ix) {
                self.edits.push((post.ix, Some(to)));
            }
        }
    }
}
